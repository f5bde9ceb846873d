"""Definitions of functions by simpler ones: sines by exponentials, tangents by sines.

Main results: `supply`.
"""

from __future__ import annotations

from derive.deciding.abstraction import Abstraction
from derive.deciding.problem import Problem
from derive.deciding.supplying import closed_calls, propose

_DEFINED = ("tan", "cot", "sec", "csc", "tanh", "coth", "sin", "cos", "sinh", "cosh")


def supply(abstraction: Abstraction, problem: Problem) -> None:
    """Grant the definition of every such function that occurs."""
    for meaning in closed_calls(abstraction, *_DEFINED):
        propose(abstraction, f"definition of {meaning.function}", a=meaning.arguments[0])
