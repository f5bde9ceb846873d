"""The bibliography of a page in Markdown, from its front matter, and the role `cite`.

Entries are there before translations are put in, so that they are translated like the page.  They
become citations only after docutils and Sphinx have dealt with theirs, whose labels are those of a
whole project: here each page counts its own.

Main results: `CiteRole`, `EntryList`, `Citations`, `EntriesOnPaper`, `PLACE`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from docutils import nodes
from sphinx.transforms import SphinxTransform
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util import logging
from sphinx.util.docutils import SphinxRole

from derive.documents.bibliography import cited_works
from derive.documents.markdown import split_target
from derive.documents.references import hint
from derive.sphinx.markdown import UnprintableError, markdown_nodes
from derive.sphinx.nodes import CitationMark, Entry, generated
from derive.sphinx.roles import domain_of
from derive.sphinx.writing import joined, paragraph
from derive.theorem import Theorem

logger = logging.getLogger(__name__)

PLACE = "derive-bibliography"
"""The class of the section that holds the entries."""

_FIELD = "bibliography"


class CiteRole(SphinxRole):
    """A reference to entries of the bibliography, by their keys."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """A mark, which `Citations` replaces by numbers."""
        _, target = split_target(self.text)
        mark = CitationMark(keys=[key.strip() for key in target.split(",")])
        self.set_source_info(mark)
        return [mark], []


class EntryList(SphinxTransform):
    """Puts the entries below a heading at the end of the page, in the order of the front matter.

    The sources of what is cited without proof in the theorems of the page come after them.  It runs
    before translations are put in.
    """

    default_priority = 15

    def apply(self, **kwargs: Any) -> None:
        """Put the section there, if the page has a bibliography."""
        bibliography = _bibliography(self.document)
        if not bibliography:
            return
        t = domain_of(self.env).knowledge.t
        section = nodes.section(names=["references"], classes=[PLACE])
        section += generated(nodes.title("", t("References")))
        for key, text in bibliography.items():
            section += Entry("", self.paragraph(text), key=key)
        for work in cited_works(self.theorems(), t):
            section += generated(Entry("", paragraph(work), key=""))
        self.document.note_implicit_target(section, section)
        _place(self.document).append(section)

    def paragraph(self, text: str) -> nodes.paragraph:
        """An entry; its text as it is, and a warning, if it cannot be shown."""
        try:
            parts = markdown_nodes(text)
        except UnprintableError as error:
            where = (self.env.docname, 1)
            logger.warning("in the bibliography: %s: %s", text, error, location=where)
            parts = [nodes.Text(text)]
        node = nodes.paragraph(text, "", *parts)
        node.source, node.line = self.document["source"], 1
        return node

    def theorems(self) -> Iterator[Theorem]:
        """The theorems that the page shows."""
        domain = domain_of(self.env)
        for target in domain.targets.get(self.env.docname, ()):
            if target.kind == "theorem":
                yield domain.knowledge.theorem(target.name)


class Citations(SphinxTransform):
    """Numbers the entries, and puts a link for each mark.

    It runs after footnotes have been moved to the end, and moves them before the entries.
    """

    default_priority = 650

    def apply(self, **kwargs: Any) -> None:
        """Finish the bibliography of one page."""
        entries = self.entries()
        for mark in list(self.document.findall(CitationMark)):
            links = [self.link(key, entries, mark) for key in mark["keys"]]
            shown = nodes.inline(classes=["derive-cited"])
            shown += [nodes.Text("["), *joined(links), nodes.Text("]")]
            mark.replace_self(shown)

    def entries(self) -> dict[str, nodes.citation]:
        """The entries as citations, by their keys."""
        found = {}
        for number, entry in enumerate(list(self.document.findall(Entry)), start=1):
            key = entry["key"]
            label = nodes.label("", str(number), support_smartquotes=False)
            names = [f"reference-{key or number}"]
            citation = nodes.citation("", label, *entry.children, names=names)
            self.document.note_implicit_target(citation, citation)
            entry.replace_self(citation)
            if key:
                found[key] = citation
            if number == 1:
                self.put_last(citation.parent)
        return found

    def put_last(self, section: nodes.Element) -> None:
        """Move the footnotes, which stand behind all sections, before the one with the entries."""
        around = section.parent
        last = section if around is self.document else around
        for node in self.document.children[self.document.index(last) + 1 :]:
            self.document.remove(node)
            around.insert(around.index(section), node)

    def link(
        self, key: str, entries: Mapping[str, nodes.citation], mark: CitationMark
    ) -> nodes.Node:
        """A link to an entry; a warning, and the key as it is, if there is none."""
        if key in entries:
            citation = entries[key]
            node = nodes.reference("", citation[0].astext(), internal=True)
            node["refid"] = citation["ids"][0]
            citation["backrefs"].append(self.document.set_id(node))
            return node
        known = hint(key, entries) or "; write one into the front matter of the page"
        text = f"the bibliography has no entry {key}{known}"
        logger.warning("%s", text, location=mark, type="derive", subtype="name")
        domain_of(self.env).note_shown(self.env.docname, key, "")
        return nodes.literal("", key)


class EntriesOnPaper(SphinxPostTransform):
    """Keeps the entries with their page, where LaTeX would gather those of all pages at the end."""

    default_priority = 740  # before citations are gathered
    formats = ("latex",)

    def run(self, **kwargs: Any) -> None:
        """Make a numbered list of the entries of each page."""
        for section in self.document.findall(nodes.section):
            if PLACE not in section["classes"]:
                continue
            listed = nodes.enumerated_list(enumtype="arabic", prefix="[", suffix="]")
            for citation in [one for one in section.children if isinstance(one, nodes.citation)]:
                section.remove(citation)
                target = nodes.target("", "", ids=citation["ids"])
                words = citation[1].children
                listed += nodes.list_item("", nodes.paragraph("", "", target, *words))
            section += listed


def _bibliography(document: nodes.document) -> dict[str, str]:
    """The entries in the front matter, of which MyST makes a field that holds JSON."""
    fields = (one for one in document.children[:1] if isinstance(one, nodes.field_list))
    for field in (field for listed in fields for field in listed.children):
        name, body = field.children
        if name.astext() == _FIELD:
            try:
                found = json.loads(body.astext())
            except json.JSONDecodeError:
                return {}  # something else of that name, such as a file of another extension
            if isinstance(found, dict):
                return {key: " ".join(str(entry).split()) for key, entry in found.items()}
    return {}


def _place(document: nodes.document) -> nodes.Element:
    """Where the section with the entries belongs: below the title of the page, if it has one."""
    sections = [one for one in document.children if isinstance(one, nodes.section)]
    return sections[0] if len(sections) == 1 else document
