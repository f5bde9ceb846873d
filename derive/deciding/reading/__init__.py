"""Reading claims: plain text, LaTeX and SymPy objects become one `Problem`.

Reading order: `types` says which expressions mean something; `assumptions` what is said of names;
`text` (with `calls`), `latex` and `sympy_objects` read; `syntax` tells the first two apart.

Main results: `read_problem`, `Reading`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from derive.deciding.claims.expressions import Expression, Relation, free_names
from derive.deciding.claims.problem import Declared, Problem
from derive.deciding.reading.assumptions import from_glossary, read_assumptions, united
from derive.deciding.reading.scalar_products import well_formed
from derive.deciding.reading.syntax import Syntax, expression_in, is_relation, relations_in
from derive.deciding.reading.types import IllFormed, check_functions
from derive.language.errors import LanguageError
from derive.language.glossary import Glossary

__all__ = ["IllFormed", "Reading", "read_problem"]

_EVALUATED = (
    "SymPy had already evaluated this {what} to {value} before it could be read; pass strings or "
    "evaluate=False"
)
_SAME_SIDES = (
    "both sides of this {what} are the same SymPy object; it may have evaluated itself before it "
    "could be read"
)


@dataclass(frozen=True)
class Reading:
    """A problem and what was noticed while it was read.

    Args:
        problem: what is to be decided; without claims if the claim had evaluated itself.
        warnings: what the user should know, such as objects that evaluated themselves.
        evaluated: what the claim had evaluated to before it could be read; None if it had not.
    """

    problem: Problem
    warnings: tuple[str, ...] = ()
    evaluated: bool | None = None


def read_problem(
    claim: object,
    given: object = (),
    assume: Mapping[str, str] | None = None,
    glossary: Glossary | None = None,
    syntax: Syntax | None = None,
) -> Reading:
    """The problem that a claim with its hypotheses and assumptions poses.

    Args:
        claim: text, LaTeX, a relation of SymPy, or a pair of sides, each of them text or an
            expression of SymPy.
        given: the hypotheses, one or several of the same forms.
        assume: words for each name, such as `{"x": "real positive", "A B": "operator"}`.
        glossary: declarations besides.
        syntax: what the texts are written in; needed only where they could be both.

    Raises:
        IllFormed: the types do not fit, or the assumptions contradict each other.
        LanguageError: something cannot be read.
    """
    names = from_glossary(glossary)
    for name, declared in read_assumptions(assume).items():
        names[name] = united(names[name], declared) if name in names else declared
    hypotheses = [given] if _is_one(given) else list(_several(given))
    objects = [part for form in (claim, *hypotheses) for part in _sympy_parts(form)]
    if objects:
        from derive.deciding.reading.sympy_names import declared_in

        names = declared_in(objects, names)
    reader = _Reader(names, glossary, syntax)
    claims, evaluated = reader.relations(claim, "claim")
    known: list[Relation] = []
    for hypothesis in hypotheses:
        relations, value = reader.relations(hypothesis, "hypothesis")
        if value is False:
            raise LanguageError("SymPy had already evaluated a hypothesis to False")
        known += relations
    used: set[str] = set()
    check_functions((*claims, *known))
    claims = tuple(well_formed(relation, names) for relation in claims)
    known = [well_formed(relation, names) for relation in known]
    for relation in (*claims, *known):
        used |= free_names(relation.left) | free_names(relation.right)
    declared_names = {name: declared for name, declared in names.items() if name in used}
    problem = Problem(claims, tuple(known), declared_names)
    return Reading(problem, tuple(reader.warnings), evaluated)


class _Reader:
    """Reads every form that a claim or a hypothesis may have, and collects warnings."""

    def __init__(
        self, names: Mapping[str, Declared], glossary: Glossary | None, syntax: Syntax | None
    ) -> None:
        self.names = names
        self.glossary = glossary
        self.syntax = syntax
        self.warnings: list[str] = []

    def relations(self, form: object, what: str) -> tuple[tuple[Relation, ...], bool | None]:
        """The relations of a form, or what it had evaluated to."""
        if isinstance(form, str):
            return relations_in(form, self.names, self.glossary, self.syntax), None
        value = _truth_value(form)
        if value is not None:
            self.warnings.append(_EVALUATED.format(what=what, value=value))
            return (), value
        if _is_pair(form):
            assert isinstance(form, Sequence)
            relation = Relation("=", *map(self.side, form))
            if not any(isinstance(side, str) for side in form):
                self._compare(relation, what)
            return (relation,), None
        if _is_sympy(form):
            from derive.deciding.reading.sympy_objects import relation_of

            read = relation_of(form, self.names)
            if read is not None:
                self._compare(read, what)
                return (read,), None
        raise LanguageError(
            f"this {what} is no relation: {_shortened(form)}",
            hint="write text, Eq(a, b), or a pair (a, b) of sides",
        )

    def side(self, form: object) -> Expression:
        """One side of a pair."""
        if isinstance(form, str):
            return expression_in(form, self.names, self.glossary, self.syntax)
        from derive.deciding.reading.sympy_objects import expression_of

        return expression_of(form, self.names)

    def _compare(self, relation: Relation, what: str) -> None:
        if relation.left == relation.right:
            self.warnings.append(_SAME_SIDES.format(what=what))


def _is_one(given: object) -> bool:
    """Whether this is one hypothesis and not several."""
    if isinstance(given, str) or _is_pair(given):
        return True
    return _is_sympy(given) or _truth_value(given) is not None


def _several(given: object) -> Iterable[object]:
    if isinstance(given, Iterable):
        return given
    raise LanguageError(
        f"the hypotheses are no list: {_shortened(given)}", hint='write given=["x == y"]'
    )


def _is_pair(form: object) -> bool:
    """Whether this is a pair of sides, and not two relations."""
    if not isinstance(form, tuple | list) or len(form) != 2:
        return False
    return not any(
        isinstance(side, tuple | list)
        or _truth_value(side) is not None
        or (isinstance(side, str) and is_relation(side))
        or (_is_sympy(side) and getattr(side, "is_Relational", False))
        for side in form
    )


def _is_sympy(form: object) -> bool:
    if isinstance(form, str | int | float | tuple | list):
        return False
    from derive.deciding.reading.sympy_objects import is_sympy

    return is_sympy(form)


def _truth_value(form: object) -> bool | None:
    """What a form has evaluated to, if to a truth value."""
    if isinstance(form, bool):
        return form
    if _is_sympy(form) and getattr(form, "is_Boolean", False) and not getattr(form, "args", ()):
        return {"True": True, "False": False}.get(str(form))
    return None


def _sympy_parts(form: object) -> list[Any]:
    parts = form if isinstance(form, tuple | list) else [form]
    return [part for part in parts if _is_sympy(part)]


def _shortened(form: object) -> str:
    shown = str(form)
    return shown if len(shown) <= 60 else f"{shown[:57]}…"
