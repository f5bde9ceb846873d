"""The roles: references to theorems, hypotheses and remarks, symbols, footnotes with errata.

Main results: `DeriveRole`, `SymbolRole`, `ErratumRole`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from docutils import nodes
from sphinx.roles import XRefRole
from sphinx.util import logging
from sphinx.util.docutils import SphinxRole

from derive.loading import LoadError
from derive.sphinx.nodes import ErratumMark, Hint
from derive.sphinx.symbols import symbol_hint, symbol_nodes
from derive.sphinx.writing import link

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

    from derive.sphinx.domain import DeriveDomain

logger = logging.getLogger(__name__)


class DeriveRole(XRefRole):
    """A reference to something that a document shows."""

    def process_link(
        self,
        env: BuildEnvironment,
        refnode: nodes.Element,
        has_explicit_title: bool,
        title: str,
        target: str,
    ) -> tuple[str, str]:
        """A hypothesis is called by its name, in the reader's language."""
        target = " ".join(target.split())
        if refnode["reftype"] == "hypothesis" and not has_explicit_title:
            refnode["refexplicit"] = True
            title = domain_of(env).knowledge.t(target.partition("/")[2] or target)
        return title, target


class SymbolRole(SphinxRole):
    """A symbol of the glossary; it leads to the table of symbols, if a document has one."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """The symbol as a formula, and what it is called as a hint."""
        name = self.text.strip()
        try:
            knowledge = domain_of(self.env).knowledge
            declaration = knowledge.symbol(name)
        except LoadError as error:
            logger.warning("%s", error, location=self.get_location(), type="derive", subtype="name")
            return [nodes.literal("", name)], []
        shown = Hint(hint=symbol_hint(declaration, knowledge.t), classes=["derive-symbol"])
        shown += symbol_nodes(declaration, knowledge.glossary)
        return [link("symbol", name, self.env.docname, shown, optional=True)], []


class ErratumRole(SphinxRole):
    """A footnote with an erratum."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """A mark, which `derive.sphinx.footnotes` replaces by a footnote."""
        name = self.text.strip()
        try:
            domain_of(self.env).knowledge.erratum(name)
        except LoadError as error:
            logger.warning("%s", error, location=self.get_location(), type="derive", subtype="name")
            return [nodes.literal("", name)], []
        return [ErratumMark(name=name)], []


def domain_of(env: BuildEnvironment) -> DeriveDomain:
    """The domain of an environment."""
    return cast("DeriveDomain", env.get_domain("derive"))
