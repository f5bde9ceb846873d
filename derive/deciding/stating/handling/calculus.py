"""Derivatives, integrals and limits: an atom for each, and nothing said of it here.

A derivative is keyed by the function, the point and the order; one of a declared function by the
order in each of its arguments, for mixed derivatives do not depend on the sequence.  Where a
derivative is defined, so is the function.

This module says what is proved: a mistake here is a wrong answer.

Main results: `lower`.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from derive.deciding.claims.expressions import (
    ZERO,
    Binder,
    Call,
    Expression,
    Number,
    Symbol,
    free_names,
    substituted,
)
from derive.deciding.stating.definedness import divisors
from derive.deciding.stating.families import under_binder
from derive.deciding.stating.grants import Unsupported
from derive.deciding.stating.handling.partials import as_partial, partial
from derive.deciding.stating.signs import evidently
from derive.kernel.atoms import C, KernelError
from derive.kernel.terms import Term

if TYPE_CHECKING:
    from derive.deciding.stating.abstraction import Abstraction

PLACE = "_1"


def lower(abstraction: Abstraction, expression: Binder) -> Term:
    """The term of a derivative, an integral or a limit.

    Raises:
        Unsupported: it stands under a sum with its variable in it, or is of no known kind.
    """
    if free_names(expression) & abstraction.bound.keys():
        raise abstraction.unsupported(f"a {expression.kind} under a sum")
    match expression.kind:
        case "derivative":
            return _derivative(abstraction, expression)
        case "integral":
            from derive.deciding.stating.handling.integrals import lower_integral

            return lower_integral(abstraction, expression)
        case "limit":
            return _limit(abstraction, expression)
    raise abstraction.unsupported(f"an {expression.kind} within an expression")


def canonical(abstraction: Abstraction, expression: Binder) -> Expression:
    """The body as a function of the symbol `_1`.

    Raises:
        Unsupported: that symbol stands in it already.
    """
    if PLACE in free_names(expression):
        raise abstraction.unsupported(f"a {expression.kind} in a premise")
    return substituted(expression.body, {expression.variable: Symbol(PLACE)})


def _derivative(abstraction: Abstraction, expression: Binder) -> Term:
    point, order = expression.bounds
    if not isinstance(order, Number) or order.value.denominator != 1 or order.value < 0:
        raise abstraction.unsupported("a derivative of such an order")
    value = substituted(expression.body, {expression.variable: point})
    if order.value == 0:
        return abstraction.term(value)
    found = as_partial(expression)
    if found is not None:
        return _partial(abstraction, *found)
    if abstraction.granting:
        _grant_definedness(abstraction, value)
        _grant_smoothness(abstraction, expression)
    body = canonical(abstraction, expression)
    key = ("derivative", body, abstraction.term(point), order)
    meaning = Binder("derivative", PLACE, body, (point, order))
    ends = (C, C) if _is_scalar(abstraction, value) else abstraction.term(value).ends
    return abstraction.atom(key, abstraction.fresh_name("derivative"), meaning, (), *ends)


def _is_scalar(abstraction: Abstraction, value: Expression) -> bool:
    kinds = {abstraction.names[name].kind for name in free_names(value)}
    return kinds <= {"scalar", "function"}


def _grant_definedness(abstraction: Abstraction, value: Expression) -> None:
    """What the function divides by at the point, outside of what binds a variable."""
    if isinstance(value, Binder):
        return
    if isinstance(value, Call):
        below = list(divisors(value))
        if value.function == "power":
            base, exponent = value.arguments
            below += [base] if isinstance(exponent, Number) and exponent.value < 0 else []
        for divisor in below:
            with suppress(Unsupported, KernelError):
                abstraction.inverse(abstraction.term(divisor))
    for part in value.children():
        _grant_definedness(abstraction, part)


def _grant_smoothness(abstraction: Abstraction, expression: Binder) -> None:
    """|u|, and u to a power between 0 and 1, have no derivative where a linear u is 0."""
    body = expression.body
    factors = body.arguments if isinstance(body, Call) and body.function == "multiply" else (body,)
    kinked = [factor for factor in factors if not isinstance(factor, Number)]
    if len(kinked) != 1 or ZERO in factors:
        return
    match kinked[0]:
        case Call("abs", (inner,)):
            pass
        case Call("power", (inner, Number(value))) if 0 < value < 1:
            pass
        case _:
            return
    if _is_linear(inner, expression.variable):
        there = substituted(inner, {expression.variable: expression.bounds[0]})
        abstraction.inverse(abstraction.term(there))


def _is_linear(body: Expression, variable: str) -> bool:
    """Whether it is the variable, times a number other than 0, plus what does not depend on it."""
    match body:
        case Symbol(name):
            return name == variable
        case Call("multiply", (Number(value), inner)):
            return value != 0 and _is_linear(inner, variable)
        case Call("add", terms):
            moving = [term for term in terms if variable in free_names(term)]
            return len(moving) == 1 and _is_linear(moving[0], variable)
    return False


def _partial(
    abstraction: Abstraction, name: str, orders: tuple[int, ...], arguments: tuple[Expression, ...]
) -> Term:
    terms = tuple(map(abstraction.term, arguments))
    if under_binder(*terms) or not all(term.is_scalar for term in terms):
        raise abstraction.unsupported("a derivative at such arguments")
    real = "real" in abstraction.names[name].words and all(evidently("real", t) for t in terms)
    key = ("partial", name, orders, terms)
    meaning = partial(name, orders, arguments)
    properties = ("hermitian",) if real else ()
    return abstraction.atom(key, abstraction.fresh_name("derivative"), meaning, properties)


def _limit(abstraction: Abstraction, expression: Binder) -> Term:
    body = canonical(abstraction, expression)
    meaning = Binder("limit", PLACE, body, expression.bounds)
    return abstraction.atom(meaning, abstraction.fresh_name("limit"), meaning)
