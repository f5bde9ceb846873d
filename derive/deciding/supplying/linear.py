"""Linear functions of `_1`, and the factors of products.

Main results: `moves`, `slope`, `flat`, `collected`.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import prod

from derive.deciding.claims.expressions import (
    ONE,
    Call,
    Expression,
    Number,
    Symbol,
    free_names,
    multiply,
    number,
    power,
    substituted,
)
from derive.deciding.stating.handling.partials import times, total

X = Symbol("_1")


def moves(body: Expression) -> bool:
    """Whether the variable stands in it."""
    return X.name in free_names(body)


def slope(body: Expression) -> Expression | None:
    """The slope of a function that is linear by its form, or None."""
    if not moves(body):
        return number(0)
    match body:
        case Symbol():
            return ONE
        case Call("add", terms):
            slopes = [slope(term) for term in terms]
            known = [one for one in slopes if one is not None]
            return total(known) if len(known) == len(slopes) else None
        case Call("multiply", factors):
            moving = [factor for factor in factors if moves(factor)]
            inner = slope(moving[0]) if len(moving) == 1 else None
            return None if inner is None else times(*without(factors, moving), inner)
    return None


def without(factors: Sequence[Expression], some: Sequence[Expression]) -> list[Expression]:
    """The factors without some of them."""
    left = list(factors)
    for one in some:
        left.remove(one)
    return left


def flat(body: Expression) -> list[Expression]:
    """The factors of a product, powers of products and whole powers of roots taken apart."""
    match body:
        case Call("multiply", factors):
            return [one for factor in factors for one in flat(factor)]
        case Call("power", (Call("multiply", factors), exponent)) if _is_whole(exponent):
            return [one for factor in factors for one in flat(power(factor, exponent))]
        case Call("power", (Call("power", (base, inner)), Number(outer))) if (
            isinstance(inner, Number) and outer.denominator == 1
        ):
            return [power(base, number(inner.value * outer))]
    return [body]


def _is_whole(exponent: Expression) -> bool:
    return isinstance(exponent, Number) and exponent.value.denominator == 1


def collected(inner: Expression) -> Expression:
    """A linear function as slope times x plus a constant, numbers added up."""
    rise = slope(inner)
    start = _added(substituted(inner, {X.name: number(0)}))
    assert rise is not None
    found = total([times(_added(rise), X), start])
    return found


def _added(body: Expression) -> Expression:
    """A sum with its numbers added up and opposite terms dropped."""
    counts: dict[Expression, Fraction] = {}
    _count(body, Fraction(1), counts)
    terms = [number(c) if one == ONE else times(number(c), one) for one, c in counts.items() if c]
    return total(terms)


def _count(body: Expression, c: Fraction, counts: dict[Expression, Fraction]) -> None:
    match body:
        case Number(value):
            counts[ONE] = counts.get(ONE, Fraction(0)) + c * value
        case Call("add", terms):
            for term in terms:
                _count(term, c, counts)
        case Call("multiply", (Number(value), *rest)):
            _count(multiply(*rest), c * value, counts)
        case Call("multiply", factors) if any(isinstance(f, Number) for f in factors):
            values = [f for f in factors if isinstance(f, Number)]
            others = without(factors, values)
            scale = prod((one.value for one in values), start=c)
            _count(multiply(*others) if others else ONE, scale, counts)
        case Call("multiply", factors) if any(
            isinstance(f, Call) and f.function == "add" for f in factors
        ):
            place = next(
                k for k, f in enumerate(factors) if isinstance(f, Call) and f.function == "add"
            )
            for term in factors[place].children():
                parts = [*factors[:place], term, *factors[place + 1 :]]
                _count(multiply(*[one for part in parts for one in flat(part)]), c, counts)
        case _:
            counts[body] = counts.get(body, Fraction(0)) + c
