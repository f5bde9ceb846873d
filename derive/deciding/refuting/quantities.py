"""A number as an exact value, if it has one, and as a ball that contains it.

Main results: `Quantity`; `plus`, `times`, `inverse`, `to_power`; the exceptions `UndefinedHere` and
`NotKnown`.
"""

from __future__ import annotations

from typing import Any

from flint import fmpz

from derive.deciding.refuting.exact import Exact, angle_of, rational, root, root_of_positive, turn

_MOST_EXPONENT_BITS = 4000


class UndefinedHere(Exception):
    """An expression has no value at this point."""


class NotKnown(Exception):
    """Nothing certain can be said about the value at this point."""


class Quantity:
    """A number.

    Args:
        exact: the number, if it is known exactly.
        ball: a ball that contains it; that of the exact number, if there is one.
        moving: whether it depends on a variable in which the expression must be analytic.  Then
            the ball contains all values of a neighbourhood, and what is not known to be analytic
            there raises `NotKnown`.
    """

    __slots__ = ("_ball", "exact", "moving")

    def __init__(self, exact: Exact | None, ball: Any = None, moving: bool = False) -> None:
        self.exact = exact
        self._ball = ball
        self.moving = moving

    @property
    def ball(self) -> Any:
        """A ball that contains the number."""
        if self._ball is None:
            assert self.exact is not None
            self._ball = self.exact.ball()
        return self._ball

    @property
    def zero(self) -> bool | None:
        """Whether the number is 0, if that is certain."""
        if self.exact is not None:
            return not self.exact.terms
        if self.ball.is_zero():
            return True
        return None if not self.ball.is_finite() or self.ball.contains(0) else False

    @property
    def real(self) -> bool | None:
        """Whether the number is real, if that is certain."""
        if self.exact is not None:
            return self.exact.is_real
        if not self.ball.is_finite():
            return None
        if self.ball.imag.is_zero():
            return True
        return None if self.ball.imag.contains(0) else False

    @property
    def sign(self) -> int | None:
        """The sign of a number that is certainly real, if that is certain."""
        if not self.real:
            return None
        if self.exact is not None and self.exact.sign is not None:
            return self.exact.sign
        part = self.ball.real
        return 1 if part > 0 else -1 if part < 0 else 0 if part.is_zero() else None

    @property
    def integer(self) -> int | None:
        """The number, if it is certainly an integer."""
        return None if self.exact is None else self.exact.integer


def of(value: Exact | int) -> Quantity:
    """The quantity that is an exact number."""
    return Quantity(rational(value) if isinstance(value, int) else value)


def exactly(value: Exact, *sources: Quantity) -> Quantity:
    """The quantity that is an exact number, computed from others."""
    return Quantity(value, None, any(source.moving for source in sources))


def within(ball: Any, *sources: Quantity) -> Quantity:
    """The quantity that a ball contains, computed from others."""
    return Quantity(None, ball, any(source.moving for source in sources))


def plus(left: Quantity, right: Quantity) -> Quantity:
    """The sum."""
    if left.exact is not None and right.exact is not None:
        exact = left.exact.plus(right.exact)
        if exact is not None:
            return exactly(exact, left, right)
    return within(left.ball + right.ball, left, right)


def times(left: Quantity, right: Quantity) -> Quantity:
    """The product."""
    if left.exact is not None and right.exact is not None:
        exact = left.exact.times(right.exact)
        if exact is not None:
            return exactly(exact, left, right)
    elif left.zero or right.zero:
        return exactly(rational(0), left, right)
    return within(left.ball * right.ball, left, right)


def inverse(number: Quantity) -> Quantity:
    """One divided by the number."""
    if number.zero:
        raise UndefinedHere
    if number.exact is not None:
        exact = number.exact.inverse()
        if exact is not None:
            return exactly(exact, number)
    return within(1 / number.ball, number)


def square_root(number: Quantity) -> Quantity:
    """The principal square root."""
    _off_the_cut(number)
    if number.exact is not None:
        exact = root(number.exact)
        if exact is not None:
            return exactly(exact, number)
    return within(number.ball.sqrt(), number)


def to_power(base: Quantity, exponent: Quantity) -> Quantity:
    """The principal power, with 0⁰ = 1."""
    if exponent.moving and base.zero is not False:
        raise NotKnown
    if exponent.moving:
        _off_the_cut(base)
    n = exponent.integer
    if n is not None:
        result = _integer_power(base, n)
        if result.exact is None:
            return within(result.ball, base, exponent)
        return exactly(result.exact, base, exponent)
    if base.zero:
        if base.moving or exponent.sign is None:
            raise NotKnown
        if exponent.sign < 0:
            raise UndefinedHere
        return of(0) if exponent.sign > 0 else of(1)
    fraction = None if exponent.exact is None else exponent.exact.fraction
    if fraction is not None and fraction.q == 2:
        return _integer_power(square_root(base), int(fraction.p))
    if base.zero is None:
        raise NotKnown
    _off_the_cut(base)
    if base.exact is not None and fraction is not None:
        exact = _fractional_power(base.exact, fraction)
        if exact is not None:
            return exactly(exact, base, exponent)
    return within(base.ball.pow(exponent.ball), base, exponent)


def _integer_power(base: Quantity, exponent: int) -> Quantity:
    if exponent == 0:
        return of(1)
    if base.zero:
        if exponent < 0:
            raise UndefinedHere
        return exactly(rational(0), base)
    if base.exact is not None:
        exact = base.exact.to_power(exponent)
        if exact is not None:
            return exactly(exact, base)
    if exponent.bit_length() > _MOST_EXPONENT_BITS:
        raise NotKnown
    return within(base.ball ** fmpz(exponent), base)


def _fractional_power(base: Exact, exponent: Any) -> Exact | None:
    angle = angle_of(base)
    if angle is not None:
        return turn(angle * exponent)
    fraction = base.fraction
    if fraction is None or int(exponent.q) > 64:
        return None
    size = root_of_positive(abs(fraction), int(exponent.q))
    power = None if size is None else rational(size).to_power(int(exponent.p))
    direction = rational(1) if fraction > 0 else turn(exponent)
    return None if power is None or direction is None else power.times(direction)


def _off_the_cut(number: Quantity) -> None:
    if number.moving and not (number.ball.real > 0 or off_axis(number.ball)):
        raise NotKnown


def off_axis(ball: Any) -> bool:
    """Whether a ball contains no real number."""
    return bool(ball.is_finite()) and not ball.imag.contains(0)
