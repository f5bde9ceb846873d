"""Definite integrals, by rigorous quadrature and a bound of what lies towards infinity.

At a bound where the integrand is not analytic, x = a + 1/u makes the integral an improper one.

Main results: `integral`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from flint import acb, arb, fmpq

from derive.deciding.claims.expressions import (
    INFINITY,
    MINUS_ONE,
    ZERO,
    Binder,
    Expression,
    Symbol,
    add,
    call,
    multiply,
    negative,
    number,
    power,
    substituted,
    subtract,
)
from derive.deciding.refuting.exact import rational
from derive.deciding.refuting.fractions import normalized
from derive.deciding.refuting.majorants import majorant
from derive.deciding.refuting.points import expression_of
from derive.deciding.refuting.quantities import (
    NotKnown,
    Quantity,
    UndefinedHere,
    inverse,
    of,
    plus,
    times,
    within,
)
from derive.deciding.refuting.reality import analytic_form, is_real_function
from derive.deciding.refuting.tails import error_ball
from derive.prover.budget import SearchExhausted

if TYPE_CHECKING:
    from derive.deciding.refuting.balls import Evaluation

_BELOW = negative(INFINITY)
_NEAR = 8
_STARTS = (_NEAR, 40, 10**4, 10**7, 10**12)
_GOOD = 1e-5
_TOLERANCE = 1e-8
_COARSE = 1e-3
_MOST_EVALUATIONS = 4000

_Quadrature = Callable[["Evaluation", str, Expression, Quantity, Quantity], Quantity]


def integral(evaluation: Evaluation, binder: Binder) -> Quantity:
    """The value of a definite integral."""
    variable, body, (lower, upper) = binder.variable, binder.body, binder.bounds
    if not {lower, upper} & {INFINITY, _BELOW}:
        bounds = evaluation.quantity(lower), evaluation.quantity(upper)
        return _proper(evaluation, variable, body, *bounds)
    if _depends_on_moving(evaluation):
        raise NotKnown
    mirrored = substituted(body, {variable: negative(Symbol(variable))})
    if (lower, upper) == (_BELOW, INFINITY):
        left = _to_infinity(evaluation, variable, mirrored, of(0), _proper)
        right = _to_infinity(evaluation, variable, body, of(0), _proper)
        return within(left.ball + right.ball)
    if upper == INFINITY:
        return _to_infinity(evaluation, variable, body, evaluation.quantity(lower), _proper)
    if lower == _BELOW:
        start = times(of(-1), evaluation.quantity(upper))
        return _to_infinity(evaluation, variable, mirrored, start, _proper)
    raise NotKnown


def _depends_on_moving(evaluation: Evaluation) -> bool:
    return any(value.moving for value in evaluation.values.values())


def _to_infinity(
    evaluation: Evaluation,
    variable: str,
    body: Expression,
    lower: Quantity,
    quadrature: _Quadrature,
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
    if best is None or not lower.real:
        raise NotKnown
    start, rest = best
    error = error_ball(rest, is_real_function(body, variable, evaluation))
    near, far = of(start), of(0)
    if start > _STARTS[1] and lower.ball.real < _NEAR:
        near = of(_NEAR)
        far = _on_logarithmic_scale(evaluation, variable, body, near, of(start))
    value = plus(quadrature(evaluation, variable, body, lower, near), far)
    return within(value.ball + error)


def _on_logarithmic_scale(
    evaluation: Evaluation, variable: str, body: Expression, lower: Quantity, upper: Quantity
) -> Quantity:
    """Between positive bounds far apart, with x = exp(s)."""
    scale = call("exp", Symbol(variable))
    changed = multiply(substituted(body, {variable: scale}), scale)
    logarithms = [within(bound.ball.log()) for bound in (lower, upper)]
    return _between(evaluation, variable, changed, *logarithms)


def _proper(
    evaluation: Evaluation, variable: str, body: Expression, lower: Quantity, upper: Quantity
) -> Quantity:
    """Between finite bounds."""
    try:
        return _between(evaluation, variable, body, lower, upper)
    except NotKnown:
        if lower.moving or upper.moving or _depends_on_moving(evaluation):
            raise
        return _in_halves(evaluation, variable, body, lower, upper)


def _in_halves(
    evaluation: Evaluation, variable: str, body: Expression, lower: Quantity, upper: Quantity
) -> Quantity:
    """Each half towards its end, with x = a + 1/u towards the lower bound and b - 1/u."""
    if lower.exact is None or upper.exact is None:
        raise NotKnown
    width = plus(upper, times(of(-1), lower))
    if width.sign != 1:
        raise NotKnown
    half = times(of(rational(fmpq(1, 2))), width)
    middle = plus(lower, half)
    u = Symbol(variable)
    inverted = power(u, MINUS_ONE)
    low, high = expression_of(lower.exact), expression_of(upper.exact)
    towards_low = inverted if low == ZERO else add(low, inverted)
    halves = (
        (lower, middle, towards_low),
        (middle, upper, subtract(high, inverted)),
    )
    total = of(0)
    for first, last, point in halves:
        try:
            part = _between(evaluation, variable, body, first, last)
        except NotKnown:
            changed = multiply(power(u, number(-2)), substituted(body, {variable: point}))
            part = _to_infinity(evaluation, variable, normalized(changed), inverse(half), _between)
        total = plus(total, part)
    return total


def _between(
    evaluation: Evaluation, variable: str, body: Expression, lower: Quantity, upper: Quantity
) -> Quantity:
    """By quadrature alone."""
    if not (lower.real and upper.real):
        raise NotKnown
    moving = lower.moving or upper.moving or _depends_on_moving(evaluation)
    if moving:
        hull = Quantity(None, lower.ball.union(upper.ball), True)
        if not evaluation.at({variable: hull}).quantity(body).ball.is_finite():
            raise NotKnown
    if lower.exact is not None and lower.exact == upper.exact:
        evaluation.at({variable: lower}).quantity(body)
        return Quantity(rational(0), None, moving)
    form = analytic_form(body, variable, evaluation)
    interrupts: list[SearchExhausted] = []

    def integrand(point: Any, analytic: bool) -> Any:
        try:
            return evaluation.at({variable: Quantity(None, point, analytic)}).quantity(form).ball
        except (NotKnown, UndefinedHere):
            return acb("nan")
        except SearchExhausted as error:  # the quadrature's C code loses exceptions
            interrupts.append(error)
            return acb("nan")

    for by_largest_error in (False, True):
        value = acb.integral(
            integrand,
            lower.ball,
            upper.ball,
            rel_tol=arb(_TOLERANCE),
            abs_tol=arb(_TOLERANCE),
            eval_limit=_MOST_EVALUATIONS,
            use_heap=by_largest_error,
        )
        if interrupts:
            raise interrupts[0]
        if not value.is_finite() or value.rad() < _COARSE:
            break
    if not value.is_finite():
        raise NotKnown
    return Quantity(None, value, moving)
