"""Signs, discs and arrows of the composites."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from derive.language import to_sympy
from proofs.fractional.exercise import exercise
from proofs.fractional.listed_fractions import listed_fractions
from proofs.fractional.pictures import EXERCISE, SHOWN, arrows_of_discs, sign


@given(st.integers(1, 30), st.integers(1, 30))
def test_the_sign_is_that_of_both_factors(electrons, quanta):
    assert sign(electrons, quanta) == (-1) ** electrons * (-1) ** (electrons * quanta)


@given(st.integers(1, 12), st.integers(1, 40))
def test_arrows_are_shared_out(electrons, quanta):
    shares = arrows_of_discs(electrons, quanta)
    assert len(shares) == electrons
    assert sum(shares) == quanta
    assert shares == sorted(shares, reverse=True)
    assert max(shares) - min(shares) <= 1


def test_the_strings_of_the_lecture():
    assert arrows_of_discs(2, 5) == [3, 2]
    assert arrows_of_discs(3, 7) == [3, 2, 2]
    assert arrows_of_discs(4, 9) == [3, 2, 2, 2]


def claimed(theorem):
    """The signs that a theorem claims, by the numbers in its claims."""
    import sympy

    signs = {}
    for tree in theorem.claims:
        *families, value = (to_sympy(side, theorem.glossary) for side in tree.sides)
        for family in families:
            numbers = [int(a) for a in sympy.preorder_traversal(family) if a.is_Integer]
            signs[tuple(numbers[-2:])] = int(value)
    return signs


def test_signs_agree_with_the_theorems_about_single_fractions():
    known = {**claimed(listed_fractions), **claimed(exercise)}
    assert known[3, 7] == known[4, 9] == 1
    assert known[1, 2] == -1
    for (electrons, quanta), value in known.items():
        assert sign(electrons, quanta) == value


def test_only_one_half_is_a_fermion(drawn):
    shown = [pair for column in SHOWN for pair in column]
    assert [pair for pair in shown if sign(*pair) == -1] == [(1, 2)]
    assert all(math.gcd(*pair) == 1 for pair in shown)
    assert set(EXERCISE) <= set(shown)
    texts = [text.get_text() for axes in drawn("fractional.strings").axes for text in axes.texts]
    assert sum("fermion" in text for text in texts) == 1
    assert sum("boson" in text for text in texts) == len(shown) - 1


@pytest.mark.parametrize("column", [0, 1])
def test_as_many_discs_and_arrows_as_electrons_and_flux_quanta(drawn, column):
    axes = drawn("fractional.strings").axes[column]
    arrows = [text for text in axes.texts if text.get_text() == ""]
    assert len(axes.patches) == sum(electrons for electrons, _ in SHOWN[column])
    assert len(arrows) == sum(quanta for _, quanta in SHOWN[column])
