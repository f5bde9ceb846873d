"""Symmetry sectors of large matrices: the common eigenspaces of commuting monomial matrices.

A *monomial* matrix maps each basis state to a basis state times a root of unity: translations,
reflections, spin flips, diagonal phases.  On an orbit r, Ur, … of length L, with UᴸR = Φr, the
eigenvalues are the L-th roots λ of Φ and the eigenvectors Σ λ⁻ᵗUᵗr.  Inside an eigenspace of U a
matrix that commutes with U is monomial again, so that all phases are exact fractions of a turn:
λ = exp(2πi·turn).  Main results: `sectors` gives for each family of eigenvalues an isometry P;
`Sector.block` is P†HP, H in that sector, from one row of H for each orbit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import combinations
from math import lcm
from typing import TYPE_CHECKING, Any

import numpy as np

from derive.linalg.errors import MatrixError, NotUnitary, ShapeError

if TYPE_CHECKING:
    Array = np.ndarray[Any, np.dtype[Any]]

LARGEST_ORDER = 4096
LARGEST_DENOMINATOR = 1 << 40
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

    def commutes(self, other: Monomial) -> bool:
        """Whether the products in both orders are equal."""
        if not np.array_equal(self.images[other.images], other.images[self.images]):
            return False
        common = _common(self.denominator, other.denominator)
        own, others = common // self.denominator, common // other.denominator
        first = other.turns * others + self.turns[other.images] * own
        second = self.turns * own + other.turns[self.images] * others
        return not ((first - second) % common).any()


@dataclass(frozen=True)
class Frame:
    """Orthonormal vectors of which no two have an entry in the same row.

    Args:
        columns: for each row the vector with an entry there, or −1.
        turns: that entry is exp(2πi turns/denominator)/√weights.
        denominator: the number of parts of a turn.
        weights: for each row the number of entries of its vector.
        leaders: for each vector a row in which its entry is positive.
    """

    columns: Array
    turns: Array
    denominator: int
    weights: Array
    leaders: Array

    @classmethod
    def whole(cls, size: int) -> Frame:
        """The basis states themselves."""
        rows = np.arange(size)
        return cls(rows, np.zeros_like(rows), 1, np.ones_like(rows), rows)

    def combined(self, inner: Frame) -> Frame:
        """The combinations of these vectors whose coefficients are the vectors of another frame."""
        common = _common(self.denominator, inner.denominator)
        turns = self.turns * (common // self.denominator)
        turns += inner.turns[self.columns] * (common // inner.denominator)
        return Frame(
            np.where(self.columns < 0, -1, inner.columns[self.columns]),
            turns % common,
            common,
            self.weights * inner.weights[self.columns],
            self.leaders[inner.leaders],
        )

    def matrix(self) -> Any:
        """The vectors as the columns of a sparse matrix; real if all entries are."""
        from scipy import sparse

        rows = self.columns >= 0
        starts = np.concatenate([[0], np.cumsum(rows)]).astype(np.int32)
        turns = self.turns[rows]
        if (2 * turns % self.denominator).any():
            phases = np.exp(2j * np.pi * (turns / self.denominator))
        else:
            phases = np.where(turns, -1.0, 1.0)
        entries = phases / np.sqrt(self.weights[rows])
        shape = (len(rows), len(self.leaders))
        return sparse.csr_array((entries, self.columns[rows].astype(np.int32), starts), shape=shape)


@dataclass(frozen=True)
class Sector:
    """A common eigenspace.

    Args:
        turns: for each symmetry the eigenvalue exp(2πi·turn).
        frame: an orthonormal basis.
    """

    turns: tuple[Fraction, ...]
    frame: Frame

    @property
    def size(self) -> int:
        """The dimension of the sector."""
        return len(self.frame.leaders)

    @cached_property
    def isometry(self) -> Any:
        """The sparse matrix P whose columns are the basis."""
        return self.frame.matrix()

    def block(self, hamiltonian: Any) -> Any:
        """The sparse matrix P†HP of a sparse H that commutes with the symmetries.

        As HP = P(P†HP), a row of HP that has one entry of P gives a row of P†HP.
        """
        from scipy import sparse

        leaders = self.frame.leaders
        rows = sparse.csr_array(hamiltonian)[leaders] @ self.isometry
        scale = np.repeat(np.sqrt(self.frame.weights[leaders]), np.diff(rows.indptr))
        rows.data *= scale
        return rows


def monomial(matrix: Any, name: str = "U") -> Monomial:
    """A sparse or dense matrix as a monomial one."""
    from scipy import sparse

    columns = sparse.csc_array(matrix, copy=True)
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
    denominator = _common(*(angle.denominator for angle in angles))
    turns = np.array([int(angle * denominator) for angle in angles])[places]
    return Monomial(columns.indices.astype(np.int64), turns, denominator)


def _turn(value: complex, name: str) -> Fraction:
    angle = float(np.angle(value)) / (2 * np.pi)
    turn = Fraction(angle).limit_denominator(LARGEST_ORDER) % 1
    if abs(np.exp(2j * np.pi * float(turn)) - value) > PHASE_ERROR:
        raise NotMonomial(f"a phase of {name} is not a root of unity of small order")
    return turn


def _common(*denominators: int) -> int:
    common = lcm(*denominators)
    if common > LARGEST_DENOMINATOR:
        raise NoSectors("the phases of the symmetries have no small common denominator")
    return common


def sectors(symmetries: Sequence[Any], size: int | None = None) -> Iterator[Sector]:
    """The common eigenspaces of commuting monomial matrices, one after the other."""
    given = [monomial(matrix) for matrix in symmetries]
    if given:
        size = len(given[0].images)
    if size is None:
        raise ShapeError("without symmetries the size of the one sector is unknown")
    for first, second in combinations(given, 2):
        if len(first.images) != len(second.images):
            raise ShapeError("the symmetries are of different sizes")
        if not first.commutes(second):
            raise NoSectors(
                "the symmetries do not commute with each other", hint="sectors need commuting ones"
            )
    yield from _sectors(given, size)


def _sectors(symmetries: Sequence[Monomial], size: int) -> Iterator[Sector]:
    if not symmetries:
        yield Sector((), Frame.whole(size))
        return
    orbits = _Orbits(symmetries[0])
    for turn, frame in orbits.eigenspaces():
        inner = [orbits.restricted(matrix, turn, frame) for matrix in symmetries[1:]]
        for sector in _sectors(inner, len(frame.leaders)):
            yield Sector((turn, *sector.turns), frame.combined(sector.frame))


class _Orbits:
    """For each basis state j its orbit under a monomial matrix U.

    Its leader l is the first state of the orbit, U^steps l = exp(2πi phases/denominator) j, and
    U^lengths multiplies by exp(2πi totals/denominator).
    """

    def __init__(self, symmetry: Monomial) -> None:
        images, self.denominator = symmetry.images, symmetry.denominator
        size = len(images)
        own = np.arange(size)
        self.leaders = own.copy()
        self.lengths = np.zeros(size, dtype=np.int64)
        self.totals = np.zeros(size, dtype=np.int64)
        current, phase = own.copy(), np.zeros(size, dtype=np.int64)
        to_leader, phase_to_leader = np.zeros(size, dtype=np.int64), np.zeros(size, dtype=np.int64)
        for step in range(1, LARGEST_ORDER + 1):
            phase = (phase + symmetry.turns[current]) % self.denominator
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
        self.phases = np.where(to_leader == 0, 0, self.totals - phase_to_leader) % self.denominator

    def eigenspaces(self) -> Iterator[tuple[Fraction, Frame]]:
        """The eigenvalues of U in ascending order of their turns, with their eigenvectors."""
        firsts = np.flatnonzero(self.steps == 0)
        kinds, kind_of_orbit = np.unique(
            self.lengths[firsts] * self.denominator + self.totals[firsts], return_inverse=True
        )
        kind = np.empty(len(self.leaders), dtype=np.int64)
        kind[firsts] = kind_of_orbit
        kind = kind[self.leaders]
        # an orbit has the eigenvalues whose `length`-th power is its factor
        turns = [
            {(Fraction(total, self.denominator) + k) / length % 1 for k in range(length)}
            for length, total in (divmod(int(k), self.denominator) for k in kinds)
        ]
        for turn in sorted(set().union(*turns)):
            chosen = np.array([turn in own for own in turns])[kind]
            leaders = firsts[chosen[firsts]]
            column = np.full(len(kind), -1)
            column[leaders] = np.arange(len(leaders))
            common = _common(self.denominator, turn.denominator)
            exponents = self.phases * (common // self.denominator) - self.steps * int(turn * common)
            yield (
                turn,
                Frame(column[self.leaders], exponents % common, common, self.lengths, leaders),
            )

    def restricted(self, matrix: Monomial, turn: Fraction, frame: Frame) -> Monomial:
        """A matrix that commutes with U, in the basis of an eigenspace of U.

        If V maps the leader of one orbit to a multiple of a state j of another one, it maps the
        eigenvector of the one to that of the other, divided by the entry at j.
        """
        common = _common(matrix.denominator, frame.denominator)
        places = matrix.images[frame.leaders]
        turns = matrix.turns[frame.leaders] * (common // matrix.denominator)
        turns -= frame.turns[places] * (common // frame.denominator)
        return Monomial(frame.columns[places], turns % common, common)
