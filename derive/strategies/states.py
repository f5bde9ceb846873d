"""Strategies for exact vectors, projectors, isometries and density matrices.

They shrink to basis vectors, to diagonal projectors, and to pure states.
"""

from __future__ import annotations

from flint import fmpq
from hypothesis import strategies as st

from derive.linalg.matrices import ExactMatrix
from derive.strategies.numbers import Size, column, integer_pairs, sizes
from derive.strategies.unitaries import unitaries


@st.composite
def vectors(draw: st.DrawFn, size: Size | None = None) -> ExactMatrix:
    """Vectors of Gaussian integers; zero among them."""
    return column(integer_pairs(draw, draw(sizes(size))))


@st.composite
def nonzero_vectors(draw: st.DrawFn, size: Size | None = None) -> ExactMatrix:
    """Vectors of Gaussian integers that are not zero."""
    entries = integer_pairs(draw, draw(sizes(size)))
    if not any(a or b for a, b in entries):
        entries[0] = (1, 0)
    return column(entries)


@st.composite
def unit_vectors(draw: st.DrawFn, size: Size | None = None) -> ExactMatrix:
    """Vectors of norm 1 with rational entries, `(1 − |x|², 2x)/(1 + |x|²)`: Pythagorean tuples."""
    n = draw(sizes(size))
    rest = integer_pairs(draw, n - 1)
    square = sum(a * a + b * b for a, b in rest)
    entries = [(1 - square, 0), *((2 * a, 2 * b) for a, b in rest)]
    place = draw(st.integers(0, n - 1))
    entries[0], entries[place] = entries[place], entries[0]
    return column(entries).scaled(fmpq(1, 1 + square))


@st.composite
def matrices(draw: st.DrawFn, rows: Size | None = None, columns: Size | None = None) -> ExactMatrix:
    """Matrices of Gaussian integers; square ones if only one size or none is given."""
    m = draw(sizes(rows))
    n = m if columns is None else draw(sizes(columns))
    return ExactMatrix.gaussian(m, n, integer_pairs(draw, m * n))


@st.composite
def isometries(draw: st.DrawFn, size: Size | None = None, rank: Size | None = None) -> ExactMatrix:
    """Matrices V with V†V = 1: some columns of a unitary matrix."""
    n = draw(sizes(size))
    k = min(n, draw(st.integers(1, n) if rank is None else sizes(rank)))
    return draw(unitaries(n)).take(None, range(k))


@st.composite
def projectors(draw: st.DrawFn, size: Size | None = None, rank: Size | None = None) -> ExactMatrix:
    """Matrices P = P† = P²; without a given rank, also 0."""
    n = draw(sizes(size))
    k = draw(st.integers(0, n) if rank is None else sizes(rank))
    if k == 0:
        return ExactMatrix.zeros(n, n)
    isometry = draw(isometries(n, k))
    return isometry @ isometry.adjoint()


@st.composite
def density_matrices(draw: st.DrawFn, size: Size | None = None) -> ExactMatrix:
    """Positive matrices of trace 1, with rational eigenvalues."""
    n = draw(sizes(size))
    weights = draw(st.lists(st.integers(0, 3), min_size=n, max_size=n))
    if not any(weights):
        weights[0] = 1
    total = sum(weights)
    basis = draw(unitaries(n))
    diagonal = ExactMatrix.diagonal([fmpq(weight, total) for weight in weights])
    return basis @ diagonal @ basis.adjoint()
