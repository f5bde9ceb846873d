"""Splitting a case about naturals: at 0, or by which of two is the larger.

A natural n is 0 or n + 1; of two naturals n and k, either n is k + n, or k is n + 1 + k, with
naturals of the same names.  The parts of a case are exhaustive: it holds if all of them do.

This module says what is proved: a mistake here is a wrong answer.

Main results: `Split`, `Vacuous`, `parts`, `pivot`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from derive.deciding.claims.expressions import (
    ONE,
    ZERO,
    Expression,
    Relation,
    Symbol,
    add,
    substituted,
)
from derive.deciding.claims.problem import Problem
from derive.deciding.stating.cases import Case
from derive.deciding.stating.grants import Unsupported
from derive.kernel.atoms import Atom
from derive.kernel.exponents import Exponent


class Split(Unsupported):
    """More is known where a natural is 0 or positive, or which of two naturals is the larger."""

    def __init__(self, *names: str) -> None:
        super().__init__(f"whether {' - '.join(names)} is negative or 0 is not known")
        self.names = names


class Vacuous(Unsupported):
    """A side is defined at no point of the case, so the case claims nothing."""


def parts(case: Case, split: Split) -> tuple[Case, ...]:
    """The two parts of a case."""
    return tuple(_at(case, values) for values in _choices(*split.names))


def pivot(difference: Exponent, naturals: Mapping[Atom, str]) -> Split | None:
    """A split that tells more of the sign of a polynomial, or None.

    Args:
        difference: a polynomial in natural variables that may be negative and may be not.
        naturals: the variables that are symbols of the problem, with their names.
    """
    single = {atoms[0]: c for atoms, c in difference if len(atoms) == 1 and atoms[0] in naturals}
    above = sorted(naturals[atom] for atom, c in single.items() if c == 1)
    below = sorted(naturals[atom] for atom, c in single.items() if c == -1)
    if above and below:
        return Split(above[0], below[0])
    least = next((c for atoms, c in difference if not atoms), 0)
    turning = sorted(naturals[atom] for atom, c in single.items() if (c > 0) == (least <= 0))
    chosen = turning or sorted(naturals[atom] for atom in single)
    return Split(chosen[0]) if chosen else None


def _choices(first: str, second: str = "") -> Iterator[Mapping[str, Expression]]:
    n, k = Symbol(first), Symbol(second)
    if not second:
        yield {first: ZERO}
        yield {first: add(n, ONE)}
    else:
        yield {first: add(k, n)}
        yield {second: add(n, ONE, k)}


def _at(case: Case, values: Mapping[str, Expression]) -> Case:
    def image(relation: Relation) -> Relation:
        left, right = (substituted(side, values) for side in relation.sides)
        return Relation(relation.kind, left, right)

    problem = case.problem
    claims, given = tuple(map(image, problem.claims)), tuple(map(image, problem.given))
    earlier = {name: substituted(value, values) for name, value in case.values.items()}
    return Case(Problem(claims, given, problem.names), {**values, **earlier})
