"""Derivatives of integrals with moving bounds, and under integral and summation signs.

This module says what is proved: a mistake here is a wrong answer.

Main results: `of_integral`, `of_sum`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from derive.deciding.claims.expressions import (
    INFINITY,
    MINUS_ONE,
    ONE,
    Binder,
    Expression,
    Symbol,
    free_names,
    negative,
    substituted,
    unused,
)
from derive.deciding.stating.handling.generic import forgotten, generic
from derive.deciding.stating.handling.partials import is_entire, times, total

if TYPE_CHECKING:
    from derive.deciding.stating.handling.differentiation import Differentiation


def of_integral(
    rules: Differentiation, variable: str, inner: Expression, bounds: tuple[Expression, ...]
) -> Expression:
    """The integrand at the bounds, where it is continuous, and under the integral sign."""
    terms = []
    for sign, bound in zip((MINUS_ONE, ONE), bounds, strict=True):
        if not rules.moves(bound):
            continue
        if not rules.real_valued(bound):
            raise rules.abstraction.unsupported("an integral up to a complex bound")
        at_bound = substituted(inner, {variable: bound})
        there = unused(variable, frozenset({*rules.places, *free_names(inner)}))
        places = {**rules.places, there: rules.at_point(bound)}
        smooth = type(rules)(rules.abstraction, there, places)
        smooth.derivative(substituted(inner, {variable: Symbol(there)}))
        rules.ask(*smooth.asked)
        terms.append(times(sign, at_bound, rules.of(bound)))
    if rules.variable in free_names(inner) and variable != rules.variable:
        if any(bound in (INFINITY, negative(INFINITY)) for bound in bounds):
            raise rules.abstraction.unsupported("a derivative under an improper integral")
        if not is_entire(inner, frozenset({variable, rules.variable})):
            raise rules.abstraction.unsupported("a derivative under such an integral")
        slope = _under(rules, variable, inner, across=True)
        terms.append(Binder("integral", variable, slope, bounds))
    return total(terms)


def of_sum(
    rules: Differentiation, variable: str, inner: Expression, bounds: tuple[Expression, ...]
) -> Expression:
    """A finite sum, term by term."""
    if INFINITY in bounds or negative(INFINITY) in bounds:
        raise rules.abstraction.unsupported("the derivative of a series")
    return Binder("sum", variable, _under(rules, variable, inner, across=False), bounds)


def _under(rules: Differentiation, bound: str, inner: Expression, *, across: bool) -> Expression:
    """The derivative of what has one wherever its bound variable is, and one across if asked."""
    with forgotten(rules.abstraction):
        place = generic(rules.abstraction, None)
        places = {**rules.places, bound: place} if bound != rules.variable else rules.places
        free = type(rules)(rules.abstraction, rules.variable, places)
        value = free.derivative(inner)
        asked = dict(free.asked)
        if across:
            other = type(rules)(rules.abstraction, bound, {**places, bound: place})
            other.derivative(inner)
            asked.update(other.asked)
    if asked:
        raise rules.abstraction.unsupported("a derivative under an integral or a sum")
    return value
