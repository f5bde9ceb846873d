"""What a claim or a hypothesis says of one value of a function: the equation solved for it.

Main results: `from_claims`, `from_hypotheses`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from derive.deciding.claims.expressions import Expression, Relation
from derive.deciding.claims.problem import Problem
from derive.deciding.stating.abstraction import Abstraction
from derive.deciding.stating.grants import Unsupported
from derive.kernel.atoms import KernelError
from derive.kernel.terms import number


def from_claims(
    abstraction: Abstraction, problem: Problem, value: Expression
) -> Iterator[Expression]:
    """What the value must be by each claim in which it stands once, times a number."""
    return _solved(abstraction, problem.claims, value)


def from_hypotheses(
    abstraction: Abstraction, problem: Problem, value: Expression
) -> Iterator[Expression]:
    """What the value is by each hypothesis in which it stands once, times a number."""
    return _solved(abstraction, problem.given, value)


def _solved(
    abstraction: Abstraction, relations: Sequence[Relation], value: Expression
) -> Iterator[Expression]:
    letter = abstraction.term(value)
    if len(letter.monomials) != 1:
        return
    ((monomial, _),) = letter.monomials.items()
    for relation in relations:
        if relation.kind != "=":
            continue
        try:
            left, right = map(abstraction.term, relation.sides)
            difference = left - right
            c = difference.monomials.get(monomial)
            if c is None:
                continue
            rest = letter - number(1 / c) * difference
            if not letter.free & rest.free:
                yield abstraction.expression(rest)
        except (Unsupported, KernelError):
            continue
