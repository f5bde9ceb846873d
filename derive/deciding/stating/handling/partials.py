"""Partial derivatives of declared functions, and sums and products without zeros and ones.

This module says what is proved: a mistake here is a wrong answer.

Main results: `as_partial`, `partial`, `raised`, `total`, `times`, `is_entire`.
"""

from __future__ import annotations

from derive.deciding.claims.expressions import (
    ONE,
    ZERO,
    Application,
    Binder,
    Call,
    Expression,
    Number,
    Symbol,
    add,
    free_names,
    multiply,
    number,
)

Partial = tuple[str, tuple[int, ...], tuple[Expression, ...]]


def as_partial(expression: Expression) -> Partial | None:
    """A declared function with the order of its derivative in each place, and its arguments."""
    match expression:
        case Application(name, arguments):
            return name, (0,) * len(arguments), arguments
        case Binder("derivative", variable, body, (point, Number(order))):
            inner = as_partial(body)
            if inner is None or order.denominator != 1:
                return None
            name, orders, arguments = inner
            moving = [k for k, one in enumerate(arguments) if variable in free_names(one)]
            if len(moving) != 1 or arguments[moving[0]] != Symbol(variable):
                return None
            (place,) = moving
            changed = (*arguments[:place], point, *arguments[place + 1 :])
            return name, raised(orders, place, int(order)), changed
    return None


def partial(name: str, orders: tuple[int, ...], arguments: tuple[Expression, ...]) -> Expression:
    """The expression for a partial derivative of a declared function."""
    places = [f"_d{k}" for k in range(len(orders))]
    body: Expression = Application(
        name,
        tuple(
            Symbol(place) if order else argument
            for place, order, argument in zip(places, orders, arguments, strict=True)
        ),
    )
    for place, order, argument in zip(places, orders, arguments, strict=True):
        if order:
            body = Binder("derivative", place, body, (argument, number(order)))
    return body


def raised(orders: tuple[int, ...], place: int, by: int = 1) -> tuple[int, ...]:
    """The orders with one of them raised."""
    return (*orders[:place], orders[place] + by, *orders[place + 1 :])


def total(terms: list[Expression]) -> Expression:
    """The sum without zeros."""
    kept = [term for term in terms if term != ZERO]
    return add(*kept) if kept else ZERO


def times(*factors: Expression) -> Expression:
    """The product without ones; ZERO if a factor is."""
    if ZERO in factors:
        return ZERO
    kept = [factor for factor in factors if factor != ONE]
    return multiply(*kept) if kept else ONE


def is_entire(body: Expression, names: frozenset[str]) -> bool:
    """Whether the body is an entire function of all these names together.

    Then the order of a derivative in one and an integral over an interval of another is free.
    """
    if not free_names(body) & names:
        return True
    match body:
        case Symbol():
            return True
        case Call("power", (base, Number(value))):
            return value.denominator == 1 and value >= 0 and is_entire(base, names)
        case Call("add" | "multiply" | "exp" | "sin" | "cos" | "sinh" | "cosh", parts):
            return all(is_entire(part, names) for part in parts)
    return False
