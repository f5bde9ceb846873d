"""Tests of what is left out of infinite sums."""

from __future__ import annotations

import mpmath
import pytest

from derive.deciding.claims.expressions import Expression
from derive.deciding.reading import read_problem
from derive.deciding.refuting.balls import Evaluation
from derive.deciding.refuting.quantities import NotKnown
from derive.deciding.refuting.reality import is_real_function
from derive.deciding.refuting.tails import tail


def body(text: str) -> Expression:
    return read_problem(f"{text} == 0", (), {"k": "complex"}, syntax="text").problem.claims[0].left


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("1/k**2", lambda k: 1 / k**2),
        ("(k + 1)/(k**3 - 2*k + I)", lambda k: (k + 1) / (k**3 - 2 * k + 1j)),
        ("1/(k*(k + 1)*(k + 2))", lambda k: 1 / (k * (k + 1) * (k + 2))),
        ("2**(-k)*k", lambda k: k / mpmath.mpf(2) ** k),
    ],
)
@pytest.mark.parametrize("start", [10, 30])
def test_tails(text: str, term: object, start: int) -> None:
    found = tail(body(text), "k", start, Evaluation())
    expected = mpmath.nsum(term, [start, mpmath.inf])
    difference = complex(found.mid()) - complex(expected)
    assert abs(difference) <= float(found.rad()) + 1e-9
    assert float(found.rad()) < 0.1


@pytest.mark.parametrize("text", ["1/k", "1", "(k**2 + 1)/(k**3 - k)", "2**k", "tan(k)"])
def test_no_tail(text: str) -> None:
    with pytest.raises(NotKnown):
        tail(body(text), "k", 10, Evaluation())


@pytest.mark.parametrize(
    ("text", "real"),
    [
        ("k**2 - pi*k", True),
        ("exp(-k)/factorial(k)", True),
        ("2**k", True),
        ("abs(I*k)", True),
        ("k + I", False),
        ("(-1)**k", False),
        ("sqrt(k)", False),
        ("log(k)", False),
        ("asin(k)", False),
    ],
)
def test_reality(text: str, real: bool) -> None:
    assert is_real_function(body(text), "k", Evaluation()) is real
