"""SymPy objects and trees."""

from __future__ import annotations

import pytest
import sympy
from hypothesis import given, settings
from language_glossaries import ANALYSIS, LECTURE
from sympy.physics.quantum import Bra, Commutator, Dagger, HermitianOperator, Ket, Operator
from test_lifting import MIXED, MODEL

from derive.language import syntax as tree
from derive.language.errors import LanguageError
from derive.language.lowering import Lowering
from derive.language.matrices import fitted
from derive.language.reader import read_expression, read_formula
from derive.language.sympy_bridge import from_sympy, to_sympy
from derive.language.writer import write

e, B, h, L, E, z, p = sympy.symbols("e B h L E z p")
i = sympy.Symbol("i")
x, y, t, n, k = sympy.symbols("x y t n k")
f = sympy.Function("f")
H, U, psi, phi = HermitianOperator("H"), Operator("U"), Ket("psi"), Ket("phi")


@pytest.mark.parametrize(
    ("value", "latex"),
    [
        (e * B / h * L**2, r"\frac{eBL^2}{h}"),
        (-h / (2 * e**2), r"-\frac{h}{2e^2}"),
        (sympy.Rational(3, 4), r"\frac{3}{4}"),
        (7, "7"),
        (sympy.I * E, r"\mathrm{i}E"),
        (H * psi, r"\hat H|\psi\rangle"),
        (Dagger(psi) * H * psi, r"\langle\psi|\hat H|\psi\rangle"),
        (Bra("psi") * Ket("phi"), r"\langle\psi|\phi\rangle"),
        (psi * Dagger(phi), r"|\psi\rangle\langle\phi|"),
        (Commutator(H, U), r"[\hat H, \hat U]"),
        (Dagger(U) * U, r"\hat U^\dagger\hat U"),
        (sympy.conjugate(z) * z, "zz^*"),
        (sympy.sqrt(E), r"\sqrt{E}"),
        (E ** sympy.Rational(2, 3), r"\sqrt[3]{E}^2"),
        (E**-2, r"\frac{1}{E^2}"),
        (sympy.exp(z), "e^z"),
        (sympy.pi, r"\pi"),
        (sympy.Abs(z), "|z|"),
        (sympy.Sum(sympy.IndexedBase("E_")[i], (i, 1, sympy.Symbol("I"))), r"\sum_{i}E_{i}"),
        (sympy.KroneckerDelta(i, sympy.Symbol("j")), r"\delta_{ij}"),
        (
            sympy.Matrix([[1, E], [0, sympy.I]]),
            r"\begin{bmatrix} 1 & E \\ 0 & \mathrm{i} \end{bmatrix}",
        ),
        (sympy.Eq(p, e * B), "p = eB"),
        (sympy.Ne(p, z), r"p \neq z"),
        (sympy.Le(p, z), r"p \le z"),
        (sympy.Ge(p, z), r"p \ge z"),
        (
            sympy.Symbol("H", commutative=False) * sympy.Symbol("U", commutative=False),
            r"\hat H\hat U",
        ),
    ],
)
def test_from_sympy(value: sympy.Basic, latex: str) -> None:
    assert write(from_sympy(value, LECTURE), LECTURE) == latex


@pytest.mark.parametrize(
    ("value", "complaint"),
    [
        (sympy.Symbol("nothing"), "'nothing' is not declared"),
        (sympy.Float("0.1"), "floating-point"),
        (sympy.LambertW(E), "has no meaning here"),
        (sympy.Symbol("I"), "is not a term"),
        (sympy.Symbol("E_"), "has 1 slots, but 0 are given"),
        (sympy.Sum(E, (i, 1, 10)), "not one over an index set"),
        (sympy.Sum(E, (E, 1, sympy.Symbol("I"))), "is not a term"),
        (
            sympy.Integral(sympy.Symbol("ab"), (sympy.Symbol("ab"), 0, 1)),
            "no letter for a variable",
        ),
        (sympy.Integral(t, t), "'t' is not declared"),
        (sympy.Function("q")(E), "'q' is not declared"),
        (sympy.Function("E")(E), "is no function"),
        ("E", "no SymPy object"),
    ],
)
def test_what_is_refused(value: sympy.Basic, complaint: str) -> None:
    with pytest.raises(LanguageError, match=complaint):
        from_sympy(value, LECTURE)


@pytest.mark.parametrize(
    ("latex", "value"),
    [
        (r"\frac{1}{2}", sympy.Rational(1, 2)),
        ("6.62607015", sympy.Rational("6.62607015")),
        (r"\langle\psi|\hat H|\psi\rangle", Dagger(psi) * H * psi),
        (r"[\hat H,\hat U]", Commutator(H, U)),
        (r"\mathrm{i}^2", sympy.Integer(-1)),
    ],
)
def test_to_sympy(latex: str, value: sympy.Basic) -> None:
    assert to_sympy(read_expression(latex, LECTURE), LECTURE) == value


def test_declared_properties_become_assumptions() -> None:
    found = {name: to_sympy(tree.Symbol(name), LECTURE) for name in ("p", "e", "n", "z")}
    assert found["p"].is_real
    assert found["e"].is_positive
    assert found["n"].is_integer
    assert found["n"].is_nonnegative
    assert found["z"].is_real is None


def test_relations_and_chains() -> None:
    assert isinstance(to_sympy(read_formula("p = 1", LECTURE), LECTURE), sympy.Eq)
    chain = to_sympy(read_formula(r"p = z \le 1", LECTURE), LECTURE)
    assert len(chain.args) == 2


def test_sympy_has_no_clauses() -> None:
    with pytest.raises(LanguageError, match="for all"):
        to_sympy(read_formula(r"\forall z: z = 0", LECTURE), LECTURE)


@settings(max_examples=150)
@given(MIXED)
def test_there_and_back_means_the_same(term: tree.Expression) -> None:
    lowering = Lowering(MODEL)
    value = to_sympy(term, MODEL)
    back = from_sympy(value, MODEL)
    assert isinstance(back, tree.Expression)
    expected = lowering.term(term)
    assert fitted(lowering.term(back), expected) == expected


ANALYSES = [
    (sympy.sin(x), r"\sin x"),
    (sympy.log(x) + sympy.atan(y), r"\ln x + \arctan y"),
    (2 * sympy.cos(x) ** 2, r"2(\cos x)^2"),
    (sympy.re(y), r"\operatorname{Re} y"),
    (f(x, y), "f(x, y)"),
    (sympy.factorial(n), "n!"),
    (sympy.binomial(n, k), r"\binom{n}{k}"),
    (sympy.floor(x / 2), r"\lfloor\frac{x}{2}\rfloor"),
    (sympy.KroneckerDelta(k, n), r"\delta_{k, n}"),
    (sympy.pi, r"\pi"),
    (sympy.Integral(t**2, (t, 0, 1)), r"\int_{0}^{1} t^2 \, dt"),
    (sympy.Integral(t, (t, -sympy.oo, x)), r"\int_{-\infty}^{x} t \, dt"),
    (sympy.Integral(x, x), r"\int x \, dx"),
    (
        sympy.Integral(t, (t, 0, y), (y, 0, 1)),
        r"\int_{0}^{1} \int_{0}^{y} t \, dt \, dy",
    ),
    (sympy.Derivative(f(x), (x, 2)), r"\frac{d^2}{dx^2} f(x)"),
    (sympy.Sum(k, (k, 1, n)), r"\sum_{k = 1}^{n} k"),
    (sympy.Sum(t, (t, 1, n)), r"\sum_{t = 1}^{n} t"),
    (sympy.Product(k, (k, 1, n)), r"\prod_{k = 1}^{n} k"),
    (sympy.Limit(sympy.sin(t) / t, t, 0, "+-"), r"\lim_{t \to 0} \frac{\sin t}{t}"),
    (sympy.Limit(t, t, 0, "-"), r"\lim_{t \to 0^-} t"),
    (sympy.Limit(t, t, sympy.oo), r"\lim_{t \to \infty} t"),
]


@pytest.mark.parametrize(("value", "latex"), ANALYSES, ids=[latex for _, latex in ANALYSES])
def test_analysis_there_and_back(value: sympy.Basic, latex: str) -> None:
    term = from_sympy(value, ANALYSIS)
    assert write(term, ANALYSIS) == latex
    again = from_sympy(to_sympy(read_expression(latex, ANALYSIS), ANALYSIS), ANALYSIS)
    assert again == term


def test_strict_inequalities_there_and_back() -> None:
    for latex in ("p < z", "p > z"):
        assert (
            write(from_sympy(to_sympy(read_formula(latex, LECTURE), LECTURE), LECTURE), LECTURE)
            == latex
        )


def test_the_derivative_of_a_function_at_an_argument() -> None:
    value = to_sympy(read_expression("f'(2x)", ANALYSIS), ANALYSIS)
    at = sympy.Symbol("x", real=True)
    expected = sympy.Subs(sympy.Derivative(f(t), t), t, 2 * at)
    assert sympy.simplify(value - expected) == 0


def test_traces_and_determinants_are_of_matrices() -> None:
    grid = r"\begin{pmatrix} 1 & x \\ 0 & 2 \end{pmatrix}"
    assert to_sympy(read_expression(rf"\operatorname{{tr}}{grid}", ANALYSIS), ANALYSIS).doit() == 3
    assert to_sympy(read_expression(rf"\det{grid}", ANALYSIS), ANALYSIS).doit() == 2
    with pytest.raises(LanguageError, match="of matrices only"):
        to_sympy(read_expression(r"\det A", ANALYSIS), ANALYSIS)
