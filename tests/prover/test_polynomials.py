"""Scalars as polynomials, there and back, and their factors."""

from __future__ import annotations

from functools import reduce
from operator import mul

import pytest
from hypothesis import given
from hypothesis import strategies as st

from derive.kernel.terms import Term, identity, number, sign, total, zero
from derive.prover.polynomials import Polynomials, factors
from tests.prover.problems import fi, i, ket, n, scalars

x, y = scalars("x y")
(p,) = scalars("p", "positive")
w, u = scalars("w u", "invertible")
one, two, imaginary = identity(), number(2), number(0, 1)
braket = ket("a").adjoint() * ket("b")
WHOLE = [
    x,
    y,
    p,
    w,
    u**-1,
    p**-2,
    imaginary,
    braket,
    x**n,
    w ** (n * number(-1)),
    sign(n),
    total(i, fi),
]


def terms() -> st.SearchStrategy[Term]:
    monomials = st.lists(st.sampled_from(WHOLE), max_size=3)
    products = st.tuples(st.fractions(-3, 3, max_denominator=3), monomials)
    return st.lists(products, max_size=4).map(
        lambda found: sum((number(c) * reduce(mul, parts, one) for c, parts in found), zero())
    )


@given(terms(), terms())
def test_there_and_back(first: Term, second: Term) -> None:
    ring = Polynomials([first, second])
    for term in (first, second):
        assert ring.term(ring.polynomial(term)) == term


@given(terms(), terms())
def test_products_are_products(first: Term, second: Term) -> None:
    ring = Polynomials([first, second])
    product = ring.polynomial(first) * ring.polynomial(second)
    assert ring.term(product) == ring.term(ring.reduced(product)) == first * second


@given(terms(), terms())
def test_factors_multiply_back(first: Term, second: Term) -> None:
    unit, found = factors(first * second)
    assert reduce(mul, (factor**times for factor, times in found), unit) == first * second


@pytest.mark.parametrize(
    ("term", "unit", "expected"),
    [
        (zero(), zero(), []),
        (two, two, []),
        (two * p**-1, two * p**-1, []),
        (w**2 * u - w * u, w * u, [(w - one, 1)]),
        (p**-1 + one, p**-1, [(p + one, 1)]),
        ((x - y) ** 2 * (x + y), one, [(x - y, 2), (x + y, 1)]),
        (w ** (n * number(-1)) * x - y, w ** (n * number(-1)), [(x - w**n * y, 1)]),
        (x**2 + one, one, [(x**2 + one, 1)]),
    ],
)
def test_factors(term: Term, unit: Term, expected: list[tuple[Term, int]]) -> None:
    found_unit, found = factors(term)
    assert {factor if (factor, times) in expected else -factor for factor, times in found} == {
        factor for factor, _ in expected
    }
    assert sorted(times for _, times in found) == sorted(times for _, times in expected)
    assert found_unit in (unit, -unit)
