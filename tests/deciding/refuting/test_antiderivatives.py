"""Tests of claims with antiderivatives."""

from __future__ import annotations

import pytest

from derive.deciding.claims.expressions import Binder, Relation
from derive.deciding.reading import read_problem
from derive.deciding.refuting.antiderivatives import differentiated
from derive.deciding.refuting.quantities import NotKnown


def claim(text: str) -> Relation:
    assume = {"x y": "real"}
    return read_problem(text, (), assume, syntax="text").problem.claims[0]


def test_without_antiderivatives_nothing_changes() -> None:
    relation = claim("Derivative(x**2, x) == 2*x")
    assert differentiated(relation) is relation


def test_no_antiderivative_is_left() -> None:
    relation = differentiated(claim("3*Integral(2*x, x) + y == Integral(y, x) + x**2"))
    kinds = {part.kind for s in relation.sides for part in s.walk() if isinstance(part, Binder)}
    assert kinds == {"derivative"}


@pytest.mark.parametrize(
    "text",
    [
        "Integral(x, x)**2 == x",
        "x*Integral(x, x) == x",
        "Integral(x, x) == Integral(y, y)",
        "Integral(x, x) >= x",
        "exp(Integral(x, x)) == x",
        "Integral(x, x)*Integral(x, x) == x",
        "Integral(Integral(x, x), x) == x**3/6",
    ],
)
def test_what_is_not_linear_is_left_alone(text: str) -> None:
    with pytest.raises(NotKnown):
        differentiated(claim(text))
