"""Textbook claims on exponentials, logarithms, trigonometric functions and general powers.

The claims without hypotheses stand in `elementary_claims.toml`, by what is assumed.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest

from derive.deciding.proving.proof import Proof, prove
from derive.deciding.reading import read_problem

_SECONDS = 6.0
_SECONDS_FOR_FALSE = 0.4

_GIVEN = (
    ("x == y", {"x y": "real"}, ("exp(x) == exp(y)",), True),
    ("x == y", {"x y": "complex"}, ("exp(x) == exp(y)",), False),
    ("x == exp(2*y)", {"x": "positive", "y": "real"}, ("log(x) == 2*y",), True),
    ("x == y", {"x y": "complex"}, ("log(x) == log(y)",), True),
    ("x == log(y)", {"x": "real", "y": "complex nonzero"}, ("y == exp(x)",), True),
    ("x == log(y)", {"x y": "complex nonzero"}, ("y == exp(x)",), False),
    ("tan(x)**2 == 9/16", {"x": "real"}, ("sin(x) == 3/5",), True),
    ("tan(x) == 3/4", {"x": "real"}, ("sin(x) == 3/5",), False),
    ("sin(2*x) == 24/25", {"x": "real"}, ("tan(x) == 3/4",), True),
    ("sin(x) == cos(y)", {"x y": "real"}, ("x + y == pi/2",), True),
    ("sin(x) == sin(y)", {"x y": "real"}, ("x == y + pi",), False),
    (
        "tan(x) + tan(y) + tan(z) == tan(x)*tan(y)*tan(z)",
        {"x y z": "real"},
        ("x + y + z == pi",),
        True,
    ),
)


def _cases(truth: str) -> list[object]:
    table = tomllib.loads(Path(__file__).with_name("elementary_claims.toml").read_text())
    return [
        pytest.param(claim, group["assume"], id=f"{claim} {group['assume']}")
        for group in table["group"]
        for claim in group.get(truth, ())
    ]


@pytest.mark.parametrize(("claim", "assume"), _cases("true"))
def test_true_claim_is_proved(claim: str, assume: Mapping[str, str]) -> None:
    """The kernel replays a certificate."""
    problem = read_problem(claim, (), assume, syntax="text").problem
    assert isinstance(prove(problem, _SECONDS), Proof)


@pytest.mark.parametrize(("claim", "assume"), _cases("false"))
def test_false_claim_is_not_proved(claim: str, assume: Mapping[str, str]) -> None:
    """No proof of what fails at a point."""
    problem = read_problem(claim, (), assume, syntax="text").problem
    assert not isinstance(prove(problem, _SECONDS_FOR_FALSE), Proof)


@pytest.mark.parametrize(("claim", "assume", "given", "holds"), _GIVEN)
def test_claim_that_rests_on_hypotheses(
    claim: str, assume: Mapping[str, str], given: tuple[str, ...], holds: bool
) -> None:
    """What hypotheses about values and arguments imply."""
    problem = read_problem(claim, given, assume, syntax="text").problem
    assert isinstance(prove(problem, _SECONDS), Proof) is holds
