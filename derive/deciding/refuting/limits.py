"""Limits, where continuity, quotients of derivatives or a bound give them.

A limit at infinity is one at t = 0 of the expression at 1/t.  What is found is the limit from both
sides, so it is the one from each side.

Main results: `limit`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from derive.deciding.claims.expressions import (
    INFINITY,
    MINUS_ONE,
    ONE,
    Binder,
    Call,
    Expression,
    Symbol,
    call,
    divide,
    free_names,
    multiply,
    negative,
    substituted,
)
from derive.deciding.refuting.differentiation import derivative
from derive.deciding.refuting.elementary import FUNCTIONS
from derive.deciding.refuting.fractions import fraction, normalized
from derive.deciding.refuting.majorants import majorant
from derive.deciding.refuting.quantities import (
    NotKnown,
    Quantity,
    UndefinedHere,
    inverse,
    of,
    plus,
    times,
)

if TYPE_CHECKING:
    from derive.deciding.refuting.balls import Evaluation

_MOST_DERIVATIVES = 6
_FAR = 100


def limit(evaluation: Evaluation, binder: Binder) -> Quantity:
    """The value of a limit."""
    variable, body, point = binder.variable, binder.body, binder.bounds[0]
    if point == INFINITY:
        try:
            if majorant(body, variable, _FAR, evaluation).vanishes:
                return of(0)
        except (NotKnown, UndefinedHere):
            pass
        return _at_infinity(evaluation, variable, body, ONE)
    if point in (negative(INFINITY), multiply(MINUS_ONE, INFINITY)):
        return _at_infinity(evaluation, variable, body, MINUS_ONE)
    return _Limit(evaluation, variable, evaluation.quantity(point)).of(body)


def _at_infinity(
    evaluation: Evaluation, variable: str, body: Expression, sign: Expression
) -> Quantity:
    inverted = substituted(body, {variable: divide(sign, Symbol(variable))})
    return _Limit(evaluation, variable, of(0)).of(normalized(inverted))


class _Limit:
    """Limits of expressions at one point."""

    def __init__(self, evaluation: Evaluation, variable: str, point: Quantity) -> None:
        self.variable = variable
        if point.moving or any(value.moving for value in evaluation.values.values()):
            raise NotKnown
        there = Quantity(point.exact, None if point.exact is not None else point.ball, True)
        self.evaluation = evaluation.at({variable: there})

    def of(self, body: Expression) -> Quantity:
        """The limit of an expression."""
        try:
            return self._still(self.evaluation.quantity(body))
        except (NotKnown, UndefinedHere):
            pass
        try:
            return self._of_quotient(body)
        except (NotKnown, UndefinedHere):
            return self._of_shape(body)

    def _of_quotient(self, body: Expression) -> Quantity:
        above, below = fraction(body)
        if below == ONE:
            raise NotKnown
        for _ in range(_MOST_DERIVATIVES):
            numerator, denominator = map(self.evaluation.quantity, (above, below))
            if denominator.zero is False:
                return self._still(times(numerator, inverse(denominator)))
            if not (denominator.zero and numerator.zero):
                raise NotKnown
            above, below = derivative(above, self.variable), derivative(below, self.variable)
        raise NotKnown

    def _of_shape(self, body: Expression) -> Quantity:
        match body:
            case Call("add", (first, *others)):
                result = self.of(first)
                for other in others:
                    result = plus(result, self.of(other))
                return result
            case Call("multiply", (first, *others)):
                result = self.of(first)
                for other in others:
                    result = times(result, self.of(other))
                return result
            case Call("power", (base, exponent)) if self.variable in free_names(exponent):
                return self.of(call("exp", normalized(multiply(exponent, call("log", base)))))
            case Call(function, (argument,)) if function in FUNCTIONS:
                inner = self.of(argument)
                exact = inner.exact
                moving = Quantity(exact, None if exact is not None else inner.ball, True)
                try:
                    return self._still(FUNCTIONS[function](moving))
                except UndefinedHere as error:
                    raise NotKnown from error
        raise NotKnown

    @staticmethod
    def _still(found: Quantity) -> Quantity:
        if found.exact is not None:
            return Quantity(found.exact)
        if not found.ball.is_finite():
            raise NotKnown
        return Quantity(None, found.ball)
