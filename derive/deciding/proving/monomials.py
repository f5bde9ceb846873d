"""Scalars as polynomials in closed words: letters, powers, degrees.

Main results: `is_plain`, `letters_of`, `powers_of`, `degree`, `cleared`, `vector`.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import reduce

from derive.kernel.atoms import C
from derive.kernel.exponents import as_integer, constant
from derive.kernel.terms import Monomial, Term, Word, identity

_PLAIN = next(iter(identity().monomials))
_MOST_MONOMIALS = 40


def vector(term: Term) -> dict[Monomial, Fraction]:
    """The coefficients of a term by monomial."""
    return dict(term.monomials)


def is_plain(term: Term) -> bool:
    """Whether the term is a polynomial in closed words and their inverses, of no high degree."""
    return (
        term.is_scalar
        and len(term.monomials) <= _MOST_MONOMIALS
        and all(
            not (m.sign or m.deltas or m.bound)
            and all(as_integer(power) is not None for _, power in m.scalars)
            for m in term.monomials
        )
    )


def powers_of(monomial: Monomial) -> dict[Word, int]:
    """The powers of the letters of a monomial."""
    found = {}
    for word, power in monomial.scalars:
        whole = as_integer(power)
        assert whole is not None
        found[word] = whole
    return found


def letters_of(term: Term) -> set[Word]:
    """The closed words that stand in a term."""
    return {word for monomial in term.monomials for word, _ in monomial.scalars}


def degree(term: Term) -> int:
    """The highest degree, where inverses count as letters do."""
    return max((sum(map(abs, powers_of(m).values())) for m in term.monomials), default=0)


def power_of(word: Word, times: int) -> Term:
    """A power of a closed word."""
    if not times:
        return identity()
    return Term(C, C, {_PLAIN._replace(scalars=((word, constant(times)),)): Fraction(1)})


def cleared(term: Term) -> tuple[Term, Term]:
    """The term times powers of positive symbols, without their inverses; and the inverse factor."""
    least: dict[Word, int] = {}
    for monomial in term.monomials:
        for word, power in powers_of(monomial).items():
            if len(word) == 1 and "positive" in word[0][0].atom.properties:
                least[word] = min(least.get(word, 0), power)
    factor = reduce(Term.__mul__, (power_of(word, p) for word, p in least.items()), identity())
    inverse = reduce(Term.__mul__, (power_of(word, -p) for word, p in least.items()), identity())
    return (term * inverse, factor) if factor != identity() else (term, factor)


def once_per_adjoint(terms: Sequence[Term]) -> list[Term]:
    """The terms without those whose adjoint is there before them."""
    kept: dict[Term, None] = {}
    for term in terms:
        if term.adjoint() not in kept:
            kept[term] = None
    return list(kept)
