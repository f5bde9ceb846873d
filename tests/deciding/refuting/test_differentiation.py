"""Tests of derivatives, against numerical ones by mpmath."""

from __future__ import annotations

import mpmath
import pytest

from derive.deciding.claims.expressions import Expression, number
from derive.deciding.reading import read_problem
from derive.deciding.refuting.balls import Undefined, Unknown, enclosure
from derive.deciding.refuting.differentiation import derivative
from derive.deciding.refuting.quantities import NotKnown


def left_side(text: str) -> Expression:
    return read_problem(f"{text} == 0", (), {"x": "complex"}, syntax="text").problem.claims[0].left


BODIES = {
    "x**3": lambda x: x**3,
    "x**x": lambda x: x**x,
    "2**x": lambda x: 2**x,
    "(x**2 + 1)**(-3)": lambda x: (x**2 + 1) ** -3,
    "sqrt(1 + x**2)": lambda x: mpmath.sqrt(1 + x**2),
    "exp(x)*sin(x)": lambda x: mpmath.exp(x) * mpmath.sin(x),
    **{
        name: getattr(mpmath, name)
        for name in "log cos tan cot sec csc atan sinh cosh tanh coth asinh acosh".split()
    },
    "asin": lambda x: mpmath.asin(x / 5),
    "acos": lambda x: mpmath.acos(x / 5),
    "atanh": lambda x: mpmath.atanh(x / 5),
    "Integral(t*x, (t, 0, x))": lambda x: x**3 / 2,
    "Integral(cos(t), (t, x, x**2))": lambda x: mpmath.sin(x**2) - mpmath.sin(x),
    "Sum(x**k, (k, 0, 4))": lambda x: 1 + x + x**2 + x**3 + x**4,
    "Derivative(x**4, x)": lambda x: 4 * x**3,
}


def text_of(body: str) -> str:
    scaled = {"asin": "asin(x/5)", "acos": "acos(x/5)", "atanh": "atanh(x/5)"}
    return scaled.get(body, body if "x" in body.replace("exp", "") else f"{body}(x)")


@pytest.mark.parametrize("body", sorted(BODIES))
@pytest.mark.parametrize("order", [1, 2])
def test_derivatives(body: str, order: int) -> None:
    point = 3
    found = enclosure(left_side(f"Derivative({text_of(body)}, x, {order})"), {"x": number(point)})
    expected = mpmath.diff(BODIES[body], point, order)
    assert not isinstance(found, Undefined | Unknown)
    assert abs(complex(found.mid()) - complex(expected)) < 1e-4 * (1 + abs(complex(expected)))


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("Derivative(sqrt(x), x)", 0),
        ("Derivative(sqrt(x), x)", -1),
        ("Derivative(log(x), x)", -2),
        ("Derivative(Abs(x), x)", 1),
        ("Derivative(conjugate(x), x)", 1),
        ("Derivative(floor(x), x)", 1),
        ("Derivative(asin(x), x)", 2),
        ("Derivative(0**x, x)", 1),
    ],
)
def test_no_derivative_where_it_is_not_analytic(text: str, point: int) -> None:
    assert enclosure(left_side(text), {"x": number(point)}) == Unknown()


def test_no_rule() -> None:
    with pytest.raises(NotKnown):
        derivative(left_side("gamma(x)"), "x")
