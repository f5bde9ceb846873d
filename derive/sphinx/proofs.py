"""The proof of a theorem as nodes: its calculations, line by line.

Main results: `proof_nodes`, `calculation_nodes`.
"""

from __future__ import annotations

from collections.abc import Iterator

from docutils import nodes

from derive.checking.reasons import UnknownReason, names_in
from derive.language import syntax
from derive.language.text_writer import write_text
from derive.render.calculation import calculation_latex
from derive.render.style import Style
from derive.runner import Outcome
from derive.sphinx.certificates import Line, lines_of
from derive.sphinx.knowledge import Knowledge
from derive.sphinx.nodes import Calculation, CertificateLink, Folded, Step, Summary
from derive.sphinx.writing import formula, inline, joined, link, paragraph, prose_nodes, status_mark
from derive.theorem import Part, Theorem

WIDTH = 42.0
"""The width of a line in the manuals that Sphinx makes with LaTeX, in em."""

_LARGE = r"\displaystyle"


def proof_nodes(
    outcome: Outcome, knowledge: Knowledge, docname: str, *, unfolded: bool = False
) -> list[nodes.Node]:
    """The proof, to be unfolded by the reader; nothing if the author wrote none."""
    if not outcome.theorem.parts:
        return []
    node = Folded(proof=True, open=unfolded, classes=["derive-proof"])
    node += Summary("", knowledge.t("Proof"))
    node += calculation_nodes(outcome, knowledge, docname)
    return [node]


def calculation_nodes(outcome: Outcome, knowledge: Knowledge, docname: str) -> list[nodes.Node]:
    """All calculations of a proof, and what is supposed for them.

    Raises:
        TheoremError: a formula is not well formed.
    """
    lines = iter(lines_of(outcome, knowledge))
    found: list[nodes.Node] = []
    for part in outcome.theorem.parts:
        if part.supposed:
            found.append(_supposed(part, outcome.theorem, knowledge))
        for calculation in part.calculations:
            found.append(_calculation(calculation, outcome.theorem, lines, knowledge, docname))
    return found


def _supposed(part: Part, theorem: Theorem, knowledge: Knowledge) -> nodes.paragraph:
    t = knowledge.t
    each = [
        inline(formula(h.formula, theorem.glossary), f" ({t(h.name)})")
        for h in part.supposed
        if h.formula is not None
    ]
    return paragraph(t("Suppose:"), " ", *joined(each))


def _calculation(
    calculation: syntax.Calculation,
    theorem: Theorem,
    lines: Iterator[Line],
    knowledge: Knowledge,
    docname: str,
) -> Calculation:
    t = knowledge.t
    latex = calculation_latex(
        calculation,
        theorem.glossary,
        Style(t, unicode=True, width=WIDTH),
    )
    node = Calculation(latex=latex, classes=["derive-calculation"])
    for place, step in enumerate(calculation.steps):
        node += _step(step, place == 0, theorem, next(lines), knowledge, docname)
    return node


def _step(
    step: syntax.Step,
    is_first: bool,
    theorem: Theorem,
    line: Line,
    knowledge: Knowledge,
    docname: str,
) -> Step:
    t, glossary = knowledge.t, theorem.glossary
    right = formula(step.right, glossary, rf"{_LARGE} {step.relation}")
    left = write_text(step.left, glossary) if is_first else ""
    node = Step(status=line.status, left=left, right=right["plain"], reason=t(step.reason))
    if is_first:
        node += inline(formula(step.left, glossary, _LARGE), classes=["derive-left"])
    node += inline(right, classes=["derive-right"])
    node += inline(*_reason(step.reason, theorem, knowledge, docname), classes=["derive-reason"])
    mark = status_mark(line.status, t)
    if line.certified:
        certificate = CertificateLink(name=theorem.name, step=line.step, before="")
        certificate += mark
        node += certificate
    else:
        node += mark
    return node


def _reason(
    reason: str, theorem: Theorem, knowledge: Knowledge, docname: str
) -> Iterator[nodes.Node]:
    """A reason, in which the names of hypotheses lead to them."""
    rest = knowledge.t(reason)
    try:
        names = names_in(reason, [hypothesis.name for hypothesis in theorem.hypotheses])
    except UnknownReason:  # it names what is supposed for this part of the proof
        names = [h.name for h in theorem.hypotheses if h.name.lower() in reason.lower()]
    names = [name for name in names if any(h.name == name for h in theorem.hypotheses)]
    while rest:
        places = (
            (rest.lower().find(knowledge.t(name).lower()), -len(name), name) for name in names
        )
        place, _, name = min((found for found in places if found[0] >= 0), default=(-1, 0, ""))
        if not name:
            yield from prose_nodes(rest)
            return
        end = place + len(knowledge.t(name))
        yield from prose_nodes(rest[:place])
        target = f"{theorem.name}/{name}"
        yield link("hypothesis", target, docname, rest[place:end], optional=True)
        rest = rest[end:]
