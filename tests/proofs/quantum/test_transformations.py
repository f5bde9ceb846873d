"""The theorems about transformations that keep norms, on random exact matrices."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from derive.linalg.matrices import ExactMatrix
from derive.strategies import isometries, matrices, unitaries, vectors
from tests.proofs.quantum.measured import NONZERO, inner, quotient, real_part


@given(unitaries(), st.data())
def test_unitary_matrices_keep_inner_products(unitary: ExactMatrix, data: st.DataObject) -> None:
    first, second = data.draw(vectors(unitary.rows)), data.draw(vectors(unitary.rows))
    assert inner(unitary @ first, unitary @ second) == inner(first, second)
    assert unitary @ unitary.adjoint() == ExactMatrix.identity(unitary.rows)


@given(isometries())
def test_isometries_are_unitary_only_if_they_are_square(isometry: ExactMatrix) -> None:
    assert isometry.adjoint() @ isometry == ExactMatrix.identity(isometry.columns)
    square = isometry.rows == isometry.columns
    assert (isometry @ isometry.adjoint() == ExactMatrix.identity(isometry.rows)) == square


@given(st.one_of(matrices(3), unitaries(3)))
def test_what_keeps_norms_of_enough_states_is_an_isometry(matrix: ExactMatrix) -> None:
    """Those that polarisation uses: of the basis, and of its sums with factors 1 and i."""
    units = [ExactMatrix.identity(3).column(k) for k in range(3)]
    states = [*units, *(a + b.scaled(*c) for a in units for b in units for c in ((1, 0), (0, 1)))]
    kept = all(inner(matrix @ s, matrix @ s) == inner(s, s) for s in states)
    assert kept == (matrix.adjoint() @ matrix == ExactMatrix.identity(3))


@given(matrices(), st.data())
def test_polarisation(matrix: ExactMatrix, data: st.DataObject) -> None:
    first, second = data.draw(vectors(matrix.rows)), data.draw(vectors(matrix.rows))
    c = data.draw(NONZERO)
    mixed = first + second.scaled(*c)
    crossed = inner(first, matrix @ second).scaled(*c)
    crossed += inner(second, matrix @ first).scaled(c[0], -c[1])
    alone = inner(first, matrix @ first)
    alone += inner(second, matrix @ second).scaled(c[0] ** 2 + c[1] ** 2)
    assert inner(mixed, matrix @ mixed) == alone + crossed


@given(st.one_of(matrices(3), unitaries(3)))
def test_real_expectation_values_belong_to_hermitian_matrices(matrix: ExactMatrix) -> None:
    units = [ExactMatrix.identity(3).column(k) for k in range(3)]
    states = [*units, *(a + b.scaled(*c) for a in units for b in units for c in ((1, 0), (0, 1)))]
    means = [inner(s, matrix @ s) for s in states]
    assert all(m == m.adjoint() for m in means) == (matrix == matrix.adjoint())


@given(st.lists(st.integers(-3, 3), min_size=3, max_size=3), st.data())
def test_a_reflection_turns_a_state_into_one_of_the_same_norm(
    entries: list[int], data: st.DataObject
) -> None:
    """Real vectors with the same entries in another order, and with other signs."""
    order = data.draw(st.permutations(entries))
    signs = data.draw(st.lists(st.sampled_from([1, -1]), min_size=3, max_size=3))
    first = ExactMatrix.gaussian(3, 1, [(x, 0) for x in entries])
    second = ExactMatrix.gaussian(3, 1, [(s * x, 0) for s, x in zip(signs, order, strict=True)])
    assume(first != second)
    normal = first - second
    length = inner(normal, normal)
    assert inner(normal, first).scaled(2) == length
    mirror = ExactMatrix.identity(3) - (normal @ quotient(normal.adjoint(), length)).scaled(2)
    assert mirror @ first == second
    assert mirror.adjoint() @ mirror == ExactMatrix.identity(3)


def test_to_keep_the_norms_of_a_basis_is_not_enough() -> None:
    matrix = ExactMatrix.gaussian(2, 2, [(1, 0), (1, 0), (0, 0), (0, 0)])
    for k in range(2):
        image = matrix.column(k)
        assert real_part(inner(image, image)) == 1
    both = ExactMatrix.gaussian(2, 1, [(1, 0), (1, 0)])
    assert real_part(inner(matrix @ both, matrix @ both)) == 4 != real_part(inner(both, both))
