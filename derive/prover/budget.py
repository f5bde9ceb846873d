"""How long a search may go on.

Main results: `Budget`, `SearchExhausted`.
"""

from __future__ import annotations

import time


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
