"""Instances for orders of roots and absolute values: the comparison of squares.

Main results: `supply`.
"""

from __future__ import annotations

from derive.deciding.claims.expressions import TWO, ZERO, Relation, power
from derive.deciding.claims.problem import Problem
from derive.deciding.stating.abstraction import Abstraction
from derive.deciding.supplying import calls, propose
from derive.deciding.supplying.sampling import samples_of

_FUNCTIONS = ("abs", "power")


def supply(abstraction: Abstraction, problem: Problem) -> None:
    """Grant that the larger side has the larger square, where a claim compares such values."""
    with abstraction.without_granting():
        _supply(abstraction, problem)


def _supply(abstraction: Abstraction, problem: Problem) -> None:
    claims = [claim for claim in problem.claims if claim.kind in (">=", ">")]
    if not claims or not calls(abstraction, *_FUNCTIONS):
        return
    samples = samples_of(problem)
    for claim in claims:
        left, right = claim.sides
        squares = Relation(">=", power(left, TWO), power(right, TWO))
        if samples.allow(Relation(">=", left, ZERO), squares):
            propose(abstraction, "comparison of squares", a=left, b=right)
