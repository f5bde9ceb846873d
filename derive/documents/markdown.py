"""The Markdown of lectures: what MyST understands of it, and no more than a lecture needs.

Main results: `parser`, `Node`, `directive`, `split_target`, `DIRECTIVES`, `ROLES`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TypeAlias

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin
from mdit_py_plugins.myst_role import myst_role_plugin

Node: TypeAlias = SyntaxTreeNode

DIRECTIVES = (
    "derive-theorem",
    "derive-calculation",
    "derive-picture",
    "derive-erratum",
    "derive-graph",
)
ROLES = ("derive:theorem", "derive:hypothesis", "derive:symbol", "derive:erratum", "cite")

_DIRECTIVE = re.compile(r"\{([\w-]+)\}\s*(.*)")
_TARGET = re.compile(r"(.*\S)\s*<([^<>]+)>", re.DOTALL)


@cache
def parser() -> MarkdownIt:
    """The parser of lectures."""
    markdown = MarkdownIt("commonmark").enable("table")
    front_matter_plugin(markdown)
    dollarmath_plugin(markdown, allow_digits=False, double_inline=True)
    footnote_plugin(markdown)
    myst_role_plugin(markdown)
    return markdown.disable(["footnote_inline", "footnote_tail"])


def directive(node: Node) -> tuple[str, str] | None:
    """Name and argument of a directive; None if the node is none."""
    if node.type != "fence":
        return None
    found = _DIRECTIVE.fullmatch(node.info.strip())
    return (found[1], found[2].strip()) if found else None


def split_target(content: str) -> tuple[str, str]:
    """The text and the target of a role: `text <target>`, or the target alone."""
    found = _TARGET.fullmatch(content.strip())
    return (found[1], found[2].strip()) if found else ("", content.strip())
