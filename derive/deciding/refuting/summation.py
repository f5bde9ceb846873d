"""Sums and products with integer bounds, and infinite sums with a bound of what is left out.

Main results: `total`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flint import acb, arb

from derive.deciding.expressions import INFINITY, Binder
from derive.deciding.refuting.majorants import majorant
from derive.deciding.refuting.quantities import NotKnown, Quantity, of, plus, times, within

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
        return _infinite(evaluation, binder, first)
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
            tail = majorant(binder.body, binder.variable, start, evaluation).tail
        except NotKnown:
            continue
        if tail.is_finite():
            best = start, tail
            if tail < _GOOD:
                break
    if best is None:
        raise NotKnown
    start, tail = best
    partial = _finite(evaluation, binder, first, start - 1)
    if partial.moving:
        raise NotKnown
    error = arb(0, tail.upper())
    return within(partial.ball + acb(error, error))
