"""Remarks and errata as text for a terminal.

Main results: `erratum_line`, `remark_text`, `erratum_text`, `entry_mark`.
"""

from __future__ import annotations

from collections.abc import Iterator

from click import style

from derive.checking import Status
from derive.checking.errata import Finding, Role
from derive.entries import Entry, Remark
from derive.proofreading import GOOD, ErratumOutcome
from derive.render.terminal import MARKS, duration_text, failure_text, mark, padded, place_text

_TOLD = {
    "checked": "erratum checked",
    "undecided": "erratum undecided",
    "wrong": "erratum wrong",
    "cited": "erratum cited",
    "remark": "erratum in words",
}
_ROLES: dict[Role, str] = {"written": "Written", "right": "Right"}


def erratum_told(outcome: ErratumOutcome) -> str:
    """What became of an erratum, in two or three words."""
    return _TOLD[outcome.status]


def entry_mark(status: str) -> str:
    """The sign of a status, or of a remark's label."""
    known: dict[str, Status] = {
        **{one: one for one in MARKS},
        "checked": "proved",
        "wrong": "refuted",
    }
    return mark(known[status]) if status in known else "·"


def erratum_line(outcome: ErratumOutcome, name_width: int, title_width: int) -> str:
    """What became of an erratum, on one line."""
    parts = (
        entry_mark(outcome.status),
        style(padded(outcome.entry.name, name_width), bold=True),
        padded(outcome.entry.title, title_width),
        f"{duration_text(outcome.seconds):>7}",
        style(erratum_told(outcome), dim=True),
    )
    return "  ".join(parts)


def remark_text(remark: Remark) -> str:
    """A remark with all that belongs to it."""
    lines = [*_head(remark, remark.label), "", f"{remark.label.capitalize()}", _block(remark.text)]
    for heading, text in (("Shown", remark.shows), ("Not shown", remark.does_not_show)):
        lines += ["", heading, _block(text)] if text else []
    return "\n".join(lines)


def erratum_text(outcome: ErratumOutcome) -> str:
    """An erratum with what is written, where it fails, and what is right."""
    return "\n".join(_erratum_lines(outcome))


def _erratum_lines(outcome: ErratumOutcome) -> Iterator[str]:
    erratum = outcome.entry
    yield from _head(erratum, outcome.status)
    for role, heading in _ROLES.items():
        parts = erratum.written if role == "written" else erratum.right
        if parts:
            yield ""
            yield heading
            yield from _claim_lines(outcome, role)
            theorems = erratum.theorems if role == "right" else ()
            yield from (f"  theorem {theorem.name}: {theorem.title}" for theorem in theorems)
    if erratum.text:
        yield ""
        yield _block(erratum.text)
    if erratum.reference:
        yield f"  [{erratum.reference}]"
    yield ""
    yield erratum_told(outcome).capitalize()
    if outcome.error is not None and outcome.status not in GOOD:
        yield failure_text(outcome.error)


def _claim_lines(outcome: ErratumOutcome, role: Role) -> Iterator[str]:
    """The claims in a role with what was found of them, or as the author wrote them."""
    for finding in outcome.findings:
        if finding.role == role:
            yield from _finding_lines(finding)
    if not outcome.findings:
        yield from (f"  ? {claim}" for claim in outcome.entry.claims(role))


def _finding_lines(finding: Finding) -> Iterator[str]:
    sign = {"proved": "✔", "refuted": "✘"}.get(finding.status, "?")
    yield f"  {sign} {finding.claim}"
    yield f"      {finding.status}: {finding.reason}"
    if finding.left or finding.right:
        yield f"      left side:  {finding.left}"
        yield f"      right side: {finding.right}"
    yield from (f"      condition: {condition}" for condition in finding.conditions)


def _head(entry: Entry, status: str) -> Iterator[str]:
    yield f"{entry_mark(status)} {style(entry.name, bold=True)}  {entry.title}"
    if entry.source:
        yield f"  {entry.source}"
    yield style(f"  {place_text(entry.location)}", dim=True)


def _block(text: str) -> str:
    from textwrap import dedent, indent

    return indent(dedent(text).strip(), "  ")
