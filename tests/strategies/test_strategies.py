"""Strategies: what they promise, what they reach, and to what they shrink."""

from __future__ import annotations

import numpy as np
import pytest
import sympy as sp
from flint import fmpq
from hypothesis import HealthCheck, find, given, settings
from hypothesis import strategies as st

from derive.linalg import ExactMatrix
from derive.strategies import (
    BreakingInstance,
    Diagonalised,
    FiniteOrder,
    Pair,
    breaking_instances,
    cayley_transforms,
    commuting_pairs,
    density_matrices,
    diagonalised,
    finite_order_unitaries,
    float_hermitian_matrices,
    float_matrices,
    float_unitaries,
    gaussian_rationals,
    hermitian_matrices,
    isometries,
    matrices,
    nonzero_vectors,
    pairs_mixing_two_levels,
    pairs_off_one_level,
    projectors,
    rationals,
    reflections,
    rounded,
    signed_permutations,
    spectra,
    unit_vectors,
    unitaries,
    vectors,
)

SIZES = st.integers(1, 6)


def one(size: int) -> ExactMatrix:
    return ExactMatrix.identity(size)


def is_unitary(matrix: ExactMatrix) -> bool:
    return matrix.adjoint() @ matrix == one(matrix.rows) == matrix @ matrix.adjoint()


@pytest.mark.parametrize(
    "strategy", [unitaries, signed_permutations, reflections, cayley_transforms]
)
def test_unitaries_are_unitary(strategy) -> None:
    @given(strategy(SIZES))
    def holds(matrix: ExactMatrix) -> None:
        assert is_unitary(matrix)

    holds()


@given(reflections(SIZES))
def test_reflections(matrix: ExactMatrix) -> None:
    assert matrix @ matrix == one(matrix.rows)
    assert (one(matrix.rows) + matrix).rank() == matrix.rows - 1


@given(cayley_transforms(SIZES))
def test_cayley_transforms_never_have_the_eigenvalue_minus_one(matrix: ExactMatrix) -> None:
    assert (one(matrix.rows) + matrix).rank() == matrix.rows


@given(finite_order_unitaries(st.integers(1, 5)))
def test_finite_order(instance: FiniteOrder) -> None:
    power, matrix = instance.matrix, instance.matrix
    assert is_unitary(matrix)
    for _ in range(instance.order - 1):
        assert power != one(matrix.rows)
        power = power @ matrix
    assert power == one(matrix.rows)


@given(hermitian_matrices(SIZES))
def test_hermitian(matrix: ExactMatrix) -> None:
    assert matrix == matrix.adjoint()


@given(diagonalised(SIZES, tiny=True))
def test_diagonalised(instance: Diagonalised) -> None:
    assert is_unitary(instance.vectors)
    assert list(instance.values) == sorted(instance.values)
    image = instance.matrix @ instance.vectors
    assert image == instance.vectors @ ExactMatrix.diagonal(instance.values)
    places = [place for _, level in instance.levels() for place in level]
    assert places == list(range(instance.matrix.rows))


@given(diagonalised(values=[2, 1, 2]))
def test_prescribed_spectrum(instance: Diagonalised) -> None:
    assert instance.values == (fmpq(1), fmpq(2), fmpq(2))


@given(commuting_pairs(SIZES))
def test_commuting_pairs(pair: Pair) -> None:
    h, u = pair.hamiltonian.matrix, pair.transformation
    assert is_unitary(u)
    assert h @ u == u @ h


@pytest.mark.parametrize(
    ("strategy", "unitary"), [(pairs_off_one_level, False), (pairs_mixing_two_levels, True)]
)
def test_pairs_that_commute_elsewhere(strategy, unitary: bool) -> None:
    """[H, U] vanishes on every level but those that are named; U is invertible."""

    @given(strategy(SIZES))
    def holds(pair: Pair) -> None:
        h, u = pair.hamiltonian.matrix, pair.transformation
        assert is_unitary(u) == unitary
        assert u.rank() == u.rows
        for number, (_, places) in enumerate(pair.hamiltonian.levels()):
            states = pair.hamiltonian.vectors.take(None, places)
            assert ((h @ u - u @ h) @ states).is_zero() == (number not in pair.levels)

    holds()


@settings(suppress_health_check=list(HealthCheck))
@given(breaking_instances(SIZES))
def test_breaking_instances(instance: BreakingInstance) -> None:
    h, states = instance.hamiltonian, instance.ground_states
    assert h == h.adjoint()
    assert h @ states == states.scaled(instance.ground_energy)
    assert states.adjoint() @ states == one(instance.dimension)
    shift = h - one(h.rows).scaled(instance.ground_energy)
    assert shift.rank() == h.rows - instance.dimension
    scalar = []
    for u in instance.symmetries:
        assert is_unitary(u)
        assert h @ u == u @ h
        scalar.append((states.adjoint() @ u @ states).is_scalar())
    assert instance.weak == (not all(scalar))
    assert instance.weak or not instance.strong


@pytest.mark.parametrize(("weak", "strong"), [(False, False), (True, False), (True, True)])
def test_breaking_as_asked_for(weak: bool, strong: bool) -> None:
    @given(breaking_instances(dimension=3, weak=weak, strong=strong))
    def holds(instance: BreakingInstance) -> None:
        assert (instance.dimension, instance.weak, instance.strong) == (3, weak, strong)

    holds()
    with pytest.raises(ValueError, match="one ground state"):
        find(breaking_instances(dimension=1, weak=True), lambda _: True)


@given(nonzero_vectors(SIZES), unit_vectors(SIZES))
def test_vectors(nonzero: ExactMatrix, unit: ExactMatrix) -> None:
    assert not nonzero.is_zero()
    assert unit.adjoint() @ unit == one(1)
    assert nonzero.columns == unit.columns == 1


@given(projectors(SIZES))
def test_projectors(p: ExactMatrix) -> None:
    assert p == p.adjoint() == p @ p


@given(projectors(4, 2), isometries(4, 2))
def test_ranks(p: ExactMatrix, v: ExactMatrix) -> None:
    assert p.rank() == 2
    assert (v.rows, v.columns) == (4, 2)


@given(isometries(SIZES))
def test_isometries(v: ExactMatrix) -> None:
    assert v.adjoint() @ v == one(v.columns)


@given(density_matrices(SIZES))
def test_density_matrices(rho: ExactMatrix) -> None:
    assert rho == rho.adjoint()
    assert sum(rho[i, i].real[0] for i in range(rho.rows)) == 1
    assert (np.linalg.eigvalsh(rho.to_numpy()) > -1e-12).all()


@given(gaussian_rationals(), rationals(denominator=3))
def test_numbers(z: sp.Expr, r: fmpq) -> None:
    assert sp.re(z).is_Rational
    assert sp.im(z).is_Rational
    assert abs(r) <= 3


@given(
    float_matrices(SIZES),
    float_hermitian_matrices(SIZES),
    float_unitaries(SIZES),
    rounded(unitaries(SIZES)),
)
def test_float_versions(any_matrix, hermitian, unitary, other) -> None:
    assert np.isfinite(any_matrix).all()
    assert (hermitian == hermitian.conj().T).all()
    for u in (unitary, other):
        assert np.allclose(u.conj().T @ u, np.eye(len(u)))


def shown(strategy, condition) -> sp.Matrix:
    return find(strategy, condition).to_sympy()


def test_what_is_reached() -> None:
    """Eigenvalues −1 and i, complex and non-integral entries, triple and almost repeated levels."""
    for eigenvalue in ((1, 0), (-1, 0), (0, 1)):
        find(unitaries(3), lambda u, e=eigenvalue: (u - one(3).scaled(*e)).rank() < 3)
    find(unitaries(3), lambda u: (u + one(3)).is_zero())
    find(unitaries(3), lambda u: not u.is_real() and u[0, 0].real[0].q > 1)
    find(spectra(3), lambda s: s[0] == s[2])
    find(spectra(2, tiny=True), lambda s: 0 < s[1] - s[0] < fmpq(1, 10**30))
    find(finite_order_unitaries(4), lambda f: f.order == 12)
    find(vectors(2), ExactMatrix.is_zero)
    find(breaking_instances(3, strong=True), lambda b: b.dimension == 2)


def test_what_a_lecturer_would_write() -> None:
    """Counterexamples shrink to the board: σx, σz, a swap, diag(0, 1), (3, 4)/5."""
    x, z = sp.Matrix([[0, 1], [1, 0]]), sp.diag(1, -1)
    assert shown(unitaries(), lambda u: not u.is_scalar()) in (z, -z, x)
    assert shown(matrices(), lambda m: not m.is_zero()) == sp.Matrix([[1]])
    assert shown(hermitian_matrices(), lambda m: not m.is_scalar()).shape == (2, 2)
    levels = find(diagonalised(), lambda d: len(d.levels()) > 1)
    assert levels.matrix.to_sympy() == sp.diag(0, 1)
    strong = find(breaking_instances(strong=True), lambda _: True)
    assert strong.hamiltonian.to_sympy() == sp.zeros(2)
    assert {tuple(u.to_sympy()) for u in strong.symmetries} == {tuple(x), tuple(-z)}
    mixed = find(pairs_mixing_two_levels(), lambda _: True)
    assert mixed.hamiltonian.matrix.to_sympy().is_diagonal()
    unit = shown(unit_vectors(2), lambda v: not v[0, 0].is_zero() and not v[1, 0].is_zero())
    assert {abs(sp.expand(5 * entry)) for entry in unit} == {3, 4}
