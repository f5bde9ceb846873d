"""Whether conditions follow from assumptions, hypotheses and other conditions."""

from __future__ import annotations

import pytest

from derive.deciding.proving.discharging import follows
from derive.deciding.reading import read_problem


@pytest.mark.parametrize(
    ("condition", "given", "assume", "expected"),
    [
        ("x + 1 != 0", (), {"x": "positive"}, True),
        ("x + 1 != 0", (), {"x": "real"}, False),
        ("x**2 + 1 != 0", (), {"x": "real"}, True),
        ("x**2 + 1 != 0", (), {"x": "complex"}, False),
        ("x != 0", ("x*y == 1",), {"x y": "complex"}, True),
        ("x != 0", ("x*y == 0",), {"x y": "complex"}, False),
        ("x - y != 0", ("x > y",), {"x y": "real"}, True),
        ("x - y != 0", ("x >= y",), {"x y": "real"}, False),
        ("exp(x) != 0", (), {"x": "complex"}, True),
        ("2*n + 1 != 0", (), {"n": "natural"}, True),
    ],
)
def test_follows(
    condition: str, given: tuple[str, ...], assume: dict[str, str], expected: bool
) -> None:
    """What is always so follows; what may fail does not."""
    problem = read_problem(condition, given, assume, syntax="text").problem
    assert follows(problem, problem.claims[0]) == expected
