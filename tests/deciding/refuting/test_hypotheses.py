"""Tests of the search for points that satisfy hypotheses."""

from __future__ import annotations

import random
from fractions import Fraction
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from derive.deciding.reading import read_problem
from derive.deciding.refuting.balls import Evaluation, enclosure
from derive.deciding.refuting.exact import rational
from derive.deciding.refuting.hypotheses import Search, roots
from derive.deciding.refuting.points import candidates
from derive.deciding.refuting.words import allowed


def found(given: list[str], assume: dict[str, str], count: int = 5) -> list[dict[str, object]]:
    problem = read_problem("1 == 1", given, assume, syntax="text").problem
    chance = random.Random(1)
    pools = {name: candidates(entry.words, chance) for name, entry in problem.names.items()}
    words = {name: entry.words for name, entry in problem.names.items()}
    search = Search(pools, words, problem.given)
    values = list(islice(search.points(), count))
    for point in values:
        for name, value in point.items():
            assert allowed(words[name], Evaluation().quantity(value))
        for relation in problem.given:
            left, right = (enclosure(side, point, 128) for side in relation.sides)
            assert left.overlaps(right) == (relation.kind in ("=", ">="))
    return [dict(point) for point in values]


@pytest.mark.parametrize(
    ("given", "assume"),
    [
        (["a + b + c == 0"], {"a b c": "complex"}),
        (["x + y == 3", "x*y == 1"], {"x y": "real"}),
        (["x**2 + x + 1 == 0"], {"x": "complex"}),
        (["x**3 == 8", "x != 2"], {"x": "complex"}),
        (["x + 1/x == 3"], {"x": "real positive"}),
        (["Abs(z) == 1", "z != 1"], {"z": "complex"}),
        (["E_**2 == p**2 + m**2"], {"E_ p m": "real positive"}),
        (["g**2*(1 - v**2) == 1", "E_ == g*m"], {"E_ m v g": "real"}),
        (["a/b == c/d"], {"a b c d": "complex nonzero"}),
        (["exp(x) == 1"], {"x": "complex nonzero"}),
        (["y == exp(x)", "x > 0"], {"x y": "real"}),
        (["n**2 == m"], {"n m": "integer odd"}),
        (["x**2 == 2"], {"x": "real positive"}),
        (["a*b == 0", "a != b"], {"a b": "integer"}),
    ],
)
def test_points_satisfy_the_hypotheses(given: list[str], assume: dict[str, str]) -> None:
    assert found(given, assume)


@pytest.mark.parametrize(
    ("given", "assume"),
    [
        (["x == 0", "x == 1"], {"x": "complex"}),
        (["x**2 == -1"], {"x": "real"}),
        (["2*n == m"], {"n": "integer", "m": "integer odd"}),
        (["x**2 + y**2 == 0"], {"x y": "real nonzero"}),
    ],
)
def test_contradictory_hypotheses_have_no_points(given: list[str], assume: dict[str, str]) -> None:
    assert not found(given, assume)


@given(st.lists(st.fractions(-4, 4, max_denominator=3), min_size=1, max_size=4, unique=True))
def test_rational_roots(values: list[Fraction]) -> None:
    coefficients = [Fraction(1)]
    for value in values:
        shifted = [Fraction(0), *coefficients]
        scaled = [*(-value * c for c in coefficients), Fraction(0)]
        coefficients = [a + b for a, b in zip(shifted, scaled, strict=True)]
    assert set(roots([rational(c) for c in coefficients])) == {rational(v) for v in values}
