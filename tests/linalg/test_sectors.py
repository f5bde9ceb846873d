"""Sectors of monomial symmetries: exact phases, isometries, and the blocks of a Hamiltonian."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import sparse

from derive.linalg import NotUnitary, ShapeError, sectors
from derive.linalg.sectors import Monomial, NoSectors, NotMonomial, monomial


def matrix(symmetry: Monomial) -> np.ndarray:
    """The matrix that a monomial one stands for."""
    size = len(symmetry.images)
    result = np.zeros((size, size), complex)
    phases = np.exp(2j * np.pi * symmetry.turns / symmetry.denominator)
    result[symmetry.images, np.arange(size)] = phases
    return result


@st.composite
def monomials(draw: st.DrawFn, size: int | None = None) -> Monomial:
    length = draw(st.integers(1, 8)) if size is None else size
    denominator = draw(st.integers(1, 6))
    images = draw(st.permutations(range(length)))
    turns = draw(st.lists(st.integers(0, denominator - 1), min_size=length, max_size=length))
    return Monomial(np.array(images), np.array(turns), denominator)


@st.composite
def commuting(draw: st.DrawFn) -> list[np.ndarray]:
    """Powers of one monomial matrix, and a tensor product that commutes with them."""
    first, second = matrix(draw(monomials())), matrix(draw(monomials(draw(st.integers(1, 3)))))
    one, other = np.eye(len(first)), np.eye(len(second))
    power = np.linalg.matrix_power(first, draw(st.integers(0, 3)))
    given_ones = [np.kron(first, other), np.kron(one, second), np.kron(power, second)]
    return draw(st.permutations(given_ones))


@settings(max_examples=100, deadline=None)
@given(monomials())
def test_a_monomial_matrix_is_read_back(symmetry: Monomial) -> None:
    again = monomial(matrix(symmetry))
    assert np.array_equal(again.images, symmetry.images)
    assert [Fraction(int(t), again.denominator) for t in again.turns] == [
        Fraction(int(t), symmetry.denominator) for t in symmetry.turns
    ]


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_commutation_is_decided_as_for_matrices(data: st.DataObject) -> None:
    size = data.draw(st.integers(1, 4))
    first, second = data.draw(monomials(size)), data.draw(monomials(size))
    a, b = matrix(first), matrix(second)
    assert first.commutes(second) == np.allclose(a @ b, b @ a)
    assert first.commutes(first)


@settings(max_examples=100, deadline=None)
@given(commuting())
def test_sectors_are_common_eigenspaces_and_together_the_whole_space(
    symmetries: list[np.ndarray],
) -> None:
    size = len(symmetries[0])
    columns = []
    seen = set()
    for sector in sectors(symmetries):
        isometry = sector.isometry.toarray()
        assert sector.size == isometry.shape[1] > 0
        for turn, symmetry in zip(sector.turns, symmetries, strict=True):
            assert np.allclose(symmetry @ isometry, np.exp(2j * np.pi * float(turn)) * isometry)
        assert sector.turns not in seen
        seen.add(sector.turns)
        columns.append(isometry)
    whole = np.concatenate(columns, axis=1)
    assert whole.shape == (size, size)
    assert np.allclose(whole.conj().T @ whole, np.eye(size))


@settings(max_examples=100, deadline=None)
@given(commuting(), st.integers(0, 2**32 - 1))
def test_a_block_is_the_hamiltonian_in_its_sector(symmetries: list[np.ndarray], seed: int) -> None:
    size = len(symmetries[0])
    parts = np.random.default_rng(seed).normal(size=(2, size, size))
    hamiltonian = np.zeros((size, size), complex)
    for sector in sectors(symmetries):
        p = sector.isometry.toarray()
        inside = p.conj().T @ (parts[0] + 1j * parts[1]) @ p
        hamiltonian += p @ (inside + inside.conj().T) @ p.conj().T
    for sector in sectors(symmetries):
        p = sector.isometry.toarray()
        block = sector.block(sparse.csr_array(hamiltonian)).toarray()
        assert np.allclose(block, p.conj().T @ hamiltonian @ p)


@pytest.mark.parametrize("form", ["csr", "csc", "coo", "dia", "lil"])
def test_a_block_of_any_sparse_matrix(form: str) -> None:
    hamiltonian = sparse.csr_array(np.array([[1, 2], [2, 1]])).asformat(form)
    blocks = [sector.block(hamiltonian).toarray() for sector in sectors([np.eye(2)[::-1]])]
    assert np.allclose(blocks, [[[3.0]], [[-1.0]]])


def test_real_symmetries_with_real_eigenvalues_have_real_sectors() -> None:
    flip = np.array([[0.0, 1], [1, 0]])
    assert [s.isometry.dtype for s in sectors([flip])] == [float, float]
    even, odd = (s.isometry.toarray() for s in sectors([flip]))
    assert np.allclose(even, np.array([[1], [1]]) / np.sqrt(2))
    assert np.allclose(odd, np.array([[1], [-1]]) / np.sqrt(2))


def test_turns_are_exact() -> None:
    shift = np.roll(np.eye(3), 1, axis=0)
    assert [s.turns for s in sectors([shift])] == [(Fraction(k, 3),) for k in range(3)]
    twisted = shift * np.exp(2j * np.pi / 9)
    assert [s.turns for s in sectors([twisted])] == [(Fraction(1 + 3 * k, 9),) for k in range(3)]


def test_without_symmetries_there_is_one_sector() -> None:
    (sector,) = sectors([], 3)
    assert sector.turns == ()
    assert np.array_equal(sector.isometry.toarray(), np.eye(3))


FLIP, SIGN = np.array([[0.0, 1], [1, 0]]), np.diag([1.0, -1])


@pytest.mark.parametrize(
    ("symmetries", "error", "message"),
    [
        ([FLIP, SIGN], NoSectors, "commute"),
        ([FLIP, np.eye(3)], ShapeError, "different sizes"),
        ([np.ones((2, 3))], ShapeError, "not square"),
        ([2 * FLIP], NotUnitary, "not unitary"),
        ([np.diag([1.0, 0.0])], NotMonomial, "multiple of one"),
        ([np.array([[1.0, 1], [0, 0]])], NotUnitary, "not unitary"),
        ([np.diag([1.0, np.exp(1j)])], NotMonomial, "root of unity"),
        ([], ShapeError, "unknown"),
    ],
)
def test_refusals(symmetries: list[np.ndarray], error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        list(sectors(symmetries))


def test_too_long_an_orbit_is_refused() -> None:
    with pytest.raises(NotMonomial, match="orbit of more than 4096"):
        list(
            sectors(
                [sparse.csr_array(sparse.eye_array(4097, k=1) + sparse.eye_array(4097, k=-4096))]
            )
        )


def test_no_small_common_denominator_is_refused() -> None:
    primes = [3967, 3989, 4001, 4003]
    with pytest.raises(NoSectors, match="common denominator"):
        list(sectors([np.diag([np.exp(2j * np.pi / p) for p in primes])]))
