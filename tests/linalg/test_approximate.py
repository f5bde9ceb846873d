"""Floating-point matrices: error bounds against exact levels, and what is left unresolved."""

from __future__ import annotations

import numpy as np
import pytest
from flint import acb_mat, ctx, fmpq
from hypothesis import given, settings
from hypothesis import strategies as st

from derive.linalg import (
    MatrixError,
    NotASymmetry,
    NotHermitian,
    NotUnitary,
    ShapeError,
    UnreadableEntry,
    eigenspaces,
    exact,
    ground_space,
    is_symmetric_state,
    is_symmetry,
    symmetry_breaking,
)
from derive.linalg.approximate import approximate_levels
from derive.strategies import (
    BreakingInstance,
    breaking_instances,
    commuting_pairs,
    diagonalised,
    float_hermitian_matrices,
    float_unitaries,
)

SMALL = st.integers(1, 5)


@settings(max_examples=150)
@given(float_hermitian_matrices(st.integers(1, 4)))
def test_levels_lie_within_the_bound(matrix: np.ndarray) -> None:
    """Against exact levels of the very same floating-point numbers."""
    found = approximate_levels(matrix)
    values = [float(s.value.evalf(30)) for s in eigenspaces(exact(matrix)) for _ in range(s.levels)]
    assert (
        abs(found.values - np.array(values)) <= found.bound.radius + 1e-15 * abs(found.values)
    ).all()


def test_levels_of_a_larger_matrix_lie_within_the_bound() -> None:
    """Against enclosures in ball arithmetic."""
    random = np.random.default_rng(1)
    square = random.normal(size=(20, 20)) + 1j * random.normal(size=(20, 20))
    matrix = square + square.conj().T
    found = approximate_levels(matrix)
    with ctx.workprec(200):
        entries = [complex(z) for z in matrix.ravel()]
        balls = sorted(float(z.real) for z in acb_mat(20, 20, entries).eig())
    assert (abs(found.values - balls) <= found.bound.radius).all()
    assert found.bound.radius < 1e-10


@settings(max_examples=150)
@given(diagonalised(SMALL, tiny=True))
def test_repeated_and_almost_repeated_levels_are_not_told_apart(instance) -> None:
    """Clusters join all levels closer than 10⁻³⁰, and separate those farther than 1/4.

    They are moved away from 0, where floating-point numbers are dense.
    """
    spaces = eigenspaces(instance.matrix.to_numpy() + 5 * np.eye(instance.matrix.rows))
    expected: list[int] = []
    for place, value in enumerate(instance.values):
        near = place > 0 and value - instance.values[place - 1] < fmpq(1, 10**30)
        expected = [*expected[:-1], expected[-1] + 1] if near else [*expected, 1]
    assert [space.levels for space in spaces] == expected
    assert [space.resolved for space in spaces] == [count == 1 for count in expected]


@settings(max_examples=200)
@given(breaking_instances(SMALL))
def test_floats_never_contradict_the_exact_verdict(instance: BreakingInstance) -> None:
    result = symmetry_breaking(
        instance.hamiltonian.to_numpy(), [u.to_numpy() for u in instance.symmetries]
    )
    assert (
        abs(result.ground_energy - float(instance.ground_energy.p / instance.ground_energy.q))
        < 1e-9
    )
    assert result.levels >= instance.dimension
    if result.levels > 1:
        assert (result.dimension, result.weak, result.strong) == (None, None, None)
        assert result.symmetric_states is result.broken_states is None
    else:
        assert (result.dimension, result.weak, result.strong) == (1, instance.weak, instance.strong)


def test_near_levels_are_unresolved_with_a_bound() -> None:
    result = symmetry_breaking(np.diag([0, 1e-15, 1.0]), np.eye(3))
    assert (result.dimension, result.levels, result.weak, result.strong) == (None, 2, None, None)
    assert 1e-15 < result.error < 1e-12
    assert symmetry_breaking(np.diag([0, 1e-6, 1.0]), np.eye(3)).dimension == 1
    assert symmetry_breaking(np.diag([0, 1e-6, 1.0]), np.eye(3), tolerance=1e-5).dimension is None


@given(commuting_pairs(SMALL))
def test_symmetries_are_recognised(pair) -> None:
    h, u = pair.hamiltonian.matrix.to_numpy(), pair.transformation.to_numpy()
    assert is_symmetry(h, u)
    vectors = pair.hamiltonian.vectors.to_numpy()
    assert is_symmetric_state(u, vectors[:, 0]) == is_symmetric_state(
        pair.transformation, pair.hamiltonian.vectors.column(0)
    )


@given(float_unitaries(SMALL))
def test_eigenvectors_of_a_unitary_are_symmetric(unitary: np.ndarray) -> None:
    assert is_symmetry(np.eye(len(unitary)), unitary)
    normalised = unitary @ np.diag(np.arange(1, len(unitary) + 1)) @ unitary.conj().T
    assert all(is_symmetric_state(np.eye(len(unitary)) * 1j, v) for v in normalised)


FLIP = np.array([[0.0, 1], [1, 0]])


@pytest.mark.parametrize(
    ("h", "u", "error"),
    [
        (np.triu(np.ones((2, 2))), FLIP, NotHermitian),
        (np.eye(2), 2 * FLIP, NotUnitary),
        (np.eye(2), np.array([[1.0, 1], [0, 1]]), NotUnitary),
        (np.eye(2), np.eye(3), ShapeError),
        (np.ones((2, 3)), FLIP, ShapeError),
        (np.zeros((0, 0)), FLIP, ShapeError),
        (np.ones(2), FLIP, ShapeError),
        (np.ones((2, 2, 2)), FLIP, ShapeError),
        (np.diag([1.0, 2]), FLIP, NotASymmetry),
        (np.diag([np.nan, 1]), FLIP, UnreadableEntry),
        (np.diag([np.inf, 1]), FLIP, UnreadableEntry),
        (np.full((2, 2), 1.7e308), FLIP, MatrixError),
    ],
)
def test_refusals(h, u, error) -> None:
    with pytest.raises(error):
        symmetry_breaking(h, u)


def test_ground_space_is_the_first_eigenspace() -> None:
    space = ground_space(FLIP)
    assert abs(space.value + 1) <= space.error
    assert np.allclose(FLIP @ space.vectors, -space.vectors)
