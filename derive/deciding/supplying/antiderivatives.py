"""Guesses of antiderivatives of functions of `_1`; that they are right is proved elsewhere.

Main results: `antiderivatives`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction

from derive.deciding.expressions import (
    HALF,
    MINUS_ONE,
    ONE,
    TWO,
    Application,
    Binder,
    Call,
    Expression,
    Number,
    Symbol,
    add,
    call,
    divide,
    free_names,
    multiply,
    negative,
    number,
    power,
    subtract,
    substituted,
)
from derive.deciding.handling.differentiation import times, total

X = Symbol("_1")
_MOST_DEPTH = 12


class NotFound(Exception):
    """No antiderivative was found."""


def antiderivatives(body: Expression) -> Iterator[Expression]:
    """Functions that may have this derivative."""
    try:
        yield _of(body, _MOST_DEPTH)
    except NotFound:
        return


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
            return None if None in slopes else total([s for s in slopes if s is not None])
        case Call("multiply", factors):
            moving = [factor for factor in factors if moves(factor)]
            inner = slope(moving[0]) if len(moving) == 1 else None
            return None if inner is None else times(*_without(factors, moving), inner)
    return None


def _without(factors: Sequence[Expression], some: Sequence[Expression]) -> list[Expression]:
    left = list(factors)
    for one in some:
        left.remove(one)
    return left


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
    "asin": lambda u: add(
        multiply(u, call("asin", u)), call_root(subtract(ONE, power(u, TWO)))
    ),
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
    constant, leading = number(0), number(0)
    for term in base.arguments if isinstance(base, Call) and base.function == "add" else (base,):
        factors = flat(term)
        if not moves(term):
            constant = term if constant == number(0) else add(constant, term)
        elif sum(map(moves, factors)) == 1 and power(X, TWO) in factors:
            leading = times(*_without(factors, [power(X, TWO)])) or ONE
        else:
            raise NotFound
    if number(0) in (constant, leading):
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
            return divide(call(kind, times(stretch, X)), times(stretch, call_root(constant)))
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


def _sorted(moving: list[Expression]) -> tuple[int, list[Call], list[Expression]]:
    """The power of x, factors that are waves or exponentials of linear functions, and others."""
    degree, waves, others = 0, list[Call](), list[Expression]()
    for factor in moving:
        match factor:
            case Symbol():
                degree += 1
            case Call("power", (Symbol(), Number(value))) if value.denominator == 1:
                degree += int(value)
            case Call("exp" | "sin" | "cos" | "sinh" | "cosh", (inner,)) if slope(inner) is not None:
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
        assert rise is not None and pace is not None
        below = add(power(rise, TWO), power(pace, TWO))
        sine, cosine = call("sin", b), call("cos", b)
        above = (
            subtract(multiply(rise, sine), multiply(pace, cosine))
            if second.function == "sin"
            else add(multiply(rise, cosine), multiply(pace, sine))
        )
        return divide(multiply(first, above), below)
    plus, minus = _collected(add(a, b)), _collected(subtract(a, b))
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


def _collected(inner: Expression) -> Expression:
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
    terms = [
        number(c) if one == ONE else times(number(c), one) for one, c in counts.items() if c
    ]
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
            for value in values:
                c *= value.value
            rest = _without(factors, values)
            _count(multiply(*rest) if rest else ONE, c, counts)
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
