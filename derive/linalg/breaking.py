"""Levels, ground spaces, and symmetries that they break.

The definitions of the lecture, with what it leaves open made exact.  U is a *symmetry* of H if both
are as they should be, Hermitian and unitary, and HU = UH (B082).  A *ground state* belongs to the
least eigenvalue (B084).  A state is *symmetric* if Uψ is a multiple of ψ (B077, EB-06).  The
symmetry is broken *weakly* if some ground state is not symmetric, which holds just when U is not a
multiple of 1 on the ground space (B088, T30b), and *strongly* if no ground state is symmetric; that
needs several symmetries which do not commute there (T30d, e).

Exact matrices give exact answers.  With floating-point numbers levels within the error bound of
each other are *unresolved*: `dimension`, `weak` and `strong` are then None.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np

from derive.linalg import approximate
from derive.linalg.certificates import Certificate, certify
from derive.linalg.lanczos import SectorLevels, lowest_levels
from derive.linalg.matrices import ExactMatrix
from derive.linalg.reading import Kind, is_group, kind_of, read_exactly, to_operator
from derive.linalg.sectors import NoSectors
from derive.linalg.spectra import eigenvectors, levels
from derive.linalg.symmetries import (
    GroundSpace,
    check_hermitian,
    check_symmetry,
    ground_space_of,
)


@dataclass(frozen=True)
class Eigenspace:
    """An eigenvalue and its eigenvectors, or a cluster of eigenvalues that are not told apart.

    Args:
        value: the eigenvalue; a SymPy number if it is exact.
        error: the distance within which the true one lies; 0 if it is exact.
        dimension: how many independent eigenvectors there are; None if that is not known.
        levels: how many eigenvalues, counted with multiplicity, are not told apart from this one.
    """

    value: Any
    error: float
    dimension: int | None
    levels: int
    _vectors: Callable[[], Any] = field(repr=False, compare=False)

    @property
    def resolved(self) -> bool:
        """Whether the dimension is known."""
        return self.dimension is not None

    @cached_property
    def vectors(self) -> Any:
        """Independent eigenvectors as the columns of a matrix; for a cluster, those computed."""
        return self._vectors()


@dataclass(frozen=True)
class SymmetryBreaking:
    """What symmetries do on the ground space.

    Args:
        ground_energy: the least eigenvalue; a SymPy number if it is exact.
        error: the distance within which the true one lies; 0 if it is exact.
        dimension: how many independent ground states there are; None if that is not known.
        levels: how many levels are not told apart from the lowest one.
        weak: whether some ground state is not symmetric; None if that is not known.
        strong: whether no ground state is symmetric; None if that is not known.
    """

    ground_energy: Any
    error: float
    dimension: int | None
    levels: int
    weak: bool | None
    strong: bool | None
    _source: _Source = field(repr=False, compare=False)
    _group: bool = field(repr=False, compare=False)

    @cached_property
    def ground_states(self) -> Any:
        """Independent ground states as the columns of a matrix; if unresolved, of the cluster."""
        return self._source.ground_states()

    @cached_property
    def restriction(self) -> Any:
        """The matrix of U in the basis `ground_states`; for several U, one for each."""
        matrices = self._source.restrictions()
        return matrices if self._group else matrices[0]

    @cached_property
    def symmetric_states(self) -> tuple[Any, ...] | None:
        """Symmetric ground states that span all of them; None if not known or not expressible."""
        return self._source.symmetric_states()

    @cached_property
    def broken_states(self) -> tuple[Any, ...] | None:
        """Ground states that are not symmetric, at least one if there is any; None if not known."""
        return self._source.broken_states()

    @cached_property
    def certificate(self) -> Any:
        """What shows the verdict.

        For exact matrices a `Certificate`; for floating-point ones the error bound of the levels;
        for large ones the lowest levels of each sector.
        """
        return self._source.certificate()


def eigenspaces(H: Any, *, tolerance: float = 0.0, count: int = 6) -> tuple[Eigenspace, ...]:
    """The eigenspaces of a Hermitian matrix, from the lowest eigenvalue on.

    Args:
        H: the matrix.
        tolerance: how far, in norm, a floating-point matrix may be from the meant one.
        count: how many of the lowest levels to look for if the matrix is sparse or an operator.
    """
    kind = kind_of(H)
    if kind is Kind.EXACT:
        (matrix,) = read_exactly(H)
        check_hermitian(matrix)
        return tuple(
            Eigenspace(
                value=level.name(),
                error=0.0,
                dimension=level.multiplicity,
                levels=level.multiplicity,
                _vectors=lambda level=level: eigenvectors(matrix, level).basis.to_sympy(),  # type: ignore[misc]
            )
            for level in levels(matrix)
        )
    if kind is Kind.FLOAT:
        found = approximate.approximate_levels(H, tolerance)
        return tuple(
            _cluster(found.values[c], found.bound.radius, found.vectors[:, c])
            for c in found.clusters()
        )
    spectrum = _LargeSource(lowest_levels(H, (), count, tolerance), ())
    return tuple(spectrum.clusters())


def ground_space(H: Any, symmetries: Sequence[Any] = (), *, tolerance: float = 0.0) -> Eigenspace:
    """The ground space of a Hermitian matrix.

    Args:
        H: the matrix.
        symmetries: permutations and diagonal phases in whose sectors a large H is searched.
        tolerance: how far, in norm, a floating-point matrix may be from the meant one.
    """
    if kind_of(H) is Kind.LARGE:
        return _LargeSource(lowest_levels(H, symmetries, 2, tolerance), ()).clusters()[0]
    if kind_of(H) is Kind.FLOAT:
        return eigenspaces(H, tolerance=tolerance)[0]
    (matrix,) = read_exactly(H)
    check_hermitian(matrix)
    ground = ground_space_of(matrix)
    size = ground.dimension
    return Eigenspace(ground.level.name(), 0.0, size, size, ground.basis.to_sympy)


def symmetry_breaking(H: Any, U: Any, *, tolerance: float = 0.0) -> SymmetryBreaking:
    """Whether the ground states of H break the symmetry U, weakly or strongly.

    Args:
        H: a Hermitian matrix.
        U: a unitary matrix that commutes with H, or a sequence of them.
        tolerance: how far, in norm, floating-point matrices may be from the meant ones.

    Raises:
        MatrixError: if H is not Hermitian, or a U is not unitary or does not commute with H.
    """
    group = is_group(U)
    unitaries = list(U) if group else [U]
    kind = kind_of(H, *unitaries)
    source: _Source
    if kind is Kind.EXACT:
        hamiltonian, *exact = read_exactly(H, *unitaries)
        check_hermitian(hamiltonian)
        for number, u in enumerate(exact):
            check_symmetry(hamiltonian, u, _name(group, number))
        source = _ExactSource(ground_space_of(hamiltonian, exact))
    elif kind is Kind.FLOAT:
        source = _float_source(H, unitaries, group, tolerance)
    else:
        source = _large_source(H, unitaries, tolerance)
    ground = source.ground()
    weak, strong = source.verdict()
    return SymmetryBreaking(
        ground.value, ground.error, ground.dimension, ground.levels, weak, strong, source, group
    )


def _name(group: bool, number: int) -> str:
    return f"U{number + 1}" if group else "U"


class _Source:
    """Where the answers come from."""

    def ground(self) -> Eigenspace:
        """The ground space."""
        raise NotImplementedError

    def verdict(self) -> tuple[bool | None, bool | None]:
        """Whether the symmetry is broken weakly and strongly."""
        raise NotImplementedError

    def ground_states(self) -> Any:
        """A basis of the ground space."""
        return self.ground().vectors

    def restrictions(self) -> tuple[Any, ...]:
        """The symmetries in that basis."""
        raise NotImplementedError

    def symmetric_states(self) -> tuple[Any, ...] | None:
        """Symmetric ground states."""
        return (self.ground_states(),) if self.ground().resolved else None

    def broken_states(self) -> tuple[Any, ...] | None:
        """Ground states that are not symmetric."""
        return () if self.ground().resolved else None

    def certificate(self) -> Any:
        """What shows the verdict."""
        raise NotImplementedError


@dataclass
class _ExactSource(_Source):
    space: GroundSpace

    def ground(self) -> Eigenspace:
        size = self.space.dimension
        return Eigenspace(self.space.level.name(), 0.0, size, size, self.space.basis.to_sympy)

    def verdict(self) -> tuple[bool, bool]:
        return self.space.weak, self.space.strong

    def restrictions(self) -> tuple[Any, ...]:
        return tuple(r.to_sympy() for r in self.space.restrictions)

    def symmetric_states(self) -> tuple[Any, ...] | None:
        found = self.space.symmetric()
        return None if found is None else _in_sympy(found)

    def broken_states(self) -> tuple[Any, ...]:
        return _in_sympy(self.space.broken())

    def certificate(self) -> Certificate:
        return certify(self.space)


def _in_sympy(states: Sequence[ExactMatrix]) -> tuple[Any, ...]:
    return tuple(state.to_sympy() for state in states)


@dataclass
class _FloatSource(_Source):
    lowest: Eigenspace
    unitaries: list[Any]
    bound: Any

    def ground(self) -> Eigenspace:
        return self.lowest

    def verdict(self) -> tuple[bool | None, bool | None]:
        return (False, False) if self.lowest.resolved else (None, None)

    def restrictions(self) -> tuple[Any, ...]:
        states = self.lowest.vectors
        return tuple(states.conj().T @ (u @ states) for u in self.unitaries)

    def certificate(self) -> Any:
        return self.bound


@dataclass
class _LargeSource(_Source):
    sectors: list[SectorLevels]
    unitaries: Sequence[Any]

    def clusters(self) -> list[Eigenspace]:
        """The computed levels of all sectors, those together that are not told apart."""
        values = np.concatenate([sector.values for sector in self.sectors])
        errors = np.concatenate([sector.errors for sector in self.sectors])
        vectors = np.concatenate([sector.vectors for sector in self.sectors], axis=1)
        order = np.argsort(values)
        values, errors = values[order], errors[order]
        reach = np.maximum.accumulate(values + errors)
        starts = [0, *(np.flatnonzero(values[1:] - errors[1:] > reach[:-1]) + 1)]
        return [
            _cluster(values[a:b], float(errors[a:b].max()), vectors[:, order[a:b]])
            for a, b in zip(starts, [*starts[1:], len(values)], strict=True)
        ]

    def ground(self) -> Eigenspace:
        return self.clusters()[0]

    def verdict(self) -> tuple[bool | None, bool | None]:
        return (False, False) if self.ground().resolved else (None, None)

    def restrictions(self) -> tuple[Any, ...]:
        states = self.ground_states()
        return tuple(states.conj().T @ (u @ states) for u in self.unitaries)

    def certificate(self) -> tuple[SectorLevels, ...]:
        return tuple(self.sectors)


def _cluster(values: Any, error: float, vectors: Any) -> Eigenspace:
    size = len(values)
    return Eigenspace(float(values[0]), error, 1 if size == 1 else None, size, lambda: vectors)


def _float_source(H: Any, unitaries: Sequence[Any], group: bool, tolerance: float) -> _FloatSource:
    hamiltonian = approximate.hermitian_array(H, tolerance)
    arrays = []
    for number, u in enumerate(unitaries):
        name = _name(group, number)
        array = approximate.unitary_array(u, len(hamiltonian), tolerance, name)
        approximate.check_commutes(hamiltonian, array, tolerance, name)
        arrays.append(array)
    found = approximate.approximate_levels(hamiltonian, tolerance)
    first = found.clusters()[0]
    lowest = _cluster(found.values[first], found.bound.radius, found.vectors[:, first])
    return _FloatSource(lowest, arrays, found.bound)


def _large_source(H: Any, unitaries: Sequence[Any], tolerance: float) -> _LargeSource:
    try:
        found = lowest_levels(H, unitaries, 2, tolerance)
    except NoSectors:
        found = lowest_levels(H, (), 4, tolerance)
    return _LargeSource(found, [to_operator(u) for u in unitaries])
