"""What a search says when it finds no proof.

Main results: `NotProved`.
"""

from __future__ import annotations

from derive.kernel.formulas import Formula
from derive.kernel.terms import Term


class NotProved(Exception):
    """No proof was found; `rest = 0`, or `rest >= 0`, is what would have to be shown."""

    def __init__(self, goal: Formula, rest: Term | None, exhausted: bool = False) -> None:
        super().__init__("not proved")
        self.goal = goal
        self.rest = rest
        self.exhausted = exhausted
