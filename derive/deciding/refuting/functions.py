"""Concrete functions for declared ones, the simplest first.

All are entire, and map real numbers to real ones if they must.

Main results: `Choice`, `choices`, `applied`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from derive.deciding.claims.expressions import (
    IMAGINARY,
    ONE,
    TWO,
    ZERO,
    Application,
    Binder,
    Call,
    Expression,
    Relation,
    Symbol,
    add,
    call,
    multiply,
    negative,
    number,
    power,
    substituted,
    subtract,
)
from derive.deciding.claims.problem import Declared

_VARIABLES = ("x", "y", "z", "u", "v", "w")
_MOST_CHOICES = 120
_MOST_COMBINATIONS = 4000
KNOWN_WORDS = frozenset({"real", "complex"})


@dataclass(frozen=True)
class Choice:
    """A function: an expression in the variables."""

    variables: tuple[str, ...]
    body: Expression


def _bodies(variables: Sequence[Symbol], real: bool) -> list[Expression]:
    x = variables[0]
    if len(variables) == 1:
        found = [x, ONE, power(x, TWO), ZERO, call("exp", x), negative(x), add(x, ONE)]
        found += [multiply(TWO, x), power(x, number(3)), number(2), number(-1), call("sin", x)]
        found += [add(power(x, TWO), ONE), subtract(ONE, x), call("cos", x)]
    else:
        y = variables[1]
        found = [x, y, multiply(x, y), ONE, add(x, y), subtract(x, y), power(x, TWO), ZERO]
        found += [add(power(x, TWO), y), power(y, TWO), multiply(x, power(y, TWO)), negative(x)]
        found += list(variables[2:])
    if not real:
        found += [multiply(IMAGINARY, x), IMAGINARY, call("exp", multiply(IMAGINARY, x))]
    return found


def choices(
    functions: Sequence[Declared], arities: Mapping[str, int]
) -> Iterator[dict[str, Choice]]:
    """A choice for every function, the simplest first."""
    pools = []
    most = max(2, int(_MOST_COMBINATIONS ** (1 / max(1, len(functions)))))
    for declared in functions:
        variables = _VARIABLES[: arities[declared.name]]
        symbols = [Symbol(name) for name in variables]
        pools.append(
            [Choice(variables, body) for body in _bodies(symbols, "real" in declared.words)[:most]]
        )
    ranked = product(*(list(enumerate(pool)) for pool in pools))
    best = sorted(ranked, key=lambda ranks: sum(rank for rank, _ in ranks))[:_MOST_CHOICES]
    for combination in best:
        yield {
            declared.name: choice
            for declared, (_, choice) in zip(functions, combination, strict=True)
        }


def applied(expression: Expression, chosen: Mapping[str, Choice]) -> Expression:
    """The expression with the chosen functions in place of their names."""
    match expression:
        case Application(name, arguments) if name in chosen:
            choice = chosen[name]
            values = [applied(argument, chosen) for argument in arguments]
            return substituted(choice.body, dict(zip(choice.variables, values, strict=True)))
        case Call(function, arguments):
            return Call(function, tuple(applied(argument, chosen) for argument in arguments))
        case Binder(kind, variable, body, bounds):
            outside = tuple(applied(bound, chosen) for bound in bounds)
            return Binder(kind, variable, applied(body, chosen), outside)
    return expression


def applied_to(relation: Relation, chosen: Mapping[str, Choice]) -> Relation:
    """The relation with the chosen functions in place of their names."""
    left, right = (applied(side, chosen) for side in relation.sides)
    return Relation(relation.kind, left, right)
