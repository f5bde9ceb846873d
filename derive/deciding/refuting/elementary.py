"""The built-in functions at exact numbers and balls, on the branches that SymPy uses.

On a cut that is met exactly (imaginary or real part exactly 0) the value is that of SymPy; a ball
that reaches over a cut gets a ball with the values of both sides.

Main results: `FUNCTIONS`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from math import comb
from math import factorial as factorial_of
from typing import Any

from flint import acb, arb, fmpq

from derive.deciding.refuting.exact import Exact, angle_of, pi_times, rational, root, turn
from derive.deciding.refuting.quantities import (
    NotKnown,
    Quantity,
    UndefinedHere,
    exactly,
    inverse,
    of,
    off_axis,
    plus,
    times,
    to_power,
    within,
)

_MOST_EXACT_FACTORIAL = 1000
_MOST_BINOMIAL = 2000
_LARGEST = arb(2) ** 64

Unary = Callable[[Quantity], Quantity]
IMAGINARY = rational(0, 1)


def _exponential(x: Quantity) -> Quantity:
    quotient = None if x.exact is None else _imaginary_turns(x.exact)
    exact = None if quotient is None else turn(quotient)
    return exactly(exact, x) if exact is not None else within(x.ball.exp(), x)


def _imaginary_turns(number: Exact) -> Any | None:
    """The q of a number iπq."""
    turned = number.times(rational(0, -1))
    return None if turned is None else turned.turns


def _logarithm(x: Quantity) -> Quantity:
    if x.zero:
        raise UndefinedHere
    _analytic_unless(x, not (x.ball.real > 0 or off_axis(x.ball)))
    angle = None if x.exact is None else angle_of(x.exact)
    return exactly(pi_times(0, angle), x) if angle is not None else within(x.ball.log(), x)


def _sine(x: Quantity) -> Quantity:
    exact = _at_turns(x, lambda number: number.imaginary)
    return exact if exact is not None else within(x.ball.sin(), x)


def _cosine(x: Quantity) -> Quantity:
    exact = _at_turns(x, lambda number: number.real)
    return exact if exact is not None else within(x.ball.cos(), x)


def _at_turns(x: Quantity, part: Callable[[Exact], Exact]) -> Quantity | None:
    quotient = None if x.exact is None else x.exact.turns
    number = None if quotient is None else turn(quotient)
    return None if number is None else exactly(part(number), x)


def _rotated(x: Quantity) -> Quantity:
    return times(of(IMAGINARY), x)


def _hyperbolic_sine(x: Quantity) -> Quantity:
    if x.exact is not None and _imaginary_turns(x.exact) is not None:
        return times(of(rational(0, -1)), _sine(_rotated(x)))
    return within(x.ball.sinh(), x)


def _hyperbolic_cosine(x: Quantity) -> Quantity:
    if x.exact is not None and _imaginary_turns(x.exact) is not None:
        return _cosine(_rotated(x))
    return within(x.ball.cosh(), x)


def _quotient(above: Unary, below: Unary) -> Unary:
    return lambda x: times(above(x), inverse(below(x)))


def _reciprocal(below: Unary) -> Unary:
    return lambda x: inverse(below(x))


@cache
def _inverse_values() -> Mapping[str, Mapping[Exact, Exact]]:
    """The angles of which sine, cosine and tangent are exact, on the principal branches."""
    tables: dict[str, dict[Exact, Exact]] = {"asin": {}, "acos": {}, "atan": {}, "acosh": {}}
    for k in range(-6, 13):
        angle, number = pi_times(fmpq(k, 12)), turn(fmpq(k, 12))
        assert number is not None
        if k <= 6:
            tables["asin"][number.imaginary] = angle
        if k >= 0:
            tables["acos"][number.real] = angle
            tables["acosh"][number.real] = pi_times(0, fmpq(k, 12))
        inverted = number.real.inverse() if -6 < k < 6 else None
        tangent = None if inverted is None else number.imaginary.times(inverted)
        if tangent is not None:
            tables["atan"][tangent] = angle
    tables["asinh"] = tables["atanh"] = {rational(0): rational(0)}
    return tables


def _inverse_function(name: str, poles: tuple[Exact, ...], off_cut: Callable[[Any], bool]) -> Unary:
    def function(x: Quantity) -> Quantity:
        if x.exact in poles:
            raise UndefinedHere
        _analytic_unless(x, not off_cut(x.ball))
        exact = None if x.exact is None else _inverse_values()[name].get(x.exact)
        if exact is not None:
            return exactly(exact, x)
        return within(getattr(x.ball, name)(), x)

    return function


def _inside_or_off_real_axis(ball: Any) -> bool:
    return off_axis(ball) or bool(abs(ball.real) < 1)


def _inside_or_off_imaginary_axis(ball: Any) -> bool:
    return (bool(ball.is_finite()) and not ball.real.contains(0)) or bool(abs(ball.imag) < 1)


def _above_one_or_off_real_axis(ball: Any) -> bool:
    return off_axis(ball) or bool(ball.real > 1)


def _analytic_unless(x: Quantity, reaches_cut: bool) -> None:
    if x.moving and reaches_cut:
        raise NotKnown


def _still(function: Unary) -> Unary:
    """A function that is nowhere analytic."""

    def checked(x: Quantity) -> Quantity:
        if x.moving:
            raise NotKnown
        return function(x)

    return checked


def _absolute(x: Quantity) -> Quantity:
    if x.exact is not None:
        if x.exact.is_real and x.exact.sign is not None:
            return Quantity(x.exact if x.exact.sign >= 0 else -x.exact)
        square = x.exact.times(x.exact.conjugate)
        exact = None if square is None else root(square)
        if exact is not None and exact.sign is not None:
            return Quantity(exact if exact.sign >= 0 else -exact)
    return within(acb(abs(x.ball)))


def _argument(x: Quantity) -> Quantity:
    if x.zero:
        raise UndefinedHere
    if x.zero is None:
        raise NotKnown
    if x.sign is not None:
        return of(0) if x.sign > 0 else Quantity(pi_times(1))
    if x.exact is not None:
        size = _absolute(x).exact
        scale = None if size is None or not size else size.inverse()
        direction = None if scale is None else x.exact.times(scale)
        angle = None if direction is None else angle_of(direction)
        if angle is not None:
            return Quantity(pi_times(angle))
    return within(acb(x.ball.arg()))


def _sign(x: Quantity) -> Quantity:
    if x.zero:
        return of(0)
    if x.zero is None:
        raise NotKnown
    return of(x.sign) if x.sign is not None else times(x, inverse(_absolute(x)))


def _real_part(x: Quantity) -> Quantity:
    return Quantity(x.exact.real) if x.exact is not None else within(acb(x.ball.real))


def _imaginary_part(x: Quantity) -> Quantity:
    return Quantity(x.exact.imaginary) if x.exact is not None else within(acb(x.ball.imag))


def _conjugate(x: Quantity) -> Quantity:
    return Quantity(x.exact.conjugate) if x.exact is not None else within(x.ball.conjugate())


def _floor(x: Quantity) -> Quantity:
    real, imaginary = (_floor_of_real(part(x)) for part in (_real_part, _imaginary_part))
    return of(rational(real, imaginary))


def _floor_of_real(x: Quantity) -> Any:
    fraction = None if x.exact is None else x.exact.fraction
    if fraction is not None:
        return fraction.floor()
    value = x.ball.real.floor().unique_fmpz()
    if value is None:
        raise NotKnown
    return value


def _ceiling(x: Quantity) -> Quantity:
    return times(of(-1), _floor(times(of(-1), x)))


def _gamma(x: Quantity) -> Quantity:
    n = x.integer
    if n is not None:
        if n <= 0:
            raise UndefinedHere
        if n <= _MOST_EXACT_FACTORIAL:
            return exactly(rational(factorial_of(n - 1)), x)
    if not abs(x.ball) < _LARGEST:
        raise NotKnown
    return within(x.ball.gamma(), x)


def _factorial(x: Quantity) -> Quantity:
    return _gamma(plus(x, of(1)))


def _binomial(n: Quantity, k: Quantity) -> Quantity:
    """As in SymPy: 0 for negative integers k, a polynomial in n for natural k."""
    count, total = k.integer, n.integer
    if n.moving or k.moving:
        raise NotKnown
    if count is not None:
        if count < 0 or (total is not None and 0 <= total < count):
            return of(0)
        if total is not None and total >= 0:
            if total > _MOST_BINOMIAL:
                raise NotKnown
            return of(comb(total, count))
        if count > _MOST_BINOMIAL:
            raise NotKnown
        product = of(1)
        for step in range(count):
            product = times(product, plus(n, of(-step)))
        return times(product, of(rational(fmpq(1, factorial_of(count)))))
    if total is not None and total < 0:
        raise NotKnown
    difference = plus(n, times(of(-1), k))
    try:
        below = times(_factorial(k), _factorial(difference))
    except UndefinedHere as error:
        raise NotKnown from error
    return times(_factorial(n), inverse(below))


def _delta(i: Quantity, j: Quantity) -> Quantity:
    if i.moving or j.moving:
        raise NotKnown
    zero = plus(i, times(of(-1), j)).zero
    if zero is None:
        raise NotKnown
    return of(1 if zero else 0)


_UNARY: dict[str, Unary] = {
    "exp": _exponential,
    "log": _logarithm,
    "sin": _sine,
    "cos": _cosine,
    "tan": _quotient(_sine, _cosine),
    "cot": _quotient(_cosine, _sine),
    "sec": _reciprocal(_cosine),
    "csc": _reciprocal(_sine),
    "sinh": _hyperbolic_sine,
    "cosh": _hyperbolic_cosine,
    "tanh": _quotient(_hyperbolic_sine, _hyperbolic_cosine),
    "coth": _quotient(_hyperbolic_cosine, _hyperbolic_sine),
    "asin": _inverse_function("asin", (), _inside_or_off_real_axis),
    "acos": _inverse_function("acos", (), _inside_or_off_real_axis),
    "atan": _inverse_function("atan", (IMAGINARY, rational(0, -1)), _inside_or_off_imaginary_axis),
    "asinh": _inverse_function("asinh", (), _inside_or_off_imaginary_axis),
    "acosh": _inverse_function("acosh", (), _above_one_or_off_real_axis),
    "atanh": _inverse_function("atanh", (rational(1), rational(-1)), _inside_or_off_real_axis),
    "abs": _still(_absolute),
    "arg": _still(_argument),
    "sign": _still(_sign),
    "re": _still(_real_part),
    "im": _still(_imaginary_part),
    "conjugate": _still(_conjugate),
    "adjoint": _still(_conjugate),
    "transpose": lambda x: x,
    "floor": _still(_floor),
    "ceiling": _still(_ceiling),
    "gamma": _gamma,
    "factorial": _factorial,
}
_BINARY: dict[str, Callable[[Quantity, Quantity], Quantity]] = {
    "power": to_power,
    "binomial": _binomial,
    "delta": _delta,
}


def _combined(operation: Callable[[Quantity, Quantity], Quantity]) -> Callable[..., Quantity]:
    def function(first: Quantity, *others: Quantity) -> Quantity:
        for other in others:
            first = operation(first, other)
        return first

    return function


FUNCTIONS: Mapping[str, Callable[..., Quantity]] = {
    **_UNARY,
    **_BINARY,
    "add": _combined(plus),
    "multiply": _combined(times),
}
"""What a function of a claim is at numbers; others have no values here."""
