"""Strategies for floating-point matrices, for cross-checks with NumPy."""

from __future__ import annotations

from typing import Any

import numpy as np
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from hypothesis.strategies import SearchStrategy

from derive.linalg.matrices import ExactMatrix
from derive.strategies.hermitians import hermitian_matrices
from derive.strategies.numbers import Size, sizes

Array = np.ndarray[Any, np.dtype[Any]]


def rounded(exact: SearchStrategy[ExactMatrix]) -> SearchStrategy[Array]:
    """What a strategy for exact matrices gives, rounded to complex floating-point numbers."""
    return exact.map(ExactMatrix.to_numpy)


@st.composite
def float_matrices(
    draw: st.DrawFn, size: Size | None = None, largest: float = 10.0, is_complex: bool = True
) -> Array:
    """Square matrices of floating-point numbers."""
    n = draw(sizes(size))
    parts = st.floats(-largest, largest, allow_subnormal=False)
    real = draw(arrays(float, (n, n), elements=parts))
    return real + 1j * draw(arrays(float, (n, n), elements=parts)) if is_complex else real


@st.composite
def float_hermitian_matrices(
    draw: st.DrawFn, size: Size | None = None, largest: float = 10.0, is_complex: bool = True
) -> Array:
    """Hermitian matrices of floating-point numbers; exactly Hermitian."""
    square = draw(float_matrices(size, largest / 2, is_complex))
    hermitian: Array = square + square.conj().T
    return hermitian


@st.composite
def float_unitaries(draw: st.DrawFn, size: Size | None = None) -> Array:
    """Matrices that are unitary up to rounding: eigenvectors of Hermitian ones, times phases."""
    hermitian = draw(rounded(hermitian_matrices(size)))
    _, vectors = np.linalg.eigh(hermitian)
    angles = draw(arrays(float, len(vectors), elements=st.floats(0, 2 * np.pi)))
    return vectors * np.exp(1j * angles)
