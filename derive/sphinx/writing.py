"""Small parts of documents: formulas, prose with formulas in it, links, statuses.

Main results: `formula`, `display`, `prose_nodes`, `paragraph`, `link`, `status_mark`,
`hypothesis_id`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from docutils import nodes
from sphinx import addnodes

from derive.language.glossary import Glossary
from derive.language.syntax import Expression
from derive.language.syntax import Formula as Statement
from derive.language.text_writer import text_of_latex, write_text
from derive.language.writer import write
from derive.render.calculation import claims_latex
from derive.render.prose import split_math
from derive.render.style import Style
from derive.sphinx.nodes import Display, Formula, StatusMark
from derive.translation import Translation, message

MARKS = {
    "proved": "✔",
    message("checked"): "✔",
    "computed": "≈",
    "tested": "~",
    "refuted": "✘",
    message("wrong"): "✘",
    "undecided": "?",
    message("cited"): "·",
    message("remark"): "·",
}
"""A sign for each status, so that none is told by its colour alone."""

WIDTH = 42.0
"""The width of a line in the manuals that Sphinx makes with LaTeX, in em."""

Part: TypeAlias = nodes.Node | str


def formula(tree: Expression | Statement, glossary: Glossary, before: str = "") -> Formula:
    r"""A formula in a line, after LaTeX such as `=` or `\displaystyle`."""
    return latex_formula(f"{before} {write(tree, glossary)}".strip())


def latex_formula(latex: str, plain: str = "") -> Formula:
    """A formula in a line, given as LaTeX, and perhaps as plain text."""
    return Formula(latex, latex, plain=plain or plain_formula(latex))


def display(tree: Statement, glossary: Glossary) -> Display:
    """A formula on lines of its own."""
    latex, paper = write(tree, glossary), claims_latex([tree], glossary, Style(width=WIDTH))
    node = Display(latex, latex, plain=write_text(tree, glossary), paper=paper)
    node["nowrap"] = node["no-wrap"] = False
    node["number"] = node["label"] = None
    return node


def prose_nodes(text: str) -> list[nodes.Node]:
    """Prose with formulas between dollar signs."""
    found: list[nodes.Node] = []
    for part, is_math in split_math(text):
        if is_math:
            found.append(latex_formula(part[1:-1]))
        elif part:
            found.append(nodes.Text(part.replace(r"\$", "$")))
    return found


def paragraph(*parts: Part, classes: Sequence[str] = ()) -> nodes.paragraph:
    """A paragraph of nodes and prose."""
    node = nodes.paragraph(classes=list(classes))
    for part in parts:
        node += prose_nodes(part) if isinstance(part, str) else part
    return node


def inline(*parts: Part, classes: Sequence[str] = ()) -> nodes.inline:
    """A part of a line, for the style sheet to find."""
    node = nodes.inline(classes=list(classes))
    for part in parts:
        node += prose_nodes(part) if isinstance(part, str) else part
    return node


def joined(parts: Iterable[nodes.Node], separator: str = ", ") -> list[nodes.Node]:
    """Nodes with a separator between them."""
    found: list[nodes.Node] = []
    for part in parts:
        found += [nodes.Text(separator), part] if found else [part]
    return found


def link(kind: str, target: str, docname: str, *parts: Part, optional: bool = False) -> nodes.Node:
    """A cross-reference; without parts, its text is what the reader calls the target.

    An optional one is plain text where there is nothing to refer to.
    """
    node = addnodes.pending_xref(
        "",
        refdomain="derive",
        reftype=kind,
        reftarget=target,
        refexplicit=bool(parts),
        refwarn=not optional,
        refdoc=docname,
        optional=optional,
    )
    node += inline(*(parts or [target]), classes=["derive-reference"])
    return node


def status_mark(status: str, t: Translation, word: str = "") -> StatusMark:
    """The sign of a status, and what it is called, if not another word."""
    word = word or t(status)
    node = StatusMark(word=word, classes=["derive-status", f"derive-{status}"])
    sign = nodes.inline("", MARKS[status], classes=["derive-sign"])
    node += [sign, nodes.Text(" "), nodes.inline("", word, classes=["derive-word"])]
    return node


def hypothesis_id(name: str, hypothesis: str) -> str:
    """The anchor of a hypothesis of a theorem."""
    return f"{name}--{nodes.make_id(hypothesis) or hypothesis.encode().hex()}"


def plain_formula(latex: str) -> str:
    """LaTeX as plain text."""
    return text_of_latex(latex.replace(r"\displaystyle", "")).strip()


def plain_prose(text: str) -> str:
    """Prose as plain text."""
    parts = split_math(text)
    return "".join(plain_formula(part[1:-1]) if is_math else part for part, is_math in parts)
