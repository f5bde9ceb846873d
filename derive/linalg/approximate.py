"""Spectra of floating-point matrices, with an error bound for every level.

Main result: `approximate_levels` gives the levels in order, and one radius within which each true
level lies.  If HV = VΛ + R with computed V and Λ, and V is within δ = ‖V†V − 1‖ of a unitary Q,
then H differs from QΛQ† by at most ‖R‖ + 2δ‖H‖, and by Weyl's inequality so do the levels, counted
with multiplicity.  What rounding adds to R and δ is at most the number of terms of a sum, times the
unit of rounding, times the sum of their absolute values.  Levels whose intervals touch are not told
apart: they form one *cluster*.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from derive.linalg.errors import (
    MatrixError,
    NotASymmetry,
    NotHermitian,
    NotUnitary,
    ShapeError,
    UnreadableEntry,
)
from derive.linalg.reading import to_array

if TYPE_CHECKING:
    Array = np.ndarray[Any, np.dtype[Any]]

UNIT = float(np.finfo(float).eps)
TINY = float(np.finfo(float).tiny)
LARGEST = 1e300


@dataclass(frozen=True)
class ErrorBound:
    """How far the computed levels can be from the true ones.

    Args:
        residual: the norm of HV − VΛ.
        orthogonality: the norm of V†V − 1, times twice that of H.
        rounding: what the evaluation of the two above can have lost.
        tolerance: how far the given matrix may be from the meant one.
    """

    residual: float
    orthogonality: float
    rounding: float
    tolerance: float

    @property
    def radius(self) -> float:
        """The distance within which each true level lies."""
        return self.residual + self.orthogonality + self.rounding + self.tolerance


@dataclass(frozen=True)
class ApproximateLevels:
    """The levels of a floating-point matrix in ascending order, and where clusters of them begin.

    Args:
        values: the computed levels.
        vectors: the computed eigenvectors, as columns.
        bound: the error of the levels.
        starts: for each cluster the place of its lowest level.
    """

    values: Array
    vectors: Array
    bound: ErrorBound
    starts: tuple[int, ...]

    def clusters(self) -> list[slice]:
        """The places of the levels of each cluster."""
        ends = (*self.starts[1:], len(self.values))
        return [slice(a, b) for a, b in zip(self.starts, ends, strict=True)]


def approximate_levels(matrix: Any, tolerance: float = 0.0) -> ApproximateLevels:
    """The levels of a Hermitian floating-point matrix.

    Args:
        matrix: the matrix.
        tolerance: how far, in norm, it may be from the meant one.
    """
    array = hermitian_array(matrix, tolerance)
    if _norm(array) > LARGEST:
        raise MatrixError(
            f"the norm of the matrix is above {LARGEST:g}", hint="choose larger units"
        )
    asymmetry = _norm(array - array.conj().T) / 2
    array = (array + array.conj().T) / 2
    values, vectors = np.linalg.eigh(array)
    size, norm = len(values), min(_norm(array), float(abs(array).sum(axis=0).max()))
    residual = _norm(array @ vectors - vectors * values)
    defect = _norm(vectors.conj().T @ vectors - np.eye(size))
    lost = (size + 8) * UNIT
    products = abs(array) @ abs(vectors) + abs(vectors * values)
    rounding = lost * (_norm(products) + 2 * norm * _norm(abs(vectors.conj().T) @ abs(vectors)))
    rounding += size**2 * TINY * bool(norm)
    bound = ErrorBound(residual, 2 * defect * norm, rounding, tolerance + asymmetry)
    gaps = np.flatnonzero(np.diff(values) > 2 * bound.radius)
    return ApproximateLevels(values, vectors, bound, (0, *(int(g) + 1 for g in gaps)))


def hermitian_array(matrix: Any, tolerance: float = 0.0, name: str = "H") -> Array:
    """A matrix as an array; errors unless it is Hermitian up to rounding and the tolerance."""
    array = _square(matrix, name)
    difference = _norm(array - array.conj().T)
    if difference > _allowed(array, tolerance):
        raise NotHermitian(
            f"{name} is not Hermitian: the norm of {name} − {name}† is {difference:.2g}"
        )
    return array


def unitary_array(matrix: Any, size: int, tolerance: float = 0.0, name: str = "U") -> Array:
    """A matrix as an array; errors unless it is unitary up to rounding and the tolerance."""
    array = _square(matrix, name)
    if len(array) != size:
        raise ShapeError(f"{name} is {len(array)}×{len(array)}, but H is {size}×{size}")
    product = array.conj().T @ array
    difference = _norm(product - np.eye(size))
    if difference > _allowed(product, tolerance):
        normal = _norm(product - array @ array.conj().T) <= _allowed(product, tolerance)
        raise NotUnitary(
            f"{name} is not unitary: the norm of {name}†{name} − 1 is {difference:.2g}"
            + ("" if normal else f", and {name} is not even normal")
        )
    return array


def commutes(hamiltonian: Array, symmetry: Array, tolerance: float = 0.0) -> bool:
    """Whether the products in both orders agree up to rounding and the tolerance."""
    return _commutator(hamiltonian, symmetry) <= _allowed(hamiltonian, tolerance)


def check_commutes(
    hamiltonian: Array, symmetry: Array, tolerance: float = 0.0, name: str = "U"
) -> None:
    """Refuse a matrix that does not commute with the Hamiltonian."""
    if not commutes(hamiltonian, symmetry, tolerance):
        difference = _commutator(hamiltonian, symmetry)
        raise NotASymmetry(f"not a symmetry: the norm of H{name} − {name}H is {difference:.2g}")


def is_multiple(image: Array, state: Array, tolerance: float = 0.0) -> bool:
    """Whether a vector is a multiple of a state up to rounding and the tolerance."""
    coefficient = np.vdot(state, image) / np.vdot(state, state)
    limit = _allowed(state, tolerance) * max(1.0, _norm(image) / _norm(state))
    return _norm(image - coefficient * state) <= limit


def _commutator(first: Array, second: Array) -> float:
    return _norm(first @ second - second @ first)


def _allowed(array: Array, tolerance: float) -> float:
    return tolerance + 64 * len(array) * UNIT * _norm(array)


def _square(matrix: Any, name: str) -> Array:
    array = to_array(matrix)
    if array.ndim != 2 or array.shape[0] != array.shape[1] or not array.size:
        shape = "×".join(map(str, array.shape))
        raise ShapeError(f"{name} is {shape}, not square")
    if not np.isfinite(array).all():
        raise UnreadableEntry(f"an entry of {name} is infinite or not a number")
    return array.astype(complex if array.dtype.kind == "c" else float)


def _norm(array: Array) -> float:
    """The Frobenius norm; squares neither overflow nor underflow."""
    largest = float(abs(array).max(initial=0.0))
    if not 0 < largest < np.inf:
        return largest
    return largest * float(np.linalg.norm(array / largest))
