"""Clock and shift, two levels in a field, and further results, on random exact numbers."""

from __future__ import annotations

from fractions import Fraction
from math import hypot, isclose, sqrt

import numpy as np
import pytest
from flint import fmpq
from hypothesis import given, settings
from hypothesis import strategies as st

from derive.linalg.matrices import ExactMatrix
from derive.strategies import (
    commuting_pairs,
    hermitian_matrices,
    matrices,
    nonzero_vectors,
    vectors,
)
from derive.strategies.pairs import Pair
from tests.proofs.quantum.measured import NONZERO, inner, mean, number, real_part

QUARTERS = [(1, 0), (0, 1), (-1, 0), (0, -1)]


def clock_and_shift(order: int, copies: int) -> tuple[ExactMatrix, ExactMatrix]:
    """S and T with ST = ωTS, where ω is 1, -1 or i for the orders 1, 2 and 4."""
    size, turn = order * copies, 4 // order
    places = [(j, k) for j in range(size) for k in range(size)]
    phases = [QUARTERS[j * turn % 4] if j == k else (0, 0) for j, k in places]
    moved = [(int(j // order == k // order and j % order == (k + 1) % order), 0) for j, k in places]
    return ExactMatrix.gaussian(size, size, phases), ExactMatrix.gaussian(size, size, moved)


@given(st.sampled_from([2, 4]), st.integers(1, 2), st.data())
def test_translations_that_commute_up_to_a_phase(
    order: int, copies: int, data: st.DataObject
) -> None:
    """Every eigenvalue of S occurs with all its phases, and no eigenvector of S is one of T."""
    clock, shift = clock_and_shift(order, copies)
    turn = QUARTERS[4 // order]
    assert clock @ shift == (shift @ clock).scaled(*turn)
    k = data.draw(st.integers(0, order - 1))
    entries = data.draw(st.lists(NONZERO, min_size=copies, max_size=copies))
    column = [(0, 0)] * (order * copies)
    column[k::order] = entries
    state = ExactMatrix.gaussian(order * copies, 1, column)
    value = number(*QUARTERS[k * 4 // order])
    for _ in range(order):
        assert clock @ state == state @ value
        assert (shift @ state).beside(state).rank() == 2
        state, value = shift @ state, value.scaled(*turn)


@pytest.mark.parametrize("size", [1, 3, 5])
@settings(max_examples=30)
@given(st.data())
def test_in_a_dimension_that_the_order_does_not_divide_one_is_singular(
    size: int, data: st.DataObject
) -> None:
    """ST = -TS has no invertible solutions in odd dimensions."""
    signs = data.draw(st.lists(st.sampled_from([1, -1]), min_size=size, max_size=size))
    first = ExactMatrix.diagonal(signs)
    change = data.draw(matrices(size))
    odd = change - first @ change @ first  # all that anticommutes with S is of this form
    assert first @ odd == -(odd @ first)
    assert odd.rank() < size


@given(
    st.integers(1, 9), st.fractions(-3, 3, max_denominator=9), st.fractions(0, 3, max_denominator=9)
)
def test_two_levels_in_a_field(spins: int, field: Fraction, tunnelling: Fraction) -> None:
    """By the rational points of the circle, so that the root is rational."""
    energy, width = spins * field, 2 * tunnelling
    bias = energy**2 - tunnelling**2
    coupling = energy * width
    root = energy**2 + tunnelling**2
    if root + bias == 0:
        return
    state = np.array([root + bias, coupling])
    hamiltonian = np.array([[-bias, -coupling], [-coupling, bias]])
    assert (hamiltonian @ state == -root * state).all()
    order = (state[0] ** 2 - state[1] ** 2) / (state[0] ** 2 + state[1] ** 2)
    assert order == bias / root


def test_the_limits_do_not_commute() -> None:
    """Field off first: no order.  Infinite size first: order 1, for any small field."""

    def order(spins: int, field: float) -> float:
        return spins * field / hypot(spins * field, 0.5**spins)

    assert order(10, 1e-12) < 1e-6
    assert order(1000, 1e-12) == 1
    assert order(1000, 0) == 0


@given(st.floats(-3, 3))
def test_levels_of_two_spins(field: float) -> None:
    z, x, one = np.diag([1.0, -1]), np.array([[0.0, 1], [1, 0]]), np.eye(2)
    hamiltonian = -np.kron(z, z) - field * (np.kron(x, one) + np.kron(one, x))
    root = sqrt(1 + 4 * field**2)
    assert np.allclose(np.linalg.eigvalsh(hamiltonian), [-root, -1, 1, root])


@settings(max_examples=30)
@given(commuting_pairs(st.integers(1, 3)), st.data())
def test_means_of_what_commutes_are_conserved(pair: Pair, data: st.DataObject) -> None:
    """The rate of change is -iHψ, with ħ = 1."""
    hamiltonian, quantity = pair.hamiltonian.matrix, pair.transformation
    state = data.draw(vectors(hamiltonian.rows))
    rate = (hamiltonian @ state).scaled(0, -1)
    assert (inner(rate, quantity @ state) + inner(state, quantity @ rate)).is_zero()


@given(hermitian_matrices(3), hermitian_matrices(3), nonzero_vectors(3))
def test_uncertainty_relation(first: ExactMatrix, second: ExactMatrix, state: ExactMatrix) -> None:
    one = first @ state - state @ mean(first, state)
    two = second @ state - state @ mean(second, state)
    bracket = inner(state, (first @ second - second @ first) @ state)
    bound = inner(one, one) @ inner(two, two)
    assert real_part(bracket.adjoint() @ bracket) <= 4 * real_part(bound)


@given(matrices(3), matrices(3))
def test_commutators_have_no_trace(first: ExactMatrix, second: ExactMatrix) -> None:
    """So that none is a multiple of 1 but 0."""
    bracket = first @ second - second @ first
    trace = sum((bracket[k, k].real[0] for k in range(3)), fmpq(0))
    assert trace == 0
    assert bracket.is_zero() or not bracket.is_scalar()


@pytest.mark.parametrize("size", [3, 5, 8])
def test_plane_waves_are_magnons(size: int) -> None:
    shift = np.roll(np.eye(size), 1, axis=0)
    hamiltonian = 2 * np.eye(size) - shift - shift.T
    for k in range(size):
        omega = np.exp(2j * np.pi * k / size)
        wave = omega ** -np.arange(size)
        assert np.allclose(shift @ wave, omega * wave)
        assert np.allclose(hamiltonian @ wave, abs(1 - omega) ** 2 * wave)
        assert isclose(abs(1 - omega) ** 2, 2 - 2 * np.cos(2 * np.pi * k / size), abs_tol=1e-12)


@given(nonzero_vectors(2), nonzero_vectors(2))
def test_copies_have_the_square_of_the_inner_product(
    first: ExactMatrix, second: ExactMatrix
) -> None:
    """So that a copying machine that keeps norms changes it, unless it is 0 or 1."""
    a, b = first.to_numpy().ravel(), second.to_numpy().ravel()
    a, b = a / np.linalg.norm(a), b / np.linalg.norm(b)
    overlap = np.vdot(a, b)
    assert np.isclose(np.vdot(np.kron(a, a), np.kron(b, b)), overlap**2)


def test_stars_and_plaquettes_of_the_toric_code_commute() -> None:
    """On a torus of 2 by 2 vertices with eight edges; four ground states, as sums of parities."""
    edges = {(x, y, d): 4 * d + 2 * y + x for x in range(2) for y in range(2) for d in range(2)}
    stars = [
        {edges[x, y, 0], edges[1 - x, y, 0], edges[x, y, 1], edges[x, 1 - y, 1]}
        for x in range(2)
        for y in range(2)
    ]
    plaquettes = [
        {edges[x, y, 0], edges[x, 1 - y, 0], edges[x, y, 1], edges[1 - x, y, 1]}
        for x in range(2)
        for y in range(2)
    ]
    assert all(len(s & p) % 2 == 0 for s in stars for p in plaquettes)
    independent = sum(_rank_modulo_two(rows) for rows in (stars, plaquettes))
    assert 2 ** (len(edges) - independent) == 4


def _rank_modulo_two(rows: list[set[int]]) -> int:
    rank = 0
    rows = [set(row) for row in rows]
    while rows:
        pivot = rows.pop()
        if pivot:
            rank += 1
            place = min(pivot)
            rows = [row ^ pivot if place in row else row for row in rows]
    return rank
