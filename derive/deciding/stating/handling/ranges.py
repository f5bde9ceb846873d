"""Finite sums and products over ranges: sequences of partial sums, with the recursion that says so.

The sum of f(k) for k from a to b is the number S[b - a + 1] of the sequence with S[0] = 0 and
S[m + 1] = S[m] + f(a + m).  So its terms must be defined for all m, and b - a + 1 must be a natural
number; what is meant by a sum with b < a - 1 is not agreed upon.

Main results: `lower`.
"""

from __future__ import annotations

from contextlib import suppress
from functools import reduce

from derive.deciding.claims.expressions import (
    INFINITY,
    ONE,
    ZERO,
    Binder,
    Number,
    add,
    number,
    substituted,
)
from derive.deciding.proving.unfolding import sequences, variables_of
from derive.deciding.stating import families
from derive.deciding.stating.abstraction import Abstraction, added
from derive.deciding.stating.grants import Unsupported
from derive.deciding.stating.handling.totals import body_at, depth, partial_totals, total_of
from derive.deciding.stating.splitting import Split
from derive.kernel.exponents import Exponent, as_integer
from derive.kernel.terms import Term, identity, natural_term, zero

_MOST_WRITTEN_OUT = 250
_MOST_BEFORE = 3


def lower(abstraction: Abstraction, expression: Binder) -> Term:
    """The value of a sum or a product."""
    first, last = expression.bounds
    if INFINITY in expression.bounds:
        from derive.deciding.stating.handling.series import lower_series

        return lower_series(abstraction, expression)
    start = abstraction.term(first)
    if families.polynomial(start) is None:
        raise Unsupported(f"a {expression.kind} that does not begin at an integer")
    length = families.polynomial(abstraction.term(last) - start + identity())
    if length is None:
        raise Unsupported(f"a {expression.kind} with such bounds")
    count = as_integer(length)
    if count is not None and isinstance(first, Number):
        return _written_out(abstraction, expression, int(first.value), count)
    if count is not None and 0 <= count <= _MOST_WRITTEN_OUT:
        return _in_place(abstraction, expression, start, count)
    order = families.order_of(length)
    if not order:
        abstraction.split(*length)
    if order != "natural":
        raise Unsupported(f"a {expression.kind} that may run backwards")
    return _partial(abstraction, expression, start, length)


def _written_out(abstraction: Abstraction, binder: Binder, first: int, count: int) -> Term:
    if not 0 <= count <= _MOST_WRITTEN_OUT:
        raise Unsupported(f"a {binder.kind} that runs backwards or is too long")
    places = range(first, first + count)
    bodies = [substituted(binder.body, {binder.variable: number(k)}) for k in places]
    return _combined(binder, list(map(abstraction.term, bodies)))


def _in_place(abstraction: Abstraction, binder: Binder, start: Term, count: int) -> Term:
    terms = []
    for k in range(count):
        shifted = start + reduce(Term.__add__, [identity()] * k, zero())
        with families.binding(abstraction, {binder.variable: shifted}):
            terms.append(abstraction.term(binder.body))
    return _combined(binder, terms)


def _combined(binder: Binder, terms: list[Term]) -> Term:
    if binder.kind == "sum":
        return reduce(added, terms) if terms else zero()
    if not all(term.is_scalar for term in terms):
        raise Unsupported("a product of operators")
    return reduce(Term.__mul__, terms, identity())


def _partial(abstraction: Abstraction, binder: Binder, start: Term, length: Exponent) -> Term:
    """The place of a sequence of partial sums, where the terms are defined without end."""
    from derive.deciding.stating.handling.convolutions import lower_convolution

    try:
        body = _body(abstraction, binder, start, length)
    except Split:
        raise
    except Unsupported:
        if binder.kind == "product":
            raise
        return lower_convolution(abstraction, binder, start, natural_term(length), opaque=True)
    if binder.kind == "sum" and _mixes(abstraction, body):
        for longer in (_from_zero, _to_one_more):
            with suppress(Unsupported):
                return longer(abstraction, binder)
        with suppress(Unsupported):
            return lower_convolution(abstraction, binder, start, natural_term(length), opaque=False)
    place, count = depth(abstraction), natural_term(length)
    if binder.kind == "product":
        return partial_totals(abstraction, "product", body, place, count)
    return total_of(abstraction, body, place, count)


def _to_one_more(abstraction: Abstraction, binder: Binder) -> Term:
    """The sum with one more term, without that term, which must be defined."""
    from derive.deciding.stating.handling.convolutions import lower_convolution

    first, last = binder.bounds
    end = add(last, ONE)
    with abstraction.without_granting():
        final = abstraction.term(substituted(binder.body, {binder.variable: end}))
    start = abstraction.term(first)
    length = families.polynomial(abstraction.term(end) - start + identity())
    if length is None or abstraction.bound or "binomial" not in abstraction.families:
        raise Unsupported("a sum that cannot end later")
    longer = Binder(binder.kind, binder.variable, binder.body, (first, end))
    whole = lower_convolution(abstraction, longer, start, natural_term(length), opaque=False)
    return whole - final


def _mixes(abstraction: Abstraction, body: Term) -> bool:
    """Whether a place of a sequence depends on the variable of the sum and on something else."""
    running = families.place(depth(abstraction))
    variables = map(variables_of, sequences(body))
    return any(running in one and len(one) > 1 for one in variables)


def _body(abstraction: Abstraction, binder: Binder, start: Term, length: Exponent) -> Term:
    """The body; an empty sum is split off if what it divides by may vanish there."""
    before, split = abstraction.inhabited, abstraction.fixed_divisor
    outer = before or not abstraction.bound
    abstraction.inhabited = outer and dict(length).get((), 0) > 0
    abstraction.fixed_divisor = False
    try:
        return body_at(abstraction, binder, start)
    except Unsupported:
        if abstraction.fixed_divisor and not abstraction.inhabited:
            abstraction.split(*length)
        raise
    finally:
        abstraction.inhabited, abstraction.fixed_divisor = before, split


def _from_zero(abstraction: Abstraction, binder: Binder) -> Term:
    """The sum from 0 on, without its first terms, which must be defined."""
    first, last = binder.bounds
    if abstraction.bound or not (isinstance(first, Number) and 0 < first.value <= _MOST_BEFORE):
        raise Unsupported("a sum that cannot begin earlier")
    with abstraction.without_granting():
        before = _written_out(abstraction, binder, 0, int(first.value))
    earlier = Binder(binder.kind, binder.variable, binder.body, (ZERO, last))
    return abstraction.term(earlier) - before
