"""Reading claims: plain text, LaTeX and SymPy objects become one `Problem`.

Main results: `read_problem`, `Reading`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from derive.deciding.expressions import Relation, free_names
from derive.deciding.problem import Declared, Problem
from derive.deciding.reading.assumptions import from_glossary, read_assumptions, united
from derive.deciding.reading.text import read_text
from derive.deciding.reading.types import IllFormed, check_relation
from derive.language.glossary import Glossary

Syntax = Literal["latex", "text"]


@dataclass(frozen=True)
class Reading:
    """A problem and what was noticed while it was read.

    Args:
        problem: what is to be decided.
        warnings: what the user should know, such as objects that evaluated themselves.
        evaluated: what a claim had evaluated to before it could be read; None if it had not.
    """

    problem: Problem
    warnings: tuple[str, ...] = ()
    evaluated: bool | None = None


def read_problem(
    claim: Any,
    given: Any = (),
    assume: Mapping[str, str] | None = None,
    glossary: Glossary | None = None,
    syntax: Syntax | None = None,
) -> Reading:
    """The problem that a claim with its hypotheses and assumptions poses."""
    names = from_glossary(glossary)
    for name, declared in read_assumptions(assume).items():
        names[name] = united(names[name], declared) if name in names else declared
    claims = _relations(claim, names, glossary, syntax)
    hypotheses = tuple(
        relation
        for one in ([given] if isinstance(given, str) else given)
        for relation in _relations(one, names, glossary, syntax)
    )
    used: set[str] = set()
    for relation in (*claims, *hypotheses):
        check_relation(relation, names)
        used |= free_names(relation.left) | free_names(relation.right)
    return Reading(
        Problem(claims, hypotheses, {name: one for name, one in names.items() if name in used})
    )


def _relations(
    claim: Any, names: Mapping[str, Declared], glossary: Glossary | None, syntax: Syntax | None
) -> tuple[Relation, ...]:
    if syntax == "latex":
        from derive.deciding.reading.latex import read_latex

        return read_latex(claim, names, glossary)
    return read_text(claim, names)


__all__ = ["IllFormed", "Reading", "read_problem"]
