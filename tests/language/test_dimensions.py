"""The grading by dimension."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from language_glossaries import LECTURE, TRICKY
from language_trees import expressions

from derive.language.dimensions import DimensionError, check_dimensions, dimension_of
from derive.language.reader import read_expression, read_formula


@pytest.mark.parametrize(
    ("latex", "shown"),
    [
        (r"\hbar\omega_c", "J"),
        (r"\frac{eB}{h}L^2", "1"),
        (r"\frac{h}{e^2}", "ohm"),
        (r"\sqrt{L}", "m^(1/2)"),
        (r"L^{1/2}", "m^(1/2)"),
        (r"\hat H|\psi\rangle", "J"),
        (r"\langle\psi|\hat H|\psi\rangle", "J"),
        (r"[\hat H,\hat U]", "J"),
        (r"\sum_i E_i", "J"),
        (r"|E|^2", "J^2"),
        ("E^n", "J^n"),
        ("E^{2n + 1}", "J (J^2)^n"),
        ("(E^n)^k", "J^(k n)"),
        (r"\begin{bmatrix}0&E\\E&\end{bmatrix}", "J"),
        (r"E^\dagger", "J"),
        (r"e^{E/(\hbar\omega_c)}", "1"),
        (r"\delta_{ij}E", "J"),
        ("h/e", "Wb"),
    ],
)
def test_dimensions_of_terms(latex: str, shown: str) -> None:
    assert str(dimension_of(read_expression(latex, LECTURE), LECTURE)) == shown


@pytest.mark.parametrize("latex", ["0", "0E", "0 + 0", r"\begin{bmatrix}0&\\&0\end{bmatrix}"])
def test_zero_has_every_dimension(latex: str) -> None:
    assert dimension_of(read_expression(latex, LECTURE), LECTURE) is None


@pytest.mark.parametrize(
    "latex",
    [
        r"p = \frac{eB}{h}L^2",
        r"\Delta E = \hbar\omega_c",
        r"\Delta A = \frac{2\pi m\Delta E}{\hbar^2} = \frac{2\pi eB}{\hbar}",
        r"\rho_H = -\frac{h}{e^2}",
        r"\frac{h}{e^2} = \frac{1}{2}\alpha^{-1}\mu_0 c",
        r"\hat H|\psi\rangle = E|\psi\rangle",
        r"\hat H|\psi\rangle = 0",
        r"\forall E: \hat H|\psi\rangle = E|\psi\rangle \Rightarrow E = \hbar\omega_c",
        r"E^n = (\hbar\omega_c)^n",
    ],
)
def test_homogeneous_formulas(latex: str) -> None:
    check_dimensions(read_formula(latex, LECTURE), LECTURE)


@pytest.mark.parametrize(
    ("latex", "complaint", "column"),
    [
        (r"\hbar = E", "left: J s, right: J", 9),
        ("E = h = z", "left: J, right: J s", 5),
        ("E + h = 0", "E has J, h has J s", 5),
        (r"\forall E: z = 0 \Rightarrow E = h", "left: J, right: J s", 34),
        (r"\forall E: E = h \Rightarrow z = 0", "left: J, right: J s", 16),
        ("e^{L} = 1", "argument of an exponential must be a pure number, but has m", 4),
        ("2^{L} = 1", "an exponent must be a pure number", 4),
        ("L^{z} = 1", "numbers and natural numbers", 1),
        ("E^n = E^k", r"left: J\^n, right: J\^k", 7),
        (r"\begin{bmatrix}E&h\end{bmatrix} = 0", "entries of this matrix differ", 18),
        (r"\rho_H = \frac{1}{e^2}", "left: ohm", 10),
    ],
)
def test_what_is_not_homogeneous(latex: str, complaint: str, column: int) -> None:
    with pytest.raises(DimensionError, match=complaint) as caught:
        check_dimensions(read_formula(latex, LECTURE), LECTURE)
    assert caught.value.column == column


@settings(max_examples=200)
@given(st.data())
def test_without_units_every_term_is_a_pure_number_or_zero(data: st.DataObject) -> None:
    term = data.draw(expressions(TRICKY, with_analysis=False))
    found = dimension_of(term, TRICKY)
    assert found is None or found.is_one
