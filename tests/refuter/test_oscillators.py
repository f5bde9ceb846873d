"""Words in raising and lowering operators act on polynomials as they should."""

from __future__ import annotations

from math import factorial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from derive.refuter.matrices import Matrix
from derive.refuter.oscillators import Ladder, NoWord, ladder_unit
from derive.refuter.polynomials import NOUGHT, UNIT, Polynomial, rational

SMALL = st.integers(0, 3)
COEFFICIENTS = st.builds(rational, st.integers(-3, 3), st.integers(-3, 3)).filter(bool)


def operators(oscillators: int) -> st.SearchStrategy[Ladder]:
    words = st.tuples(*[st.tuples(SMALL, SMALL)] * oscillators)
    terms = st.dictionaries(words, COEFFICIENTS, max_size=3)
    return st.builds(Ladder, st.just(-oscillators), st.just(-oscillators), terms)


def applied(operator: Ladder, powers: tuple[int, ...]) -> dict[tuple[int, ...], Polynomial]:
    """What a† as multiplication by a variable and a as derivative make of a monomial."""
    found: dict[tuple[int, ...], Polynomial] = {}
    for word, value in operator.terms.items():
        new = []
        for n, (raised, lowered) in zip(powers, word, strict=True):
            value = value * rational(factorial(n) // factorial(n - lowered) if n >= lowered else 0)
            new.append(n - lowered + raised)
        found[tuple(new)] = found.get(tuple(new), NOUGHT) + value
    return {power: value for power, value in found.items() if value}


@pytest.mark.parametrize("oscillators", [1, 2])
@given(st.data())
def test_a_product_acts_like_one_factor_after_the_other(oscillators: int, data: st.DataObject) -> None:
    left, right = data.draw(operators(oscillators)), data.draw(operators(oscillators))
    powers = data.draw(st.tuples(*[st.integers(0, 5)] * oscillators))
    twice: dict[tuple[int, ...], Polynomial] = {}
    for inner, a in applied(right, powers).items():
        for outer, b in applied(left, inner).items():
            twice[outer] = twice.get(outer, NOUGHT) + a * b
    both = left @ right
    assert isinstance(both, Ladder)
    assert applied(both, powers) == {power: value for power, value in twice.items() if value}


@given(operators(1), operators(1))
def test_the_adjoint_of_a_product(left: Ladder, right: Ladder) -> None:
    product, turned = left @ right, right.adjoint() @ left.adjoint()
    assert isinstance(product, Ladder)
    assert product.adjoint() == turned


def state(number: int) -> Ladder:
    return Ladder(-1, 1, {((number, 0),): UNIT})


@given(operators(1), st.integers(0, 4), st.integers(0, 4))
def test_matrix_elements_of_an_operator_and_its_adjoint(operator: Ladder, m: int, n: int) -> None:
    element = state(m).adjoint() @ (operator @ state(n))
    other = state(n).adjoint() @ (operator.adjoint() @ state(m))
    assert isinstance(element, Matrix)
    assert isinstance(other, Matrix)
    assert element.number == other.number.conjugate()


def test_the_states_are_orthogonal() -> None:
    for m in range(4):
        for n in range(4):
            product = state(m).adjoint() @ state(n)
            assert isinstance(product, Matrix)
            assert product.number == rational(factorial(n) if m == n else 0)


def test_what_is_no_sum_of_words_is_refused() -> None:
    with pytest.raises(NoWord, match="rank 1"):
        state(0) @ state(0).adjoint()
    with pytest.raises(NoWord, match="inverse"):
        _ = Ladder(-1, -1, {((0, 1),): UNIT}).inverse
    with pytest.raises(ZeroDivisionError):
        _ = Ladder(-1, -1, {}).inverse
    assert ladder_unit(1) ** -1 == ladder_unit(1)
