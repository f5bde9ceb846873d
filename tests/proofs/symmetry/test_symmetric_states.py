"""The theorems about symmetric and broken ground states, on random exact matrices."""

from __future__ import annotations

from functools import reduce

from flint import fmpq
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from derive.linalg import symmetry_breaking
from derive.linalg.matrices import ExactMatrix
from derive.strategies import (
    BreakingInstance,
    FiniteOrder,
    Pair,
    breaking_instances,
    commuting_pairs,
    finite_order_unitaries,
    matrices,
    nonzero_vectors,
    pairs_off_one_level,
)
from tests.proofs.quantum.measured import NONZERO, inner, mean, total

SMALL = st.integers(1, 3)
QUARTERS = [(1, 0), (0, 1), (-1, 0), (0, -1)]


def power(matrix: ExactMatrix, exponent: int) -> ExactMatrix:
    return reduce(ExactMatrix.__matmul__, [matrix] * exponent, ExactMatrix.identity(matrix.rows))


def is_symmetric(state: ExactMatrix, symmetry: ExactMatrix) -> bool:
    """Whether U makes a multiple of the state."""
    return (symmetry @ state).beside(state).rank() < 2


def restricted(instance: BreakingInstance, symmetry: ExactMatrix) -> ExactMatrix:
    return instance.ground_states.adjoint() @ symmetry @ instance.ground_states


@settings(max_examples=30)
@given(st.one_of(commuting_pairs(SMALL), pairs_off_one_level(SMALL)))
def test_symmetries_are_what_keeps_all_eigenspaces(pair: Pair) -> None:
    """Where there are enough eigenvectors, as here: H is Hermitian."""
    hamiltonian, symmetry = pair.hamiltonian.matrix, pair.transformation
    commutes = hamiltonian @ symmetry == symmetry @ hamiltonian
    values, vectors = pair.hamiltonian.values, pair.hamiltonian.vectors
    kept = [
        hamiltonian @ (symmetry @ vectors.column(k)) == (symmetry @ vectors.column(k)).scaled(e)
        for k, e in enumerate(values)
    ]
    assert commutes == all(kept) == (pair.levels == ())


@given(commuting_pairs(SMALL), st.integers(0, 4))
def test_powers_of_a_symmetry_are_symmetries(pair: Pair, exponent: int) -> None:
    hamiltonian, some = pair.hamiltonian.matrix, power(pair.transformation, exponent)
    assert hamiltonian @ some == some @ hamiltonian


@given(breaking_instances(SMALL, dimension=1))
def test_a_ground_state_that_is_alone_is_symmetric(instance: BreakingInstance) -> None:
    state = instance.ground_states
    for symmetry in instance.symmetries:
        assert symmetry @ state == state @ mean(symmetry, state)


@settings(max_examples=30)
@given(breaking_instances(SMALL), st.data())
def test_ground_states_break_a_symmetry_exactly_if_it_is_not_one_number(
    instance: BreakingInstance, data: st.DataObject
) -> None:
    """That every combination of two basis states is symmetric is enough for one number."""
    basis = [instance.ground_states.column(k) for k in range(instance.dimension)]
    sums = [a + b for a in basis for b in basis]
    state = instance.ground_states @ data.draw(nonzero_vectors(instance.dimension))
    for symmetry in instance.symmetries:
        scalar = restricted(instance, symmetry).is_scalar()
        assert scalar == all(is_symmetric(one, symmetry) for one in sums)
        assert is_symmetric(state, symmetry) or not scalar
    some_broken = any(not restricted(instance, u).is_scalar() for u in instance.symmetries)
    assert some_broken == instance.weak


@given(finite_order_unitaries(SMALL), st.data())
def test_parts_of_a_state_are_symmetric_and_add_up(one: FiniteOrder, data: st.DataObject) -> None:
    """P_k is the sum of ω^(-kr) U^r; here for orders whose roots of unity are Gaussian numbers."""
    assume(one.order in (1, 2, 4))
    turn = 4 // one.order
    state = data.draw(nonzero_vectors(one.matrix.rows))
    parts = []
    for k in range(one.order):
        terms = [
            (power(one.matrix, r) @ state).scaled(*QUARTERS[-k * r * turn % 4])
            for r in range(one.order)
        ]
        parts.append(total(terms))
        assert one.matrix @ parts[k] == parts[k].scaled(*QUARTERS[k * turn])
    assert total(parts) == state.scaled(one.order)
    assert not all(part.is_zero() for part in parts)


@settings(max_examples=30)
@given(breaking_instances(st.integers(2, 3), weak=True))
def test_one_symmetry_is_never_broken_by_all_ground_states(instance: BreakingInstance) -> None:
    for symmetry in instance.symmetries:
        assert symmetry_breaking(instance.hamiltonian, symmetry).strong is False


@given(nonzero_vectors(2), st.data())
def test_what_is_odd_has_no_mean_in_symmetric_states(
    state: ExactMatrix, data: st.DataObject
) -> None:
    """U = 1 - 2P with the projector P on the state or on what is orthogonal to it, and an odd M."""
    projector = (state @ state.adjoint()).scaled(1 / inner(state, state)[0, 0].real[0])
    symmetry = (ExactMatrix.identity(2) - projector.scaled(2)).scaled(*data.draw(NONZERO))
    any_matrix = data.draw(matrices(2))
    even = projector @ any_matrix @ projector
    odd = any_matrix @ projector + projector @ any_matrix - even.scaled(2)
    assert symmetry @ odd == -(odd @ symmetry)
    assert is_symmetric(state, symmetry)
    assert inner(state, odd @ state).is_zero()


@settings(max_examples=30)
@given(breaking_instances(SMALL))
def test_the_mixture_of_all_ground_states_is_symmetric_and_has_mean_energy(
    instance: BreakingInstance,
) -> None:
    """At zero temperature: it commutes with H and with all symmetries, though states may not."""
    states = instance.ground_states
    mixture = (states @ states.adjoint()).scaled(fmpq(1, instance.dimension))
    for symmetry in instance.symmetries:
        assert symmetry @ mixture == mixture @ symmetry
    assert instance.hamiltonian @ mixture == mixture.scaled(instance.ground_energy)
    trace = total(mixture.take([k], [k]) for k in range(mixture.rows))
    assert trace == ExactMatrix.identity(1)
