r"""Theorems as LaTeX, to be read with `\input` by any document that uses amsmath.

A theorem is its hypotheses and claims as text, and an `align` for each calculation with the
reason on each line.  Documents take the parts that they need, in the style that they say.

Main results: `theorem_latex`, `statement_latex`, `hypothesis_latex`, `proof_latex`,
`standing_latex`.
"""

from __future__ import annotations

from collections.abc import Iterable

from derive.checking import Proof, Status
from derive.language import syntax
from derive.language.glossary import Glossary
from derive.language.writer import write
from derive.render.calculation import calculation_latex, claims_latex
from derive.render.prose import FOREIGN_SCRIPT, marked
from derive.render.style import PLAIN, Style
from derive.render.symbols import assumed, put
from derive.theorem import Hypothesis, Part, Theorem

__all__ = [
    "calculation_latex",
    "claims_latex",
    "hypothesis_latex",
    "inline",
    "part_latex",
    "proof_latex",
    "standing_latex",
    "statement_latex",
    "supposed_latex",
    "theorem_latex",
]


def theorem_latex(
    theorem: Theorem,
    status: Status = "undecided",
    proof: Proof | None = None,
    style: Style = PLAIN,
) -> str:
    """A theorem with all that belongs to it.

    Args:
        theorem: what to print.
        status: what is known of it.
        proof: its proof, if it has one.
        style: of the document.

    Raises:
        TheoremError: a formula is not well formed.
    """
    parts = (
        statement_latex(theorem, proof, style),
        proof_latex(theorem, style),
        standing_latex(status, proof.premises if proof else (), style),
    )
    text = "\n".join(part for part in parts if part)
    text = text if style.unicode else marked(text)
    return FOREIGN_SCRIPT + text if r"\derivescript{" in text else text


def statement_latex(theorem: Theorem, proof: Proof | None = None, style: Style = PLAIN) -> str:
    """Title, source, hypotheses, what is assumed of symbols, and claims."""
    source = f" ({style.prose(theorem.source)})" if theorem.source else ""
    lines = [rf"\paragraph{{{style.prose(theorem.title)}.}}{source}"]
    t = style.translate
    properties = assumed(theorem, proof, inline, t)
    if theorem.hypotheses or properties:
        lines += [t("Suppose:"), r"\begin{itemize}"]
        lines += [rf"  \item {hypothesis_latex(h, theorem, style)}" for h in theorem.hypotheses]
        lines += [rf"  \item {properties}"] if properties else []
        lines += [r"\end{itemize}", t("Then")]
    lines.append(claims_latex(theorem.claims, theorem.glossary, style))
    if theorem.immediate:
        remark = t("Remark")
        lines.append(rf"\emph{{{remark}.}} {style.prose(theorem.immediate)}")
    return "\n".join(lines)


def hypothesis_latex(hypothesis: Hypothesis, theorem: Theorem, style: Style = PLAIN) -> str:
    """A hypothesis: its name, what kind of thing it is, the formula, the source."""
    t = style.translate
    name, citation = style.prose(hypothesis.name), hypothesis.citation
    if citation is not None:
        cited = citation.theorem
        claims = ", ".join(inline(claim, cited.glossary) for claim in cited.claims)
        values = put(citation, theorem, inline)
        formulas = t("{formulas} with {values}") if values else "{formulas}"
        said = formulas.format(formulas=claims, values=values)
        return f"{name} ({style.theorem(cited)}): {said}"
    assert hypothesis.formula is not None
    kind = t(hypothesis.kind)
    source = style.source(hypothesis, theorem)
    source = f"; {source}" if source else ""
    return f"{name} ({kind}{source}): {inline(hypothesis.formula, theorem.glossary)}"


def proof_latex(theorem: Theorem, style: Style = PLAIN) -> str:
    """The calculations of the proof; without any, nothing."""
    parts = [part_latex(part, theorem, style) for part in theorem.parts]
    heading = style.translate("Proof")
    return "\n".join([rf"\emph{{{heading}.}}", *parts]) if parts else ""


def part_latex(part: Part, theorem: Theorem, style: Style = PLAIN) -> str:
    """The calculations of a part of a proof, and what is supposed for them."""
    lines = [supposed_latex(part, theorem, style)] if part.supposed else []
    lines += [calculation_latex(one, theorem.glossary, style) for one in part.calculations]
    return "\n".join(lines)


def supposed_latex(part: Part, theorem: Theorem, style: Style = PLAIN) -> str:
    """What is supposed for a part of a proof, as a sentence."""
    supposed = ", ".join(
        f"{inline(h.formula, theorem.glossary)} ({style.prose(h.name)})"
        for h in part.supposed
        if h.formula is not None
    )
    return style.translate("Suppose {hypotheses}.").format(hypotheses=supposed)


def standing_latex(status: Status, premises: Iterable[Hypothesis], style: Style = PLAIN) -> str:
    """What is known of a theorem, and from what it is proved."""
    t = style.translate
    heading = t("Status")
    if status != "proved":
        return rf"\emph{{{heading}: {t(status)}.}}"
    heading = t("Proved from")
    named = [f"{style.prose(h.name)} ({t(h.kind)})" for h in premises if h.kind != "definition"]
    told = ", ".join(named) or t("definitions alone")
    return rf"\emph{{{heading}:}} {told}."


def inline(tree: syntax.Expression | syntax.Formula, glossary: Glossary) -> str:
    """A formula in the text."""
    return f"${write(tree, glossary)}$"
