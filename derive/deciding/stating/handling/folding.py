"""Closed values of functions put in: sin 0, cos π, exp 0, log 1; a guess that is proved elsewhere.

Main results: `folded`.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from derive.deciding.claims.expressions import PI, Call, Expression, Number, multiply, number
from derive.kernel.terms import number as numeral

if TYPE_CHECKING:
    from derive.deciding.stating.abstraction import Abstraction
    from derive.kernel.terms import Term

_AT_ZERO = {
    "exp": 1, "sin": 0, "cos": 1, "tan": 0, "sinh": 0, "cosh": 1, "tanh": 0, "asin": 0, "atan": 0,
    "asinh": 0, "atanh": 0, "sec": 1,
}  # fmt: skip
_QUARTERS = {"sin": (0, 1, 0, -1), "cos": (1, 0, -1, 0)}


def folded(abstraction: Abstraction, expression: Expression) -> Expression:
    """The expression with the values that are known by heart."""
    match expression:
        case Call(function, arguments):
            inner = tuple(folded(abstraction, argument) for argument in arguments)
            if len(inner) == 1 and function in {*_AT_ZERO, "log"}:
                value = _value(abstraction, function, abstraction.term(inner[0]))
                if value is not None:
                    return number(value)
            if function == "power" and isinstance(inner[1], Number):
                root = _power(abstraction.term(inner[0]), inner[1].value)
                return Call(function, inner) if root is None else number(root)
            return Call(function, inner)
    return expression


def _power(base: Term, exponent: Fraction) -> Fraction | None:
    """The power of a rational number with an exact root."""
    from flint import fmpz

    if len(base.monomials) != 1 or exponent.denominator == 1:
        return None
    (c,) = base.monomials.values()
    if base != numeral(c) or c <= 0:
        return None
    parts = [fmpz(part).root(exponent.denominator) for part in (c.numerator, c.denominator)]
    root = Fraction(int(parts[0]), int(parts[1]))
    return root**exponent.numerator if root**exponent.denominator == c else None


def _value(abstraction: Abstraction, function: str, argument: Term) -> int | None:
    if function == "log":
        return 0 if argument == abstraction.term(number(1)) else None
    if not argument:
        return _AT_ZERO[function]
    if function in _QUARTERS and len(argument.monomials) == 1:
        (c,) = argument.monomials.values()
        quarters = 2 * c
        if argument == abstraction.term(multiply(number(c), PI)) and quarters.denominator == 1:
            return _QUARTERS[function][int(quarters) % 4]
    return None
