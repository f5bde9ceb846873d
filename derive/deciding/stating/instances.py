"""Instances of premises: the law for given values, with what it asks of them as its premises.

This module says what a certificate may use: a mistake here is a wrong answer.

Main results: `instance_of`, `requirements`, `required`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING

from derive.deciding.claims.expressions import (
    Application,
    Binder,
    Call,
    Expression,
    Grid,
    Number,
    Relation,
    substituted,
)
from derive.deciding.claims.problem import Declared
from derive.deciding.premises import Premise, premises
from derive.deciding.stating.numerics import computed
from derive.deciding.stating.signs import evidently
from derive.kernel.exponents import is_natural
from derive.kernel.formulas import Equation, Formula, NonNegative, forall
from derive.kernel.terms import Term, exponent_of, identity, zero

if TYPE_CHECKING:
    from derive.deciding.stating.abstraction import Abstraction


def instance_of(
    abstraction: Abstraction, name: str, values: Mapping[str, Expression]
) -> tuple[Formula, ...]:
    """The formulas that an instance of the premise says.

    A variable for a function takes an expression in the symbols `_1`, `_2`, … .

    Raises:
        Unsupported: it divides by what may be zero, or a value is not of the kind that it must be.
        KernelError: a value that must be a natural number or an integer is none.
    """
    premise = premises()[name]
    if premise.formula_at is not None:
        return _of_family(abstraction, premise, values["n"])
    if premise.schema:
        return _of_schema(abstraction, premise, values)
    problem = premise.problem
    if premise.kind == "computed":
        return computed(abstraction, problem.claims[0].kind, values["a"])
    assert values.keys() == problem.names.keys(), f"{name} is about {sorted(problem.names)}"
    asked = requirements(abstraction, premise, values)
    claims = [one for claim in problem.claims for one in abstraction.claim(put(claim, values))]
    if not asked:
        return tuple(claims)
    return tuple(forall((), asked, claim) for claim in claims)


def requirements(
    abstraction: Abstraction, premise: Premise, values: Mapping[str, Expression]
) -> list[Formula]:
    """What a premise asks of the values of its variables, as far as it is not evident."""
    problem = premise.problem
    asked: list[Formula] = []
    for variable, declared in problem.names.items():
        if declared.kind != "function":
            asked += _asked(abstraction, declared, abstraction.term(values[variable]))
    for relation in problem.given:
        asked += required(abstraction, put(relation, values))
    return asked


def _of_schema(
    abstraction: Abstraction, premise: Premise, values: Mapping[str, Expression]
) -> tuple[Formula, ...]:
    """What a law about all functions says of the given ones."""
    module = import_module(f"derive.deciding.stating.handling.{premise.schema}")
    formulas: tuple[Formula, ...] = module.instance(abstraction, values)
    return formulas


def _of_family(
    abstraction: Abstraction, premise: Premise, value: Expression
) -> tuple[Formula, ...]:
    """The law for a whole number, at least 1."""
    if not (isinstance(value, Number) and value.value.denominator == 1 and value.value >= 1):
        raise abstraction.unsupported(f"{premise.name} is about whole numbers")
    law = premise.problem_at(int(value.value))
    return tuple(one for claim in law.claims for one in abstraction.claim(claim))


def put(relation: Relation, values: Mapping[str, Expression]) -> Relation:
    """The relation with the values for its variables, those for functions included."""
    left, right = (_put(side, values) for side in relation.sides)
    return Relation(relation.kind, left, right)


def _put(expression: Expression, values: Mapping[str, Expression]) -> Expression:
    functions = {
        part.name
        for part in expression.walk()
        if isinstance(part, Application) and part.name in values
    }
    bodies = {name: values[name] for name in functions}
    plain = {name: value for name, value in values.items() if name not in functions}
    return _applied(substituted(expression, plain), bodies)


def _applied(expression: Expression, bodies: Mapping[str, Expression]) -> Expression:
    if not bodies:
        return expression
    match expression:
        case Application(name, arguments):
            inner = tuple(_applied(argument, bodies) for argument in arguments)
            if name not in bodies:
                return Application(name, inner)
            places = {f"_{place}": value for place, value in enumerate(inner, 1)}
            return substituted(bodies[name], places)
        case Call(function, arguments):
            return Call(function, tuple(_applied(part, bodies) for part in arguments))
        case Grid(rows):
            return Grid(tuple(tuple(_applied(e, bodies) for e in row) for row in rows))
        case Binder(kind, variable, body, bounds):
            outside = tuple(_applied(part, bodies) for part in bounds)
            return Binder(kind, variable, _applied(body, bodies), outside)
    return expression


def _asked(abstraction: Abstraction, declared: Declared, term: Term) -> Iterator[Formula]:
    """What the declaration of a variable asks of its value, as far as it is not evident."""
    words = declared.words
    if "natural" in words and not is_natural(exponent_of(term)):
        raise abstraction.unsupported(f"{declared.name} must be a natural number")
    if "integer" in words:
        exponent_of(term)
        return
    if words & {"real", "hermitian"} and term.adjoint() != term:
        yield Equation(term, term.adjoint())
    if words & {"positive", "nonnegative"} and not evidently("nonnegative", term):
        yield NonNegative(term)
    if words & {"positive", "nonzero"}:
        yield from _nonzero(abstraction, term)
    if words & {"invertible", "unitary", "antihermitian", "negative", "imaginary"}:
        raise abstraction.unsupported(f"a premise about {', '.join(words)} values")


def required(abstraction: Abstraction, relation: Relation) -> Iterator[Formula]:
    """What must be proved for a relation to hold, as far as it is not evident."""
    left, right = abstraction.sides(relation)
    match relation.kind:
        case "=":
            if left != right:
                yield Equation(left, right)
        case ">=":
            if not evidently("nonnegative", left - right):
                yield NonNegative(left - right)
        case ">":
            if not evidently("nonnegative", left - right):
                yield NonNegative(left - right)
            yield from _nonzero(abstraction, left - right)
        case "!=":
            yield from _nonzero(abstraction, left - right)


def _nonzero(abstraction: Abstraction, term: Term) -> Iterator[Formula]:
    """That the known inverse is one, evident for a product of nonzero symbols; or t = 0 ⇒ 1 = 0."""
    from derive.deciding.stating.grants import Unsupported

    try:
        product = abstraction.inverse(term) * term
    except Unsupported:
        if not (term and term.is_scalar):
            raise
        yield forall((), (Equation(term, zero()),), Equation(identity(), zero()))
        return
    if product != identity():
        yield Equation(product, identity())
