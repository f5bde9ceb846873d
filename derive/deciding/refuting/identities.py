"""Whether a relation holds for all values of its names, seen by multiplying out.

Main results: `is_identity`.
"""

from __future__ import annotations

from derive.deciding.claims.expressions import (
    Binder,
    Call,
    Expression,
    Number,
    Relation,
    free_names,
    substituted,
    subtract,
)
from derive.deciding.refuting.balls import Evaluation
from derive.deciding.refuting.differentiation import derivative
from derive.deciding.refuting.fractions import coefficients_in, fraction
from derive.deciding.refuting.quantities import NotKnown, UndefinedHere

_MOST_ORDERS = 4


def is_identity(relation: Relation) -> bool:
    """Whether both sides are certainly equal wherever they are defined."""
    if relation.kind != "=":
        return False
    try:
        sides = [_without_derivatives(side) for side in relation.sides]
    except NotKnown:
        return False
    above, _ = fraction(subtract(*sides))
    return _vanishes(above)


def _vanishes(expression: Expression) -> bool:
    names = free_names(expression)
    if not names:
        try:
            return Evaluation().quantity(expression).zero is True
        except (NotKnown, UndefinedHere):
            return False
    coefficients = coefficients_in(expression, min(names))
    return coefficients is not None and all(map(_vanishes, coefficients))


def _without_derivatives(expression: Expression) -> Expression:
    match expression:
        case Call(function, arguments):
            return Call(function, tuple(map(_without_derivatives, arguments)))
        case Binder("derivative", variable, body, (point, Number(order))) if (
            order.denominator == 1 and 0 <= order <= _MOST_ORDERS
        ):
            body = _without_derivatives(body)
            for _ in range(int(order)):
                body = derivative(body, variable)
            return substituted(body, {variable: point})
    return expression
