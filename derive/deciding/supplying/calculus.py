"""The derivatives, integrals and limits that stand in a problem.

Main results: `supply`.
"""

from __future__ import annotations

from contextlib import suppress
from fractions import Fraction

from derive.deciding.claims.expressions import (
    INFINITY,
    MINUS_ONE,
    ONE,
    ZERO,
    Binder,
    Call,
    Expression,
    Number,
    Symbol,
    call,
    free_names,
    multiply,
    negative,
    number,
    power,
    substituted,
)
from derive.deciding.claims.problem import Problem
from derive.deciding.premises.calculus import VALUES, value_of
from derive.deciding.stating.abstraction import Abstraction
from derive.deciding.stating.grants import Unsupported
from derive.deciding.stating.handling.differentiation import Differentiation
from derive.deciding.stating.handling.generic import declared, forgotten
from derive.deciding.stating.handling.infinity import polynomial_in
from derive.deciding.stating.handling.integrals import BELOW
from derive.deciding.stating.handling.partials import as_partial, partial, times
from derive.deciding.supplying import closed_calls, propose
from derive.deciding.supplying.antiderivatives import antiderivatives
from derive.deciding.supplying.linear import X, flat, moves
from derive.kernel.terms import number as numeral

_DERIVATIVE, _MAIN = "derivative of a function", "main theorem of calculus"


def supply(abstraction: Abstraction, problem: Problem) -> None:
    """Grant what every one of them is."""
    for function, argument, _ in VALUES:
        for value in closed_calls(abstraction, function):
            if abstraction.term(value.arguments[0]) == numeral(Fraction(argument)):
                propose(abstraction, value_of(function, argument))
    for meaning in list(abstraction.meanings.values()):
        key = ("calculus", meaning)
        if not isinstance(meaning, Binder) or key in abstraction.laws:
            continue
        if not free_names(meaning) <= abstraction.names.keys():
            continue
        abstraction.laws.add(key)
        match meaning.kind:
            case "derivative" if as_partial(meaning) is None:
                point, order = meaning.bounds
                propose(abstraction, _DERIVATIVE, f=meaning.body, a=point, n=order)
            case "limit":
                point, side = meaning.bounds
                propose(abstraction, "limit of a function", f=meaning.body, a=point, s=side)
            case "integral":
                _integral(abstraction, meaning)


def _integral(abstraction: Abstraction, meaning: Binder) -> None:
    lower, upper = meaning.bounds
    if meaning.bounds[::-1] in _bounds_of(abstraction, meaning.body):
        propose(abstraction, "orientation of an integral", f=meaning.body, a=upper, b=lower)
    _neighbours(abstraction, meaning)
    _by_parts(abstraction, meaning)
    if _waves(abstraction, meaning):
        return
    if INFINITY in meaning.bounds and _improper(abstraction, meaning):
        return
    for whole in antiderivatives(meaning.body):
        _main_theorem(abstraction, meaning.body, whole, lower, upper)


def _neighbours(abstraction: Abstraction, meaning: Binder) -> None:
    """Integrals of the same function that begin where this one ends."""
    a, b = meaning.bounds
    for start, c in _bounds_of(abstraction, meaning.body):
        if start == b and c != a:
            propose(abstraction, "additivity of an integral", f=meaning.body, a=a, b=b, c=c)


def _by_parts(abstraction: Abstraction, meaning: Binder) -> None:
    """The main theorem for u·g, where the integrand is u·g' with a declared function g."""
    factors = flat(meaning.body)
    for factor in factors:
        found = as_partial(factor) if isinstance(factor, Binder) else None
        if found is None or len(found[1]) != 1 or found[2] != (X,) or len(factors) == 1:
            continue
        name, (order,), arguments = found
        rest = list(factors)
        rest.remove(factor)
        whole = times(*rest, partial(name, (order - 1,), arguments))
        _main_theorem(abstraction, _slope(abstraction, whole), whole, *meaning.bounds)


def _slope(abstraction: Abstraction, whole: Expression) -> Expression:
    with forgotten(abstraction):
        place = declared(abstraction, "any@1", positive=False)
        return Differentiation(abstraction, X.name, {X.name: place}).derivative(whole)


def _waves(abstraction: Abstraction, meaning: Binder) -> bool:
    """A product of sines or cosines as a sum."""
    factors = [one for factor in flat(meaning.body) for one in _repeated(factor)]
    waves = [one for one in factors if isinstance(one, Call) and one.function in ("sin", "cos")]
    waves = sorted((one for one in waves if moves(one)), key=lambda one: one.function)[-2:]
    if len(waves) < 2 or INFINITY in meaning.bounds:
        return False
    second, first = waves
    for wave in waves:
        factors.remove(wave)
    name = f"integral of a {first.function} times a {second.function}"
    rest = multiply(*factors) if factors else ONE
    (p,), (q,), (a, b) = first.arguments, second.arguments, meaning.bounds
    if first == second:
        name = f"integral of a squared {first.function}"
        return propose(abstraction, name, f=rest, p=p, a=a, b=b)
    if p == q:
        name = "integral of a sine times its cosine"
        return propose(abstraction, name, f=rest, p=p, a=a, b=b)
    return propose(abstraction, name, f=rest, p=p, q=q, a=a, b=b)


def _repeated(factor: Expression) -> list[Expression]:
    match factor:
        case Call("power", (Call("sin" | "cos") as base, Number(value))) if (
            value.denominator == 1 and 1 < value < 7
        ):
            return [base] * int(value)
    return [factor]


def _bounds_of(abstraction: Abstraction, body: Expression) -> list[tuple[Expression, ...]]:
    """The bounds between which the function is integrated somewhere."""
    return [
        other.bounds
        for other in abstraction.meanings.values()
        if isinstance(other, Binder) and other.kind == "integral" and other.body == body
    ]


def _improper(abstraction: Abstraction, meaning: Binder) -> bool:
    """Integrals of Gauss, Euler and Dirichlet, and what reduces to them."""
    body, (lower, upper) = meaning.body, meaning.bounds
    if body == _SINC and lower == ZERO:
        return propose(abstraction, "Dirichlet integral")
    degree, decay = _factors(body)
    if degree is None or decay is None:
        return False
    coefficients = _polynomial(abstraction, decay)
    if coefficients is None or not set(coefficients) <= {0, 1, 2}:
        return False
    a, b, c = (coefficients.get(k, number(0)) for k in (2, 1, 0))
    if a != ZERO and degree == ZERO:
        if lower == BELOW:
            return propose(abstraction, "Gaussian integral", a=negative(a), b=b, c=c)
        if lower == ZERO and ZERO == b == c:
            return propose(abstraction, "half a Gaussian integral", a=negative(a))
    if a == ZERO == c and lower == ZERO:
        return propose(abstraction, "Gamma integral", a=negative(b), n=degree)
    if a != ZERO and isinstance(degree, Number) and degree.value >= 1:
        lowered = [power(X, number(degree.value - 1))] if degree.value > 1 else []
        whole = times(*lowered, call("exp", decay))
        return _main_theorem(abstraction, _slope(abstraction, whole), whole, lower, upper)
    return False


_SINC = multiply(power(X, MINUS_ONE), call("sin", X))


def _factors(body: Expression) -> tuple[Expression | None, Expression | None]:
    """The exponents n and u of x^n exp(u)."""
    degree: Expression | None = ZERO
    decay = None
    for factor in (
        body.arguments if isinstance(body, Call) and body.function == "multiply" else (body,)
    ):
        match factor:
            case Symbol(name) if name == X.name:
                degree = ONE
            case Call("power", (base, exponent)) if base == X:
                degree = exponent
            case Call("exp", (inner,)) if decay is None:
                decay = inner
            case _:
                degree = None
    return degree, decay


def _polynomial(abstraction: Abstraction, body: Expression) -> dict[int, Expression] | None:
    with suppress(Unsupported), abstraction.without_granting(), forgotten(abstraction):
        place = declared(abstraction, "far@1", positive=True)
        term = abstraction.term(substituted(body, {X.name: place}))
        found = polynomial_in(abstraction, place, term)
        if found is not None:
            return {degree: abstraction.expression(one) for degree, one in found.items()}
    return None


def _main_theorem(
    abstraction: Abstraction,
    body: Expression,
    whole: Expression,
    lower: Expression,
    upper: Expression,
) -> bool:
    """The main theorem, seen from the end from which it is known to hold."""
    return any(
        propose(abstraction, _MAIN, F=whole, f=body, a=lower, b=upper, side=side)
        for side in (ONE, MINUS_ONE, ZERO)
    )
