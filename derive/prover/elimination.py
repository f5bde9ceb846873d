"""Commutative elimination: a scalar as a combination of scalars that vanish.

The scalars become polynomials.  Equations that say what a variable is, what is not zero, or what a
power is are used first; a Gröbner basis of what is left is looked for if that is not enough.

Main results: `cofactors`.

Reference: J. L. Rabinowitsch, Math. Ann. 102, 520 (1930), for the inverses of what is not zero.
"""

from __future__ import annotations

from collections.abc import Sequence

from derive.kernel.terms import Term, zero
from derive.prover.budget import Budget, SearchExhausted
from derive.prover.groebner import Combination, Ideal, membership, multiple_added
from derive.prover.polynomials import Polynomial, Polynomials, cleared_of_units
from derive.prover.triangular import Triangle

_MOST_STEPS = 20_000
_MOST_SECONDS = 2.0
_MOST_PRODUCTS = 10_000


def cofactors(
    goal: Term, vanishing: Sequence[Term], seconds: float = _MOST_SECONDS
) -> list[Term] | None:
    """Scalars c with goal = Σ c·g over the vanishing scalars g, or None where none were found."""
    ring = Polynomials([goal, *vanishing])
    ideal = Ideal(ring, [ring.polynomial(term) for term in vanishing])
    try:
        found = _combination(ideal, ring.polynomial(goal), seconds)
        factors = None if found is None else ideal.cofactors(found)
    except SearchExhausted:
        return None
    if factors is None or any(
        len(factor) * len(term.monomials) > _MOST_PRODUCTS
        for factor, term in zip(factors, vanishing, strict=True)
    ):
        return None
    return [ring.term(factor) if factor else zero() for factor in factors]


def _combination(ideal: Ideal, goal: Polynomial, seconds: float) -> Combination | None:
    """The goal as a combination of what vanishes, modulo the identities of the ring."""
    triangle = Triangle(ideal, goal, Budget(_MOST_STEPS, seconds))
    solved = triangle.state()
    try:
        triangle.solve()
        solved = triangle.state()
        triangle.clear()
        while triangle.solve():
            triangle.clear()
        certain = triangle.bound()
        if triangle.rest and not certain:
            _by_basis(ideal, triangle, Budget(_MOST_STEPS, seconds))
        if not triangle.rest:
            return triangle.combination
        if not triangle.equations or not _has_inverses(ideal, solved):
            return None
    except SearchExhausted:
        pass
    return _with_inverses(ideal, solved, Budget(_MOST_STEPS, seconds))


def _by_basis(ideal: Ideal, state: State, budget: Budget) -> Combination | None:
    """From a basis where all denominators are cleared, and units are taken out."""
    fixed = ideal.ring.identities[len(ideal.ring.units) :]
    return membership(ideal, state, fixed, budget, clearing=True)


def _with_inverses(ideal: Ideal, state: State, budget: Budget) -> Combination | None:
    """From a basis in which units have inverses, and what has a witness is not zero."""
    known = [ideal.polynomials[number].degrees() for number in state.equations]
    ring = ideal.ring
    

