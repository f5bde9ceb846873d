"""How long a search may go on.

Main results: `Budget`, `SearchExhausted`.
"""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_AGAIN = 0.25
"""After how many seconds a search is asked again to end: it may have been importing a module, or
collecting garbage, where exceptions are lost."""


class SearchExhausted(Exception):
    """The search has used its steps or its time."""


class Budget:
    """A number of steps and a deadline, which all parts of one search share.

    Args:
        steps: the most rewriting steps.
        seconds: the most time, or None.
    """

    def __init__(self, steps: int = 20_000, seconds: float | None = None) -> None:
        self.steps = steps
        self._deadline = None if seconds is None else time.monotonic() + seconds

    def spend(self, steps: int = 1) -> None:
        """Count steps.  Raises `SearchExhausted` when there are none left, or no time."""
        self.steps -= steps
        if self.steps < 0 or (self._deadline is not None and time.monotonic() > self._deadline):
            raise SearchExhausted

    def seconds_left(self) -> float:
        """The time until the deadline; infinity without one."""
        return float("inf") if self._deadline is None else self._deadline - time.monotonic()

    @contextmanager
    def at_most(self, seconds: float) -> Iterator[None]:
        """Stop what runs inside after some time, or at the deadline if that comes first.

        For calls into libraries, which know of no budget.  It works in the main thread of systems
        that have alarms; elsewhere nothing is stopped.

        Raises:
            SearchExhausted: from inside, when the time is up.
        """
        seconds = max(min(seconds, self.seconds_left()), 0.001)
        alarms = hasattr(signal, "setitimer")
        if not alarms or threading.current_thread() is not threading.main_thread():
            yield
            return
        before = signal.signal(signal.SIGALRM, _stop)
        started, (left, _) = time.monotonic(), signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN)
        try:
            yield
        finally:
            rest = max(left - (time.monotonic() - started), 0.001) if left else 0.0
            signal.setitimer(signal.ITIMER_REAL, rest, _AGAIN if left else 0.0)
            signal.signal(signal.SIGALRM, before)


def _stop(_signal: int, frame: FrameType | None) -> None:
    """End the search, but not in the middle of an import, which would leave half a module."""
    if not _is_importing(frame):
        raise SearchExhausted


def _is_importing(frame: FrameType | None) -> bool:
    while frame is not None:
        if frame.f_code.co_filename.startswith("<frozen importlib"):
            return True
        frame = frame.f_back
    return False
