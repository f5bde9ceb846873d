"""Cases: a problem about integers and negative numbers as problems about naturals and positives.

The kernel knows natural, positive, real and nonzero numbers.  An integer n that stands in an
exponent or at a function is either k or -k - 1 with a natural k; an odd one 2k + 1 or -2k - 1; a
negative x is -p.  The cases of a problem are exhaustive: it holds if all of them do.

This module says what is proved: a mistake here is a wrong answer.

Main results: `Case`, `cases`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import product

from derive.deciding.claims.expressions import (
    IMAGINARY,
    MINUS_ONE,
    ONE,
    TWO,
    ZERO,
    Binder,
    Call,
    Expression,
    Number,
    Relation,
    Symbol,
    add,
    free_names,
    multiply,
    substituted,
)
from derive.deciding.claims.problem import Declared, Problem
from derive.deciding.stating.bounding import bounded

_MOST_CASES = 16
_NATURAL = frozenset({"natural", "integer", "real", "nonnegative"})
_POSITIVE = frozenset({"positive", "nonzero", "nonnegative", "real"})


@dataclass(frozen=True)
class Case:
    """One case.

    Args:
        problem: what is to be proved in this case.
        values: what the names of the whole problem are in it.
    """

    problem: Problem
    values: Mapping[str, Expression]


def cases(problem: Problem) -> tuple[Case, ...]:
    """The cases of a problem; one with the problem itself where there is nothing to split.

    Raises:
        ValueError: there are too many.
    """
    sensitive = _sensitive(problem)
    problem, bounds = bounded(problem, sensitive)
    sensitive = _sensitive(problem) if bounds else sensitive
    splits = {
        name: list(_split(declared, name in sensitive))
        for name, declared in problem.names.items()
        if declared.kind == "scalar"
    }
    splits = {name: split for name, split in splits.items() if split}
    count = 1
    for split in splits.values():
        count *= len(split)
    if count > _MOST_CASES:
        raise ValueError(f"{count} cases")
    return tuple(
        _case(problem, dict(zip(splits, choice, strict=True)), bounds)
        for choice in product(*splits.values())
    )


Choice = tuple[Expression, Declared, tuple[Relation, ...]]


def _case(
    problem: Problem, choices: Mapping[str, Choice], bounds: Mapping[str, Expression]
) -> Case:
    values = {name: value for name, (value, _, _) in choices.items() if value != Symbol(name)}
    names = {**problem.names, **{name: declared for name, (_, declared, _) in choices.items()}}
    more = tuple(relation for _, _, relations in choices.values() for relation in relations)

    def image(relation: Relation) -> Relation:
        left, right = (substituted(side, values) for side in relation.sides)
        return Relation(relation.kind, left, right)

    claims, given = tuple(map(image, problem.claims)), tuple(map(image, problem.given))
    earlier = {name: substituted(value, values) for name, value in bounds.items()}
    return Case(Problem(claims, (*given, *more), names), {**values, **earlier})


def _split(declared: Declared, sensitive: bool) -> Iterator[Choice]:
    """What a scalar can be, in words that the kernel knows."""
    name, words = declared.name, declared.words
    itself = Symbol(name)
    if "integer" in words:
        if sensitive or words & {"odd", "even"}:
            yield from _integers(declared)
        else:
            yield from _split(replace(declared, words=_without_integer(words)), False)
        return
    if "imaginary" in words:
        left = (words - {"imaginary"}) | {"real"}
        yield multiply(IMAGINARY, itself), replace(declared, words=left), ()
    elif "negative" in words:
        yield multiply(MINUS_ONE, itself), replace(declared, words=_POSITIVE), ()
    elif "nonpositive" in words and "positive" not in words:
        nonnegative = replace(declared, words=frozenset({"real", "nonnegative"}))
        value = multiply(MINUS_ONE, itself)
        yield value, nonnegative, (Relation(">=", itself, ZERO),)
    elif "nonnegative" in words and "positive" not in words:
        yield itself, declared, (Relation(">=", itself, ZERO),)


def _without_integer(words: frozenset[str]) -> frozenset[str]:
    return words - {"integer", "natural", "odd", "even"}


def _integers(declared: Declared) -> Iterator[Choice]:
    words = declared.words
    natural = replace(declared, words=_NATURAL)
    symbol = Symbol(declared.name)
    upward = bool(words & {"natural", "nonnegative", "positive"})
    downward = bool(words & {"negative", "nonpositive"})
    if "odd" in words:
        above: Expression = add(multiply(TWO, symbol), ONE)
        below: Expression = add(multiply(Number(-TWO.value), symbol), MINUS_ONE)
    elif "even" in words:
        start = TWO if "nonzero" in words else ZERO
        above = add(multiply(TWO, symbol), start)
        below = add(multiply(Number(-TWO.value), symbol), Number(-TWO.value))
    else:
        strictly = "nonzero" in words
        above = add(symbol, ONE) if strictly else symbol
        below = add(multiply(MINUS_ONE, symbol), MINUS_ONE)
    if not downward:
        yield above, natural, ()
    if not upward:
        yield below, natural, ()
    if downward and "nonzero" not in words:
        yield ZERO, natural, ()


def _sensitive(problem: Problem) -> frozenset[str]:
    """The names on which more depends than a polynomial: in exponents, at functions, in bounds."""
    found: frozenset[str] = frozenset()
    if any(relation.kind != "=" for relation in problem.claims):
        found = frozenset(problem.names)
    for relation in (*problem.claims, *problem.given):
        for side in relation.sides:
            for part in side.walk():
                if isinstance(part, Call) and part.function not in ("add", "multiply"):
                    plain = part.function == "power" and isinstance(part.arguments[1], Number)
                    inside = () if plain else part.arguments
                    found = found.union(*map(free_names, inside))
                elif isinstance(part, Binder):
                    found |= free_names(part)
    return found
