"""Infinite sums: a symbol for each shape of terms, times what does not depend on the index.

Nothing is said of the symbol here; what a series converges to are premises, and these say when it
does.  Only series that always converge are taken apart.

Main results: `lower_series`, `Shape`, `shapes`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from derive.deciding.claims.expressions import INFINITY, Binder, Number, number, substituted
from derive.deciding.stating import families
from derive.deciding.stating.abstraction import Abstraction
from derive.deciding.stating.grants import Unsupported
from derive.deciding.stating.handling.totals import body_at
from derive.kernel.atoms import Atom, C
from derive.kernel.exponents import as_integer, constant
from derive.kernel.terms import Term, identity, letter, natural_term, single, zero
from derive.kernel.terms import number as integer

_MOST_SHIFTED = 5
_PLACE = families.place(0)


def lower_series(abstraction: Abstraction, binder: Binder) -> Term:
    """The value of an infinite sum."""
    first, last = binder.bounds
    start = abstraction.term(first)
    whole = isinstance(first, Number) and first.value.denominator == 1
    if binder.kind != "sum" or last != INFINITY or abstraction.bound or not whole:
        raise Unsupported(f"such an infinite {binder.kind}")
    assert isinstance(first, Number)
    begin = int(first.value)
    for earlier in range(min(begin, 2) if begin <= _MOST_SHIFTED else 0):
        with suppress(Unsupported):
            return _without_first(abstraction, binder, earlier, begin)
    return _total(abstraction, body_at(abstraction, binder, start))


def _without_first(abstraction: Abstraction, binder: Binder, earlier: int, begin: int) -> Term:
    """The sum from an earlier place without its first terms, if these are defined."""
    with abstraction.without_granting():
        firsts = [
            abstraction.term(substituted(binder.body, {binder.variable: number(k)}))
            for k in range(earlier, begin)
        ]
        body = body_at(abstraction, binder, integer(earlier))
    return sum((-one for one in firsts), _total(abstraction, body))


def _total(abstraction: Abstraction, body: Term) -> Term:
    index = frozenset({_PLACE})
    terms = [Term(C, C, {m: c}) for m, c in sorted(body.monomials.items())]
    parts = [families.apart(term, index) for term in terms]
    if len(parts) > 1 and not all(_converges(abstraction, shape) for _, shape in parts):
        raise Unsupported("a sum of series that may diverge")
    total = zero()
    for coefficient, shape in parts:
        key = ("series", shape)
        if key not in abstraction.families and not abstraction.granting:
            raise Unsupported("a premise about a series that does not occur")
        atom, _ = families.sequence(abstraction, key, "series", 0)
        total = total + coefficient * letter(atom)
    return total


def _converges(abstraction: Abstraction, shape: Term) -> bool:
    """Whether the terms are x^m over a factorial, up to polynomials: then it does for all x."""
    found = _shape(abstraction, shape)
    return found is not None and bool(found.factorials) and not found.others


@dataclass(frozen=True)
class Shape:
    """The terms of a series: c·x^m times values of sequences.

    Args:
        ratio: x or -x.
        root: a square root of the ratio that is again such a product, if there is one.
        alternating: whether x is minus the ratio.
        factorials: the arguments of the factorials below.
        others: whether there are other factors that depend on m.
    """

    ratio: Term
    root: Term | None
    alternating: bool
    factorials: tuple[Term, ...]
    others: bool


def shapes(abstraction: Abstraction) -> Iterator[Shape]:
    """What is known of the terms of the series that occur."""
    for key in list(abstraction.families):
        if isinstance(key, tuple) and key[0] == "series":
            found = _shape(abstraction, key[1])
            if found is not None:
                yield found


def _shape(abstraction: Abstraction, shape: Term) -> Shape | None:
    ((monomial, _),) = shape.monomials.items()
    ratio, root, below, others = identity(), identity(), list[Term](), False
    square = True
    for word, power in monomial.scalars:
        here = word[0][0]
        if here.atom == abstraction.families.get("factorial") and as_integer(power) == -1:
            below.append(natural_term(here.arguments[0]))  # type: ignore[arg-type]
        elif not here.arguments and here.atom != _PLACE and _is_linear(power):
            times = power[0][1]
            ratio = ratio * single(here, constant(times))
            root, square = root * single(here, constant(times // 2)), square and times % 2 == 0
        else:
            others = True
    alternating = bool(monomial.sign)
    if alternating and monomial.sign != (((_PLACE,), 1),):
        return None
    return Shape(ratio, root if square else None, alternating, tuple(below), others)


def _is_linear(power: tuple[tuple[tuple[Atom, ...], int], ...]) -> bool:
    return len(power) == 1 and power[0][0] == (_PLACE,)
