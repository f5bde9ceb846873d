"""A search ends: by its steps, or by the clock."""

from __future__ import annotations

import time

import pytest

from derive.prover.budget import Budget, SearchExhausted
from derive.prover.search import NotProved
from tests.prover.problems import PROBLEMS, equal, ket, operator
from tests.prover.test_search import searched


def test_steps_run_out() -> None:
    budget = Budget(steps=3)
    budget.spend(2)
    budget.spend()
    with pytest.raises(SearchExhausted):
        budget.spend()


def test_time_runs_out() -> None:
    budget = Budget(seconds=0)
    time.sleep(0.001)
    with pytest.raises(SearchExhausted):
        budget.spend()
    Budget(seconds=3600).spend()


@pytest.mark.parametrize("budget", [Budget(steps=2), Budget(seconds=0)], ids=["steps", "time"])
def test_a_search_that_is_cut_off_says_so(budget: Budget) -> None:
    """It must not look like a search that came to its end."""
    problem = PROBLEMS["the pseudoinverse is unique"]
    with pytest.raises((NotProved, SearchExhausted)) as failure:
        searched(problem.goal, list(problem.given), budget)
    error = failure.value
    assert isinstance(error, SearchExhausted) or error.exhausted
    if isinstance(error, NotProved):
        assert error.rest, "what is left over is then the whole difference"


def test_a_proof_that_needs_no_search_needs_no_budget() -> None:
    problem = PROBLEMS["a product of sums"]
    theorem, _ = searched(problem.goal, [], Budget(steps=0))
    assert theorem.conclusion == problem.goal


def test_completion_that_does_not_end_leaves_the_plain_normal_form() -> None:
    """The leftover is what rewriting leaves, and it does not take long."""
    a, b, c, d = (operator(name) for name in "abcd")
    v = ket("v")
    given = [equal(a * b * a, b * c * b), equal(b * a * b, c), equal(c * a * c, a * d), equal(d * v, v)]
    started = time.monotonic()
    with pytest.raises(NotProved) as failure:
        searched(equal(a * d * v, b * v), list(given))
    assert failure.value.rest == a * v - b * v
    assert not failure.value.exhausted
    assert time.monotonic() - started < 2
