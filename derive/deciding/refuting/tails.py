"""What is left out of an infinite sum: a ball that contains the sum of all terms from k = N on.

A rational term is expanded in powers of 1/k, whose sums are values of the zeta function.

Main results: `tail`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from flint import acb, arb, fmpq

from derive.deciding.claims.expressions import Expression
from derive.deciding.refuting.fractions import fraction, normalized
from derive.deciding.refuting.majorants import Majorant, coefficients, majorant, size_between
from derive.deciding.refuting.quantities import (
    NotKnown,
    Quantity,
    inverse,
    of,
    plus,
    times,
)
from derive.deciding.refuting.reality import is_real_function

if TYPE_CHECKING:
    from derive.deciding.refuting.balls import Evaluation

_ORDERS = 12


def tail(body: Expression, variable: str, start: int, evaluation: Evaluation) -> Any:
    """The sum of the body over all integers from start on.

    Raises:
        NotKnown: it need not converge, or nothing bounds it.
    """
    above, below = (coefficients(p, variable, evaluation) for p in fraction(normalized(body)))
    if above is not None and below is not None:
        return _of_rational(above, below, start)
    bound = majorant(body, variable, start, evaluation).tail
    return error_ball(bound, is_real_function(body, variable, evaluation))


def error_ball(bound: Any, real: bool) -> Any:
    """All numbers of at most this size; only the real ones, if the number is real."""
    if not bound.is_finite():
        raise NotKnown
    error = arb(0, bound.upper())
    return acb(error, 0) if real else acb(error, error)


def _of_rational(above: list[Quantity], below: list[Quantity], start: int) -> Any:
    """Σ n(k)/d(k), from n/d = Σ c_j·k^(−m−j) and what remains after the last j."""
    fall = len(below) - len(above)
    if fall < 2:
        raise NotKnown
    expansion, remainder = _divided(above[::-1], below[::-1])
    total = acb(0)
    for place, coefficient in enumerate(expansion):
        if not coefficient.zero:
            total += coefficient.ball * acb(fall + place).zeta(acb(start))
    size = arb(0)
    for place, coefficient in enumerate(remainder):
        size += arb(abs(coefficient.ball)) * arb(start) ** -place
    lower, _, _ = size_between(below, start)
    rest = Majorant(size / lower, fmpq(-fall - _ORDERS), arb(0), start)
    real = all(part.real for part in (*above, *below))
    return total + error_ball(rest.tail, real)


def _divided(
    above: Sequence[Quantity], below: Sequence[Quantity]
) -> tuple[list[Quantity], list[Quantity]]:
    """The first terms of a quotient of power series, and the rest of the dividend after them."""
    remainder = [*above, *[of(0)] * (len(below) + _ORDERS)]
    leading = inverse(below[0])
    quotient = []
    for place in range(_ORDERS):
        factor = times(remainder[place], leading)
        quotient.append(factor)
        for offset, part in enumerate(below):
            change = times(of(-1), times(factor, part))
            remainder[place + offset] = plus(remainder[place + offset], change)
    return quotient, remainder[_ORDERS:]
