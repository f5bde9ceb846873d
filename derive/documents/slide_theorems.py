r"""A theorem on slides: its statement, and its proof step by step.

Main results: `SlideTheorems`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from derive.documents.frames import ROOM, Frame, Item, chunks, packed
from derive.documents.theorems import theorem_label
from derive.language import syntax
from derive.language.writer import write
from derive.render.breaking import broken
from derive.render.calculation import Row, calculation_rows, claims_latex, display_rows
from derive.render.latex import hypotheses_latex, inline, standing_latex, supposed_latex
from derive.render.measure import math_height, text_height
from derive.render.punctuation import BRACKETS, joined
from derive.render.style import Style
from derive.render.symbols import assumed
from derive.runner import Outcome
from derive.theorem import Theorem

_DISPLAY = 1.8
"""The space around a display in em."""


@dataclass
class _Sheet:
    """What is gathered for one slide of a proof; `step` numbers what appears on it."""

    lines: list[str] = field(default_factory=list)
    height: float = 0.0
    step: int = 0


class SlideTheorems:
    """Makes frames of theorems.

    Args:
        style: of the slides.
        words: what their templates print.
    """

    def __init__(self, style: Style, words: Mapping[str, str]) -> None:
        self.style = style
        self.words = words

    def frames(self, outcome: Outcome, number: int, *, whole: bool) -> list[Frame]:
        """The frames of a theorem; without `whole`, those of its proof alone."""
        theorem = outcome.theorem
        word = self.words["theorem" if whole else "calculation"]
        title = f"{word} {number}. {self.style.prose(theorem.title)}"
        target = theorem_label(theorem.name)
        statement = self.statement(outcome) if whole else []
        stated = packed(title, statement, target)
        proved = list(self.proof(outcome))
        if len(proved) == 1 and len(stated) == 1:
            body, height = proved[0]
            if height + sum(item.height for item in statement) <= ROOM:
                return [Frame(title, f"{stated[0].body}\n\n{body}", target)]
        proof = self.words["proof"] if whole else ""
        heading = joined([title, proof], BRACKETS, self.style.translate)
        frames = [Frame(heading, body) for body, _ in proved]
        if not stated and frames:
            frames[0] = Frame(heading, frames[0].body, target)
        return [*stated, *frames]

    def statement(self, outcome: Outcome) -> list[Item]:
        """Hypotheses, what is assumed of symbols, and claims."""
        theorem, style = outcome.theorem, self.style
        lines = hypotheses_latex(theorem, outcome.proof, style)
        lines.append(assumed(theorem, outcome.proof, inline, style.translate))
        items = [
            Item(line, text_height(line, style.width - 3) + 0.3, "itemize")
            for line in lines
            if line
        ]
        claims = self.claims(theorem)
        if not items:
            return claims
        then = Item(f"{self.words['then']}\n{claims[0].latex}", claims[0].height + 1.4)
        return [Item(self.words["suppose"], 1.4), *items, then, *claims[1:]]

    def claims(self, theorem: Theorem) -> list[Item]:
        """The claims as one display, or as several if they are too high for a slide."""

        def item(claims: Sequence[syntax.Formula]) -> Item:
            rows = [
                row
                for claim in claims
                for row in broken(write(claim, theorem.glossary), self.style.width)
            ]
            latex = claims_latex(claims, theorem.glossary, self.style)
            return Item(latex, sum(map(math_height, rows)) + _DISPLAY)

        together = item(theorem.claims)
        if together.height <= ROOM / 2:
            return [together]
        return [item([claim]) for claim in theorem.claims]

    def proof(self, outcome: Outcome) -> Iterator[tuple[str, float]]:
        """The proof in pieces that fit on slides, with their heights."""
        theorem = outcome.theorem
        sheet = _Sheet()
        for supposed, calculation in self.calculations(theorem):
            rows = calculation_rows(calculation, theorem.glossary, self.style)
            height = text_height(supposed, self.style.width) if supposed else 0.0
            for group in self.groups(rows, ROOM - _DISPLAY - height):
                needed = sum(row.height for row in group) + _DISPLAY + height
                if sheet.lines and sheet.height + needed > ROOM:
                    yield "\n".join(sheet.lines), sheet.height
                    sheet = _Sheet()
                if supposed:
                    sheet.lines.append(rf"\uncover<{sheet.step + 1}->{{{supposed}}}")
                sheet.lines += self.display(group, sheet)
                sheet.height += needed
                supposed, height = "", 0.0
        premises = outcome.proof.premises if outcome.proof else ()
        standing = standing_latex(outcome.status, premises, self.style)
        needed = text_height(standing, 1.2 * self.style.width) + 0.5
        if sheet.lines and sheet.height + needed > ROOM:
            yield "\n".join(sheet.lines), sheet.height
            sheet = _Sheet()
        last = [rf"\uncover<{max(sheet.step, 1)}->{{\footnotesize {standing}\par}}"]
        yield "\n".join([*sheet.lines, *last]), sheet.height + needed

    def calculations(self, theorem: Theorem) -> Iterator[tuple[str, syntax.Calculation]]:
        """The calculations of a proof, the first of each part with what is supposed for it."""
        for part in theorem.parts:
            supposed = supposed_latex(part, theorem, self.style) if part.supposed else ""
            for calculation in part.calculations:
                yield supposed, calculation
                supposed = ""

    def groups(self, rows: Sequence[Row], room: float) -> Iterator[list[Row]]:
        """Rows in groups that fit, each of which begins with a whole step if that is possible."""
        items = [Item(str(number), row.height) for number, row in enumerate(rows)]
        for group in chunks(items, room):
            yield [rows[int(item.latex)] for item in group]

    def display(self, rows: Sequence[Row], sheet: _Sheet) -> list[str]:
        """Rows of a calculation, those of each step uncovered together."""
        lines = []
        last = None
        for row in rows:
            if row.step != last:
                sheet.step += 1
                last = row.step
            lines.append(_uncovered(row, sheet.step).latex())
        return [r"\begin{align*}", *display_rows(lines), r"\end{align*}"]


def _uncovered(row: Row, step: int) -> Row:
    """A row that appears on a later picture of its slide."""

    def cell(latex: str) -> str:
        return rf"\uncover<{step}->{{{{}}{latex}}}" if latex and step > 1 else latex

    return Row(cell(row.left), cell(row.right), cell(row.reason), row.step, row.height)
