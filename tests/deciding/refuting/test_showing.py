"""Tests of what is shown of counterexamples."""

from __future__ import annotations

from flint import acb, arb

from derive.deciding.claims.expressions import HALF, IMAGINARY, multiply, number, power
from derive.deciding.refuting.exact import rational, root
from derive.deciding.refuting.functions import Choice
from derive.deciding.refuting.quantities import Quantity, of
from derive.deciding.refuting.showing import shown_function, shown_number, shown_value


def test_numbers() -> None:
    assert shown_number(of(-3)) == "-3"
    assert shown_number(Quantity(root(rational(-2)))) == "I*sqrt(2)"
    assert shown_number(None) == ""


def test_balls_tell_their_error() -> None:
    assert shown_number(Quantity(None, acb(arb(2, 0.001)))) == "2.00 ± 1.01e-3"
    assert shown_number(Quantity(None, acb(0, arb(0, 0.5)))) == "(0) + (0 ± 0.501)*I"


def test_long_exact_numbers_are_rounded() -> None:
    assert shown_number(Quantity(rational(3).to_power(500))).startswith("3.636029179586")


def test_values() -> None:
    value = shown_value("z", multiply(number(2), IMAGINARY))
    assert (value.name, value.text) == ("z", "2*I")
    assert value.latex
    assert value.exact == multiply(number(2), IMAGINARY)
    function = shown_function("f", Choice(("x",), power(number(2), HALF)))
    assert function.arguments == ("x",)
