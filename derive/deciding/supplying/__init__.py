"""Suppliers: which instances of premises a proof may need; they guess, and nothing rests on them.

A supplier looks at the atoms of an abstraction and at what is to be proved, and grants instances;
it is called again as long as any of them does.

Main results: `supply`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib import import_module

from derive.deciding.claims.expressions import Call, Expression, free_names
from derive.deciding.claims.problem import Problem
from derive.deciding.stating.abstraction import Abstraction
from derive.deciding.stating.grants import Unsupported

Supplier = Callable[[Abstraction, Problem], None]

_MODULES = (
    "functions",
    "powers",
    "logarithms",
    "inverses",
    "bounds",
    "exponentials",
    "roots",
    "guesses",
    "moduli",
    "constants",
    "comparisons",
    "ranges",
    "integers",
    "calculus",
    "operators",
    "matrices",
)
_ROUNDS = 6
_MOST_GRANTS = 120


def supply(abstraction: Abstraction, problem: Problem) -> None:
    """Grant the instances that all suppliers propose, until none has more."""
    suppliers = [import_module(f"derive.deciding.supplying.{name}").supply for name in _MODULES]
    for _ in range(_ROUNDS):
        before = len(abstraction.grants)
        for supplier in suppliers:
            with suppress(Unsupported), abstraction.without_granting():
                supplier(abstraction, problem)
        if len(abstraction.grants) == before or before > _MOST_GRANTS:
            return


def propose(abstraction: Abstraction, name: str, **values: Expression) -> bool:
    """Grant an instance of a premise if it can be; whether it is new."""
    with suppress(Unsupported):
        return abstraction.instance(name, **values)
    return False


def calls(abstraction: Abstraction, *functions: str) -> Sequence[Expression]:
    """The values of some functions that have atoms, in the order in which they came."""
    return [
        meaning
        for meaning in abstraction.meanings.values()
        if isinstance(meaning, Call) and meaning.function in functions
    ]


def closed_calls(abstraction: Abstraction, *functions: str) -> Sequence[Call]:
    """Those of them in which no variable is bound."""
    return [
        meaning
        for meaning in calls(abstraction, *functions)
        if isinstance(meaning, Call) and free_names(meaning) <= abstraction.names.keys()
    ]
