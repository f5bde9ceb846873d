"""The directives for what is no theorem: `derive-erratum`, `derive-remark`, `derive-symbols`.

Main results: `ErratumDirective`, `RemarkDirective`, `SymbolsDirective`, `erratum_nodes`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives

from derive.checking.errata import Finding
from derive.proofreading import ErratumOutcome
from derive.sphinx.directives import DeriveDirective
from derive.sphinx.domain import Target
from derive.sphinx.knowledge import WHOLE, Knowledge
from derive.sphinx.symbols import called, symbol_id, symbol_table
from derive.sphinx.writing import inline, joined, link, paragraph, status_mark
from derive.translation import message

_NUMBERED: dict[str, Any] = {"no-number": directives.flag, "no-index": directives.flag}

_LABELS = {
    "definition": message("Definition"),
    "postulate": message("Postulate"),
    "experiment": message("Experiment"),
    "heuristic": message("Heuristic"),
    "citation": message("Citation"),
    "opinion": message("Opinion"),
}


class ErratumDirective(DeriveDirective):
    """What a source says wrongly, where that fails, and what is right."""

    required_arguments = 1
    option_spec: ClassVar[dict[str, Any]] = _NUMBERED

    def shown(self) -> list[nodes.Node]:
        """The erratum."""
        outcome = self.known_erratum(self.arguments[0])
        erratum = outcome.entry
        before, node = self.environment(
            "erratum", "erratum", erratum.name, erratum.title, erratum.text
        )
        node += erratum_nodes(outcome, self.knowledge, self.env.docname)
        node += self.source(erratum.name, erratum.source)
        return [*before, node]


class RemarkDirective(DeriveDirective):
    """A remark: what a source says that is no mathematics, and what of it is shown."""

    required_arguments = 1
    option_spec: ClassVar[dict[str, Any]] = _NUMBERED

    def shown(self) -> list[nodes.Node]:
        """The remark."""
        t = self.knowledge.t
        remark = self.knowledge.remark(self.arguments[0])
        self.depend(remark.name)
        before, node = self.environment("remark", "remark", remark.name, remark.title, remark.text)
        node += paragraph(nodes.emphasis("", t(_LABELS[remark.label])), ". ", t(remark.text))
        for heading, text in ((t("Shown"), remark.shows), (t("Not shown"), remark.does_not_show)):
            if text:
                node += paragraph(nodes.emphasis("", heading), f": {t(text)}")
        node += self.source(remark.name, remark.source)
        return [*before, node]


class SymbolsDirective(DeriveDirective):
    """A table of the symbols of the glossary, or of those that are named."""

    optional_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[dict[str, Any]] = {"no-index": directives.flag}

    def shown(self) -> list[nodes.Node]:
        """The table.  Raises `LoadError` for a symbol that is not there."""
        glossary = self.knowledge.glossary
        self.domain.note_shown(self.env.docname, WHOLE, self.knowledge.fingerprint(WHOLE))
        names = " ".join(self.arguments).split()
        chosen = [self.knowledge.symbol(name) for name in names] or glossary.symbols()
        for declaration in chosen:
            target = Target(
                "symbol",
                declaration.name,
                self.env.docname,
                symbol_id(declaration.name),
                called(declaration, self.knowledge.t) or declaration.name,
                indexed="no-index" not in self.options,
                line=self.lineno,
            )
            self.domain.note(target)
        return [symbol_table(chosen, glossary, self.knowledge.t)]


def erratum_nodes(
    outcome: ErratumOutcome, knowledge: Knowledge, docname: str
) -> Iterator[nodes.paragraph]:
    """What an erratum says: in words, what is written, what is right, and what is known of it."""
    t, erratum = knowledge.t, outcome.entry
    if erratum.text:
        yield paragraph(t(erratum.text))
    for finding in outcome.findings:
        yield paragraph(*_finding(finding, knowledge))
    if erratum.theorems:
        links = [
            link("theorem", o.name, docname, t(o.title), optional=True) for o in erratum.theorems
        ]
        yield paragraph(nodes.emphasis("", t("Right")), ": ", *joined(links))
    told = inline(status_mark(outcome.status, t))
    if erratum.reference:
        told += inline(f" ({t(erratum.reference)})")
    yield paragraph(told, classes=["derive-standing"])


def _finding(finding: Finding, knowledge: Knowledge) -> Iterator[nodes.Node | str]:
    """A claim, and where it fails."""
    t = knowledge.t
    yield nodes.emphasis("", t("Written") if finding.role == "written" else t("Right"))
    yield ": "
    yield nodes.literal("", finding.claim)
    if finding.values:
        values = ", ".join(f"{name} = {value}" for name, value in finding.values.items())
        yield f"; {t('wrong for')} "
        yield nodes.literal("", values)
    elif finding.status == "refuted":
        yield f"; {t('wrong')}"
