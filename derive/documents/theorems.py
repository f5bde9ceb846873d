"""A theorem in pieces that templates put together, with labels and references.

Main results: `PrintedTheorem`, `Theorems`, `Linked`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from derive.documents.contents import Contents
from derive.documents.needs import PrintedNeed, printed_need
from derive.language import syntax
from derive.necessity import necessities
from derive.render.calculation import calculation_latex, claims_latex
from derive.render.latex import (
    hypotheses_latex,
    inline,
    standing_latex,
    supposed_latex,
)
from derive.render.prose import prose
from derive.render.punctuation import COLON, END, STOP, headed, sentence
from derive.render.style import Style
from derive.render.symbols import assumed
from derive.runner import Outcome
from derive.theorem import Hypothesis, Theorem

_NAME = r"\b[a-z]\w*(?:\.\w+)+"
_BOUNDARY = re.compile(r", | (?=\[)|[，、]")
"""Where the name of a source may end."""


@dataclass(frozen=True)
class PrintedHypothesis:
    """A hypothesis, and the label by which the document refers to it."""

    label: str
    latex: str


@dataclass(frozen=True)
class PrintedPart:
    """A part of a proof: what is supposed for it, and its calculations."""

    supposed: str
    calculations: tuple[str, ...]


@dataclass(frozen=True)
class PrintedTheorem:
    """A theorem in pieces of LaTeX.

    Args:
        label: by which the document refers to it.
        title: prose.
        source: a sentence, if there is one.
        hypotheses: with their labels.
        properties: what the declarations of its symbols assume.
        claims: a display with numbers.
        immediate: a remark on why one hypothesis gives the claim, if one does.
        parts: of its proof.
        proved: whether it is.
        standing: what is known of it, and from what it is proved.
        needed: what goes wrong without what it assumes.
    """

    label: str
    title: str
    source: str
    hypotheses: tuple[PrintedHypothesis, ...]
    properties: str
    claims: str
    immediate: str
    parts: tuple[PrintedPart, ...]
    proved: bool
    standing: str
    needed: PrintedNeed


@dataclass(frozen=True)
class Linked(Style):
    """The style of a document in which theorems are referred to by their numbers.

    Args:
        link: a reference to a theorem, by its name; empty if the document does not print it.
        title: the title of a theorem, by its name; empty if there is none of that name.
    """

    link: Callable[[str], str] = field(default=str, kw_only=True)
    title: Callable[[str], str] = field(default=str, kw_only=True)

    def prose(self, text: str) -> str:
        """Prose in which names of theorems have become their numbers, or else their titles."""
        return self.referring(self.translate(text))

    def referring(self, text: str) -> str:
        """Text in the language of the document, in which the names of theorems are references."""
        words = {"theorem", self.translate("theorem")}
        before = "|".join(map(re.escape, words))
        latex, start = "", 0
        for found in re.finditer(rf"(?:(?:{before})\s*)?({_NAME})", text, re.IGNORECASE):
            title = self.title(found[1])
            if title:
                called = rf"\emph{{{prose(self.translate(title), unicode=self.unicode)}}}"
                reference = self.link(found[1]) or called
                latex += prose(text[start : found.start()], unicode=self.unicode) + reference
                start = found.end()
        return latex + prose(text[start:], unicode=self.unicode)

    def theorem(self, theorem: Theorem) -> str:
        """The number of a theorem, or its title if the document does not print it."""
        return self.link(theorem.name) or super().theorem(theorem)

    def source(self, hypothesis: Hypothesis, theorem: Theorem) -> str:
        """Where a hypothesis comes from, without what the source of the theorem says as well."""
        own, whole = self.translate(hypothesis.source), self.translate(theorem.source)
        if own == whole:
            return ""
        pairs = enumerate(zip(own, whole, strict=False))
        common = next((place for place, (a, b) in pairs if a != b), min(len(own), len(whole)))
        ends = [found.end() for found in _BOUNDARY.finditer(own[:common])]
        if own[common:].startswith(" [") and whole[common:].startswith((",", "，", "、")):
            ends.append(common)
        return self.referring(own[max(ends, default=0) :].strip())


class Theorems:
    """Cuts theorems into pieces.

    Args:
        contents: the lecture.
        style: of the document.
    """

    def __init__(self, contents: Contents, style: Linked) -> None:
        self.contents = contents
        self.style = style

    def printed(self, outcome: Outcome) -> PrintedTheorem:
        """All pieces of a theorem."""
        theorem, proof, style = outcome.theorem, outcome.proof, self.style
        labels = claim_labels(theorem)
        return PrintedTheorem(
            theorem_label(theorem.name),
            style.prose(theorem.title),
            self.source(theorem),
            tuple(
                PrintedHypothesis(hypothesis_label(theorem, h.name), latex)
                for h, latex in zip(
                    theorem.hypotheses, hypotheses_latex(theorem, proof, style), strict=True
                )
            ),
            assumed(theorem, proof, inline, style.translate),
            claims_latex(theorem.claims, theorem.glossary, style, labels),
            self.immediate(theorem),
            tuple(self.parts(theorem)),
            outcome.status == "proved",
            standing_latex(outcome.status, proof.premises if proof else (), style),
            self.needed(theorem) if proof and self.contents.why else PrintedNeed(),
        )

    def source(self, theorem: Theorem) -> str:
        """Where a theorem comes from."""
        t = self.style.translate
        if not theorem.source:
            return ""
        told = t(END).format(first=self.style.prose(theorem.source))
        return headed(t("Source"), told, COLON, t)

    def immediate(self, theorem: Theorem) -> str:
        """The remark on a theorem that one hypothesis gives."""
        t = self.style.translate
        if not theorem.immediate:
            return ""
        return headed(t("Remark"), sentence(self.style.prose(theorem.immediate), t), STOP, t)

    def needed(self, theorem: Theorem) -> PrintedNeed:
        """What a theorem assumes and why, as far as this is known; nothing is searched for."""
        found = necessities(theorem, self.contents.library_of(theorem))
        return printed_need(found, theorem, self.style)

    def parts(self, theorem: Theorem) -> Iterator[PrintedPart]:
        """The parts of its proof."""
        number = 0
        for part in theorem.parts:
            supposed = supposed_latex(part, theorem, self.style) if part.supposed else ""
            calculations = []
            for calculation in part.calculations:
                number += 1
                label = f"calculation:{theorem.name}/{number}"
                calculations.append(self.calculation(calculation, theorem, label))
            yield PrintedPart(supposed, tuple(calculations))

    def calculation(self, calculation: syntax.Calculation, theorem: Theorem, label: str) -> str:
        """A calculation whose reasons refer to the hypotheses."""
        reason = linked_reason(theorem, self.style)
        return calculation_latex(
            calculation, theorem.glossary, self.style, reason=reason, label=label
        )


def theorem_label(name: str) -> str:
    """The label of a theorem."""
    return f"theorem:{name}"


def claim_labels(theorem: Theorem) -> list[str]:
    """The labels of its claims."""
    return [f"claim:{theorem.name}/{number + 1}" for number in range(len(theorem.claims))]


def hypothesis_label(theorem: Theorem, name: str) -> str:
    """The label of a hypothesis.  Raises `ValueError` if the theorem has none of that name."""
    names = [hypothesis.name for hypothesis in theorem.hypotheses]
    return f"hypothesis:{theorem.name}/{names.index(name) + 1}"


def linked_reason(theorem: Theorem, style: Style) -> Callable[[str], str]:
    """Prints reasons so that names of hypotheses refer to them."""
    t = style.translate
    labels = {t(h.name).casefold(): hypothesis_label(theorem, h.name) for h in theorem.hypotheses}
    pattern = _names_pattern(labels)

    def linked(reason: str) -> str:
        parts = pattern.split(t(reason)) if labels else [t(reason)]
        return "".join(_linked_part(part, labels, style) for part in parts)

    return linked


def _linked_part(part: str, labels: Mapping[str, str], style: Style) -> str:
    latex = prose(part, unicode=style.unicode)
    label = labels.get(part.casefold())
    return rf"\hyperref[{label}]{{{latex}}}" if label else latex


def _names_pattern(names: Mapping[str, str]) -> re.Pattern[str]:
    """Finds names where they are not parts of longer words; longer ones first."""
    ordered = sorted(names, key=lambda name: (-len(name), name))
    whole = [_whole(name) for name in ordered]
    return re.compile(f"({'|'.join(whole)})", re.IGNORECASE)


def _whole(name: str) -> str:
    before = r"\b" if name[:1].isascii() and name[:1].isalnum() else ""
    after = r"\b" if name[-1:].isascii() and name[-1:].isalnum() else ""
    return before + re.escape(name) + after
