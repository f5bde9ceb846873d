"""States under measurement and symmetry: Born's rule, expectation values, order parameters.

Main results: `born_probabilities` is the lecture's rule (B067) in the form that holds for
degenerate levels too, P = ⟨ψ|Πψ⟩/⟨ψ|ψ⟩ with the projector Π onto an eigenspace (EB-10, T26d);
`expectation` is ⟨ψ|Aψ⟩/⟨ψ|ψ⟩ (B070, B071); `is_symmetric_state` asks whether Uψ is a multiple of ψ
(B077); `is_symmetry` whether HU = UH (B082); `order_parameter` looks at an M that a symmetry turns
into −M, which vanishes in every symmetric state (T31).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from derive.linalg import approximate, symmetries
from derive.linalg.breaking import ground_space
from derive.linalg.errors import MatrixError, NotASymmetry, ShapeError, ZeroState
from derive.linalg.lanczos import check_large
from derive.linalg.matrices import ExactMatrix, in_sympy
from derive.linalg.reading import (
    Kind,
    check_nonzero,
    is_group,
    kind_of,
    read_exactly,
    read_state,
    to_array,
    to_operator,
)
from derive.linalg.spectra import check_square, eigenvectors, levels
from derive.linalg.symmetries import commute, ground_space_of


@dataclass(frozen=True)
class Measurement:
    """A value that a measurement can give, and how probable it is.

    Args:
        value: the eigenvalue; for levels that are not told apart the lowest of them.
        probability: the probability to find it.
        error: the distance within which the true eigenvalue lies.
        probability_error: the distance within which the true probability lies.
        levels: how many eigenvalues, counted with multiplicity, are taken together.
    """

    value: Any
    probability: Any
    error: float
    probability_error: float
    levels: int


@dataclass(frozen=True)
class OrderParameter:
    """A Hermitian M on the ground space.

    Args:
        odd: whether some symmetry turns M into −M.
        values: the extremal expectation values of M in ground states: its levels on their space.
        squares: those of M².
        error: the distance within which the true values lie; 0 if they are exact.
        breaks: whether M shows that a symmetry is broken; None if that is not known.
    """

    odd: bool
    values: tuple[Any, ...]
    squares: tuple[Any, ...]
    error: float
    breaks: bool | None


def is_symmetry(H: Any, U: Any, *, tolerance: float = 0.0) -> bool:
    """Whether HU = UH, for a Hermitian H and a unitary U or each of a sequence of them."""
    unitaries = list(U) if is_group(U) else [U]
    kind = kind_of(H, *unitaries)
    if kind is Kind.EXACT:
        hamiltonian, *exact = read_exactly(H, *unitaries)
        symmetries.check_hermitian(hamiltonian)
        for u in exact:
            symmetries.check_unitary(u, hamiltonian.rows)
        return all(commute(hamiltonian, u) for u in exact)
    if kind is Kind.FLOAT:
        array = approximate.hermitian_array(H, tolerance)
        arrays = [approximate.unitary_array(u, len(array), tolerance) for u in unitaries]
        return all(approximate.commutes(array, u, tolerance) for u in arrays)
    try:
        check_large(H, unitaries)
    except NotASymmetry:
        return False
    return True


def is_symmetric_state(U: Any, v: Any, *, tolerance: float = 0.0) -> bool:
    """Whether Uv is a multiple of v, for a unitary U or each of a sequence of them."""
    unitaries = list(U) if is_group(U) else [U]
    kind = kind_of(v, *unitaries)
    if kind is Kind.EXACT:
        state, *exact = read_exactly(v, *unitaries)
        for u in exact:
            symmetries.check_unitary(u, u.rows)
            read_state(state, u.rows)
        check_nonzero(state)
        return all((u @ state).beside(state).rank() == 1 for u in exact)
    state = _array_state(v, to_array(v).shape[0])
    if kind is Kind.FLOAT:
        unitaries = [approximate.unitary_array(u, len(state), tolerance) for u in unitaries]
    return all(approximate.is_multiple(u @ state, state, tolerance) for u in unitaries)


def expectation(A: Any, psi: Any) -> Any:
    """The expectation value ⟨ψ|Aψ⟩/⟨ψ|ψ⟩ of a square matrix A."""
    if kind_of(A, psi) is Kind.EXACT:
        matrix, state = read_exactly(A, psi)
        check_square(matrix, ShapeError, "A")
        read_state(state, matrix.rows)
        check_nonzero(state)
        return _entry(_ratio(state.adjoint() @ matrix @ state, state))
    operator = A if kind_of(A) is Kind.LARGE else to_array(A)
    shape = tuple(operator.shape)
    if len(shape) != 2 or shape[0] != shape[1]:
        raise ShapeError(f"A is {'×'.join(map(str, shape))}, not square")
    state = _array_state(psi, shape[0])
    value = complex(np.vdot(state, operator @ state) / np.vdot(state, state))
    return (
        value.real if abs(value.imag) <= 64 * len(state) * approximate.UNIT * abs(value) else value
    )


def born_probabilities(A: Any, psi: Any, *, tolerance: float = 0.0) -> tuple[Measurement, ...]:
    """The values that a measurement of a Hermitian A can give in the state ψ, in ascending order.

    Args:
        A: the observable.
        psi: the state; its norm does not matter.
        tolerance: how far, in norm, a floating-point matrix may be from the meant one.
    """
    kind = kind_of(A, psi)
    if kind is Kind.LARGE:
        raise MatrixError(
            "Born's rule needs all eigenspaces, which are not computed for large matrices",
            hint="pass a NumPy array, or ask for an expectation value",
        )
    if kind is Kind.FLOAT:
        return _approximate_probabilities(A, psi, tolerance)
    matrix, state = read_exactly(A, psi)
    symmetries.check_hermitian(matrix, "A")
    read_state(state, matrix.rows)
    check_nonzero(state)
    result = []
    for level in levels(matrix):
        eigen = eigenvectors(matrix, level)
        vector = state.extended(eigen.extension)
        overlap = eigen.basis.adjoint() @ vector
        gram = eigen.basis.adjoint() @ eigen.basis
        probability = _ratio(overlap.adjoint() @ gram.solve(overlap), vector)
        count = level.multiplicity
        result.append(Measurement(level.name(), _entry(probability), 0.0, 0.0, count))
    return tuple(result)


def order_parameter(M: Any, H: Any, U: Any, *, tolerance: float = 0.0) -> OrderParameter:
    """What a Hermitian M says about the symmetry U, or a sequence of them, in the ground states.

    If U turns M into −M, then ⟨M⟩ = 0 in every symmetric state (T31); so a ground state with
    ⟨M⟩ ≠ 0 shows that U is broken, and ⟨M²⟩ > 0 shows order in symmetric states as well.
    """
    unitaries = list(U) if is_group(U) else [U]
    if kind_of(M, H, *unitaries) is not Kind.EXACT:
        return _approximate_order(M, H, unitaries, tolerance)
    matrix, hamiltonian, *exact = read_exactly(M, H, *unitaries)
    symmetries.check_hermitian(hamiltonian)
    symmetries.check_hermitian(matrix, "M")
    _same_size(matrix.rows, hamiltonian.rows)
    for u in exact:
        symmetries.check_symmetry(hamiltonian, u)
    ground = ground_space_of(hamiltonian, [matrix, *exact])
    matrix, *exact = ground.symmetries
    odd = any(u @ matrix == -(matrix @ u) for u in exact)
    gram = ground.basis.adjoint() @ ground.basis
    first, second = (
        levels(gram.solve(ground.basis.adjoint() @ power @ ground.basis))
        for power in (matrix, matrix @ matrix)
    )
    values = tuple(level.name() for level in first)
    breaks = odd and any(value != 0 for value in values)
    return OrderParameter(odd, values, tuple(level.name() for level in second), 0.0, breaks)


def _approximate_order(M: Any, H: Any, unitaries: list[Any], tolerance: float) -> OrderParameter:
    H, M, *unitaries = [to_operator(matrix) for matrix in (H, M, *unitaries)]
    size = int(H.shape[0])
    if kind_of(H, *unitaries) is Kind.LARGE:
        check_large(H, unitaries)
    else:
        hamiltonian = approximate.hermitian_array(H, tolerance)
        for u in unitaries:
            array = approximate.unitary_array(u, size, tolerance)
            approximate.check_commutes(hamiltonian, array, tolerance)
    lowest = ground_space(H, tolerance=tolerance)
    if kind_of(M) is not Kind.LARGE:
        M = approximate.hermitian_array(M, tolerance, "M")
    _same_size(M.shape[0], size)
    probe = np.random.default_rng(size).normal(size=size)
    image = M @ probe
    limit = 64 * size * approximate.UNIT * float(np.linalg.norm(image)) + tolerance
    odd = any(float(np.linalg.norm(u @ image + M @ (u @ probe))) <= limit for u in unitaries)
    states = lowest.vectors
    mapped = M @ states
    values = np.linalg.eigvalsh(states.conj().T @ mapped)
    squares = np.linalg.eigvalsh(mapped.conj().T @ mapped)
    error = 64 * size * approximate.UNIT * float(np.linalg.norm(mapped)) + tolerance
    breaks = False if not odd or lowest.resolved else None
    return OrderParameter(odd, tuple(map(float, values)), tuple(map(float, squares)), error, breaks)


def _approximate_probabilities(A: Any, psi: Any, tolerance: float) -> tuple[Measurement, ...]:
    found = approximate.approximate_levels(
        approximate.hermitian_array(A, tolerance, "A"), tolerance
    )
    values, radius = found.values, found.bound.radius
    state = _array_state(psi, len(values))
    weights = abs(found.vectors.conj().T @ state) ** 2 / float(np.vdot(state, state).real)
    result = []
    for cluster in found.clusters():
        below = values[cluster.start] - values[cluster.start - 1] if cluster.start else np.inf
        above = (
            values[cluster.stop] - values[cluster.stop - 1]
            if cluster.stop < len(values)
            else np.inf
        )
        gap = min(below, above) - radius  # Davis and Kahan: how far the projector can be off
        lost = 8 * (len(values) + 8) * approximate.UNIT
        count = cluster.stop - cluster.start
        probability = float(weights[cluster].sum())
        off = min(1.0, float(radius / gap) + lost)
        result.append(Measurement(float(values[cluster.start]), probability, radius, off, count))
    return tuple(result)


def _array_state(argument: Any, size: int) -> Any:
    state = to_array(argument)
    read_state(state, size)
    state = state.ravel()
    if not np.isfinite(state).all():
        raise MatrixError("an entry of the state is infinite or not a number")
    if not state.any():
        raise ZeroState("the zero vector is not a state")
    return state


def _same_size(first: int, second: int) -> None:
    if first != second:
        raise ShapeError(f"M is {first}×{first}, but H is {second}×{second}")


def _ratio(value: ExactMatrix, state: ExactMatrix) -> ExactMatrix:
    """A number over the square of the norm of a state."""
    return (state.adjoint() @ state).solve(value)


def _entry(value: ExactMatrix) -> Any:
    return in_sympy(value[0, 0], value.field)
