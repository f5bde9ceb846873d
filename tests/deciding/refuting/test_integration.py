"""Tests of definite integrals."""

from __future__ import annotations

import math

import pytest

from derive.deciding.reading import read_problem
from derive.deciding.refuting.balls import Undefined, Unknown, enclosure


def value(text: str) -> object:
    return enclosure(read_problem(f"{text} == 0", syntax="text").problem.claims[0].left, {})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Integral(x**2, (x, 0, 1))", 1 / 3),
        ("Integral(x**2, (x, 1, 0))", -1 / 3),
        ("Integral(sin(x), (x, 0, pi))", 2),
        ("Integral(Abs(x), (x, -1, 1))", 1),
        ("Integral(log(x), (x, 0, 1))", -1),
        ("Integral(1/sqrt(x), (x, 0, 1))", 2),
        ("Integral(x*exp(-x), (x, 0, oo))", 1),
        ("Integral(exp(-x**2), (x, -oo, oo))", math.sqrt(math.pi)),
        ("Integral(exp(x), (x, -oo, 0))", 1),
        ("Integral(1/(1 + x**2), (x, -oo, oo))", math.pi),
        ("Integral(log(x)/x**2, (x, 1, oo))", 1),
        ("Integral(cos(x)*exp(-2*x), (x, 0, oo))", 2 / 5),
        ("Integral(Integral(x*y, (x, 0, y)), (y, 0, 1))", 1 / 8),
    ],
)
def test_values(text: str, expected: float) -> None:
    found = value(text)
    assert not isinstance(found, Undefined | Unknown)
    assert abs(complex(found.mid()) - expected) <= float(found.rad()) + 1e-12  # type: ignore[attr-defined]
    assert float(found.rad()) < 0.05  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "text",
    [
        "Integral(1/x, (x, 0, 1))",
        "Integral(1/x, (x, -1, 1))",
        "Integral(1/x**2, (x, -1, 1))",
        "Integral(x, (x, 0, oo))",
        "Integral(1/x, (x, 1, oo))",
        "Integral(cos(x), (x, 0, oo))",
        "Integral(exp(x), (x, 0, oo))",
        "Integral(x, (x, -oo, oo))",
        "Integral(x, (x, 0, I))",
    ],
)
def test_what_diverges_has_no_known_value(text: str) -> None:
    assert value(text) == Unknown()
