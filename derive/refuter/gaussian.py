"""Fast exact numbers a + ib with rational a, b; what is real is a rational of FLINT itself.

Main results: `Gaussian`, `exact`, `polynomial_of`, `conjugate`, `is_real`.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from flint import fmpq

from derive.refuter.polynomials import Polynomial, rational

NOUGHT = fmpq(0)


class Gaussian:
    """A number a + ib whose imaginary part is not 0."""

    __slots__ = ("imaginary", "real")

    def __init__(self, real: Any, imaginary: Any) -> None:
        self.real, self.imaginary = real, imaginary

    def __add__(self, other: Any) -> Any:
        if isinstance(other, Gaussian):
            return _made(self.real + other.real, self.imaginary + other.imaginary)
        return Gaussian(self.real + other, self.imaginary)

    __radd__ = __add__

    def __neg__(self) -> Gaussian:
        return Gaussian(-self.real, -self.imaginary)

    def __sub__(self, other: Any) -> Any:
        return self + -other

    def __rsub__(self, other: Any) -> Any:
        return -self + other

    def __mul__(self, other: Any) -> Any:
        a, b = self.real, self.imaginary
        if isinstance(other, Gaussian):
            c, d = other.real, other.imaginary
            return _made(a * c - b * d, a * d + b * c)
        return Gaussian(a * other, b * other) if other else NOUGHT

    __rmul__ = __mul__

    def __truediv__(self, other: Any) -> Any:
        return self * _inverse(other)

    def __rtruediv__(self, other: Any) -> Any:
        return _inverse(self) * other

    def __pow__(self, exponent: int) -> Any:
        base: Any = self if exponent >= 0 else _inverse(self)
        found: Any = fmpq(1)
        for _ in range(abs(exponent)):
            found = found * base
        return found


def conjugate(value: Any) -> Any:
    """The complex conjugate."""
    return Gaussian(value.real, -value.imaginary) if isinstance(value, Gaussian) else value


def is_real(value: Any) -> bool:
    """Whether the imaginary part is 0."""
    return not isinstance(value, Gaussian)


def exact(number: Polynomial) -> Any:
    """A number of Q(i) as a fast one.

    Raises:
        ValueError: it is no number of Q(i).
    """
    parts = [NOUGHT, NOUGHT]
    for monomial, coefficient in number.terms.items():
        if monomial.radicand > 1 or monomial.powers:
            raise ValueError("not a number of Q(i)")
        parts[monomial.imaginary] = fmpq(coefficient.numerator, coefficient.denominator)
    return _made(*parts)


def polynomial_of(value: Any) -> Polynomial:
    """A fast number as one of those that models are made of."""
    if isinstance(value, Gaussian):
        return rational(_fraction(value.real), _fraction(value.imaginary))
    return rational(_fraction(value))


def _made(real: Any, imaginary: Any) -> Any:
    return Gaussian(real, imaginary) if imaginary else real


def _inverse(value: Any) -> Any:
    if not isinstance(value, Gaussian):
        return 1 / value
    size = value.real * value.real + value.imaginary * value.imaginary
    return Gaussian(value.real / size, -value.imaginary / size)


def _fraction(value: Any) -> Fraction:
    return Fraction(int(value.p), int(value.q))
