"""What becomes of mutants: refuted, proved and still true, undecided, or wrongly proved.

Main results: `MutantFate`, `entry_mutant_fates`, `theorem_mutant_fates`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from derive.deciding.claims.problem import Problem
from derive.deciding.decision import decide_reading, refute
from derive.deciding.reading import Reading, read_problem
from derive.deciding.writing import as_text
from tests.decide import theorem_mutants
from tests.decide.entries import Entry
from tests.decide.mutants import Mutant, mutants

_TIMEOUT = 3.0
_SEEDS = (11, 12, 13)
_SECONDS_AGAIN = 0.5


@dataclass(frozen=True)
class MutantFate:
    """One mutant: of which claim or theorem, what was changed, what became of it."""

    name: str
    operator: str
    text: str
    fate: theorem_mutants.Fate


def entry_mutant_fates(job: tuple[Entry, int]) -> list[MutantFate]:
    """The fates of every n-th mutant of a true entry."""
    entry, step = job
    arguments = entry.arguments
    problem = read_problem(
        arguments["claim"], arguments["given"], arguments["assume"], syntax=arguments["syntax"]
    ).problem
    made = list(mutants(problem))
    return [
        MutantFate(
            entry.id,
            one.operator,
            " and ".join(map(as_text, one.problem.claims)),
            _fate(one.problem),
        )
        for one in _every(made, step)
    ]


def _every(made: Sequence[Mutant], step: int) -> Sequence[Mutant]:
    return made[::step]


def _fate(problem: Problem) -> theorem_mutants.Fate:
    verdict = decide_reading(Reading(problem), timeout=_TIMEOUT)
    if verdict.status == "proved":
        again = (refute(problem, _SECONDS_AGAIN, seed) for seed in _SEEDS)
        return "WRONG" if any(one is not None for one in again) else "still true"
    return verdict.status


def theorem_mutant_fates(job: tuple[str, int]) -> list[MutantFate]:
    """The fates of every n-th mutant of the claims of a theorem of the library."""
    name, step = job
    statement = theorem_mutants.statement_of(name)
    theorem = theorem_mutants.theorem_of(name)
    made = list(theorem_mutants.statement_mutants(statement))
    return [
        MutantFate(name, operator, str(place), theorem_mutants.fate(mutant, statement, theorem, 2.0))
        for place, (operator, mutant) in enumerate(made)
        if place % step == 0
    ]
