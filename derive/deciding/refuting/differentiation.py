"""Derivatives by the rules of calculus, at points where the expression is analytic.

Main results: `derivative`, `derivative_at_point`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from derive.deciding.claims.expressions import (
    HALF,
    MINUS_ONE,
    ONE,
    TWO,
    ZERO,
    Binder,
    Call,
    Expression,
    Number,
    Symbol,
    add,
    call,
    free_names,
    multiply,
    negative,
    power,
    substituted,
    subtract,
)
from derive.deciding.refuting.quantities import NotKnown, Quantity, UndefinedHere
from derive.deciding.refuting.reality import analytic_form

if TYPE_CHECKING:
    from derive.deciding.refuting.balls import Evaluation

_MOST_ORDERS = 8
_MINUS_HALF = negative(HALF)


def _square(u: Expression) -> Expression:
    return power(u, TWO)


_RULES: Mapping[str, Callable[[Expression], Expression]] = {
    "exp": lambda u: call("exp", u),
    "log": lambda u: power(u, MINUS_ONE),
    "sin": lambda u: call("cos", u),
    "cos": lambda u: negative(call("sin", u)),
    "tan": lambda u: add(ONE, _square(call("tan", u))),
    "cot": lambda u: negative(add(ONE, _square(call("cot", u)))),
    "sec": lambda u: multiply(call("sec", u), call("tan", u)),
    "csc": lambda u: multiply(MINUS_ONE, call("csc", u), call("cot", u)),
    "sinh": lambda u: call("cosh", u),
    "cosh": lambda u: call("sinh", u),
    "tanh": lambda u: subtract(ONE, _square(call("tanh", u))),
    "coth": lambda u: subtract(ONE, _square(call("coth", u))),
    "asin": lambda u: power(subtract(ONE, _square(u)), _MINUS_HALF),
    "acos": lambda u: negative(power(subtract(ONE, _square(u)), _MINUS_HALF)),
    "atan": lambda u: power(add(ONE, _square(u)), MINUS_ONE),
    "asinh": lambda u: power(add(ONE, _square(u)), _MINUS_HALF),
    "acosh": lambda u: multiply(
        power(subtract(u, ONE), _MINUS_HALF), power(add(u, ONE), _MINUS_HALF)
    ),
    "atanh": lambda u: power(subtract(ONE, _square(u)), MINUS_ONE),
}


def derivative_at_point(evaluation: Evaluation, binder: Binder) -> Quantity:
    """The value of a derivative whose body is analytic at the point."""
    point, order = (evaluation.quantity(bound) for bound in binder.bounds)
    times = order.integer
    if times is None or not 0 <= times <= _MOST_ORDERS:
        raise NotKnown
    there = Quantity(point.exact, None if point.exact is not None else point.ball, True)
    body, place = binder.body, binder.bounds[0]
    if isinstance(place, Symbol) and place.name in evaluation.real:
        body = analytic_form(body, binder.variable, evaluation.at({binder.variable: point}))
    evaluation.at({binder.variable: there}).quantity(body)
    for _ in range(times):
        body = derivative(body, binder.variable)
    try:
        return evaluation.at({binder.variable: point}).quantity(body)
    except UndefinedHere as error:
        raise NotKnown from error


def derivative(expression: Expression, variable: str) -> Expression:
    """The derivative with respect to a variable, right wherever the expression is analytic.

    Raises:
        NotKnown: no rule says what it is.
    """
    if variable not in free_names(expression):
        return ZERO
    match expression:
        case Symbol():
            return ONE
        case Call("add", terms):
            return _sum([derivative(term, variable) for term in terms])
        case Call("multiply", factors):
            return _sum(
                [
                    _product(
                        [*factors[:place], derivative(factor, variable), *factors[place + 1 :]]
                    )
                    for place, factor in enumerate(factors)
                ]
            )
        case Call("power", (base, exponent)):
            return _of_power(base, exponent, variable)
        case Call(function, (argument,)) if function in _RULES:
            return _product([_RULES[function](argument), derivative(argument, variable)])
        case Binder():
            return _of_binder(expression, variable)
    raise NotKnown


def _of_power(base: Expression, exponent: Expression, variable: str) -> Expression:
    if variable not in free_names(exponent):
        lowered = (
            Number(exponent.value - 1) if isinstance(exponent, Number) else subtract(exponent, ONE)
        )
        return _product([exponent, power(base, lowered), derivative(base, variable)])
    logarithm = _product([derivative(exponent, variable), call("log", base)])
    inner = _product([exponent, power(base, MINUS_ONE), derivative(base, variable)])
    return _product([power(base, exponent), _sum([logarithm, inner])])


def _of_binder(binder: Binder, variable: str) -> Expression:
    """Under the integral or the finite sum; the bounds of an integral by the main theorem."""
    bound, body = binder.variable, binder.body
    inner = ZERO if bound == variable else derivative(body, variable)
    match binder:
        case Binder("sum", _, _, bounds) if not any(variable in free_names(b) for b in bounds):
            return Binder("sum", bound, inner, bounds)
        case Binder("integral", _, _, (lower, upper)):
            return _sum(
                [
                    _product([substituted(body, {bound: upper}), derivative(upper, variable)]),
                    _product(
                        [MINUS_ONE, substituted(body, {bound: lower}), derivative(lower, variable)]
                    ),
                    ZERO if inner == ZERO else Binder("integral", bound, inner, (lower, upper)),
                ]
            )
        case Binder("derivative", _, _, (point, Number(order))) if order.denominator == 1:
            for _ in range(min(int(order), _MOST_ORDERS)):
                body = derivative(body, bound)
            return derivative(substituted(body, {bound: point}), variable)
        case Binder("antiderivative", _, _, (Symbol(name),)) if name == variable:
            return substituted(body, {bound: Symbol(name)})
    raise NotKnown


def _sum(terms: list[Expression]) -> Expression:
    kept = [term for term in terms if term != ZERO]
    return add(*kept) if kept else ZERO


def _product(factors: list[Expression]) -> Expression:
    if ZERO in factors:
        return ZERO
    kept = [factor for factor in factors if factor != ONE]
    return multiply(*kept) if kept else ONE
