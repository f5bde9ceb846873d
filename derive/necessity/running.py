"""What the parts of theorems are needed for: from records, or by searching, several at a time.

A search runs in a process of its own.  What comes back are records, which this process believes
only after it has verified them.

Main results: `necessities`, `investigate`, `Investigation`.
"""

from __future__ import annotations

import contextlib
import importlib
import multiprocessing
import signal
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from multiprocessing.pool import AsyncResult, Pool
from pathlib import Path
from typing import Self, TypeAlias

from derive.checking import Proof
from derive.library import Library, ordered, root_of
from derive.necessity.answers import Necessity
from derive.necessity.asking import Inquiry
from derive.necessity.keeping import Records, shipped, store_records, stored
from derive.necessity.questions import Questions
from derive.runner import Outcome, check, processors, recall
from derive.store import Store
from derive.theorem import Theorem, TheoremError

Warn: TypeAlias = Callable[[str], None]

SECONDS = 5.0
"""How long the search for the last counterexample of a question may take."""

_MOST_SECONDS = 1800.0
"""How long all questions about one theorem may take."""


@dataclass(frozen=True)
class Investigation:
    """What is known of the parts of one theorem; `error` says why nothing can be.

    `unknown` has the keys of the questions that no record had answered.
    """

    theorem: Theorem
    necessities: tuple[Necessity, ...] = ()
    records: Records | None = None
    unknown: tuple[str, ...] = ()
    seconds: float = 0.0
    error: TheoremError | None = None


def necessities(
    theorem: Theorem,
    library: Library | None = None,
    *,
    seconds: float | None = None,
    warn: Warn = lambda _: None,
) -> tuple[Necessity, ...]:
    """What each hypothesis and each declared word of a theorem is needed for.

    Args:
        theorem: a theorem that has been proved; of others nothing is known, and the answer is
            empty.
        library: its library, in whose store more may be known.
        seconds: how long to search for each counterexample that is not known; without it nothing is
            searched for, and what is not known is open.
        warn: is told of damaged records.
    """
    root = library.root if library else root_of(Path(theorem.location.path))
    store = Store.of(root)
    outcomes = _checked([theorem], root, store, warn, search=seconds is not None)
    if any(outcome.proof is None for outcome in outcomes.values()):
        return ()
    known = [shipped(theorem, warn), stored(theorem, store)]
    return _inquiry(theorem, _proofs(outcomes), known, warn, seconds=seconds).found()


def investigate(
    library: Library,
    names: Sequence[str],
    warn: Warn,
    *,
    jobs: int | None = None,
    seconds: float = SECONDS,
    again: bool = False,
) -> Iterator[Investigation]:
    """What the parts of theorems are needed for, in the order of the names.

    Theorems that have not been checked are checked first.  What is found is kept in the store of
    the library.

    Args:
        library: where the theorems are.
        names: which of them.
        warn: is told of damaged records, and if proofs cannot be kept.
        jobs: how many searches run at once.
        seconds: how long the last search for a counterexample of a question may take.
        again: whether to search again for what has been left open.
    """
    store = Store.of(library.root)
    theorems = [library[name] for name in names]
    outcomes = _checked(theorems, library.root, store, warn, search=True)
    proofs = _proofs(outcomes)
    known = {
        theorem.name: [shipped(theorem, warn), stored(theorem, store)]
        for theorem in theorems
        if theorem.name in proofs
    }
    searching = _Searching(proofs, known, store, seconds, again)
    with _Searches(searching, min(len(names), jobs or processors())) as searches:
        for name, records in known.items():
            if again or not any(records):
                searches.begin(name)
        for theorem in theorems:
            if theorem.name not in known:
                yield Investigation(theorem, error=outcomes[theorem.name].error)
                continue
            inquiry = _inquiry(theorem, proofs, known[theorem.name], warn, again=again)
            try:
                inquiry.check_models()
            except TheoremError as error:
                yield Investigation(theorem, error=error)
                continue
            found = None if searches.has_begun(theorem.name) else _told(inquiry)
            if found is None or found.unknown:
                searches.begin(theorem.name)
                found = _verified(theorem, searches, proofs, warn)
            yield found


def _checked(
    theorems: Sequence[Theorem], root: Path, store: Store, warn: Warn, *, search: bool
) -> dict[str, Outcome]:
    """What became of theorems and of all that they cite."""
    chain = Library(root, ordered(theorems).values())
    names = [one.name for one in chain]
    outcomes = check(chain, store, names, warn) if search else recall(chain, store, names, warn)
    return {outcome.theorem.name: outcome for outcome in outcomes}


def _proofs(outcomes: Mapping[str, Outcome]) -> dict[str, Proof]:
    return {name: one.proof for name, one in outcomes.items() if one.proof is not None}


def _inquiry(
    theorem: Theorem,
    proofs: Mapping[str, Proof],
    known: Sequence[Records],
    warn: Warn,
    *,
    seconds: float | None = None,
    again: bool = False,
) -> Inquiry:
    questions = Questions(proofs[theorem.name], proofs)
    return Inquiry(questions, known, warn, seconds=seconds, again=again)


def _told(inquiry: Inquiry) -> Investigation:
    started = time.monotonic()
    found = inquiry.found()
    seconds = time.monotonic() - started
    theorem = inquiry.questions.theorem
    return Investigation(theorem, found, inquiry.records, tuple(inquiry.unknown), seconds)


def _verified(
    theorem: Theorem, searches: _Searches, proofs: Mapping[str, Proof], warn: Warn
) -> Investigation:
    """What a search has found, once it has been verified here."""
    try:
        records, unknown, seconds = searches.found(theorem)
    except TheoremError as error:
        return Investigation(theorem, error=error)
    told = _told(_inquiry(theorem, proofs, [records], warn))
    return replace(told, unknown=unknown, seconds=seconds + told.seconds)


@dataclass(frozen=True)
class _Searching:
    """What a process that searches must know."""

    proofs: Mapping[str, Proof]
    known: Mapping[str, Sequence[Records]]
    store: Store
    seconds: float
    again: bool


_Found: TypeAlias = tuple[Records, tuple[str, ...], float]
"""Records, the keys of what has been searched for, and how many seconds it took."""

_held: list[_Searching] = []
"""In a process that searches: what it must know."""


class _Searches:
    """Processes that search; none is begun before there is something to search for.

    They are copies of this process, with all its proofs; where a process cannot be copied, this one
    searches itself.
    """

    def __init__(self, searching: _Searching, jobs: int) -> None:
        self.searching, self.jobs = searching, jobs
        self.pool: Pool | None = None
        self.begun: dict[str, AsyncResult[_Found] | None] = {}

    def __enter__(self) -> Self:
        _held[:] = [self.searching]
        return self

    def __exit__(self, *_: object) -> None:
        _held.clear()
        if self.pool is not None:
            self.pool.terminate()
            self.pool.join()

    def has_begun(self, name: str) -> bool:
        """Whether a search about the theorem has begun."""
        return name in self.begun

    def begin(self, name: str) -> None:
        """Begin the search for what is not known of a theorem."""
        if self.pool is None and "fork" in multiprocessing.get_all_start_methods():
            importlib.import_module("sympy")
            self.pool = multiprocessing.get_context("fork").Pool(self.jobs, _begin)
        if name not in self.begun:
            self.begun[name] = self.pool.apply_async(_searched, (name,)) if self.pool else None

    def found(self, theorem: Theorem) -> _Found:
        """What a search has found, when it is there.

        Raises:
            TheoremError: it takes too long.
        """
        answer = self.begun[theorem.name]
        if answer is None:
            return _searched(theorem.name)
        try:
            return answer.get(_MOST_SECONDS)
        except multiprocessing.TimeoutError:
            raise theorem.error(f"the search was stopped after {_MOST_SECONDS:g} s") from None


def _begin() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that waits for this one ends it


def _searched(name: str) -> _Found:
    """The records of a theorem, old and new, which are kept at once if they can be."""
    started = time.monotonic()
    (searching,) = _held
    theorem = searching.proofs[name].theorem
    inquiry = _inquiry(
        theorem,
        searching.proofs,
        searching.known[name],
        _silent,
        seconds=searching.seconds,
        again=searching.again,
    )
    inquiry.found()
    with contextlib.suppress(OSError):  # check() has warned already that nothing can be kept
        store_records(theorem, searching.store, inquiry.records)
    return inquiry.records, tuple(inquiry.unknown), time.monotonic() - started


def _silent(_: str) -> None:
    """The process that waits has warned already."""
