"""Which step of a certificate shows a line of a proof, and the steps for people to read.

Main results: `Line`, `lines_of`, `trace`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from derive.checking import Status
from derive.checking.statement import Lowered, LoweredStep, lower
from derive.kernel.certificates import TABLES, replay
from derive.kernel.formulas import Equation, Formula
from derive.kernel.rules import Theorem as Shown
from derive.language.errors import LanguageError
from derive.language.lifting import Lifting
from derive.language.text_writer import write_text
from derive.runner import Outcome
from derive.sphinx.knowledge import Knowledge


@dataclass(frozen=True)
class Line:
    """A line of a proof: its status, and the step of the certificate that shows it.

    There is no step where both sides are the same for the kernel, or where the claims do not need
    the line: the certificate holds only what they need.
    """

    status: Status
    certified: bool
    step: int | None = None


@dataclass(frozen=True)
class KernelStep:
    """A step of a certificate: a rule, the steps it was applied to, and what it shows.

    `cited` is the theorem that it takes from elsewhere, if it does.
    """

    number: int
    rule: str
    uses: tuple[int, ...]
    cited: str
    shows: str


def lines_of(outcome: Outcome, knowledge: Knowledge) -> list[Line]:
    """For each line of the proof what is known of it."""
    if outcome.proof is None:
        return [Line("undecided", False) for _ in outcome.theorem.steps()]
    lowered, shown = _replayed(outcome, knowledge)
    places: dict[Formula, int] = {}
    for number, theorem in enumerate(shown):
        places.setdefault(theorem.conclusion, number)
    reports = iter(outcome.proof.steps)
    return [Line(next(reports).status, True, _place(step, places)) for step in _steps(lowered)]


def trace(outcome: Outcome, knowledge: Knowledge) -> list[KernelStep]:
    """The steps of the certificate of a theorem that is proved."""
    assert outcome.proof is not None
    lowered, shown = _replayed(outcome, knowledge)
    lifting = Lifting(lowered.lowering)
    steps = json.loads(outcome.proof.certificate)[3]
    return [
        KernelStep(number, step[0], tuple(_uses(step)), _cited(step), _written(one, lifting))
        for number, (step, one) in enumerate(zip(steps, shown, strict=True))
    ]


def _replayed(outcome: Outcome, knowledge: Knowledge) -> tuple[Lowered, Sequence[Shown]]:
    """What each step of the certificate shows: its claims are its steps."""
    name = outcome.theorem.name
    if name not in knowledge.replays:
        knowledge.replays[name] = _replay(outcome, knowledge)
    return knowledge.replays[name]


def _replay(outcome: Outcome, knowledge: Knowledge) -> tuple[Lowered, Sequence[Shown]]:
    assert outcome.proof is not None
    cited = {
        citation.theorem.name: knowledge.proof(citation.theorem).closed
        for citation in outcome.theorem.citations
    }
    lowered = lower(outcome.theorem, cited)
    *content, steps, _ = json.loads(outcome.proof.certificate)
    text = json.dumps([*content, steps, list(range(len(steps)))])
    return lowered, replay(text, lowered.citable())


def _steps(lowered: Lowered) -> Iterator[LoweredStep]:
    for part in lowered.parts:
        for calculation in part.calculations:
            yield from calculation.steps


def _place(step: LoweredStep, places: dict[Formula, int]) -> int | None:
    """The step that shows a line, the last one where the line is a matrix; None without one."""
    found = [places.get(goal) for goal in step.goals if not _is_evident(goal)]
    numbers = [number for number in found if number is not None]
    return max(numbers) if numbers and len(numbers) == len(found) else None


def _is_evident(goal: Formula) -> bool:
    return isinstance(goal, Equation) and goal.left == goal.right


def _uses(step: Sequence[object]) -> Iterator[int]:
    """The steps that a step names."""
    kinds = TABLES["step"][str(step[0])][1].split()
    for kind, data in zip(kinds, step[1:], strict=True):
        yield from _numbers(kind, data)


def _cited(step: Sequence[object]) -> str:
    return str(step[1]) if step[0] == "cite" else ""


def _numbers(kind: str, data: object) -> Iterator[int]:
    if kind.endswith("*") and isinstance(data, list):
        for one in data:
            yield from _numbers(kind[:-1], one)
    elif kind == "proved" and isinstance(data, int):
        yield data
    elif kind == "multiple" and isinstance(data, list):
        yield data[1]


def _written(theorem: Shown, lifting: Lifting) -> str:
    """What a step shows; nothing where the language has no form for it, as for all families."""
    try:
        return write_text(lifting.formula(theorem.conclusion), lifting.glossary)
    except (LanguageError, IndexError):
        return ""
