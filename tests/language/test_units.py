"""Dimensions: reading, arithmetic, showing."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from derive.language.errors import LanguageError
from derive.language.units import BASE_UNITS, Dimension

HALVES = st.integers(-6, 6).map(lambda number: Fraction(number, 2))
DIMENSIONS = st.tuples(*[HALVES] * len(BASE_UNITS)).map(Dimension)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("J s", "kg m^2 / s"),
        ("V/(A m)", "ohm/m"),
        ("1/m^2", "m^-2"),
        ("T", "Wb/m^2"),
        ("ohm", "V/A"),
        ("m^(1/2)", "m / m^(1/2)"),
        ("J/s/m", "W/m"),
        ("1", "rad"),
        ("C V", "eV"),
    ],
)
def test_two_ways_to_write_one_dimension(text: str, other: str) -> None:
    assert Dimension.parse(text) == Dimension.parse(other)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("J / K mol", "more than one unit after a slash"),
        ("furlong", "not an SI unit"),
        ("m^x", "not an exponent"),
        ("m^(1/0)", "not an exponent"),
        ("(m", "closing parenthesis"),
        ("m^(2", "unit is missing"),
        ("m )", "unexpected"),
        ("", "unit is missing"),
        ("m $", "cannot read"),
    ],
)
def test_what_cannot_be_read_is_refused(text: str, complaint: str) -> None:
    with pytest.raises(LanguageError, match=complaint):
        Dimension.parse(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("kg m^2 / s^2", "J"),
        ("kg m^2 / s", "J s"),
        ("1/m^2", "1/m^2"),
        ("1", "1"),
        ("kg m^2 / (s^3 A^2)", "ohm"),
        ("A s", "C"),
        ("m/s", "m/s"),
        ("m^(1/2)", "m^(1/2)"),
    ],
)
def test_a_dimension_is_shown_in_familiar_units(text: str, shown: str) -> None:
    assert str(Dimension.parse(text)) == shown


@given(DIMENSIONS)
def test_reading_what_is_shown_gives_the_same_dimension(dimension: Dimension) -> None:
    assert Dimension.parse(str(dimension)) == dimension


@given(DIMENSIONS, DIMENSIONS)
def test_dividing_undoes_multiplying(left: Dimension, right: Dimension) -> None:
    assert left * right / right == left
    assert ((left * right) ** 2).exponents == ((left**2) * (right**2)).exponents
