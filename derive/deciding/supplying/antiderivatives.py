"""Guesses of antiderivatives of functions of `_1`; that they are right is proved elsewhere.

Main results: `antiderivatives`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction

from derive.deciding.claims.expressions import (
    HALF,
    MINUS_ONE,
    ONE,
    TWO,
    ZERO,
    Application,
    Binder,
    Call,
    Expression,
    Number,
    Symbol,
    add,
    call,
    divide,
    multiply,
    negative,
    number,
    power,
    substituted,
    subtract,
)
from derive.deciding.stating.handling.partials import times, total
from derive.deciding.supplying.linear import X, collected, flat, moves, slope, without

_MOST_DEPTH = 12


class NotFound(Exception):
    """No antiderivative was found."""


def antiderivatives(body: Expression) -> Iterator[Expression]:
    """Functions that may have this derivative."""
    try:
        yield _of(body, _MOST_DEPTH)
    except NotFound:
        return


_OF_LINEAR: Mapping[str, Callable[[Expression], Expression]] = {
    "exp": lambda u: call("exp", u),
    "sin": lambda u: negative(call("cos", u)),
    "cos": lambda u: call("sin", u),
    "sinh": lambda u: call("cosh", u),
    "cosh": lambda u: call("sinh", u),
    "tan": lambda u: negative(call("log", call("cos", u))),
    "cot": lambda u: call("log", call("sin", u)),
    "tanh": lambda u: call("log", call("cosh", u)),
    "log": lambda u: subtract(multiply(u, call("log", u)), u),
    "atan": lambda u: subtract(
        multiply(u, call("atan", u)), times(HALF, call("log", add(ONE, power(u, TWO))))
    ),
    "asin": lambda u: add(multiply(u, call("asin", u)), call_root(subtract(ONE, power(u, TWO)))),
}


def call_root(body: Expression) -> Expression:
    """The square root."""
    return power(body, HALF)


def _of(body: Expression, depth: int) -> Expression:
    if depth == 0:
        raise NotFound
    if not moves(body):
        return multiply(body, X)
    match body:
        case Symbol():
            return multiply(HALF, power(X, TWO))
        case Call("add", terms):
            return total([_of(term, depth) for term in terms])
        case Call("multiply"):
            return _of_product(flat(body), depth)
        case Call("power", (Call("power"), Number())) if flat(body) != [body]:
            return _of_product(flat(body), depth - 1)
        case Call("power", (base, exponent)):
            return _of_power(base, exponent, depth)
        case Call(function, (inner,)) if function in _OF_LINEAR:
            rise = slope(inner)
            if rise is not None:
                return divide(_OF_LINEAR[function](inner), rise)
        case Binder("derivative", variable, inner, (point, Number(order))) if point == X:
            lowered = number(order - 1)
            renamed = substituted(inner, {variable: X})
            return Binder("derivative", variable, inner, (X, lowered)) if order > 1 else renamed
    raise NotFound


def _of_power(base: Expression, exponent: Expression, depth: int) -> Expression:
    rise = slope(base)
    if not moves(exponent) and rise is not None:
        if exponent == MINUS_ONE:
            return divide(call("log", base), rise)
        raised = number(exponent.value + 1) if isinstance(exponent, Number) else add(exponent, ONE)
        return divide(power(base, raised), multiply(raised, rise))
    if not moves(base):
        rise = slope(exponent)
        if rise is not None:
            return divide(power(base, exponent), multiply(call("log", base), rise))
    if isinstance(exponent, Number) and exponent.value.denominator == 1 and exponent.value > 1:
        return _of_product([base] * int(exponent.value), depth)
    if isinstance(exponent, Number) and exponent.value in (-1, Fraction(-1, 2)):
        return _of_square(base, exponent)
    if exponent == number(-2) and isinstance(base, Call) and base.function in ("cos", "sin"):
        rise = slope(base.arguments[0])
        if rise is not None:
            ratio = call("tan" if base.function == "cos" else "cot", *base.arguments)
            return divide(ratio if base.function == "cos" else negative(ratio), rise)
    raise NotFound


def _of_square(base: Expression, exponent: Expression) -> Expression:
    """1/(c + d x^2) and its root."""
    constant: Expression = ZERO
    leading: Expression = ZERO
    for term in base.arguments if isinstance(base, Call) and base.function == "add" else (base,):
        factors = flat(term)
        if not moves(term):
            constant = term if constant == ZERO else add(constant, term)
        elif sum(map(moves, factors)) == 1 and power(X, TWO) in factors:
            leading = times(*without(factors, [power(X, TWO)]))
        else:
            raise NotFound
    if ZERO in (constant, leading):
        raise NotFound
    if isinstance(constant, Number) and isinstance(leading, Number):
        ratio = leading.value / constant.value
        if exponent == MINUS_ONE:
            kind, scale = ("atan", ratio) if ratio > 0 else ("atanh", -ratio)
            stretch = _root_of(scale)
            return divide(call(kind, times(stretch, X)), times(stretch, constant))
        if constant.value > 0:
            kind, scale = ("asinh", ratio) if ratio > 0 else ("asin", -ratio)
            stretch = _root_of(scale)
            return divide(call(kind, times(stretch, X)), times(stretch, _root_of(constant.value)))
        raise NotFound
    match constant:
        case Call("power", (base_root, exponent_root)) if exponent_root == TWO:
            size = base_root
        case _:
            size = call_root(constant)
    if leading != ONE:
        raise NotFound
    if exponent == MINUS_ONE:
        return divide(call("atan", divide(X, size)), size)
    return call("asinh", divide(X, size))


def _root_of(scale: Fraction) -> Expression:
    from math import isqrt

    roots = isqrt(scale.numerator), isqrt(scale.denominator)
    if roots[0] ** 2 == scale.numerator and roots[1] ** 2 == scale.denominator:
        return number(Fraction(*roots))
    return call_root(number(scale))


def _of_product(factors: list[Expression], depth: int) -> Expression:
    fixed = [factor for factor in factors if not moves(factor)]
    moving = [factor for factor in factors if moves(factor)]
    if not moving:
        return multiply(*fixed, X)
    if fixed:
        inner = _of_product(moving, depth)
        return times(*fixed, inner)
    if len(moving) == 1:
        return _of(moving[0], depth)
    for place, factor in enumerate(moving):
        if isinstance(factor, Call) and factor.function == "add":
            rest = [*moving[:place], *moving[place + 1 :]]
            parts = [_of_product([*flat(term), *rest], depth - 1) for term in factor.arguments]
            return total(parts)
        if _opens(factor):
            base = factor.children()[0]
            rest = [*moving[:place], base, base, *moving[place + 1 :]]
            return _of_product(rest, depth - 1)
    degree, waves, others = _sorted(moving)
    if not others and len(waves) == 1 and degree > 0:
        return _by_parts(degree, waves[0], depth)
    if not others and len(waves) > 1:
        return _of_waves(degree, waves, depth)
    if not waves and others == [call("log", X)] and degree != -1:
        raised = number(degree + 1)
        whole = power(X, raised)
        return subtract(
            divide(multiply(whole, call("log", X)), raised), divide(whole, power(raised, TWO))
        )
    return _by_substitution(moving, depth)


def _opens(factor: Expression) -> bool:
    """A square of a sum or of a wave, to be multiplied out."""
    match factor:
        case Call("power", (Call(function), exponent)):
            return exponent == TWO and function in ("add", "sin", "cos", "exp")
    return False


_WAVES = ("exp", "sin", "cos", "sinh", "cosh")


def _sorted(moving: list[Expression]) -> tuple[int, list[Call], list[Expression]]:
    """The power of x, factors that are waves or exponentials of linear functions, and others."""
    degree, waves, others = 0, list[Call](), list[Expression]()
    for factor in moving:
        match factor:
            case Symbol():
                degree += 1
            case Call("power", (Symbol(), Number(value))) if value.denominator == 1:
                degree += int(value)
            case Call(name, (inner,)) if name in _WAVES and slope(inner) is not None:
                waves.append(factor)
            case _:
                others.append(factor)
    return degree, waves, others


def _by_parts(degree: int, wave: Call, depth: int) -> Expression:
    outer = _of(wave, depth)
    first = multiply(power(X, number(degree)), outer)
    lowered = [power(X, number(degree - 1))] if degree > 2 else [X] * (degree - 1)
    rest = _of_product([number(degree), *lowered, *flat(outer)], depth - 1)
    return subtract(first, rest)


def _of_waves(degree: int, waves: list[Call], depth: int) -> Expression:
    """A product of two waves as a sum, or that of an exponential and a wave."""
    first, second, *rest = waves
    if first.function != "exp" and second.function == "exp":
        first, second = second, first
    a, b = first.arguments[0], second.arguments[0]
    powers = [power(X, number(degree))] if degree else []
    if first.function == second.function == "exp":
        return _of_product([*powers, call("exp", add(a, b)), *rest], depth - 1)
    if first.function == "exp" and second.function in ("sin", "cos") and not rest and not degree:
        rise, pace = slope(a), slope(b)
        if rise is None or pace is None:
            raise NotFound
        below = add(power(rise, TWO), power(pace, TWO))
        sine, cosine = call("sin", b), call("cos", b)
        above = (
            subtract(multiply(rise, sine), multiply(pace, cosine))
            if second.function == "sin"
            else add(multiply(rise, cosine), multiply(pace, sine))
        )
        return divide(multiply(first, above), below)
    parts: list[tuple[Expression, str, Expression]]
    plus, minus = collected(add(a, b)), collected(subtract(a, b))
    match first.function, second.function:
        case "cos", "cos":
            parts = [(HALF, "cos", minus), (HALF, "cos", plus)]
        case "sin", "sin":
            parts = [(HALF, "cos", minus), (negative(HALF), "cos", plus)]
        case "sin", "cos":
            parts = [(HALF, "sin", plus), (HALF, "sin", minus)]
        case "cos", "sin":
            parts = [(HALF, "sin", plus), (negative(HALF), "sin", minus)]
        case _:
            raise NotFound
    return total(
        [_of_product([c, *powers, *_wave(name, u), *rest], depth - 1) for c, name, u in parts]
    )


def _wave(name: str, inner: Expression) -> list[Expression]:
    if inner == number(0):
        return [number(0)] if name == "sin" else []
    return [call(name, inner)]


def _by_substitution(moving: list[Expression], depth: int) -> Expression:
    """g(u)·c·u' for a part u of one factor."""
    for place, factor in enumerate(moving):
        rest = [*moving[:place], *moving[place + 1 :]]
        for inner, outer in _layers(factor):
            found = _ratio(rest, inner)
            if found is not None:
                return times(found, substituted(_of(outer, depth - 1), {X.name: inner}))
    raise NotFound


def _layers(factor: Expression) -> Iterator[tuple[Expression, Expression]]:
    """Ways to see a factor as g(u): u, and g as a function of `_1`."""
    yield factor, X
    match factor:
        case Call("power", (base, exponent)) if not moves(exponent):
            yield base, power(X, exponent)
            for inner, outer in _layers(base):
                if inner != base:
                    yield inner, power(outer, exponent)
        case Call(function, (inner,)):
            yield inner, call(function, X)


def _ratio(rest: list[Expression], inner: Expression) -> Expression | None:
    """The constant that the rest is times the derivative of u, or None."""
    from derive.deciding.refuting.differentiation import derivative
    from derive.deciding.refuting.quantities import NotKnown

    if any(isinstance(part, Application) for part in inner.walk()):
        return None
    try:
        rise = flat(derivative(inner, X.name))
    except NotKnown:
        return None
    above = flat(_signature(rest))
    below = flat(_signature(rise))
    return _quotient(above, below)


def _signature(factors: list[Expression]) -> Expression:
    return multiply(*factors) if factors else ONE


def _quotient(above: list[Expression], below: list[Expression]) -> Expression | None:
    """The quotient of two products if all that moves cancels."""
    powers: dict[Expression, Fraction] = {}
    constants: list[Expression] = []
    for factors, sign in ((above, 1), (below, -1)):
        for factor in factors:
            if not moves(factor):
                constants.append(factor if sign == 1 else power(factor, MINUS_ONE))
                continue
            match factor:
                case Call("power", (base, Number(value))):
                    powers[base] = powers.get(base, Fraction(0)) + sign * value
                case _:
                    powers[factor] = powers.get(factor, Fraction(0)) + sign
    if any(powers.values()):
        return None
    return multiply(*constants) if constants else ONE
