"""Numbers in the headings of theorems, once they are known.

Main results: `NumberHeadings`.
"""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from derive.sphinx.nodes import Environment
from derive.sphinx.roles import domain_of


class NumberHeadings(SphinxPostTransform):
    """Writes the number behind the label of each environment."""

    default_priority = 5

    def run(self, **kwargs: Any) -> None:
        """Number the headings of one document."""
        numbers = domain_of(self.env).numbers
        for node in self.document.findall(Environment):
            number = numbers.get((self.env.docname, node["ids"][0]))
            label = next(filter(_is_label, node.findall(nodes.inline)), None)
            if number is not None and label is not None:
                label += nodes.Text(f"\N{NO-BREAK SPACE}{number}")


def _is_label(node: nodes.inline) -> bool:
    return "derive-label" in node["classes"]
