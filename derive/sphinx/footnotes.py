"""Errata as footnotes: the role `derive:erratum`.

Main results: `ErratumFootnotes`.
"""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms import SphinxTransform
from sphinx.util import logging

from derive.proofreading import GOOD
from derive.sphinx.entries import erratum_nodes
from derive.sphinx.nodes import ErratumMark, generated
from derive.sphinx.roles import domain_of
from derive.sphinx.writing import prose_nodes

logger = logging.getLogger(__name__)


class ErratumFootnotes(SphinxTransform):
    """Puts a footnote for each mark, at the end of the document.

    It runs before docutils numbers footnotes, and after translations have been put in.
    """

    default_priority = 600

    def apply(self, **kwargs: Any) -> None:
        """Make the footnotes of one document."""
        document = self.document
        labels: dict[str, str] = {}
        for mark in list(document.findall(ErratumMark)):
            name = mark["name"]
            if name not in labels:
                labels[name] = f"erratum-{nodes.make_id(name)}"
                document += self.footnote(name, labels[name])
            reference = nodes.footnote_reference(auto=1, refname=labels[name])
            document.note_footnote_ref(reference)
            document.note_autofootnote_ref(reference)
            mark.replace_self(reference)

    def footnote(self, name: str, label: str) -> nodes.footnote:
        """The footnote with an erratum."""
        domain, docname = domain_of(self.env), self.env.docname
        outcome = domain.knowledge.erratum_outcome(name)
        good = outcome.status in GOOD
        if not good:
            text = f"{name} is {outcome.status}: {outcome.error}"
            logger.warning("%s", text, location=docname, type="derive", subtype="status")
        domain.note_shown(docname, name, domain.knowledge.fingerprint(name) if good else "")
        node = nodes.footnote(auto=1, names=[label], classes=["derive-erratum-note"])
        t = domain.knowledge.t
        heading = nodes.paragraph("", "", nodes.strong("", t("Erratum")), nodes.Text(": "))
        heading += prose_nodes(t(outcome.entry.title))
        node += [heading, *erratum_nodes(outcome, domain.knowledge, docname)]
        generated(node)
        document = self.document
        document.note_explicit_target(node, node)
        document.note_autofootnote(node)
        return node
