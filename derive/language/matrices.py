"""Explicit matrices of kernel terms: sums, products and adjoints, entry by entry.

Main result: `TermMatrix`.  A product of a row and a column is its only entry, a term.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import reduce

from derive.kernel.terms import Term, identity, zero


class ShapeError(Exception):
    """Two matrices do not fit together; the message names both shapes."""


@dataclass(frozen=True)
class TermMatrix:
    """Rows of terms, all of one length."""

    rows: tuple[tuple[Term, ...], ...]

    @property
    def height(self) -> int:
        """The number of rows."""
        return len(self.rows)

    @property
    def width(self) -> int:
        """The number of columns."""
        return len(self.rows[0])

    @property
    def shape(self) -> str:
        """The shape for messages, such as `2×3`."""
        return f"{self.height}×{self.width}"

    def entries(self) -> Iterator[Term]:
        """All entries, row by row."""
        for row in self.rows:
            yield from row

    def map(self, change: Callable[[Term], Term]) -> TermMatrix:
        """The matrix with every entry changed."""
        return TermMatrix(tuple(tuple(change(entry) for entry in row) for row in self.rows))

    def adjoint(self) -> TermMatrix:
        """The transposed matrix of the adjoint entries."""
        columns = zip(*self.rows, strict=True)
        return TermMatrix(tuple(tuple(entry.adjoint() for entry in column) for column in columns))

    def combine(self, other: TermMatrix, operation: Callable[[Term, Term], Term]) -> TermMatrix:
        """Both matrices, combined entry by entry.

        Raises:
            ShapeError: the shapes differ.
        """
        if (self.height, self.width) != (other.height, other.width):
            raise ShapeError(f"a {self.shape} matrix meets a {other.shape} matrix")
        return TermMatrix(
            tuple(
                tuple(map(operation, mine, theirs))
                for mine, theirs in zip(self.rows, other.rows, strict=True)
            )
        )

    def __mul__(self, other: TermMatrix) -> TermMatrix | Term:
        if self.width != other.height:
            raise ShapeError(
                f"a {self.shape} matrix cannot be multiplied by a {other.shape} matrix"
            )
        columns = list(zip(*other.rows, strict=True))
        product = TermMatrix(
            tuple(tuple(_dot(row, column) for column in columns) for row in self.rows)
        )
        return product.rows[0][0] if (product.height, product.width) == (1, 1) else product


def scalar_matrix(term: Term, size: int) -> TermMatrix:
    """The term on the diagonal, and zero beside it."""
    return TermMatrix(
        tuple(
            tuple(term if row == column else zero() for column in range(size))
            for row in range(size)
        )
    )


def add(left: Term, right: Term) -> Term:
    """The sum of two terms; a scalar beside an operator V←V counts as a multiple of the identity.

    Raises:
        KernelError: the types differ.
    """
    left, right = fitted(left, right), fitted(right, left)
    return left + right


def fitted(term: Term, other: Term) -> Term:
    """The term as it stands beside another: zero takes its type, a scalar becomes an operator."""
    if not term.is_scalar or other.is_scalar:
        return term
    if not term:
        return zero(other.codomain, other.domain)
    return term * identity(other.codomain) if other.codomain == other.domain else term


def _dot(row: tuple[Term, ...], column: tuple[Term, ...]) -> Term:
    return reduce(add, (left * right for left, right in zip(row, column, strict=True)))
