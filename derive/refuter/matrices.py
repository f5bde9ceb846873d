"""Small matrices of polynomials, possibly without rows or columns.

Main results: `Matrix`, `scalar`, `zeros`, `unit`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from derive.refuter.polynomials import NOUGHT, UNIT, Polynomial, Symbol


@dataclass(frozen=True)
class Matrix:
    """A matrix; `entries` has its rows."""

    rows: int
    columns: int
    entries: tuple[tuple[Polynomial, ...], ...]

    def __post_init__(self) -> None:
        """Refuse rows of other lengths."""
        lengths = {len(row) for row in self.entries}
        if len(self.entries) != self.rows or not lengths <= {self.columns}:
            raise ValueError("the rows of a matrix have the same length")

    def __add__(self, other: Matrix) -> Matrix:
        if (self.rows, self.columns) != (other.rows, other.columns):
            raise ValueError("matrices of different shapes are added")
        lines = zip(self.entries, other.entries, strict=True)
        entries = tuple(tuple(a + b for a, b in zip(*line, strict=True)) for line in lines)
        return Matrix(self.rows, self.columns, entries)

    def __sub__(self, other: Matrix) -> Matrix:
        return self + other.map(Polynomial.__neg__)

    def __matmul__(self, other: Matrix) -> Matrix:
        if self.columns != other.rows:
            raise ValueError("matrices whose shapes do not meet are multiplied")
        lines = []
        for row in self.entries:
            line = [NOUGHT] * other.columns
            for factor, below in zip(row, other.entries, strict=True):
                if factor:
                    line = [a + factor * b for a, b in zip(line, below, strict=True)]
            lines.append(tuple(line))
        return Matrix(self.rows, other.columns, tuple(lines))

    def __pow__(self, exponent: int) -> Matrix:
        base = self.inverse if exponent < 0 else self
        result = unit(self.rows)
        for bit in f"{abs(exponent):b}":
            result = result @ result
            result = result @ base if bit == "1" else result
        return result

    def map(self, change: Callable[[Polynomial], Polynomial]) -> Matrix:
        """The matrix with every entry changed."""
        entries = tuple(tuple(change(a) for a in row) for row in self.entries)
        return Matrix(self.rows, self.columns, entries)

    def scaled(self, factor: Polynomial) -> Matrix:
        """The matrix times a scalar."""
        return self if factor == UNIT else self.map(factor.__mul__)

    def substitute(self, values: Mapping[Symbol, Polynomial]) -> Matrix:
        """The matrix with polynomials put for symbols."""
        return self.map(lambda entry: entry.substitute(values))

    def adjoint(self) -> Matrix:
        """The conjugate transpose."""
        lines = tuple(
            tuple(row[k].conjugate() for row in self.entries) for k in range(self.columns)
        )
        return Matrix(self.columns, self.rows, lines)

    @property
    def flat(self) -> Iterator[Polynomial]:
        """All entries."""
        return (entry for row in self.entries for entry in row)

    @property
    def number(self) -> Polynomial:
        """The only entry."""
        ((entry,),) = self.entries
        return entry

    @cached_property
    def inverse(self) -> Matrix:
        """The inverse, by Gauss and Jordan.

        Raises `ZeroDivisionError` if there is none, `ValueError` if it is no matrix of numbers.
        """
        if self.rows != self.columns:
            raise ZeroDivisionError("only a square matrix has an inverse")
        if self.rows == 1:
            return scalar(self.number.inverse())
        if not all(entry.is_number for entry in self.flat):
            raise ValueError("a matrix of unknown numbers is not inverted")
        size = self.rows
        lines = [[*a, *b] for a, b in zip(self.entries, unit(size).entries, strict=True)]
        for k in range(size):
            pivot = next((row for row in range(k, size) if lines[row][k]), None)
            if pivot is None:
                raise ZeroDivisionError("the matrix is singular")
            lines[k], lines[pivot] = lines[pivot], lines[k]
            factor = lines[k][k].inverse()
            lines[k] = [factor * a for a in lines[k]]
            for row in range(size):
                if row != k and lines[row][k]:
                    factor = -lines[row][k]
                    pairs = zip(lines[row], lines[k], strict=True)
                    lines[row] = [a + factor * b for a, b in pairs]
        return made(size, size, [line[size:] for line in lines])


def made(rows: int, columns: int, lines: Sequence[Sequence[Polynomial]]) -> Matrix:
    """The matrix with these rows."""
    return Matrix(rows, columns, tuple(map(tuple, lines)))


def zeros(rows: int, columns: int) -> Matrix:
    """The zero matrix."""
    return Matrix(rows, columns, ((NOUGHT,) * columns,) * rows)


def unit(size: int) -> Matrix:
    """The identity matrix."""
    lines = [[UNIT if a == b else NOUGHT for b in range(size)] for a in range(size)]
    return made(size, size, lines)


def scalar(number: Polynomial) -> Matrix:
    """A number as a matrix."""
    return Matrix(1, 1, ((number,),))
