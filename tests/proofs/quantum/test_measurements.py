"""The theorems about measurements, on random exact states."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from derive.linalg.matrices import ExactMatrix
from derive.strategies import hermitian_matrices, nonzero_vectors, unitaries
from tests.proofs.quantum.measured import (
    NONZERO,
    Superposition,
    inner,
    mean,
    number,
    probability,
    quotient,
    real_part,
    superpositions,
    total,
)

ONE, ZERO = number(1), number(0)


@given(superpositions())
def test_coefficients_and_norm(one: Superposition) -> None:
    for vector, coefficient in zip(one.vectors, one.coefficients, strict=True):
        assert quotient(inner(vector, one.state), inner(vector, vector)) == coefficient
    squares = (
        c.adjoint() @ c @ inner(v, v) for c, v in zip(one.coefficients, one.vectors, strict=True)
    )
    assert inner(one.state, one.state) == total(squares)


@given(superpositions())
def test_probabilities_of_a_superposition_add_up_to_one(one: Superposition) -> None:
    assert all(real_part(p) >= 0 for p in one.probabilities)
    assert total(one.probabilities) == ONE


@given(superpositions(whole=False))
def test_bessel_and_when_it_is_sharp(one: Superposition) -> None:
    """The lack of probability is the norm of the remainder; it is 0 for states in the span only."""
    parts = [v @ quotient(inner(v, one.state), inner(v, v)) for v in one.vectors]
    remainder = one.state - total(parts)
    lack = ONE - total(one.probabilities)
    assert real_part(lack) >= 0
    assert lack == quotient(inner(remainder, remainder), inner(one.state, one.state))
    assert all(inner(v, remainder).is_zero() for v in one.vectors)
    spanned = total(v @ c for v, c in zip(one.vectors, one.coefficients, strict=True))
    assert lack.is_zero() == (spanned == one.state)


@given(superpositions(), st.integers(0, 3))
def test_expectation_values_of_powers(one: Superposition, n: int) -> None:
    power = ExactMatrix.identity(one.operator.rows)
    weights = one.probabilities
    for _ in range(n):
        power = power @ one.operator
        weights = [o @ p for o, p in zip(one.values, weights, strict=True)]
    assert total(weights) == mean(power, one.state)


@given(nonzero_vectors(3), nonzero_vectors(3), NONZERO, NONZERO)
def test_probabilities_belong_to_rays(
    vector: ExactMatrix, state: ExactMatrix, c: tuple[int, int], d: tuple[int, int]
) -> None:
    assert probability(vector.scaled(*d), state.scaled(*c)) == probability(vector, state)


@given(superpositions(real=True), st.data())
def test_in_an_eigenstate_its_value_is_certain(one: Superposition, data: st.DataObject) -> None:
    k = data.draw(st.integers(0, len(one.vectors) - 1))
    state = one.vectors[k].scaled(*data.draw(NONZERO))
    for j, vector in enumerate(one.vectors):
        assert probability(vector, state) == (ONE if j == k else ZERO)
    deviation = (one.operator @ state) - state @ one.values[k]
    assert deviation.is_zero()
    assert mean(one.operator, state) == one.values[k]


@given(superpositions(), st.data())
def test_a_degenerate_value_has_one_projector(one: Superposition, data: st.DataObject) -> None:
    """In another orthogonal basis of the eigenspace it is the same."""
    k = data.draw(st.integers(1, len(one.vectors)))
    space = one.vectors[0]
    for vector in one.vectors[1:k]:
        space = space.beside(vector)
    first = space @ (space.adjoint() @ space).solve(space.adjoint())
    turned = space @ data.draw(unitaries(k))
    second = turned @ (turned.adjoint() @ turned).solve(turned.adjoint())
    assert first == second
    assert mean(first, one.state) == total(one.probabilities[:k])


@given(superpositions(real=True))
def test_the_variance_vanishes_in_eigenstates_only(one: Superposition) -> None:
    average = mean(one.operator, one.state)
    deviation = one.operator @ one.state - one.state @ average
    variance = mean(one.operator @ one.operator, one.state) - average @ average
    assert variance == quotient(inner(deviation, deviation), inner(one.state, one.state))
    assert variance.is_zero() == ((one.operator @ one.state).beside(one.state).rank() == 1)


@given(superpositions(real=True))
def test_no_mean_is_below_the_least_value(one: Superposition) -> None:
    least = min(map(real_part, one.values))
    average = real_part(mean(one.operator, one.state))
    assert average >= least
    assert (average == least) == (one.operator @ one.state == one.state.scaled(least))


@given(hermitian_matrices(), st.data())
def test_means_of_hermitian_matrices_are_real(matrix: ExactMatrix, data: st.DataObject) -> None:
    state = data.draw(nonzero_vectors(matrix.rows))
    average = mean(matrix, state)
    assert average == average.adjoint()


@given(nonzero_vectors(2), nonzero_vectors(2))
def test_vectors_that_are_not_orthogonal_can_have_more_than_all_probability(
    first: ExactMatrix, second: ExactMatrix
) -> None:
    """So orthogonality is needed."""
    assume(not inner(first, second).is_zero())
    assert real_part(probability(first, first) + probability(second, first)) > 1
