"""The directives for what is no theorem: `derive-erratum`, `derive-remark`, `derive-symbols`.

Main results: `ErratumDirective`, `RemarkDirective`, `SymbolsDirective`, `erratum_nodes`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives

from derive.checking.errata import WANTED, Finding
from derive.entries import Erratum
from derive.language.errors import LanguageError
from derive.proofreading import ErratumOutcome
from derive.sphinx.directives import DeriveDirective
from derive.sphinx.domain import Target
from derive.sphinx.knowledge import WHOLE, Knowledge
from derive.sphinx.symbols import called, symbol_id, symbol_table
from derive.sphinx.writing import inline, joined, latex_formula, link, paragraph, status_mark
from derive.theorem import Readable
from derive.translation import Translation, message

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
    """A table of the symbols of a folder, or of those that are named."""

    optional_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[dict[str, Any]] = {"no-index": directives.flag}

    def shown(self) -> list[nodes.Node]:
        """The table.  Raises `NotFound` for a symbol that is not there."""
        knowledge = self.knowledge
        self.depend(WHOLE)
        names = " ".join(self.arguments).split() or list(knowledge.symbols)
        chosen = [knowledge.symbol(name) for name in names]
        for declaration, _ in chosen:
            target = Target(
                "symbol",
                declaration.name,
                self.env.docname,
                symbol_id(declaration.name),
                called(declaration, knowledge.t) or declaration.name,
                indexed="no-index" not in self.options,
                line=self.lineno,
            )
            self.domain.note(target)
        return [symbol_table(chosen, knowledge.t)]


def erratum_nodes(
    outcome: ErratumOutcome, knowledge: Knowledge, docname: str
) -> Iterator[nodes.paragraph]:
    """What an erratum says: in words, what is written, what is right, and what is known of it."""
    t, erratum = knowledge.t, outcome.entry
    if erratum.text:
        yield paragraph(t(erratum.text))
    claims = [claim for role in WANTED for claim in erratum.claims(role)]
    for finding, claim in zip(outcome.findings, claims, strict=False):
        yield paragraph(*_finding(finding, _claim(erratum, claim, finding), t))
    if erratum.theorems:
        links = [
            link("theorem", o.name, docname, t(o.title), optional=True) for o in erratum.theorems
        ]
        yield paragraph(nodes.emphasis("", t("Right")), ": ", *joined(links))
    told = inline(status_mark(outcome.status, t))
    if erratum.reference:
        told += inline(f" ({t(erratum.reference)})")
    yield paragraph(told, classes=["derive-standing"])


def _claim(erratum: Erratum, claim: Readable, finding: Finding) -> nodes.Node:
    """A claim as a formula, or as it was found where it cannot be read again."""
    from derive.deciding.reading import read_problem
    from derive.deciding.writing import as_latex

    given = erratum.hypotheses(finding.role)
    try:
        problem = read_problem(claim, given, erratum.assume, erratum.glossary).problem
    except LanguageError:
        return nodes.literal("", finding.claim)
    latex = r",\quad ".join(as_latex(one, problem.names) for one in problem.claims)
    return latex_formula(latex, finding.claim)


def _finding(finding: Finding, claim: nodes.Node, t: Translation) -> Iterator[nodes.Node | str]:
    """A claim, and where it fails."""
    yield nodes.emphasis("", t("Written") if finding.role == "written" else t("Right"))
    yield ": "
    yield claim
    if finding.values:
        values = ", ".join(f"{name} = {value}" for name, value in finding.values.items())
        yield "; " + t("wrong for") + " "
        yield nodes.literal("", values)
    elif finding.status == "refuted":
        yield f"; {t('wrong')}"
