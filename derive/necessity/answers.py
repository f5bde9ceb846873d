r"""What a part of a theorem is needed for, told to readers.

Texts are English templates with named places, such as `{symbol} is real`; each goes through a
`translate` that readers of other languages choose, and only then is filled in.

Main results: `Necessity`, `remark`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from derive.language.errors import LanguageError
from derive.language.text_writer import text_of_latex
from derive.language.writer import write
from derive.necessity.question import Dropped, Question, as_written
from derive.necessity.questions import PI
from derive.necessity.records import Answer, Verdict
from derive.necessity.weakening import NONNEGATIVE, Words
from derive.refuter.counterexample import Counterexample
from derive.refuter.describing import Description, describe
from derive.translation import message

Translate: TypeAlias = Callable[[str], str]


def _same(text: str) -> str:
    return text


_HYPOTHESIS = message("{name}: {formula}")
_PREMISE = message("if {formula}")

_GRANTED: Mapping[Words, str] = {
    frozenset({"positive"}): message("{symbol} is positive"),
    frozenset({"real"}): message("{symbol} is real"),
    frozenset({"nonzero"}): message("{symbol} is not zero"),
    frozenset({"real", "nonzero"}): message("{symbol} is real and not zero"),
    frozenset({"natural"}): message("{symbol} is a natural number"),
    frozenset({NONNEGATIVE}): message("{symbol} is not negative"),
    frozenset({"hermitian"}): message("{symbol} is Hermitian"),
    frozenset({"invertible"}): message("{symbol} has an inverse"),
    frozenset({"hermitian", "invertible"}): message("{symbol} is Hermitian and has an inverse"),
}

_ENOUGH: Mapping[Words, str] = {
    frozenset(): message("Not needed: it is proved for every complex number {symbol}."),
    frozenset({"real"}): message("Not needed: it is proved for every real number {symbol}."),
    frozenset({"real", NONNEGATIVE}): message(
        "Not needed: it is proved for every real number {symbol} that is at least 0."
    ),
    frozenset({"nonzero"}): message(
        "Not needed: it is proved for every complex number {symbol} that is not zero."
    ),
    frozenset({"real", "nonzero"}): message(
        "Not needed: it is proved for every real number {symbol} that is not zero."
    ),
    frozenset({"hermitian"}): message(
        "Not needed: it is proved for every Hermitian operator {symbol}."
    ),
    frozenset({"invertible"}): message(
        "Not needed: it is proved for every operator {symbol} with an inverse."
    ),
}
_ENOUGH_OF_AN_OPERATOR = message("Not needed: it is proved for every operator {symbol}.")
_NOT_NEEDED = message("Not needed: it is proved without it.")
_NEEDED = message("Needed: take {values}. Then {claim}, as {sides}.")
_NEEDED_WITHOUT_VALUES = message("Needed: without it {claim}, as {sides}.")
_OPEN = message("Open: neither a proof without it nor a counterexample has been found.")
_UNPUT = message("Open: without it the theorem cannot be read as it is written.")
_DIVISOR = message("Needed: the statement divides by {symbol}.")
_NUMERAL = message("Needed: {symbol} counts something or is an exponent.")
_VALUE_OF_PI = message(
    "Of {symbol} the theorem uses only what is declared, so these examples may give it any such"
    " value."
)
_MEANINGLESS = message("Needed: without it the statement divides by what may be zero.")


@dataclass(frozen=True)
class Necessity:
    """One thing that a theorem assumes, and whether it must.

    Args:
        question: the statement without it.
        answer: what is known of that statement.
    """

    question: Question
    answer: Answer

    @property
    def dropped(self) -> Dropped:
        """What is assumed, and dropped in the question."""
        return self.question.dropped

    @property
    def verdict(self) -> Verdict:
        """`needed`, `not needed`, `open`, or `meaning`: nothing that makes sense is left."""
        return self.answer.verdict

    @property
    def certificate(self) -> str:
        """The certificate of the stronger theorem, of what is not needed; else nothing."""
        return self.answer.certificate

    @property
    def counterexample(self) -> Counterexample | None:
        """What goes wrong without it, of what is needed."""
        return self.answer.counterexample

    @property
    def description(self) -> Description | None:
        """The counterexample in the theorem's notation, without the inverses of what has values."""
        found = self.counterexample
        if found is None:
            return None
        values = {a: v for a, v in found.model.values.items() if not a.name.startswith("1/(")}
        shown = replace(found, model=replace(found.model, values=values))
        return describe(shown, self.question.lowering)

    def what(self, translate: Translate = _same) -> str:
        """What is assumed, in one line of Unicode: `m is real`, `Hermitian: Ô = Ô†`."""
        return self._what(translate, text_of_latex)

    def what_latex(self, translate: Translate = _same) -> str:
        """What is assumed, as LaTeX text with formulas between dollars."""
        return self._what(translate, _between_dollars)

    def text(self, translate: Translate = _same) -> str:
        """The verdict in one line of Unicode, with the counterexample if there is one."""
        return self._verdict(translate, text_of_latex)

    def latex(self, translate: Translate = _same) -> str:
        """The verdict as LaTeX text with formulas between dollars."""
        return self._verdict(translate, _between_dollars)

    def data(self) -> dict[str, Any]:
        """What programs may want to know."""
        dropped, shown = self.dropped, self.description
        data: dict[str, Any] = {
            "part": dropped.part,
            "name": dropped.name,
            "what": self.what(),
            "verdict": self.verdict,
            "text": self.text(),
        }
        if dropped.hypothesis is not None:
            data["kind"] = dropped.hypothesis.kind
        if dropped.part == "property":
            data["left"] = sorted(dropped.left)
        if shown is not None:
            data["counterexample"] = {
                "values": list(shown.values),
                "claim": shown.claim,
                "sides": shown.sides,
            }
        return data

    def _what(self, translate: Translate, formula: Translate) -> str:
        dropped = self.dropped
        if dropped.part == "property":
            words = _GRANTED[frozenset(dropped.word.split())]
            return translate(words).format(symbol=formula(self._symbol))
        assert dropped.formula is not None
        written = formula(write(dropped.formula, dropped.glossary))
        if dropped.part == "premise":
            return translate(_PREMISE).format(formula=written)
        return translate(_HYPOTHESIS).format(name=translate(dropped.name), formula=written)

    def _verdict(self, translate: Translate, formula: Translate) -> str:
        dropped, shown = self.dropped, self.description
        if shown is not None:
            template = _NEEDED if shown.values else _NEEDED_WITHOUT_VALUES
            values = ", ".join(map(formula, shown.values))
            claim, sides = formula(shown.claim), formula(shown.sides)
            return translate(template).format(values=values, claim=claim, sides=sides)
        if self.verdict == "open":
            return translate(_UNPUT if self.question.lacking else _OPEN)
        if dropped.part != "property":
            return translate(_NOT_NEEDED if self.verdict == "not needed" else _MEANINGLESS)
        symbol = formula(self._symbol)
        if self.verdict == "meaning":
            counts = "natural" in dropped.word
            return translate(_NUMERAL if counts else _DIVISOR).format(symbol=symbol)
        is_scalar = dropped.glossary[dropped.name].kind == "scalar"
        template = _ENOUGH[dropped.left] if is_scalar or dropped.left else _ENOUGH_OF_AN_OPERATOR
        return translate(template).format(symbol=symbol)

    @property
    def _symbol(self) -> str:
        """How the symbol is written."""
        glossary = self.dropped.glossary
        symbol = glossary[self.dropped.name]
        try:
            return write(as_written(symbol, glossary), glossary)
        except LanguageError:  # a family, for whose slots the glossary has no symbols
            return rf"\mathrm{{{symbol.name}}}"


def remark(found: Iterable[Necessity], translate: Translate = _same) -> str:
    """What must be said of counterexamples in which π has another value, in Unicode; or nothing."""
    return _remark(found, translate, text_of_latex)


def remark_latex(found: Iterable[Necessity], translate: Translate = _same) -> str:
    """What must be said of counterexamples in which π has another value, as LaTeX; or nothing."""
    return _remark(found, translate, _between_dollars)


def _remark(found: Iterable[Necessity], translate: Translate, formula: Translate) -> str:
    name, latex = PI
    for one in found:
        values = () if one.counterexample is None else one.counterexample.model.values
        glossary = one.dropped.glossary
        is_pi = name in glossary and glossary[name].latex == latex
        if is_pi and any(atom.name == name for atom in values):
            return translate(_VALUE_OF_PI).format(symbol=formula(latex))
    return ""


def _between_dollars(latex: str) -> str:
    return f"${latex}$"
