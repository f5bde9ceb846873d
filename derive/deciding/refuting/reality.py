"""Whether an expression is real for all real values of a variable, seen from its form.

On the real axis |u| of a real u is √(u²), which is analytic where u is not 0; conjugates and parts
of real expressions go likewise.

Main results: `is_real_function`, `analytic_form`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from derive.deciding.claims.expressions import (
    HALF,
    MINUS_ONE,
    TWO,
    ZERO,
    Call,
    Expression,
    Number,
    Symbol,
    free_names,
    multiply,
    power,
)
from derive.deciding.refuting.quantities import NotKnown, UndefinedHere

if TYPE_CHECKING:
    from derive.deciding.refuting.balls import Evaluation

_REAL = frozenset(
    "add multiply exp sin cos tan cot sec csc sinh cosh tanh coth atan asinh abs arg re im "
    "factorial gamma floor ceiling sign conjugate".split()
)
_ALWAYS = frozenset("abs arg re im".split())


def is_real_function(expression: Expression, variable: str, evaluation: Evaluation) -> bool:
    """Whether it certainly is real wherever it is defined on the real axis."""
    if variable not in free_names(expression):
        try:
            return evaluation.quantity(expression).real is True
        except (NotKnown, UndefinedHere):
            return False
    match expression:
        case Symbol():
            return True
        case Call("power", (base, Number(n))) if n.denominator == 1:
            return is_real_function(base, variable, evaluation)
        case Call("power", (base, exponent)) if variable not in free_names(base):
            try:
                positive = evaluation.quantity(base).sign == 1
            except (NotKnown, UndefinedHere):
                return False
            return positive and is_real_function(exponent, variable, evaluation)
        case Call(function) if function in _ALWAYS:
            return True
        case Call(function, arguments) if function in _REAL:
            return all(is_real_function(part, variable, evaluation) for part in arguments)
    return False


def analytic_form(expression: Expression, variable: str, evaluation: Evaluation) -> Expression:
    """An expression with the same values on the real axis, analytic at more of its points."""
    if not isinstance(expression, Call) or variable not in free_names(expression):
        return expression
    parts = tuple(analytic_form(part, variable, evaluation) for part in expression.arguments)
    if expression.function in _REAL_PARTS and is_real_function(
        expression.arguments[0], variable, evaluation
    ):
        return _REAL_PARTS[expression.function](parts[0])
    return Call(expression.function, parts)


def _size(part: Expression) -> Expression:
    return power(power(part, TWO), HALF)


_REAL_PARTS: Mapping[str, Callable[[Expression], Expression]] = {
    "abs": _size,
    "sign": lambda part: multiply(part, power(_size(part), MINUS_ONE)),
    "conjugate": lambda part: part,
    "re": lambda part: part,
    "im": lambda part: ZERO,
}
