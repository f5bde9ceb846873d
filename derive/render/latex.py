r"""Theorems as LaTeX, to be read with `\input` by any document that uses amsmath.

A theorem is its hypotheses and claims as text, and an `align` for each calculation with the
reason on each line.  Documents take the parts that they need, in the style that they say.

Main results: `theorem_latex`, `statement_latex`, `hypotheses_latex`, `proof_latex`,
`standing_latex`.
"""

from __future__ import annotations

from collections.abc import Iterable

from derive.checking import Proof, Status
from derive.language import syntax
from derive.language.glossary import Glossary
from derive.language.writer import write
from derive.render.calculation import calculation_latex, claims_latex
from derive.render.carried import with_carried
from derive.render.prose import FOREIGN_SCRIPT, marked
from derive.render.punctuation import (
    BRACKETS,
    COLON,
    COMMA,
    END,
    SEMICOLON,
    STOP,
    headed,
    joined,
    sentence,
)
from derive.render.style import PLAIN, Style
from derive.render.symbols import assumed, put
from derive.theorem import Citation, Hypothesis, Part, Theorem

__all__ = [
    "calculation_latex",
    "claims_latex",
    "hypotheses_latex",
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
        lines += [rf"  \item {latex}" for latex in hypotheses_latex(theorem, proof, style)]
        lines += [rf"  \item {properties}"] if properties else []
        lines += [r"\end{itemize}", t("Then")]
    lines.append(claims_latex(theorem.claims, theorem.glossary, style))
    if theorem.immediate:
        remark = t("Remark")
        lines.append(headed(remark, sentence(style.prose(theorem.immediate), t), STOP, t))
    return "\n".join(lines)


def hypotheses_latex(
    theorem: Theorem, proof: Proof | None = None, style: Style = PLAIN
) -> list[str]:
    """The hypotheses, each a line: its name, what kind of thing it is, its source, the formula.

    A cited theorem is followed by what it brings along.
    """
    return [
        _cited(citation, one, theorem, carried, style)
        if (citation := one.citation)
        else _said(one, theorem, style.source(one, theorem), style)
        for one, carried in with_carried(theorem, proof)
    ]


def _said(hypothesis: Hypothesis, theorem: Theorem, source: str, style: Style) -> str:
    """The name of a hypothesis, its kind and source, and its formula, if it can be written."""
    t = style.translate
    name = style.prose(hypothesis.name)
    named = joined([name, joined([t(hypothesis.kind), source], SEMICOLON, t)], BRACKETS, t)
    glossary = hypothesis.glossary or theorem.glossary
    formula = inline(hypothesis.formula, glossary) if hypothesis.formula else ""
    return joined([named, formula], COLON, t)


def _cited(
    citation: Citation,
    hypothesis: Hypothesis,
    theorem: Theorem,
    carried: Iterable[Hypothesis],
    style: Style,
) -> str:
    """A cited theorem: its claims, what is put into it, and what it brings along."""
    t, cited = style.translate, citation.theorem
    claims = ", ".join(inline(claim, cited.glossary) for claim in cited.claims)
    values = put(citation, theorem, inline)
    formulas = t("{formulas} with {values}") if values else "{formulas}"
    said = formulas.format(formulas=claims, values=values)
    along = joined((_said(one, theorem, "", style) for one in carried), SEMICOLON, t)
    if along:
        said = t("{said}; and with it: {hypotheses}").format(said=said, hypotheses=along)
    named = joined([style.prose(hypothesis.name), style.theorem(cited)], BRACKETS, t)
    return joined([named, said], COLON, t)


def proof_latex(theorem: Theorem, style: Style = PLAIN) -> str:
    """The calculations of the proof; without any, nothing."""
    parts = [part_latex(part, theorem, style) for part in theorem.parts]
    heading = headed(style.translate("Proof"), "", END, style.translate)
    return "\n".join([heading, *parts]) if parts else ""


def part_latex(part: Part, theorem: Theorem, style: Style = PLAIN) -> str:
    """The calculations of a part of a proof, and what is supposed for them."""
    lines = [supposed_latex(part, theorem, style)] if part.supposed else []
    lines += [calculation_latex(one, theorem.glossary, style) for one in part.calculations]
    return "\n".join(lines)


def supposed_latex(part: Part, theorem: Theorem, style: Style = PLAIN) -> str:
    """What is supposed for a part of a proof, as a sentence."""
    t = style.translate
    each = (
        joined([inline(h.formula, theorem.glossary), style.prose(h.name)], BRACKETS, t)
        for h in part.supposed
        if h.formula is not None
    )
    supposed = joined(each, COMMA, t)
    return t("Suppose {hypotheses}.").format(hypotheses=supposed)


def standing_latex(status: Status, premises: Iterable[Hypothesis], style: Style = PLAIN) -> str:
    """What is known of a theorem, and from what it is proved."""
    t = style.translate
    heading = t("Status")
    if status != "proved":
        return headed(joined([heading, t(status)], COLON, t), "", END, t)
    named = (
        joined([style.prose(h.name), t(h.kind)], BRACKETS, t)
        for h in premises
        if h.kind != "definition"
    )
    told = joined(named, COMMA, t) or t("definitions alone")
    return headed(t("Proved from"), t(END).format(first=told), COLON, t)


def inline(tree: syntax.Expression | syntax.Formula, glossary: Glossary) -> str:
    """A formula in the text."""
    return f"${write(tree, glossary)}$"
