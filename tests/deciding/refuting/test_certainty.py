"""Tests of what is certain about a relation at a point."""

from __future__ import annotations

import pytest

from derive.deciding.reading import read_problem
from derive.deciding.refuting.certainty import Standing, standing


def at_one(claim: str, precision: int = 64) -> Standing:
    problem = read_problem(claim, (), {"x": "complex"}, syntax="text").problem
    one = read_problem("1 == 1", syntax="text").problem.claims[0].left
    return standing(problem.claims[0], {"x": one}, precision)


@pytest.mark.parametrize(
    ("claim", "holds"),
    [
        ("x == 1", True),
        ("x == 2", False),
        ("x != 1", False),
        ("x != I", True),
        ("x >= 1", True),
        ("x > 1", False),
        ("x > 1/2", True),
        ("x >= 2", False),
        ("I >= x", False),
        ("I*x > I*x", False),
        ("exp(x) == exp(x)", True),
        ("exp(x) != exp(x)", False),
        ("exp(x) > 2", True),
        ("exp(x) == 2", False),
        ("sin(x)**2 + cos(x)**2 == 1", None),
        ("sin(x)**2 + cos(x)**2 >= 1", None),
        ("sin(x)**2 + cos(x)**2 != 1", None),
        ("1/(x - 1) == 2", None),
        ("1/(x - 1) == 1/(x - 1)", None),
    ],
)
def test_relations(claim: str, holds: bool | None) -> None:
    assert at_one(claim).holds is holds


def test_a_side_may_be_undefined() -> None:
    assert at_one("log(x - 1) == 2").undefined
    assert not at_one("x == 2").undefined


def test_precision_decides() -> None:
    claim = "exp(pi*sqrt(163)) == 262537412640768744"
    assert at_one(claim).holds is None
    assert at_one(claim, 256).holds is False
