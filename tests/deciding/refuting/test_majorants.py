"""Tests of the bounds: they hold at points far out."""

from __future__ import annotations

import pytest
from flint import arb

from derive.deciding.claims.expressions import Symbol, number, substituted
from derive.deciding.reading import read_problem
from derive.deciding.refuting.balls import Evaluation, enclosure
from derive.deciding.refuting.majorants import majorant
from derive.deciding.refuting.quantities import NotKnown

BODIES = [
    "x**3 - 2*x + 5",
    "1/(x**2 - 3*x)",
    "(x + I)/(x**3 + 1)",
    "exp(-x**2 + 3*x)",
    "exp(-2*x + I*x)*x**4",
    "sin(3*x + I)/x",
    "cosh(x)",
    "sqrt(x**2 + 1)",
    "1/sqrt(x)",
    "log(x**2 + x)",
    "log(1/x)/x",
    "2**(-x)",
    "x**5/factorial(x)",
    "1/factorial(2*x + 1)**2",
    "(-1/2)**x",
    "1/(exp(x)*x)",
    "exp(-1/x)",
    "sin(1/x)",
]


@pytest.mark.parametrize("text", BODIES)
@pytest.mark.parametrize("start", [8, 40])
def test_bounds(text: str, start: int) -> None:
    body = read_problem(f"{text} == 0", (), {"x": "complex"}, syntax="text").problem.claims[0].left
    bound = majorant(body, "x", start, Evaluation())
    for x in (start, start + 1, 2 * start, 7 * start):
        size = bound.constant * arb(x) ** arb(bound.degree) * (-bound.rate * x).exp()
        value = enclosure(substituted(body, {"x": number(x)}), {})
        assert not abs(value) > size


@pytest.mark.parametrize("text", ["gamma(x)", "exp(x**2)", "tan(x)", "1/sin(x)", "x**x"])
def test_no_bound(text: str) -> None:
    body = read_problem(f"{text} == 0", (), {"x": "complex"}, syntax="text").problem.claims[0].left
    with pytest.raises(NotKnown):
        majorant(body, "x", 8, Evaluation())


def test_what_is_summed_beyond() -> None:
    x = Symbol("x")
    square = read_problem("1/x**2 == 0", (), {"x": "real"}, syntax="text").problem.claims[0].left
    bound = majorant(square, x.name, 10, Evaluation())
    assert bound.beyond >= arb("0.0999999")
    assert bound.tail > sum(1 / k**2 for k in range(10, 5000))
