"""Rows times columns where a number is wanted, as in `Abs(adjoint(v)*w)`.

Such a product is a 1x1 matrix, which is no number; its trace is, and is written for it.  That
happens only in a relation that would be ill-formed otherwise.

Main results: `well_formed`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from derive.deciding.claims.expressions import (
    Application,
    Binder,
    Call,
    Expression,
    Grid,
    Relation,
    Symbol,
    call,
    multiply,
)
from derive.deciding.claims.problem import Declared
from derive.deciding.reading.type_rules import FUNCTIONS_OF_MAPS, SCALAR, composed
from derive.deciding.reading.types import (
    IllFormed,
    MatrixType,
    Type,
    check_relation,
    typed,
)

_ONE_BY_ONE = MatrixType(1, 1)


def well_formed(relation: Relation, names: Mapping[str, Declared]) -> Relation:
    """The relation, with the traces of 1x1 products where numbers are wanted.

    Raises:
        IllFormed: the types do not fit even so.
    """
    try:
        check_relation(relation, names)
        return relation
    except IllFormed as error:
        try:
            read = _with_traces(relation, names)
            check_relation(read, names)
            return read
        except IllFormed:
            raise error from None


def _with_traces(relation: Relation, names: Mapping[str, Declared]) -> Relation:
    left, right = (_converted(side, names) for side in relation.sides)
    if relation.kind in (">=", ">"):
        left, right = _number(left, names), _number(right, names)
    return Relation(relation.kind, left, right)


def _number(expression: Expression, names: Mapping[str, Declared]) -> Expression:
    """The trace of a 1x1 product; anything else as it is."""
    if isinstance(expression, Symbol | Grid) or typed(expression, names) != _ONE_BY_ONE:
        return expression
    return call("trace", expression)


def _converted(expression: Expression, names: Mapping[str, Declared]) -> Expression:
    match expression:
        case Call("multiply", factors):
            return _product([_converted(factor, names) for factor in factors], names)
        case Call(function, arguments):
            parts = tuple(_converted(part, names) for part in arguments)
            if function == "add" or function in FUNCTIONS_OF_MAPS:
                return Call(function, parts)
            return Call(function, tuple(_number(part, names) for part in parts))
        case Application(name, arguments):
            parts = tuple(_number(_converted(part, names), names) for part in arguments)
            return Application(name, parts)
        case Grid(rows):
            entries = [[_converted(entry, names) for entry in row] for row in rows]
            if any(typed(entry, names) == SCALAR for row in entries for entry in row):
                entries = [[_number(entry, names) for entry in row] for row in entries]
            return Grid(tuple(map(tuple, entries)))
        case Binder():
            inside = {**names, expression.variable: Declared(expression.variable, "scalar")}
            return replace(expression, body=_converted(expression.body, inside))
    return expression


def _product(factors: Sequence[Expression], names: Mapping[str, Declared]) -> Expression:
    """The product, where a 1x1 part that does not fit to what follows becomes a number."""
    done: list[Expression] = []
    current: list[Expression] = []
    kind: Type = SCALAR
    for factor in factors:
        following = typed(factor, names)
        together = composed(kind, following)
        if together is None and kind == _ONE_BY_ONE:
            done.append(_number(multiply(*current), names))
            current, together = [], following
        elif together is None and following == _ONE_BY_ONE:
            factor, together = _number(factor, names), kind
        current.append(factor)
        kind = together or kind
    return multiply(*done, *current)
