"""Matrices and numbers that a lecturer would try first: named ones, simple ones, random ones.

Main results: `numbers`, `matrices_with`, `random_number`, `random_matrix`, `has_words`.
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from fractions import Fraction
from functools import lru_cache
from itertools import product
from typing import Any

from derive.deciding.refuting.gaussian import Matrix, matrix, scalar, unit, zeros

_HALF = Fraction(1, 2)
_I = (0, 1)
_MINUS_I = (0, -1)

_NUMBERS = (1, 2, 0, -1, _I, 3, _HALF, -2, (1, 1), _MINUS_I, (0, 2), -3, 4, -_HALF, Fraction(3, 2))

_LOWERING, _RAISING = [[0, 1], [0, 0]], [[0, 0], [1, 0]]
_X, _Y, _Z = [[0, 1], [1, 0]], [[0, _MINUS_I], [_I, 0]], [[1, 0], [0, -1]]
_SMALL: tuple[list[list[Any]], ...] = (
    _LOWERING, _X, _Z, _RAISING, [[1, 0], [0, 0]], [[1, 1], [0, 2]], _Y, [[1, 1], [0, 1]],
    [[1, 0], [0, 2]],
    [[0, -1], [1, 0]], [[0, 0], [0, 1]], [[1, 0], [1, 1]], [[1, 1], [0, 0]], [[1, 0], [0, _I]],
    [[1, 1], [1, 1]], [[2, 1], [1, 2]], [[1, 2], [3, 4]],
    [[0, -1], [1, -1]], [[0, 1], [-1, -1]], [[1, -1], [0, -1]],
    [[(Fraction(1, 2), Fraction(1, 2)), 0], [0, (Fraction(-1, 2), Fraction(-1, 2))]],
)  # fmt: skip

_SPIN_ONE: tuple[list[list[Any]], ...] = (
    [[0, 0, 0], [0, 0, _MINUS_I], [0, _I, 0]],
    [[0, 0, _I], [0, 0, 0], [_MINUS_I, 0, 0]],
    [[0, _MINUS_I, 0], [_I, 0, 0], [0, 0, 0]],
)
"""The rotations of space: hermitian, [Lx, Ly] = i Lz, and so on."""

_LADDER_OF_THREE: tuple[list[list[Any]], ...] = (
    [[2, 0, 0], [0, 0, 0], [0, 0, -2]],
    [[0, 2, 0], [0, 0, 2], [0, 0, 0]],
    [[0, 0, 0], [1, 0, 0], [0, 1, 0]],
)
"""H, E and F with [H, E] = 2E, [H, F] = -2F, [E, F] = H."""


def _one_entry(size: int, row: int, column: int) -> Matrix:
    lines = [[int((i, j) == (row, column)) for j in range(size)] for i in range(size)]
    return matrix(lines)


def _kronecker(left: Matrix, right: Matrix) -> Matrix:
    """The tensor product."""
    first, second = left.entries(), right.entries()
    lines = [
        [(a * c - b * d, a * d + b * c) for a, b in upper for c, d in lower]
        for upper in first
        for lower in second
    ]
    return matrix(lines)


@lru_cache(maxsize=16)
def matrices(rows: int, columns: int) -> tuple[Matrix, ...]:
    """Named and simple matrices of a shape, without repetition, the most telling ones first."""
    if (rows, columns) == (1, 1):
        return tuple(scalar(*(x if isinstance(x, tuple) else (x, 0))) for x in _NUMBERS)
    return tuple(_distinct(_of_shape(rows, columns)))


def _of_shape(rows: int, columns: int) -> Iterable[Matrix]:
    if rows != columns:
        yield from _rectangular(rows, columns)
        return
    if rows == 2:
        named = [matrix(lines) for lines in _SMALL]
        yield from named
    elif rows == 3:
        named = [matrix(lines) for lines in (*_SPIN_ONE, *_LADDER_OF_THREE)]
        units = [_one_entry(3, i, j) for i, j in ((0, 1), (1, 2), (0, 2), (0, 0), (2, 1), (1, 0))]
        yield from (*named, *units, units[0] + units[1], units[3] + _one_entry(3, 1, 1))
        yield matrix([[0, 1, 0], [0, 0, 1], [1, 0, 0]])
        yield matrix([[1, 0, 0], [0, 2, 0], [0, 0, 3]])
    elif rows == 4:
        pauli = [unit(2), *(matrix(lines) for lines in (_X, _Y, _Z))]
        named = [_kronecker(a, b) for a, b in product(pauli, repeat=2)][1:]
        lowering, sign = matrix(_LOWERING), matrix(_Z)
        places = range(4)
        named.append(matrix([[int(i == (j + 1) % 4) for j in places] for i in places]))
        phases = (1, _I, -1, _MINUS_I)
        named.append(matrix([[phases[i] if i == j else 0 for j in places] for i in places]))
        yield _kronecker(lowering, unit(2))
        yield _kronecker(sign, lowering)
        yield _kronecker(unit(2), lowering)
        yield from named
    else:
        named = [_one_entry(rows, 0, 1), _one_entry(rows, 1, 0), _one_entry(rows, 0, 0)]
        yield from named
    yield zeros(rows, rows)
    factors = (1, -1, _I, 2, _HALF, _MINUS_I, -2, -_HALF, (0, 2), (0, _HALF))
    for factor in factors:
        number = scalar(*(factor if isinstance(factor, tuple) else (factor, 0)))
        yield unit(rows).scaled(number)
    for factor in factors[1:]:
        number = scalar(*(factor if isinstance(factor, tuple) else (factor, 0)))
        yield from (each.scaled(number) for each in named)


def _rectangular(rows: int, columns: int) -> Iterable[Matrix]:
    """Columns of the identity, and what is made of a few ones."""
    diagonal = matrix([[int(i == j) for j in range(columns)] for i in range(rows)])
    yield diagonal
    first = min(rows, columns) == 1
    simple = ((0, 1), (1, 1), (1, _I), (1, -1), (2, 1), (0, _I)) if first else ()
    for a, b in simple:
        line = [a, b, *[0] * (max(rows, columns) - 2)]
        yield matrix([line] if rows == 1 else [[entry] for entry in line])
    yield matrix([[int(i + j == 1) for j in range(columns)] for i in range(rows)])
    yield matrix([[1] * columns for _ in range(rows)])
    yield matrix([[i * columns + j + 1 for j in range(columns)] for i in range(rows)])
    yield zeros(rows, columns)
    for factor in ((2, 0), (0, 1), (-1, 0)):
        yield diagonal.scaled(scalar(*factor))


def _distinct(found: Iterable[Matrix]) -> list[Matrix]:
    kept: list[Matrix] = []
    for new in found:
        if not any(new.equals(old) for old in kept):
            kept.append(new)
    return kept


@lru_cache(maxsize=64)
def numbers(words: frozenset[str]) -> tuple[Matrix, ...]:
    """Numbers with these properties, simple ones first."""
    wanted = [scalar(*(x if isinstance(x, tuple) else (x, 0))) for x in _NUMBERS]
    return tuple(number for number in wanted if has_words(number, words, is_number=True))


@lru_cache(maxsize=64)
def matrices_with(rows: int, columns: int, words: frozenset[str]) -> tuple[Matrix, ...]:
    """The matrices of a shape that have declared properties."""
    found = matrices(rows, columns)
    return tuple(each for each in found if has_words(each, words, is_number=False))


def has_words(value: Matrix, words: frozenset[str], *, is_number: bool) -> bool:
    """Whether a value has the declared properties."""
    return all(_has(value, word, is_number) for word in words)


def _has(value: Matrix, word: str, is_number: bool) -> bool:
    if word == "complex":
        return True
    if not is_number:
        return _matrix_has(value, word)
    real, imaginary = value.number
    if word == "imaginary":
        return not real and bool(imaginary)
    if word == "nonzero":
        return bool(real or imaginary)
    whole = real.denominator == 1
    checks = {
        "real": True,
        "positive": real > 0,
        "negative": real < 0,
        "nonnegative": real >= 0,
        "nonpositive": real <= 0,
        "integer": whole,
        "natural": whole and real >= 0,
        "rational": True,
        "odd": whole and real % 2 == 1,
        "even": whole and real % 2 == 0,
    }
    return not imaginary and checks.get(word, False)


def _matrix_has(value: Matrix, word: str) -> bool:
    match word:
        case "hermitian":
            return value.equals(value.adjoint())
        case "antihermitian":
            return value.equals(zeros(value.rows, value.columns) - value.adjoint())
        case "unitary":
            return value.rows == value.columns and (value @ value.adjoint()).equals(
                unit(value.rows)
            )
        case "invertible":
            return value.rows == value.columns and value.rank == value.rows
        case "real":
            return value.equals(value.conjugate())
    return False


def random_number(words: frozenset[str], source: random.Random, width: int) -> Matrix | None:
    """A random number with the declared properties, or None if this attempt failed."""
    below = 1 if words & {"integer", "natural"} else source.choice((1, 1, 2, 3))
    plain = "real" in words or source.random() < 0.5
    real = Fraction(source.randint(-width, width), below)
    found = scalar(real, 0 if plain else source.randint(-width, width))
    return found if has_words(found, words, is_number=True) else None


def random_matrix(
    rows: int, columns: int, words: frozenset[str], source: random.Random, width: int
) -> Matrix | None:
    """A random matrix with the declared properties, or None if this attempt failed."""
    real = "real" in words

    def entry() -> tuple[int, int]:
        other = 0 if real or source.random() < 0.5 else source.randint(-width, width)
        return source.randint(-width, width), other

    triangular = source.random() < 0.3
    found = matrix(
        [[0 if triangular and j < i else entry() for j in range(columns)] for i in range(rows)]
    )
    half = scalar(_HALF)
    if "unitary" in words:
        turned = found - found.adjoint()
        found = (unit(rows) + turned) @ (unit(rows) - turned).power(-1)
    elif "hermitian" in words:
        found = (found + found.adjoint()).scaled(half)
    elif "antihermitian" in words:
        found = (found - found.adjoint()).scaled(half)
    return found if has_words(found, words, is_number=False) else None


def in_another_basis(value: Matrix, words: frozenset[str], source: random.Random) -> Matrix | None:
    """A similar matrix with the same declared properties, or None if this attempt failed."""
    size = value.rows
    if size != value.columns or size == 1:
        return None
    if words - {"invertible", "real", "complex"}:
        change = random_matrix(size, size, frozenset({"unitary"}), source, 1)
        assert change is not None
    else:
        change = matrix(
            [
                [source.randint(-1, 1) if j > i else int(i == j) for j in range(size)]
                for i in range(size)
            ]
        )
        change = change @ change.adjoint() if source.random() < 0.5 else change.adjoint()
    found = change @ value @ change.power(-1)
    return found if has_words(found, words, is_number=False) else None
