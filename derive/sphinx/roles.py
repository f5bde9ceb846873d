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
from derive.sphinx.knowledge import SYMBOL, Knowledge
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


class ShowingRole(SphinxRole):
    """A role that shows something itself, which must be there."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """What the role shows; a warning, and the text as it is, if it is not there."""
        name = self.text.strip()
        try:
            return [self.shown(name, domain_of(self.env).knowledge)], []
        except LoadError as error:
            logger.warning("%s", error, location=self.get_location(), type="derive", subtype="name")
            domain_of(self.env).note_shown(self.env.docname, name, "")
            return [nodes.literal("", name)], []

    def shown(self, name: str, knowledge: Knowledge) -> nodes.Node:
        """The node.  Raises `LoadError`."""
        raise NotImplementedError


class SymbolRole(ShowingRole):
    """A symbol of the glossary; it leads to the table of symbols, if a document has one."""

    def shown(self, name: str, knowledge: Knowledge) -> nodes.Node:
        """The symbol as a formula, and what it is called as a hint."""
        declaration, glossary = knowledge.symbol(name)
        key = f"{SYMBOL}{name}"
        domain_of(self.env).note_shown(self.env.docname, key, knowledge.fingerprint(key))
        node = Hint(hint=symbol_hint(declaration, knowledge.t), classes=["derive-symbol"])
        node += symbol_nodes(declaration, glossary)
        return link("symbol", name, self.env.docname, node, optional=True)


class ErratumRole(ShowingRole):
    """A footnote with an erratum."""

    def shown(self, name: str, knowledge: Knowledge) -> nodes.Node:
        """A mark, which `derive.sphinx.footnotes` replaces by a footnote."""
        return ErratumMark(name=knowledge.erratum(name).name)


def domain_of(env: BuildEnvironment) -> DeriveDomain:
    """The domain of an environment."""
    return cast("DeriveDomain", env.get_domain("derive"))
