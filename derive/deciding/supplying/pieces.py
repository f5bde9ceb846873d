"""Scalars taken apart into powers: prime numbers, symbols and irreducible polynomials.

Main results: `Piece`, `pieces`, `product_of`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from derive.deciding.claims.expressions import (
    IMAGINARY,
    MINUS_ONE,
    ONE,
    Call,
    Expression,
    Number,
    multiply,
    number,
    power,
)
from derive.kernel import exponents
from derive.kernel.atoms import C
from derive.kernel.terms import Monomial, Term, identity

if TYPE_CHECKING:
    from derive.deciding.stating.abstraction import Abstraction

_MOST_BITS = 64
_MOST_MONOMIALS = 40
_PLAIN = next(iter(identity().monomials))


class Piece(NamedTuple):
    """A power that stands in a product."""

    base: Expression
    times: int

    @property
    def expression(self) -> Expression:
        """The power."""
        return self.base if self.times == 1 else power(self.base, number(self.times))


def pieces(abstraction: Abstraction, term: Term) -> list[Piece]:
    """Powers whose product is the term; a single one where it cannot be taken apart."""
    from derive.prover.polynomials import factors

    if not term or len(term.monomials) > _MOST_MONOMIALS:
        return [Piece(abstraction.expression(term), 1)]
    unit, parts = (term, []) if len(term.monomials) == 1 else factors(term)
    if len(unit.monomials) != 1:
        return [Piece(abstraction.expression(term), 1)]
    ((monomial, coefficient),) = unit.monomials.items()
    found = [*_numbers(coefficient), *_letters(abstraction, monomial)]
    return [*found, *(Piece(abstraction.expression(part), times) for part, times in parts)]


def product_of(parts: Sequence[Piece]) -> Expression:
    """The product of the powers, with at most one sign."""
    kept = [piece for piece in parts if piece.base != MINUS_ONE]
    signs = sum(piece.times for piece in parts if piece.base == MINUS_ONE)
    factors = [MINUS_ONE] * (signs % 2) + [piece.expression for piece in kept]
    return multiply(*factors) if factors else ONE


def _numbers(value: Fraction) -> Iterator[Piece]:
    from flint import fmpz

    if value < 0:
        yield Piece(MINUS_ONE, 1)
    for whole, sign in ((abs(value.numerator), 1), (value.denominator, -1)):
        if whole.bit_length() > _MOST_BITS:
            yield Piece(number(whole), sign)
        elif whole > 1:
            yield from (Piece(number(int(p)), sign * int(k)) for p, k in fmpz(whole).factor())


def _letters(abstraction: Abstraction, monomial: Monomial) -> Iterator[Piece]:
    if monomial.imaginary:
        yield Piece(IMAGINARY, 1)
    rest = monomial._replace(imaginary=False)
    whole = {word: exponents.as_integer(power) for word, power in monomial.scalars}
    kept = tuple(pair for pair in monomial.scalars if whole[pair[0]] is None)
    for word, times in whole.items():
        if times is not None:
            one = _PLAIN._replace(scalars=((word, exponents.ONE),))
            yield _turned(abstraction.expression(Term(C, C, {one: Fraction(1)})), times)
    rest = rest._replace(scalars=kept)
    if rest != _PLAIN:
        yield Piece(abstraction.expression(Term(C, C, {rest: Fraction(1)})), 1)


def _turned(base: Expression, times: int) -> Piece:
    """The power; of the inverse of a divisor, the opposite power of the divisor."""
    match base:
        case Call("multiply", (Number(one), Call("power", (divisor, exponent)))):
            if one == 1 and exponent == MINUS_ONE:
                return Piece(divisor, -times)
    return Piece(base, times)
