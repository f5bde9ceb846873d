"""What the parts of theorems are needed for: from records, or by searching, several at a time.

A search runs in a process of its own.  What comes back are records, which this process believes
only after it has verified them.

Main results: `necessities`, `investigate`, `Investigation`.
"""

from __future__ import annotations

import importlib
import multiprocessing
import signal
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from multiprocessing.pool import AsyncResult, Pool
from pathlib import Path
from typing import Any, Self, TypeAlias

from derive.checking import Proof, prove, replay
from derive.kernel.atoms import KernelError
from derive.library import Library, ordered, root_of
from derive.necessity.answers import Necessity
from derive.necessity.asking import Inquiry
from derive.necessity.keeping import Records, shipped, store_records, stored
from derive.necessity.questions import Questions
from derive.runner import SECONDS as SEARCH_SECONDS
from derive.runner import check, processors, recall
from derive.store import Store, keys_of
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
    proofs = _proofs(theorem, root, store, warn, search=seconds is not None)
    if isinstance(proofs, TheoremError):
        return ()
    known = [shipped(theorem, warn), stored(theorem, store)]
    return _inquiry(theorem, proofs, known, warn, seconds=seconds).found()


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

    What is found is kept in the store of the library.

    Args:
        library: where the theorems are.
        names: which of them.
        warn: is told of damaged records, and if records cannot be kept.
        jobs: how many searches run at once.
        seconds: how long the last search for a counterexample of a question may take.
        again: whether to search again for what has been left open.
    """
    store = Store.of(library.root)
    with _Searches(library, len(names), jobs or processors(), seconds, again) as searches:
        fresh = [name for name in names if not _has_records(library[name], store, warn)]
        for name in fresh:
            searches.begin(name)
        for name in names:
            theorem = library[name]
            known = None if name in fresh else _recalled(theorem, library.root, store, warn, again)
            if known is None or known.unknown:
                searches.begin(name)
                known = _verified(theorem, searches, library.root, warn)
                _keep(known, store, warn)
            yield known


class _Searches:
    """Processes that search; none is begun before there is something to search for."""

    def __init__(self, library: Library, most: int, jobs: int, seconds: float, again: bool) -> None:
        self.library, self.jobs = library, min(most, jobs)
        self.seconds, self.again = seconds, again
        self.pool: Pool | None = None
        self.answers: dict[str, AsyncResult[_Found]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.pool is not None:
            self.pool.terminate()
            self.pool.join()

    def begin(self, name: str) -> None:
        """Begin the search for what is not known of a theorem."""
        if self.pool is None:
            self.pool = _context().Pool(self.jobs, _begin, (self.library,))
        if name not in self.answers:
            arguments = (name, self.seconds, self.again)
            self.answers[name] = self.pool.apply_async(_searched, arguments)

    def found(self, theorem: Theorem) -> _Found:
        """What a search has found, when it is there.

        Raises:
            TheoremError: the theorem is not proved, or the search takes too long.
        """
        try:
            return self.answers[theorem.name].get(_MOST_SECONDS)
        except multiprocessing.TimeoutError:
            raise theorem.error(f"the search was stopped after {_MOST_SECONDS:g} s") from None


def _has_records(theorem: Theorem, store: Store, warn: Warn) -> bool:
    return bool(shipped(theorem, warn) or stored(theorem, store))


def _recalled(theorem: Theorem, root: Path, store: Store, warn: Warn, again: bool) -> Investigation:
    """What records say of a theorem, which is proved first if it has not been."""
    started = time.monotonic()
    proofs = _proofs(theorem, root, store, warn, search=True)
    if isinstance(proofs, TheoremError):
        return Investigation(theorem, error=proofs)
    known = [shipped(theorem, warn), stored(theorem, store)]
    return _told(_inquiry(theorem, proofs, known, warn, again=again), started)


def _told(inquiry: Inquiry, started: float) -> Investigation:
    found = inquiry.found()
    seconds = time.monotonic() - started
    theorem = inquiry.questions.theorem
    return Investigation(theorem, found, inquiry.records, tuple(inquiry.unknown), seconds)


def _verified(theorem: Theorem, searches: _Searches, root: Path, warn: Warn) -> Investigation:
    """What a search has found, once it has been verified here."""
    try:
        records, unknown, seconds = searches.found(theorem)
    except TheoremError as error:
        return Investigation(theorem, error=error)
    proofs = _proofs(theorem, root, Store.of(root), warn, search=False)
    if isinstance(proofs, TheoremError):
        return Investigation(theorem, error=proofs)
    told = _told(_inquiry(theorem, proofs, [records], warn), time.monotonic())
    return replace(told, unknown=unknown, seconds=seconds + told.seconds)


def _keep(found: Investigation, store: Store, warn: Warn) -> None:
    if found.records is None or found.error is not None:
        return
    try:
        store_records(found.theorem, store, found.records)
    except OSError as error:
        warn(f"what was found cannot be kept in {store.folder}: {error.strerror}")


def _proofs(
    theorem: Theorem, root: Path, store: Store, warn: Warn, *, search: bool
) -> Mapping[str, Proof] | TheoremError:
    """The proofs of a theorem and of all that it cites, or why there are none."""
    chain = Library(root, ordered([theorem]).values())
    names = [one.name for one in chain]
    outcomes = check(chain, store, names, warn) if search else recall(chain, store, names, warn)
    proofs = {}
    for outcome in outcomes:
        if outcome.proof is None:
            assert outcome.error is not None
            return outcome.error
        proofs[outcome.theorem.name] = outcome.proof
    return proofs


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


_held: list[Library] = []
"""In a process that searches: the library."""


def _context() -> Any:
    """How searches begin: as copies of this process where it can be copied, with all imports."""
    if "fork" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context()
    importlib.import_module("sympy")
    return multiprocessing.get_context("fork")


def _begin(library: Library) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that waits for this one ends it
    _held[:] = [library]


_Found: TypeAlias = tuple[Records, tuple[str, ...], float]
"""Records, the keys of what has been searched for, and how many seconds it took."""


def _searched(name: str, seconds: float, again: bool) -> _Found:
    """The records of a theorem, old and new.  Raises `TheoremError` if it is not proved."""
    started = time.monotonic()
    (library,) = _held
    theorem, store = library[name], Store.of(library.root)
    proofs = _proved_here(theorem, store)
    known = [shipped(theorem, _silent), stored(theorem, store)]
    inquiry = _inquiry(theorem, proofs, known, _silent, seconds=seconds, again=again)
    inquiry.found()
    return inquiry.records, tuple(inquiry.unknown), time.monotonic() - started


def _proved_here(theorem: Theorem, store: Store) -> dict[str, Proof]:
    """The proofs of a theorem and what it cites, in this process, which may not have children.

    Raises:
        TheoremError: one is not proved.
    """
    keys, proofs = keys_of(ordered([theorem])), dict[str, Proof]()
    for name, one in ordered([theorem]).items():
        certificate = store.read(keys[name])
        try:
            if certificate is None:
                raise KernelError("there is none")
            proofs[name] = replay(one, proofs, certificate)
        except KernelError:
            proofs[name] = prove(one, proofs, timeout=SEARCH_SECONDS)
    return proofs


def _silent(_: str) -> None:
    """The process that waits has warned already."""
