"""Definite integrals, by rigorous quadrature and a bound of what lies towards infinity.

Main results: `integral`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flint import acb, arb

from derive.deciding.expressions import INFINITY, Binder, Expression, Symbol, negative, substituted
from derive.deciding.refuting.majorants import majorant
from derive.deciding.refuting.quantities import (
    NotKnown,
    Quantity,
    UndefinedHere,
    of,
    times,
    within,
)

if TYPE_CHECKING:
    from derive.deciding.refuting.balls import Evaluation

_BELOW = negative(INFINITY)
_STARTS = (8, 40, 200, 1000)
_GOOD = 1e-6
_MOST_EVALUATIONS = 1500


def integral(evaluation: Evaluation, binder: Binder) -> Quantity:
    """The value of a definite integral."""
    lower, upper = binder.bounds
    if {lower, upper} & {INFINITY, _BELOW}:
        return _improper(evaluation, binder)
    return _proper(
        evaluation, binder.variable, binder.body, *map(evaluation.quantity, (lower, upper))
    )


def _proper(
    evaluation: Evaluation, variable: str, body: Expression, lower: Quantity, upper: Quantity
) -> Quantity:
    if not (lower.real and upper.real):
        raise NotKnown
    moving = lower.moving or upper.moving
    hull = Quantity(None, lower.ball.union(upper.ball), True)
    if moving or any(value.moving for value in evaluation.values.values()):
        moving = moving or evaluation.at({variable: hull}).quantity(body).moving
        if moving and not evaluation.at({variable: hull}).quantity(body).ball.is_finite():
            raise NotKnown
    if lower.exact is not None and lower.exact == upper.exact:
        evaluation.at({variable: lower}).quantity(body)
        return Quantity(of(0).exact, None, moving)

    def integrand(point: Any, analytic: bool) -> Any:
        there = Quantity(None, point, analytic)
        try:
            return evaluation.at({variable: there}).quantity(body).ball
        except (NotKnown, UndefinedHere):
            return acb("nan")

    value = acb.integral(
        integrand,
        lower.ball,
        upper.ball,
        rel_tol=arb(_GOOD) ** 2,
        abs_tol=arb(_GOOD) ** 2,
        eval_limit=_MOST_EVALUATIONS,
    )
    if not value.is_finite():
        raise NotKnown
    return Quantity(None, value, moving)


def _improper(evaluation: Evaluation, binder: Binder) -> Quantity:
    """From a finite bound to infinity; other cases are turned into this one."""
    variable, body, (lower, upper) = binder.variable, binder.body, binder.bounds
    if any(value.moving for value in evaluation.values.values()):
        raise NotKnown
    mirrored = substituted(body, {variable: negative(Symbol(variable))})
    if (lower, upper) == (_BELOW, INFINITY):
        left = _to_infinity(evaluation, variable, mirrored, of(0))
        right = _to_infinity(evaluation, variable, body, of(0))
        return within(left.ball + right.ball)
    if upper == INFINITY:
        return _to_infinity(evaluation, variable, body, evaluation.quantity(lower))
    if lower == _BELOW:
        start = times(of(-1), evaluation.quantity(upper))
        return _to_infinity(evaluation, variable, mirrored, start)
    raise NotKnown


def _to_infinity(
    evaluation: Evaluation, variable: str, body: Expression, lower: Quantity
) -> Quantity:
    best: tuple[int, Any] | None = None
    for start in _STARTS:
        try:
            rest = majorant(body, variable, start, evaluation).beyond
        except NotKnown:
            continue
        if rest.is_finite() and lower.ball.real < start:
            best = start, rest
            if rest < _GOOD:
                break
    if best is None:
        raise NotKnown
    start, rest = best
    near = _proper(evaluation, variable, body, lower, of(start))
    error = arb(0, rest.upper())
    return within(near.ball + acb(error, error))
