"""Sums and products with integer bounds, and infinite sums with a bound of what is left out.

The terms of an alternating sum are taken in pairs, which is allowed as they tend to 0.

Main results: `total`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from derive.deciding.claims.expressions import (
    INFINITY,
    MINUS_ONE,
    ONE,
    TWO,
    Binder,
    Call,
    Expression,
    Symbol,
    add,
    divide,
    multiply,
    number,
    substituted,
    subtract,
)
from derive.deciding.refuting.fractions import coefficients_in, fraction, normalized
from derive.deciding.refuting.majorants import majorant
from derive.deciding.refuting.quantities import NotKnown, Quantity, of, plus, times, within
from derive.deciding.refuting.tails import tail

if TYPE_CHECKING:
    from derive.deciding.refuting.balls import Evaluation

_MOST_TERMS = 3000
_TERMS_OF_INFINITE = (25, 100, 400)
_GOOD = 1e-6


def total(evaluation: Evaluation, binder: Binder) -> Quantity:
    """The value of a sum or a product."""
    lower, upper = binder.bounds
    first = _whole(evaluation.quantity(lower))
    if upper == INFINITY and binder.kind == "sum":
        try:
            return _infinite(evaluation, binder, first)
        except NotKnown:
            return _infinite(evaluation, _in_pairs(evaluation, binder, first), 0)
    last = _whole(evaluation.quantity(upper))
    if last < first - 1 or last - first > _MOST_TERMS:
        raise NotKnown
    return _finite(evaluation, binder, first, last)


def _whole(bound: Quantity) -> int:
    value = bound.integer
    if value is None or bound.moving:
        raise NotKnown
    return value


def _finite(evaluation: Evaluation, binder: Binder, first: int, last: int) -> Quantity:
    operation = plus if binder.kind == "sum" else times
    result = of(0 if binder.kind == "sum" else 1)
    for value in range(first, last + 1):
        term = evaluation.at({binder.variable: of(value)}).quantity(binder.body)
        result = operation(result, term)
    return result


def _infinite(evaluation: Evaluation, binder: Binder, first: int) -> Quantity:
    best: tuple[int, Any] | None = None
    for count in _TERMS_OF_INFINITE:
        start = max(first, 1) + count
        try:
            rest = tail(binder.body, binder.variable, start, evaluation)
        except NotKnown:
            continue
        best = start, rest
        if rest.rad() < _GOOD:
            break
    if best is None:
        raise NotKnown
    start, rest = best
    partial = _finite(evaluation, binder, first, start - 1)
    if partial.moving:
        raise NotKnown
    return within(partial.ball + rest)


def _in_pairs(evaluation: Evaluation, binder: Binder, first: int) -> Binder:
    """A sum of (-1)^(k+c)·g(k) as the sum over j ≥ 0 of its terms 2j and 2j+1."""
    name = binder.variable
    above, below = fraction(normalized(binder.body))
    factors = above.arguments if isinstance(above, Call) and above.function == "multiply" else None
    signs = [part for part in factors or (above,) if _is_alternating(part, name)]
    if len(signs) != 1:
        raise NotKnown
    rest = [part for part in factors or () if part is not signs[0]]
    size = divide(multiply(ONE, *rest), below)
    start = max(first, 1) + _TERMS_OF_INFINITE[0]
    if not majorant(size, name, start, evaluation).vanishes:
        raise NotKnown
    even = add(number(first), multiply(TWO, Symbol(name)))
    halves = [substituted(size, {name: place}) for place in (even, add(even, ONE))]
    sign = substituted(signs[0], {name: number(first)})
    top, bottom = fraction(subtract(*halves))
    return Binder("sum", name, multiply(sign, divide(top, bottom)), binder.bounds)


def _is_alternating(part: Expression, name: str) -> bool:
    """Whether it is (-1)^(k+c)."""
    if not (isinstance(part, Call) and part.function == "power"):
        return False
    base, exponent = part.arguments
    coefficients = coefficients_in(exponent, name)
    return (
        base == MINUS_ONE
        and coefficients is not None
        and len(coefficients) == 2
        and coefficients[1] == ONE
    )
