"""What is asked of the models of a theorem: each line of its proof, and each claim.

Lines and claims under the same further suppositions make one question.  What they suppose (a
`Suppose` of the proof, the premises of a claim "for all …, if …, then …") is granted together with
the hypotheses, and what they bind is given values, too.

Of the exponential function and of the number π nothing is known but what is declared: e⁰ = 1 fails
in a model in which e⁰ is −1, which is no counterexample to what is meant.

Main results: `Question`, `Target`, `questions`, `lawless`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from derive.checking.statement import Lowered
from derive.kernel.atoms import Atom, Variable
from derive.kernel.certificates import Statement
from derive.kernel.formulas import Formula, forall, free
from derive.language.glossary import Glossary
from derive.location import Location
from derive.refuter.counterexample import opened
from derive.theorem import Theorem

What = Literal["step", "claim"]


@dataclass(frozen=True)
class Target:
    """A line or a claim: `number` counts them from 1, `formula` is what it says to the kernel.

    A line between matrices, and a claim that is a chain, is several targets of one number.
    `whole` is the formula with all that is supposed for it and all that it binds.
    """

    what: What
    number: int
    formula: Formula
    whole: Formula
    location: Location

    def __str__(self) -> str:
        return f"{self.what} {self.number}"


@dataclass(frozen=True)
class Question:
    """Whether targets hold wherever the hypotheses and what is supposed here hold.

    Args:
        statement: what is granted, as hypotheses; the claims are the formulas of the targets.
        targets: in the order of the proof, claims last.
        bound: what the targets bind, which needs values here.
    """

    statement: Statement
    targets: tuple[Target, ...]
    bound: tuple[Variable, ...] = ()

    @cached_property
    def signature(self) -> frozenset[Variable]:
        """All that needs a value."""
        formulas = (*self.statement.hypotheses, *self.statement.claims)
        return self.statement.signature.union(self.bound, *map(free, formulas))

    def speaks_of(self, target: Target, atoms: Collection[Atom]) -> bool:
        """Whether a target, or what is granted for it, speaks of one of these."""
        formulas = (*self.statement.hypotheses, target.formula)
        return any(not free(formula).isdisjoint(atoms) for formula in formulas)


def lawless(theorem: Theorem, asked: Iterable[Question]) -> frozenset[Atom]:
    """The exponentials and the number π in questions, which are known by no laws here."""
    named = {name for glossary in _glossaries(theorem) for name in _named_pi(glossary)}
    atoms = (one for question in asked for one in question.signature if isinstance(one, Atom))
    return frozenset(one for one in atoms if one.name.startswith("exp(") or one.name in named)


def _glossaries(theorem: Theorem) -> Iterator[Glossary]:
    """That of a theorem, and those of what it cites."""
    yield theorem.glossary
    for citation in theorem.citations:
        yield from _glossaries(citation.theorem)


def _named_pi(glossary: Glossary) -> Iterator[str]:
    symbols = glossary.symbols()
    return (one.name for one in symbols if one.kind == "scalar" and one.latex == r"\pi")


_Supposed = tuple[tuple[Variable, ...], tuple[Formula, ...]]
"""What is bound, and what is granted of it."""


def questions(lowered: Lowered) -> list[Question]:
    """All that is asked of the models of a theorem; the first one supposes nothing further."""
    groups: dict[_Supposed, list[Target]] = {((), ()): []}
    for supposed, target in _targets(lowered):
        groups.setdefault(supposed, []).append(target)
    stated = lowered.statement
    return [
        Question(
            Statement(
                stated.signature,
                stated.hypotheses.union(granted),
                tuple(target.formula for target in targets),
            ),
            tuple(targets),
            bound,
        )
        for (bound, granted), targets in groups.items()
    ]


def _targets(lowered: Lowered) -> Iterator[tuple[_Supposed, Target]]:
    """Each target with what is supposed for it."""
    theorem = lowered.theorem
    number = 0
    for part in lowered.parts:
        granted = tuple(formula for formulas in part.supposed.values() for formula in formulas)
        for calculation in part.calculations:
            for line in calculation.steps:
                number += 1
                place = theorem.place(line.step.position)
                for goal in line.goals:
                    inner = opened(goal, {*lowered.statement.signature, *part.variables})
                    bound = (*part.variables, *inner.variables)
                    whole = forall(part.variables, granted, goal) if part.supposed else goal
                    target = Target("step", number, inner.conclusion, whole, place)
                    yield (bound, (*granted, *inner.premises)), target
    places = zip(lowered.claims, lowered.claim_places, strict=True)
    for number, (claim, place) in enumerate(places, start=1):
        inner = opened(claim, lowered.statement.signature)
        target = Target("claim", number, inner.conclusion, claim, place)
        yield (inner.variables, inner.premises), target
