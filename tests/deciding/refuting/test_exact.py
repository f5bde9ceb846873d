"""Tests of the exact numbers, against mpmath."""

from __future__ import annotations

from fractions import Fraction

import mpmath
from flint import fmpq
from hypothesis import given
from hypothesis import strategies as st

from derive.deciding.refuting.exact import Exact, angle_of, pi_times, rational, root, turn

small = st.fractions(min_value=-6, max_value=6, max_denominator=6)


@st.composite
def numbers(draw: st.DrawFn, with_pi: bool = True) -> Exact:
    total = rational(draw(small))
    for _ in range(draw(st.integers(0, 3))):
        unit = root(rational(draw(st.integers(-12, 12))))
        assert unit is not None
        term = unit.times(rational(draw(small)))
        if with_pi and draw(st.booleans()):
            term = term.times(pi_times(1))
        total = total.plus(term)
    return total


def value(number: Exact) -> mpmath.mpc:
    return sum(
        (
            mpmath.mpc(mpmath.mpf(int(a.p)) / int(a.q), mpmath.mpf(int(b.p)) / int(b.q))
            * mpmath.pi**power
            * mpmath.sqrt(radicand)
            for (power, radicand), (a, b) in number.terms.items()
        ),
        mpmath.mpc(0),
    )


def near(left: mpmath.mpc, right: mpmath.mpc) -> bool:
    return bool(abs(left - right) <= 1e-9 * (1 + abs(left)))


@given(numbers(), numbers())
def test_sum_and_product(left: Exact, right: Exact) -> None:
    assert near(value(left.plus(right)), value(left) + value(right))
    assert near(value(left.times(right)), value(left) * value(right))


@given(numbers(with_pi=False))
def test_inverse(number: Exact) -> None:
    if number:
        assert number.times(number.inverse()) == rational(1)


@given(numbers())
def test_ball_contains_the_number(number: Exact) -> None:
    ball = number.ball()
    expected = value(number)
    assert abs(complex(ball.mid()) - complex(expected)) < 1e-9 * (1 + abs(complex(expected)))


@given(numbers())
def test_parts(number: Exact) -> None:
    assert near(value(number.conjugate), mpmath.conj(value(number)))
    back = number.real.plus(number.imaginary.times(rational(0, 1)))
    assert back == number
    if number.is_real and number.sign is not None:
        assert number.sign == mpmath.sign(value(number).real) or abs(value(number)) < 1e-12


@given(st.integers(-50, 50), st.integers(-50, 50), st.integers(1, 9))
def test_root_is_the_principal_one(a: int, b: int, below: int) -> None:
    number = Exact({(0, 1): (fmpq(a, below), fmpq(b, below))} if a or b else {})
    found = root(number)
    if found is not None:
        assert near(value(found), mpmath.sqrt(value(number)))
    if b == 0:
        assert found is not None


def test_no_root_of_a_sum() -> None:
    assert root(rational(1).plus(root(rational(2)))) is None


def test_turns() -> None:
    for k in range(-24, 25):
        number = turn(fmpq(k, 12))
        assert number is not None
        assert near(value(number), mpmath.expjpi(mpmath.mpf(k) / 12))
        angle = angle_of(number)
        assert angle is not None
        assert ((angle - fmpq(k, 12)) / 2).q == 1
        assert -1 < angle <= 1
    assert turn(fmpq(1, 7)) is None
    assert angle_of(rational(2)) is None


@given(st.fractions(min_value=-3, max_value=3, max_denominator=4), st.integers(-5, 5))
def test_powers(base: Fraction, exponent: int) -> None:
    if base:
        assert rational(base).to_power(exponent) == rational(base**exponent)


def test_powers_stay_small() -> None:
    assert rational(3).to_power(10**9) is None
    assert rational(0, 1).to_power(4 * 10**100 + 1) == rational(0, 1)
