"""Tests of what is known of a number, and of analyticity."""

from __future__ import annotations

import pytest
from flint import acb, arb

from derive.deciding.refuting.exact import pi_times, rational, root
from derive.deciding.refuting.quantities import (
    NotKnown,
    Quantity,
    UndefinedHere,
    inverse,
    of,
    plus,
    square_root,
    times,
    to_power,
)

NEAR_ZERO = Quantity(None, acb(arb(0, 1e-9)))
THIRD = of(rational(1).times(rational(3).inverse()))


def moving(value: int | complex) -> Quantity:
    return Quantity(None, acb(value), True)


def test_what_is_certain() -> None:
    assert (of(0).zero, of(2).zero, NEAR_ZERO.zero) == (True, False, None)
    assert (of(-2).sign, Quantity(pi_times(1)).sign, NEAR_ZERO.sign) == (-1, 1, None)
    assert of(rational(0, 1)).real is False
    assert Quantity(None, acb(1, arb(0, 1e-9))).real is None
    assert (of(3).integer, THIRD.integer, Quantity(None, acb(3)).integer) == (3, None, None)


def test_zero_times_something_is_zero() -> None:
    assert times(of(0), NEAR_ZERO).zero is True


def test_exact_numbers_stay_exact() -> None:
    golden = plus(of(1), Quantity(root(rational(5))))
    assert plus(times(golden, golden), times(of(-2), golden)).exact == rational(4)
    assert times(golden, inverse(golden)).exact == rational(1)
    assert to_power(of(8), THIRD).exact == rational(2)


def test_division_by_zero() -> None:
    with pytest.raises(UndefinedHere):
        inverse(of(0))
    assert not inverse(NEAR_ZERO).ball.is_finite()


@pytest.mark.parametrize("value", [-1, 0])
def test_a_root_is_not_analytic_on_its_cut(value: int) -> None:
    with pytest.raises(NotKnown):
        square_root(moving(value))
    with pytest.raises(NotKnown):
        to_power(moving(value), THIRD)


def test_what_moves_keeps_moving() -> None:
    exact = Quantity(rational(2), None, True)
    for result in (
        plus(exact, of(1)),
        times(of(3), exact),
        inverse(exact),
        square_root(exact),
        to_power(exact, of(3)),
        to_power(of(3), exact),
        to_power(exact, Quantity(root(rational(2)))),
        times(exact, of(0)),
    ):
        assert result.moving


def test_powers_with_a_moving_exponent() -> None:
    """x^x is not analytic on the negative axis, although (-2)^(-2) is rational."""
    with pytest.raises(NotKnown):
        to_power(Quantity(rational(-2), None, True), Quantity(rational(-2), None, True))
    with pytest.raises(NotKnown):
        to_power(of(0), Quantity(rational(2), None, True))
    assert to_power(of(-2), Quantity(rational(2), None, True)).exact == rational(4)
