"""How readers put expressions together: signs, quotients and products in the author's order.

Only literals are reckoned with: `-3` and `2/3` are numerals, and dividing by a numeral is
multiplying by its inverse.  Nothing is cancelled.

Main results: `product`, `negated`, `divided`, `root`, `commutator`, `derivative`, `limit`, `grid`.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from derive.deciding.claims.expressions import (
    INFINITY,
    MINUS_ONE,
    ONE,
    ZERO,
    Binder,
    Call,
    Expression,
    Grid,
    Number,
    Symbol,
    add,
    multiply,
    number,
    power,
)

_WIDEST_NUMERAL = 10_000


def terms_of(expression: Expression) -> tuple[Expression, ...]:
    """The terms of a sum; anything else is its own term."""
    if isinstance(expression, Call) and expression.function == "add":
        return expression.arguments
    return (expression,)


def factors_of(expression: Expression) -> tuple[Expression, ...]:
    """The factors of a product; anything else is its own factor."""
    if isinstance(expression, Call) and expression.function == "multiply":
        return expression.arguments
    return (expression,)


def product(*parts: Expression) -> Expression:
    """The product, where the factors of parts that are products stand side by side."""
    return multiply(*(factor for part in parts for factor in factors_of(part)))


def negated(expression: Expression) -> Expression:
    """The expression with the other sign, which a leading numeral takes."""
    if isinstance(expression, Number):
        return Number(-expression.value)
    if not (isinstance(expression, Call) and expression.function == "multiply"):
        return multiply(MINUS_ONE, expression)
    first, *others = expression.arguments
    if not isinstance(first, Number):
        return multiply(MINUS_ONE, first, *others)
    if first.value < 0:
        return multiply(MINUS_ONE, expression)
    return multiply(Number(-first.value), *others)


def divided(factors: Sequence[Expression], divisor: Expression) -> list[Expression]:
    """The factors of a product after dividing by one thing more."""
    *before, last = factors
    if not isinstance(divisor, Number) or divisor.value == 0:
        inverse = power(divisor, MINUS_ONE)
        return [*before, inverse] if last == ONE else [*factors, inverse]
    inverse_numeral = 1 / divisor.value
    if isinstance(last, Number) and _width(last.value) + _width(divisor.value) < _WIDEST_NUMERAL:
        return [*before, Number(last.value * inverse_numeral)]
    return [*factors, Number(inverse_numeral)]


def _width(value: Fraction) -> int:
    return value.numerator.bit_length() + value.denominator.bit_length()


def root(body: Expression, degree: Expression) -> Expression:
    """The principal root."""
    if isinstance(degree, Number) and degree.value != 0:
        return power(body, number(1 / degree.value))
    return power(body, power(degree, MINUS_ONE))


def commutator(left: Expression, right: Expression) -> Expression:
    """The difference of the two products."""
    return add(product(left, right), negated(product(right, left)))


def anticommutator(left: Expression, right: Expression) -> Expression:
    """The sum of the two products."""
    return add(product(left, right), product(right, left))


def derivative(body: Expression, variable: str, order: Expression) -> Expression:
    """The derivative as a function of its variable, at that variable."""
    return Binder("derivative", variable, body, (Symbol(variable), order))


def limit(body: Expression, variable: str, point: Expression, side: int) -> Expression:
    """The limit from above (1), from below (-1) or from both sides (0); infinity has one side."""
    infinite = point in (INFINITY, negated(INFINITY))
    return Binder("limit", variable, body, (point, number(0 if infinite else side)))


def identity(size: int) -> Grid:
    """The identity matrix."""
    places = range(size)
    return Grid(tuple(tuple(ONE if i == j else ZERO for j in places) for i in places))


def grid(rows: Sequence[Sequence[Expression]]) -> Grid:
    """The matrix of these rows."""
    return Grid(tuple(map(tuple, rows)))
