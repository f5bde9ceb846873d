"""The theorems about eigenvectors and products of matrices, on random exact matrices."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from derive.linalg.matrices import ExactMatrix
from derive.strategies import Diagonalised, diagonalised, matrices, unitaries, vectors
from tests.proofs.quantum.measured import PARTS, Superposition, inner, superpositions, total


@given(diagonalised())
def test_eigenvectors_with_distinct_eigenvalues_are_orthogonal(one: Diagonalised) -> None:
    for _, level in one.levels():
        space = one.matrix - ExactMatrix.identity(one.matrix.rows).scaled(one.values[level[0]])
        found, free = space.null_space()
        assert len(free) == len(level)
        others = [k for k in range(one.matrix.rows) if k not in level]
        assert (found.adjoint() @ one.vectors.take(None, others)).is_zero() or not others


@given(superpositions())
def test_normal_operators_and_their_adjoints(one: Superposition) -> None:
    operator = one.operator
    assert operator.adjoint() @ operator == operator @ operator.adjoint()
    for vector, value in zip(one.vectors, one.values, strict=True):
        assert operator @ vector == vector @ value
        assert operator.adjoint() @ vector == vector @ value.adjoint()


@given(unitaries(3), st.lists(PARTS, min_size=3, max_size=3), matrices(3, 3))
def test_left_and_right_eigenvectors(
    basis: ExactMatrix, values: list[tuple[int, int]], change: ExactMatrix
) -> None:
    """Of S D S⁻¹ the columns of S are right eigenvectors, and the rows of S⁻¹ left ones."""
    similar = basis + change
    if similar.rank() < 3:
        similar = basis
    diagonal = ExactMatrix.gaussian(
        3, 3, [values[i] if i == j else (0, 0) for i in range(3) for j in range(3)]
    )
    inverse = similar.solve(ExactMatrix.identity(3))
    operator = similar @ diagonal @ inverse
    for i in range(3):
        left = inverse.take([i], None)
        assert left @ operator == left.scaled(*values[i])
        for j in range(3):
            right = similar.column(j)
            assert operator @ right == right.scaled(*values[j])
            assert values[i] == values[j] or (left @ right).is_zero()


@given(st.data(), st.integers(1, 3), st.integers(1, 3), st.integers(1, 3))
def test_a_product_acts_like_one_matrix_after_the_other(
    data: st.DataObject, rows: int, middle: int, columns: int
) -> None:
    first = data.draw(matrices(rows, middle))
    second = data.draw(matrices(middle, columns))
    vector = data.draw(vectors(columns))
    product = ExactMatrix.gaussian(
        rows,
        columns,
        (
            entry(total(first.take([i], [m]) @ second.take([m], [j]) for m in range(middle)))
            for i in range(rows)
            for j in range(columns)
        ),
    )
    assert product @ vector == first @ (second @ vector)
    assert (first @ second).adjoint() == second.adjoint() @ first.adjoint()
    units = ExactMatrix.identity(columns)
    for j in range(columns):
        assert product @ units.column(j) == product.column(j)


def entry(number: ExactMatrix) -> tuple[object, object]:
    return number[0, 0].real[0], number[0, 0].imaginary[0]


@given(vectors(3), vectors(3))
def test_inner_products_are_conjugates(first: ExactMatrix, second: ExactMatrix) -> None:
    assert inner(first, second) == inner(second, first).adjoint()
