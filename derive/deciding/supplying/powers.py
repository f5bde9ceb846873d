"""General powers as exponentials of logarithms.

Main results: `supply`.
"""

from __future__ import annotations

from collections.abc import Iterator

from derive.deciding.abstraction import Abstraction
from derive.deciding.expressions import Expression, Number, number
from derive.deciding.problem import Problem
from derive.deciding.supplying import closed_calls, propose


def supply(abstraction: Abstraction, problem: Problem) -> None:
    """Grant what general powers are, and roots of which there are general powers or logarithms."""
    bases = set()
    for base, exponent in _powers(abstraction):
        if isinstance(exponent, Number):
            continue
        bases.add(abstraction.term(base))
        if not abstraction.term(base):
            propose(abstraction, "power of zero", c=exponent)
        propose(abstraction, "power", a=base, c=exponent)
    for meaning in closed_calls(abstraction, "log"):
        bases.add(abstraction.term(meaning.arguments[0]))
    for base, exponent in _powers(abstraction):
        if isinstance(exponent, Number) and abstraction.term(base) in bases:
            degree = number(exponent.value.denominator)
            propose(abstraction, "root as an exponential", a=base, n=degree)


def _powers(abstraction: Abstraction) -> Iterator[tuple[Expression, Expression]]:
    """Bases and exponents of the powers and roots that have atoms."""
    for meaning in closed_calls(abstraction, "power"):
        base, exponent = meaning.arguments
        if not isinstance(exponent, Number) or exponent.value.numerator == 1:
            yield base, exponent
