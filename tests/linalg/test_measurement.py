"""Born's rule, expectation values, symmetric states, order parameters: definitions and theorems."""

from __future__ import annotations

import numpy as np
import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from derive.linalg import (
    ExactMatrix,
    MatrixError,
    NotASymmetry,
    NotHermitian,
    NotUnitary,
    ShapeError,
    ZeroState,
    born_probabilities,
    expectation,
    is_symmetric_state,
    is_symmetry,
    order_parameter,
    symmetry_breaking,
)
from derive.strategies import (
    breaking_instances,
    diagonalised,
    nonzero_vectors,
    unitaries,
)

X, Z = sp.Matrix([[0, 1], [1, 0]]), sp.diag(1, -1)
SIZES = st.shared(st.integers(1, 4), key="size")


@given(diagonalised(SIZES), nonzero_vectors(SIZES))
def test_borns_rule(observable, state: ExactMatrix) -> None:
    """T26: the sum of |⟨o|ψ⟩|² over a basis of the level; all in all 1; their mean is ⟨A⟩."""
    found = born_probabilities(observable.matrix, state)
    norm = (state.adjoint() @ state).to_sympy()[0]
    for measurement, (value, places) in zip(found, observable.levels(), strict=True):
        overlaps = (observable.vectors.take(None, places).adjoint() @ state).to_sympy()
        assert measurement.value == sp.Rational(int(value.p), int(value.q))
        assert measurement.probability == sp.expand((overlaps.H * overlaps)[0] / norm)
        assert measurement.levels == len(places)
    assert sum(m.probability for m in found) == 1
    assert all(0 <= m.probability <= 1 for m in found)
    assert sum(m.value * m.probability for m in found) == expectation(observable.matrix, state)


@given(diagonalised(SIZES), nonzero_vectors(SIZES), st.integers(1, 3))
def test_probabilities_belong_to_rays(observable, state: ExactMatrix, factor: int) -> None:
    """T26a."""
    other = state.scaled(factor, 1)
    assert born_probabilities(observable.matrix, state) == born_probabilities(
        observable.matrix, other
    )


@given(diagonalised(SIZES), nonzero_vectors(SIZES))
def test_one_value_only_means_eigenvector(observable, state: ExactMatrix) -> None:
    """T27: the variance vanishes just for eigenvectors."""
    square = observable.matrix @ observable.matrix
    variance = expectation(square, state) - expectation(observable.matrix, state) ** 2
    certain = any(m.probability == 1 for m in born_probabilities(observable.matrix, state))
    image = observable.matrix @ state
    assert (variance == 0) == certain == (image.beside(state).rank() == 1)


@given(diagonalised(SIZES), nonzero_vectors(SIZES))
def test_floats_agree_with_exact_probabilities(observable, state: ExactMatrix) -> None:
    exact = born_probabilities(observable.matrix, state)
    floats = born_probabilities(observable.matrix.to_numpy(), state.to_numpy())
    for a, b in zip(exact, floats, strict=True):
        assert abs(float(a.value) - b.value) <= b.error
        assert abs(float(a.probability) - b.probability) <= b.probability_error < 1e-6
    value = expectation(observable.matrix.to_numpy(), state.to_numpy())
    assert abs(value - complex(expectation(observable.matrix, state))) < 1e-12


def test_the_lecture_examples() -> None:
    """EB-04: σx on (1, 0) has the expectation value 0; B069; both values are equally probable."""
    assert expectation(X, [1, 0]) == 0
    assert [m.probability for m in born_probabilities(X, [1, 0])] == [sp.Rational(1, 2)] * 2
    assert [m.probability for m in born_probabilities(Z, [0, 1])] == [1, 0]
    golden = born_probabilities(sp.Matrix([[1, 1], [1, 0]]), [1, 0])
    assert sp.simplify(golden[1].probability - (5 + sp.sqrt(5)) / 10) == 0


@given(unitaries(SIZES), nonzero_vectors(SIZES))
def test_symmetric_states(u: ExactMatrix, state: ExactMatrix) -> None:
    """Uv is a multiple of v just where |⟨v|Uv⟩|² = ⟨v|v⟩², by Cauchy and Schwarz."""
    overlap = (state.adjoint() @ (u @ state)).to_sympy()[0]
    norm = (state.adjoint() @ state).to_sympy()[0]
    equal = sp.expand(overlap * sp.conjugate(overlap) - norm**2) == 0
    assert is_symmetric_state(u, state) == equal
    assert is_symmetric_state(u.to_numpy(), state.to_numpy()) == equal


def test_a_phase_does_not_matter() -> None:
    assert is_symmetric_state(X, [1, -1])
    assert is_symmetric_state([X, -sp.eye(2)], [1, 1])
    assert not is_symmetric_state([X, Z], [1, 1])


def test_symmetry_is_equality_not_up_to_a_phase() -> None:
    """EB-06: σz σx = −σx σz maps levels to their negatives, and is no symmetry."""
    assert not is_symmetry(X, Z)
    assert is_symmetry(X, X)


@settings(max_examples=80)
@given(breaking_instances(st.integers(2, 4)), st.data())
def test_odd_observables_vanish_in_symmetric_states(instance, data) -> None:
    """T31, with M made odd: M − UMU† for U of order 2 and otherwise whatever it is."""
    u = instance.symmetries[0]
    matrix = data.draw(diagonalised(instance.hamiltonian.rows)).matrix
    odd = matrix - u @ matrix @ u.adjoint()
    parameter = order_parameter(odd, instance.hamiltonian, list(instance.symmetries))
    if u @ u == ExactMatrix.identity(u.rows):
        assert parameter.odd
    if parameter.odd:
        result = symmetry_breaking(instance.hamiltonian, u)
        for state in result.symmetric_states or ():
            if u @ odd == -(odd @ u):
                assert expectation(odd, state).expand() == 0
    if parameter.breaks:
        assert instance.weak


def test_the_magnet_has_an_order_parameter() -> None:
    """T31 on B090: M = σz⊗1 has the values ±1, and M² = 1 in the symmetric states too."""
    one = sp.eye(2)
    h, u, m = (
        sp.kronecker_product(one, Z),
        sp.kronecker_product(X, one),
        sp.kronecker_product(Z, one),
    )
    parameter = order_parameter(m, h, u)
    assert (parameter.odd, parameter.values, parameter.squares, parameter.breaks) == (
        True,
        (-1, 1),
        (1,),
        True,
    )
    assert all(
        expectation(m, state) == 0 for state in symmetry_breaking(h, u).symmetric_states or ()
    )
    floats = order_parameter(*(np.array(a.tolist(), dtype=float) for a in (m, h, u)))
    assert (floats.odd, floats.breaks) == (True, None)
    assert np.allclose(floats.values, [-1, 1])
    assert order_parameter(one, X, one).breaks is False


def test_refusals() -> None:
    for call, error in [
        (lambda: expectation(X, [0, 0]), ZeroState),
        (lambda: expectation(X, [1, 0, 0]), ShapeError),
        (lambda: expectation(sp.ones(2, 3), [1, 0]), ShapeError),
        (lambda: expectation(np.ones((2, 3)), [1.0, 0]), ShapeError),
        (lambda: expectation(np.eye(2), np.zeros(2)), ZeroState),
        (lambda: expectation(np.eye(2), np.ones(3)), ShapeError),
        (lambda: born_probabilities(sp.Matrix([[0, 1], [0, 0]]), [1, 0]), NotHermitian),
        (lambda: born_probabilities(X, [0, 0]), ZeroState),
        (lambda: is_symmetric_state(2 * X, [1, 0]), NotUnitary),
        (lambda: is_symmetric_state(X, [0, 0]), ZeroState),
        (lambda: is_symmetric_state(X, [1, 0, 1]), ShapeError),
        (lambda: is_symmetric_state(1.0 * np.eye(2), [1.0, np.nan]), MatrixError),
        (lambda: order_parameter(sp.eye(3), X, X), ShapeError),
        (lambda: order_parameter(X, X, Z), NotASymmetry),
        (lambda: order_parameter(sp.Matrix([[0, 1], [0, 0]]), X, X), NotHermitian),
    ]:
        with pytest.raises(error):
            call()
