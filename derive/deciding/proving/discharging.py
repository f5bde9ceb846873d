"""Whether a side is defined everywhere: that a condition holds, as the kernel proves it.

Main results: `follows`.
"""

from __future__ import annotations

from collections.abc import Sequence

from derive.deciding.claims.expressions import Call, Expression, Number, Relation, free_names
from derive.deciding.claims.problem import Problem
from derive.deciding.stating.abstraction import Abstraction
from derive.deciding.stating.grants import Divisor, Unsupported
from derive.deciding.stating.signs import evidently
from derive.kernel.atoms import KernelError

_SECONDS = 0.2


def follows(problem: Problem, condition: Relation, known: Sequence[Relation] = ()) -> bool:
    """Whether a condition follows from the assumptions, the hypotheses and other conditions.

    A hypothesis holds only where its sides are defined, so nothing that it divides by is zero.
    """
    given = (*problem.given, *known)
    sides = condition.sides
    names = frozenset[str]().union(*map(free_names, sides))
    words = {word for name in names if name in problem.names for word in problem.names[name].words}
    if names and not words and not given and all(map(_is_polynomial, sides)):
        return False
    if _is_evident(problem, condition):
        return True
    from derive.deciding.proving.proof import Proof, prove

    return isinstance(prove(Problem((condition,), given, problem.names), _SECONDS), Proof)


def _is_evident(problem: Problem, condition: Relation) -> bool:
    """Whether the form of the difference of the sides says so, by what the names are declared."""
    abstraction = Abstraction(problem.names)
    try:
        left, right = abstraction.sides(condition)
    except (Unsupported, Divisor, KernelError):
        return False
    word = "nonzero" if condition.kind == "!=" else "nonnegative"
    return condition.kind in ("!=", ">=") and evidently(word, left - right)


def _is_polynomial(expression: Expression) -> bool:
    """Whether there are only sums, products and powers with natural exponents."""
    for part in expression.walk():
        if isinstance(part, Call) and part.function not in ("add", "multiply"):
            if part.function != "power" or not isinstance(part.arguments[1], Number):
                return False
            if part.arguments[1].value.denominator != 1 or part.arguments[1].value < 0:
                return False
    return True
