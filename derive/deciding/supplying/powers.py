"""General powers as exponentials of logarithms.

Main results: `supply`.
"""

from __future__ import annotations

from collections.abc import Iterator

from derive.deciding.claims.expressions import (
    Call,
    Expression,
    Number,
    Relation,
    free_names,
    number,
)
from derive.deciding.claims.problem import Problem
from derive.deciding.stating.abstraction import Abstraction
from derive.deciding.supplying import closed_calls, propose
from derive.deciding.supplying.sampling import samples_of
from derive.kernel.atoms import KernelError
from derive.kernel.terms import Term, exponent_of


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
    _equal_bases(abstraction, problem)


def _equal_bases(abstraction: Abstraction, problem: Problem) -> None:
    """Symbolic powers of sums that are exponentials: (cos x + i sin x)^n."""
    exponentials = closed_calls(abstraction, "exp")
    found = [
        part
        for relation in (*problem.claims, *problem.given)
        for side in relation.sides
        for part in side.walk()
        if isinstance(part, Call) and part.function == "power"
    ]
    samples = samples_of(problem) if found and exponentials else None
    for part in found:
        base, exponent = part.arguments
        closed = free_names(part) <= abstraction.names.keys()
        if not (closed and _is_symbolic(abstraction.term(exponent))):
            continue
        for value in exponentials:
            if samples is not None and samples.allow(Relation("=", base, value)):
                propose(abstraction, "powers of equals", a=base, b=value, n=exponent)


def _is_symbolic(exponent: Term) -> bool:
    """Whether it is a polynomial with integer coefficients in naturals, and no number."""
    try:
        return bool(exponent.free) and bool(exponent_of(exponent))
    except KernelError:
        return False


def _powers(abstraction: Abstraction) -> Iterator[tuple[Expression, Expression]]:
    """Bases and exponents of the powers and roots that have atoms."""
    for meaning in closed_calls(abstraction, "power"):
        base, exponent = meaning.arguments
        if not isinstance(exponent, Number) or exponent.value.numerator == 1:
            yield base, exponent
