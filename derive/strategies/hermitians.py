"""Strategies for exact Hermitian matrices, with an unknown or a prescribed spectrum.

`diagonalised` gives H = VDV† together with V and D, so that every level, its multiplicity and its
eigenvectors are known.  They shrink to diagonal matrices of small integers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from flint import fmpq
from hypothesis import strategies as st

from derive.linalg.matrices import ExactMatrix
from derive.strategies.numbers import Size, digits, integer_pairs, sizes
from derive.strategies.unitaries import unitaries


@dataclass(frozen=True)
class Diagonalised:
    """A Hermitian matrix with all that is known of it.

    Args:
        matrix: H.
        values: its eigenvalues in ascending order, with repetitions.
        vectors: a unitary matrix whose columns are eigenvectors in the same order.
    """

    matrix: ExactMatrix
    values: tuple[fmpq, ...]
    vectors: ExactMatrix

    def levels(self) -> list[tuple[fmpq, list[int]]]:
        """The different eigenvalues in ascending order, and which columns belong to each."""
        found: list[tuple[fmpq, list[int]]] = []
        for place, value in enumerate(self.values):
            if found and found[-1][0] == value:
                found[-1][1].append(place)
            else:
                found.append((value, [place]))
        return found


@st.composite
def hermitian_matrices(draw: st.DrawFn, size: Size | None = None) -> ExactMatrix:
    """Hermitian matrices of Gaussian integers; their eigenvalues are in general irrational."""
    n = draw(sizes(size))
    upper = iter(integer_pairs(draw, n * (n + 1) // 2))
    entries = [(0, 0)] * (n * n)
    for i in range(n):
        for j in range(i, n):
            a, b = next(upper)
            entries[i * n + j] = (a, b if i != j else 0)
            entries[j * n + i] = (a, -b if i != j else 0)
    return ExactMatrix.gaussian(n, n, entries)


@st.composite
def spectra(draw: st.DrawFn, size: Size | None = None, tiny: bool = False) -> tuple[fmpq, ...]:
    """Eigenvalues in ascending order; repeated often.

    Args:
        draw: given by Hypothesis.
        size: how many.
        tiny: whether some gaps are as small as 10⁻⁴⁰, so that levels are almost repeated.
    """
    n = draw(sizes(size))
    gaps = [fmpq(0), fmpq(0), fmpq(1), fmpq(2), fmpq(1, 2)] + [fmpq(1, 10**40)] * tiny
    value = fmpq(draw(st.integers(-2, 2)))
    values = [value]
    for gap in digits(draw, n - 1, len(gaps)):
        value = value + gaps[gap]
        values.append(value)
    return tuple(values)


@st.composite
def diagonalised(
    draw: st.DrawFn,
    size: Size | None = None,
    values: Sequence[int | Fraction | fmpq] | None = None,
    tiny: bool = False,
) -> Diagonalised:
    """Hermitian matrices with a prescribed or drawn spectrum, and exact eigenvectors.

    Args:
        draw: given by Hypothesis.
        size: the number of rows, unless the eigenvalues are given.
        values: the eigenvalues, with repetitions.
        tiny: whether drawn levels may be almost repeated.
    """
    if values is None:
        spectrum = draw(spectra(size, tiny))
    else:
        spectrum = tuple(sorted(map(_rational, values)))
    basis = draw(unitaries(len(spectrum)))
    matrix = basis @ ExactMatrix.diagonal(spectrum) @ basis.adjoint()
    return Diagonalised(matrix, spectrum, basis)


def _rational(value: int | Fraction | fmpq) -> fmpq:
    if isinstance(value, Fraction):
        return fmpq(value.numerator, value.denominator)
    return fmpq(value)
