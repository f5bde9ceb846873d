"""Exact ground spaces and what symmetries do on them.

Main results, for a Hermitian H that commutes with unitary U₁, …, Uₘ and has the ground space G:
the restrictions Rₐ of Uₐ to G; *weakly* broken means that some ground state is not symmetric, which
holds when some Rₐ is not a multiple of 1; *strongly* broken means that no ground state is
symmetric.  The symmetric states span the largest subspace of G that all Uₐ map into itself and on
which they commute: the common null space of all [Rₐ, R_b]W with W a product of R's.  So strong
breaking is decided by a rank, without eigenvalues.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, islice

from derive.linalg.errors import NotASymmetry, NotHermitian, NotUnitary, ShapeError
from derive.linalg.matrices import ExactMatrix
from derive.linalg.spectra import Level, check_square, eigenvectors, iterate_levels, levels

LARGEST_DEGREE = 24
"""Symmetric states are not written out over number fields of a higher degree."""


def check_hermitian(matrix: ExactMatrix, name: str = "H") -> None:
    """Refuse a matrix that is not Hermitian."""
    check_square(matrix, ShapeError, name)
    difference = matrix - matrix.adjoint()
    if not difference.is_zero():
        i, j = _first_nonzero(difference)
        what = "not real" if i == j else f"not the conjugate of its entry ({j + 1}, {i + 1})"
        raise NotHermitian(f"{name} is not Hermitian: its entry ({i + 1}, {j + 1}) is {what}")


def check_unitary(matrix: ExactMatrix, size: int, name: str = "U") -> None:
    """Refuse a matrix that is not unitary, or not of this size."""
    check_square(matrix, ShapeError, name)
    if matrix.rows != size:
        raise ShapeError(f"{name} is {matrix.rows}×{matrix.rows}, but H is {size}×{size}")
    product = matrix.adjoint() @ matrix
    if product != ExactMatrix.identity(size, matrix.field):
        normal = product == matrix @ matrix.adjoint()
        raise NotUnitary(
            f"{name} is not unitary: {name}†{name} is not 1"
            + ("" if normal else f", and {name} is not even normal")
        )


def commute(first: ExactMatrix, second: ExactMatrix) -> bool:
    """Whether the products in both orders are equal."""
    return first @ second == second @ first


def check_symmetry(hamiltonian: ExactMatrix, symmetry: ExactMatrix, name: str = "U") -> None:
    """Refuse a unitary matrix that does not commute with the Hamiltonian."""
    check_unitary(symmetry, hamiltonian.rows, name)
    difference = hamiltonian @ symmetry - symmetry @ hamiltonian
    if not difference.is_zero():
        i, j = _first_nonzero(difference)
        raise NotASymmetry(
            f"not a symmetry: H{name} and {name}H differ in their entry ({i + 1}, {j + 1})"
        )


def _first_nonzero(matrix: ExactMatrix) -> tuple[int, int]:
    places = ((i, j) for i in range(matrix.rows) for j in range(matrix.columns))
    return next(place for place in places if not matrix[place].is_zero())


@dataclass(frozen=True)
class Row:
    """A row that annihilates every symmetric state: row `row` of [R_first, R_second] W."""

    first: int
    second: int
    row: int
    word: tuple[int, ...]


@dataclass(frozen=True)
class GroundSpace:
    """The ground space of H, and symmetries on it; `basis` is the identity in rows `places`."""

    original: ExactMatrix
    hamiltonian: ExactMatrix
    symmetries: tuple[ExactMatrix, ...]
    level: Level
    next_level: Level | None
    energy: ExactMatrix
    basis: ExactMatrix
    places: tuple[int, ...]

    @property
    def dimension(self) -> int:
        """How many independent ground states there are."""
        return self.basis.columns

    @cached_property
    def restrictions(self) -> tuple[ExactMatrix, ...]:
        """The symmetries in the basis of the ground space."""
        return tuple((u @ self.basis).take(self.places) for u in self.symmetries)

    @cached_property
    def weak(self) -> bool:
        """Whether some ground state is not symmetric."""
        return not all(restriction.is_scalar() for restriction in self.restrictions)

    @cached_property
    def strong(self) -> bool:
        """Whether no ground state is symmetric."""
        return len(self.obstructions[0]) == self.dimension

    @cached_property
    def obstructions(self) -> tuple[list[Row], ExactMatrix]:
        """Independent rows that annihilate exactly the span of the symmetric states."""
        found: list[Row] = []
        matrix = ExactMatrix.zeros(0, self.dimension, self.basis.field)
        waiting: list[tuple[Row, ExactMatrix]] = []
        for a, b in combinations(range(len(self.restrictions)), 2):
            x, y = self.restrictions[a], self.restrictions[b]
            commutator = x @ y - y @ x
            if not commutator.is_zero():
                rows = range(self.dimension)
                waiting += [(Row(a, b, i, ()), commutator.take([i])) for i in rows]
        while waiting and len(found) < self.dimension:
            place, row = waiting.pop(0)
            larger = matrix.above(row)
            if larger.rank() > len(found):
                found.append(place)
                matrix = larger
                waiting += [
                    (Row(place.first, place.second, place.row, (*place.word, a)), row @ r)
                    for a, r in enumerate(self.restrictions)
                ]
        return found, matrix

    @cached_property
    def symmetric_span(self) -> tuple[ExactMatrix, tuple[int, ...]]:
        """Coordinates of a basis of the span of all symmetric states, and its identity rows."""
        found, matrix = self.obstructions
        if not found:
            size = self.dimension
            return ExactMatrix.identity(size, self.basis.field), tuple(range(size))
        span, places = matrix.null_space()
        return span, tuple(places)

    def broken(self) -> list[ExactMatrix]:
        """Ground states that are not symmetric: those of the basis, or the sum of two of them."""
        size, zero = self.dimension, set[int]()
        for r in self.restrictions:
            zero |= {
                j for j in range(size) for i in range(size) if i != j and not r[i, j].is_zero()
            }
        if zero:
            return [self.basis.column(j) for j in sorted(zero)]
        for r in self.restrictions:
            for i, j in combinations(range(size), 2):
                if r[i, i] != r[j, j]:
                    return [self.basis.column(i) + self.basis.column(j)]
        return []

    def symmetric(self) -> list[ExactMatrix] | None:
        """Symmetric states that span all of them; None if their field is too large to write."""
        span, places = self.symmetric_span
        if not span.columns:
            return []
        operators: list[ExactMatrix] = []
        for u, r in zip(self.symmetries, self.restrictions, strict=True):
            inverse = (u.adjoint() @ self.basis).take(self.places)
            operators += [r + inverse, (r - inverse).scaled(0, -1)]
        return _simultaneous(operators, span, places, self.basis)


def _simultaneous(
    operators: Sequence[ExactMatrix],
    span: ExactMatrix,
    places: tuple[int, ...],
    basis: ExactMatrix,
) -> list[ExactMatrix] | None:
    """Common eigenvectors of commuting operators with real spectra, as combinations of `basis`."""
    if not operators:
        states = basis @ span
        return [states.column(j) for j in range(states.columns)]
    restricted = (operators[0] @ span).take(places)
    if restricted.is_scalar():
        return _simultaneous(operators[1:], span, places, basis)
    found: list[ExactMatrix] = []
    for level in levels(restricted):
        if level.polynomial.degree() * basis.field.degree > LARGEST_DEGREE:
            return None
        eigen = eigenvectors(restricted, level)
        larger = [matrix.extended(eigen.extension) for matrix in (*operators[1:], span, basis)]
        part = _simultaneous(
            larger[:-2],
            larger[-2] @ eigen.basis,
            tuple(places[p] for p in eigen.places),
            larger[-1],
        )
        if part is None:
            return None
        found += part
    return found


def ground_space_of(
    hamiltonian: ExactMatrix, symmetries: Sequence[ExactMatrix] = ()
) -> GroundSpace:
    """The ground space of a Hermitian matrix, with symmetries over the same field."""
    lowest: Iterator[Level] = iterate_levels(hamiltonian)
    level, next_level, *_ = [*islice(lowest, 2), None]
    assert level is not None
    eigen = eigenvectors(hamiltonian, level)
    return GroundSpace(
        original=hamiltonian,
        hamiltonian=hamiltonian.extended(eigen.extension),
        symmetries=tuple(u.extended(eigen.extension) for u in symmetries),
        level=level,
        next_level=next_level,
        energy=ExactMatrix.identity(1, eigen.extension.field).scaled(eigen.extension.new),
        basis=eigen.basis,
        places=eigen.places,
    )
