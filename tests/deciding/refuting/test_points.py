"""Tests of the values that are tried."""

from __future__ import annotations

import random
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from derive.deciding.claims.expressions import ONE, ZERO, number
from derive.deciding.refuting.balls import Evaluation
from derive.deciding.refuting.exact import Exact, pi_times, rational, root
from derive.deciding.refuting.points import candidates, combinations, expression_of
from derive.deciding.refuting.quantities import of
from derive.deciding.refuting.words import KNOWN_WORDS, allowed


def test_the_simplest_come_first() -> None:
    pool = candidates(frozenset({"real"}), random.Random(0))
    assert [candidate.value for candidate in pool[:4]] == [ONE, ZERO, number(-1), number(2)]
    assert [c.cost for c in pool] == sorted(c.cost for c in pool)


@pytest.mark.parametrize("words", ["positive", "integer odd", "natural", "imaginary", "negative"])
def test_the_words_hold(words: str) -> None:
    pool = candidates(frozenset(words.split()), random.Random(0))
    assert len(pool) > 4
    for candidate in pool:
        assert allowed(words.split(), of(candidate.exact))
        assert Evaluation().quantity(candidate.value).exact == candidate.exact


def test_words() -> None:
    two, minus, half, i = of(2), of(-1), of(rational(1).times(rational(2).inverse())), of(
        rational(0, 1)
    )  # fmt: skip
    table = {
        "real": (1, 1, 1, 0),
        "positive": (1, 0, 1, 0),
        "negative": (0, 1, 0, 0),
        "nonnegative": (1, 0, 1, 0),
        "nonpositive": (0, 1, 0, 0),
        "nonzero": (1, 1, 1, 1),
        "integer": (1, 1, 0, 0),
        "natural": (1, 0, 0, 0),
        "odd": (0, 1, 0, 0),
        "even": (1, 0, 0, 0),
        "imaginary": (0, 0, 0, 1),
        "complex": (1, 1, 1, 1),
    }
    assert table.keys() == KNOWN_WORDS
    for word, expected in table.items():
        assert tuple(int(allowed([word], v)) for v in (two, minus, half, i)) == expected


@given(st.integers(0, 12))
def test_combinations_are_all_of_one_cost(cost: int) -> None:
    pool = candidates(frozenset({"integer"}), random.Random(0))
    found = list(combinations([pool, pool], cost))
    assert len(found) == sum(a.cost + b.cost == cost for a, b in product(pool, pool))
    assert all(sum(candidate.cost for candidate in row) == cost for row in found)


@given(st.lists(st.tuples(st.integers(-9, 9), st.integers(-7, 7), st.booleans()), max_size=3))
def test_expressions_have_their_value(terms: list[tuple[int, int, bool]]) -> None:
    total: Exact = rational(0)
    for size, radicand, with_pi in terms:
        term = root(rational(radicand)).times(rational(size, 1))
        total = total.plus(term.times(pi_times(1)) if with_pi else term)
    assert Evaluation().quantity(expression_of(total)).exact == total
