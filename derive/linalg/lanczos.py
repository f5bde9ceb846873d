"""The lowest levels of large matrices: sparse ones and linear operators, sector by sector.

Main result: `lowest_levels` finds by Lanczos' method the lowest levels in each symmetry sector.
Near each computed level there is a true one, within the norm of its residual and what rounding adds
to it; but the method cannot show that it has missed none, so `complete` is said only of sectors
small enough to be diagonalised.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import numpy as np

from derive.linalg.approximate import UNIT, approximate_levels
from derive.linalg.errors import NotASymmetry, NotHermitian, NotUnitary, ShapeError
from derive.linalg.reading import to_operator
from derive.linalg.sectors import Sector, sectors

if TYPE_CHECKING:
    Array = np.ndarray[Any, np.dtype[Any]]

SMALLEST_LARGE = 200
"""Smaller sectors are diagonalised."""

PROBE_ERROR = 1e-9
RELATIVE_TOLERANCE = 1e-11
POWERS = 20
"""How many applications estimate the norm of a linear operator."""


@dataclass(frozen=True)
class SectorLevels:
    """The lowest levels in one sector.

    Args:
        turns: for each symmetry the eigenvalue exp(2πi·turn).
        size: the dimension of the sector.
        values: the levels, in ascending order.
        errors: for each the distance within which a true level lies.
        complete: whether it is certain that no level below the last one is missing.
        vectors: the eigenvectors in the whole space, as columns.
    """

    turns: tuple[Fraction, ...]
    size: int
    values: Array
    errors: Array
    complete: bool
    vectors: Array


def lowest_levels(
    hamiltonian: Any, symmetries: Sequence[Any] = (), count: int = 2, tolerance: float = 0.0
) -> list[SectorLevels]:
    """The `count` lowest levels in each common sector of commuting monomial symmetries."""
    from scipy import sparse

    hamiltonian, *symmetries = [to_operator(matrix) for matrix in (hamiltonian, *symmetries)]
    if isinstance(hamiltonian, np.ndarray):
        hamiltonian = sparse.csr_array(hamiltonian)
    size = check_large(hamiltonian, symmetries)
    lost = _rounding(hamiltonian)
    found = []
    for sector in sectors(list(symmetries), size):
        if sector.size:
            found.append(_in_sector(hamiltonian, sector, count, tolerance + lost))
    return found


def check_large(hamiltonian: Any, symmetries: Sequence[Any] = ()) -> int:
    """The size of H; errors unless H is Hermitian and each U a symmetry, tried on random states."""
    shape = tuple(hamiltonian.shape)
    if len(shape) != 2 or shape[0] != shape[1] or not shape[0]:
        raise ShapeError(f"H is {'×'.join(map(str, shape))}, not square")
    for u in symmetries:
        if tuple(u.shape) != shape:
            raise ShapeError(f"U is {'×'.join(map(str, u.shape))}, but H is {shape[0]}×{shape[0]}")
    for x, y in _probes(shape[0]):
        hx, hy = hamiltonian @ x, hamiltonian @ y
        scale = float(np.linalg.norm(hx) + np.linalg.norm(hy)) or 1.0
        if not abs(np.vdot(x, hy) - np.vdot(hx, y)) <= PROBE_ERROR * scale:
            raise NotHermitian("H is not Hermitian: ⟨x|Hy⟩ and ⟨Hx|y⟩ differ on random states")
        for u in symmetries:
            ux, uy = u @ x, u @ y
            if not abs(np.vdot(ux, uy) - np.vdot(x, y)) <= PROBE_ERROR:
                raise NotUnitary("U is not unitary: ⟨Ux|Uy⟩ and ⟨x|y⟩ differ on random states")
            if not np.linalg.norm(hamiltonian @ ux - u @ hx) <= PROBE_ERROR * scale:
                raise NotASymmetry("not a symmetry: HU and UH differ on random states")
    return int(shape[0])


def _probes(size: int) -> Iterator[tuple[Array, Array]]:
    random = np.random.default_rng(size)
    for _ in range(2):
        x, y = random.normal(size=(2, size)) + 1j * random.normal(size=(2, size))
        yield x / np.linalg.norm(x), y / np.linalg.norm(y)


def _in_sector(hamiltonian: Any, sector: Sector, count: int, tolerance: float) -> SectorLevels:
    from scipy import sparse
    from scipy.sparse.linalg import LinearOperator, eigsh

    isometry, size = sector.isometry, sector.size
    block: Any
    if sparse.issparse(hamiltonian):
        block = sector.block(hamiltonian)
    else:
        adjoint = isometry.conj().T.tocsr()
        dtype = np.result_type(hamiltonian.dtype or complex, isometry.dtype)

        def apply(x: Array) -> Array:
            result: Array = adjoint @ (hamiltonian @ (isometry @ x))
            return result

        block = LinearOperator((size, size), matvec=apply, matmat=apply, dtype=dtype)
    if size <= max(SMALLEST_LARGE, 2 * count + 2):
        dense = block.toarray() if sparse.issparse(block) else block @ np.eye(size)
        levels = approximate_levels((dense + dense.conj().T) / 2, tolerance)
        values, vectors = levels.values[:count], levels.vectors[:, :count]
        errors = np.full(len(values), levels.bound.radius)
        return SectorLevels(
            sector.turns, size, values, errors, True, np.asarray(isometry @ vectors)
        )
    start = np.random.default_rng(size).normal(size=size)
    basis = min(size, 2 * count + 8)  # a larger one costs more than the steps that it saves
    values, vectors = eigsh(block, k=count, which="SA", v0=start, ncv=basis, tol=RELATIVE_TOLERANCE)
    order = np.argsort(values)
    values, vectors = values[order], vectors[:, order]
    residuals = np.linalg.norm(block @ vectors - vectors * values, axis=0)
    norms = np.linalg.norm(vectors, axis=0)
    errors = residuals / norms + tolerance
    return SectorLevels(sector.turns, size, values, errors, False, np.asarray(isometry @ vectors))


def _rounding(hamiltonian: Any) -> float:
    """What rounding can add to a residual, and to H in a sector; an estimate for operators."""
    from scipy import sparse

    if sparse.issparse(hamiltonian):
        rows = sparse.csr_array(abs(hamiltonian))
        return (int(np.diff(rows.indptr).max()) + 64) * UNIT * float(rows.sum(axis=1).max())
    state, _ = next(_probes(hamiltonian.shape[0]))
    norm = 0.0
    for _ in range(POWERS):
        state = hamiltonian @ state
        norm = float(np.linalg.norm(state))
        state = state / (norm or 1.0)
    return 256 * UNIT * norm
