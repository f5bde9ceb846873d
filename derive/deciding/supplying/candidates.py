"""What a claim says of one value of a function: the claim solved for it.

Main results: `from_claims`.
"""

from __future__ import annotations

from collections.abc import Iterator

from derive.deciding.abstraction import Abstraction, Unsupported
from derive.deciding.expressions import Expression
from derive.deciding.problem import Problem
from derive.kernel.atoms import KernelError
from derive.kernel.terms import Term, number


def from_claims(
    abstraction: Abstraction, problem: Problem, value: Expression
) -> Iterator[Expression]:
    """What the value must be by each equation in which it stands once, times a number."""
    letter = abstraction.term(value)
    if len(letter.monomials) != 1:
        return
    ((monomial, _),) = letter.monomials.items()
    for relation in problem.claims:
        if relation.kind != "=":
            continue
        try:
            left, right = map(abstraction.term, relation.sides)
            difference = left - right
            c = difference.monomials.get(monomial)
            if c is None:
                continue
            rest = letter - number(1 / c) * difference
            if not _atoms(letter) & rest.free:
                yield abstraction.expression(rest)
        except (Unsupported, KernelError):
            continue


def _atoms(term: Term) -> frozenset[object]:
    return frozenset(term.free)
