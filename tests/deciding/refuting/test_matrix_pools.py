from __future__ import annotations

import random

import pytest

from derive.deciding.refuting.gaussian import matrix, scalar, unit
from derive.deciding.refuting.matrix_pools import (
    has_words,
    in_another_basis,
    matrices,
    matrices_with,
    numbers,
    random_matrix,
    random_number,
)

WORDS = ["hermitian", "antihermitian", "unitary", "invertible", "real"]


@pytest.mark.parametrize("shape", [(1, 1), (2, 2), (3, 3), (4, 4), (5, 5), (1, 2), (3, 2)])
def test_pools_have_the_shape_and_no_repetition(shape: tuple[int, int]) -> None:
    pool = matrices(*shape)
    assert all((one.rows, one.columns) == shape for one in pool)
    assert not any(a.equals(b) for k, a in enumerate(pool) for b in pool[:k])


@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize("size", [1, 2, 3])
def test_random_matrices_have_the_declared_properties(word: str, size: int) -> None:
    source = random.Random(1)
    words = frozenset({word})
    found = [random_matrix(size, size, words, source, 3) for _ in range(20)]
    kept = [one for one in found if one is not None]
    assert len(kept) > 5
    assert all(has_words(one, words, is_number=False) for one in kept)
    assert matrices_with(size, size, words)


def test_words_of_matrices() -> None:
    def has(rows: list[list[object]], word: str) -> bool:
        return has_words(matrix(rows), frozenset({word}), is_number=False)

    assert has([[1, (0, 1)], [(0, -1), 2]], "hermitian")
    assert not has([[1, (0, 1)], [(0, 1), 2]], "hermitian")
    assert has([[(0, 1), 1], [-1, 0]], "antihermitian")
    assert not has([[1, 0], [0, 2]], "unitary")
    assert not has([[1, 1], [1, 1]], "invertible")
    assert not has([[1, 0, 0], [0, 1, 0]], "invertible")
    assert not has([[(0, 1)]], "real")


@pytest.mark.parametrize(
    ("words", "inside", "outside"),
    [
        ({"positive"}, scalar(2), scalar(0)),
        ({"nonzero"}, scalar(0, 1), scalar(0)),
        ({"integer", "odd"}, scalar(-3), scalar(2)),
        ({"natural"}, scalar(0), scalar(-1)),
        ({"real"}, scalar(-1), scalar(0, 1)),
        ({"imaginary"}, scalar(0, 2), scalar(1, 1)),
        ({"nonpositive", "even"}, scalar(-2), scalar(2)),
    ],
)
def test_words_of_numbers(words: set[str], inside: object, outside: object) -> None:
    frozen = frozenset(words)
    assert has_words(inside, frozen, is_number=True)  # type: ignore[arg-type]
    assert not has_words(outside, frozen, is_number=True)  # type: ignore[arg-type]
    assert all(has_words(one, frozen, is_number=True) for one in numbers(frozen))
    drawn = [random_number(frozen, random.Random(k), 5) for k in range(60)]
    kept = [one for one in drawn if one is not None]
    assert all(has_words(one, frozen, is_number=True) for one in kept)


def test_another_basis_keeps_what_does_not_depend_on_one() -> None:
    source = random.Random(0)
    value = matrix([[1, 0], [0, -1]])
    for words in (frozenset(), frozenset({"hermitian"}), frozenset({"unitary"})):
        found = [in_another_basis(value, words, source) for _ in range(10)]
        kept = [one for one in found if one is not None]
        assert any(not one.equals(value) for one in kept)
        assert all((one @ one).equals(unit(2)) for one in kept)
        assert all(has_words(one, words, is_number=False) for one in kept)
