"""Tests of sums and products."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from derive.deciding.claims.expressions import Binder, Symbol, multiply, number, power
from derive.deciding.reading import read_problem
from derive.deciding.refuting.balls import Undefined, Unknown, enclosure


def value(text: str) -> object:
    return enclosure(read_problem(f"{text} == 0", syntax="text").problem.claims[0].left, {})


@given(st.integers(-5, 5), st.integers(-1, 12), st.integers(0, 3))
def test_finite_sums(first: int, length: int, exponent: int) -> None:
    k = Symbol("k")
    last = first + max(length, 0) - 1
    body = multiply(number(2), power(k, number(exponent)))
    found = enclosure(Binder("sum", "k", body, (number(first), number(last))), {})
    assert found == sum(2 * j**exponent for j in range(first, last + 1))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sum(1/2**k, (k, 0, oo))", 2),
        ("Sum(k/3**k, (k, 1, oo))", 3 / 4),
        ("Sum(1/k**2, (k, 1, oo))", math.pi**2 / 6),
        ("Sum(1/(k*(k + 1)), (k, 1, oo))", 1),
        ("Sum(1/factorial(k), (k, 0, oo))", math.e),
        ("Sum((-1)**k/factorial(2*k), (k, 0, oo))", math.cos(1)),
        ("Sum((-1)**(k + 1)/k, (k, 1, oo))", math.log(2)),
        ("Sum((-1)**k/(2*k + 1), (k, 0, oo))", math.pi / 4),
        ("Sum((-1)**k/(2*k + 1), (k, 1, oo))", math.pi / 4 - 1),
    ],
)
def test_infinite_sums(text: str, expected: float) -> None:
    found = value(text)
    assert not isinstance(found, Undefined | Unknown)
    assert abs(complex(found.mid()) - expected) <= float(found.rad()) + 1e-12  # type: ignore[attr-defined]
    assert float(found.rad()) < 0.05  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "text",
    [
        "Sum(1/k, (k, 1, oo))",
        "Sum((-1)**k, (k, 0, oo))",
        "Sum(2**k, (k, 0, oo))",
        "Sum(I**k/k, (k, 1, oo))",
        "Sum(k, (k, 1, 1/2))",
        "Sum(k, (k, 1, -3))",
        "Product(1 + 1/k**2, (k, 1, oo))",
    ],
)
def test_no_known_value(text: str) -> None:
    assert value(text) == Unknown()


def test_undefined_term() -> None:
    assert value("Sum(1/k, (k, 0, 3))") == Undefined()
