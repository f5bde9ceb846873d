"""Points that assumptions and hypotheses allow."""

from __future__ import annotations

import pytest

from derive.deciding.reading import read_problem
from derive.deciding.supplying.sampling import samples_of


@pytest.mark.parametrize(
    ("claim", "given", "assume", "expected"),
    [
        ("x >= 0", (), {"x": "nonnegative"}, True),
        ("x >= 0", (), {"x": "real"}, False),
        ("x != 0", (), {"x": "complex nonzero"}, True),
        ("x > 1", ("x > 2",), {"x": "real"}, True),
        ("im(x) == 0", (), {"x": "real"}, True),
        ("im(x) == 0", (), {"x": "complex"}, False),
        ("re(x) == 0", (), {"x": "imaginary"}, True),
        ("log(x) == log(x)", (), {"x": "complex"}, True),
    ],
)
def test_allow(claim: str, given: tuple[str, ...], assume: dict[str, str], expected: bool) -> None:
    """What is always so is allowed; what fails at a simple point is not."""
    problem = read_problem(claim, given, assume, syntax="text").problem
    assert samples_of(problem).allow(*problem.claims) == expected
