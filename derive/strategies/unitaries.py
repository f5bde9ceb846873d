"""Strategies for exact unitary matrices.

`unitaries` multiplies a few simple ones: permutations with phases 1, −1, i, −i, reflections
1 − 2vv†/v†v, and Cayley transforms (1 − S)(1 + S)⁻¹ with S† = −S.  Cayley transforms alone never
have the eigenvalue −1; with the other two every eigenvalue occurs.  They shrink to the identity, to
one swap, or to one sign.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import lcm

from flint import fmpq
from hypothesis import strategies as st

from derive.linalg.matrices import ExactMatrix
from derive.strategies.numbers import Size, column, digits, integer_pairs, sizes

PHASES = ((1, 0), (-1, 0), (0, 1), (0, -1))


@st.composite
def signed_permutations(draw: st.DrawFn, size: Size | None = None) -> ExactMatrix:
    """Permutation matrices whose ones may be replaced by −1, i and −i."""
    n = draw(sizes(size))
    images = _permutation(draw, n)
    return monomial(images, digits(draw, n, len(PHASES)))


def monomial(images: Sequence[int], phases: Sequence[int]) -> ExactMatrix:
    """The matrix that maps the j-th basis vector to a phase times the images[j]-th one."""
    n = len(images)
    entries = [(0, 0)] * (n * n)
    for j, (image, phase) in enumerate(zip(images, phases, strict=True)):
        entries[image * n + j] = PHASES[phase]
    return ExactMatrix.gaussian(n, n, entries)


def _permutation(draw: st.DrawFn, n: int) -> list[int]:
    """A few transpositions, one after the other."""
    images = list(range(n))
    for _ in range(draw(st.integers(0, n - 1))):
        i, j = draw(st.integers(0, n - 1)), draw(st.integers(0, n - 1))
        images[i], images[j] = images[j], images[i]
    return images


@st.composite
def reflections(draw: st.DrawFn, size: Size | None = None) -> ExactMatrix:
    """Reflections 1 − 2vv†/v†v, which have the eigenvalue −1 once."""
    n = draw(sizes(size))
    entries = _few_entries(draw, n)
    v = column(entries)
    norm = sum(a * a + b * b for a, b in entries)
    return ExactMatrix.identity(n) - (v @ v.adjoint()).scaled(fmpq(2, norm))


@st.composite
def cayley_transforms(draw: st.DrawFn, size: Size | None = None) -> ExactMatrix:
    """(1 − S)(1 + S)⁻¹ with S† = −S; these have no eigenvalue −1.

    S acts on at most three basis vectors, so that denominators stay small.
    """
    n = draw(sizes(size))
    k = min(n, draw(st.integers(1, 3)))
    start = draw(st.integers(0, n - k))
    entries = integer_pairs(draw, k * k, 1)
    square = ExactMatrix.gaussian(k, k, entries)
    skew = square - square.adjoint()
    one = ExactMatrix.identity(k)
    block = (one + skew).solve(one - skew)
    return embedded(block, n, start)


def embedded(block: ExactMatrix, size: int, start: int) -> ExactMatrix:
    """The identity matrix with a block on its diagonal."""
    after = size - start - block.rows
    return direct_sum([ExactMatrix.identity(start), block, ExactMatrix.identity(after)])


def direct_sum(blocks: Sequence[ExactMatrix]) -> ExactMatrix:
    """The block diagonal matrix of Gaussian rational blocks."""
    size = sum(block.rows for block in blocks)
    entries: list[tuple[object, object]] = [(0, 0)] * (size * size)
    start = 0
    for block in blocks:
        real, imaginary = (part.entries() for part in block.parts[0])
        for i in range(block.rows):
            for j in range(block.rows):
                place = i * block.rows + j
                entries[(start + i) * size + start + j] = real[place], imaginary[place]
        start += block.rows
    return ExactMatrix.gaussian(size, size, entries)


@st.composite
def unitaries(draw: st.DrawFn, size: Size | None = None, factors: int = 2) -> ExactMatrix:
    """Unitary matrices with Gaussian rational entries: products of at most so many simple ones."""
    n = draw(sizes(size))
    result: ExactMatrix | None = None
    for _ in range(draw(st.integers(0, factors))):
        kind = draw(st.integers(0, 2))
        factor = draw((signed_permutations, reflections, cayley_transforms)[kind](n))
        result = factor if result is None else result @ factor
    return ExactMatrix.identity(n) if result is None else result


@dataclass(frozen=True)
class FiniteOrder:
    """A unitary matrix U and the least n > 0 with Uⁿ = 1."""

    matrix: ExactMatrix
    order: int


@st.composite
def finite_order_unitaries(draw: st.DrawFn, size: Size | None = None) -> FiniteOrder:
    """Unitary matrices of known finite order, in a rotated basis."""
    n = draw(sizes(size))
    images, phases = _permutation(draw, n), digits(draw, n, len(PHASES))
    basis = draw(unitaries(n, factors=1))
    matrix = basis @ monomial(images, phases) @ basis.adjoint()
    return FiniteOrder(matrix, _order(images, phases))


def _order(images: Sequence[int], phases: Sequence[int]) -> int:
    """The least common multiple of the orders on the cycles."""
    quarter_turns = (0, 2, 1, 3)
    order, seen = 1, set[int]()
    for first in range(len(images)):
        length, turns, j = 0, 0, first
        while j not in seen:
            seen.add(j)
            length, turns, j = length + 1, turns + quarter_turns[phases[j]], images[j]
        if length:
            order = lcm(order, length * {0: 1, 1: 4, 2: 2, 3: 4}[turns % 4])
    return order


def _few_entries(draw: st.DrawFn, n: int) -> list[tuple[int, int]]:
    """A nonzero vector of Gaussian integers with at most four entries that are not 0."""
    entries = [(0, 0)] * n
    first = draw(st.integers(0, n - 1))
    for place, entry in zip(
        [(first + k) % n for k in range(n)], integer_pairs(draw, min(n, 4)), strict=False
    ):
        entries[place] = entry
    if not any(a or b for a, b in entries):
        entries[first] = (1, 0)
    return entries
