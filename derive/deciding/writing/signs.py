"""What both writers ask of an expression: whether it takes a minus sign, and what it is made of.

Main results: `without_sign`, `is_operator`.
"""

from __future__ import annotations

from collections.abc import Mapping

from derive.deciding.claims.expressions import Call, Expression, Grid, Number, Symbol
from derive.deciding.claims.problem import Declared


def without_sign(term: Expression) -> tuple[Expression, ...] | None:
    """The factors after a minus sign, if the term is written with one."""
    match term:
        case Number(value) if value < 0:
            return (Number(-value),)
        case Call("multiply", (Number(value), first, *others)) if value < 0:
            if value != -1:
                return (Number(-value), first, *others)
            if isinstance(first, Call) and first.function == "multiply" and not others:
                return first.arguments if without_sign(first) is None else (first,)
            if not isinstance(first, Number) and not _is_product(first):
                return (first, *others)
    return None


def _is_product(expression: Expression) -> bool:
    return isinstance(expression, Call) and expression.function == "multiply"


def is_operator(expression: Expression, names: Mapping[str, Declared]) -> bool:
    """Whether an expression mentions something other than numbers and functions of them."""
    return any(
        isinstance(part, Grid)
        or (
            isinstance(part, Symbol)
            and part.name in names
            and names[part.name].kind not in ("scalar", "function")
        )
        for part in expression.walk()
    )
