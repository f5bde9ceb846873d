"""Bounds |f(x)| ≤ C·xᵐ·e^(−cx) for all real x ≥ R, read off from the form of f.

They bound what is left out of an infinite sum and an improper integral.

Main results: `Majorant`, `majorant`, `coefficients`, `size_between`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flint import arb, fmpq

from derive.deciding.claims.expressions import ONE, Call, Expression, Number, Symbol, free_names
from derive.deciding.refuting.fractions import fraction
from derive.deciding.refuting.quantities import NotKnown, Quantity, of, plus, times

if TYPE_CHECKING:
    from derive.deciding.refuting.balls import Evaluation

_MOST_DEGREE = 30


@dataclass(frozen=True)
class Majorant:
    """The bound constant·x^degree·e^(−rate·x) for x ≥ start ≥ 1."""

    constant: Any
    degree: Any
    rate: Any
    start: int

    def times(self, other: Majorant) -> Majorant:
        """A bound of the product."""
        constant = self.constant * other.constant
        return Majorant(constant, self.degree + other.degree, self.rate + other.rate, self.start)

    def plus(self, other: Majorant) -> Majorant:
        """A bound of the sum."""
        rate = self.rate.min(other.rate)
        degree = max(self.degree, other.degree)
        return Majorant(self.constant + other.constant, degree, rate, self.start)

    @property
    def _highest(self) -> Any:
        decay = (-self.rate * self.start).exp()
        return self.constant * arb(self.start) ** arb(self.degree) * decay

    @property
    def beyond(self) -> Any:
        """A bound of the integral from start to infinity.

        Raises:
            NotKnown: it need not converge.
        """
        slope = self.rate - arb(max(self.degree, fmpq(0))) / self.start
        if slope > 0:
            return self._highest / slope
        if self.rate >= 0 and self.degree < -1:
            return self.constant * arb(self.start) ** arb(self.degree + 1) / arb(-self.degree - 1)
        raise NotKnown

    @property
    def tail(self) -> Any:
        """A bound of the sum over all integers from start on: the bound falls from there on."""
        return self.beyond + self._highest

    @property
    def vanishes(self) -> bool:
        """Whether the bound tends to 0."""
        falls = bool(self.rate > 0) or (bool(self.rate >= 0) and bool(self.degree < 0))
        return falls and bool(self.constant.is_finite())


def coefficients(
    expression: Expression, variable: str, evaluation: Evaluation
) -> list[Quantity] | None:
    """The coefficients of a polynomial in the variable, from the constant one on."""
    if variable not in free_names(expression):
        return [evaluation.quantity(expression)]
    parts: list[list[Quantity] | None]
    match expression:
        case Symbol():
            return [of(0), of(1)]
        case Call("add", terms):
            parts = [coefficients(term, variable, evaluation) for term in terms]
            return None if None in parts else _added([part for part in parts if part])
        case Call("multiply", factors):
            parts = [coefficients(factor, variable, evaluation) for factor in factors]
            return None if None in parts else _multiplied([part for part in parts if part])
        case Call("power", (base, Number(n))) if n.denominator == 1 and 0 <= n <= _MOST_DEGREE:
            part = coefficients(base, variable, evaluation)
            if part is not None and (len(part) - 1) * n <= _MOST_DEGREE:
                return _multiplied([part] * int(n))
    return None


def _added(parts: list[list[Quantity]]) -> list[Quantity]:
    total = [of(0)] * max(map(len, parts))
    for part in parts:
        for place, value in enumerate(part):
            total[place] = plus(total[place], value)
    return _trimmed(total)


def _multiplied(parts: list[list[Quantity]]) -> list[Quantity]:
    product = [of(1)]
    for part in parts:
        result = [of(0)] * (len(product) + len(part) - 1)
        for i, left in enumerate(product):
            for j, right in enumerate(part):
                result[i + j] = plus(result[i + j], times(left, right))
        product = result
    return _trimmed(product)


def _trimmed(values: list[Quantity]) -> list[Quantity]:
    while len(values) > 1 and values[-1].zero:
        values.pop()
    return values


def majorant(expression: Expression, variable: str, start: int, evaluation: Evaluation) -> Majorant:
    """A bound of |expression| for all real values ≥ start of the variable.

    Raises:
        NotKnown: its form does not give one.
    """
    polynomial = coefficients(expression, variable, evaluation)
    if polynomial is not None:
        _, upper, degree = size_between(polynomial, start)
        return Majorant(upper, fmpq(degree), arb(0), start)

    def below(part: Expression) -> Majorant:
        return majorant(part, variable, start, evaluation)

    def exponent(part: Expression) -> list[Quantity]:
        found = coefficients(part, variable, evaluation)
        if found is None:
            raise NotKnown
        return found

    match expression:
        case Call("exp" | "sin" | "cos" | "sinh" | "cosh", (argument,)) if (
            coefficients(argument, variable, evaluation) is None
        ):
            inner = below(argument)
            if not (inner.degree <= 0 and inner.rate >= 0):
                raise NotKnown
            return Majorant(inner.constant.exp(), fmpq(0), arb(0), start)
        case Call("add", (first, *others)):
            total = below(first)
            for other in others:
                total = total.plus(below(other))
            return total
        case Call("multiply", (first, *others)):
            total = below(first)
            for other in others:
                total = total.times(below(other))
            return total
        case Call("exp", (argument,)):
            return _exponential([c.ball.real for c in exponent(argument)], start)
        case Call("sin" | "cos", (argument,)):
            parts = [c.ball.imag for c in exponent(argument)]
            return _exponential(parts, start).plus(_exponential([-p for p in parts], start))
        case Call("sinh" | "cosh", (argument,)):
            parts = [c.ball.real for c in exponent(argument)]
            return _exponential(parts, start).plus(_exponential([-p for p in parts], start))
        case Call("log", (argument,)):
            size = arb.pi()
            for part in fraction(argument):
                lower, upper, degree = size_between(exponent(part), start)
                size += abs(lower.log()) + abs(upper.log()) + degree
            return Majorant(size, fmpq(1, 2), arb(0), start)
        case Call("power", (base, Number(n))):
            return _power(base, fmpq(n.numerator, n.denominator), variable, start, evaluation)
        case Call("power", (base, argument)) if variable not in free_names(base):
            powers = exponent(argument)
            size = abs(evaluation.quantity(base).ball).log()
            if not all(part.real for part in powers):
                raise NotKnown
            return _exponential([part.ball.real * size for part in powers], start)
    raise NotKnown


def _power(
    base: Expression, exponent: Any, variable: str, start: int, evaluation: Evaluation
) -> Majorant:
    """A bound of |base|^exponent."""
    polynomial = coefficients(base, variable, evaluation)
    if polynomial is not None:
        lower, upper, degree = size_between(polynomial, start)
        size = upper if exponent > 0 else lower
        return Majorant(size ** arb(exponent), degree * exponent, arb(0), start)
    match base:
        case Call("exp", (argument,)):
            powers = coefficients(argument, variable, evaluation)
            if powers is not None:
                return _exponential([c.ball.real * arb(exponent) for c in powers], start)
        case Call("power", (inner, Number(n))):
            product = exponent * fmpq(n.numerator, n.denominator)
            return _power(inner, product, variable, start, evaluation)
        case Call("power", (number, argument)) if variable not in free_names(number):
            powers = coefficients(argument, variable, evaluation)
            size = abs(evaluation.quantity(number).ball).log() * arb(exponent)
            if powers is not None and all(c.real for c in powers):
                return _exponential([c.ball.real * size for c in powers], start)
        case Call("factorial", (argument,)) if exponent < 0 and exponent.q == 1:
            powers = coefficients(argument, variable, evaluation)
            if powers is not None and _at_least_variable(powers):
                rate = (arb(start).log() - 1) * arb(-exponent)
                return Majorant(arb(1), fmpq(0), rate, start)
        case Call("multiply", factors):
            bounds = [_power(part, exponent, variable, start, evaluation) for part in factors]
            total = bounds[0]
            for bound in bounds[1:]:
                total = total.times(bound)
            return total
    above, below = fraction(base)
    if below != ONE:
        bound = _power(above, exponent, variable, start, evaluation)
        return bound.times(_power(below, -exponent, variable, start, evaluation))
    if exponent > 0:
        bound = majorant(base, variable, start, evaluation)
        constant = bound.constant ** arb(exponent)
        return Majorant(constant, bound.degree * exponent, bound.rate * arb(exponent), start)
    raise NotKnown


def _at_least_variable(polynomial: list[Quantity]) -> bool:
    """Whether p(x) ≥ x for x ≥ 1, seen from the coefficients; then p(x)! ≥ x! ≥ (x/e)^x."""
    if len(polynomial) < 2:
        return False
    less = [polynomial[0], plus(polynomial[1], of(-1)), *polynomial[2:]]
    return all(part.sign is not None and part.sign >= 0 for part in less)


def size_between(polynomial: list[Quantity], start: int) -> tuple[Any, Any, int]:
    """Numbers with lower·xⁿ ≤ |p(x)| ≤ upper·xⁿ for x ≥ start, and the degree n."""
    degree = len(polynomial) - 1
    leading = arb(abs(polynomial[-1].ball))
    rest = arb(0)
    for place, value in enumerate(polynomial[:-1]):
        rest += arb(abs(value.ball)) * arb(start) ** (place - degree)
    lower = leading - rest
    return (lower if lower > 0 else arb.nan()), leading + rest, degree


def _exponential(parts: list[Any], start: int) -> Majorant:
    """A bound of e^p(x), for the real coefficients of p."""
    while len(parts) > 1 and parts[-1].is_zero():
        parts = parts[:-1]
    constant, degree = parts[0].exp(), len(parts) - 1
    if degree == 0:
        return Majorant(constant, fmpq(0), arb(0), start)
    if degree == 1:
        return Majorant(constant, fmpq(0), -parts[1], start)
    bracket = -parts[-1]
    for place in range(1, degree):
        bracket -= abs(parts[place]) * arb(start) ** (place - degree)
    if not bracket > 0:
        raise NotKnown
    return Majorant(constant, fmpq(0), bracket * arb(start) ** (degree - 1), start)
