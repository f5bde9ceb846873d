from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from derive.deciding.refuting.ladders import OSCILLATOR, SHIFT, Element, Ladder, letter, one
from derive.deciding.refuting.state_vectors import backwards, inner, moved

ladders = st.sampled_from([OSCILLATOR, SHIFT])
coefficients = st.tuples(st.integers(-2, 2), st.integers(-2, 2)).map(
    lambda pair: (Fraction(pair[0]), Fraction(pair[1]))
)
pairs = st.tuples(st.integers(0, 2), st.integers(0, 2))
STATES = [(m, n) for m in range(4) for n in range(4)]


def elements(ladder: Ladder) -> st.SearchStrategy[Element]:
    words = st.dictionaries(st.tuples(pairs, pairs), coefficients, max_size=3)
    return words.map(
        lambda terms: Element(ladder, 2, {w: c for w, c in terms.items() if c != (0, 0)})
    )


two_elements = ladders.flatmap(lambda ladder: st.tuples(elements(ladder), elements(ladder)))


def action(element: Element, state: dict[tuple[int, ...], tuple[Fraction, Fraction]]) -> dict:
    return dict(moved(element.terms, state, oscillator=element.ladder is OSCILLATOR))


@given(two_elements)
def test_the_normal_form_of_a_product_acts_as_one_after_the_other(
    both: tuple[Element, Element],
) -> None:
    left, right = both
    for state in STATES:
        vector = {state: (Fraction(1), Fraction(0))}
        assert action(left * right, vector) == action(left, action(right, vector))
        assert left.on(vector) == action(left, vector)


@given(two_elements)
def test_the_adjoint_is_the_adjoint(both: tuple[Element, Element]) -> None:
    element, _ = both
    oscillator = element.ladder is OSCILLATOR
    assert element.adjoint().terms == backwards(element.terms)
    unit = (Fraction(1), Fraction(0))
    for m in STATES:
        for n in STATES:
            up = action(element, {n: unit})
            down = action(element.adjoint(), {m: unit})
            assert inner({m: unit}, up, oscillator=oscillator) == inner(
                down, {n: unit}, oscillator=oscillator
            )


@given(two_elements)
def test_different_normal_forms_act_differently(both: tuple[Element, Element]) -> None:
    left, right = both
    unit = (Fraction(1), Fraction(0))
    same = all(action(left, {s: unit}) == action(right, {s: unit}) for s in STATES)
    assert same == (left == right)


def test_the_defining_relations() -> None:
    for ladder in (OSCILLATOR, SHIFT):
        down = letter(ladder, 1, 0, raising=False)
        up = letter(ladder, 1, 0, raising=True)
        minus = (Fraction(-1), Fraction(0))
        identity = one(ladder, 1)
        if ladder is OSCILLATOR:
            assert down * up + (up * down).scaled(minus) == identity
        else:
            assert down * up == identity
            assert up * down != identity


def test_the_trace_is_that_of_the_operators_of_finite_rank() -> None:
    up = letter(SHIFT, 1, 0, raising=True)
    minus = (Fraction(-1), Fraction(0))
    projector = one(SHIFT, 1) + (up * up * up.adjoint() * up.adjoint()).scaled(minus)
    assert projector.trace() == (2, 0)
    for endless in (up, one(SHIFT, 1), one(OSCILLATOR, 1)):
        with pytest.raises(ValueError, match="rank"):
            endless.trace()


def test_only_numbers_have_an_inverse() -> None:
    two = one(SHIFT, 1).scaled((Fraction(0), Fraction(2)))
    assert two.power(-1) * two == one(SHIFT, 1)
    with pytest.raises(ValueError, match="inverse"):
        letter(SHIFT, 1, 0, raising=True).power(-1)
