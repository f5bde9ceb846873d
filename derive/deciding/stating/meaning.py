"""Kernel terms back to expressions, by what their atoms stand for.

Main results: `expression_of`.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from derive.deciding.claims.expressions import (
    IMAGINARY,
    MINUS_ONE,
    Expression,
    add,
    call,
    multiply,
    number,
    power,
)
from derive.kernel.atoms import Atom
from derive.kernel.exponents import Exponent, as_integer
from derive.kernel.terms import Letter, Monomial, Term


def expression_of(term: Term, meanings: Mapping[Atom, Expression]) -> Expression:
    """An expression that means the term.

    Raises:
        Unsupported: it holds a sum over an index set.
    """
    parts = [_part(monomial, c, meanings) for monomial, c in sorted(term.monomials.items())]
    return add(*parts) if parts else number(0)


def _part(monomial: Monomial, c: Fraction, meanings: Mapping[Atom, Expression]) -> Expression:
    from derive.deciding.stating.grants import Unsupported

    if monomial.bound or monomial.deltas:
        raise Unsupported("a sum over an index set")
    factors: list[Expression] = []
    if monomial.imaginary:
        factors.append(IMAGINARY)
    if monomial.sign:
        factors.append(power(MINUS_ONE, _exponent(monomial.sign, meanings)))
    for word, times in monomial.scalars:
        body = multiply(*(_letter(here, inner, meanings) for here, inner in word))
        factors.append(_raised(body, times, meanings))
    factors += [_letter(here, times, meanings) for here, times in monomial.word]
    if c != 1 or not factors:
        factors.insert(0, number(c))
    return multiply(*factors)


def _letter(here: Letter, times: Exponent, meanings: Mapping[Atom, Expression]) -> Expression:
    from derive.deciding.stating.grants import Unsupported

    if here.atom not in meanings:
        raise Unsupported(f"{here.atom.name} stands for nothing")
    body = meanings[here.atom]
    if here.arguments:
        raise Unsupported(f"{here.atom.name} is a sequence")
    if here.adjoint:
        body = call("conjugate" if here.atom.codomain == here.atom.domain else "adjoint", body)
        if here.atom.codomain.name != "C":
            body = call("adjoint", meanings[here.atom])
    return _raised(body, times, meanings)


def _raised(body: Expression, times: Exponent, meanings: Mapping[Atom, Expression]) -> Expression:
    return body if as_integer(times) == 1 else power(body, _exponent(times, meanings))


def _exponent(exponent: Exponent, meanings: Mapping[Atom, Expression]) -> Expression:
    parts: list[Expression] = []
    for atoms, c in exponent:
        factors = [meanings[atom] for atom in atoms]
        if c != 1 or not factors:
            factors.insert(0, number(c))
        parts.append(multiply(*factors))
    return add(*parts) if parts else number(0)
