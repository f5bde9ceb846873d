"""Reading matrices: algebraic entries of SymPy against their numerical values, and refusals."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
import sympy as sp
from hypothesis import given
from hypothesis import strategies as st

from derive.linalg import UnreadableEntry, exact
from derive.linalg.reading import Kind, is_group, kind_of, read_exactly

ENTRIES = [
    sp.Rational(-7, 3),
    sp.I / 2 - 1,
    sp.sqrt(2) / 2,
    1 / sp.sqrt(8),
    sp.sqrt(2 + sp.sqrt(2)),
    sp.exp(2 * sp.pi * sp.I / 3),
    sp.exp(-sp.pi * sp.I / 4),
    sp.Pow(-1, sp.Rational(1, 5)),
    sp.cos(sp.pi / 7),
    sp.sin(3 * sp.pi / 8),
    sp.sqrt(-3),
    1 / (1 + sp.sqrt(3) * sp.I),
    sp.Integer(2) ** sp.Rational(-2, 3),
    sp.CRootOf(sp.Symbol("x") ** 3 - sp.Symbol("x") + 1, 0),
    (sp.sqrt(5) + 1) ** 3 / 8,
]


@pytest.mark.parametrize("entry", ENTRIES, ids=str)
def test_one_entry(entry: sp.Expr) -> None:
    (matrix,) = read_exactly(sp.Matrix([[entry]]))
    assert abs(matrix.to_numpy()[0, 0] - complex(entry.evalf(30))) < 1e-14


@given(st.lists(st.sampled_from(ENTRIES[:8]), min_size=2, max_size=2))
def test_two_entries_share_a_field(entries: list[sp.Expr]) -> None:
    a, b = read_exactly(sp.Matrix([[entries[0]]]), sp.Matrix([[entries[1]]]))
    assert a.field == b.field
    expected = complex((entries[0] * entries[1]).evalf(30))
    assert abs((a @ b).to_numpy()[0, 0] - expected) < 1e-12


def test_what_represents_a_matrix() -> None:
    expected = sp.Matrix([[1, 2], [3, 4]])
    for argument in ([[1, 2], [3, 4]], np.array([[1, 2], [3, 4]]), ((1, 2), (3, 4)), expected):
        assert read_exactly(argument)[0].to_sympy() == expected
    assert read_exactly([Fraction(1, 2), sp.I])[0].to_sympy() == sp.Matrix(
        [sp.Rational(1, 2), sp.I]
    )
    assert read_exactly(np.array([[sp.sqrt(2)]]))[0].to_sympy() == sp.Matrix([[sp.sqrt(2)]])


def test_kinds() -> None:
    assert kind_of(sp.eye(2), np.eye(2)) is Kind.FLOAT
    assert kind_of(np.eye(2, dtype=int), [[1, 2]]) is Kind.EXACT
    assert kind_of([[0.5, 1]]) is Kind.FLOAT
    assert is_group([sp.eye(2), sp.eye(2)])
    assert is_group([[[1]], [[1]]])
    assert not is_group([[1, 2], [3, 4]])
    assert not is_group(sp.eye(2))


def test_floats_at_their_word() -> None:
    assert exact(np.array([[0.1]])).to_sympy()[0] == sp.Rational(0.1)


@pytest.mark.parametrize(
    "entry", [sp.pi, sp.Symbol("a"), sp.log(2), sp.exp(1), sp.cos(1), 0.5, sp.nan, sp.zoo, "x"]
)
def test_refusals(entry) -> None:
    with pytest.raises(UnreadableEntry):
        read_exactly([[entry]])
