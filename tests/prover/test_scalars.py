"""Solving equations between scalars, one unknown after the other."""

from __future__ import annotations

import pytest

from derive.kernel.formulas import Equation, Formula
from derive.kernel.terms import Term, identity, number
from derive.prover.budget import Budget
from derive.prover.recorder import Recorder
from derive.prover.relations import relations_of
from derive.prover.rewriting import value_of_multiple
from derive.prover.scalars import vanish
from tests.prover.problems import equal, fi, i, ket, n, operator, scalars, total

x, y, z, u = scalars("x y z u")
p, q = scalars("p q", "positive")
(w,) = scalars("w", "invertible")
a, b = ket("a"), ket("b")
overlap = a.adjoint() * b
A = operator("A")
one, two = identity(), number(2)


def left(term: Term, given: list[Formula]) -> Term:
    """What is left of the term; the multiples account for the rest of it."""
    recorder = Recorder()
    relations = [r for g in given for r in relations_of(recorder.step("assume", g)) if r.difference.is_scalar]
    reduction = vanish(recorder, term, relations, Budget())
    accounted = reduction.rest
    for multiple in reduction.multiples:
        accounted = accounted + value_of_multiple(multiple)
    assert accounted == term
    return reduction.rest


@pytest.mark.parametrize(
    ("term", "given"),
    [
        (x - two, [equal(x, two)]),
        (x**3 - number(8), [equal(x, two)]),
        (x - number(3), [equal(x, y + one), equal(y, two)]),
        (x - number(3), [equal(y, two), equal(x, y + one)]),
        (x - number(3), [equal(y + one, x), equal(two, y)]),
        (x * A - two * A, [equal(x, two)]),
        (x * overlap - one, [equal(x, two), equal(two * overlap, one)]),
        (overlap - y, [equal(p * overlap, p * y)]),
        (x - q * p**-1, [equal(p * x, q)]),
        (p**-1 - x, [equal(p * x, one)]),
        (w**-2 - x**2, [equal(w * x, one)]),
        (x - p**2, [equal(p**-1 * x, p)]),
        (p - q, [equal(p**-1, q**-1)]),
        (p**-2 - number(4) * q**-2, [equal(q, two * p)]),
        (x * y - one, [equal(x, z**2 + one), equal((z**2 + one) * y, one)]),
        (x + y, [equal(x + y + z, number(6)), equal(z, number(6))]),
        (x**n * y - z, [equal(x**n, z), equal(y, one)]),
        (total(i, fi) - two, [equal(total(i, fi), x), equal(x, two)]),
        (x + x.adjoint(), [equal(x, number(0, 1))]),
        (x * y, [equal(x**2, two), equal(y, number(0))]),
    ],
)
def test_nothing_is_left(term: Term, given: list[Formula]) -> None:
    assert not left(term, given)


@pytest.mark.parametrize(
    ("term", "given", "rest"),
    [
        (x - y, [], x - y),
        (x - y, [equal(x, z)], z - y),
        (x - y, [equal(x * z, y * z)], x - y),
        (x - one, [equal(x, x**2)], x - one),
        (p - q, [equal(p * x, q * x)], p - q),
        (x, [equal(y, two)], x),
    ],
)
def test_what_is_left(term: Term, given: list[Formula], rest: Term) -> None:
    assert left(term, given) == rest


def test_what_an_equation_defines_is_solved_for() -> None:
    """Left over is said in terms of what the author's equations do not define."""
    assert left(x - u, [equal(x, y * z), equal(y, two)]) == two * z - u


def test_a_long_triangle() -> None:
    chain = scalars(" ".join(f"c{k}" for k in range(40)))
    given: list[Formula] = [Equation(chain[k], chain[k + 1] + one) for k in range(39)]
    assert not left(chain[0] - chain[39] - number(39), given)
    assert not left(chain[0] - chain[39] - number(39), given[::-1])


def test_facts_of_something_else_do_not_matter() -> None:
    """Only a contradiction among them does."""
    others: list[Formula] = [equal(z * u, one), equal(u**2, z + one)]
    assert left(x - y, [*others, equal(x, y + one)]) == one
    assert not left((x - y) * A, [equal(x, one), equal(y, two), equal(z, u), equal(z, u + one)])


def test_each_operator_has_its_scalar() -> None:
    assert not left(x * A - two * A + (y - x) * identity(A.domain), [equal(x, two), equal(y, x)])
    assert left(x * A + y * identity(A.domain), [equal(x, two)]) == two * A + y * identity(A.domain)


def test_a_scalar_outside_of_a_sum() -> None:
    assert not left(total(i, x * fi) - total(i, fi) * two, [equal(x, two)])
    assert not left(total(i, x * fi * A) - total(i, fi * A) * two, [equal(x, two)])
