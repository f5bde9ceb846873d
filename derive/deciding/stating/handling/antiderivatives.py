"""Claims with indefinite integrals, as claims about derivatives.

`∫ f dx = F` says that F is an antiderivative of f: that F' = f wherever both are defined.  In the
same way a linear relation between indefinite integrals and functions says that the derivatives of
its sides are equal.  A constant is lost thereby; where several integrals could cancel, a claim
with a bare constant in it is left alone.

This module says what is proved: a mistake here is a wrong answer.

Main results: `without_antiderivatives`.
"""

from __future__ import annotations

from dataclasses import replace

from derive.deciding.claims.expressions import ZERO, Binder, Call, Expression, Relation, free_names
from derive.deciding.claims.problem import Problem

_OPEN = (">", "!=")


def without_antiderivatives(problem: Problem) -> Problem:
    """The problem with every claim about antiderivatives differentiated, where that is possible.

    Such a claim is about functions: a hypothesis that may hold at some points only is left out.
    """
    points = frozenset[str]().union(*map(_points, problem.claims))
    if not any(_count(side) for claim in problem.claims for side in claim.sides):
        return problem
    given = tuple(one for one in problem.given if one.kind in _OPEN or not _names(one) & points)
    return replace(problem, claims=tuple(map(_differentiated, problem.claims)), given=given)


def _names(relation: Relation) -> frozenset[str]:
    return free_names(relation.left) | free_names(relation.right)


def _points(claim: Relation) -> frozenset[str]:
    """The names at whose values the antiderivatives are taken."""
    return frozenset(
        name
        for side in claim.sides
        for part in side.walk()
        if _is_antiderivative(part) and isinstance(part, Binder)
        for bound in part.bounds
        for name in free_names(bound)
    )


def _differentiated(claim: Relation) -> Relation:
    from derive.deciding.refuting.antiderivatives import differentiated
    from derive.deciding.refuting.quantities import NotKnown

    integrals = sum(map(_count, claim.sides))
    if integrals > 1 and any(_is_constant(term, claim) for s in claim.sides for term in _terms(s)):
        return claim
    try:
        return differentiated(claim)
    except NotKnown:
        return claim


def _terms(side: Expression) -> tuple[Expression, ...]:
    return side.arguments if isinstance(side, Call) and side.function == "add" else (side,)


def _is_constant(term: Expression, claim: Relation) -> bool:
    """Whether the term does not depend on what is integrated over; 0 is no such constant."""
    return term != ZERO and not free_names(term) & _points(claim)


def _count(side: Expression) -> int:
    return sum(map(_is_antiderivative, side.walk()))


def _is_antiderivative(part: Expression) -> bool:
    return isinstance(part, Binder) and part.kind == "antiderivative"
