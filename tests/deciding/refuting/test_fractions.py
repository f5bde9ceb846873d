"""Tests of quotients and polynomials."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from derive.deciding.claims.expressions import Expression, divide, number
from derive.deciding.reading import read_problem
from derive.deciding.refuting.balls import Evaluation
from derive.deciding.refuting.fractions import coefficients_in, fraction, normalized
from derive.deciding.refuting.quantities import UndefinedHere, of

TEXTS = [
    "1/x + 1/y",
    "x/(1/y)",
    "(x/y)**-2 + 3",
    "x*(y + 1/x)**2/(x - y)",
    "1/(1/(1/x))",
    "exp(1/(1/x))*0 + y",
]


def body(text: str) -> Expression:
    names = {"x y": "complex"}
    return read_problem(f"{text} == 0", (), names, syntax="text").problem.claims[0].left


def value(expression: Expression, x: int, y: int) -> object:
    return Evaluation().at({"x": of(x), "y": of(y)}).quantity(expression).exact


@pytest.mark.parametrize("text", TEXTS)
@given(x=st.integers(-5, 5), y=st.integers(-5, 5))
def test_the_value_is_kept_where_there_is_one(text: str, x: int, y: int) -> None:
    expression = body(text)
    try:
        expected = value(expression, x, y)
    except UndefinedHere:
        assume(False)
    assert value(divide(*fraction(expression)), x, y) == expected
    assert value(normalized(expression), x, y) == expected


@given(x=st.integers(-5, 5), y=st.integers(-5, 5))
def test_coefficients(x: int, y: int) -> None:
    expression = body("(x + y)**3 - 2*x*y + x*(x - 1)*y")
    found = coefficients_in(expression, "x")
    assert found is not None
    total = sum(value(part, 0, y).integer * x**place for place, part in enumerate(found))
    assert total == value(expression, x, y).integer


def test_no_polynomial() -> None:
    assert coefficients_in(body("exp(x)"), "x") is None
    assert coefficients_in(body("1/x"), "x") is None
    assert coefficients_in(body("x**100"), "x") is None
    assert coefficients_in(number(3), "x") == [number(3)]
