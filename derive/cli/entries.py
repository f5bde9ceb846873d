"""What commands tell of remarks and errata, for people and for programs.

Main results: `checked_errata`, `known_errata`, `remarks`, `erratum_data`, `remark_data`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from derive.cli.selection import Chosen

if TYPE_CHECKING:
    from derive.entries import Entry, Remark
    from derive.proofreading import ErratumOutcome


def checked_errata(
    parts: Iterable[Chosen], jobs: int | None, seconds: float
) -> Iterator[ErratumOutcome]:
    """Check the errata that were chosen."""
    from derive.cli.output import warn
    from derive.proofreading import proofread
    from derive.store import Store

    for part in parts:
        store = Store.of(part.library.root)
        yield from proofread(part.library, store, part.entries, warn, jobs=jobs, seconds=seconds)


def known_errata(parts: Iterable[Chosen]) -> list[ErratumOutcome]:
    """What the stores know of the errata that were chosen."""
    from derive.cli.output import warn
    from derive.proofreading import proofread
    from derive.store import Store

    return [
        outcome
        for part in parts
        for outcome in proofread(
            part.library, Store.of(part.library.root), part.entries, warn, search=False
        )
    ]


def remarks(parts: Iterable[Chosen]) -> list[Remark]:
    """The remarks that were chosen."""
    from derive.entries import Remark

    chosen = (part.library.entries[name] for part in parts for name in part.entries)
    return [one for one in chosen if isinstance(one, Remark)]


def remark_data(remark: Remark) -> dict[str, Any]:
    """What programs may want to know of a remark."""
    return {
        **_entry_data(remark, "remark", remark.label),
        "label": remark.label,
        "shows": remark.shows,
        "does_not_show": remark.does_not_show,
    }


def erratum_data(outcome: ErratumOutcome) -> dict[str, Any]:
    """What programs may want to know of an erratum."""
    from dataclasses import asdict

    data = {
        **_entry_data(outcome.entry, "erratum", outcome.status),
        "how": outcome.how,
        "seconds": round(outcome.seconds, 4),
        "findings": [asdict(finding) for finding in outcome.findings],
        "theorems": [theorem.name for theorem in outcome.entry.theorems],
        "reference": outcome.entry.reference,
    }
    if outcome.error is not None:
        place = outcome.error.location or outcome.entry.location
        data["error"] = {
            "message": outcome.error.message,
            "file": place.path,
            "line": place.line,
        }
    return data


def _entry_data(entry: Entry, kind: str, status: str) -> dict[str, Any]:
    return {
        "name": entry.name,
        "kind": kind,
        "status": status,
        "title": entry.title,
        "source": entry.source,
        "file": entry.location.path,
        "line": entry.location.line,
        "text": entry.text,
    }
