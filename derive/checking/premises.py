"""What a theorem is proved from: its own hypotheses, and those that cited theorems bring along.

Main results: `premises_of`, `brought_along`, `Premise`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any, TypeAlias

from derive.checking.statement import Lowered
from derive.checking.values import named_whole
from derive.kernel.atoms import Index
from derive.kernel.formulas import Formula, free
from derive.language import syntax
from derive.language.errors import LanguageError
from derive.language.glossary import Glossary
from derive.language.lifting import Lifting
from derive.language.writer import write
from derive.theorem import Citation, Hypothesis, Theorem

Premise: TypeAlias = tuple[Hypothesis, tuple[Formula, ...]]
"""A hypothesis as it is listed, and what it says to the kernel."""


def premises_of(lowered: Lowered, cited: Mapping[str, Sequence[Premise]]) -> Iterator[Premise]:
    """The hypotheses, in order; in place of a cited theorem, those that it brings along.

    These are listed as they are used, with the values put in, and only where they say something
    that is not listed already.

    Args:
        lowered: the theorem.
        cited: the premises of the theorems that it cites.
    """
    listed = {formula for formulas in lowered.hypotheses.values() for formula in formulas}
    listed.update(lowered.definitions)
    for hypothesis in lowered.theorem.hypotheses:
        citation = hypothesis.citation
        if citation is None:
            yield hypothesis, lowered.hypotheses[hypothesis.name]
            continue
        images = _images(lowered, hypothesis.name)
        values = _values(citation, lowered.theorem)
        theirs = citation.theorem.glossary
        for premise, formulas in cited[citation.theorem.name]:
            used = tuple(images[formula] for formula in formulas if formula in images)
            if not listed.issuperset(used):
                brought = _brought(premise, hypothesis.name, theirs)
                yield from _as_used(brought, formulas, used, values, lowered)
            listed.update(used)
    lifting = Lifting(lowered.lowering)
    for definition in lowered.lowering.definitions:
        name = f"definition of {write(definition.tree, lowered.theorem.glossary)}"
        for formula in definition.formulas:
            yield Hypothesis(name, "definition", lifting.formula(formula)), (formula,)


def brought_along(theorem: Theorem) -> Iterator[Hypothesis]:
    """What cited theorems bring along to a theorem without a proof, as far as this can be told.

    A formula that would be misread with the values put in is left out, so that the hypothesis is
    a name alone.
    """
    listed = {one.formula for one in theorem.hypotheses if one.formula}
    for one in _premises(theorem):
        if one.brought_by and one.formula not in listed:
            yield one
            listed.update([one.formula] if one.formula else [])


def _premises(theorem: Theorem) -> Iterator[Hypothesis]:
    """The hypotheses, in order; in place of a cited theorem, those that it has."""
    for hypothesis in theorem.hypotheses:
        citation = hypothesis.citation
        if citation is None:
            yield hypothesis
            continue
        values = _values(citation, theorem)
        for premise in _premises(citation.theorem):
            brought = _brought(premise, hypothesis.name, citation.theorem.glossary)
            try:
                yield _in_notation(brought, values, theorem.glossary)
            except LanguageError:
                yield replace(brought, formula=None)


def _brought(premise: Hypothesis, by: str, theirs: Glossary) -> Hypothesis:
    return replace(premise, glossary=premise.glossary or theirs, brought_by=by)


def _in_notation(
    premise: Hypothesis, values: Mapping[str, syntax.Expression], mine: Glossary
) -> Hypothesis:
    """The author's formula with the values put in.

    Raises:
        LanguageError: it would be misread, as the notations clash.
    """
    if premise.formula is None or premise.glossary is None:
        raise LanguageError("there is no formula")
    formula = put_in(premise.formula, values)
    glossary = mine if _names(formula) <= {d.name for d in mine} else mine | premise.glossary
    # With something put for what it defines, a definition is an assumption like any other.
    changed = premise.kind == "definition" and formula != premise.formula
    kind = "law" if changed else premise.kind
    return replace(premise, formula=formula, glossary=glossary, kind=kind)


def _images(lowered: Lowered, name: str) -> dict[Formula, Formula]:
    """What becomes of the hypotheses of a cited theorem that its claims need."""
    return {
        stated: used
        for _, placed in lowered.citations[name]
        for stated, used in zip(placed.closed.premises, placed.premises, strict=True)
    }


def _as_used(
    premise: Hypothesis,
    stated: tuple[Formula, ...],
    used: tuple[Formula, ...],
    values: Mapping[str, syntax.Expression],
    lowered: Lowered,
) -> Iterator[Premise]:
    """A hypothesis of a cited theorem in the notation of the one that cites it.

    It is the author's formula with the values put in; where it would be misread, as the notations
    clash or it is about another index set, the formulas that the kernel sees are written out.
    """
    try:
        if _sets(used) - _sets(stated):
            raise LanguageError("about another index set")
        yield _in_notation(premise, values, lowered.theorem.glossary), used
        return
    except LanguageError:
        pass
    lifting = Lifting(lowered.lowering)
    for one in used:
        formula = lifting.formula(one)
        yield replace(premise, formula=formula, glossary=lifting.glossary, kind="law"), (one,)


def _values(citation: Citation, theorem: Theorem) -> dict[str, syntax.Expression]:
    """The values of a citation as trees; a family has nothing in its slots."""
    found: dict[str, syntax.Expression] = {}
    for name, written in citation.values.items():
        named = named_whole(written, citation.theorem.glossary[name], theorem.glossary)
        if named:
            found[name] = syntax.Symbol(named.name)
        else:
            found[name] = theorem.read_expression(written, "citation")
    return found


def _names(tree: syntax.Node) -> set[str]:
    return {node.name for node in tree.walk() if isinstance(node, syntax.Symbol)}


def _sets(formulas: Iterable[Formula]) -> set[str]:
    """The index sets that formulas speak of."""
    found: set[str] = set()
    for formula in formulas:
        for variable in free(formula):
            found.update([variable.over] if isinstance(variable, Index) else variable.slots)
    return found


def put_in(tree: syntax.Formula, values: Mapping[str, syntax.Expression]) -> syntax.Formula:
    """A formula with expressions put for some of its symbols.

    Raises:
        LanguageError: a name that is bound in it occurs in a value.
    """
    found = _put(tree, values)
    assert isinstance(found, syntax.Formula)
    return found


def _put(node: Any, values: Mapping[str, syntax.Expression]) -> Any:
    """A part of a tree with the values put in."""
    if isinstance(node, tuple):
        return tuple(_put(one, values) for one in node)
    if not isinstance(node, syntax.Node):
        return node
    if isinstance(node, syntax.Clause | syntax.Summation):
        symbols = node.variables if isinstance(node, syntax.Clause) else node.indices
        bound = {symbol.name for symbol in symbols}
        values = {name: value for name, value in values.items() if name not in bound}
        if any(bound & _names(value) for value in values.values()):
            raise LanguageError("a name in a value is bound here")
    if isinstance(node, syntax.Symbol) and node.name in values:
        value = values[node.name]
        if isinstance(value, syntax.Symbol) and not value.arguments:
            return syntax.Symbol(value.name, _put(node.arguments, values))
        return value
    parts = {entry.name: _put(getattr(node, entry.name), values) for entry in fields(node)}
    if isinstance(node, syntax.Bra) and not isinstance(parts["ket"], syntax.Symbol):
        return syntax.Adjoint(parts["ket"])
    if isinstance(node, syntax.Sandwich):
        fits = isinstance(parts["left"], syntax.Bra | syntax.Symbol)
        if not fits or not isinstance(parts["right"], syntax.Symbol):
            factors = [part for part in (parts["left"], parts["middle"], parts["right"]) if part]
            separators: tuple[syntax.Separator, ...] = tuple("" for _ in factors[1:])
            return syntax.Product(tuple(factors), separators)
    if isinstance(node, syntax.Product):
        return _product(parts["factors"], node.separators)
    return type(node)(**parts)


def _product(
    factors: Sequence[syntax.Expression], separators: Sequence[syntax.Separator]
) -> syntax.Product:
    """A product whose factors may be products, in one row."""
    row: list[syntax.Expression] = []
    between: list[syntax.Separator] = []
    for factor, separator in zip(factors, ("", *separators), strict=True):
        inner = factor if isinstance(factor, syntax.Product) else None
        row += inner.factors if inner else [factor]
        between += [separator, *(inner.separators if inner else ())]
    return syntax.Product(tuple(row), tuple(between[1:]))
