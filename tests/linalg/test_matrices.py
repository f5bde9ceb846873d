"""Exact matrices: arithmetic against SymPy and NumPy, echelon forms, number fields."""

from __future__ import annotations

import numpy as np
import pytest
from flint import fmpq_poly, fmpz_poly
from hypothesis import given, settings
from hypothesis import strategies as st

from derive.linalg import ExactMatrix, ShapeError
from derive.linalg.fields import RATIONALS
from derive.linalg.matrices import Number
from derive.strategies import matrices

FIELD = RATIONALS.adjoin(fmpz_poly([-2, 0, 1]), 1).field.adjoin(fmpz_poly([-3, 0, 1]), 1).field


@st.composite
def over_field(draw: st.DrawFn, rows: int, columns: int) -> ExactMatrix:
    """Matrices over Q(√2, √3, i)."""
    parts = st.lists(st.integers(-2, 2), max_size=4).map(fmpq_poly)
    numbers = [Number(draw(parts), draw(parts)) for _ in range(rows * columns)]
    return ExactMatrix.of_numbers(rows, columns, numbers, FIELD)


@given(matrices(3, 2), matrices(2, 4))
def test_products_agree_with_sympy(a: ExactMatrix, b: ExactMatrix) -> None:
    assert (a @ b).to_sympy() == (a.to_sympy() * b.to_sympy()).expand()
    assert a.adjoint().to_sympy() == a.to_sympy().H


@settings(max_examples=30)
@given(over_field(2, 2), over_field(2, 3), st.booleans())
def test_products_over_a_field_agree_with_numpy(a: ExactMatrix, b: ExactMatrix, add: bool) -> None:
    assert np.allclose((a @ b).to_numpy(), a.to_numpy() @ b.to_numpy())
    assert np.allclose(a.adjoint().to_numpy(), a.to_numpy().conj().T)
    assert np.allclose((a + a.adjoint()).to_numpy(), a.to_numpy() + a.to_numpy().conj().T)
    assert np.allclose(
        a.above(a).beside(a.above(a)).to_numpy(), np.kron(np.ones((2, 2)), a.to_numpy())
    )


@settings(max_examples=40)
@given(st.one_of(matrices(), matrices(2, 4), over_field(3, 3), over_field(2, 3)))
def test_null_space(matrix: ExactMatrix) -> None:
    basis, places = matrix.null_space()
    assert (matrix @ basis).is_zero()
    assert basis.take(places) == ExactMatrix.identity(len(places), matrix.field)
    assert matrix.rank() + basis.columns == matrix.columns


@settings(max_examples=30)
@given(st.one_of(matrices(3), over_field(2, 2)))
def test_solving(matrix: ExactMatrix) -> None:
    if matrix.rank() == matrix.rows:
        one = ExactMatrix.identity(matrix.rows, matrix.field)
        assert matrix @ matrix.solve(one) == one


def test_shapes_must_fit() -> None:
    with pytest.raises(ShapeError):
        ExactMatrix.identity(2) @ ExactMatrix.identity(3)
    with pytest.raises(ShapeError):
        ExactMatrix.identity(2) + ExactMatrix.identity(3)


@given(matrices(2), matrices(2))
def test_equality(a: ExactMatrix, b: ExactMatrix) -> None:
    assert (a == b) == (a - b).is_zero() == (a.to_sympy() == b.to_sympy())
