"""Long formulas: where they break, and that nothing is lost."""

import pytest

from derive.language import Glossary, read_formula, scalar
from derive.render.breaking import INDENT, broken
from derive.render.measure import lexemes, math_height, math_width, text_height, text_width

LONG = r"\frac{a}{b} + \left(c + d\right)e = a \cdot b + (c - d)(a + b) - |c + d| + \|e\|"


@pytest.mark.parametrize(
    ("formula", "width", "rows"),
    [
        ("a + b = c", 20, ["a + b = c"]),
        ("a + b = c + d", 5.8, ["a + b", "{}= c + d"]),
        ("a + b + c + d + e", 7, ["a + b + c + d", "{}+ e"]),
        (r"a \cdot b \cdot c", 2.5, [r"a \cdot b", r"{}\cdot c"]),
        ("(a + b)(c + d)", 6, ["(a + b)", "(c + d)"]),
        (r"\forall a, b: a = b \Rightarrow b = a", 8, [r"\forall a, b: a = b", r"{}\Rightarrow b = a"]),
        (r"a = -b", 2, ["a", "{}= -b"]),
        (r"f(a + b)", 2, ["f(a", "{}+ b)"]),
        (r"\frac{a + b + c + d}{e}", 2, [r"\frac{a + b + c + d}{e}"]),
        (r"|0\rangle\langle 0| + |1\rangle\langle 1|", 5.9, [r"|0\rangle\langle 0|", r"{}+ |1\rangle\langle 1|"]),
        (r"|a + b| + c", 4.5, ["|a + b|", "{}+ c"]),
        (r"\left(a + b\right)", 2, [r"\Bigl(a", r"{}+ b\Bigr)"]),
        (r"\sqrt[3]{a + b}", 1, [r"\sqrt[3]{a + b}"]),
        (r"\begin{bmatrix} a & b + c \\ c & d \end{bmatrix} = e", 4, [r"\begin{bmatrix} a & b + c \\ c & d \end{bmatrix}", "{}= e"]),
    ],
)  # fmt: skip
def test_where_a_formula_breaks(formula, width, rows):
    assert broken(formula, width) == rows


@pytest.mark.parametrize("width", [3, 6, 9, 12, 20])
def test_no_sign_is_lost_and_none_is_repeated(width):
    letters = Glossary(*(scalar(name, name) for name in "abcde"))
    formula = r"\frac{a}{b} + \left(c + d\right)e = a \cdot b + (c - d)(a + b) - \frac{c + d}{e}a"
    rows = broken(formula, width)
    assert read_formula(" ".join(row.removeprefix("{}") for row in rows), letters) == read_formula(
        formula, letters
    )


@pytest.mark.parametrize("width", [8, 12, 16])
def test_rows_fit_if_they_can(width):
    first, *others = broken(LONG, width)
    assert math_width(first) <= width
    assert all(math_width(row) <= width - INDENT for row in others)


@pytest.mark.parametrize(
    ("latex", "low", "high"),
    [  # what TeX measures in Computer Modern at 10pt, as \setbox0=\hbox{$\displaystyle …$}
        (r"a + b = c", 3.8, 4.8),
        (r"\frac{a + b}{c}", 2.0, 2.6),
        (r"E_{n+1}", 1.7, 2.7),
        (r"\hat H|\psi\rangle", 2.0, 2.8),
        (r"\begin{bmatrix} a & b \\ c & d \end{bmatrix}", 3.0, 4.4),
        (r"\sqrt[3]{x}", 1.2, 1.8),
    ],
)
def test_widths(latex, low, high):
    assert low <= math_width(latex) <= high


def test_heights():
    line = math_height("a")
    assert math_height(r"\frac{a}{b}") > 1.5 * line
    assert math_height(r"\begin{bmatrix} a \\ b \\ c \end{bmatrix}") > 2 * line
    assert math_height(r"\sum_i a_i") > 1.5 * line
    assert text_height("word " * 40, 30) == pytest.approx(4 * 1.2)
    assert text_height(r"\emph{a} $\begin{bmatrix} a \\ b \\ c \end{bmatrix}$", 30) > 2


def test_chinese_characters_are_as_wide_as_high():
    assert text_width("朗道能级") == 4
    assert text_width("word") < 2.5


def test_lexemes():
    assert lexemes(r"a \hat{b}") == [("a", 0), (r"\hat", 2), ("{", 6), ("b", 7), ("}", 8)]
