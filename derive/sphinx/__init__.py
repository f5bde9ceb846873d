"""A Sphinx extension: theorems with their proofs and statuses in anyone's documents.

Write `extensions = ["derive.sphinx"]` in `conf.py`.  Reading order: `knowledge` (of the folder of
theorems), `nodes`, `writing`, `statements`, `proofs`, `directives`, `roles`, `domain`, `numbering`;
what other directives show: `entries`, `symbols`, `figures`, `reasons`, `graph` (with `layers` and
`drawing`); what stands at the end of a page: `footnotes`, `bibliography` (with `markdown`); what
builders do with it: `html`, `latex`, `text`, `pages` (of `certificates`); and `building`, which
puts it all together.

Main results: `setup`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: Sphinx) -> ExtensionMetadata:
    """Add the domain, the directives and the nodes to a project."""
    from derive.sphinx.building import extend

    return extend(app)
