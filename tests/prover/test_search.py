"""The search proves what is true, never what is false, and says what is left over."""

from __future__ import annotations

import pytest

from derive.kernel.certificates import replay
from derive.kernel.formulas import Formula, NonNegative
from derive.kernel.rules import Theorem
from derive.kernel.terms import identity
from derive.prover.budget import Budget
from derive.prover.recorder import Recorder
from derive.prover.search import NotProved, Search
from tests.prover.problems import PROBLEMS, Mutant, Problem, equal, operator, scalar

MUTANTS = [
    pytest.param(problem, mutant, id=f"{problem.name}: {mutant.what}")
    for problem in PROBLEMS.values()
    for mutant in problem.mutants
]
TRUE = [
    pytest.param(
        problem,
        id=problem.name,
        marks=[pytest.mark.xfail(raises=NotProved, reason=problem.beyond)] if problem.beyond else [],
    )
    for problem in PROBLEMS.values()
]
DISTRACTIONS: list[Formula] = [
    equal(operator("noise") * operator("din"), operator("din")),
    equal(scalar("noise_1") * scalar("noise_2", "positive"), identity()),
    NonNegative(scalar("noise_1")),
]


def searched(goal: Formula, given: list[Formula], budget: Budget | None = None) -> tuple[Theorem, str]:
    """What the search proves, and the certificate of it."""
    recorder = Recorder()
    facts = [recorder.step("assume", formula) for formula in given]
    theorem = Search(recorder, budget or Budget()).prove(goal, facts)
    return theorem, recorder.certificate([theorem])


@pytest.mark.parametrize("problem", TRUE)
def test_it_is_proved_and_replayed(problem: Problem) -> None:
    theorem, certificate = searched(problem.goal, list(problem.given))
    assert theorem.conclusion == problem.goal
    assert theorem.hypotheses == set(problem.given)
    assert replay(certificate) == (theorem,)


@pytest.mark.parametrize("problem", TRUE)
def test_other_hypotheses_and_their_order_do_not_matter(problem: Problem) -> None:
    theorem, certificate = searched(problem.goal, [*DISTRACTIONS, *reversed(problem.given)])
    assert theorem.conclusion == problem.goal
    assert theorem.hypotheses == set(problem.given)
    assert "noise" not in certificate, "steps that are not needed are left out"


@pytest.mark.parametrize(("problem", "mutant"), MUTANTS)
def test_what_is_false_is_not_proved(problem: Problem, mutant: Mutant) -> None:
    goal = mutant.goal or problem.goal
    given = problem.given if mutant.given is None else mutant.given
    assert (goal, given) != (problem.goal, problem.given)
    with pytest.raises(NotProved) as failure:
        searched(goal, list(given))
    assert failure.value.rest
    assert not failure.value.exhausted


@pytest.mark.parametrize(("problem", "mutant"), MUTANTS)
def test_what_is_false_is_really_false(problem: Problem, mutant: Mutant) -> None:
    given = problem.given if mutant.given is None else mutant.given
    assert all(mutant.counterexample.holds(formula) for formula in given)
    assert not mutant.counterexample.holds(mutant.goal or problem.goal)
