"""Mutants of claims: one small change that would make most true claims false.

The changes are those of a hurried hand: a sign, a factor 2 or 1/2, an exponent off by one, a term
that is dropped, neighbours that are swapped, a lost dagger or star, one symbol for another.

Main results: `Mutant`, `mutants`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from derive.deciding.claims.expressions import (
    HALF,
    MINUS_ONE,
    TWO,
    Application,
    Binder,
    Call,
    Expression,
    Grid,
    Number,
    Relation,
    Symbol,
    add,
    multiply,
)
from derive.deciding.claims.problem import Problem
from derive.deciding.reading.types import check_relation
from derive.language.errors import LanguageError


@dataclass(frozen=True)
class Mutant:
    """A changed problem.

    Args:
        operator: which kind of change.
        problem: the problem with the changed claim.
    """

    operator: str
    problem: Problem


def mutants(problem: Problem) -> Iterator[Mutant]:
    """All well-formed mutants of the claims, each once, without those that change nothing."""
    seen = {problem.claims}
    for place, claim in enumerate(problem.claims):
        for operator, changed in _relations(claim, problem):
            claims = (*problem.claims[:place], changed, *problem.claims[place + 1 :])
            if claims not in seen and _is_well_formed(changed, problem):
                seen.add(claims)
                yield Mutant(operator, replace(problem, claims=claims))


def _is_well_formed(relation: Relation, problem: Problem) -> bool:
    try:
        check_relation(relation, problem.names)
    except LanguageError:
        return False
    return True


def _relations(relation: Relation, problem: Problem) -> Iterator[tuple[str, Relation]]:
    for operator, side in _changed(relation.left, problem):
        yield operator, replace(relation, left=side)
    for operator, side in _changed(relation.right, problem):
        yield operator, replace(relation, right=side)
    for operator, factor in (("sign", MINUS_ONE), ("factor", TWO), ("factor", HALF)):
        yield operator, replace(relation, right=multiply(factor, relation.right))


def _changed(expression: Expression, problem: Problem) -> Iterator[tuple[str, Expression]]:
    """The expression with one change in it or in one of its parts."""
    yield from _here(expression, problem)
    match expression:
        case Call(function, arguments):
            for place, part in enumerate(arguments):
                if function == "power" and place == 1 and isinstance(part, Number):
                    continue
                for operator, other in _changed(part, problem):
                    changed = (*arguments[:place], other, *arguments[place + 1 :])
                    yield operator, Call(function, changed)
        case Application(name, arguments):
            for place, part in enumerate(arguments):
                for operator, other in _changed(part, problem):
                    changed = (*arguments[:place], other, *arguments[place + 1 :])
                    yield operator, Application(name, changed)
        case Binder():
            for operator, other in _changed(expression.body, problem):
                yield operator, replace(expression, body=other)
        case Grid(rows):
            for i, row in enumerate(rows):
                for j, entry in enumerate(row):
                    for operator, other in _changed(entry, problem):
                        line = (*row[:j], other, *row[j + 1 :])
                        yield operator, Grid((*rows[:i], line, *rows[i + 1 :]))


def _here(expression: Expression, problem: Problem) -> Iterator[tuple[str, Expression]]:
    match expression:
        case Call("add", terms):
            for place, term in enumerate(terms):
                rest = (*terms[:place], *terms[place + 1 :])
                yield "dropped term", add(*rest)
                for operator, factor in (("sign", MINUS_ONE), ("factor", TWO)):
                    put = multiply(factor, term)
                    yield operator, add(*terms[:place], put, *terms[place + 1 :])
        case Call("multiply", factors):
            for place in range(len(factors) - 1):
                left, right = factors[place : place + 2]
                if left != right:
                    swapped = (*factors[:place], right, left, *factors[place + 2 :])
                    yield "swapped neighbours", Call("multiply", swapped)
        case Call("power", (base, exponent)):
            for step in (1, -1):
                if isinstance(exponent, Number):
                    yield "exponent", Call("power", (base, Number(exponent.value + step)))
                else:
                    yield "exponent", Call("power", (base, add(exponent, Number(Fraction(step)))))
        case Call("adjoint" | "conjugate", (body,)):
            yield "dropped dagger", body
        case Symbol(name) if name in problem.names:
            mine = problem.names[name]
            for other in problem.names.values():
                if other.name != name and replace(other, name=name, words=mine.words) == mine:
                    yield "symbol", Symbol(other.name)
        case Number(value) if value.denominator == 1 and abs(value) > 1:
            yield "number", Number(value + 1)
