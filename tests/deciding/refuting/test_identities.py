"""Tests of identities."""

from __future__ import annotations

import pytest

from derive.deciding.reading import read_problem
from derive.deciding.refuting.identities import is_identity


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("(x + y)**2 == x**2 + 2*x*y + y**2", True),
        ("(x + y)**2 == x**2 + y**2", False),
        ("1/x + 1/y == (x + y)/(x*y)", True),
        ("Derivative(x**3, x) == 3*x**2", True),
        ("Derivative(x**3, x) == 2*x**2", False),
        ("sin(x) == sin(x)", False),
        ("x*sqrt(2)**2 == 2*x", True),
        ("x != y", False),
        ("x**2 >= 0", False),
    ],
)
def test_identities(claim: str, expected: bool) -> None:
    relation = read_problem(claim, (), {"x y": "real"}, syntax="text").problem.claims[0]
    assert is_identity(relation) is expected
