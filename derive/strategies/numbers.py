"""Strategies for exact numbers: small integers, rationals and Gaussian rationals.

They shrink to 0, then to small integers, then to small fractions.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from flint import fmpq
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from derive.linalg.matrices import ExactMatrix

if TYPE_CHECKING:
    import sympy

Size = int | SearchStrategy[int]
"""A number of rows, or a strategy for it."""

SIZES = st.integers(1, 4)

Parts = tuple[fmpq, fmpq]
"""Real and imaginary part."""


def sizes(size: Size | None) -> SearchStrategy[int]:
    """A strategy for a size that may be given, may be a strategy, or may be left open."""
    if size is None:
        return SIZES
    return st.just(size) if isinstance(size, int) else size


@st.composite
def rationals(draw: st.DrawFn, largest: int = 3, denominator: int = 1) -> fmpq:
    """Rational numbers with small numerators and denominators."""
    numerator = draw(st.integers(-largest, largest))
    return fmpq(numerator, draw(st.integers(1, denominator)) if denominator > 1 else 1)


def pairs(largest: int = 3, denominator: int = 1) -> SearchStrategy[Parts]:
    """Real and imaginary parts."""
    part = rationals(largest, denominator)
    return st.tuples(part, part)


def gaussian_rationals(largest: int = 3, denominator: int = 4) -> SearchStrategy[sympy.Expr]:
    """Complex numbers with rational parts, in SymPy."""

    def in_sympy(pair: Parts) -> sympy.Expr:
        import sympy

        real, imaginary = (sympy.Rational(int(x.p), int(x.q)) for x in pair)
        return real + imaginary * sympy.I

    return pairs(largest, denominator).map(in_sympy)


def integer_pairs(draw: st.DrawFn, count: int, largest: int = 2) -> list[tuple[int, int]]:
    """So many Gaussian integers; either all are real or any are complex.

    One draw gives a whole row of digits, which is several times faster than one draw for each.
    """
    base = 2 * largest + 1
    real = digits(draw, count, base)
    imaginary = digits(draw, count, base) if draw(st.booleans()) else [0] * count
    return [(_signed(a), _signed(b)) for a, b in zip(real, imaginary, strict=True)]


def digits(draw: st.DrawFn, count: int, base: int) -> list[int]:
    """So many integers from 0 to base − 1."""
    found: list[int] = []
    while len(found) < count:
        block = min(DIGITS, count - len(found))
        number = draw(st.integers(0, base**block - 1))
        for _ in range(block):
            number, digit = divmod(number, base)
            found.append(digit)
    return found


DIGITS = 16
"""How many digits one draw gives."""


def _signed(digit: int) -> int:
    """0, 1, −1, 2, −2, … for 0, 1, 2, 3, 4, …, so that digits shrink to small numbers."""
    return -(digit // 2) if digit % 2 == 0 else (digit + 1) // 2


def column(entries: Sequence[tuple[int, int]]) -> ExactMatrix:
    """A vector of Gaussian integers."""
    return ExactMatrix.gaussian(len(entries), 1, entries)
