"""Formulas in a terminal."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from language_glossaries import LECTURE, TRICKY
from language_trees import formulas

from derive.language.glossary import Glossary
from derive.language.reader import read_expression, read_formula
from derive.language.text_writer import text_of_latex, write_text


@pytest.mark.parametrize(
    ("latex", "shown"),
    [
        (r"\hbar\omega_c", "ħω_c"),
        (r"\hat H|\psi\rangle", "Ĥ|ψ⟩"),
        (r"\frac{eB}{h}L^2", "(eB/h)L²"),
        (r"\frac{2\pi m\Delta E}{\hbar^2}", "2πmΔE/ħ²"),
        (r"\frac{E + z}{\hbar\omega_c}", "(E + z)/(ħω_c)"),
        (r"\left(\frac{L}{2\pi}\right)^2", "(L/(2π))²"),
        (r"\langle\psi|\hat U^\dagger|\phi\rangle", "⟨ψ|Û†|φ⟩"),
        ("(-1)^{n+1}", "(−1)ⁿ⁺¹"),
        (r"e^{\mathrm{i}\pi/\nu}", "e^(iπ/ν)"),
        (r"\sqrt{2}\sqrt[3]{eB}", "√2³√(eB)"),
        (r"o_1 - E", "o₁ − E"),
        (r"\begin{bmatrix}1&2\\3&4\end{bmatrix}", "[1, 2; 3, 4]"),
        (r"\sum_i P_i", "Σ_iP_i"),
        ("c_{n+1}", "c_(n + 1)"),
    ],
)
def test_terms(latex: str, shown: str) -> None:
    assert write_text(read_expression(latex, LECTURE), LECTURE) == shown


def test_clauses() -> None:
    clause = read_formula(r"\forall n: c_n \neq 0 \Rightarrow c_n \le 1", LECTURE)
    assert write_text(clause, LECTURE) == "∀ n: c_n ≠ 0 ⇒ c_n ≤ 1"


def test_unknown_commands_are_shown_by_name() -> None:
    assert text_of_latex(r"\mystery x") == "mysteryx"


@settings(max_examples=150)
@given(st.data(), st.sampled_from([LECTURE, TRICKY]))
def test_every_formula_is_one_line_without_commands(
    data: st.DataObject, glossary: Glossary
) -> None:
    text = write_text(data.draw(formulas(glossary)), glossary)
    assert text
    assert "\n" not in text
    assert "\\" not in text


def test_relations_that_do_not_hold():
    assert text_of_latex(r"\frac{v}{2} \not\ge -1") == "v/2 ≱ −1"
    assert text_of_latex(r"v \not= 0, v \not") == "v ≠ 0, vnot"
