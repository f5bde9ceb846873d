"""Integers with a lower bound among the hypotheses, as the bound plus a natural number.

`n >= 2` makes n the number n + 2, and `n >= j` makes it n + j, with a natural n of the same name.

This module says what is proved: a mistake here is a wrong answer.

Main results: `bounded`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from fractions import Fraction
from math import ceil, floor

from derive.deciding.claims.expressions import (
    ONE,
    ZERO,
    Call,
    Expression,
    Number,
    Relation,
    Symbol,
    add,
    number,
    substituted,
    subtract,
)
from derive.deciding.claims.problem import Declared, Problem

_NATURAL = frozenset({"natural", "integer", "real", "nonnegative"})
_OTHER = frozenset({"odd", "even", "negative", "nonpositive"})

Linear = Mapping[str, Fraction]
"""Coefficients of names; that of "" is the constant."""


def bounded(
    problem: Problem, sensitive: Collection[str]
) -> tuple[Problem, Mapping[str, Expression]]:
    """The problem with the sensitive integers that have bounds written so, and what they are."""
    values: dict[str, Expression] = {}
    for relation in problem.given:
        found = _bound(problem, relation, sensitive, values)
        if found is not None:
            name, least = found
            value = add(least, Symbol(name))
            values = {n: substituted(v, {name: value}) for n, v in values.items()} | {name: value}
            problem = _put(problem, name, value, relation)
    return problem, values


def _put(problem: Problem, name: str, value: Expression, used: Relation) -> Problem:
    def image(relation: Relation) -> Relation:
        left, right = (substituted(side, {name: value}) for side in relation.sides)
        return Relation(relation.kind, left, right)

    declared = problem.names[name]
    given = [image(relation) for relation in problem.given if relation is not used]
    if "nonnegative" in declared.words:
        given.append(Relation(">=", value, ONE if "positive" in declared.words else ZERO))
    if "nonzero" in declared.words:
        given.append(Relation("!=", value, ZERO))
    names = {**problem.names, name: replace(declared, words=_NATURAL)}
    return Problem(tuple(map(image, problem.claims)), tuple(given), names)


def _bound(
    problem: Problem,
    relation: Relation,
    sensitive: Collection[str],
    values: Mapping[str, Expression],
) -> tuple[str, Expression] | None:
    """The integer that the relation bounds, and the bound: a number, or a symbol plus one."""
    if relation.kind not in (">=", ">"):
        return None
    linear = _linear(subtract(*relation.sides))
    if linear is None:
        return None
    coefficients = {name: c for name, c in linear.items() if name and c}
    if not all(_is_integer(problem.names.get(name)) for name in coefficients):
        return None
    rising = [name for name, c in coefficients.items() if c == 1]
    falling = [name for name, c in coefficients.items() if c == -1]
    if len(rising) != 1 or len(rising) + len(falling) != len(coefficients) or len(falling) > 1:
        return None
    (name,) = rising
    if name in values or name not in sensitive:
        return None
    least = _least(-linear.get("", Fraction(0)), strictly=relation.kind == ">")
    declared = problem.names[name]
    if declared.words & _OTHER:
        return None
    if falling:
        return name, add(Symbol(falling[0]), number(least))
    own = 1 if "positive" in declared.words else 0
    if "nonnegative" in declared.words and least <= own:
        return None
    return name, number(least)


def _least(value: Fraction, *, strictly: bool) -> int:
    """The least integer that is at least the value, or larger."""
    return floor(value) + 1 if strictly else ceil(value)


def _is_integer(declared: Declared | None) -> bool:
    return declared is not None and declared.kind == "scalar" and "integer" in declared.words


def _linear(expression: Expression) -> Linear | None:
    """The coefficients of a sum of multiples of symbols, or None."""
    match expression:
        case Number(value):
            return {"": value}
        case Symbol(name):
            return {name: Fraction(1)}
        case Call("add", arguments):
            total: dict[str, Fraction] = {}
            for part in map(_linear, arguments):
                if part is None:
                    return None
                for name, c in part.items():
                    total[name] = total.get(name, Fraction(0)) + c
            return total
        case Call("multiply", (Number(factor), other)):
            inner = _linear(other)
            return None if inner is None else {name: factor * c for name, c in inner.items()}
    return None
