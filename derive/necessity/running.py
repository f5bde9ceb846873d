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
from multiprocessing.pool import AsyncResult
from pathlib import Path
from typing import Any, TypeAlias

from derive.checking import Proof
from derive.library import Library, ordered, root_of
from derive.necessity.answers import Necessity
from derive.necessity.asking import Inquiry
from derive.necessity.keeping import Records, shipped, store_records, stored
from derive.necessity.questions import Questions
from derive.runner import check, processors, recall
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
    begun = {name: _recalled(library[name], library.root, store, warn, again) for name in names}
    waiting = [name for name, one in begun.items() if one.unknown]
    if not waiting:
        yield from begun.values()
        return
    with _context().Pool(min(jobs or processors(), len(waiting)), _begin, (library,)) as pool:
        answers = {name: pool.apply_async(_searched, (name, seconds, again)) for name in waiting}
        for name, one in begun.items():
            if name in answers:
                one = _verified(one, answers[name], library.root, warn)
                _keep(one, store, warn)
            yield one


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


def _verified(
    before: Investigation, answer: AsyncResult[Records], root: Path, warn: Warn
) -> Investigation:
    """What a search has found, once it has been verified here."""
    theorem, started = before.theorem, time.monotonic()
    try:
        records = answer.get(_MOST_SECONDS)
    except multiprocessing.TimeoutError:
        message = f"the search was stopped after {_MOST_SECONDS:g} s"
        return replace(before, error=theorem.error(message))
    proofs = _proofs(theorem, root, Store.of(root), warn, search=False)
    assert not isinstance(proofs, TheoremError)
    found = _told(_inquiry(theorem, proofs, [records], warn), started)
    seconds = before.seconds + found.seconds
    return replace(found, unknown=before.unknown, seconds=seconds)


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


def _searched(name: str, seconds: float, again: bool) -> Records:
    """The records of a theorem, old and new."""
    (library,) = _held
    theorem, store = library[name], Store.of(library.root)
    proofs = _proofs(theorem, library.root, store, _silent, search=False)
    assert not isinstance(proofs, TheoremError)
    known = [shipped(theorem, _silent), stored(theorem, store)]
    inquiry = _inquiry(theorem, proofs, known, _silent, seconds=seconds, again=again)
    inquiry.found()
    return inquiry.records


def _silent(_: str) -> None:
    """The process that waits has warned already."""
