"""Calculations and proofs as columns of diagrams, line by line, with the reasons beside them.

Main results: `entries_of`, `entries_of_formula`.
"""

from __future__ import annotations

from collections.abc import Iterator

from derive.language import syntax
from derive.language.glossary import Glossary
from derive.render.diagrams.layout import Entry
from derive.render.diagrams.pictures import compared
from derive.render.diagrams.trees import picture_of, picture_of_formula
from derive.theorem import Theorem


def entries_of(theorem: Theorem) -> list[Entry]:
    """Every line of the proof; of a theorem without one, its claims.

    Raises:
        Malformed: a formula of the theorem cannot be read.
        LanguageError: something cannot be drawn.
    """
    entries: list[Entry] = []
    for part in theorem.parts:
        for supposed in part.supposed:
            if supposed.formula is not None:
                note = f"suppose: {supposed.name}"
                entries += entries_of_formula(supposed.formula, theorem.glossary, note)
        for calculation in part.calculations:
            entries += _calculation(calculation, theorem.glossary)
    if not entries:
        entries = [
            entry
            for claim in theorem.claims
            for entry in entries_of_formula(claim, theorem.glossary, "")
        ]
    return entries


def _calculation(calculation: syntax.Calculation, glossary: Glossary) -> Iterator[Entry]:
    for place, step in enumerate(calculation.steps):
        left, right = compared([picture_of(step.left, glossary), picture_of(step.right, glossary)])
        yield Entry(None if place else left, step.relation, right, step.reason)


def entries_of_formula(
    formula: syntax.Formula, glossary: Glossary, note: str = ""
) -> Iterator[Entry]:
    """A comparison side by side, what it is compared with below each other; a clause as one line.

    Raises:
        LanguageError: something cannot be drawn.
    """
    if not isinstance(formula, syntax.Comparison):
        yield Entry(None, "", picture_of_formula(formula, glossary), note)
        return
    first, *others = compared([picture_of(side, glossary) for side in formula.sides])
    for place, (relation, side) in enumerate(zip(formula.relations, others, strict=True)):
        yield Entry(None if place else first, relation, side, "" if place else note)
