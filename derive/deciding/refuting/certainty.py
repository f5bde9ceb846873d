"""Whether a relation certainly holds, or certainly fails, at a point.

An order relation fails where the difference of its sides is certainly no real number.

Main results: `Standing`, `standing`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import inf

from flint import ctx

from derive.deciding.claims.expressions import Expression, Relation
from derive.deciding.refuting.balls import Evaluation, Steps
from derive.deciding.refuting.quantities import (
    NotKnown,
    Quantity,
    UndefinedHere,
    of,
    plus,
    times,
)


@dataclass(frozen=True)
class Standing:
    """How a relation stands at a point.

    Args:
        holds: whether it does; None if that is not certain.
        left, right: what the sides are; None where one has no value or none that is known.
        undefined: whether a side certainly has no value.
    """

    holds: bool | None
    left: Quantity | None = None
    right: Quantity | None = None
    undefined: bool = False


def standing(
    relation: Relation,
    values: Mapping[str, Expression],
    precision: int,
    deadline: float = inf,
    real: frozenset[str] = frozenset(),
) -> Standing:
    """How a relation stands at a point, seen with this precision; `real` as in `Evaluation`."""
    try:
        with ctx.workprec(precision):
            evaluation = Evaluation(steps=Steps(deadline=deadline), real=real)
            evaluation = evaluation.at(
                {name: evaluation.quantity(value) for name, value in values.items()}
            )
            left, right = (evaluation.quantity(side) for side in relation.sides)
            for side in (left, right):
                if side.exact is None and not side.ball.is_finite():
                    return Standing(None)
            return Standing(_holds(relation, left, right), left, right)
    except UndefinedHere:
        return Standing(None, undefined=True)
    except (NotKnown, RecursionError, ArithmeticError, MemoryError):
        return Standing(None)


def _holds(relation: Relation, left: Quantity, right: Quantity) -> bool | None:
    if relation.left == relation.right and relation.kind in ("=", "!="):
        return relation.kind == "="
    difference = plus(left, times(of(-1), right))
    zero = difference.zero
    if relation.kind in ("=", "!="):
        return zero if relation.kind == "=" or zero is None else not zero
    if difference.real is False:
        return False
    sign = difference.sign
    if sign is None:
        return None
    return sign > 0 or (sign == 0 and relation.kind == ">=")
