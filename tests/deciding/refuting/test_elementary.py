"""Tests of functions at exact numbers, and where they are analytic; their values: `test_balls`."""

from __future__ import annotations

import mpmath
import pytest
from flint import acb, arb, fmpq

from derive.deciding.claims.functions import FUNCTIONS as DECLARED
from derive.deciding.refuting.elementary import FUNCTIONS
from derive.deciding.refuting.exact import pi_times, rational, turn
from derive.deciding.refuting.quantities import NotKnown, Quantity, of

CUTS = {
    "log": (-1, -5),
    "asin": (2, -2, 1),
    "acos": (2, -2, -1),
    "acosh": (0, -2, 1),
    "atanh": (2, -2),
    "atan": (2j, -2j),
    "asinh": (2j, -2j, 1j),
}
OFF_CUTS = {
    "log": (1, 1j),
    "asin": (0, 1j, 2 + 1j),
    "acos": (0.5, 1j, 2 + 1j),
    "acosh": (2, 1j),
    "atanh": (0, 2j),
    "atan": (1, 0.5j, 1 + 2j),
    "asinh": (1, 0.5j, 1 + 2j),
}


def test_all_scalar_functions_are_known() -> None:
    assert set(DECLARED) - set(FUNCTIONS) == {"trace", "determinant"}


@pytest.mark.parametrize("name", ["sin", "cos", "tan", "cot", "sec", "csc"])
def test_exact_at_twelfths_of_a_turn(name: str) -> None:
    for k in range(-30, 30):
        if (name in ("tan", "sec") and k % 12 == 6) or (name in ("cot", "csc") and k % 12 == 0):
            continue
        found = FUNCTIONS[name](Quantity(pi_times(fmpq(k, 12))))
        assert found.exact is not None
        expected = complex(getattr(mpmath, name)(mpmath.pi * k / 12))
        assert abs(complex(found.ball.mid()) - expected) < 1e-9


@pytest.mark.parametrize("name", ["asin", "acos", "atan", "acosh"])
def test_inverse_functions_are_exact_there_too(name: str) -> None:
    part = {"asin": "imaginary"}.get(name, "real")
    for k in range(1, 6):
        number = turn(fmpq(k, 12))
        assert number is not None
        argument = Quantity(getattr(number, part))
        found = FUNCTIONS[name](argument)
        if name != "atan":
            assert found.exact is not None
        expected = complex(getattr(mpmath, name)(complex(argument.ball.mid()).real))
        assert abs(complex(found.ball.mid()) - expected) < 1e-9


@pytest.mark.parametrize("name", sorted(CUTS))
def test_no_function_is_analytic_on_its_cut(name: str) -> None:
    for point in CUTS[name]:
        with pytest.raises(NotKnown):
            FUNCTIONS[name](Quantity(None, acb(point), True))
        assert FUNCTIONS[name](Quantity(None, acb(point))).ball.is_finite() or abs(point) == 1
    for point in OFF_CUTS[name]:
        assert FUNCTIONS[name](Quantity(None, acb(point), True)).ball.is_finite()


@pytest.mark.parametrize("name", "abs arg sign re im conjugate floor ceiling adjoint".split())
def test_some_functions_are_nowhere_analytic(name: str) -> None:
    with pytest.raises(NotKnown):
        FUNCTIONS[name](Quantity(None, acb(1.5), True))


def test_a_jump_within_the_ball() -> None:
    around_one = Quantity(None, acb(arb(1, 0.1)))
    for name in ("floor", "ceiling"):
        with pytest.raises(NotKnown):
            FUNCTIONS[name](around_one)
    around_zero = Quantity(None, acb(arb(0, 0.1)))
    for name in ("sign", "arg"):
        with pytest.raises(NotKnown):
            FUNCTIONS[name](around_zero)
    with pytest.raises(NotKnown):
        FUNCTIONS["delta"](around_one, of(1))


def test_floor_of_complex_numbers() -> None:
    found = FUNCTIONS["floor"](Quantity(rational(fmpq(3, 2), fmpq(-5, 2))))
    assert found.exact == rational(1, -3)
