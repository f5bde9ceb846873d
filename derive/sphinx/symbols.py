"""Symbols of the glossary in documents: as formulas, with what they are called, and as a table.

Main results: `symbol_nodes`, `symbol_hint`, `symbol_table`.
"""

from __future__ import annotations

from collections.abc import Iterable

from docutils import nodes
from rich.cells import cell_len

from derive.language.glossary import Declaration, Glossary
from derive.render.symbols import symbol_of
from derive.sphinx.writing import formula, paragraph
from derive.translation import Translation

_ROOM = 4
"""What a column is wider than its text, for marks around it in plain text."""


def symbol_nodes(declaration: Declaration, glossary: Glossary) -> list[nodes.Node]:
    """A symbol as it stands in formulas; its name, if the glossary has no letters for its slots."""
    symbol = symbol_of(declaration, glossary)
    return [formula(symbol, glossary)] if symbol else [nodes.literal("", declaration.name)]


def symbol_hint(declaration: Declaration, t: Translation) -> str:
    """What a symbol is called, its unit, and what is assumed of it."""
    parts = [called(declaration, t)]
    if not declaration.dimension.is_one:
        parts.append(str(declaration.dimension))
    parts += [t(word) for word in sorted(declaration.properties)]
    return ", ".join(part for part in parts if part)


def called(declaration: Declaration, t: Translation) -> str:
    """The name of a symbol in the reader's language, or else in English."""
    own = {"zh": declaration.chinese, "ja": declaration.japanese}.get(t.language, "")
    return own or declaration.english


def symbol_table(symbols: Iterable[tuple[Declaration, Glossary]], t: Translation) -> nodes.table:
    """A table of symbols: what they are called, their units, what is assumed of them."""
    headings = (t("symbol"), t("meaning"), t("unit"), t("assumed"))
    rows = []
    for declaration, glossary in symbols:
        row = nodes.row("", ids=[symbol_id(declaration.name)])
        words = ", ".join(t(word) for word in sorted(declaration.properties))
        unit = "" if declaration.dimension.is_one else str(declaration.dimension)
        row += _entry(*symbol_nodes(declaration, glossary))
        row += [_entry(text) for text in (called(declaration, t), unit, words)]
        rows.append(row)
    return table(headings, rows, "derive-symbols")


def symbol_id(name: str) -> str:
    """The anchor of a symbol."""
    return f"symbol-{name}"


def table(headings: Iterable[str], rows: Iterable[nodes.row], name: str) -> nodes.table:
    """A table with a line of headings."""
    head = nodes.row("", *(_entry(heading) for heading in headings))
    body = nodes.tbody("", *rows)
    columns = zip(head, *body, strict=True)
    widths = [max(cell_len(cell.astext()) for cell in column) for column in columns]
    group = nodes.tgroup("", cols=len(head))
    group += [nodes.colspec("", colwidth=width + _ROOM) for width in widths]
    group += [nodes.thead("", head), body]
    return nodes.table("", group, classes=[name])


def _entry(*parts: nodes.Node | str) -> nodes.entry:
    return nodes.entry("", paragraph(*parts))
