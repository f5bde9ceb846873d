"""The directives that show theorems: `derive-theorem`, `derive-calculation`, `derive-status`.

Main results: `DeriveDirective`, `TheoremDirective`, `CalculationDirective`, `StatusDirective`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx import addnodes
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from derive.loading import LoadError
from derive.proofreading import GOOD, ErratumOutcome
from derive.render.prose import prose
from derive.render.terminal import hypothesis_text, statement_texts
from derive.runner import Outcome
from derive.sphinx.domain import DeriveDomain, Target
from derive.sphinx.knowledge import Knowledge
from derive.sphinx.nodes import Environment, Heading, generated
from derive.sphinx.proofs import calculation_nodes, proof_nodes
from derive.sphinx.roles import domain_of
from derive.sphinx.statements import standing, statement
from derive.sphinx.symbols import table
from derive.sphinx.writing import (
    hypothesis_id,
    inline,
    link,
    paragraph,
    plain_prose,
    prose_nodes,
    status_mark,
)
from derive.theorem import Theorem, TheoremError
from derive.translation import message

logger = logging.getLogger(__name__)

STYLES = {
    "theorem": message("Theorem"),
    "lemma": message("Lemma"),
    "proposition": message("Proposition"),
    "corollary": message("Corollary"),
    "example": message("Example"),
    "erratum": message("Erratum"),
    "remark": message("Remark"),
}
"""The kinds of numbered blocks, and what they are called."""

_STYLES_OF_THEOREMS = ("theorem", "lemma", "proposition", "corollary", "example")


class DeriveDirective(SphinxDirective):
    """What all directives have in common: what they show comes from a folder of theorems."""

    @property
    def domain(self) -> DeriveDomain:
        """The domain of this project."""
        return domain_of(self.env)

    @property
    def knowledge(self) -> Knowledge:
        """What is known of the folder of theorems."""
        return self.domain.knowledge

    def run(self) -> list[nodes.Node]:
        """What the directive shows; what is wrong is a warning at its line in the document."""
        try:
            found = self.shown()
        except (LoadError, TheoremError) as error:
            self.warn(str(error), "name" if isinstance(error, LoadError) else "status")
            for name in self.arguments[:1]:
                self.domain.note_shown(self.env.docname, name, "")
            return []
        for node in found:
            if isinstance(node, nodes.Element):
                self.set_source_info(node)
                generated(node)
        return found

    def shown(self) -> list[nodes.Node]:
        """The nodes.  Raises `LoadError` or `TheoremError`."""
        raise NotImplementedError

    def warn(self, text: str, subtype: str) -> None:
        """Tell what is wrong, with the place in the document."""
        logger.warning("%s", text, location=self.get_location(), type="derive", subtype=subtype)

    def depend(self, name: str, *, good: bool = True) -> None:
        """Read the document again when a theorem or an entry changes; if it is not good, always."""
        fingerprint = self.knowledge.fingerprint(name) if good else ""
        self.domain.note_shown(self.env.docname, name, fingerprint)

    def known(self, name: str) -> Outcome:
        """What is known of a theorem; a warning if it is not proved."""
        self.knowledge.theorem(name)
        outcome = self.knowledge.outcome(name)
        self.depend(name, good=outcome.status == "proved")
        if outcome.malformed and outcome.error is not None:
            raise outcome.error
        if outcome.error is not None:
            self.warn(f"{name} is {outcome.status}: {outcome.error}", "status")
        return outcome

    def known_erratum(self, name: str) -> ErratumOutcome:
        """What is known of an erratum; a warning if it is not as it says."""
        outcome = self.knowledge.erratum_outcome(name)
        self.depend(name, good=outcome.status in GOOD)
        if outcome.status not in GOOD:
            self.warn(f"{name} is {outcome.status}: {outcome.error}", "status")
        return outcome

    def environment(
        self, kind: str, style: str, name: str, title: str, preview: str = ""
    ) -> tuple[list[nodes.Node], Environment]:
        """A numbered block with its heading, and what stands before it: its entry in the index."""
        indexed = "no-index" not in self.options
        title = self.knowledge.t(title)
        label = self.knowledge.t(STYLES[style])
        node_id = self.anchor(name)
        target = Target(
            kind,
            name,
            self.env.docname,
            node_id,
            plain_prose(title),
            preview,
            label,
            numbered="no-number" not in self.options,
            indexed=indexed,
            line=self.lineno,
        )
        self.domain.note(target)
        node = Environment(
            style=style,
            label=label,
            title=prose(title, unicode=True),
            numbered=target.numbered,
            classes=["derive-block", f"derive-{style}"],
            ids=[node_id],
        )
        heading = Heading(
            classes=["derive-heading"], permalink=self.knowledge.t("Link to this place")
        )
        heading += inline(label, classes=["derive-label"])
        heading += [nodes.Text(" "), inline(*prose_nodes(title), classes=["derive-title"])]
        node += heading
        if not indexed:
            return [], node
        entry = ("single", plain_prose(title), node_id, "", None)
        return [addnodes.index(entries=[entry])], node

    def source(self, name: str, source: str) -> nodes.paragraph:
        """Where something stands, and its name here."""
        node = paragraph(*([self.knowledge.t(source), " · "] if source else []))
        node["classes"].append("derive-source")
        node += nodes.literal("", name)
        return node

    def anchor(self, name: str) -> str:
        """An anchor that is free in this document."""
        taken = {target.node_id for target in self.domain.targets.get(self.env.docname, ())}
        names = [name, *(f"{name}-{number}" for number in range(2, len(taken) + 3))]
        return next(one for one in names if one not in taken)


class TheoremDirective(DeriveDirective):
    """A theorem: its statement, what it rests on, and its proof to be unfolded."""

    required_arguments = 1
    option_spec: ClassVar[dict[str, Any]] = {
        "as": lambda text: directives.choice(text, _STYLES_OF_THEOREMS),
        "open": directives.flag,
        "no-proof": directives.flag,
        "no-number": directives.flag,
        "no-index": directives.flag,
    }

    def shown(self) -> list[nodes.Node]:
        """The theorem."""
        outcome = self.known(self.arguments[0])
        theorem, docname = outcome.theorem, self.env.docname
        style = self.options.get("as", "theorem")
        preview = "; ".join(statement_texts(theorem))
        before, node = self.environment("theorem", style, theorem.name, theorem.title, preview)
        is_first = node["ids"] == [theorem.name]
        if is_first:
            self.note_hypotheses(theorem)
        said = nodes.container(classes=["derive-statement"])
        said += statement(outcome, self.knowledge, docname, anchors=is_first)
        node += said
        node += standing(outcome, self.knowledge, docname)
        node += self.source(theorem.name, theorem.source)
        found = [*before, node]
        if "no-proof" not in self.options:
            unfolded = "open" in self.options
            found += proof_nodes(outcome, self.knowledge, docname, unfolded=unfolded)
        return found

    def note_hypotheses(self, theorem: Theorem) -> None:
        """The hypotheses can be referred to, too."""
        for hypothesis in theorem.hypotheses:
            target = Target(
                "hypothesis",
                f"{theorem.name}/{hypothesis.name}",
                self.env.docname,
                hypothesis_id(theorem.name, hypothesis.name),
                plain_prose(self.knowledge.t(hypothesis.name)),
                "" if hypothesis.citation else hypothesis_text(hypothesis, theorem),
                indexed="no-index" not in self.options,
            )
            self.domain.note(target)


class CalculationDirective(DeriveDirective):
    """The lines of the proof of a theorem, unfolded."""

    required_arguments = 1
    option_spec: ClassVar[dict[str, Any]] = {}

    def shown(self) -> list[nodes.Node]:
        """The calculations."""
        outcome = self.known(self.arguments[0])
        if not outcome.theorem.parts:
            raise outcome.theorem.error("its author wrote no proof, so there is no calculation")
        node = nodes.container(classes=["derive-lines"])
        node += calculation_nodes(outcome, self.knowledge, self.env.docname)
        return [node]


class StatusDirective(DeriveDirective):
    """What is known of one theorem, or a table of several: those that words begin."""

    optional_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[dict[str, Any]] = {}

    def shown(self) -> list[nodes.Node]:
        """A line, or a table."""
        words = " ".join(self.arguments).split()
        library = self.knowledge.library
        if len(words) == 1 and words[0] in library:
            outcome = self.known(words[0])
            return [standing(outcome, self.knowledge, self.env.docname)]
        names = library.names_of(words) if words else [theorem.name for theorem in library]
        return [self.table([self.known(name) for name in names if name in library])]

    def table(self, outcomes: Sequence[Outcome]) -> nodes.table:
        """A line for each theorem."""
        t = self.knowledge.t
        rows = []
        for outcome in outcomes:
            theorem = outcome.theorem
            shown = link("theorem", theorem.name, self.env.docname, t(theorem.title), optional=True)
            cells = [shown, nodes.literal("", theorem.name), status_mark(outcome.status, t)]
            rows.append(nodes.row("", *(nodes.entry("", paragraph(one)) for one in cells)))
        return table((t("theorem"), t("name"), t("status")), rows, "derive-statuses")
