"""What must not be zero where a function is to be defined.

Main results: `divisors`.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from derive.deciding.claims.expressions import MINUS_ONE, Call, Expression, Number, call
from derive.deciding.claims.expressions import number as numeral


def divisors(expression: Call) -> Iterator[Expression]:
    """What must not be zero where a function is to be defined."""
    arguments = expression.arguments
    match expression.function:
        case "log" | "arg":
            yield arguments[0]
        case "tan" | "sec":
            yield call("cos", *arguments)
        case "cot" | "csc":
            yield call("sin", *arguments)
        case "tanh":
            yield call("cosh", *arguments)
        case "coth":
            yield call("sinh", *arguments)
        case "atan":
            yield Call("add", (Number(Fraction(1)), Call("power", (arguments[0], numeral(2)))))
        case "atanh":
            square = Call("power", (arguments[0], numeral(2)))
            yield Call("add", (numeral(1), Call("multiply", (MINUS_ONE, square))))
