"""Bounds that ball arithmetic computes."""

from __future__ import annotations

import pytest

from derive.deciding.claims.expressions import Expression
from derive.deciding.reading import read_problem
from derive.deciding.stating.abstraction import Abstraction
from derive.deciding.stating.grants import Unsupported
from derive.deciding.stating.numerics import computed


def value(text: str, **assume: str) -> Expression:
    """An expression."""
    return read_problem(f"{text} == 0", (), assume, syntax="text").problem.claims[0].left


@pytest.mark.parametrize("text", ["sqrt(2) - 1", "22/7 - pi", "exp(1) - 2", "1/2", "2 + I"])
def test_what_is_positive(text: str) -> None:
    """A positive real part is granted, and that the value is not 0."""
    assert computed(Abstraction({}), ">=", value(text))
    assert computed(Abstraction({}), "!=", value(text))


@pytest.mark.parametrize("text", ["1 - sqrt(2)", "pi - 22/7", "sqrt(2)**2 - 2", "log(0)", "0"])
def test_what_is_not(text: str) -> None:
    """Nothing is granted of what is negative, zero or undefined."""
    with pytest.raises(Unsupported):
        computed(Abstraction({}), ">=", value(text))


def test_only_closed_values() -> None:
    """A value that depends on a name is refused."""
    problem = read_problem("x**2 + 1 == 0", (), {"x": "real"}, syntax="text").problem
    with pytest.raises(Unsupported):
        computed(Abstraction(problem.names), ">=", problem.claims[0].left)
    with pytest.raises(Unsupported):
        computed(Abstraction({}), "!=", value("sqrt(2)**2 - 2"))
