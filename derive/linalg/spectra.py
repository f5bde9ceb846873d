"""Exact spectra: the levels of a Hermitian matrix in ascending order, and their eigenvectors.

Main results: `levels` factors the characteristic polynomial over Q, so that an eigenvalue is one
root of an irreducible polynomial; balls around the roots, made smaller until they are disjoint, put
them in order.  `eigenvectors` is the exact null space over the field of the eigenvalue.  Nothing is
decided by a rounded number.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from flint import acb, acb_mat, arb, fmpq, fmpq_poly, fmpz_poly

from derive.linalg.errors import MatrixError
from derive.linalg.fields import (
    FIRST_BITS,
    Extension,
    bounds,
    exactly,
    integral,
    precision,
    real_roots,
    root_name,
)
from derive.linalg.matrices import ExactMatrix

if TYPE_CHECKING:
    import sympy


@dataclass(frozen=True)
class Level:
    """An eigenvalue.

    Args:
        polynomial: the irreducible polynomial with integer coefficients of which it is a root.
        index: its place among the real roots.
        multiplicity: the dimension of its eigenspace.
    """

    polynomial: fmpz_poly
    index: int
    multiplicity: int

    def name(self) -> sympy.Expr:
        """The eigenvalue in SymPy."""
        return root_name(self.polynomial, self.index)

    def enclose(self, bits: int = FIRST_BITS) -> arb:
        """A ball around the eigenvalue."""
        if self.polynomial.degree() == 1:
            with precision(bits):
                return arb(self.rational())
        return real_roots(self.polynomial, bits)[self.index]

    def rational(self) -> fmpq:
        """The eigenvalue, if the polynomial is linear."""
        return fmpq(-self.polynomial[0], self.polynomial[1])


@dataclass(frozen=True)
class Eigenvectors:
    """The eigenspace of one level.

    Args:
        extension: the field of the matrix with the eigenvalue adjoined.
        basis: independent eigenvectors, as columns.
        places: the rows in which the basis is the identity matrix.
    """

    extension: Extension
    basis: ExactMatrix
    places: tuple[int, ...]


def levels(matrix: ExactMatrix) -> list[Level]:
    """The eigenvalues of a matrix that is similar to a Hermitian one, in ascending order."""
    return list(iterate_levels(matrix))


def iterate_levels(matrix: ExactMatrix) -> Iterator[Level]:
    """The eigenvalues one by one from the lowest."""
    if matrix.field.degree == 1:
        real = matrix.is_real()
        form = matrix.parts[0][0] if real else matrix.rational_form()
        factors = _factors(form.charpoly())
        copies = 1 if real else 2  # the rational form has the spectrum and its conjugate
        yield from ascending(
            Level(factor, index, exponent // copies)
            for factor, exponent in factors
            for index in range(_count_of_real_roots(factor))
        )
        return
    found = 0
    candidates = [
        Level(factor, index, 0)
        for factor, _ in _factors(matrix.rational_form().charpoly())
        for index in range(_count_of_real_roots(factor))
    ]
    for level in ascending(candidates):
        if found < matrix.rows and _may_be_eigenvalue(matrix, level):
            multiplicity = eigenvectors(matrix, level).basis.columns
            if multiplicity:
                found += multiplicity
                yield Level(level.polynomial, level.index, multiplicity)


def eigenvectors(matrix: ExactMatrix, level: Level) -> Eigenvectors:
    """The null space of the matrix minus the eigenvalue."""
    extension = matrix.field.adjoin(level.polynomial, level.index)
    shift = ExactMatrix.identity(matrix.rows, extension.field).scaled(extension.new)
    basis, places = (matrix.extended(extension) - shift).null_space()
    return Eigenvectors(extension, basis, tuple(places))


def ascending(found: Iterator[Level] | Sequence[Level]) -> list[Level]:
    """Different levels in ascending order."""
    unsorted = list(found)
    if all(level.polynomial.degree() == 1 for level in unsorted):
        return sorted(unsorted, key=Level.rational)
    bits = FIRST_BITS
    while True:
        pairs = [(level, level.enclose(bits)) for level in unsorted]
        pairs.sort(key=lambda pair: exactly(pair[1].mid()))
        if all(not a.overlaps(b) for (_, a), (_, b) in pairwise(pairs)):
            return [level for level, _ in pairs]
        bits *= 2


def between(lower: Level, upper: Level | None) -> Iterator[fmpq]:
    """Rational numbers above one level and below the next; simple ones first."""
    bits = FIRST_BITS
    while True:
        low = bounds(lower.enclose(bits), bits)[1]
        high = low + 2 if upper is None else bounds(upper.enclose(bits), bits)[0]
        if low < high:
            break
        bits *= 2
    while True:
        high = _simplest(low, high)
        yield high


def _simplest(low: fmpq, high: fmpq) -> fmpq:
    """The number of least denominator strictly between two."""
    if low < 0 < high:
        return fmpq(0)
    if high <= 0:
        return -_simplest(-high, -low)
    whole = fmpq(low.floor())
    if whole + 1 < high:
        return whole + 1
    low, high = low - whole, high - whole
    if low == 0:
        return whole + fmpq(1, int((1 / high).floor()) + 1)
    return whole + 1 / _simplest(1 / high, 1 / low)


def _factors(polynomial: fmpq_poly) -> list[tuple[fmpz_poly, int]]:
    return [(factor, int(exponent)) for factor, exponent in integral(polynomial).factor()[1]]


def _count_of_real_roots(polynomial: fmpz_poly) -> int:
    return 1 if polynomial.degree() == 1 else len(real_roots(polynomial))


def _may_be_eigenvalue(matrix: ExactMatrix, level: Level) -> bool:
    """Whether a ball around the determinant of the matrix minus the number contains 0."""
    bits = 2 * FIRST_BITS
    value = level.enclose(bits)
    entries = [
        acb(*(matrix.field.enclose(part, bits) for part in matrix[i, j])) - (value if i == j else 0)
        for i in range(matrix.rows)
        for j in range(matrix.columns)
    ]
    with precision(bits):
        return bool(acb_mat(matrix.rows, matrix.columns, entries).det().contains(0))


def check_square(matrix: ExactMatrix, error: type[MatrixError], name: str) -> None:
    """Refuse a matrix without rows, or with more or fewer rows than columns."""
    if matrix.rows != matrix.columns or not matrix.rows:
        raise error(f"{name} is {matrix.rows}×{matrix.columns}, not square")
