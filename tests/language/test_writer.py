"""The law of reader and writer: reading what was written gives the same tree."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from language_glossaries import ANALYSIS, LECTURE, PLAIN, TRICKY
from language_trees import expressions, formulas

from derive.language.glossary import Glossary, GlossaryError, scalar
from derive.language.reader import read_expression, read_formula
from derive.language.syntax import Negative, Number, Power, Product, Sum, Symbol
from derive.language.writer import write

GLOSSARIES = st.sampled_from([LECTURE, TRICKY, PLAIN, ANALYSIS])


@settings(max_examples=500)
@given(st.data(), GLOSSARIES)
def test_reading_what_was_written_gives_the_same_term(
    data: st.DataObject, glossary: Glossary
) -> None:
    term = data.draw(expressions(glossary))
    assert read_expression(write(term, glossary), glossary) == term


@settings(max_examples=250)
@given(st.data(), GLOSSARIES)
def test_reading_what_was_written_gives_the_same_formula(
    data: st.DataObject, glossary: Glossary
) -> None:
    formula = data.draw(formulas(glossary))
    assert read_formula(write(formula, glossary), glossary) == formula


UNCHANGED = [
    r"\frac{eB}{h}L^2",
    "eB/h",
    r"\left(\frac{L}{2\pi}\right)^2",
    r"\hat H|\psi\rangle",
    r"\langle\psi|\hat O|\psi\rangle",
    r"(\langle\psi|\hat O)|\phi\rangle",
    r"\langle\psi|(\hat O|\phi\rangle)",
    r"\hat U^\dagger\hat U",
    r"[\hat H, \hat U]",
    r"\begin{bmatrix} 1 & 2 \\ -1 & 4 \end{bmatrix}",
    r"\sum_{i}P_{i}",
    "(-1)^{n + 1}",
    r"6.62607015 \times 10^{-34}",
    r"1 \cdot 5 + 4 \cdot (-3)",
    "E(z - E)",
    "2(3)",
    r"2\left(\frac{1}{3}\right)",
    "(e^2)^2",
    "|z|^2",
    r"\left||z|\right|",
    "e^ze^2",
    r"\mathrm{e}^2",
]


@pytest.mark.parametrize("latex", UNCHANGED)
def test_canonical_latex_comes_out_as_it_went_in(latex: str) -> None:
    assert write(read_expression(latex, LECTURE), LECTURE) == latex


@pytest.mark.parametrize(
    ("latex", "written"),
    [
        ("(e)(B)", "eB"),
        (r"\left(\frac{e}{B}\right)h", r"\frac{e}{B}h"),
        (r"\frac{(e + B)}{h}", r"\frac{e + B}{h}"),
        ("((e + B))h", "(e + B)h"),
        ("e^{(z)}", "e^z"),
        (r"\left( e \right)", "e"),
    ],
)
def test_parentheses_without_need_go(latex: str, written: str) -> None:
    assert write(read_expression(latex, LECTURE), LECTURE) == written


@pytest.mark.parametrize(
    ("factors", "written"),
    [
        (("Delta", "E"), r"(\Delta)E"),
        (("x", "E"), "(x)E"),
        (("E", "x"), "Ex"),
        (("Delta", "x"), r"\Delta x"),
        (("f", "n"), "fn"),
    ],
)
def test_neighbours_never_run_together(factors: tuple[str, ...], written: str) -> None:
    term = Product(tuple(map(Symbol, factors)), ("",))
    assert write(term, TRICKY) == written


def test_a_power_never_becomes_a_declared_symbol() -> None:
    assert (
        write(Power(Symbol("B"), Product((Number("2"), Symbol("n")), ("",))), TRICKY) == "(B)^{2n}"
    )


def test_signs_are_kept_apart_from_negative_terms() -> None:
    x = Symbol("x")
    assert write(Sum(("-", "+"), (x, x)), PLAIN) == "-x + x"
    assert write(Sum(("+", "+"), (Negative(x), x)), PLAIN) == "(-x) + x"
    assert write(Sum(("+", "-"), (x, x)), PLAIN) == "x - x"


def test_a_symbol_of_another_glossary_is_an_error() -> None:
    with pytest.raises(GlossaryError, match="not declared"):
        write(Symbol("hbar"), PLAIN)


def test_the_latex_of_the_author_is_printed() -> None:
    glossary = Glossary(scalar("N", r"N_{\mathrm{e}}"))
    assert write(read_expression(r"N_{\mathrm e}", glossary), glossary) == r"N_{\mathrm{e}}"
