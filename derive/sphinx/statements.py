"""The statement of a theorem as nodes: hypotheses, what symbols are, claims, what it rests on.

Main results: `statement`, `standing`.
"""

from __future__ import annotations

from collections.abc import Iterator

from docutils import nodes

from derive.language.glossary import Glossary
from derive.language.syntax import Expression
from derive.language.writer import write
from derive.render.carried import with_carried
from derive.render.punctuation import sentence
from derive.render.symbols import assumed, put
from derive.runner import Outcome
from derive.sphinx.knowledge import Knowledge
from derive.sphinx.nodes import Assumption, CertificateLink
from derive.sphinx.writing import (
    display,
    formula,
    hypothesis_id,
    inline,
    joined,
    link,
    paragraph,
    status_mark,
)
from derive.theorem import Hypothesis, Theorem
from derive.translation import Translation


def statement(
    outcome: Outcome, knowledge: Knowledge, docname: str, *, anchors: bool = True
) -> list[nodes.Node]:
    """What a theorem says.

    Args:
        outcome: the theorem and what is known of it.
        knowledge: of its folder.
        docname: the document that shows it.
        anchors: whether hypotheses can be linked to.

    Raises:
        TheoremError: a formula is not well formed.
    """
    theorem, t = outcome.theorem, knowledge.t
    properties = assumed(theorem, outcome.proof, _dollars, t)
    found: list[nodes.Node] = []
    if theorem.hypotheses or properties:
        items = nodes.bullet_list(classes=["derive-hypotheses"])
        for hypothesis, carried in with_carried(theorem, outcome.proof):
            item = Assumption("", paragraph(*_hypothesis(hypothesis, theorem, knowledge, docname)))
            if carried:
                item += paragraph(t("And with it:"))
                item += nodes.bullet_list(
                    "",
                    *(nodes.list_item("", paragraph(*_said(h, theorem, t))) for h in carried),
                    classes=["derive-carried"],
                )
            if anchors:
                item["ids"].append(hypothesis_id(theorem.name, hypothesis.name))
            items += item
        if properties:
            items += nodes.list_item("", paragraph(properties), classes=["derive-properties"])
        found += [paragraph(t("Suppose:")), items, paragraph(t("Then"))]
    found += [display(claim, theorem.glossary) for claim in theorem.claims]
    if theorem.immediate:
        remark = nodes.emphasis("", f"{t('Remark')}.")
        found.append(paragraph(remark, " ", sentence(t(theorem.immediate), t)))
    return found


def standing(outcome: Outcome, knowledge: Knowledge, docname: str) -> nodes.paragraph:
    """What is known of a theorem, and from what it is proved."""
    t = knowledge.t
    node = paragraph(classes=["derive-standing"])
    if outcome.proof is None:
        node += [nodes.Text(f"{t('Status')}: "), status_mark(outcome.status, t)]
        return node
    premises = [h for h in outcome.proof.premises if h.kind != "definition"]
    node += [status_mark(outcome.status, t, t("Proved from")), nodes.Text(": ")]
    if premises:
        node += joined(inline(f"{t(h.name)} ({t(h.kind)})") for h in premises)
    else:
        node += nodes.Text(t("definitions alone"))
    certificate = CertificateLink(name=outcome.theorem.name, step=None, before=" · ")
    certificate += nodes.Text(t("certificate"))
    node += certificate
    return node


def _hypothesis(
    hypothesis: Hypothesis, theorem: Theorem, knowledge: Knowledge, docname: str
) -> Iterator[nodes.Node | str]:
    """Its name, what kind of thing it is, its source, and what it says."""
    t = knowledge.t
    citation = hypothesis.citation
    if citation is not None:
        yield nodes.strong("", "", *inline(t(hypothesis.name)).children)
        cited = citation.theorem
        yield f" ({t('theorem')}: "
        yield link("theorem", cited.name, docname, t(cited.title), optional=True)
        yield "): "
        yield from joined([formula(claim, cited.glossary) for claim in cited.claims])
        values = put(citation, theorem, _dollars)
        if values:
            yield " " + t("with") + f" {values}"
        return
    yield from _said(hypothesis, theorem, t)
    if hypothesis.source:
        yield " "
        yield inline(f"({t(hypothesis.source)})", classes=["derive-source"])


def _said(hypothesis: Hypothesis, theorem: Theorem, t: Translation) -> Iterator[nodes.Node | str]:
    """The name of a hypothesis, what kind of thing it is, and its formula, if it can be written."""
    yield nodes.strong("", "", *inline(t(hypothesis.name)).children)
    yield f" ({t(hypothesis.kind)})"
    if hypothesis.formula is not None:
        yield ": "
        yield formula(hypothesis.formula, hypothesis.glossary or theorem.glossary)


def _dollars(tree: Expression, glossary: Glossary) -> str:
    return f"${write(tree, glossary)}$"
