"""The derivatives, integrals and limits that stand in a problem.

Main results: `supply`.
"""

from __future__ import annotations

from derive.deciding.abstraction import Abstraction
from derive.deciding.expressions import Binder
from derive.deciding.handling.differentiation import as_partial
from derive.deciding.problem import Problem
from derive.deciding.supplying import propose


def supply(abstraction: Abstraction, problem: Problem) -> None:
    """Grant what every one of them is."""
    for meaning in list(abstraction.meanings.values()):
        if not isinstance(meaning, Binder):
            continue
        match meaning.kind:
            case "derivative" if as_partial(meaning) is None:
                point, order = meaning.bounds
                name = "derivative of a function"
                propose(abstraction, name, f=meaning.body, a=point, n=order)
