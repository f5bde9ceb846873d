"""Complex numbers and matrices over polynomial rings of SymPy: nothing here is the refuter's.

A complex number is a pair of real polynomials, so that conjugation is a change of sign.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Any

import sympy
from sympy import QQ
from sympy.polys.rings import PolyRing, ring

_PART = re.compile(r"([+-]?)([0-9]*(?:/[0-9]+)?)(√([0-9]+))?(i)?")


class Field:
    """The rationals with some square roots, and polynomials over them in named real unknowns."""

    def __init__(self, roots: Sequence[int], unknowns: Sequence[str] = ()) -> None:
        self.roots = sorted(set(roots))
        self.domain = QQ.algebraic_field(*map(sympy.sqrt, self.roots)) if self.roots else QQ
        self.ring: PolyRing
        self.ring, *self.unknowns = ring(unknowns or ("unused",), self.domain, order="grevlex")

    def with_unknowns(self, names: Sequence[str]) -> Field:
        return Field(self.roots, names)

    def number(self, text: str) -> Complex:
        """What a text such as `-1/2+√3i` says."""
        total, place = self.whole(0), 0
        while place < len(text):
            found = _PART.match(text, place)
            assert found is not None, text
            assert found.end() > place, text
            size = sympy.Rational(found[2] or 1) * (-1 if found[1] == "-" else 1)
            size *= sympy.sqrt(int(found[4] or 1))
            part = self.ring.ground_new(self.domain.from_sympy(size))
            zero = self.ring.zero
            total += Complex(zero, part) if found[5] else Complex(part, zero)
            place = found.end()
        return total

    def whole(self, number: int) -> Complex:
        return Complex(self.ring.ground_new(self.domain.convert(number)), self.ring.zero)

    def fraction(self, number: Any) -> Complex:
        value = self.domain.convert_from(QQ(number.numerator, number.denominator), QQ)
        return Complex(self.ring.ground_new(value), self.ring.zero)

    def integer(self, value: Any) -> int:
        """A number without its fraction; the caller compares."""
        return int(self.domain.to_sympy(value.LC)) if value else 0

    def sign(self, value: Any) -> int:
        """The sign of a real number."""
        assert value.is_ground
        return int(sympy.sign(self.domain.to_sympy(value.LC if value else self.domain.zero)))

    def follows(self, conclusion: Any, premises: Sequence[Any]) -> bool:
        """Whether a polynomial vanishes wherever the others do (that they cannot is enough)."""
        if not conclusion:
            return True
        given = [premise for premise in premises if premise]
        if not given:
            return False
        unknown, *_ = sympy.symbols("rabinowitsch,unused")
        symbols = [*self.ring.symbols, unknown]
        whole = [one.as_expr() for one in given] + [1 - unknown * conclusion.as_expr()]
        options = {"extension": [sympy.sqrt(r) for r in self.roots]} if self.roots else {}
        return sympy.groebner(whole, *symbols, order="grevlex", **options).exprs == [1]


@dataclass(frozen=True)
class Complex:
    re: Any
    im: Any

    def __add__(self, other: Complex) -> Complex:
        return Complex(self.re + other.re, self.im + other.im)

    def __neg__(self) -> Complex:
        return Complex(-self.re, -self.im)

    def __mul__(self, other: Complex) -> Complex:
        return Complex(
            self.re * other.re - self.im * other.im, self.re * other.im + self.im * other.re
        )

    def conjugate(self) -> Complex:
        return Complex(self.re, -self.im)

    def __bool__(self) -> bool:
        return bool(self.re) or bool(self.im)

    def inverse(self) -> Complex:
        """Of a number without unknowns."""
        size = self.re * self.re + self.im * self.im
        assert size, "division by zero"
        assert size.is_ground, "division by an unknown"
        factor = size.ring.ground_new(size.ring.domain.one / size.LC)
        return Complex(self.re * factor, -self.im * factor)


@dataclass(frozen=True)
class Matrix:
    rows: int
    columns: int
    entries: tuple[Complex, ...]

    def at(self, row: int, column: int) -> Complex:
        return self.entries[row * self.columns + column]

    def __add__(self, other: Matrix) -> Matrix:
        assert (self.rows, self.columns) == (other.rows, other.columns)
        sums = (a + b for a, b in zip(self.entries, other.entries, strict=True))
        return Matrix(self.rows, self.columns, tuple(sums))

    def __neg__(self) -> Matrix:
        return Matrix(self.rows, self.columns, tuple(-a for a in self.entries))

    def scaled(self, factor: Complex) -> Matrix:
        return Matrix(self.rows, self.columns, tuple(factor * a for a in self.entries))

    def times(self, other: Matrix, zero: Complex) -> Matrix:
        assert self.columns == other.rows
        entries = (
            reduce(
                Complex.__add__, (self.at(a, k) * other.at(k, b) for k in range(self.columns)), zero
            )
            for a in range(self.rows)
            for b in range(other.columns)
        )
        return Matrix(self.rows, other.columns, tuple(entries))

    def adjoint(self) -> Matrix:
        entries = (self.at(a, b).conjugate() for b in range(self.columns) for a in range(self.rows))
        return Matrix(self.columns, self.rows, tuple(entries))


def diagonal(size: int, value: Complex, zero: Complex) -> Matrix:
    entries = (value if a == b else zero for a in range(size) for b in range(size))
    return Matrix(size, size, tuple(entries))
