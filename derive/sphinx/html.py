"""The nodes of the extension as HTML: proofs unfold by themselves, without a script.

Main results: `VISITORS`.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.osutil import relative_uri

from derive.sphinx.drawing import graph_svg
from derive.sphinx.nodes import (
    Calculation,
    CertificateLink,
    Environment,
    Folded,
    Graph,
    Heading,
    Hint,
    Step,
    Summary,
)
from derive.sphinx.pages import certificate_page, has_pages
from derive.sphinx.roles import domain_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.writers.html5 import HTML5Translator


def _open_environment(self: HTML5Translator, node: Environment) -> None:
    self.body.append(self.starttag(node, "div"))


def _close_block(self: HTML5Translator, node: nodes.Element) -> None:
    self.body.append("</div>\n")


def _open_heading(self: HTML5Translator, node: Heading) -> None:
    self.body.append(self.starttag(node, "p", ""))


def _close_heading(self: HTML5Translator, node: Heading) -> None:
    if isinstance(node.parent, Environment):
        self.add_permalink_ref(node.parent, node["permalink"])
    self.body.append("</p>\n")


def _open_folded(self: HTML5Translator, node: Folded) -> None:
    tag = "details open" if node["open"] else "details"
    self.body.append(self.starttag(node, tag))


def _close_folded(self: HTML5Translator, node: Folded) -> None:
    self.body.append("</details>\n")


def _open_summary(self: HTML5Translator, node: Summary) -> None:
    self.body.append(self.starttag(node, "summary", ""))


def _close_summary(self: HTML5Translator, node: Summary) -> None:
    self.body.append("</summary>\n")


def _open_calculation(self: HTML5Translator, node: Calculation) -> None:
    self.body.append(self.starttag(node, "ol"))


def _close_calculation(self: HTML5Translator, node: Calculation) -> None:
    self.body.append("</ol>\n")


def _open_step(self: HTML5Translator, node: Step) -> None:
    self.body.append(self.starttag(node, "li", "", CLASS=f"derive-step derive-{node['status']}"))


def _close_step(self: HTML5Translator, node: Step) -> None:
    self.body.append("</li>\n")


def _open_certificate(self: HTML5Translator, node: CertificateLink) -> None:
    if has_pages(self.builder):
        here = self.builder.get_target_uri(self.builder.current_docname)
        uri = relative_uri(here, self.builder.get_target_uri(certificate_page(node["name"])))
        step = "" if node["step"] is None else f"#step-{node['step']}"
        link = f'<a class="derive-certificate" href="{escape(uri + step)}">'
        self.body.append(node["before"] + link)
    elif node["before"]:
        raise nodes.SkipNode


def _close_certificate(self: HTML5Translator, node: CertificateLink) -> None:
    if has_pages(self.builder):
        self.body.append("</a>")


def _open_graph(self: HTML5Translator, node: Graph) -> None:
    domain, here = domain_of(self.builder.env), self.builder.current_docname

    def address(name: str) -> str:
        target = domain.find("theorem", name, here)
        if target is None:
            return ""
        return f"{self.builder.get_relative_uri(here, target.docname)}#{target.node_id}"

    self.body.append(self.starttag(node, "div"))
    parts = (node["drawing"], node["told"], node["legend"], node["label"], node["arrow"])
    self.body.append(graph_svg(*parts, node["focus"], address))
    self.body.append(
        f"</div><details class='derive-folded'><summary>{escape(node['as_list'])}</summary>"
    )


def _close_graph(self: HTML5Translator, node: Graph) -> None:
    self.body.append("</details>\n")


def _open_hint(self: HTML5Translator, node: Hint) -> None:
    self.body.append(self.starttag(node, "span", "", title=node["hint"]))


def _close_hint(self: HTML5Translator, node: Hint) -> None:
    self.body.append("</span>")


VISITORS: dict[type[nodes.Element], tuple[Callable[..., None], Callable[..., None]]] = {
    Environment: (_open_environment, _close_block),
    Heading: (_open_heading, _close_heading),
    Folded: (_open_folded, _close_folded),
    Summary: (_open_summary, _close_summary),
    Calculation: (_open_calculation, _close_calculation),
    Step: (_open_step, _close_step),
    Hint: (_open_hint, _close_hint),
    Graph: (_open_graph, _close_graph),
    CertificateLink: (_open_certificate, _close_certificate),
}
"""For each node how it begins and ends; one that is not here is shown as what it derives from."""
