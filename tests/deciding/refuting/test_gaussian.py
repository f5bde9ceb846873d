from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from derive.deciding.refuting.gaussian import Matrix, matrix, scalar, unit, zeros

small = st.integers(-4, 4)
numbers = st.tuples(small, small)


def matrices(rows: int, columns: int) -> st.SearchStrategy[Matrix]:
    line = st.lists(numbers, min_size=columns, max_size=columns)
    return st.lists(line, min_size=rows, max_size=rows).map(matrix)


def complex_entries(value: Matrix) -> list[list[complex]]:
    return [[complex(a, b) for a, b in row] for row in value.entries()]


@given(matrices(2, 3), matrices(3, 2))
def test_products_are_those_of_complex_matrices(a: Matrix, b: Matrix) -> None:
    left, right = complex_entries(a), complex_entries(b)
    expected = [
        [sum(left[i][k] * right[k][j] for k in range(3)) for j in range(2)] for i in range(2)
    ]
    assert complex_entries(a @ b) == expected


@given(matrices(2, 3), matrices(3, 2))
def test_adjoint_and_conjugate(a: Matrix, b: Matrix) -> None:
    assert (a @ b).adjoint().equals(b.adjoint() @ a.adjoint())
    assert (a @ b).conjugate().equals(a.conjugate() @ b.conjugate())
    assert a.adjoint().entry(2, 1) == (a.entry(1, 2)[0], -a.entry(1, 2)[1])


@given(matrices(3, 3), matrices(3, 3), numbers)
def test_determinant_and_trace(a: Matrix, b: Matrix, c: tuple[int, int]) -> None:
    assert (a @ b).determinant().equals(a.determinant() @ b.determinant())
    assert (a @ b).trace().equals((b @ a).trace())
    factor = scalar(*c)
    assert a.scaled(factor).determinant().equals(a.determinant() @ factor.power(3))
    assert (a.rank == 3) == a.determinant().is_nonzero


@given(matrices(2, 2))
def test_the_inverse_exists_where_the_determinant_is_not_0(a: Matrix) -> None:
    if a.determinant().is_nonzero:
        assert (a @ a.power(-1)).equals(unit(2))
        assert a.power(-2).equals(a.power(-1) @ a.power(-1))
    else:
        with pytest.raises(ZeroDivisionError):
            a.power(-1)


@given(matrices(2, 2))
def test_powers_begin_with_the_identity(a: Matrix) -> None:
    assert a.power(0).equals(unit(2))
    assert a.power(3).equals(a @ a @ a)


def test_entries_are_exact() -> None:
    value = matrix([[(Fraction(1, 3), Fraction(-2, 7))]])
    assert value.number == (Fraction(1, 3), Fraction(-2, 7))
    assert not zeros(2, 3).is_nonzero
    assert unit(1).equals(scalar(1))
