"""Where the sides of a claim are defined: what must not vanish.

Main results: `conditions`, `open_conditions`.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from derive.deciding.abstraction import Abstraction, Divisor, Unsupported, divisors
from derive.deciding.expressions import ZERO, Binder, Call, Expression, Number, Relation, free_names
from derive.deciding.problem import Problem
from derive.deciding.signs import evidently
from derive.kernel.atoms import KernelError


def conditions(problem: Problem) -> tuple[Expression, ...]:
    """What every side divides by, outside of sums and integrals, each once."""
    found: dict[Expression, None] = {}
    for relation in (*problem.claims, *problem.given):
        for side in relation.sides:
            for divisor in _divisors(side, frozenset()):
                found[divisor] = None
    return tuple(found)


def _divisors(expression: Expression, bound: frozenset[str]) -> Iterator[Expression]:
    if isinstance(expression, Call):
        for divisor in _own(expression):
            if not free_names(divisor) & bound:
                yield divisor
    inner = bound | {expression.variable} if isinstance(expression, Binder) else bound
    for part in expression.children():
        yield from _divisors(part, inner)


def _own(expression: Call) -> Iterator[Expression]:
    yield from divisors(expression)
    if expression.function == "power":
        base, exponent = expression.arguments
        if isinstance(exponent, Number) and exponent.value < 0:
            yield from _factors(base)


def _factors(base: Expression) -> Iterator[Expression]:
    """The factors of a product as it is written, and the bases of its powers."""
    match base:
        case Call("multiply", arguments):
            for argument in arguments:
                yield from _factors(argument)
        case Call("power", (inner, Number(value))) if value > 0:
            yield from _factors(inner)
        case Number(value) if value != Fraction(0):
            return
        case _:
            yield base


def open_conditions(problem: Problem) -> tuple[Relation, ...]:
    """The conditions that do not evidently follow from the assumptions and hypotheses."""
    given = {
        side
        for relation in problem.given
        if relation.kind in ("!=", ">") and relation.right == ZERO
        for side in (relation.left,)
    }
    wanted = [divisor for divisor in conditions(problem) if divisor not in given]
    return tuple(Relation("!=", one, ZERO) for one in wanted if not _is_evident(problem, one))


def _is_evident(problem: Problem, divisor: Expression) -> bool:
    from derive.deciding.cases import cases
    from derive.deciding.expressions import substituted

    try:
        return all(
            evidently(
                "nonzero",
                Abstraction(case.problem.names).term(substituted(divisor, case.values)),
            )
            for case in cases(Problem((Relation("!=", divisor, ZERO),), (), problem.names))
        )
    except (Unsupported, Divisor, KernelError, ValueError):
        return False
