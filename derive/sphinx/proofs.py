"""The proof of a theorem as nodes: its calculations, line by line.

Main results: `proof_nodes`, `calculation_nodes`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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
from derive.sphinx.writing import (
    WIDTH,
    formula,
    inline,
    joined,
    link,
    paragraph,
    prose_nodes,
    status_mark,
)
from derive.theorem import Part, Theorem
from derive.translation import Translation

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
    t = knowledge.t
    own = [hypothesis.name for hypothesis in theorem.hypotheses]
    try:
        names = [name for name in names_in(reason, own) if name in own]
    except UnknownReason:  # it names what is supposed for this part of the proof
        names = [name for name in own if name.lower() in reason.lower()]
    rest, found = t(reason), _first(t(reason), names, t)
    while found:
        start, end, name = found
        yield from prose_nodes(rest[:start])
        yield link("hypothesis", f"{theorem.name}/{name}", docname, rest[start:end], optional=True)
        rest = rest[end:]
        found = _first(rest, names, t)
    yield from prose_nodes(rest)


def _first(text: str, names: Sequence[str], t: Translation) -> tuple[int, int, str] | None:
    """Where in a text a name begins and ends that stands first in it, the longest of these."""
    places = [(text.lower().find(t(name).lower()), -len(t(name)), name) for name in names]
    place, length, name = min((one for one in places if one[0] >= 0), default=(-1, 0, ""))
    return (place, place - length, name) if name else None
