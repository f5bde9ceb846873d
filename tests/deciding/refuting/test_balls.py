"""Tests of the enclosures, against mpmath and SymPy."""

from __future__ import annotations

import time
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import mpmath
import pytest
import sympy
from flint import acb, arb
from hypothesis import given
from hypothesis import strategies as st

from derive.deciding.claims.expressions import (
    HALF,
    IMAGINARY,
    MINUS_ONE,
    ONE,
    PI,
    TWO,
    ZERO,
    Application,
    Binder,
    Expression,
    Symbol,
    add,
    call,
    divide,
    multiply,
    number,
    power,
    subtract,
)
from derive.deciding.refuting.balls import Undefined, Unknown, enclosure

X = Symbol("x")
UNARY: dict[str, Callable[[Any], Any]] = {
    name: getattr(mpmath, name)
    for name in "exp log sin cos tan cot sec csc asin acos atan sinh cosh tanh coth asinh acosh "
    "atanh arg sign re im gamma factorial floor".split()
} | {"abs": abs, "conjugate": mpmath.conj, "ceiling": mpmath.ceil}
small = st.fractions(min_value=-5, max_value=5, max_denominator=5)


def gaussian(real: Fraction, imaginary: Fraction) -> Expression:
    return add(number(real), multiply(number(imaginary), IMAGINARY))


def as_mpmath(real: Fraction, imaginary: Fraction) -> Any:
    parts = [mpmath.mpf(part.numerator) / part.denominator for part in (real, imaginary)]
    return mpmath.mpc(*parts) if imaginary else parts[0]


def contains(ball: Any, value: Any) -> bool:
    """Whether the ball, blown up by the error of mpmath, contains a value."""
    value = mpmath.mpc(value)
    error = arb(0, 1e-10 * (1 + float(abs(value))))
    wide = acb(ball.real + error, ball.imag + error)
    return bool(wide.contains(acb(float(value.real), float(value.imag))))


@pytest.mark.parametrize("name", sorted(UNARY))
@given(real=small, imaginary=st.one_of(st.just(Fraction(0)), small))
def test_functions_of_one_argument(name: str, real: Fraction, imaginary: Fraction) -> None:
    found = enclosure(call(name, X), {"x": gaussian(real, imaginary)})
    try:
        expected = UNARY[name](as_mpmath(real, imaginary))
    except (ValueError, ZeroDivisionError):
        expected = mpmath.nan
    if isinstance(found, Undefined | Unknown):
        undefined = not mpmath.isfinite(expected) or (name == "arg" and not real)
        assert undefined
    else:
        assert contains(found, expected)
        assert found.rel_accuracy_bits() > 30


@pytest.mark.parametrize(
    ("name", "points"),
    [
        ("asin", "2 -2 1 -1"),
        ("acos", "2 -2 1 -1"),
        ("acosh", "-2 0 1/2 -1/2 1 -1"),
        ("atanh", "2 -2"),
        ("atan", "2*I -2*I"),
        ("asinh", "2*I -2*I I -I"),
        ("log", "-2 -1"),
    ],
)
def test_on_cuts_the_values_are_those_of_sympy(name: str, points: str) -> None:
    for text in points.split():
        point = sympy.sympify(text)
        real, imaginary = (Fraction(str(part)) for part in point.as_real_imag())
        found = enclosure(call(name, X), {"x": gaussian(real, imaginary)})
        assert contains(found, complex(sympy.N(getattr(sympy, name)(point), 20)))


def test_a_ball_over_a_cut_has_both_sides() -> None:
    """The imaginary part of (√2)² − 2 − i·(exp(0·i)−1) is not known to be 0 as a ball."""
    tiny = subtract(power(call("sin", ONE), TWO), subtract(ONE, power(call("cos", ONE), TWO)))
    point = add(number(-4), multiply(IMAGINARY, tiny))
    found = enclosure(power(point, HALF), {})
    assert found.imag.contains(2)
    assert found.imag.contains(-2)


@given(small, small, small, st.sampled_from([Fraction(0), Fraction(1), Fraction(-2, 3)]))
def test_powers(a: Fraction, b: Fraction, c: Fraction, d: Fraction) -> None:
    found = enclosure(power(X, Symbol("y")), {"x": gaussian(a, b), "y": gaussian(c, d)})
    if isinstance(found, Undefined):
        assert a == b == 0
        assert c < 0 or (c == 0 and d)
    elif isinstance(found, Unknown):
        assert a == b == 0
        assert d
    elif a == b == 0:
        assert contains(found, 1 if c == d == 0 else 0)
    else:
        assert contains(found, mpmath.power(as_mpmath(a, b), as_mpmath(c, d)))


@given(st.fractions(min_value=-6, max_value=8, max_denominator=2), st.integers(-3, 6))
def test_binomials_are_those_of_sympy(n: Fraction, k: int) -> None:
    found = enclosure(call("binomial", number(n), number(k)), {})
    expected = sympy.binomial(sympy.Rational(n.numerator, n.denominator), k)
    assert contains(found, complex(expected))


@pytest.mark.parametrize(
    "expression",
    [
        power(subtract(X, ONE), MINUS_ONE),
        power(ZERO, number(-1)),
        power(ZERO, negative_half := number(Fraction(-1, 2))),
        multiply(ZERO, power(subtract(X, ONE), MINUS_ONE)),
        call("log", ZERO),
        call("arg", subtract(X, ONE)),
        call("tan", multiply(HALF, PI)),
        call("cot", PI),
        call("sec", multiply(number(Fraction(-3, 2)), PI)),
        call("csc", ZERO),
        call("coth", multiply(IMAGINARY, PI)),
        call("tanh", multiply(HALF, IMAGINARY, PI)),
        call("gamma", number(-3)),
        call("factorial", MINUS_ONE),
        call("atanh", ONE),
        call("atan", IMAGINARY),
        power(subtract(power(TWO, HALF), multiply(TWO, power(TWO, negative_half))), MINUS_ONE),
    ],
)
def test_undefined(expression: Expression) -> None:
    assert enclosure(expression, {"x": ONE}) == Undefined()


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        (power(ZERO, ZERO), 1),
        (power(multiply(MINUS_ONE, MINUS_ONE), HALF), 1),
        (power(power(IMAGINARY, TWO), HALF), "I"),
        (call("exp", multiply(TWO, PI, IMAGINARY)), 1),
        (call("cos", multiply(number(Fraction(1, 3)), PI)), Fraction(1, 2)),
        (call("sign", ZERO), 0),
        (call("delta", TWO, TWO), 1),
        (call("delta", TWO, PI), 0),
        (call("binomial", TWO, number(3)), 0),
        (Binder("sum", "k", Symbol("k"), (ONE, ZERO)), 0),
        (Binder("product", "k", Symbol("k"), (ONE, number(4))), 24),
    ],
)
def test_exact_values(expression: Expression, value: Any) -> None:
    expected = acb(0, 1) if value == "I" else acb(arb(value.numerator) / value.denominator)
    difference = enclosure(expression, {}) - expected
    assert difference.is_zero()


@pytest.mark.parametrize(
    "expression",
    [
        power(number(3), number(10**2000)),
        call("factorial", number(10**30)),
        power(number(10), power(number(10), power(number(10), number(10)))),
        Binder("sum", "k", Symbol("k"), (ZERO, number(10**9))),
        Binder("sum", "k", Symbol("k"), (ZERO, number(-5))),
        Binder("limit", "x", call("sin", divide(ONE, X)), (ZERO, ZERO)),
        Application("f", (ONE,)),
        power(ZERO, IMAGINARY),
        Symbol("nowhere"),
    ],
)
def test_unknown_within_bounds(expression: Expression) -> None:
    begin = time.monotonic()
    assert enclosure(expression, {}) == Unknown()
    assert time.monotonic() - begin < 2


def test_depth_is_bounded() -> None:
    expression: Expression = X
    for _ in range(5000):
        expression = call("sin", expression)
    assert enclosure(expression, {"x": ONE}) == Unknown()


def test_large_powers_have_balls() -> None:
    assert enclosure(power(add(X, ONE), number(10**9)), {"x": TWO}).real > 1


def test_precision() -> None:
    near = subtract(call("exp", multiply(PI, power(number(163), HALF))), number(262537412640768744))
    assert enclosure(near, {}, 64).contains(0)
    assert enclosure(near, {}, 256).real < 0
