"""Sums of products of Pauli matrices: the four forms agree with Kronecker products."""

from __future__ import annotations

from fractions import Fraction
from functools import reduce

import numpy as np
import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

from derive.language.errors import LanguageError
from proofs.models.spins import Product, SpinSum

PAULI = {
    "1": np.eye(2),
    "X": np.array([[0, 1], [1, 0]]),
    "Y": np.array([[0, -1j], [1j, 0]]),
    "Z": np.diag([1, -1]),
}


@st.composite
def sums(draw: st.DrawFn) -> SpinSum:
    spins = draw(st.integers(1, 4))
    factors = st.dictionaries(st.integers(0, spins - 1), st.sampled_from("XYZ"))
    coefficients = st.fractions(-3, 3, max_denominator=4)
    terms = draw(st.lists(st.builds(Product, coefficients, factors), max_size=5))
    return SpinSum(spins, terms)


def by_kronecker_products(operator: SpinSum) -> np.ndarray:
    total = np.zeros((operator.size, operator.size), complex)
    for term in operator.products:
        factors = [PAULI[term.factors.get(i, "1")] for i in range(operator.spins)]
        total += float(term.coefficient) * reduce(np.kron, factors)
    return total


@settings(max_examples=100, deadline=None)
@given(sums())
def test_all_forms_agree(operator: SpinSum) -> None:
    expected = by_kronecker_products(operator)
    assert np.allclose(operator.dense(), expected)
    assert np.allclose(operator.sparse().toarray(), expected)
    assert np.allclose(operator.operator() @ np.eye(operator.size), expected)
    first = np.arange(operator.size) * (1 + 1j)
    assert np.allclose(operator.operator() @ first, expected @ first)
    assert np.allclose(np.array(operator.exact(), complex), expected)


def test_the_exact_form_keeps_exact_numbers() -> None:
    operator = SpinSum(1, [Product(Fraction(1, 3), {0: "Z"}), Product(sympy.sqrt(2), {0: "Y"})])
    third, root = sympy.Rational(1, 3), sympy.sqrt(2)
    assert operator.exact() == sympy.Matrix([[third, -sympy.I * root], [sympy.I * root, -third]])


def test_real_sums_have_real_entries() -> None:
    assert SpinSum(2, [Product(1, {0: "Y", 1: "Y"})]).sparse().dtype == float
    assert SpinSum(2, [Product(1, {0: "Y"})]).sparse().dtype == complex


@pytest.mark.parametrize(
    ("spins", "products", "message"),
    [
        (0, [], "0 spins"),
        (31, [], "31 spins"),
        (2, [Product(1, {2: "X"})], "place 2"),
        (2, [Product(1, {-1: "X"})], "place -1"),
        (2, [Product(1, {0: "W"})], "'W'"),
    ],
)
def test_refusals(spins: int, products: list[Product], message: str) -> None:
    with pytest.raises(LanguageError, match=message):
        SpinSum(spins, products).exact()
