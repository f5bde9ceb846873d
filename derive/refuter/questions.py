"""What is asked of the models of a theorem: does each line of its proof hold, and each claim?

Lines and claims under the same further suppositions make one question.  What they suppose (a
`Suppose` of the proof, the premises of a claim "for all …, if …, then …") is granted together with
the hypotheses, and what they bind is given values, too.

Main results: `Question`, `Target`, `questions`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from derive.checking.statement import Lowered
from derive.kernel.atoms import Variable
from derive.kernel.certificates import Statement
from derive.kernel.formulas import Clause, Formula, free
from derive.location import Location
from derive.refuter.counterexample import opened

What = Literal["step", "claim"]


@dataclass(frozen=True)
class Target:
    """A line or a claim: `number` counts them from 1, `formula` is what it says to the kernel.

    A line between matrices, and a claim that is a chain, is several targets of one number.
    """

    what: What
    number: int
    formula: Formula
    location: Location

    def __str__(self) -> str:
        return f"{self.what} {self.number}"


@dataclass(frozen=True)
class Question:
    """Whether targets hold wherever the hypotheses and what is supposed here hold.

    Args:
        statement: what is granted, as hypotheses; the claims are the formulas of the targets.
        targets: in the order of the proof, claims last.
        supposed: what is granted besides the hypotheses of the theorem.
    """

    statement: Statement
    targets: tuple[Target, ...]
    supposed: tuple[Formula, ...] = ()

    @cached_property
    def signature(self) -> frozenset[Variable]:
        """All that needs a value."""
        formulas = (*self.statement.hypotheses, *self.statement.claims)
        return self.statement.signature.union(*map(free, formulas))


@dataclass
class _Group:
    """Targets under the same suppositions, and how these name what they bind."""

    supposed: tuple[Formula, ...]
    targets: list[Target] = field(default_factory=list)


def questions(lowered: Lowered) -> list[Question]:
    """All that is asked of the models of a theorem; the first one supposes nothing further."""
    groups: dict[tuple[Formula, ...], _Group] = {(): _Group(())}
    for supposed, target in _targets(lowered):
        groups.setdefault(supposed, _Group(supposed)).targets.append(target)
    stated = lowered.statement
    return [
        Question(
            Statement(
                stated.signature,
                stated.hypotheses.union(group.supposed),
                tuple(target.formula for target in group.targets),
            ),
            tuple(group.targets),
            group.supposed,
        )
        for group in groups.values()
    ]


def _targets(lowered: Lowered) -> Iterator[tuple[tuple[Formula, ...], Target]]:
    """Each target with what is supposed for it."""
    theorem = lowered.theorem
    number = 0
    for part in lowered.parts:
        supposed = tuple(formula for formulas in part.supposed.values() for formula in formulas)
        for calculation in part.calculations:
            for line in calculation.steps:
                number += 1
                place = theorem.place(line.step.position)
                for goal in line.goals:
                    yield supposed, Target("step", number, goal, place)
    taken = lowered.statement.signature
    places = zip(lowered.claims, lowered.claim_places, strict=True)
    for number, (claim, place) in enumerate(places, start=1):
        if isinstance(claim, Clause) and claim.premises:
            inner = opened(claim, taken)
            yield inner.premises, Target("claim", number, inner.conclusion, place)
        else:
            yield (), Target("claim", number, claim, place)


def in_order(targets: Sequence[Target]) -> Mapping[str, list[Target]]:
    """The targets by what they are and their number."""
    found: dict[str, list[Target]] = {}
    for target in targets:
        found.setdefault(str(target), []).append(target)
    return found
