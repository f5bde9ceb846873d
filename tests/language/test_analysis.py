r"""Functions, integrals, derivatives, ranges and limits: what is read, written and refused."""

from __future__ import annotations

import pytest
from language_glossaries import ANALYSIS, LECTURE, PLAIN, TRICKY

from derive.language.analysis import (
    Analysis,
    Application,
    Binomial,
    Derivative,
    Factorial,
    FunctionCall,
    Integral,
    KroneckerDelta,
    Limit,
    NamedConstant,
    OverRange,
    Rounding,
    Transpose,
    Variable,
    free_letters,
)
from derive.language.dimensions import dimension_of
from derive.language.errors import LanguageError
from derive.language.functions import LATEX_FUNCTIONS
from derive.language.glossary import Glossary, GlossaryError, function, scalar
from derive.language.lowering import Lowering
from derive.language.reader import read_calculation, read_expression, read_formula
from derive.language.syntax import (
    Comparison,
    Exponential,
    Expression,
    Fraction,
    ImaginaryUnit,
    Modulus,
    Negative,
    Number,
    Power,
    Product,
    Sum,
    Symbol,
)
from derive.language.text_writer import write_text
from derive.language.writer import write

x, y, n, k, A = (Symbol(name) for name in "x y n k A".split())
t = Variable("t")
ONE, TWO, ZERO = Number("1"), Number("2"), Number("0")


def product(*factors: Expression) -> Product:
    return Product(factors, ("",) * (len(factors) - 1))


def plus(left: Expression, right: Expression) -> Sum:
    return Sum(("+", "+"), (left, right))


def sine(argument: Expression, exponent: Expression | None = None) -> FunctionCall:
    return FunctionCall(r"\sin", argument, exponent)


def cosine(argument: Expression) -> FunctionCall:
    return FunctionCall(r"\cos", argument)


FORMS = [
    (r"\sin x", sine(x)),
    (r"\sin 2x", sine(product(TWO, x))),
    (r"\sin 2", sine(TWO)),
    (r"\sin^2 x", sine(x, TWO)),
    (r"\sin^{n}(x + y)", sine(plus(x, y), n)),
    (r"\sin x\cos y", product(sine(x), cosine(y))),
    (r"\sin x \cdot \cos y", Product((sine(x), cosine(y)), (r"\cdot",))),
    (r"\sin(x)y", product(sine(x), y)),
    (r"\sin x + y", plus(sine(x), y)),
    (r"\sin x^2", sine(Power(x, TWO))),
    (r"\sin n!", sine(Factorial(n))),
    (r"\left(\sin x\right)^2", Power(sine(x), TWO)),
    (r"-\ln\frac{1}{x}", Negative(FunctionCall(r"\ln", Fraction(ONE, x)))),
    (r"\ln|x|", FunctionCall(r"\ln", Modulus(x))),
    (r"|\sin x|", Modulus(sine(x))),
    (r"\operatorname{Re} x", FunctionCall(r"\operatorname{Re}", x)),
    (r"\mathrm{tr}(A)", FunctionCall(r"\operatorname{tr}", A)),
    (r"\Gamma(x)", FunctionCall(r"\Gamma", x)),
    (r"\exp x", Exponential(x, function=True)),
    ("f(x, y)", Application("f", (x, y))),
    ("f(x)^2", Power(Application("f", (x,)), TWO)),
    ("g_0''(x)", Application("g", (x,), 2)),
    ("n!", Factorial(n)),
    ("2n!", product(TWO, Factorial(n))),
    ("5!", Factorial(Number("5"))),
    ("(n + k)!", Factorial(plus(n, k))),
    (r"\binom{n}{k}", Binomial(n, k)),
    (r"\lfloor x\rfloor", Rounding(x)),
    (r"\left\lceil\frac{x}{2}\right\rceil", Rounding(Fraction(x, TWO), up=True)),
    (r"\delta_{nk}", KroneckerDelta(n, k)),
    (r"\delta_{n, k + 1}", KroneckerDelta(n, plus(k, ONE))),
    ("A^T", Transpose(A)),
    (r"A^{\mathsf T}", Transpose(A, r"\mathsf{T}")),
    (r"\pi e", product(NamedConstant("pi"), NamedConstant("e"))),
    ("e^x", Exponential(x)),
    (r"\int_0^1 x^2 \, dx", Integral(Power(x, TWO), x, (ZERO, ONE))),
    (r"\int_0^1 t \, \mathrm{d}t", Integral(t, t, (ZERO, ONE), r"\mathrm{d}")),
    (r"\int x\,dx", Integral(x, x)),
    (r"\int_0^1 dt", Integral(ONE, t, (ZERO, ONE))),
    (r"\int_1^2 \frac{dt}{t}", Integral(Fraction(ONE, t), t, (ONE, TWO))),
    (
        r"\int_0^1\int_0^t u\,du\,dt",
        Integral(Integral(Variable("u"), Variable("u"), (ZERO, t)), t, (ZERO, ONE)),
    ),
    (r"\int_0^1 x_1 \, dx_1", Integral(Symbol("x_1"), Symbol("x_1"), (ZERO, ONE))),
    (r"\frac{d}{dx}\sin x", Derivative((x,), (ONE,), sine(x))),
    (r"\frac{d^2}{dx^2} f(x)", Derivative((x,), (TWO,), Application("f", (x,)))),
    (r"\frac{df(x)}{dx}", Derivative((x,), (ONE,), Application("f", (x,)))),
    (
        r"\frac{\partial^2}{\partial x\,\partial y}\left(xy\right)",
        Derivative((x, y), (ONE, ONE), Symbol("xy"), r"\partial"),
    ),
    (r"\sum_{k=1}^{n} k^2", OverRange(r"\sum", k, ONE, n, Power(k, TWO))),
    (r"\prod_{t=1}^n t", OverRange(r"\prod", t, ONE, n, t)),
    (
        r"\sum_{i=1}^n i",
        OverRange(r"\sum", Variable("i"), ONE, n, Variable("i")),
    ),
    (r"\lim_{t\to 0^+} t", Limit(t, ZERO, t, "+")),
    (r"\lim_{n\to\infty} n", Limit(n, NamedConstant("infinity"), n)),
]


@pytest.mark.parametrize(("latex", "expected"), FORMS, ids=[form for form, _ in FORMS])
def test_forms(latex: str, expected: Expression) -> None:
    assert read_expression(latex, ANALYSIS) == expected
    assert read_expression(write(expected, ANALYSIS), ANALYSIS) == expected


UNCHANGED = [
    r"\sin x\cos 2y",
    r"\sin(x)y",
    r"\sin(x + y)",
    r"\sin^2 x + \cos^2 x",
    r"\operatorname{Re} x",
    r"\left(\sin x\right)^2".replace(r"\left", "").replace(r"\right", ""),
    r"\int_{0}^{1} x^2 \, dx",
    r"\left(\sum_{k = 1}^{n} k\right) + k",
    r"\sum_{k = 1}^{n} k + \sum_{k = 1}^{n} k^2",
    r"\lim_{t \to 0^+} \frac{\sin t}{t}",
    r"\frac{d^2}{dx^2} f(x)",
    r"\left(\frac{d}{dx} x^2\right)y",
    r"y\frac{d}{dx} x^2",
    r"\sum_{i = 1}^{n} i\mathrm{i}",
    "(n + 1)!",
    r"\ln n!",
]


@pytest.mark.parametrize("latex", UNCHANGED)
def test_canonical_latex_comes_out_as_it_went_in(latex: str) -> None:
    assert write(read_expression(latex, ANALYSIS), ANALYSIS) == latex


@pytest.mark.parametrize(
    ("latex", "complaint", "column"),
    [
        (r"\sin x n", "how far the argument", 8),
        (r"2\sin 2 3x", "how far the argument", 9),
        (r"\sin", "needs an argument", 1),
        (r"\sin +x", "cannot be an argument", 6),
        (r"\sin z", "z is not declared", 6),
        (r"\sin(x)^2", "argument or to the function", 8),
        (r"\cos^{-1} x", "inverse function or a reciprocal", 5),
        (r"\sin^{(n)}(x)", "may count derivatives", 5),
        (r"\log_2 x", "takes no subscript", 5),
        (r"\sin(x]", "does not match", 7),
        (r"\sin(x", "never closed", 5),
        (r"\sin{x+y}", "braces do not show", 5),
        (r"\Gamma x", "Gamma is not declared", 1),
        ("f", "is a function", 1),
        ("f + 1", "is a function", 1),
        (r"\int_0^1 x", "no differential", 1),
        (r"\int_0 x \, dx", "one bound only", 1),
        (r"\int_0^1 x \, dA", "no variable", 16),
        (r"\int_0^1 x \, dx^2", "ends with dx", 17),
        (r"\int dx f(x)", "ends with dx", 9),
        (r"\frac{d}{dz} x", "z is not declared", 11),
        (r"\frac{d}{dx}", "no argument", 1),
        (r"\frac{d}{dx} x n", "how far the derivative", 16),
        (r"\frac{dy}{dx}", "depends on the variable", 8),
        (r"\frac{d^2}{dx^3} x", "orders above and below", 1),
        (r"\sum_{k=1}^n k + k", "bound in a term before", 18),
        (r"\lim_{t\to 0} t + t", "not declared|bound in a term", 19),
        (r"\sum_{k=1} k", "one bound only", 1),
        (r"\prod k", "needs its variable", 1),
        (r"x/\sum_{k=1}^n k", "cannot stand behind /", 3),
        (r"\delta_{ik}", "is not declared", 1),
        (r"\lim x", "needs its variable", 1),
        (r"\lim_{t=0} t", r"\\to and a point", 7),
        (r"\lim_{e\to 0} e", "a letter is expected", 7),
        ("n^2!", "unexpected !", 4),
    ],
)
def test_what_the_reader_refuses(latex: str, complaint: str, column: int) -> None:
    with pytest.raises(LanguageError, match=complaint) as caught:
        read_expression(latex, ANALYSIS)
    assert caught.value.column == column


def test_declared_symbols_win() -> None:
    glossary = Glossary(*(scalar(name, name) for name in "d T x e i".split()), scalar("s", r"\sin"))
    assert read_expression("x^T", glossary) == Power(x, Symbol("T"))
    assert read_expression(r"\sin x", glossary) == product(Symbol("s"), x)
    assert isinstance(read_expression(r"\frac{d}{dx}", glossary), Fraction)
    integral = read_expression(r"\int dx\,\mathrm{d}x", glossary)
    assert integral == Integral(product(Symbol("d"), x), x, (), r"\mathrm{d}")
    assert read_expression(r"\pi", LECTURE) == Symbol("pi")


def test_a_bound_letter_hides_the_imaginary_unit() -> None:
    both = read_expression(r"\sum_{i=1}^n i\mathrm{i}", PLAIN)
    assert isinstance(both, OverRange)
    assert both.body == product(Variable("i"), ImaginaryUnit())
    with pytest.raises(LanguageError, match="bound letter i"):
        read_expression(r"\sum_{i=1}^n e^{ix}", PLAIN)
    with pytest.raises(LanguageError, match="bound in a term before"):
        read_expression(r"\sum_{i=1}^n i + i", PLAIN)


def test_the_scope_of_a_letter_ends_with_its_brackets() -> None:
    assert isinstance(read_expression(r"|\sum_{k=1}^n k| + k", ANALYSIS), Sum)
    assert isinstance(read_expression(r"\frac{\sum_{k=1}^n k}{2} - k", ANALYSIS), Sum)
    assert isinstance(read_formula(r"\sum_{k=1}^n k = k", ANALYSIS), Comparison)
    with pytest.raises(LanguageError, match="t is not declared"):
        read_expression(r"\left(\int_0^1 t\,dt\right)t", ANALYSIS)


def test_an_index_of_a_set_has_no_range_of_numbers() -> None:
    with pytest.raises(LanguageError, match="ranges over an index set"):
        read_expression(r"\sum_{i=1}^{n} n", TRICKY)


def test_strict_inequalities() -> None:
    formula = read_formula(r"x < y \gt n", ANALYSIS)
    assert isinstance(formula, Comparison)
    assert formula.relations == ("<", ">")
    assert write(formula, ANALYSIS) == "x < y > n"
    (chain,) = read_calculation("x = y\n < n", ANALYSIS)
    assert [step.relation for step in chain.steps] == ["=", "<"]


THEOREMS = [latex for latex, tree in FORMS if isinstance(tree, Analysis)]


@pytest.mark.parametrize("latex", THEOREMS)
def test_theorems_refuse_what_only_decide_knows(latex: str) -> None:
    tree = read_expression(latex, ANALYSIS)
    for refuse in (Lowering(ANALYSIS).term, lambda node: dimension_of(node, ANALYSIS)):
        with pytest.raises(LanguageError, match=r"no meaning in a theorem yet; decide\(\) knows"):
            refuse(tree)


def test_theorems_refuse_strict_inequalities() -> None:
    with pytest.raises(LanguageError, match="no meaning in a theorem yet"):
        Lowering(ANALYSIS).claim(read_formula("x < y", ANALYSIS))


def test_a_function_is_no_term() -> None:
    with pytest.raises(GlossaryError, match="not a term"):
        Lowering(ANALYSIS).term(Symbol("f"))
    assert function("f", "f").type_text


def test_free_letters() -> None:
    tree = read_expression(r"\int_x^y \sin(x t)\,dt + \sum_{k=1}^n k", ANALYSIS)
    assert free_letters(tree) == {x, y, n}


@pytest.mark.parametrize(
    ("latex", "shown"),
    [
        (r"2\sin x\cos^2 y", "2 sin x cos² y"),
        (r"\ln(x + y)", "ln(x + y)"),
        (r"\operatorname{Re} x", "Re x"),
        (r"\frac{d^2}{dx^2} f(x)", "d²/dx² f(x)"),
        (r"\binom{n}{k}", "binom(n, k)"),
        (r"\lfloor x\rfloor", "⌊x⌋"),
        (r"\lim_{t\to\infty} t", "lim_(t → ∞)t"),
        (r"\prod_{k=1}^n k", "Π_(k = 1)ⁿk"),
    ],
)
def test_formulas_in_a_terminal(latex: str, shown: str) -> None:
    assert write_text(read_expression(latex, ANALYSIS), ANALYSIS) == shown


def test_every_spelling_of_a_function_is_read_as_the_same() -> None:
    for latex, entry in LATEX_FUNCTIONS.items():
        for spelling in entry.spellings:
            assert read_expression(rf"{spelling}(x)", ANALYSIS) == FunctionCall(latex, x)
