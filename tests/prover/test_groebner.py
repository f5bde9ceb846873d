"""Gröbner bases: what is left of a goal, and that the noted multiples account for the rest."""

from __future__ import annotations

from functools import reduce
from operator import add

import pytest

from derive.kernel.terms import Term, identity, number, zero
from derive.prover.budget import Budget, SearchExhausted
from derive.prover.groebner import reduce_by_basis
from derive.prover.ideals import Ideal, Remainder
from derive.prover.polynomials import Polynomials
from tests.prover.problems import scalars

x, y, z, t = scalars("x y z t")
(w,) = scalars("w", "invertible")
one, two, imaginary = identity(), number(2), number(0, 1)
CYCLIC = [
    x + y + z + t,
    x * y + y * z + z * t + t * x,
    x * y * z + y * z * t + z * t * x + t * x * y,
    x * y * z * t - one,
]


def reduced(
    goal: Term, vanishing: list[Term], *, clearing: bool, budget: Budget | None = None
) -> Term:
    """What is left; the goal is the combination plus that, or the test fails."""
    ring = Polynomials([goal, *vanishing])
    ideal = Ideal(ring, [ring.polynomial(term) for term in vanishing])
    left = Remainder(ideal, ring.polynomial(goal), ring.context.constant(1))
    free = ring.identities[len(ring.units) :] if clearing else ring.identities
    reduce_by_basis(left, range(len(vanishing)), free, budget or Budget(), clearing=clearing)
    rest = ring.term(left.factor * left.rest)
    taken = map(ring.term, ideal.cofactors(left.combination))
    assert reduce(add, (c * g for c, g in zip(taken, vanishing, strict=True)), rest) == goal
    return rest


@pytest.mark.parametrize(
    ("goal", "vanishing"),
    [
        (zero(), [x]),
        (z * x - y * y, [x**2 - y, x * y - z]),
        (y**3 - z**2, [x**2 - y, x**3 - z]),
        (one, [x - y, x - y - one]),
        (x**2 + one, [x - imaginary]),
        ((y**2 - t**2) ** 2 * t**2, CYCLIC),
    ],
)
def test_members(goal: Term, vanishing: list[Term]) -> None:
    assert not reduced(goal, vanishing, clearing=True)
    assert not reduced(goal, vanishing, clearing=False)


@pytest.mark.parametrize(
    ("goal", "vanishing"),
    [
        (x, [x**2]),
        (x - y, [x**2 - y**2]),
        (one, [x**2 + y**2]),
        ((y - t) ** 2 * t**2, CYCLIC),
        (z, [x * z, y * z]),
    ],
)
def test_others(goal: Term, vanishing: list[Term]) -> None:
    assert reduced(goal, vanishing, clearing=False)


def test_units_are_taken_out() -> None:
    assert not reduced(x * y - x, [w**2 * x * y - w**2 * x], clearing=True)
    assert not reduced(w**-1 * y - w**-2 * x, [w * y - x], clearing=False)


def test_it_stops_when_the_budget_is_spent() -> None:
    with pytest.raises(SearchExhausted):
        reduced(x, CYCLIC, clearing=True, budget=Budget(5))
