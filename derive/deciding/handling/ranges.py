"""Finite sums and products over ranges: sequences of partial sums, with the recursion that says so.

The sum of f(k) for k from a to b is the number S[b - a + 1] of the sequence with S[0] = 0 and
S[m + 1] = S[m] + f(a + m).  So its terms must be defined for all m, and b - a + 1 must be a natural
number; what is meant by a sum with b < a - 1 is not agreed upon.

Main results: `lower`.
"""

from __future__ import annotations

from contextlib import suppress
from functools import reduce

from derive.deciding import families
from derive.deciding.abstraction import Abstraction, Grant, Unsupported, added
from derive.deciding.expressions import INFINITY, Binder, Number, number, substituted
from derive.kernel.atoms import C
from derive.kernel.exponents import Exponent, as_integer
from derive.kernel.terms import Term, identity, letter, zero

_MOST_WRITTEN_OUT = 250


def lower(abstraction: Abstraction, expression: Binder) -> Term:
    """The value of a sum or a product."""
    first, last = expression.bounds
    if INFINITY in expression.bounds:
        from derive.deciding.handling.series import lower_series

        return lower_series(abstraction, expression)
    start = abstraction.term(first)
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
    from derive.deciding.abstraction import exponent_term
    from derive.deciding.handling.convolutions import lower_convolution

    try:
        body = body_at(abstraction, binder, start)
    except Unsupported:
        if binder.kind == "product":
            raise
        return lower_convolution(abstraction, binder, start, exponent_term(length))
    if binder.kind == "sum" and families.mentions_binomials(abstraction, body):
        with suppress(Unsupported):
            return lower_convolution(abstraction, binder, start, exponent_term(length))
    place, count = depth(abstraction), exponent_term(length)
    if binder.kind == "product":
        return partial_totals(abstraction, "product", body, place, count)
    return total_of(abstraction, body, place, count)


def total_of(abstraction: Abstraction, body: Term, bound: int, length: Term) -> Term:
    """The sum of the body, each of its terms for itself, without what does not depend on it."""
    total = zero()
    for monomial, c in sorted(body.monomials.items()):
        part = Term(C, C, {monomial: c})
        rest, moving = families.apart(part, frozenset({families.place(bound)}))
        total = total + rest * partial_totals(abstraction, "sum", moving, bound, length)
    return total


def depth(abstraction: Abstraction) -> int:
    """The number of the next place that no variable that is bound around here stands for."""
    return 1 + max(map(families.place_number, abstraction.bound.values()), default=-1)


def body_at(abstraction: Abstraction, binder: Binder, start: Term) -> Term:
    """The body with the variable bound to the start plus the natural `place(depth)`."""
    running = start + letter(families.place(depth(abstraction)))
    with families.binding(abstraction, {binder.variable: running}):
        body = abstraction.term(binder.body)
    if not body.is_scalar:
        raise Unsupported(f"a {binder.kind} of operators")
    return body


def partial_totals(
    abstraction: Abstraction, kind: str, body: Term, bound: int, length: Term
) -> Term:
    """The sum or product of the body over the natural `place(bound)` below the length."""
    running = families.place(bound)
    others = [atom for atom in families.naturals(body) if atom != running]
    slots = [families.place(n) for n in range(len(others) + 1)]
    (shape,) = families.pattern([body], [running, *others])
    words = families.words_of_total(kind, shape)
    atom, new = families.sequence(abstraction, (kind, shape), kind, len(slots), words)
    if new:
        place, *rest = map(letter, slots)
        before, after = letter(atom, place, *rest), letter(atom, place + identity(), *rest)
        empty = letter(atom, zero(), *rest)
        whole = before + shape if kind == "sum" else before * shape
        nothing = zero() if kind == "sum" else identity()
        formulas = (
            families.recursion(slots[1:], empty, nothing),
            families.recursion(slots, after, whole),
        )
        abstraction.grants.append(Grant("premise", f"recursion of a {kind}", formulas))
    return letter(atom, length, *map(letter, others))
