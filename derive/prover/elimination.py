"""Commutative elimination: a scalar as a combination of scalars that vanish.

The scalars become polynomials.  Equations that say what a variable is, what is not zero, or what a
power is are used first; a Gröbner basis of what is left is looked for if that is not enough.

Main results: `eliminated`, `cofactors`.

Reference: J. L. Rabinowitsch, Math. Ann. 102, 520 (1930), for the inverses of what is not zero.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from contextlib import suppress
from typing import NamedTuple

from derive.kernel.atoms import KernelError
from derive.kernel.terms import Monomial, Term, identity, sum_of, zero
from derive.prover.budget import Budget, SearchExhausted
from derive.prover.groebner import reduce_by_basis
from derive.prover.ideals import Ideal, Remainder
from derive.prover.polynomials import Polynomials, unknowns
from derive.prover.triangular import Triangle

_MOST_STEPS = 3_000
_MOST_SECONDS = 0.5
_MOST_DEGREE = 1_000
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
    near, far = _related(unknowns(goal), [unknowns(term) for term in vanishing])
    found = _eliminated(goal, {number: vanishing[number] for number in near}, defined, seconds)
    if found.rest and far:
        others = {number: vanishing[number] for number in far}
        contradiction = _eliminated(identity(), others, (), seconds)
        size = max((len(part.factor.monomials) for part in contradiction.parts), default=0)
        if not contradiction.rest and size * len(goal.monomials) <= _MOST_PRODUCTS:
            return Elimination(
                zero(*goal.ends), [p._replace(word=goal) for p in contradiction.parts]
            )
    return found


def _related(start: set[Hashable], others: Sequence[set[Hashable]]) -> tuple[list[int], list[int]]:
    """The places of the sets that meet the start, directly or by way of others, and the rest.

    An empty set meets everything: of a number that vanishes everything follows.
    """
    near, far, reached = list[int](), list(range(len(others))), start
    while True:
        new = [k for k in far if not others[k] or reached & others[k]]
        if not new:
            return sorted(near), far
        near += new
        far = [k for k in far if k not in new]
        reached = reached.union(*(others[k] for k in new))


def _eliminated(
    goal: Term, vanishing: Mapping[int, Term], defined: Sequence[Monomial], seconds: float
) -> Elimination:
    """Like `eliminated`, by scalars that have numbers."""
    terms = list(vanishing.values())
    ring = Polynomials([goal, *terms])
    if ring.degree > _MOST_DEGREE:
        return Elimination(goal, [])
    ideal = Ideal(ring, [ring.polynomial(term) for term in terms])
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
        with suppress(SearchExhausted, KernelError):
            return _in_terms(one, vanishing)
    return Elimination(goal, [])


def cofactors(goal: Term, vanishing: Sequence[Term]) -> list[Term] | None:
    """Scalars c with goal = Σ c·g over the vanishing scalars g, or None where none were found."""
    rest, parts = eliminated(goal, vanishing)
    if rest:
        return None
    found = {part.number: part.factor * part.word for part in parts}
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
    ideal, ring = goal.ideal, goal.ideal.ring
    occurring = [_occurring(ring, ideal.degrees(number)) for number in equations]
    near, _ = _related(_occurring(ring, goal.rest.degrees()), occurring)
    found = set[Hashable]().union(*(occurring[k] for k in near))
    inverses = [
        ring.generators[place] * ring.generators[inverse] - 1
        for place, inverse in ring.units
        if place in found
    ]
    identities = [*inverses, *ring.identities[len(ring.units) :]]
    budget = Budget(_MOST_STEPS, seconds)
    reduce_by_basis(goal, [equations[k] for k in near], identities, budget, clearing=False)


def _occurring(ring: Polynomials, degrees: Iterable[int]) -> set[Hashable]:
    """The variables of a polynomial, for inverses the units, without the imaginary unit."""
    inverses = {inverse: place for place, inverse in ring.units}
    places = {inverses.get(place, place) for place, degree in enumerate(degrees) if degree}
    return {*places - ring.fixed}


def _in_terms(left: Remainder, vanishing: Mapping[int, Term]) -> Elimination:
    """What is left and what was taken, as terms.

    Raises `SearchExhausted` or `KernelError` if it is too large.
    """
    ring = left.ideal.ring
    rest = sum_of(*ring.ends, (c * word for c, word in ring.parts(left.factor * left.rest)))
    parts = []
    factors = left.ideal.cofactors(left.combination)
    for (number, term), factor in zip(vanishing.items(), factors, strict=True):
        if len(factor) * len(term.monomials) > _MOST_PRODUCTS:
            raise SearchExhausted
        parts += [Part(number, c, word) for c, word in ring.parts(factor)]
    return Elimination(rest, parts)
