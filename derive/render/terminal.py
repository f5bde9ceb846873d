"""Theorems as text for a terminal.

Main results: `outcome_line`, `failure_text`, `theorem_text`, `place_text`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from click import style
from rich.cells import cell_len

from derive.checking import Status
from derive.language import syntax
from derive.language.glossary import Glossary
from derive.language.text_writer import write_text
from derive.location import Location
from derive.render.carried import with_carried
from derive.render.symbols import assumed, put
from derive.runner import Outcome
from derive.theorem import Hypothesis, Part, Theorem, TheoremError

MARKS: dict[Status, str] = {
    "proved": "✔",
    "computed": "≈",
    "tested": "~",
    "refuted": "✘",
    "undecided": "?",
}
COLOURS: dict[Status, str] = {
    "proved": "green",
    "computed": "yellow",
    "tested": "yellow",
    "refuted": "red",
    "undecided": "red",
}


def mark(status: Status) -> str:
    """The sign of a status."""
    return style(MARKS[status], fg=COLOURS[status])


def padded(text: str, width: int) -> str:
    """The text with spaces up to a width in cells: Chinese characters take two."""
    return text + " " * (width - cell_len(text))


def place_text(location: Location) -> str:
    """A place as short as it can be clicked on: relative to where the command was called."""
    path, here = Path(location.path), Path.cwd()
    shown = path.relative_to(here) if path.is_relative_to(here) else path
    return f"{shown}:{location.line}"


def duration_text(seconds: float) -> str:
    """A time with its unit."""
    return f"{seconds * 1000:.0f} ms" if seconds < 1 else f"{seconds:.1f} s"


def outcome_line(outcome: Outcome, name_width: int, title_width: int) -> str:
    """What became of a theorem, on one line."""
    theorem = outcome.theorem
    parts = (
        mark(outcome.status),
        style(padded(theorem.name, name_width), bold=True),
        padded(theorem.title, title_width),
        f"{duration_text(outcome.seconds):>7}",
        style(outcome.how, dim=True),
    )
    return "  ".join(parts)


def failure_text(error: TheoremError) -> str:
    """What is wrong with a theorem, indented, with the place first."""
    place = f"{place_text(error.location)}: " if error.location else ""
    return _indented(f"{place}{error.message}".replace(f"{Path.cwd()}/", ""))


def theorem_text(outcome: Outcome) -> str:
    """A theorem with all that belongs to it.

    Raises:
        TheoremError: a formula is not well formed.
    """
    return "\n".join(_theorem_lines(outcome))


def statement_texts(theorem: Theorem) -> list[str]:
    """The claims, one line each."""
    return [write_text(claim, theorem.glossary) for claim in theorem.claims]


def hypothesis_text(hypothesis: Hypothesis, theorem: Theorem) -> str:
    """What a hypothesis says; of a cited theorem, its claims."""
    citation = hypothesis.citation
    if citation is None:
        glossary = hypothesis.glossary or theorem.glossary
        return write_text(hypothesis.formula, glossary) if hypothesis.formula else ""
    texts = ", ".join(statement_texts(citation.theorem))
    values = put(citation, theorem, write_text)
    return f"{texts} with {values}" if values else texts


def proved_from(premises: Sequence[Hypothesis]) -> str:
    """From what a theorem is proved: all hypotheses that are not definitions."""
    named = [f"{h.name} ({h.kind})" for h in premises if h.kind != "definition"]
    return ", ".join(named) or "definitions alone"


def _theorem_lines(outcome: Outcome) -> Iterator[str]:
    theorem = outcome.theorem
    yield f"{mark(outcome.status)} {style(theorem.name, bold=True)}  {theorem.title}"
    if theorem.source:
        yield f"  {theorem.source}"
    yield style(f"  {place_text(theorem.location)}", dim=True)
    yield ""
    properties = assumed(theorem, outcome.proof, write_text)
    if theorem.hypotheses or properties:
        yield "Suppose"
        yield from _hypothesis_lines(outcome)
        yield from ([f"  {properties}"] if properties else [])
        yield ""
        yield "Then"
    else:
        yield "Claim"
    yield from (f"  {text}" for text in statement_texts(theorem))
    if theorem.immediate:
        yield f"  Remark: {theorem.immediate}"
    yield ""
    yield from _proof_lines(outcome)
    if outcome.proof is not None:
        yield f"{outcome.status.capitalize()} from: {proved_from(outcome.proof.premises)}"
    elif outcome.error is not None:
        yield f"{outcome.status.capitalize()}:"
        yield failure_text(outcome.error)
    if outcome.has_model is False:
        yield "Possibly vacuous: derive refute found no model of the hypotheses"


def _hypothesis_lines(outcome: Outcome) -> Iterator[str]:
    theorem = outcome.theorem
    lines = [
        (f"{indent}{h.name} ({h.kind})", hypothesis_text(h, theorem), "" if indent else h.source)
        for hypothesis, carried in with_carried(theorem, outcome.proof)
        for indent, h in (("", hypothesis), *(("  with ", one) for one in carried))
    ]
    width = max((cell_len(name) for name, _, _ in lines), default=0)
    for name, text, source in lines:
        shown = style(f"   [{source}]", dim=True) if source else ""
        yield f"  {padded(name, width)}  {text}{shown}".rstrip()


def _proof_lines(outcome: Outcome) -> Iterator[str]:
    theorem = outcome.theorem
    if not theorem.parts:
        return
    shown = [report.status for report in outcome.proof.steps] if outcome.proof else []
    statuses: Iterator[Status] = iter(shown)
    yield "Proof"
    for part in theorem.parts:
        yield from _part_lines(part, theorem, statuses)
        yield ""


def _part_lines(part: Part, theorem: Theorem, statuses: Iterator[Status]) -> Iterator[str]:
    for supposed in part.supposed:
        yield f"  suppose {supposed.name}: {hypothesis_text(supposed, theorem)}"
    for calculation in part.calculations:
        yield from _calculation_lines(calculation, theorem.glossary, statuses)


def _calculation_lines(
    calculation: syntax.Calculation, glossary: Glossary, statuses: Iterator[Status]
) -> Iterator[str]:
    left = write_text(calculation.steps[0].left, glossary)
    rows = []
    for place, step in enumerate(calculation.steps):
        head = left if place == 0 else " " * cell_len(left)
        relation = {r"\neq": "≠", r"\le": "≤", r"\ge": "≥"}.get(step.relation, step.relation)
        rows.append((f"{head} {relation} {write_text(step.right, glossary)}", step.reason))
    width = max(cell_len(row) for row, _ in rows)
    for row, reason in rows:
        status = next(statuses, None)
        sign = mark(status) if status else "·"
        yield f"  {sign} {padded(row, width)}   {style(reason, dim=True)}".rstrip()


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.splitlines())
