"""The nodes of the extension as HTML: proofs unfold by themselves, without a script.

Main results: `VISITORS`.
"""

from __future__ import annotations

import posixpath
from html import escape
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.osutil import relative_uri

from derive.sphinx.nodes import (
    Calculation,
    CertificateLink,
    Environment,
    Folded,
    Heading,
    Step,
    Summary,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.writers.html5 import HTML5Translator

CERTIFICATES = "_derive/certificates"
"""The folder of the pages and files of certificates, in the output."""


def certificate_uri(name: str, suffix: str) -> str:
    """Where the certificate of a theorem lies in the output."""
    return posixpath.join(CERTIFICATES, f"{name}{suffix}")


def _open_environment(self: HTML5Translator, node: Environment) -> None:
    self.body.append(self.starttag(node, "div"))


def _close_block(self: HTML5Translator, node: nodes.Element) -> None:
    self.body.append("</div>\n")


def _open_heading(self: HTML5Translator, node: Heading) -> None:
    self.body.append(self.starttag(node, "p", ""))


def _close_heading(self: HTML5Translator, node: Heading) -> None:
    if isinstance(node.parent, Environment):
        self.add_permalink_ref(node.parent, "#")
    self.body.append("</p>\n")


def _open_folded(self: HTML5Translator, node: Folded) -> None:
    opened = {"open": "open"} if node["open"] else {}
    self.body.append(self.starttag(node, "details", **opened))


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
    self.body.append(self.starttag(node, "li", ""))


def _close_step(self: HTML5Translator, node: Step) -> None:
    self.body.append("</li>\n")


def _open_certificate(self: HTML5Translator, node: CertificateLink) -> None:
    here = self.builder.get_target_uri(self.builder.current_docname)
    uri = relative_uri(here, certificate_uri(node["name"], ".html"))
    step = "" if node["step"] is None else f"#step-{node['step']}"
    self.body.append(f'<a class="derive-certificate" href="{escape(uri + step)}">')


def _close_certificate(self: HTML5Translator, node: CertificateLink) -> None:
    self.body.append("</a>")


VISITORS: dict[type[nodes.Element], tuple[Callable[..., None], Callable[..., None]]] = {
    Environment: (_open_environment, _close_block),
    Heading: (_open_heading, _close_heading),
    Folded: (_open_folded, _close_folded),
    Summary: (_open_summary, _close_summary),
    Calculation: (_open_calculation, _close_calculation),
    Step: (_open_step, _close_step),
    CertificateLink: (_open_certificate, _close_certificate),
}
"""For each node how it begins and ends; nodes that are not here are shown as what they derive from."""
