"""Exact matrices of Gaussian rationals, as real matrices of twice the size.

`a + bi` stands for the block matrix `[[a, -b], [b, a]]`, so that the adjoint is the transpose and
products, sums and inverses are those of rational matrices.

Main results: `Matrix`, `scalar`, `unit`, `zeros`, `matrix`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Any

Number = tuple[Fraction, Fraction]
"""Real and imaginary part."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """A matrix; `block` is the `flint.fmpq_mat` of its real and imaginary parts."""

    rows: int
    columns: int
    block: Any

    def __add__(self, other: Matrix) -> Matrix:
        return Matrix(self.rows, self.columns, self.block + other.block)

    def __sub__(self, other: Matrix) -> Matrix:
        return Matrix(self.rows, self.columns, self.block - other.block)

    def __matmul__(self, other: Matrix) -> Matrix:
        return Matrix(self.rows, other.columns, self.block * other.block)

    def scaled(self, factor: Matrix) -> Matrix:
        """The matrix times a number, which is a matrix with one entry."""
        real, imaginary = factor.block[0, 0], factor.block[1, 0]
        if not imaginary:
            return Matrix(self.rows, self.columns, self.block * real)
        turned = _turn(self.rows) * self.block
        return Matrix(self.rows, self.columns, self.block * real + turned * imaginary)

    def power(self, exponent: int) -> Matrix:
        """A power; raises `ZeroDivisionError` where there is none."""
        block = self.block.inv() if exponent < 0 else self.block
        found = unit(self.rows).block
        for bit in f"{abs(exponent):b}":
            found = found * found
            found = found * block if bit == "1" else found
        return Matrix(self.rows, self.columns, found)

    def adjoint(self) -> Matrix:
        """The conjugate transpose."""
        return Matrix(self.columns, self.rows, self.block.transpose())

    def conjugate(self) -> Matrix:
        """The complex conjugate of every entry."""
        block = _mirror(self.rows) * self.block * _mirror(self.columns)
        return Matrix(self.rows, self.columns, block)

    def trace(self) -> Matrix:
        """The sum of the diagonal."""
        entries = [self.entry(k, k) for k in range(self.rows)]
        zero = Fraction(0)
        return scalar(sum((a for a, _ in entries), zero), sum((b for _, b in entries), zero))

    def determinant(self) -> Matrix:
        """The determinant, by elimination."""
        lines = [[self.part(i, j) for j in range(self.columns)] for i in range(self.rows)]
        found = scalar(1)
        for k in range(self.rows):
            pivot = next((i for i in range(k, self.rows) if lines[i][k].is_nonzero), None)
            if pivot is None:
                return scalar(0)
            if pivot != k:
                lines[k], lines[pivot] = lines[pivot], lines[k]
                found = found.scaled(scalar(-1))
            found = found @ lines[k][k]
            inverse = lines[k][k].power(-1)
            for i in range(k + 1, self.rows):
                factor = lines[i][k] @ inverse
                lines[i] = [a - factor @ b for a, b in zip(lines[i], lines[k], strict=True)]
        return found

    def part(self, row: int, column: int) -> Matrix:
        """One entry as a matrix."""
        return scalar(*self.entry(row, column))

    def entry(self, row: int, column: int) -> Number:
        """One entry."""
        real, imaginary = self.block[row, column], self.block[self.rows + row, column]
        return _fraction(real), _fraction(imaginary)

    def entries(self) -> list[list[Number]]:
        """All entries, row by row."""
        return [[self.entry(i, j) for j in range(self.columns)] for i in range(self.rows)]

    @property
    def number(self) -> Number:
        """The only entry."""
        return self.entry(0, 0)

    @property
    def rank(self) -> int:
        """The dimension of the image."""
        return int(self.block.rank()) // 2

    @property
    def is_nonzero(self) -> bool:
        """Whether some entry is not 0."""
        return bool(self.block != _nought(2 * self.rows, 2 * self.columns))

    def equals(self, other: Matrix) -> bool:
        """Whether all entries are equal."""
        return bool(self.block == other.block)


def _fraction(value: Any) -> Fraction:
    return Fraction(int(value.p), int(value.q))


@lru_cache(maxsize=64)
def _nought(rows: int, columns: int) -> Any:
    from flint import fmpq_mat

    return fmpq_mat(rows, columns)


@lru_cache(maxsize=64)
def _turn(size: int) -> Any:
    """Multiplication by i."""
    return matrix([[(0, 1) if i == j else 0 for j in range(size)] for i in range(size)]).block


@lru_cache(maxsize=64)
def _mirror(size: int) -> Any:
    """Complex conjugation of a column."""
    from flint import fmpq_mat

    block = fmpq_mat(2 * size, 2 * size)
    for k in range(size):
        block[k, k], block[size + k, size + k] = 1, -1
    return block


def matrix(rows: Sequence[Sequence[Any]]) -> Matrix:
    """A matrix; an entry is a rational number or a pair of real and imaginary part."""
    from flint import fmpq, fmpq_mat

    height, width = len(rows), len(rows[0])
    block = fmpq_mat(2 * height, 2 * width)
    for i, row in enumerate(rows):
        for j, entry in enumerate(row):
            real, imaginary = map(Fraction, entry if isinstance(entry, tuple) else (entry, 0))
            a = fmpq(real.numerator, real.denominator)
            b = fmpq(imaginary.numerator, imaginary.denominator)
            block[i, j], block[height + i, width + j] = a, a
            block[i, width + j], block[height + i, j] = -b, b
    return Matrix(height, width, block)


@lru_cache(maxsize=4096)
def scalar(real: int | Fraction, imaginary: int | Fraction = 0) -> Matrix:
    """A number as a matrix."""
    return matrix([[(real, imaginary)]])


@lru_cache(maxsize=64)
def unit(size: int) -> Matrix:
    """The identity."""
    return matrix([[int(i == j) for j in range(size)] for i in range(size)])


@lru_cache(maxsize=64)
def zeros(rows: int, columns: int) -> Matrix:
    """The zero matrix."""
    return Matrix(rows, columns, _nought(2 * rows, 2 * columns))
