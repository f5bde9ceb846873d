"""Examining several errata at a time, in processes that can be stopped.

Main results: `Examiners`.
"""

from __future__ import annotations

import multiprocessing
import signal
import time
from collections.abc import Sequence
from multiprocessing.pool import AsyncResult, Pool
from typing import Any, Self, TypeAlias

from derive.checking.errata import Finding, examine, ready
from derive.entries import Erratum
from derive.library import Library
from derive.theorem import TheoremError

Examined: TypeAlias = tuple[tuple[Finding, ...], float]
"""Findings, and how many seconds they took."""

_LENIENCE = 1.5
_SECONDS_TO_BEGIN = 10.0

_held: list[Library] = []
"""In a process that examines: the library."""


class Examiners:
    """Processes that examine errata of a library; to be used in a `with` statement.

    Args:
        library: where the errata are.
        names: which of them, in the order in which they are asked for.
        jobs: how many at once.
        seconds: how long one claim may take.
    """

    def __init__(self, library: Library, names: Sequence[str], jobs: int, seconds: float) -> None:
        self.library, self.names, self.jobs, self.seconds = library, names, jobs, seconds
        self.pool: Pool | None = None
        self.answers: dict[str, AsyncResult[Examined]] = {}

    def __enter__(self) -> Self:
        if self.names:
            self.pool = _context().Pool(min(self.jobs, len(self.names)), _begin, (self.library,))
            for name in self.names:
                self.answers[name] = self.pool.apply_async(_examined, (name, self.seconds))
        return self

    def __exit__(self, *_: object) -> None:
        if self.pool is not None:
            self.pool.terminate()
            self.pool.join()

    def ask(self, erratum: Erratum) -> Examined:
        """What was found of an erratum, when it is there.

        Raises:
            TheoremError: it cannot be read, or it takes too long.
        """
        claims = len(erratum.claims("written")) + len(erratum.claims("right"))
        limit = _LENIENCE * claims * self.seconds + _SECONDS_TO_BEGIN
        try:
            return self.answers[erratum.name].get(limit)
        except multiprocessing.TimeoutError:
            raise erratum.error(f"deciding was stopped after {limit:g} s") from None


def _context() -> Any:
    """Copies of this process where it can be copied, with what they import."""
    if "fork" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context()
    ready()
    return multiprocessing.get_context("fork")


def _begin(library: Library) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that waits for this one ends it
    _held[:] = [library]


def _examined(name: str, seconds: float) -> Examined:
    started = time.monotonic()
    erratum = _held[0].entries[name]
    assert isinstance(erratum, Erratum)
    try:
        findings = examine(erratum, seconds)
    except TheoremError:
        raise
    except Exception as error:
        fault = f"{type(error).__name__}: {error}"
        raise erratum.error(f"internal error, please report it: {fault}") from error
    return findings, time.monotonic() - started
