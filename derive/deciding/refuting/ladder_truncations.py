"""Exponentials of lowering operators, exactly, on the lowest states.

What only lowers is nilpotent on each state, so that its exponential maps the span of the states to
itself.  On so many states that nothing is cut off, ladder operators are finite matrices.

Main results: `separated`.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from derive.deciding.claims.expressions import (
    Call,
    Constant,
    Expression,
    Number,
    Relation,
    Symbol,
    add,
    call,
    multiply,
    power,
)
from derive.deciding.refuting.exact_matrices import (
    Model,
    NotExact,
    Undefined,
    compiled,
    integer,
)
from derive.deciding.refuting.gaussian import Matrix, matrix
from derive.deciding.refuting.ladder_values import Evaluation, Map, Unknown, Vector
from derive.deciding.refuting.ladders import Element
from derive.deciding.refuting.typed_terms import SCALAR, Type, Typing, Untypable

_STATES = 3
_HIGHEST = 12
_DAGGER = "†"
_OPERATOR = Type("V", "V")


Separation = tuple[int, Vector, Vector]
"""The number of a state, and two different vectors that it is taken to."""


def separated(claim: Relation, state: Evaluation) -> Separation | None:
    """How two operators differ on one of the lowest states of one mode, if they do."""
    elements, scalars = _sorted(state.values)
    has_vectors = any(isinstance(value, dict) for value in state.values.values())
    if claim.kind != "=" or state.modes != 1 or has_vectors:
        return None
    types = {**dict.fromkeys(elements, _OPERATOR), **dict.fromkeys(scalars, SCALAR)}
    typing = Typing(types)
    try:
        sides = [_without_adjoints(side) for side in claim.sides]
        relation = typing.relation(Relation("=", *sides))
        inner = Evaluation(state.ladder, 1, {**elements, **scalars}, state.numbers)
        size = _STATES + max(_raised(side, inner, typing) for side in sides)
        values = {name: _truncated(element, size) for name, element in elements.items()}
        model = Model({"V": size}, {**values, **state.numbers.values})
        left, right = compiled(relation.left)(model), compiled(relation.right)(model)
    except (Untypable, Unknown, NotExact, Undefined):
        return None
    for n in range(_STATES):
        images = [_column(side, n) for side in (left, right)]
        if images[0] != images[1]:
            return n, images[0], images[1]
    return None


def _column(value: Matrix, n: int) -> Vector:
    """What becomes of a state."""
    found = {(k,): row[n] for k, row in enumerate(value.entries())}
    return {state: entry for state, entry in found.items() if any(entry)}


def _sorted(
    values: Mapping[str, Map],
) -> tuple[dict[str, Element], dict[str, tuple[Fraction, Fraction]]]:
    """The operators, with their adjoints under names of their own, and the numbers."""
    elements: dict[str, Element] = {}
    scalars: dict[str, tuple[Fraction, Fraction]] = {}
    for name, value in values.items():
        if isinstance(value, Element):
            elements |= {name: value, name + _DAGGER: value.adjoint()}
        elif isinstance(value, tuple):
            scalars[name] = value
    return elements, scalars


def _without_adjoints(expression: Expression) -> Expression:
    """The expression with the adjoints of letters as letters."""
    match expression:
        case Call("adjoint", (Symbol(name),)):
            return Symbol(name + _DAGGER)
        case Call("adjoint", (Call("add", terms),)):
            return add(*(_without_adjoints(call("adjoint", term)) for term in terms))
        case Call("adjoint", (Call("multiply", factors),)):
            turned = (call("adjoint", factor) for factor in reversed(factors))
            return multiply(*map(_without_adjoints, turned))
        case Call("adjoint", (Call("power", (base, exponent)),)):
            return power(_without_adjoints(call("adjoint", base)), exponent)
        case Call("adjoint", (Call("adjoint", (body,)),)):
            return _without_adjoints(body)
        case Call("adjoint", (Number(),)):
            return expression
        case Call("add" | "multiply" | "power" | "exp" as function, arguments):
            return call(function, *map(_without_adjoints, arguments))
        case Number() | Symbol() | Constant("i"):
            return expression
    raise Unknown("an adjoint")


def _raised(expression: Expression, state: Evaluation, typing: Typing) -> int:
    """How far states are raised at most on the way; an exponential has to lower them."""
    part = typing.expression(expression)
    if part.type == SCALAR:
        return 0
    match expression:
        case Symbol(name):
            element = state.values[name]
            assert isinstance(element, Element)
            found = max((word[0][0] for word in element.terms), default=0)
        case Call("add", terms):
            found = max(_raised(term, state, typing) for term in terms)
        case Call("multiply", factors):
            found = sum(_raised(factor, state, typing) for factor in factors)
        case Call("power", (base, exponent)):
            times = integer(compiled(typing.expression(exponent))(state.numbers))
            if times < 0:
                raise Unknown("an inverse")
            found = times * _raised(base, state, typing)
        case Call("exp", (body,)):
            element = state.value(typing.expression(body))
            assert isinstance(element, Element)
            if any(i >= j for ((i, j),) in element.terms):
                raise Unknown("the exponential of an operator that does not lower")
            found = max((word[0][0] for word in element.terms), default=0)
        case _:
            raise Unknown("an operator")
    if found > _HIGHEST:
        raise Unknown("high states")
    return found


def _truncated(element: Element, size: int) -> Matrix:
    """The matrix of an operator on the lowest states."""
    columns = [element.on({(n,): (Fraction(1), Fraction(0))}) for n in range(size)]
    nought = (Fraction(0), Fraction(0))
    return matrix([[column.get((n,), nought) for column in columns] for n in range(size)])
