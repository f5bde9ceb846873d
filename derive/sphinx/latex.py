r"""The nodes of the extension as LaTeX: environments of amsthm on one counter, `align`.

Main results: `VISITORS`, `PACKAGES`, `preamble`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from docutils import nodes

from derive.render.prose import prose
from derive.sphinx.directives import STYLES
from derive.sphinx.nodes import (
    Assumption,
    Calculation,
    CertificateLink,
    Display,
    Environment,
    Folded,
    Heading,
    StatusMark,
    Summary,
)
from derive.translation import Translation

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.writers.latex import LaTeXTranslator

_UPRIGHT = ("example", "erratum", "remark")


def preamble(t: Translation) -> str:
    """Declares the environments, all on the counter of theorems."""
    lines = []
    for style, label in STYLES.items():
        counter = "" if style == "theorem" else "[derivetheorem]"
        lines += [
            rf"\theoremstyle{{{'definition' if style in _UPRIGHT else 'plain'}}}",
            rf"\newtheorem{{derive{style}}}{counter}{{{t(label)}}}",
            rf"\newtheorem*{{derive{style}*}}{{{t(label)}}}",
        ]
    return "\n".join(lines) + "\n"


def _open_environment(self: LaTeXTranslator, node: Environment) -> None:
    star = "" if node["numbered"] else "*"
    self.body.append(
        f"\n\\begin{{derive{node['style']}{star}}}[{{{node['title']}}}]"
        f"{self.hypertarget_to(node, anchor=not node['numbered'])}\n"
    )


def _close_environment(self: LaTeXTranslator, node: Environment) -> None:
    star = "" if node["numbered"] else "*"
    self.body.append(f"\\end{{derive{node['style']}{star}}}\n")


def _open_assumption(self: LaTeXTranslator, node: Assumption) -> None:
    self.visit_list_item(node)
    if node["ids"]:
        self.body.append(self.hypertarget_to(node, anchor=True))


def _close_assumption(self: LaTeXTranslator, node: Assumption) -> None:
    self.depart_list_item(node)


def _skip(self: LaTeXTranslator, node: nodes.Element) -> NoReturn:
    raise nodes.SkipNode


def _open_folded(self: LaTeXTranslator, node: Folded) -> None:
    if node["proof"]:
        summary = next(node.findall(Summary)).astext()
        self.body.append(f"\n\\begin{{proof}}[{self.encode(summary)}]\n")


def _close_folded(self: LaTeXTranslator, node: Folded) -> None:
    if node["proof"]:
        self.body.append("\\end{proof}\n")


def _open_summary(self: LaTeXTranslator, node: Summary) -> None:
    if isinstance(node.parent, Folded) and node.parent["proof"]:
        raise nodes.SkipNode
    self.body.append("\n\\emph{")


def _close_summary(self: LaTeXTranslator, node: Summary) -> None:
    self.body.append("}\n\n")


def _display(self: LaTeXTranslator, node: Display) -> NoReturn:
    self.body.append(f"\n{node['paper']}\n")
    raise nodes.SkipNode


def _calculation(self: LaTeXTranslator, node: Calculation) -> NoReturn:
    self.body.append(f"\n{node['latex']}\n")
    raise nodes.SkipNode


def _status(self: LaTeXTranslator, node: StatusMark) -> NoReturn:
    self.body.append(rf"\emph{{{prose(node['word'], unicode=True)}}}")
    raise nodes.SkipNode


def _depart(self: LaTeXTranslator, node: nodes.Element) -> None:
    """Nothing: the node has been skipped."""


VISITORS: dict[type[nodes.Element], tuple[Callable[..., None], Callable[..., None]]] = {
    Environment: (_open_environment, _close_environment),
    Heading: (_skip, _depart),
    Assumption: (_open_assumption, _close_assumption),
    Folded: (_open_folded, _close_folded),
    Summary: (_open_summary, _close_summary),
    Display: (_display, _depart),
    Calculation: (_calculation, _depart),
    StatusMark: (_status, _depart),
    CertificateLink: (_skip, _depart),
}
"""For each node how it begins and ends; one that is not here is shown as what it derives from."""
