"""A line of Markdown as nodes, as far as an entry of a bibliography needs it.

Main results: `markdown_nodes`, `UnprintableError`.
"""

from __future__ import annotations

from collections.abc import Iterable

from docutils import nodes

from derive.documents.markdown import Node, parser
from derive.sphinx.writing import latex_formula


class UnprintableError(ValueError):
    """Markdown that cannot stand in a line here."""


def markdown_nodes(text: str) -> list[nodes.Node]:
    """Text, emphasis, formulas, code and links.

    Raises:
        UnprintableError: there is something else in it.
    """
    (block,) = Node(parser().parseInline(text)).children
    return _spans(block.children)


def _spans(parts: Iterable[Node]) -> list[nodes.Node]:
    return [_span(part) for part in parts]


def _span(node: Node) -> nodes.Node:
    match node.type:
        case "text":
            return nodes.Text(node.content)
        case "softbreak" | "hardbreak":
            return nodes.Text(" ")
        case "em":
            return nodes.emphasis("", "", *_spans(node.children))
        case "strong":
            return nodes.strong("", "", *_spans(node.children))
        case "code_inline":
            return nodes.literal("", node.content)
        case "math_inline":
            return latex_formula(node.content)
        case "link":
            return nodes.reference("", "", *_spans(node.children), refuri=node.attrs["href"])
    raise UnprintableError(f"{node.type.replace('_', ' ')} cannot stand here")
