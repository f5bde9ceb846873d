"""Polynomial equations solved for one variable after the other."""

from __future__ import annotations

from fractions import Fraction
from functools import reduce
from operator import add

import pytest

from derive.kernel.terms import Term, identity, number
from derive.prover.budget import Budget, SearchExhausted
from derive.prover.ideals import Ideal, Remainder
from derive.prover.polynomials import Polynomials
from derive.prover.triangular import Triangle
from tests.prover.problems import scalars

x, y, z, q, r, s = scalars("x y z q r s")
w, u = scalars("w u", "invertible")
one, two, imaginary = identity(), number(2), number(0, 1)


class Solved:
    """A triangle of terms, which says what is left as terms and checks that nothing is lost."""

    def __init__(self, goal: Term, vanishing: list[Term], steps: int = 10_000) -> None:
        self.goal, self.vanishing = goal, vanishing
        self.ring = Polynomials([goal, *vanishing])
        ideal = Ideal(self.ring, [self.ring.polynomial(term) for term in vanishing])
        start = Remainder(ideal, self.ring.polynomial(goal), self.ring.context.constant(1))
        self.triangle = Triangle(start, Budget(steps))

    def rest(self) -> Term:
        left = self.triangle.goal
        taken = map(self.ring.term, left.ideal.cofactors(left.combination))
        products = (c * g for c, g in zip(taken, self.vanishing, strict=True))
        assert reduce(add, products, self.ring.term(left.factor * left.rest)) == self.goal
        return self.ring.term(left.rest)

    def equations(self) -> list[Term]:
        """What is left of the equations; each is a combination of those given."""
        ideal = self.triangle.ideal
        found = []
        for k in self.triangle.equations:
            cofactors = map(self.ring.term, ideal.cofactors({k: self.ring.context.constant(1)}))
            parts = [c * g for c, g in zip(cofactors, self.vanishing, strict=True)]
            found.append(self.ring.term(ideal.polynomials[k]))
            assert reduce(add, parts) == found[-1]
        return found


@pytest.mark.parametrize(
    ("goal", "vanishing", "rest"),
    [
        (x**2 - y, [x - y - one], x**2 - x + one),
        (x * z, [x * y - z], x**2 * y),
        (x, [x * y**2 - z**2], x),
        (x, [x**2 - y * x], x),
        (w**-1 - x, [w - two * u**2, x - one], number(Fraction(1, 2)) * u**-2 - one),
        (x, [two * imaginary * x - one], number(0, Fraction(-1, 2))),
    ],
)
def test_what_a_variable_is_is_put_in(goal: Term, vanishing: list[Term], rest: Term) -> None:
    solved = Solved(goal, vanishing)
    assert solved.triangle.solve() == (rest != goal)
    assert solved.rest() == rest


def test_it_is_put_into_the_other_equations_too() -> None:
    solved = Solved(q, [x - y**2, y - z**2, x * q - one])
    solved.triangle.solve()
    assert solved.rest() == q
    assert solved.equations() == [z**4 * q - one]


def test_a_sum_that_is_a_unit_becomes_a_witness() -> None:
    """It is not solved for again by the equation that says what its inverse is."""
    solved = Solved(w**-1 * (r**2 + s**2) - one, [w - r**2 - s**2])
    solved.triangle.solve()
    assert solved.rest()
    solved.triangle.clear()
    assert not solved.rest()


@pytest.mark.parametrize(
    ("goal", "vanishing"),
    [
        (q - r - two * s, [q * (x - one) - one, r * (x + one) - one, s * (x**2 - one) - one]),
        (q**2 * (x + one) * (x - one) - q * (x - one), [q * (x + one) - one]),
        (r * (x + q) - one, [q * x - one, r * (x + q) - one]),
        (w**-2 * x * q - w**-2, [q * x - one]),
        (y - z, [q * (x - one) - one, (x - one) ** 2 * (y - z)]),
    ],
)
def test_denominators_are_cleared(goal: Term, vanishing: list[Term]) -> None:
    solved = Solved(goal, vanishing)
    solved.triangle.clear()
    if solved.rest():
        solved.triangle.solve()
    assert not solved.rest()


def test_what_is_left_has_no_denominators() -> None:
    solved = Solved(q + y, [q * x**2 - one, y**2 - q])
    solved.triangle.clear()
    assert solved.rest() == one + x**2 * y
    assert solved.equations() == [x**2 * y**2 - one]


@pytest.mark.parametrize(
    ("goal", "vanishing", "certain"),
    [
        (y**4 - two * y**2 + one - x, [y**2 - z - one, z**2 - x], True),
        (y**3 - x * y, [y**2 - x], True),
        (x**2 - z, [two * x**2 - x * y - y, y**2 - x * z - one], False),
    ],
)
def test_degrees_are_lowered(goal: Term, vanishing: list[Term], certain: bool) -> None:
    solved = Solved(goal, vanishing)
    assert solved.triangle.bound() == certain
    assert bool(solved.rest()) != certain


def test_swelling_ends_with_the_budget() -> None:
    long = reduce(add, (a**2 for a in scalars("a b c d e f")))
    with pytest.raises(SearchExhausted):
        Solved(x**30, [x - long]).triangle.solve()
    with pytest.raises(SearchExhausted):
        Solved(x * y, [x - z, y - z], steps=1).triangle.solve()
