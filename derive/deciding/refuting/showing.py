"""What people are shown of a counterexample.

Main results: `shown_value`, `shown_function`, `shown_number`.
"""

from __future__ import annotations

from typing import Any

from derive.deciding.claims.expressions import Expression
from derive.deciding.counterexample import Value
from derive.deciding.refuting.functions import Choice
from derive.deciding.refuting.points import expression_of
from derive.deciding.refuting.quantities import Quantity
from derive.deciding.writing import as_latex, as_text

_LONGEST = 60
_DIGITS = 15


def shown_value(name: str, value: Expression) -> Value:
    """The value of a scalar."""
    return Value(name, as_text(value), as_latex(value), value)


def shown_function(name: str, choice: Choice) -> Value:
    """The function that a name stands for."""
    body = choice.body
    return Value(name, as_text(body), as_latex(body), body, choice.variables)


def shown_number(number: Quantity | None) -> str:
    """The value of a side: exact if that is short, otherwise a ball."""
    if number is None:
        return ""
    if number.exact is not None:
        text = as_text(expression_of(number.exact))
        if len(text) <= _LONGEST:
            return text
    real, imaginary = number.ball.real, number.ball.imag
    if imaginary.is_zero():
        return _shown_ball(real)
    return f"({_shown_ball(real)}) + ({_shown_ball(imaginary)})*I"


def _shown_ball(ball: Any) -> str:
    text = str(ball.str(_DIGITS)).strip("[]").replace("+/-", "±").strip()
    return f"0 {text}" if text.startswith("±") else text
