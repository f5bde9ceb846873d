"""Expressions as quotients, and as polynomials in one name.

Main results: `fraction`, `normalized`, `coefficients_in`.
"""

from __future__ import annotations

from derive.deciding.claims.expressions import (
    ONE,
    ZERO,
    Call,
    Expression,
    Number,
    Symbol,
    add,
    divide,
    free_names,
    multiply,
    number,
    power,
)

_MOST_DEGREE = 12


def fraction(expression: Expression) -> tuple[Expression, Expression]:
    """Numerator and denominator, equal to the expression where both are defined."""
    match expression:
        case Call("add", terms):
            above, below = fraction(terms[0])
            for term in terms[1:]:
                other, under = fraction(term)
                if under == below:
                    above = add(above, other)
                else:
                    above = add(_product(above, under), _product(other, below))
                    below = _product(below, under)
            return above, below
        case Call("multiply", factors):
            above, below = ONE, ONE
            for factor in factors:
                numerator, denominator = fraction(factor)
                above, below = _product(above, numerator), _product(below, denominator)
            return above, below
        case Call("power", (base, Number(n))) if n.denominator == 1 and abs(n) <= 20:
            above, below = fraction(base)
            if n < 0:
                above, below = below, above
            size = number(abs(n))
            return _power(above, size), _power(below, size)
    return expression, ONE


def normalized(expression: Expression) -> Expression:
    """The expression with all inner quotients made simple ones."""
    if isinstance(expression, Call):
        parts = tuple(map(normalized, expression.arguments))
        above, below = fraction(Call(expression.function, parts))
        return above if below == ONE else divide(above, below)
    return expression


def _product(left: Expression, right: Expression) -> Expression:
    if left == ONE:
        return right
    return left if right == ONE else multiply(left, right)


def _power(base: Expression, exponent: Number) -> Expression:
    return base if base == ONE or exponent == ONE else power(base, exponent)


def coefficients_in(expression: Expression, name: str) -> list[Expression] | None:
    """The coefficients of a polynomial in the name, from the constant one on."""
    if name not in free_names(expression):
        return [expression]
    match expression:
        case Symbol():
            return [ZERO, ONE]
        case Call("add", terms):
            total: list[Expression] = [ZERO]
            for term in terms:
                part = coefficients_in(term, name)
                if part is None:
                    return None
                total = _added(total, part)
            return total
        case Call("multiply", factors):
            product: list[Expression] = [ONE]
            for factor in factors:
                part = coefficients_in(factor, name)
                if part is None or len(product) + len(part) > _MOST_DEGREE + 2:
                    return None
                product = _multiplied(product, part)
            return product
        case Call("power", (base, Number(n))) if n.denominator == 1 and 0 < n <= _MOST_DEGREE:
            return coefficients_in(multiply(*[base] * int(n)), name)
    return None


def _added(left: list[Expression], right: list[Expression]) -> list[Expression]:
    size = max(len(left), len(right))
    padded = [part + [ZERO] * (size - len(part)) for part in (left, right)]
    return [b if a == ZERO else a if b == ZERO else add(a, b) for a, b in zip(*padded, strict=True)]


def _multiplied(left: list[Expression], right: list[Expression]) -> list[Expression]:
    result: list[Expression] = [ZERO] * (len(left) + len(right) - 1)
    for i, first in enumerate(left):
        for j, second in enumerate(right):
            if ZERO not in (first, second):
                result[i + j] = _added([result[i + j]], [_product(first, second)])[0]
    return result
