"""Commutative elimination: a scalar as a combination of scalars that vanish.

The scalars become polynomials.  Equations that say what a variable is, what is not zero, or what a
power is are used first; a Gröbner basis of what is left is looked for if that is not enough.

Main results: `eliminated`, `cofactors`.

Reference: J. L. Rabinowitsch, Math. Ann. 102, 520 (1930), for the inverses of what is not zero.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import NamedTuple

from derive.kernel.terms import Monomial, Term, sum_of, zero
from derive.prover.budget import Budget, SearchExhausted
from derive.prover.groebner import reduce_by_basis
from derive.prover.ideals import Ideal, Remainder
from derive.prover.polynomials import Polynomials
from derive.prover.triangular import Triangle

_MOST_STEPS = 6_000
_MOST_SECONDS = 1.0
_MOST_PRODUCTS = 10_000


class Part(NamedTuple):
    """A scalar times one of the scalars that vanish, times a word."""

    number: int
    factor: Term
    word: Term


class Elimination(NamedTuple):
    """The term is `rest` plus the sum of the parts."""

    rest: Term
    parts: list[Part]


def eliminated(
    goal: Term,
    vanishing: Sequence[Term],
    defined: Sequence[Monomial] = (),
    seconds: float = _MOST_SECONDS,
) -> Elimination:
    """Nothing, if the goal is a combination of what vanishes; else with all unknowns put in.

    Args:
        goal: a term of any type.
        vanishing: scalars.
        defined: what is rather said in terms of others than the other way round.
        seconds: the time for each of the ways that are tried.
    """
    ring = Polynomials([goal, *vanishing])
    ideal = Ideal(ring, [ring.polynomial(term) for term in vanishing])
    start = Remainder(ideal, ring.polynomial(goal), ring.context.constant(1))
    places = {place for m in defined if (place := ring.place(m)) is not None}
    triangle = Triangle(start.copy(), Budget(_MOST_STEPS, seconds), places)
    solved, equations = start, list(triangle.equations)
    try:
        triangle.solve()
        solved, equations = triangle.goal.copy(), list(triangle.equations)
        certain = _reduce(triangle, seconds)
    except SearchExhausted:
        certain = False
    left = triangle.goal
    if left.rest and not certain:
        left = solved.copy()
        with suppress(SearchExhausted):
            _reduce_with_inverses(left, equations, seconds)
    for one in (solved,) if left.rest else (left, solved):
        with suppress(SearchExhausted):
            return _in_terms(one, vanishing)
    return Elimination(goal, [])


def cofactors(goal: Term, vanishing: Sequence[Term]) -> list[Term] | None:
    """Scalars c with goal = Σ c·g over the vanishing scalars g, or None where none were found."""
    rest, parts = eliminated(goal, vanishing)
    if rest:
        return None
    found = {part.number: part.factor for part in parts}
    return [found.get(number, zero()) for number in range(len(vanishing))]


def _reduce(triangle: Triangle, seconds: float) -> bool:
    """Clear denominators, and reduce by what is left; whether a rest is no combination."""
    triangle.clear()
    while triangle.solve():
        triangle.clear()
    if not triangle.bound():
        ring = triangle.ring
        fixed = ring.identities[len(ring.units) :]
        budget = Budget(_MOST_STEPS, seconds)
        reduce_by_basis(triangle.goal, triangle.equations, fixed, budget, clearing=True)
    return not triangle.equations


def _reduce_with_inverses(goal: Remainder, equations: Sequence[int], seconds: float) -> None:
    """Reduce by a basis in which what has a witness or is a unit has an inverse."""
    goal.clear()
    identities = goal.ideal.ring.identities
    budget = Budget(_MOST_STEPS, seconds)
    reduce_by_basis(goal, equations, identities, budget, clearing=False)


def _in_terms(left: Remainder, vanishing: Sequence[Term]) -> Elimination:
    """What is left and what was taken, as terms.  Raises `SearchExhausted` if it is too large."""
    ring = left.ideal.ring
    rest = sum_of(*ring.ends, (c * word for c, word in ring.parts(left.factor * left.rest)))
    parts = []
    for number, factor in enumerate(left.ideal.cofactors(left.combination)):
        if len(factor) * len(vanishing[number].monomials) > _MOST_PRODUCTS:
            raise SearchExhausted
        parts += [Part(number, c, word) for c, word in ring.parts(factor)]
    return Elimination(rest, parts)
