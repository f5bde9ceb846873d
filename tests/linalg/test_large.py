"""Large matrices: sectors of monomial symmetries, Lanczos levels, agreement with QuTiP."""

from __future__ import annotations

import warnings
from fractions import Fraction
from functools import reduce

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from derive.linalg import (
    MatrixError,
    NotASymmetry,
    NotHermitian,
    NotUnitary,
    ShapeError,
    eigenspaces,
    ground_space,
    is_symmetry,
    lowest_levels,
    order_parameter,
    sectors,
    symmetry_breaking,
)
from derive.linalg.sectors import NotMonomial
from derive.strategies import signed_permutations

sparse = pytest.importorskip("scipy.sparse")
operators = pytest.importorskip("scipy.sparse.linalg")


def ring(spins: int, coupling: tuple[float, float, float], field: float = 0.0):
    """Σ Jₓ XX + J_y YY + J_z ZZ on neighbours of a ring, and −field Σ X; bit operations."""
    states = np.arange(1 << spins)
    rows, columns, values = [], [], []
    jx, jy, jz = coupling
    for i in range(spins):
        j = (i + 1) % spins
        same = ((states >> i) & 1) == ((states >> j) & 1)
        flipped = states ^ (1 << i) ^ (1 << j)
        rows += [flipped, states, states ^ (1 << i)]
        columns += [states] * 3
        values += [
            jx - jy * np.where(same, 1, -1),
            jz * np.where(same, 1.0, -1.0),
            np.full(len(states), -field),
        ]
    shape = (len(states), len(states))
    return sparse.csr_array(
        (np.concatenate(values), (np.concatenate(rows), np.concatenate(columns))), shape=shape
    )


def moves(spins: int):
    """The flip of all spins and the translation by one place, as permutations."""
    states = np.arange(1 << spins)
    last = (1 << spins) - 1
    ones = np.ones(len(states))
    shifted = ((states << 1) | (states >> (spins - 1))) & last
    return [sparse.csr_array((ones, (images, states))) for images in (states ^ last, shifted)]


ISING, XXZ, HEISENBERG = (0.0, 0.0, -1.0), (1.0, 1.0, 0.5), (1.0, 1.0, 1.0)


@pytest.mark.parametrize("coupling", [ISING, XXZ, HEISENBERG])
@pytest.mark.parametrize("spins", [4, 6, 7])
def test_sectors_together_have_the_whole_spectrum(spins: int, coupling) -> None:
    h = ring(spins, coupling, field=0.5)
    found = lowest_levels(h, moves(spins), count=1 << spins)
    values = np.sort(np.concatenate([sector.values for sector in found]))
    assert np.allclose(values, np.linalg.eigvalsh(h.toarray()))
    assert sum(sector.size for sector in found) == 1 << spins


@settings(max_examples=100)
@given(signed_permutations(st.integers(1, 8)))
def test_sectors_are_eigenspaces(exact) -> None:
    matrix = exact.to_numpy()
    total = 0
    for sector in sectors([matrix]):
        isometry = sector.isometry.toarray()
        eigenvalue = np.exp(2j * np.pi * float(sector.turns[0]))
        assert np.allclose(isometry.conj().T @ isometry, np.eye(sector.size))
        assert np.allclose(matrix @ isometry, eigenvalue * isometry)
        total += sector.size
    assert total == len(matrix)


def test_sectors_of_a_diagonal_phase() -> None:
    turns = [
        sector.turns[0] for sector in sectors([np.diag(np.exp(2j * np.pi * np.arange(3) / 3))])
    ]
    assert turns == [Fraction(0), Fraction(1, 3), Fraction(2, 3)]


@pytest.mark.parametrize("as_operator", [False, True])
def test_the_ising_gap(as_operator: bool) -> None:
    """Ten spins in a field: the levels of both flip sectors, and a gap that is resolved."""
    h = ring(10, ISING, field=0.5)
    given_h = operators.aslinearoperator(h) if as_operator else h
    result = symmetry_breaking(given_h, moves(10)[0])
    exact_levels = np.linalg.eigvalsh(h.toarray())[:2]
    even, odd = result.certificate
    assert abs(even.values[0] - exact_levels[0]) <= even.errors[0] < 1e-9
    assert abs(odd.values[0] - exact_levels[1]) <= odd.errors[0] < 1e-9
    assert (result.dimension, result.weak, result.strong) == (1, False, False)


def test_a_splitting_below_the_error_is_unresolved() -> None:
    """Without a field the two ground states are degenerate; floats cannot know that."""
    h = ring(10, ISING)
    flip = moves(10)[0]
    result = symmetry_breaking(h, flip)
    assert abs(result.ground_energy + 10) <= result.error < 1e-9
    assert (result.dimension, result.levels, result.weak, result.strong) == (None, 2, None, None)
    assert np.allclose(np.sort(np.linalg.eigvalsh(result.restriction)), [-1, 1])
    parameter = order_parameter(sparse.diags_array(1.0 - 2 * (np.arange(1 << 10) & 1)), h, flip)
    assert parameter.odd
    assert parameter.breaks is None


def test_symmetries_that_are_not_monomial() -> None:
    angle = np.array([[1.0, -1], [1, 1]]) / np.sqrt(2)
    with pytest.raises(NotMonomial):
        list(sectors([angle]))
    result = symmetry_breaking(sparse.csr_array(np.diag([1.0, 1.0])), angle)
    assert (result.dimension, result.weak) == (None, None)


FLIP, SIGN = np.array([[0.0, 1], [1, 0]]), np.diag([1.0, -1])


@pytest.mark.parametrize(
    ("h", "u", "error"),
    [
        (np.triu(np.ones((2, 2))), FLIP, NotHermitian),
        (np.eye(2), 2 * FLIP, NotUnitary),
        (np.eye(2), np.ones((2, 2)), NotUnitary),
        (np.eye(2), np.eye(3), ShapeError),
        (np.ones((2, 3)), FLIP, ShapeError),
        (SIGN, FLIP, NotASymmetry),
    ],
)
def test_refusals(h, u, error) -> None:
    with pytest.raises(error):
        symmetry_breaking(sparse.csr_array(h), sparse.csr_array(u))


def test_symmetries_must_commute_with_each_other() -> None:
    with pytest.raises(MatrixError, match="each other"):
        list(sectors([FLIP, SIGN]))
    assert symmetry_breaking(sparse.eye_array(2), [FLIP, SIGN]).strong is None
    assert is_symmetry(sparse.eye_array(2), [FLIP, SIGN])
    assert not is_symmetry(sparse.csr_array(SIGN), sparse.csr_array(FLIP))


def test_errors_are_matrix_errors() -> None:
    assert issubclass(NotMonomial, MatrixError)


@pytest.mark.parametrize(
    ("coupling", "field"), [(ISING, 0.5), (ISING, 1.0), (XXZ, 0.0), (HEISENBERG, 0.0)]
)
@pytest.mark.parametrize("spins", [4, 5, 8])
def test_agreement_with_qutip(spins: int, coupling, field: float) -> None:
    """Spectra, and dimensions of ground spaces, with Hamiltonians that QuTiP has built itself."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        qutip = pytest.importorskip("qutip")
    paulis = [qutip.sigmax(), qutip.sigmay(), qutip.sigmaz()]

    def at(places) -> object:
        return qutip.tensor([places.get(i, qutip.qeye(2)) for i in range(spins)])

    terms = [
        j * at({i: p, (i + 1) % spins: p})
        for j, p in zip(coupling, paulis, strict=True)
        for i in range(spins)
    ]
    terms += [-field * at({i: qutip.sigmax()}) for i in range(spins)]
    independent = reduce(lambda a, b: a + b, terms)
    values = independent.eigenenergies()
    dimension = int((values < values[0] + 1e-8).sum())
    h = ring(spins, coupling, field)
    dense = eigenspaces(h.toarray())
    assert np.allclose(values, [s.value for s in dense for _ in range(s.levels)], atol=1e-8)
    assert dense[0].levels == dimension
    large = lowest_levels(h, moves(spins), count=4)
    lowest = np.sort(np.concatenate([sector.values for sector in large]))
    assert np.allclose(lowest[:dimension], values[:dimension], atol=1e-8)
    assert lowest[dimension] > values[0] + 1e-8
    assert abs(ground_space(h, moves(spins)).value - values[0]) < 1e-9
    if not field:
        integral = (2 * h.toarray()).round().astype(int)
        assert spins > 5 or ground_space(integral).dimension == dimension
