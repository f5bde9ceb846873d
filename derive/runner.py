"""Checking many theorems: what is stored is replayed, the rest is searched for, several at a time.

A search runs in a process of its own, which is killed when its time is up.  All that comes back is
a certificate, and this process believes it only after its own kernel has replayed it.

Main results: `check`, `recall`, `Outcome`.
"""

from __future__ import annotations

import importlib
import multiprocessing
import os
import signal
import time
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from graphlib import TopologicalSorter
from multiprocessing import connection
from multiprocessing.process import BaseProcess
from typing import Any, Literal, TypeAlias

from derive import checking
from derive.checking import Proof, Status
from derive.checking.statement import lower
from derive.environment import DEBUG
from derive.kernel.atoms import KernelError
from derive.library import Library, ordered
from derive.location import Location
from derive.store import Store, keys_of
from derive.theorem import Malformed, Theorem, TheoremError, Unproved
from derive.vacuity import known_models

How = Literal["replayed", "searched", "not searched"]
Warn: TypeAlias = Callable[[str], None]

SECONDS = 60.0
"""How long the search for one theorem may take, unless something else is said."""


@dataclass(frozen=True)
class Outcome:
    """What became of a theorem; `error` says why it is not proved.

    `has_model` says whether `derive refute` found a model of its hypotheses; None if it never ran.
    """

    theorem: Theorem
    status: Status
    how: How
    seconds: float = 0.0
    proof: Proof | None = None
    error: TheoremError | None = None
    has_model: bool | None = None

    @property
    def malformed(self) -> bool:
        """Whether there is nothing to prove, because the theorem cannot be read."""
        return isinstance(self.error, Malformed)


def processors() -> int:
    """How many processes can run at once."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def recall(library: Library, store: Store, names: Sequence[str], warn: Warn) -> list[Outcome]:
    """What is known of theorems without a search: certificates in the store are replayed."""
    return list(_Run(library, store, names, warn, jobs=0, seconds=None).outcomes())


def check(
    library: Library,
    store: Store,
    names: Sequence[str],
    warn: Warn,
    *,
    jobs: int | None = None,
    seconds: float | None = SECONDS,
) -> Iterator[Outcome]:
    """Prove theorems or replay their proofs; the outcomes come in the order of the names.

    Args:
        library: where the theorems are.
        store: where certificates are kept.
        names: which theorems; those that they cite are checked with them.
        warn: is told once of each damaged certificate, and if certificates cannot be kept.
        jobs: how many searches run at once.
        seconds: how long the search for one theorem may take.

    Raises:
        LoadError: two theorems of one name, or a circle of citations.
    """
    return _Run(library, store, names, warn, jobs or processors(), seconds).outcomes()


def changed(library: Library, store: Store) -> list[str]:
    """The theorems that have no certificate in the store, and those that cite one of them."""
    keys = keys_of(library.in_order)
    new = [name for name, key in keys.items() if key not in store]
    found = {*new, *(theorem.name for theorem in library.dependents(new))}
    return [theorem.name for theorem in library if theorem.name in found]


@dataclass
class _Search:
    """A running process that searches."""

    theorem: Theorem
    process: BaseProcess
    answers: connection.Connection
    started: float = field(default_factory=time.monotonic)

    @property
    def seconds(self) -> float:
        return time.monotonic() - self.started

    def end(self) -> None:
        self.process.kill()
        self.process.join()
        self.answers.close()


class _Run:
    """One run over some theorems and all that they cite."""

    def __init__(
        self,
        library: Library,
        store: Store,
        names: Sequence[str],
        warn: Warn,
        jobs: int,
        seconds: float | None,
    ) -> None:
        self.library, self.store, self.names, self.warn = library, store, names, warn
        self.jobs, self.seconds = jobs, seconds
        self.theorems = ordered(library[name] for name in names)
        self.keys = keys_of(self.theorems)
        self.has_model = known_models(store, self.theorems, self.keys)
        self.done: dict[str, Outcome] = {}
        self.searches: list[_Search] = []
        self.waiting: list[Theorem] = []
        self.can_store = True
        self.sorter = TopologicalSorter(
            {n: {c.theorem.name for c in t.citations} for n, t in self.theorems.items()}
        )

    def outcomes(self) -> Iterator[Outcome]:
        self.sorter.prepare()
        try:
            for name in self.names:
                while name not in self.done:
                    self.advance()
                yield self.done[name]
        finally:
            for search in self.searches:
                search.end()

    def advance(self) -> None:
        """Replay all that can be replayed; else begin searches; else wait for one."""
        ready = self.sorter.get_ready()
        for name in ready:
            outcome = self.replayed(self.theorems[name])
            if outcome is None:
                self.waiting.append(self.theorems[name])
            else:
                self.finish(outcome)
        if ready:
            return
        while self.waiting and len(self.searches) < self.jobs:
            self.searches.append(self.begun(self.waiting.pop(0)))
        self.wait()

    def finish(self, outcome: Outcome) -> None:
        has_model = self.has_model.get(outcome.theorem.name)
        self.done[outcome.theorem.name] = replace(outcome, has_model=has_model)
        self.sorter.done(outcome.theorem.name)

    def cited(self, theorem: Theorem) -> dict[str, Proof]:
        """The proofs of what a theorem cites."""
        proofs = {}
        for citation in theorem.citations:
            outcome = self.done[citation.theorem.name]
            if outcome.proof is None:
                message = f"it cites {outcome.theorem.name}, which is {outcome.status}"
                raise theorem.error(message)
            proofs[outcome.theorem.name] = outcome.proof
        return proofs

    def replayed(self, theorem: Theorem) -> Outcome | None:
        """The outcome if no search is needed, or none is wanted."""
        started = time.monotonic()

        def failed(error: TheoremError) -> Outcome:
            seconds = time.monotonic() - started
            return Outcome(theorem, "undecided", "not searched", seconds, error=error)

        try:
            theorem.read()
            cited = self.cited(theorem)
            proof = self.recalled(theorem, cited)
            if proof is None:
                lower(theorem, {name: one.closed for name, one in cited.items()})
        except TheoremError as error:
            return failed(error)
        if proof is not None:
            return Outcome(theorem, "proved", "replayed", time.monotonic() - started, proof)
        if self.jobs == 0:
            return failed(theorem.error("it has not been checked yet; run derive check"))
        return None

    def recalled(self, theorem: Theorem, cited: Mapping[str, Proof]) -> Proof | None:
        """The proof by the certificate in the store, if there is one and it is good."""
        certificate = self.store.read(self.keys[theorem.name])
        if certificate is None:
            return None
        try:
            return checking.replay(theorem, cited, certificate)
        except KernelError as error:
            self.warn(f"the stored certificate of {theorem.name} is damaged: {error}")
            return None

    def begun(self, theorem: Theorem) -> _Search:
        """A process that searches for a proof."""
        proofs = {name: self.done[name].proof for name in ordered([theorem]) if name in self.done}
        certificates = {name: proof.certificate for name, proof in proofs.items() if proof}
        context = _context()
        answers, send = context.Pipe(duplex=False)
        arguments = (send, self.library, self.names, theorem.name, certificates, self.seconds)
        process = context.Process(target=_search, args=arguments, daemon=True)
        process.start()
        send.close()
        return _Search(theorem, process, answers)

    def wait(self) -> None:
        """Wait until searches end or run out of time."""
        left = None
        if self.seconds is not None:
            left = max(0.0, min(self.seconds - search.seconds for search in self.searches))
        ready = connection.wait([search.answers for search in self.searches], left)
        for search in list(self.searches):
            if search.answers in ready:
                outcome = self.answered(search)
            elif self.seconds is not None and search.seconds >= self.seconds:
                message = f"the search was stopped after {self.seconds:g} s"
                outcome = _undecided(search, search.theorem.error(message))
            else:
                continue
            search.end()
            self.searches.remove(search)
            self.finish(outcome)

    def answered(self, search: _Search) -> Outcome:
        theorem = search.theorem
        try:
            answer = search.answers.recv()
        except EOFError:
            search.process.join()
            code = search.process.exitcode
            return _undecided(search, theorem.error(f"the search died with exit code {code}"))
        if isinstance(answer, _Failure):
            return _undecided(search, answer.error(theorem))
        try:
            proof = checking.replay(theorem, self.cited(theorem), answer)
        except KernelError as error:
            message = f"the kernel refuses the certificate that was found: {error}"
            return _undecided(search, theorem.error(message))
        self.keep(theorem, answer)
        return Outcome(theorem, proof.status, "searched", search.seconds, proof)

    def keep(self, theorem: Theorem, certificate: str) -> None:
        if not self.can_store:
            return
        try:
            self.store.write(self.keys[theorem.name], certificate)
        except OSError as error:
            self.can_store = False
            self.warn(f"certificates cannot be kept in {self.store.folder}: {error.strerror}")


def _undecided(search: _Search, error: TheoremError) -> Outcome:
    return Outcome(search.theorem, "undecided", "searched", search.seconds, error=error)


@dataclass(frozen=True)
class _Failure:
    """Why a search has found nothing, in a form that goes from process to process."""

    message: str
    location: Location | None
    failures: Mapping[int, TheoremError] = field(default_factory=dict)

    def error(self, theorem: Theorem) -> TheoremError:
        if self.failures:
            return Unproved(self.failures, theorem.name)
        return theorem.error(self.message, self.location)


@cache
def _context() -> Any:
    """How searches begin: as copies of this process where it can be copied, with all imports."""
    if "fork" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context()
    importlib.import_module("derive.checking.derivation")
    importlib.import_module("sympy")
    return multiprocessing.get_context("fork")


def _search(
    answers: connection.Connection,
    library: Library,
    names: Sequence[str],
    name: str,
    certificates: Mapping[str, str],
    seconds: float | None,
) -> None:
    """Search a proof of one theorem and send its certificate, or why there is none."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that waits for this one ends it
    try:
        theorem = ordered(library[one] for one in names)[name]
        proofs: dict[str, Proof] = {}
        for other, below in ordered([theorem]).items():
            if other != name:
                proofs[other] = checking.replay(below, proofs, certificates[other])
        proof = checking.prove(theorem, proofs, timeout=None if seconds is None else 0.9 * seconds)
        answers.send(proof.certificate)
    except Unproved as error:
        answers.send(_Failure(error.message, error.location, error.failures))
    except TheoremError as error:
        answers.send(_Failure(error.message, error.location))
    except Exception as error:
        answers.send(_Failure(f"internal error, please report it: {_told(error)}", None))


def _told(error: Exception) -> str:
    if os.environ.get(DEBUG):
        return "".join(traceback.format_exception(error))
    return f"{type(error).__name__}: {error} (set {DEBUG}=1 to see where)"
