"""The symbols that the theorems of a lecture use, for a table.

Main results: `symbol_rows`, `SymbolRow`, `unit_latex`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from derive.documents.contents import Contents
from derive.language import syntax
from derive.language.glossary import Declaration, Glossary
from derive.language.writer import write
from derive.render.prose import prose
from derive.render.symbols import property_text, symbol_of
from derive.theorem import Theorem

_UNIT = re.compile(r"[A-Za-z]+")
_EXPONENT = re.compile(r"\^(-?\d+(?:/\d+)?)")
_SPELLED = {"ohm": r"\Omega"}
"""Signs that stand upright by themselves; the text font, which is that of \\mathrm, lacks them."""


class SymbolRow(NamedTuple):
    """A row of the table: what stands in its columns, as LaTeX."""

    symbol: str
    meaning: str
    unit: str
    assumed: str


def symbol_rows(contents: Contents) -> list[SymbolRow]:
    """The symbols of the printed theorems, in the order of their first appearance."""
    rows: dict[str, SymbolRow] = {}
    for outcome in contents.printed.values():
        glossary = outcome.theorem.glossary
        for declaration in _occurring(outcome.theorem):
            row = _row(declaration, glossary, contents)
            if row is not None:
                rows.setdefault(f"{row.symbol} {row.meaning}", row)
    return list(rows.values())


def _occurring(theorem: Theorem) -> Iterator[Declaration]:
    """The declarations of a theorem's symbols, in the order in which they are printed."""
    trees: list[syntax.Node] = [h.formula for h in theorem.hypotheses if h.formula is not None]
    trees += theorem.claims
    for step in theorem.steps():
        trees += (step.left, step.right)
    names = [node.name for tree in trees for node in tree.walk() if isinstance(node, syntax.Symbol)]
    return (theorem.glossary[name] for name in dict.fromkeys(names))


def _row(declaration: Declaration, glossary: Glossary, contents: Contents) -> SymbolRow | None:
    """A row; None for an index, and for a symbol that has no name."""
    meanings = {"en": declaration.english, "zh": declaration.chinese, "ja": declaration.japanese}
    meaning = meanings[contents.language] or declaration.english
    symbol = symbol_of(declaration, glossary)
    if symbol is None or not meaning or declaration.kind == "index":
        return None
    return SymbolRow(
        f"${write(symbol, glossary)}$",
        prose(meaning, unicode=True),
        unit_latex(str(declaration.dimension)),
        property_text(declaration, contents.translate),
    )


def unit_latex(text: str) -> str:
    """A product of units, such as `1/m^2`, as LaTeX."""
    units = _UNIT.sub(lambda unit: _SPELLED.get(unit[0]) or rf"\mathrm{{{unit[0]}}}", text)
    raised = _EXPONENT.sub(r"^{\1}", units)
    return f"${raised}$".replace(" ", r"\,")
