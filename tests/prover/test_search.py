"""The search proves what is true, never what is false, and says what is left over."""

from __future__ import annotations

import time

import pytest

from derive.kernel.certificates import replay
from derive.kernel.formulas import Formula, NonNegative
from derive.kernel.rules import Theorem
from derive.kernel.terms import Term, identity, number
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


def defining(count: int) -> tuple[list[Formula], list[tuple[Term, Term]]]:
    """Sines and cosines of several angles by exponentials; and the pairs of them."""
    given: list[Formula] = []
    pairs = []
    for k in range(count):
        e, s, c = scalar(f"e{k}", "invertible"), scalar(f"s{k}"), scalar(f"c{k}")
        given += [equal(number(0, 2) * s, e - e**-1), equal(number(2) * c, e + e**-1)]
        given += [equal(e, scalar("e0", "invertible") * scalar(f"e{k - 1}", "invertible"))] if k else []
        pairs.append((s, c))
    return given, pairs


def test_thirty_facts_about_scalars_take_no_time() -> None:
    """Whether the goal is true or not."""
    given, pairs = defining(8)
    (s0, c0), (s6, c6), (s7, _) = pairs[0], pairs[6], pairs[7]
    roots: list[Formula] = [equal(scalar(f"r{k}") ** 2, scalar("x") + number(k)) for k in range(4)]
    witnesses: list[Formula] = [equal(scalar(f"q{k}") * scalar(f"r{k}"), identity()) for k in range(4)]
    facts = [*given, *roots, *witnesses]
    assert len(facts) > 30
    started = time.monotonic()
    theorem, certificate = searched(equal(s7, s0 * c6 + c0 * s6), facts)
    assert replay(certificate) == (theorem,)
    searched(equal(scalar("q2") ** 2 * (scalar("x") + number(2)), identity()), facts)
    with pytest.raises(NotProved):
        searched(equal(s7, s0 * c6 - c0 * s6), facts)
    with pytest.raises(NotProved):
        searched(equal(scalar("r1"), scalar("r0") + identity()), facts)
    assert time.monotonic() - started < 2
