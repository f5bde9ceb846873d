"""Claims with antiderivatives, as claims about the derivatives of their sides.

Main results: `differentiated`.
"""

from __future__ import annotations

from derive.deciding.claims.expressions import (
    ONE,
    ZERO,
    Binder,
    Call,
    Expression,
    Relation,
    Symbol,
    add,
    free_names,
    multiply,
)
from derive.deciding.refuting.quantities import NotKnown


def differentiated(relation: Relation) -> Relation:
    """The same relation without antiderivatives, or the one between the derivatives.

    Raises:
        NotKnown: the relation does not depend linearly on antiderivatives in one variable.
    """
    inside = [part for side in relation.sides for part in side.walk() if _is_antiderivative(part)]
    if not inside:
        return relation
    points = {bound for part in inside if isinstance(part, Binder) for bound in part.bounds}
    if relation.kind != "=" or len(points) != 1:
        raise NotKnown
    (point,) = points
    if not isinstance(point, Symbol):
        raise NotKnown
    left, right = (_derivative(side, point) for side in relation.sides)
    return Relation("=", left, right)


def _derivative(side: Expression, point: Symbol) -> Expression:
    if not any(map(_is_antiderivative, side.walk())):
        return Binder("derivative", point.name, side, (point, ONE))
    match side:
        case Binder("antiderivative", variable, body):
            if any(map(_is_antiderivative, body.walk())):
                raise NotKnown
            return Binder("derivative", variable, body, (point, ZERO))
        case Call("add", terms):
            return add(*[_derivative(term, point) for term in terms])
        case Call("multiply", factors):
            (place, *more) = [
                place
                for place, factor in enumerate(factors)
                if any(map(_is_antiderivative, factor.walk()))
            ]
            others = [*factors[:place], *factors[place + 1 :]]
            if more or any(point.name in free_names(factor) for factor in others):
                raise NotKnown
            return multiply(*others, _derivative(factors[place], point))
    raise NotKnown


def _is_antiderivative(expression: Expression) -> bool:
    return isinstance(expression, Binder) and expression.kind == "antiderivative"
