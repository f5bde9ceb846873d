"""What holds at all points between two numbers, by ball arithmetic on small pieces.

This module says what a certificate may use: a mistake here is a wrong answer.

Main results: `holds_between`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from derive.deciding.claims.expressions import Expression, RelationKind, free_names, subtract

if TYPE_CHECKING:
    from derive.deciding.refuting.balls import Evaluation

_MOST_PIECES = 200
_PRECISION = 64


def holds_between(
    kind: RelationKind,
    sides: tuple[Expression, Expression],
    variable: str,
    bounds: tuple[Expression, Expression],
) -> bool:
    """Whether `left != right` or `left > right` is certain at every point of a closed interval.

    Nothing is certain where a side or a bound depends on another name.
    """
    from flint import ctx

    from derive.deciding.refuting.balls import Evaluation
    from derive.deciding.refuting.quantities import NotKnown, UndefinedHere

    difference = subtract(*sides)
    if free_names(difference) - {variable} or any(map(free_names, bounds)):
        return False
    try:
        with ctx.workprec(_PRECISION):
            evaluation = Evaluation()
            ends = [evaluation.quantity(bound).ball.real for bound in bounds]
            return _holds(evaluation, kind, difference, variable, ends)
    except (NotKnown, UndefinedHere, ArithmeticError, RecursionError):
        return False


def _holds(
    evaluation: Evaluation, kind: str, difference: Expression, variable: str, ends: list[Any]
) -> bool:
    """Bisection, until every piece is certain."""
    from flint import acb

    from derive.deciding.refuting.quantities import Quantity

    if not all(end.is_finite() for end in ends):
        return False
    waiting = [(ends[0], ends[1])]
    for _ in range(_MOST_PIECES):
        if not waiting:
            return True
        low, high = waiting.pop()
        piece = Quantity(None, acb(low.union(high)), True)
        ball = evaluation.at({variable: piece}).quantity(difference).ball
        if not _is_certain(kind, ball):
            middle = (low + high) / 2
            waiting += [(low, middle), (middle, high)]
    return False


def _is_certain(kind: str, ball: Any) -> bool:
    if not ball.is_finite():
        return False
    if kind == "!=":
        return not ball.contains(0)
    return kind == ">" and bool(ball.imag == 0) and bool(ball.real > 0)
