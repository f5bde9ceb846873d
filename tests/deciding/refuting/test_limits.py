"""Tests of limits."""

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
        ("Limit(x**2, x, 3)", 9),
        ("Limit(sin(x)/x, x, 0)", 1),
        ("Limit((1 - cos(x))/x**2, x, 0)", 1 / 2),
        ("Limit((x**2 - 1)/(x - 1), x, 1)", 2),
        ("Limit((exp(x) - 1)/x, x, 0)", 1),
        ("Limit(log(1 + x)/x, x, 0)", 1),
        ("Limit(1/x - 1/sin(x), x, 0)", 0),
        ("Limit(n/(n + 1), n, oo)", 1),
        ("Limit((1 + 2/n)**n, n, oo)", math.exp(2)),
        ("Limit(n**2/2**n, n, oo)", 0),
        ("Limit(x*exp(-x), x, oo)", 0),
        ("Limit(x/(x - 1), x, -oo)", 1),
        ("Limit(sin(x)/x, x, oo)", 0),
    ],
)
def test_values(text: str, expected: float) -> None:
    found = value(text)
    assert not isinstance(found, Undefined | Unknown)
    assert abs(complex(found.mid()) - expected) <= float(found.rad()) + 1e-12  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "text",
    [
        "Limit(1/x, x, 0)",
        "Limit(Abs(x)/x, x, 0)",
        "Limit(sin(x), x, oo)",
        "Limit(floor(x), x, 1)",
        "Limit(sqrt(x), x, -1)",
        "Limit(x, x, oo)",
        "Limit((-1)**n, n, oo)",
        "Limit(exp(x), x, oo)",
    ],
)
def test_no_known_value(text: str) -> None:
    assert value(text) == Unknown()
