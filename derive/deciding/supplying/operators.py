"""Instances for proofs.

Main results: `supply`.
"""

from __future__ import annotations

from derive.deciding.abstraction import Abstraction
from derive.deciding.problem import Problem


def supply(abstraction: Abstraction, problem: Problem) -> None:
    """Grant instances."""
