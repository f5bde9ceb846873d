"""Symmetry sectors of large matrices: the common eigenspaces of commuting monomial matrices.

A *monomial* matrix maps each basis state to a basis state times a root of unity: translations,
reflections, spin flips, diagonal phases.  On an orbit r, Ur, … of length L, with UᴸR = Φr, the
eigenvalues are the L-th roots λ of Φ and the eigenvectors Σ λ⁻ᵗUᵗr.  Main result: `sectors` gives
for each family of eigenvalues an isometry P, so that P†HP is H in that sector.  Eigenvalues are
kept as exact fractions of a turn: λ = exp(2πi·turn).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import numpy as np

from derive.linalg.errors import MatrixError, NotUnitary, ShapeError

if TYPE_CHECKING:
    Array = np.ndarray[Any, np.dtype[Any]]

LARGEST_ORDER = 4096
PHASE_ERROR = 1e-9


class NoSectors(MatrixError):
    """Symmetries in whose common eigenspaces large matrices are not searched."""


class NotMonomial(NoSectors):
    """A symmetry that does not map basis states to multiples of basis states."""


@dataclass(frozen=True)
class Monomial:
    """The matrix with U e_j = exp(2πi turns[j]/denominator) e_images[j]."""

    images: Array
    turns: Array
    denominator: int


@dataclass(frozen=True)
class Sector:
    """A common eigenspace.

    Args:
        turns: for each symmetry the eigenvalue exp(2πi·turn).
        isometry: a sparse matrix whose columns are an orthonormal basis.
    """

    turns: tuple[Fraction, ...]
    isometry: Any

    @property
    def size(self) -> int:
        """The dimension of the sector."""
        return int(self.isometry.shape[1])


def monomial(matrix: Any, name: str = "U") -> Monomial:
    """A sparse or dense matrix as a monomial one."""
    from scipy import sparse

    columns = sparse.csc_array(matrix)
    columns.eliminate_zeros()
    size = columns.shape[0]
    if columns.shape != (size, size):
        raise ShapeError(f"{name} is {'×'.join(map(str, columns.shape))}, not square")
    columns.data[abs(columns.data) < PHASE_ERROR] = 0
    columns.eliminate_zeros()
    if columns.nnz != size or (np.diff(columns.indptr) != 1).any():
        raise NotMonomial(
            f"{name} does not map each basis state to a multiple of one",
            hint="sectors need permutations, diagonal phases, and products of both",
        )
    if len(np.unique(columns.indices)) != size or (abs(abs(columns.data) - 1) > PHASE_ERROR).any():
        raise NotUnitary(f"{name} is not unitary")
    values, places = np.unique(np.round(columns.data, 10), return_inverse=True)
    angles = [_turn(complex(value), name) for value in values]
    denominator = int(np.lcm.reduce([angle.denominator for angle in angles]))
    turns = np.array([int(angle * denominator) for angle in angles])[places]
    return Monomial(columns.indices.astype(np.int64), turns, denominator)


def _turn(value: complex, name: str) -> Fraction:
    angle = float(np.angle(value)) / (2 * np.pi)
    turn = Fraction(angle).limit_denominator(LARGEST_ORDER) % 1
    if abs(np.exp(2j * np.pi * float(turn)) - value) > PHASE_ERROR:
        raise NotMonomial(f"a phase of {name} is not a root of unity of small order")
    return turn


def sectors(symmetries: Sequence[Any], size: int | None = None) -> Iterator[Sector]:
    """The common eigenspaces of commuting monomial matrices, one after the other."""
    from scipy import sparse

    if not symmetries:
        if size is None:
            raise ShapeError("without symmetries the size of the one sector is unknown")
        yield Sector((), sparse.eye_array(size, format="csr"))
        return
    first = monomial(symmetries[0])
    for turn, isometry in _eigenspaces(first):
        inner = [_restricted(matrix, isometry) for matrix in symmetries[1:]]
        for sector in sectors(inner, isometry.shape[1]):
            yield Sector((turn, *sector.turns), (isometry @ sector.isometry).tocsr())


def _restricted(matrix: Any, isometry: Any) -> Any:
    """A symmetry inside an eigenspace of another one."""
    from scipy import sparse

    image = sparse.csr_array(matrix) @ isometry
    inside = isometry.conj().T @ image
    leak = image - isometry @ inside
    if leak.nnz and abs(leak.data).max() > PHASE_ERROR:
        raise NoSectors(
            "the symmetries do not commute with each other", hint="sectors need commuting ones"
        )
    return inside


def _eigenspaces(symmetry: Monomial) -> Iterator[tuple[Fraction, Any]]:
    from scipy import sparse

    orbits = _Orbits(symmetry)
    size, denominator = len(symmetry.images), symmetry.denominator
    classes = {
        (int(length), int(total))
        for length, total in np.unique(
            np.stack([orbits.lengths[orbits.firsts], orbits.totals[orbits.firsts]]), axis=1
        ).T
    }
    turns = {
        ((Fraction(total, denominator) + k) / length) % 1
        for length, total in classes
        for k in range(length)
    }
    length, total = orbits.lengths, orbits.totals
    for turn in sorted(turns):
        # an orbit has this eigenvalue if turn·length − total/denominator is a whole number
        numerator = turn.numerator * length * denominator - total * turn.denominator
        chosen = numerator % (turn.denominator * denominator) == 0
        rows = np.flatnonzero(chosen)
        firsts = orbits.firsts[chosen[orbits.firsts]]
        column = np.full(size, -1, dtype=np.int64)
        column[firsts] = np.arange(len(firsts))
        exponent = orbits.phases[rows] / denominator - float(turn) * orbits.steps[rows]
        data = np.exp(2j * np.pi * exponent) / np.sqrt(length[rows])
        if turn.denominator <= 2 and denominator <= 2:
            data = data.real
        shape = (size, len(firsts))
        places = (rows.astype(np.int32), column[orbits.leaders[rows]].astype(np.int32))
        yield turn, sparse.csr_array((data, places), shape=shape)


class _Orbits:
    """For each basis state its orbit under a monomial matrix."""

    def __init__(self, symmetry: Monomial) -> None:
        images, denominator = symmetry.images, symmetry.denominator
        size = len(images)
        own = np.arange(size)
        self.leaders = own.copy()
        self.lengths = np.zeros(size, dtype=np.int64)
        self.totals = np.zeros(size, dtype=np.int64)
        current, phase = own.copy(), np.zeros(size, dtype=np.int64)
        to_leader, phase_to_leader = np.zeros(size, dtype=np.int64), np.zeros(size, dtype=np.int64)
        for step in range(1, LARGEST_ORDER + 1):
            phase = (phase + symmetry.turns[current]) % denominator
            current = images[current]
            smaller = current < self.leaders
            self.leaders[smaller] = current[smaller]
            to_leader[smaller], phase_to_leader[smaller] = step, phase[smaller]
            back = (current == own) & (self.lengths == 0)
            self.lengths[back], self.totals[back] = step, phase[back]
            if self.lengths.all():
                break
        else:
            raise NotMonomial(f"a symmetry has an orbit of more than {LARGEST_ORDER} states")
        self.steps = (self.lengths - to_leader) % self.lengths
        self.phases = np.where(to_leader == 0, 0, self.totals - phase_to_leader) % denominator
        self.firsts = np.flatnonzero(self.leaders == own)
