r"""Calculations and claims as displays of amsmath: a reason for each line, long lines broken.

A reason stands beside its line where there is room, else under it.

Main results: `calculation_latex`, `calculation_rows`, `Row`, `claims_latex`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from derive.language import syntax
from derive.language.glossary import Glossary
from derive.language.writer import write
from derive.render.breaking import INDENT, broken
from derive.render.measure import math_height, math_width, text_width
from derive.render.punctuation import REASON
from derive.render.style import PLAIN, Style

Reason: TypeAlias = Callable[[str], str]
"""How a reason is printed."""

_GAP, _NUMBER = 2.0, 3.5
_NARROWEST = 9.0
"""A column of reasons in em, below which they stand under their lines."""
_LONG = 0.45
"""A left side wider than this part of a line has a line of its own."""


@dataclass(frozen=True)
class Row:
    """A row of an `align`.

    Args:
        left: what stands before the sign at which the rows are aligned.
        right: what stands behind it, the sign included.
        reason: what stands in the column of reasons.
        step: the number of the step of the calculation that it belongs to, from 0.
        height: in em.
    """

    left: str
    right: str
    reason: str
    step: int
    height: float

    def latex(self) -> str:
        """The row without what ends it."""
        row = f"{self.left} &{self.right}".strip()
        return f"{row} && {self.reason}" if self.reason else row


def calculation_latex(
    calculation: syntax.Calculation,
    glossary: Glossary,
    style: Style = PLAIN,
    *,
    reason: Reason | None = None,
    label: str = "",
) -> str:
    """A calculation as an `align` with one number, the reason on each line.

    Args:
        calculation: what to print.
        glossary: how its symbols are written.
        style: of the document.
        reason: how a reason is printed, if not as prose.
        label: by which the document refers to its number.
    """
    lines = [row.latex() for row in calculation_rows(calculation, glossary, style, reason)]
    if label:
        lines[-1] += rf" \label{{{label}}}"
    return "\n".join([r"\begin{align}", *display_rows(lines, r" \notag"), r"\end{align}"])


def calculation_rows(
    calculation: syntax.Calculation,
    glossary: Glossary,
    style: Style = PLAIN,
    reason: Reason | None = None,
) -> list[Row]:
    """The rows of a calculation, broken so that they fit the width of the style.

    Args:
        calculation: what to print.
        glossary: how its symbols are written.
        style: of the document.
        reason: how a reason is printed, if not as prose.
    """
    left = write(calculation.steps[0].left, glossary)
    steps = [(one.relation, write(one.right, glossary), one.reason) for one in calculation.steps]
    rows = _Rows(left, steps, style, reason or style.prose)
    return rows.beside() or rows.beneath()


@dataclass(frozen=True)
class _Rows:
    """The two ways to print a calculation."""

    left: str
    steps: Sequence[tuple[str, str, str]]
    style: Style
    reason: Reason

    @property
    def width(self) -> float:
        return self.style.width - _NUMBER

    def beside(self) -> list[Row]:
        """The reasons beside their lines; none if there is no room for them."""
        formulas = math_width(self.left) + max(
            math_width(f"{relation} {right}") for relation, right, _ in self.steps
        )
        reasons = max(self.reason_width(reason) for *_, reason in self.steps)
        room = self.width - formulas - _GAP
        if reasons > room and not (reasons > 0 and room >= _NARROWEST):
            return []
        rows = []
        for number, (relation, right, reason) in enumerate(self.steps):
            left = "" if number else self.left
            height = math_height(left + right)
            boxed = self.boxed(reason, room) if reason else ""
            if reason:
                height = max(height, 1.2 * (self.reason_width(reason) // room + 1))
            rows.append(Row(left, f"{relation} {right}", boxed, number, height))
        return rows

    def beneath(self) -> list[Row]:
        """The reasons under their lines, which are broken where they are too long."""
        left = math_width(self.left)
        alone = left > _LONG * self.width
        rows = self.pieces(broken(self.left, self.width), 0) if alone else []
        room = self.width - (INDENT if alone else left)
        for number, (relation, right, reason) in enumerate(self.steps):
            first, *others = broken(f"{relation} {right}", room)
            if alone:
                rows += self.pieces([rf"\quad {first}"], number)
            else:
                start = "" if number else self.left
                rows.append(Row(start, first, "", number, math_height(start + first)))
            rows += self.pieces([rf"\quad {other}" for other in others], number)
            if reason:
                boxed = self.boxed(reason, room - INDENT)
                height = 1.5 * (self.reason_width(reason) // (room - INDENT) + 1)
                rows.append(Row("", rf"\qquad {boxed}", "", number, height))
        return rows

    def pieces(self, formulas: Sequence[str], number: int) -> list[Row]:
        return [Row("", formula, "", number, math_height(formula)) for formula in formulas]

    def reason_width(self, reason: str) -> float:
        t = self.style.translate
        return text_width(t(REASON).format(text=t(reason))) if reason else 0.0

    def boxed(self, reason: str, room: float) -> str:
        """A reason in parentheses; one that is wider than its room is broken into lines."""
        shown = self.style.translate(REASON).format(text=self.reason(reason))
        if self.reason_width(reason) <= room:
            return rf"\text{{{shown}}}"
        return rf"\parbox[t]{{{room:.1f}em}}{{\raggedright {shown}}}"


def claims_latex(
    claims: Sequence[syntax.Formula],
    glossary: Glossary,
    style: Style = PLAIN,
    labels: Sequence[str] = (),
) -> str:
    """Claims in a `gather`, numbered if they have labels."""
    lines = [
        _claim(write(claim, glossary), style.width - (_NUMBER if labels else 0)) for claim in claims
    ]
    if labels:
        lines = [rf"{line} \label{{{one}}}" for line, one in zip(lines, labels, strict=True)]
    name = "gather" if labels else "gather*"
    return "\n".join([rf"\begin{{{name}}}", *display_rows(lines), rf"\end{{{name}}}"])


def _claim(latex: str, width: float) -> str:
    """A claim; one that is too long is broken into aligned rows."""
    rows = broken(latex, width)
    if len(rows) == 1:
        return latex
    aligned = r" \\ &\quad ".join(rows)
    return rf"\begin{{aligned}} &{aligned} \end{{aligned}}"


def display_rows(lines: Sequence[str], tag: str = "") -> list[str]:
    r"""Lines of a display, each but the last with what ends a row."""
    return [f"  {line}{tag} \\\\" for line in lines[:-1]] + [f"  {line}" for line in lines[-1:]]
