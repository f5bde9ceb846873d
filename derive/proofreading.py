"""Checking many errata: what is stored is recalled, the rest is decided.

Of an erratum that is as it says, the findings are stored.  They count while the erratum and the
code of `derive` stay as they are; theorems that say what is right are replayed each time.

Main results: `proofread`, `ErratumOutcome`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from derive.checking.errata import (
    SECONDS,
    Finding,
    complaint,
    from_record,
    to_record,
)
from derive.entries import Erratum
from derive.examining import Examiners
from derive.library import Library
from derive.loading import LIBRARY
from derive.runner import check, processors, recall
from derive.store import Store, key_of_erratum
from derive.theorem import Malformed, TheoremError

ErratumStatus = Literal["checked", "undecided", "wrong", "cited", "remark"]
How = Literal["recalled", "decided", "not decided", "nothing to decide"]
Warn: TypeAlias = Callable[[str], None]

GOOD: frozenset[ErratumStatus] = frozenset({"checked", "cited", "remark"})
"""The statuses of errata that need no more work."""


@dataclass(frozen=True)
class ErratumOutcome:
    """What became of an erratum; `error` says why it is not checked.

    It is `checked` if all that is written is refuted and all that is right is proved, `wrong` if
    one of these is the other way; in words alone, it is `cited` with a reference, else a `remark`.
    """

    entry: Erratum
    status: ErratumStatus
    how: How
    seconds: float = 0.0
    findings: tuple[Finding, ...] = ()
    error: TheoremError | None = None

    @property
    def malformed(self) -> bool:
        """Whether there is nothing to decide, because a claim cannot be read."""
        return isinstance(self.error, Malformed)

    @property
    def contradicted(self) -> bool:
        """Whether a claim is not as the erratum says."""
        return not all(finding.is_wanted for finding in self.findings)


def proofread(
    library: Library,
    store: Store,
    names: Sequence[str],
    warn: Warn,
    *,
    search: bool = True,
    jobs: int | None = None,
    seconds: float = SECONDS,
) -> Iterator[ErratumOutcome]:
    """Check errata, in the order of the names.

    Args:
        library: where the errata are.
        store: where findings are kept.
        names: which errata.
        warn: is told of damaged records, and if findings cannot be kept.
        search: whether to decide what is not stored, and to prove the theorems cited.
        jobs: how many errata are decided, or theorems searched for, at once.
        seconds: how long one claim, or the search for one theorem, may take.
    """
    errata = [one for name in names if isinstance(one := library.entries[name], Erratum)]
    unproved = _unproved(library, errata, warn, search, jobs)
    recalled = {one.name: _recalled(one, store, warn) for one in errata}
    new = [name for name, findings in recalled.items() if findings is None and search]
    with Examiners(library, new, jobs or processors(), seconds) as examiners:
        for erratum in errata:
            outcome = _outcome(erratum, recalled[erratum.name], examiners, unproved)
            if outcome.how == "decided" and outcome.findings and not outcome.contradicted:
                _keep(outcome, store, warn)
            yield outcome


def undecided(library: Library, store: Store) -> list[str]:
    """The errata with claims of which nothing is stored."""
    return [
        one.name
        for one in library.entries.values()
        if isinstance(one, Erratum) and _has_claims(one) and key_of_erratum(one) not in store
    ]


def _outcome(
    erratum: Erratum,
    recalled: tuple[Finding, ...] | None,
    examiners: Examiners,
    unproved: Mapping[str, str],
) -> ErratumOutcome:
    if not erratum.is_decidable:
        status: ErratumStatus = "cited" if erratum.reference else "remark"
        return ErratumOutcome(erratum, status, "nothing to decide")
    if recalled is not None:
        return _judged(erratum, recalled, "recalled", 0.0, unproved)
    if erratum.name not in examiners.names:
        missing = erratum.error("it has not been checked yet; run derive check")
        return ErratumOutcome(erratum, "undecided", "not decided", error=missing)
    try:
        findings, seconds = examiners.ask(erratum)
    except TheoremError as error:
        return ErratumOutcome(erratum, "undecided", "decided", error=error)
    return _judged(erratum, findings, "decided", seconds, unproved)


def _judged(
    erratum: Erratum,
    findings: tuple[Finding, ...],
    how: How,
    seconds: float,
    unproved: Mapping[str, str],
) -> ErratumOutcome:
    error = complaint(erratum, findings) or _about_theorems(erratum, unproved)
    outcome = ErratumOutcome(erratum, "checked", how, seconds, findings, error)
    if outcome.contradicted:
        certain = any(one.status != "undecided" and not one.is_wanted for one in findings)
        return replace(outcome, status="wrong" if certain else "undecided")
    return replace(outcome, status="undecided") if error else outcome


def _about_theorems(erratum: Erratum, unproved: Mapping[str, str]) -> TheoremError | None:
    """What is wrong with the theorems that say what is right."""
    for theorem in erratum.theorems:
        if theorem.name in unproved:
            message = f"what is right is {theorem.name}, which is {unproved[theorem.name]}"
            return erratum.error(message, erratum.location.of_text("", 1, "right"))
    return None


def _recalled(erratum: Erratum, store: Store, warn: Warn) -> tuple[Finding, ...] | None:
    """The findings in the store; none are needed where only theorems are right."""
    if not _has_claims(erratum):
        return ()
    record = store.read(key_of_erratum(erratum))
    if record is None:
        return None
    try:
        return from_record(record, erratum)
    except ValueError as error:
        warn(f"the stored findings of {erratum.name} are damaged: {error}")
        return None


def _keep(outcome: ErratumOutcome, store: Store, warn: Warn) -> None:
    erratum = outcome.entry
    try:
        store.write(key_of_erratum(erratum), to_record(outcome.findings))
    except OSError as error:
        warn(f"the findings of {erratum.name} cannot be kept in {store.folder}: {error.strerror}")


def _has_claims(erratum: Erratum) -> bool:
    return bool(erratum.claims("written") or erratum.claims("right"))


def _unproved(
    library: Library, errata: Sequence[Erratum], warn: Warn, search: bool, jobs: int | None
) -> dict[str, str]:
    """The theorems that say what is right and are not proved, with what they are instead."""
    wanted = {theorem.name: theorem for erratum in errata for theorem in erratum.theorems}
    own = [n for n, theorem in wanted.items() if n in library and library[n] is theorem]
    found = _statuses(library, own, warn, search, jobs) if own else {}
    others = [name for name in wanted if name not in own]
    if others:
        installed = Library.load(LIBRARY)
        known = [name for name in others if name in installed]
        found |= _statuses(installed, known, warn, search, jobs) if known else {}
    return {
        name: found.get(name, f"neither in {library.root} nor installed")
        for name in wanted
        if found.get(name) != "proved"
    }


def _statuses(
    library: Library, names: Sequence[str], warn: Warn, search: bool, jobs: int | None
) -> dict[str, str]:
    store = Store.of(library.root)
    if not search:
        return {one.theorem.name: one.status for one in recall(library, store, names, warn)}
    return {o.theorem.name: o.status for o in check(library, store, names, warn, jobs=jobs)}
