"""The domain `derive`: what documents show of theorems, and where cross-references lead.

What a document shows is kept by document, so that documents can be read in any order, in several
processes, and again; numbers are given when all have been read (`derive.sphinx.numbering`).

Main results: `DeriveDomain`, `Target`, `TheoremIndex`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from docutils import nodes
from sphinx import addnodes
from sphinx.domains import Domain, Index, IndexEntry, ObjType
from sphinx.util import logging
from sphinx.util.nodes import make_refnode

from derive.sphinx.knowledge import Knowledge
from derive.sphinx.roles import DeriveRole, ErratumRole, SymbolRole
from derive.translation import message

if TYPE_CHECKING:
    from docutils.nodes import Element
    from sphinx.addnodes import pending_xref
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

logger = logging.getLogger(__name__)


class Target(NamedTuple):
    """Something that can be referred to, where a document shows it."""

    kind: str
    name: str
    docname: str
    node_id: str
    title: str
    preview: str = ""
    label: str = ""
    numbered: bool = False
    indexed: bool = True
    line: int = 0


class TheoremIndex(Index):
    """All theorems by subject."""

    domain: DeriveDomain
    name = "theorems"
    localname = message("Index of theorems")
    shortname = message("theorems")

    def __init__(self, domain: DeriveDomain) -> None:
        super().__init__(domain)
        t = domain.knowledge.t
        vars(self).update(localname=t(self.localname), shortname=t(self.shortname))

    def generate(
        self, docnames: Iterable[str] | None = None
    ) -> tuple[list[tuple[str, list[IndexEntry]]], bool]:
        """The entries, grouped by the first part of their names."""
        wanted = None if docnames is None else frozenset(docnames)
        groups: dict[str, list[IndexEntry]] = {}
        for target in sorted(self.domain.indexed(), key=lambda one: one.name):
            if target.kind in ("hypothesis", "symbol"):
                continue
            if wanted is None or target.docname in wanted:
                entry = IndexEntry(
                    target.title, 0, target.docname, target.node_id, target.name, "", ""
                )
                groups.setdefault(target.name.partition(".")[0], []).append(entry)
        return sorted(groups.items()), False


class DeriveDomain(Domain):
    """Theorems, their hypotheses, symbols, errata and remarks."""

    name = "derive"
    label = "Derive"
    object_types: ClassVar[dict[str, ObjType]] = {
        "theorem": ObjType(message("theorem"), "theorem"),
        "hypothesis": ObjType(message("hypothesis"), "hypothesis", searchprio=-1),
        "symbol": ObjType(message("symbol"), "symbol"),
        "erratum": ObjType(message("erratum"), "erratum"),
        "remark": ObjType(message("remark"), "remark"),
    }
    roles: ClassVar[dict[str, Any]] = {
        "theorem": DeriveRole(innernodeclass=nodes.inline, warn_dangling=True),
        "hypothesis": DeriveRole(innernodeclass=nodes.inline, warn_dangling=True),
        "symbol": SymbolRole(),
        "erratum": ErratumRole(),
        "remark": DeriveRole(innernodeclass=nodes.inline, warn_dangling=True),
    }
    indices: ClassVar[list[type[Index]]] = [TheoremIndex]
    initial_data: ClassVar[dict[str, Any]] = {
        "targets": {},  # docname -> targets in order
        "mentions": {},  # docname -> (kind, name) of all that it refers to
        "shown": {},  # docname -> name -> fingerprint when it was read
        "numbers": {},  # (docname, node_id) -> number
        "written": {},  # docname -> numbers and destinations when it was last written
    }
    data_version = 1
    dangling_warnings: ClassVar[dict[str, str]] = {
        kind: f"no document shows the {kind} %(target)s" for kind in object_types
    }

    knowledge: Knowledge
    """What is known of the folder of theorems; it is looked up when a build begins."""

    # -- what documents show

    @property
    def targets(self) -> dict[str, list[Target]]:
        """For each document what it shows, in order."""
        found: dict[str, list[Target]] = self.data["targets"]
        return found

    @property
    def numbers(self) -> dict[tuple[str, str], int]:
        """The number of each numbered target, by document and anchor."""
        found: dict[tuple[str, str], int] = self.data["numbers"]
        return found

    def note(self, target: Target) -> None:
        """A document shows something that can be referred to."""
        self.targets.setdefault(target.docname, []).append(target)

    def note_shown(self, docname: str, name: str, fingerprint: str) -> None:
        """A document must be read again when the fingerprint of something changes."""
        self.data["shown"].setdefault(docname, {})[name] = fingerprint

    def is_outdated(self, docname: str) -> bool:
        """Whether something that a document shows has changed, or is not as it should be."""
        shown = self.data["shown"].get(docname, {})
        return any(
            not then or then != self.knowledge.fingerprint(name) for name, then in shown.items()
        )

    def indexed(self) -> Iterator[Target]:
        """The targets that others refer to, one for each name."""
        seen = set()
        for _, targets in sorted(self.targets.items()):
            for target in targets:
                if target.indexed and (target.kind, target.name) not in seen:
                    seen.add((target.kind, target.name))
                    yield target

    def find(self, kind: str, name: str, docname: str) -> Target | None:
        """What a document means by a name: what it shows itself, or else what is in the index."""
        own = (one for one in self.targets.get(docname, ()) if (one.kind, one.name) == (kind, name))
        elsewhere = (one for one in self.indexed() if (one.kind, one.name) == (kind, name))
        return next(own, None) or next(elsewhere, None)

    def called(self, target: Target) -> str:
        """How a reference calls a target: its label and number, or its title."""
        number = self.numbers.get((target.docname, target.node_id))
        return target.title if number is None else f"{target.label}\N{NO-BREAK SPACE}{number}"

    # -- what Sphinx asks for

    def clear_doc(self, docname: str) -> None:
        """Forget a document."""
        for part in ("targets", "mentions", "shown", "written"):
            self.data[part].pop(docname, None)

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        """Take over what another process has read."""
        for part in ("targets", "mentions", "shown"):
            for docname in docnames & otherdata[part].keys():
                self.data[part][docname] = otherdata[part][docname]

    def process_doc(self, env: BuildEnvironment, docname: str, document: nodes.document) -> None:
        """Note what a document refers to."""
        self.data["mentions"][docname] = {
            (str(node["reftype"]), str(node["reftarget"]))
            for node in document.findall(addnodes.pending_xref)
            if node.get("refdomain") == self.name
        }

    def check_consistency(self) -> None:
        """Complain of what is in the index twice."""
        first: dict[tuple[str, str], Target] = {}
        for docname in sorted(self.targets):
            for target in self.targets[docname]:
                if not target.indexed or target.kind == "hypothesis":
                    continue
                other = first.setdefault((target.kind, target.name), target)
                if other is not target:
                    logger.warning(
                        "the %s %s is also shown in %s; say :no-index: in one of the two",
                        target.kind,
                        target.name,
                        other.docname,
                        location=(docname, target.line),
                        type="derive",
                        subtype="duplicate",
                    )

    def get_objects(self) -> Iterator[tuple[str, str, str, str, str, int]]:
        """For search and for other projects: name, title, kind, document, anchor, priority."""
        for target in self.indexed():
            priority = self.object_types[target.kind].attrs["searchprio"]
            yield (
                target.name,
                target.title,
                target.kind,
                target.docname,
                target.node_id,
                priority,
            )

    def resolve_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: pending_xref,
        contnode: Element,
    ) -> nodes.reference | None:
        """The link for a reference; an optional one without a target stays as it is."""
        found = self.find(typ, target, fromdocname)
        if found is None:
            return contnode if node.get("optional") else None  # type: ignore[return-value]
        hint = f"{found.title}: {found.preview}" if found.preview else found.title
        if node.get("refexplicit"):
            return make_refnode(builder, fromdocname, found.docname, found.node_id, contnode, hint)
        text = nodes.inline("", self.called(found), classes=contnode["classes"])
        if (found.docname, found.node_id) not in self.numbers:
            return make_refnode(builder, fromdocname, found.docname, found.node_id, text, hint)
        return _numbered(builder, fromdocname, found, text, hint)

    def resolve_any_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: pending_xref,
        contnode: Element,
    ) -> list[tuple[str, nodes.reference]]:
        """The links for a reference of any kind."""
        found = []
        for kind in self.object_types:
            if self.find(kind, target, fromdocname):
                one = self.resolve_xref(env, fromdocname, builder, kind, target, node, contnode)
                if one is not None:
                    found.append((f"derive:{kind}", one))
        return found


def _numbered(
    builder: Builder, fromdocname: str, target: Target, text: nodes.inline, hint: str
) -> nodes.reference:
    """A link whose number LaTeX counts by itself."""
    link = make_refnode(builder, fromdocname, target.docname, target.node_id, text, hint)
    if builder.format != "latex":
        return link
    title = f"{target.label} {{number}}"
    return addnodes.number_reference("", "", *link.children, **link.attributes, title=title)
