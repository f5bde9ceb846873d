"""Whether an expression is real for all real values of a variable, seen from its form.

Main results: `is_real_function`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from derive.deciding.expressions import Call, Expression, Number, Symbol, free_names
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
