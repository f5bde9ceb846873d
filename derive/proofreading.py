"""Checking many errata: what is stored is recalled, the rest is decided.

Of an erratum that is as it says, the findings are stored.  They count while the erratum and the
code of `derive` stay as they are; theorems that say what is right are replayed each time.

Main results: `proofread`, `ErratumOutcome`.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from derive.checking.errata import (
    SECONDS,
    Finding,
    complaint,
    examine,
    from_record,
    to_record,
)
from derive.entries import Erratum
from derive.library import Library
from derive.loading import LIBRARY
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
        jobs: how many searches for proofs of theorems run at once.
        seconds: how long one claim, or the search for one theorem, may take.
    """
    errata = [one for name in names if isinstance(one := library.entries[name], Erratum)]
    unproved = _unproved(library, errata, warn, search, jobs)
    recalled = {one.name: _recalled(one, store, warn) for one in errata}
    new = [name for name, findings in recalled.items() if findings is None and search]
    with Examiners(library, new, jobs or processors(), seconds) as examiners:
        for erratum in errata:
            started = time.monotonic()
            findings = recalled[erratum.name]
            try:
                if erratum.name in new:
                    findings, spent = examiners.ask(erratum)
                    outcome = _judged(erratum, findings, "decided", spent, unproved)
                else:
                    outcome = _known(erratum, findings, unproved)
            except TheoremError as error:
                spent = time.monotonic() - started
                outcome = ErratumOutcome(erratum, "undecided", "decided", spent, error=error)
            if outcome.how == "decided" and not complaint(erratum, outcome.findings):
                _keep(outcome, store, warn)
            yield outcome


def undecided(library: Library, store: Store) -> list[str]:
    """The errata with claims of which nothing is stored."""
    return [
        one.name
        for one in library.entries.values()
        if isinstance(one, Erratum) and _has_claims(one) and key_of_erratum(one) not in store
    ]


def _read(
    erratum: Erratum,
    store: Store,
    unproved: Mapping[str, str],
    warn: Warn,
    search: bool,
    seconds: float,
) -> ErratumOutcome:
    started = time.monotonic()
    if not erratum.is_decidable:
        status: ErratumStatus = "cited" if erratum.reference else "remark"
        return ErratumOutcome(erratum, status, "nothing to decide")
    try:
        findings = _recalled(erratum, store, warn)
        how: How = "recalled"
        if findings is None and search:
            findings, how = examine(erratum, seconds), "decided"
    except TheoremError as error:
        return ErratumOutcome(
            erratum, "undecided", "decided", time.monotonic() - started, error=error
        )
    spent = time.monotonic() - started
    if findings is None:
        missing = erratum.error("it has not been checked yet; run derive check")
        return ErratumOutcome(erratum, "undecided", "not decided", spent, error=missing)
    wrong = complaint(erratum, findings)
    if wrong is not None:
        certain = any(one.status != "undecided" and not one.is_wanted for one in findings)
        return ErratumOutcome(
            erratum, "wrong" if certain else "undecided", how, spent, findings, wrong
        )
    if how == "decided":
        _keep(erratum, findings, store, warn)
    unproven = _about_theorems(erratum, unproved)
    status = "undecided" if unproven else "checked"
    return ErratumOutcome(erratum, status, how, spent, findings, unproven)


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


def _keep(erratum: Erratum, findings: Sequence[Finding], store: Store, warn: Warn) -> None:
    try:
        store.write(key_of_erratum(erratum), to_record(findings))
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
    from derive import runner

    store = Store.of(library.root)
    if not search:
        outcomes = iter(runner.recall(library, store, names, warn))
    else:
        outcomes = runner.check(library, store, names, warn, jobs=jobs)
    return {one.theorem.name: one.status for one in outcomes}
