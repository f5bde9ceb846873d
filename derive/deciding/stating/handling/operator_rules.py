"""Derivatives of exponentials and powers of operators, in the order of their factors.

This module says what is proved: a mistake here is a wrong answer.

Main results: `of_exponential`, `of_power`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from derive.deciding.claims.expressions import (
    MINUS_ONE,
    Expression,
    call,
    multiply,
    power,
    substituted,
)
from derive.deciding.stating.handling.generic import fresh
from derive.deciding.stating.handling.partials import times, total
from derive.kernel.formulas import Equation

if TYPE_CHECKING:
    from derive.deciding.stating.handling.differentiation import Differentiation

_MOST_POWER = 12


def of_exponential(rules: Differentiation, inner: Expression) -> Expression:
    """exp(G)' = G' exp(G) where G and G' commute, here and at all points near."""
    slope = rules.of(inner)
    place = fresh(rules.abstraction, positive=False)
    near = {**rules.places, rules.variable: place}
    left, right = (
        rules.abstraction.term(substituted(multiply(*factors), near))
        for factors in ((inner, slope), (slope, inner))
    )
    if left != right:
        rules.ask(Equation(left, right))
    return times(slope, call("exp", inner))


def of_power(rules: Differentiation, base: Expression, whole: int | None) -> Expression:
    """The product rule; (G^-1)' = -G^-1 G' G^-1."""
    if whole is None or abs(whole) > _MOST_POWER:
        raise rules.abstraction.unsupported("the derivative of such a power of an operator")
    slope = rules.of(base)
    if whole < 0:
        inverse = power(base, MINUS_ONE)
        rules.term(inverse)
        slope, base, whole = times(MINUS_ONE, inverse, slope, inverse), inverse, -whole
    return total(
        [times(*[base] * place, slope, *[base] * (whole - 1 - place)) for place in range(whole)]
    )
