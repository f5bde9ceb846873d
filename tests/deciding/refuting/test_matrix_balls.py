from __future__ import annotations

from typing import Any

import pytest

from derive.deciding.reading import read_problem
from derive.deciding.refuting.exact_matrices import Model
from derive.deciding.refuting.gaussian import matrix, scalar
from derive.deciding.refuting.matrix_balls import Balls, NoEnclosure
from derive.deciding.refuting.typed_terms import Typing, type_of

MODEL = Model(
    {"V": 2},
    {
        "A": matrix([[1, 2], [0, (0, 1)]]),
        "B": matrix([[0, 1], [1, 1]]),
        "t": scalar(2),
        "x": scalar(3),
        "z": scalar(1, 1),
    },
)
ASSUME = {"A": "operator", "B": "operator", "t": "real", "x": "real", "z": "complex"}


def sides(claim: str) -> tuple[Any, Any]:
    problem = read_problem(claim, [], ASSUME).problem
    typing = Typing({name: type_of(one) for name, one in problem.names.items()})
    relation = typing.relation(problem.claims[0])
    balls = Balls(MODEL, frozenset({"t", "x"}))
    return balls.value(relation.left), balls.value(relation.right)


@pytest.mark.parametrize(
    "claim",
    [
        "exp(A)*exp(-A) == 1",
        "exp(2*B) == exp(B)**2",
        "Derivative(exp(t*A), t) == A*exp(t*A)",
        "Derivative(t**3*A, t, 2) == 6*t*A",
        "Derivative(exp(t*A)*B*exp(-t*A), t) == A*exp(t*A)*B*exp(-t*A) - exp(t*A)*B*exp(-t*A)*A",
        "Derivative(sin(t)*A + cos(t**2)*B, t) == cos(t)*A - 2*t*sin(t**2)*B",
        "Derivative(adjoint(exp(t*A)), t) == adjoint(A)*adjoint(exp(t*A))",
        "Derivative(Trace(exp(t*A)), t) == Trace(A*exp(t*A))",
        "Sum(exp(k*A), (k, 0, 2)) == 1 + exp(A) + exp(A)**2",
        "sqrt(x)**2*A == 3*A",
        "exp(pi*I)*A == -A",
        "log(exp(x))*A == x*A",
        "Inverse(exp(A)) == exp(-A)",
    ],
)
def test_both_sides_of_an_identity_overlap(claim: str) -> None:
    left, right = sides(claim)
    assert all(entry.contains(0) for entry in (left - right).entries())


@pytest.mark.parametrize(
    "claim",
    [
        "exp(A + B) == exp(A)*exp(B)",
        "Derivative(exp(t*A), t) == t*A*exp(t*A)",
        "Derivative(2**t*A, t) == 0",
        "Derivative(exp(z*A), z, 2) == A*exp(z*A)",
        "sqrt(x)*A == 2*A",
    ],
)
def test_what_is_different_is_separated(claim: str) -> None:
    try:
        left, right = sides(claim)
    except NoEnclosure:
        assert "2**t" in claim
        return
    assert any(not entry.contains(0) for entry in (left - right).entries())


@pytest.mark.parametrize(
    "claim",
    [
        "Derivative(conjugate(z)*A, z) == 0",
        "(x - 3)**(1/2)*A == 0",
        "Derivative(abs(t)*A, t) == A",
        "Integral(exp(x*t), (x, 0, 1))*A == A",
    ],
)
def test_what_is_not_enclosed_is_said_so(claim: str) -> None:
    with pytest.raises(NoEnclosure):
        sides(claim)
