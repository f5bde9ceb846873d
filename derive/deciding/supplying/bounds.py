"""Bounds of functions, for claims about order.

Main results: `supply`.
"""

from __future__ import annotations

from derive.deciding.claims.expressions import ZERO, Relation, number
from derive.deciding.claims.problem import Problem
from derive.deciding.stating.abstraction import Abstraction
from derive.deciding.stating.signs import evidently
from derive.deciding.supplying import closed_calls, propose
from derive.deciding.supplying.sampling import samples_of

_BOUNDS = {
    "exp": ("tangent of exp",),
    "log": ("tangent of log", "tangent of log at the inverse"),
    "sin": ("range of sin, below", "range of sin, above"),
    "cos": ("range of cos, below", "range of cos, above"),
    "cosh": ("range of cosh, below",),
    "tanh": ("range of tanh, below", "range of tanh, above"),
    "atan": ("range of atan, below", "range of atan, above"),
    "asin": ("range of asin, below", "range of asin, above"),
    "acos": ("range of acos, below", "range of acos, above"),
    "acosh": ("range of acosh, below",),
}
_AT_NONNEGATIVE = {
    "sin": ("line above sin, above",),
    "sinh": ("sign of sinh, below", "line below sinh, below"),
    "atan": ("sign of atan, below",),
    "asinh": ("sign of asinh, below",),
}


def supply(abstraction: Abstraction, problem: Problem) -> None:
    """Grant bounds of the functions that occur, where an order is claimed, and signs for roots."""
    ordered = any(relation.kind != "=" for relation in problem.claims)
    if not ordered and not closed_calls(abstraction, "power"):
        return
    samples = samples_of(problem)
    for meaning in closed_calls(abstraction, *_BOUNDS, *_AT_NONNEGATIVE):
        (argument,) = meaning.arguments
        if not evidently("real", abstraction.term(argument)):
            continue
        for name in _BOUNDS.get(meaning.function, ()) if ordered else ():
            propose(abstraction, name, a=argument)
        if samples.allow(Relation(">=", argument, ZERO)):
            for name in _AT_NONNEGATIVE.get(meaning.function, ()):
                propose(abstraction, name, a=argument)
        at_least_one = Relation(">=", argument, number(1))
        if ordered and meaning.function == "log" and samples.allow(at_least_one):
            propose(abstraction, "log increases", a=argument, b=number(1))
