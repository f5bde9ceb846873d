"""Symmetry breaking: exact instances whose answer is known, the lecture's examples, refusals."""

from __future__ import annotations

import numpy as np
import pytest
import sympy as sp
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from derive.language.errors import LanguageError
from derive.linalg import (
    ExactMatrix,
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
    verify_certificate,
)
from derive.linalg.spectra import eigenvectors, levels
from derive.linalg.symmetries import check_unitary
from derive.strategies import (
    BreakingInstance,
    breaking_instances,
    commuting_pairs,
    hermitian_matrices,
    matrices,
    pairs_mixing_two_levels,
    pairs_off_one_level,
)

X, Z = sp.Matrix([[0, 1], [1, 0]]), sp.diag(1, -1)
LECTURE_H = sp.diag(1, -1, 1, -1)  # B090
LECTURE_U = sp.kronecker_product(X, sp.eye(2))

SMALL = st.integers(1, 5)
ALL = st.integers(1, 12)


def agrees(instance: BreakingInstance, thorough: bool) -> None:
    """The verdict is the one known by construction, and the states are what they are said to be."""
    result = symmetry_breaking(instance.hamiltonian, list(instance.symmetries))
    assert result.ground_energy == sp.Rational(
        int(instance.ground_energy.p), int(instance.ground_energy.q)
    )
    assert (result.dimension, result.weak, result.strong) == (
        instance.dimension,
        instance.weak,
        instance.strong,
    )
    if not thorough:
        return
    broken, symmetric = result.broken_states, result.symmetric_states
    assert bool(broken) == instance.weak
    assert symmetric is None or bool(symmetric) != instance.strong
    for states, expected in ((broken, False), (symmetric or (), True)):
        for state in states:
            assert is_symmetric_state(list(instance.symmetries), state) == expected
    verify_certificate(result.certificate)


@settings(max_examples=1000, suppress_health_check=list(HealthCheck))
@given(breaking_instances(ALL))
def test_no_false_verdict(instance: BreakingInstance) -> None:
    agrees(instance, thorough=False)


@settings(max_examples=100, suppress_health_check=list(HealthCheck))
@given(breaking_instances(SMALL))
def test_states_and_certificates(instance: BreakingInstance) -> None:
    agrees(instance, thorough=True)


@pytest.mark.slow
@pytest.mark.timeout(1800)
@settings(max_examples=10_000, suppress_health_check=list(HealthCheck))
@given(breaking_instances(ALL))
def test_no_false_verdict_in_ten_thousand(instance: BreakingInstance) -> None:
    agrees(instance, thorough=False)


@settings(max_examples=60)
@given(breaking_instances(SMALL, weak=True))
def test_irrational_ground_energy(instance: BreakingInstance) -> None:
    """A golden ratio beside each verdict: H + (√5 matrix)⊗1 has the same verdict on the first factor."""
    size = instance.dimension
    fibonacci = ExactMatrix.gaussian(2, 2, [(0, 0), (1, 0), (1, 0), (1, 0)]).to_sympy()
    restrictions = [
        (instance.ground_states.adjoint() @ u @ instance.ground_states).to_sympy()
        for u in instance.symmetries
    ]
    result = symmetry_breaking(
        sp.kronecker_product(fibonacci, sp.eye(size)),
        [sp.kronecker_product(sp.eye(2), r) for r in restrictions],
    )
    assert result.ground_energy == (1 - sp.sqrt(5)) / 2
    assert (result.dimension, result.weak, result.strong) == (size, True, instance.strong)
    verify_certificate(result.certificate)


@settings(max_examples=100)
@given(breaking_instances(SMALL), st.integers(0, 3))
def test_what_is_no_symmetry_is_refused(instance: BreakingInstance, way: int) -> None:
    h, (u, *_) = instance.hamiltonian, instance.symmetries
    if way == 0:
        with pytest.raises(NotUnitary):
            symmetry_breaking(h, u.scaled(2))
    elif way == 1:
        with pytest.raises(NotHermitian):
            symmetry_breaking(h + ExactMatrix.identity(h.rows).scaled(0, 1), u)
    elif way == 2:
        shear = ExactMatrix.gaussian(
            h.rows, h.rows, [(int(j >= i), 0) for i in range(h.rows) for j in range(h.rows)]
        )
        if h.rows > 1:
            with pytest.raises(NotUnitary, match="not even normal"):
                symmetry_breaking(h, shear)
    else:
        with pytest.raises(ShapeError):
            symmetry_breaking(h, ExactMatrix.identity(h.rows + 1))


@given(pairs_mixing_two_levels(SMALL))
def test_a_transformation_that_mixes_levels_is_refused(pair) -> None:
    assert not is_symmetry(pair.hamiltonian.matrix, pair.transformation)
    with pytest.raises(NotASymmetry):
        symmetry_breaking(pair.hamiltonian.matrix, pair.transformation)


@given(pairs_off_one_level(SMALL))
def test_a_transformation_that_leaves_one_level_is_refused(pair) -> None:
    with pytest.raises(NotUnitary):
        symmetry_breaking(pair.hamiltonian.matrix, pair.transformation)


@given(commuting_pairs(SMALL, tiny=True))
def test_symmetry_means_invariant_eigenspaces(pair) -> None:
    """T29, both ways: HU = UH, and U maps eigenvectors to eigenvectors of the same level."""
    h, u = pair.hamiltonian.matrix.to_sympy(), pair.transformation.to_sympy()
    assert is_symmetry(h, u)
    for space in eigenspaces(h):
        image = (u * space.vectors).expand()
        assert (h * image - image * space.value).expand().is_zero_matrix


@given(matrices(SMALL))
def test_unitary_is_what_preserves_the_norm(matrix: ExactMatrix) -> None:
    """T28, at the vectors e_j, e_j + e_k and e_j + i e_k, which determine U†U."""
    n = matrix.rows
    tests = [[(int(k == i) + int(k == j), 0) for k in range(n)] for i in range(n) for j in range(n)]
    tests += [[(int(k == i), int(k == j)) for k in range(n)] for i in range(n) for j in range(n)]
    columns = [ExactMatrix.gaussian(n, 1, entries) for entries in tests]
    preserved = all((matrix @ v).adjoint() @ (matrix @ v) == v.adjoint() @ v for v in columns)
    try:
        check_unitary(matrix, n)
    except NotUnitary:
        assert not preserved
    else:
        assert preserved


def test_the_lecture_magnet() -> None:
    """B090: two ground states are exchanged; their sum and difference are symmetric."""
    result = symmetry_breaking(LECTURE_H, LECTURE_U)
    assert (result.ground_energy, result.dimension, result.weak, result.strong) == (
        -1,
        2,
        True,
        False,
    )
    assert result.restriction == X
    assert {tuple(state) for state in result.symmetric_states or ()} == {
        (0, 1, 0, 1),
        (0, -1, 0, 1),
    }
    assert {tuple(state) for state in result.broken_states or ()} == {(0, 1, 0, 0), (0, 0, 0, 1)}


def test_the_first_example_breaks_too() -> None:
    """B083 and EB-24: its ground states e₂ and e₃ are exchanged."""
    result = symmetry_breaking(sp.diag(1, -1, -1, 1), sp.kronecker_product(X, X))
    assert (result.weak, result.strong) == (True, False)


def test_degeneracy_is_not_enough() -> None:
    """T30b: H = diag(0, 0, 1), U = diag(1, 1, −1)."""
    assert symmetry_breaking(sp.diag(0, 0, 1), sp.diag(1, 1, -1)).weak is False


def test_one_ground_state_is_symmetric() -> None:
    """T30a and B085."""
    result = symmetry_breaking(X, X)
    assert (result.dimension, result.weak) == (1, False)
    assert ground_space(X).vectors == sp.Matrix([-1, 1])


def test_noncommuting_symmetries_break_strongly() -> None:
    """T30e: σx and σz on C² have no common eigenvector; alone, none breaks strongly (T30d)."""
    assert symmetry_breaking(sp.zeros(2), [X, Z]).strong is True
    assert (
        symmetry_breaking(sp.zeros(2), X).strong
        is symmetry_breaking(sp.zeros(2), Z).strong
        is False
    )


def test_a_rotation_by_45_degrees() -> None:
    """B076: eigenvalues (1 ± i)/√2; the circular states are symmetric."""
    rotation = sp.Matrix([[1, -1], [1, 1]]) / sp.sqrt(2)
    result = symmetry_breaking(sp.zeros(2), rotation)
    assert {tuple(state) for state in result.symmetric_states or ()} == {(sp.I, 1), (-sp.I, 1)}
    verify_certificate(result.certificate)


def test_dihedral_symmetry_of_a_ring() -> None:
    """Rotation alone leaves symmetric states on the double level of a ring of 5, with mirror none."""
    ring = sp.Matrix(5, 5, lambda i, j: int((i - j) % 5 in {1, 4}))
    turn = sp.Matrix(5, 5, lambda i, j: int((i - j) % 5 == 1))
    mirror = sp.Matrix(5, 5, lambda i, j: int((i + j) % 5 == 0))
    for symmetries, strong in ((turn, False), ([turn, mirror], True)):
        result = symmetry_breaking(ring, symmetries)
        assert result.ground_energy == -(1 + sp.sqrt(5)) / 2
        assert (result.weak, result.strong) == (True, strong)
        verify_certificate(result.certificate)


def test_algebraic_entries() -> None:
    """Levels over a number field: those of [[0, √2], [√2, 1]] are −1 and 2."""
    spaces = eigenspaces(sp.Matrix([[0, sp.sqrt(2)], [sp.sqrt(2), 1]]))
    assert [space.value for space in spaces] == [-1, 2]


def test_almost_repeated_levels_are_told_apart() -> None:
    tiny = sp.Rational(1, 10**60)
    assert symmetry_breaking(sp.diag(0, tiny), Z).dimension == 1
    assert ground_space(sp.diag(sp.sqrt(2), sp.sqrt(2) + tiny, 3)).dimension == 1


@settings(max_examples=50)
@given(hermitian_matrices(st.integers(1, 6)))
def test_exact_levels_agree_with_numpy(matrix: ExactMatrix) -> None:
    values = [float(space.value) for space in eigenspaces(matrix) for _ in range(space.levels)]
    assert np.allclose(values, np.linalg.eigvalsh(matrix.to_numpy()), atol=1e-6)


@settings(max_examples=50)
@given(hermitian_matrices(st.integers(1, 5)))
def test_eigenvectors(matrix: ExactMatrix) -> None:
    for level in levels(matrix):
        eigen = eigenvectors(matrix, level)
        h = matrix.extended(eigen.extension)
        assert h @ eigen.basis == eigen.basis.scaled(eigen.extension.new)
        assert eigen.basis.columns == eigen.basis.rank() == level.multiplicity


@given(hermitian_matrices(2))
def test_eigenvectors_in_sympy(matrix: ExactMatrix) -> None:
    h = matrix.to_sympy()
    for space in eigenspaces(matrix):
        difference = h * space.vectors - space.vectors * space.value
        assert difference.applyfunc(sp.radsimp).expand().is_zero_matrix


def test_integer_arrays_are_exact_and_floats_can_be_taken_so() -> None:
    h, u = np.array(LECTURE_H.tolist(), dtype=int), np.array(LECTURE_U.tolist(), dtype=int)
    assert symmetry_breaking(h, u).weak is True
    assert symmetry_breaking(exact(h / 2), exact(1.0 * u)).ground_energy == sp.Rational(-1, 2)


@pytest.mark.parametrize(
    ("h", "u", "error"),
    [
        (sp.Matrix([[1, 2]]), X, ShapeError),
        (sp.zeros(0, 0), X, ShapeError),
        ([[1, 2], [3]], X, ShapeError),
        (5, X, ShapeError),
        (sp.diag(sp.Symbol("a"), 1), X, UnreadableEntry),
        (sp.diag(sp.pi, 1), X, UnreadableEntry),
        (sp.Matrix([[sp.Float(0.5), 0], [0, 1]]), X, UnreadableEntry),
        (sp.diag(sp.oo, 1), X, UnreadableEntry),
        (X, sp.eye(3), ShapeError),
        (Z, X, NotASymmetry),
        (Z, [sp.eye(2), X], NotASymmetry),
    ],
)
def test_refusals(h, u, error) -> None:
    with pytest.raises(error) as caught:
        symmetry_breaking(h, u)
    assert isinstance(caught.value, ValueError | LanguageError)
    assert isinstance(caught.value, MatrixError)


def test_a_group_names_the_offender() -> None:
    with pytest.raises(NotASymmetry, match="U2"):
        symmetry_breaking(Z, [sp.eye(2), X])
