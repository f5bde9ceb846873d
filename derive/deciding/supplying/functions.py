"""Definitions of functions by simpler ones: sines by exponentials, tangents by sines.

Where an order is claimed of sines and cosines of one argument, their squares are of more use.

Main results: `supply`.
"""

from __future__ import annotations

from derive.deciding.claims.expressions import Call, Relation
from derive.deciding.claims.problem import Problem
from derive.deciding.stating.abstraction import Abstraction
from derive.deciding.supplying import closed_calls, propose
from derive.deciding.supplying.sampling import samples_of

_SIGNLESS = ("abs", "power")
_DEFINED = ("tan", "cot", "sec", "csc", "tanh", "coth", "sin", "cos", "sinh", "cosh")


def supply(abstraction: Abstraction, problem: Problem) -> None:
    """Grant the definition of every such function that occurs."""
    if problem.claims and all(relation.kind in (">=", ">") for relation in problem.claims):
        for argument in {one.arguments[0] for one in closed_calls(abstraction, "sin", "cos")}:
            propose(abstraction, "squares of sine and cosine", a=argument)
        if _is_about_one(abstraction):
            return
    _even(abstraction, problem)
    for meaning in closed_calls(abstraction, *_DEFINED):
        propose(abstraction, f"definition of {meaning.function}", a=meaning.arguments[0])


def _is_about_one(abstraction: Abstraction) -> bool:
    """Whether only sines and cosines of one argument occur."""
    found = closed_calls(abstraction, *_DEFINED, "exp")
    arguments = {abstraction.term(one.arguments[0]) for one in found}
    return len(arguments) == 1 and all(one.function in ("sin", "cos") for one in found)


def _even(abstraction: Abstraction, problem: Problem) -> None:
    """Cosines of arguments that differ in sign at some points only, as |x| and x do."""
    for function in ("cos", "cosh"):
        found = closed_calls(abstraction, function)
        named = [
            one
            for one in found
            if any(isinstance(p, Call) and p.function in _SIGNLESS for p in one.walk())
        ]
        for one in named:
            for other in found:
                if one != other and samples_of(problem).allow(Relation("=", one, other)):
                    (b,), (a,) = one.arguments, other.arguments
                    propose(abstraction, f"{function} is even", a=a, b=b)
