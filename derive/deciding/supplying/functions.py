"""Definitions of functions by simpler ones: sines by exponentials, tangents by sines.

Main results: `supply`.
"""

from __future__ import annotations

from derive.deciding.abstraction import Abstraction
from derive.deciding.problem import Problem
from derive.deciding.supplying import calls, propose

_DEFINITIONS = ("sin", "cos", "tan", "cot", "sec", "csc", "sinh", "cosh", "tanh", "coth")


def supply(abstraction: Abstraction, problem: Problem) -> None:
    """Grant the definition of every such function that occurs."""
    for meaning in calls(abstraction, *_DEFINITIONS):
        propose(abstraction, f"definition of {meaning.function}", a=meaning.arguments[0])
