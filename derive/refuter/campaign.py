"""Testing many theorems at a time, in processes of their own.

What was found of a theorem's hypotheses, that they have a model or that none was found, is kept in
the store beside its certificate; failing examples are kept there, too, and tried first next time.

Main results: `test`, `Tested`, `Effort`, `examples_folder`.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.pool import Pool
from pathlib import Path
from typing import Any

from derive.library import Library, ordered
from derive.refuter.reports import Report
from derive.refuter.testing import check_in_models
from derive.store import Store, keys_of
from derive.theorem import Theorem, TheoremError
from derive.vacuity import remember

_held: list[Library] = []
"""In a process that tests: the library."""


@dataclass(frozen=True)
class Effort:
    """How much is done for each theorem: models, seconds, and what the choices begin with."""

    examples: int
    seed: int
    seconds: float | None = None


@dataclass(frozen=True)
class Tested:
    """What became of a theorem; `error` says why it could not be tested at all."""

    theorem: Theorem
    report: Report | None
    error: TheoremError | None = None


def test(
    library: Library, names: Sequence[str], store: Store, effort: Effort, jobs: int
) -> Iterator[Tested]:
    """Test theorems of a library; the results come in the order of the names.

    Raises:
        OSError: the store cannot be written.
    """
    keys = keys_of(ordered(library[name] for name in names))
    with _pool(library, min(jobs, len(names))) as pool:
        folder = str(examples_folder(store))
        answers = [(n, pool.apply_async(_tested, (n, effort, folder))) for n in names]
        for name, answer in answers:
            theorem = library[name]
            try:
                report = answer.get()
            except TheoremError as error:
                yield Tested(theorem, None, error)
                continue
            if report.has_model or not report.stopped:
                remember(store, theorem, keys[name], has_model=report.has_model)
            yield Tested(theorem, report)


def examples_folder(store: Store) -> Path:
    """Where failing examples are kept."""
    return store.folder / "examples"


def _pool(library: Library, jobs: int) -> Pool:
    context: Any = multiprocessing.get_context()
    if "fork" in multiprocessing.get_all_start_methods():
        context = multiprocessing.get_context("fork")
    pool: Pool = context.Pool(max(jobs, 1), _begin, (library,))
    return pool


def _begin(library: Library) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that waits for this one ends it
    _held[:] = [library]


def _tested(name: str, effort: Effort, folder: str) -> Report:
    from hypothesis.database import DirectoryBasedExampleDatabase

    theorem = _held[0][name]
    try:
        return check_in_models(
            theorem,
            examples=effort.examples,
            seed=effort.seed,
            seconds=effort.seconds,
            database=DirectoryBasedExampleDatabase(folder),
        )
    except TheoremError:
        raise
    except Exception as error:
        fault = f"{type(error).__name__}: {error}"
        raise theorem.error(f"internal error, please report it: {fault}") from error
