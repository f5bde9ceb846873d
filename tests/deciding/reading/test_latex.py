r"""LaTeX to expressions: every form, against what plain text says, and what is refused."""

from __future__ import annotations

import time
import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from derive.deciding.claims.expressions import Binder, Expression, Number, Symbol, number
from derive.deciding.claims.functions import FUNCTIONS, LATEX_NAMES
from derive.deciding.claims.problem import Declared
from derive.deciding.reading.assumptions import from_glossary, read_assumptions
from derive.deciding.reading.latex import read_latex, read_latex_expression
from derive.deciding.reading.syntax import normalised
from derive.deciding.reading.text import read_text, read_text_expression
from derive.deciding.writing import as_latex
from derive.language.errors import LanguageError
from derive.language.functions import LATEX_FUNCTIONS
from derive.language.glossary import Glossary, index, index_set, scalar

CORPUS = Path(__file__).parents[2] / "decide" / "corpus"
NAMES = read_assumptions(
    {
        "x y z a b theta alpha x_1 I_x E_ c_max": "complex",
        "n k m": "natural",
        "f g": "function",
        "A B H V sigma_x": "operator",
        "M N": "matrix 2x2",
        "psi phi": "ket",
        "chi": "bra",
        "hbar": "real positive",
    }
)

MEANINGS = [
    (r"\frac{1}{x-1}", "1/(x - 1)"),
    (r"\frac12 x", "x/2"),
    ("x/y", "x/y"),
    (r"\sqrt{x}", "sqrt(x)"),
    (r"\sqrt[3]{x}", "x**Rational(1, 3)"),
    ("x^{1/3}", "x**(1/3)"),
    ("x^{-2}", "x**(-2)"),
    ("a^{b+x}", "a**(b + x)"),
    ("0.5x", "x/2"),
    ("e^{x}", "exp(x)"),
    (r"\mathrm{e}^{-x}", "exp(-x)"),
    (r"\exp(x)", "exp(x)"),
    (r"\exp x", "exp(x)"),
    (r"\exp\left[-\frac{x^2}{2}\right]", "exp(-x**2/2)"),
    (r"e^{i\pi} + 1", "exp(I*pi) + 1"),
    ("e", "E"),
    (r"\sin x", "sin(x)"),
    (r"\sin 2x", "sin(2*x)"),
    (r"2\sin x\cos x", "2*sin(x)*cos(x)"),
    (r"\sin x \cdot \cos y", "sin(x)*cos(y)"),
    (r"\sin^2 x", "sin(x)**2"),
    (r"\sin^n(x)", "sin(x)**n"),
    (r"\sin x^2", "sin(x**2)"),
    (r"\sin(x+y)z", "sin(x + y)*z"),
    (r"\sin{\left(x \right)}", "sin(x)"),
    (r"\cos\theta", "cos(theta)"),
    (r"\tan\frac{x}{2}", "tan(x/2)"),
    (r"\ln\frac{1}{x}", "log(1/x)"),
    (r"\log x", "log(x)"),
    (r"\ln|x|", "log(Abs(x))"),
    (r"|\sin x|", "Abs(sin(x))"),
    (r"\arcsin x", "asin(x)"),
    (r"\operatorname{arsinh} x", "asinh(x)"),
    (r"\operatorname{asin}{\left(x\right)}", "asin(x)"),
    (r"\sinh x + \coth(x)", "sinh(x) + coth(x)"),
    (r"\operatorname{Re} z", "re(z)"),
    (r"\Im(z w)".replace("w", "y"), "im(z*y)"),
    (r"\arg z", "arg(z)"),
    (r"\operatorname{sgn}(x)", "sign(x)"),
    (r"\Gamma(x+1)", "gamma(x + 1)"),
    (r"\Gamma^2(x)", "gamma(x)**2"),
    ("|z|^2", "Abs(z)**2"),
    (r"\left||z| - 1\right|", "Abs(Abs(z) - 1)"),
    ("z^*", "conjugate(z)"),
    (r"\overline{z + y}", "conjugate(z + y)"),
    (r"z^\dagger", "conjugate(z)"),
    ("n!", "factorial(n)"),
    ("(n+1)!", "factorial(n + 1)"),
    (r"\frac{(2n)!}{n!^2}", "factorial(2*n)/factorial(n)**2"),
    ("5!", "factorial(5)"),
    (r"\binom{n}{k}", "binomial(n, k)"),
    (r"\binom nk", "binomial(n, k)"),
    (r"\lfloor x\rfloor + \left\lceil y \right\rceil", "floor(x) + ceiling(y)"),
    (r"\delta_{nk}", "KroneckerDelta(n, k)"),
    (r"\delta_{n, k+1}", "KroneckerDelta(n, k + 1)"),
    ("f(x)", "f(x)"),
    ("f(x, y)^2", "f(x, y)**2"),
    (r"f(g(x))", "f(g(x))"),
    ("x_1 + x_{1}", "x_1 + x_1"),
    ("I_x", "I_x"),
    ("2E", "2*E_"),
    (r"c_{\mathrm{max}}", "c_max"),
    ("c_{max}", "c_max"),
    (r"\hbar\alpha", "hbar*alpha"),
    (r"\sum_{k=1}^{n} k", "Sum(k, (k, 1, n))"),
    (r"\sum_{j=1}^{n} j^2", "Sum(j**2, (j, 1, n))"),
    (r"\sum_{i=1}^{n} i", "Sum(j, (j, 1, n))"),
    (r"\sum_{j=0}^{\infty} \frac{x^j}{j!}", "Sum(x**j/factorial(j), (j, 0, oo))"),
    (r"\sum_{j=1}^{n}\sum_{l=1}^{j} l", "Sum(l, (l, 1, j), (j, 1, n))"),
    (r"\left(\sum_{k=1}^n k\right) + k", "Sum(k, (k, 1, n)) + k"),
    (r"\prod_{j=1}^{n} j", "Product(j, (j, 1, n))"),
    (r"\lim_{t\to 0} \frac{\sin t}{t}", 'Limit(sin(t)/t, t, 0, "+-")'),
    (r"\lim_{t\to 0^+} t", 'Limit(t, t, 0, "+")'),
    (r"\lim_{t\to 0^{-}} t", 'Limit(t, t, 0, "-")'),
    (r"\lim_{t\to\infty} e^{-t}", "Limit(exp(-t), t, oo)"),
    (r"\lim_{t \rightarrow -\infty} e^{t}", "Limit(exp(t), t, -oo)"),
    (r"\int_0^1 x^2 \, dx", "Integral(x**2, (x, 0, 1))"),
    (r"\int_0^1 t^2 dt", "Integral(t**2, (t, 0, 1))"),
    (r"\int_0^{\pi} \sin t\,\mathrm{d}t", "Integral(sin(t), (t, 0, pi))"),
    (r"\int_{-\infty}^{\infty} e^{-t^2}\,dt", "Integral(exp(-t**2), (t, -oo, oo))"),
    (r"\int\limits_{0}^{1} x^{2}\, dx", "Integral(x**2, (x, 0, 1))"),
    (r"\int_0^1\int_0^u v\,dv\,du", "Integral(v, (v, 0, u), (u, 0, 1))"),
    (r"\int_1^2 \frac{dt}{t}", "Integral(1/t, (t, 1, 2))"),
    (r"\int_0^1 \frac{t\,dt}{1+t^2}", "Integral(t/(1 + t**2), (t, 0, 1))"),
    (r"\int_0^1 dt", "Integral(1, (t, 0, 1))"),
    (r"\int_0^1 t + 1 \, dt", "Integral(t + 1, (t, 0, 1))"),
    (r"\int_0^1 t\,dt\, y", "Integral(t, (t, 0, 1))*y"),
    (r"\int \cos x \, dx", "Integral(cos(x), x)"),
    (r"\frac{d}{dx} x^3", "Derivative(x**3, x)"),
    (r"\frac{\mathrm{d}}{\mathrm{d}x}\sin 2x", "Derivative(sin(2*x), x)"),
    (r"\frac{d^2}{dx^2} f(x)", "Derivative(f(x), (x, 2))"),
    (r"\frac{d f(x)}{dx}", "Derivative(f(x), x)"),
    (r"\frac{\partial}{\partial x} f(x, y)", "Derivative(f(x, y), x)"),
    (r"\frac{\partial^2}{\partial x\,\partial y} f(x, y)", "Derivative(f(x, y), y, x)"),
    (r"\frac{d}{dx}\left[x e^x\right]", "Derivative(x*exp(x), x)"),
    (r"y\frac{d}{dx}\ln x", "y*Derivative(log(x), x)"),
    ("[A, B]", "A*B - B*A"),
    (r"\{A, B\}", "A*B + B*A"),
    (r"[\hat{A}, B]", "A*B - B*A"),
    (r"A^\dagger", "adjoint(A)"),
    (r"(A B)^\dagger", "adjoint(A*B)"),
    ("A^{-1}", "A**(-1)"),
    (r"\frac{1}{AB}", "1/(A*B)"),
    (r"e^{A}", "exp(A)"),
    ("A^n", "A**n"),
    ("VH", "V*H"),
    (r"\sigma_x^2", "sigma_x**2"),
    (r"\langle\psi|A|\phi\rangle", "adjoint(psi)*A*phi"),
    (r"\braket{\psi|\phi}", "adjoint(psi)*phi"),
    (r"|\psi\rangle\langle\phi|", "psi*adjoint(phi)"),
    (r"A\psi", "A*psi"),
    (r"\langle\chi|A|\psi\rangle", "chi*A*psi"),
    (r"\overline{\langle\psi|\phi\rangle}", "conjugate(adjoint(psi)*phi)"),
    (r"\|\psi\| + \langle\psi|\psi\rangle", "sqrt(adjoint(psi)*psi) + adjoint(psi)*psi"),
    (r"\|\psi\|^2", "sqrt(adjoint(psi)*psi)**2"),
    (r"\operatorname{tr}(MN)", "Trace(M*N)"),
    (r"\operatorname{Tr}[M, N]", "Trace(M*N - N*M)"),
    (r"\det M\det N", "Determinant(M)*Determinant(N)"),
    (r"\det(MN)", "Determinant(M*N)"),
    ("M^T", "Transpose(M)"),
    (r"(MN)^{\mathsf T}", "Transpose(M*N)"),
    (r"M^\top", "Transpose(M)"),
    (r"\overline{M}", "conjugate(M)"),
    (r"\begin{pmatrix} 1 & x \\ & i \end{pmatrix}", "Matrix([[1, x], [0, I]])"),
    (r"\pi r".replace("r", "x"), "pi*x"),
    ("$x + 1$", "x + 1"),
    (r" \[ x + 1 \] ", "x + 1"),
]


@pytest.mark.parametrize(("latex", "text"), MEANINGS, ids=[latex for latex, _ in MEANINGS])
def test_latex_means_what_plain_text_says(latex: str, text: str) -> None:
    read = read_latex_expression(latex, NAMES)
    expected = read_text_expression(text, NAMES)
    assert _renamed(normalised(read)) == _renamed(normalised(expected))


def _renamed(expression: Expression) -> Expression:
    """The expression with one name for the letter i, which plain text cannot bind."""
    if isinstance(expression, Binder) and expression.variable == "i":
        return read_text_expression("Sum(j, (j, 1, n))", NAMES)
    return expression


RELATIONS = [
    ("x = y", "x == y"),
    (r"x \neq y", "x != y"),
    (r"x \le y", "x <= y"),
    (r"x \geq y", "x >= y"),
    ("x < y", "x < y"),
    (r"x \gt y", "x > y"),
    (r"x = y \le z", "x == y <= z"),
    (r"\sum_{k=1}^n k = k", "Sum(k, (k, 1, n)) == k"),
]


@pytest.mark.parametrize(("latex", "text"), RELATIONS)
def test_relations_and_chains(latex: str, text: str) -> None:
    assert read_latex(latex, NAMES) == read_text(text, NAMES)


REFUSALS = [
    (r"\sin x y", "how far the argument"),
    (r"\cos n\pi", "how far the argument"),
    (r"\sin x(y+1)", "how far the argument"),
    (r"\sin x/y", "how far the argument"),
    (r"\sin 2\pi x", "how far the argument"),
    (r"\sin(x)^2", "to the argument or to the function"),
    (r"\sin(n)!", "to the argument or to the function"),
    (r"\sin^{-1} x", "inverse function or a reciprocal"),
    (r"\sin^{(2)} x", "may count derivatives"),
    (r"\ln\sin x", "without parentheses"),
    (r"\sin{x+y}", "braces do not show"),
    (r"\operatorname{Re}{x+y}", "braces do not show"),
    (r"\log_2 x", "takes no subscript"),
    (r"\int_0^1 x", "has no differential"),
    (r"\int_0 x\,dx", "one bound only"),
    (r"\int dx\, x", "ends with dx"),
    (r"\int_1^2 \frac{dt}{t} x", "ends with dt"),
    (r"\int t\,dt", "t is not declared"),
    (r"\int_0^1 t\,dt + t", "t is not declared"),
    (r"\frac{d}{dt} x", "t is not declared"),
    (r"\frac{d}{dx} x e^x", "how far the derivative"),
    (r"\frac{dy}{dx}", "depends on the variable"),
    (r"\frac{d^2}{dx^3} f(x)", "orders above and below"),
    (r"\frac{df}{dx}", "f is a function"),
    ("f x", "f is a function"),
    ("f'(x, y)", "by which argument"),
    (r"\sum_{k=1}^n k + k", "bound in a term before"),
    (r"\sum_{i=1}^n i + i", "bound in a term before"),
    (r"\sum_{i=1}^n e^{i x}", "bound letter i or the imaginary unit"),
    (r"\sum_{j=1} j", "one bound only"),
    (r"\sum_{A=1}^n A", "no variable"),
    (r"\lim_{t} t", "a point"),
    ("n!!", "unexpected !"),
    ("n^2!", "unexpected !"),
    ("x^T", "a number has no transpose"),
    (r"\frac{A}{B}", "divided by numbers only"),
    ("A^*", "adjoint or the conjugate"),
    ("M^*", "adjoint or the conjugate"),
    ("|A|", "absolute value"),
    (r"\|x\|", "only a ket has a norm"),
    ("q + 1", "q is not declared"),
    (r"\theta - \vartheta", "written in two ways"),
    (r"A + \hat A", "written in two ways"),
    (r"\{x, y\}", "Poisson bracket"),
    (r"\delta_{ik}", "is not declared"),
    ("xyw", "w is not declared"),
    (r"\forall x: x = 0", "unexpected"),
]


@pytest.mark.parametrize(("latex", "complaint"), REFUSALS, ids=[r[0] for r in REFUSALS])
def test_what_is_refused(latex: str, complaint: str) -> None:
    with pytest.raises(LanguageError, match=complaint):
        read_latex_expression(latex, NAMES)


@pytest.mark.parametrize(
    ("latex", "complaint"),
    [
        ("x", "ends too early"),
        (r"\forall x: x = 0", "without ∀"),
        (r"x = 0 \Rightarrow y = 0", "without ∀"),
    ],
)
def test_what_is_no_claim(latex: str, complaint: str) -> None:
    with pytest.raises(LanguageError, match=complaint):
        read_latex(latex, NAMES)


def test_declared_names_win_over_built_in_meanings() -> None:
    names = read_assumptions({"e i T d pi x": "real"})
    assert read_latex_expression("(e)^T", names) == read_text_expression("e**T", names)
    assert read_latex_expression(r"\mathrm{e}^T", names) == read_text_expression("exp(T)", names)
    with pytest.raises(LanguageError, match="power of the symbol e"):
        read_latex_expression("e^T", names)
    assert read_latex_expression(r"i\pi", names) == read_text_expression("i*pi", names)
    assert read_latex_expression("dx", names) == read_text_expression("d*x", names)
    integral = read_latex_expression(r"\int_0^1 d x \,\mathrm{d}x", names)
    assert integral == read_text_expression("Integral(d*x, (x, 0, 1))", names)


def test_the_derivative_of_a_function_at_an_argument() -> None:
    read = read_latex_expression("f''(2x)", NAMES)
    assert isinstance(read, Binder)
    assert read.kind == "derivative"
    assert read.bounds == (read_text_expression("2*x", NAMES), number(2))


def test_a_bound_letter_does_not_meet_a_declared_name() -> None:
    names = {**NAMES, "zeta": Declared("zeta", "scalar")}
    glossary = Glossary(scalar("zeta", r"\varepsilon"))
    read = read_latex_expression(r"\int_0^1 \zeta\varepsilon\,d\zeta", names, glossary)
    assert isinstance(read, Binder)
    assert read.variable != "zeta"
    assert Symbol("zeta") in read.body.children()


def test_a_glossary_says_how_its_names_are_written() -> None:
    glossary = Glossary(scalar("omega_c", r"\omega_{\mathrm{c}}", "positive"), scalar("B", "B"))
    names = {**from_glossary(glossary), **read_assumptions({"t": "real"})}
    read = read_latex_expression(r"\omega_{\mathrm c}t B", names, glossary)
    assert read == read_text_expression("omega_c*t*B", names)


def test_families_and_index_sets_are_refused() -> None:
    glossary = Glossary(
        index_set("I"), index("j", "j", over="I"), scalar("E_", "E_{#1}", slots=("I",))
    )
    for latex in ("E_j", r"\sum_j E_j"):
        with pytest.raises(LanguageError, match="decide\\(\\) knows no"):
            read_latex_expression(latex, {}, glossary)


def _corpus() -> list[tuple[str, Mapping[str, str], str | None]]:
    """All sides of the corpus: only what the program may see."""
    found = []
    for path in sorted(CORPUS.glob("*.toml")):
        for entries in tomllib.loads(path.read_text("utf-8")).values():
            for entry in entries if isinstance(entries, list) else ():
                found.append((entry["claim"], entry.get("assume", {}), entry.get("syntax")))
    return found


def test_all_latex_of_the_corpus_is_read() -> None:
    claims = [entry for entry in _corpus() if entry[2] == "latex"]
    assert len(claims) >= 20
    for claim, assume, _ in claims:
        assert read_latex(claim, read_assumptions(assume))


def test_what_the_writer_writes_is_read_as_the_same() -> None:
    """Operators are left out: the writer collects their divisors."""
    same = others = 0
    for claim, assume, syntax in _corpus():
        try:
            names = read_assumptions(assume)
            if syntax == "latex" or any(d.kind != "scalar" for d in names.values()):
                continue
            relations = read_text(claim, names)
        except LanguageError:
            continue
        for side in (side for relation in relations for side in relation.sides):
            again = normalised(read_latex_expression(as_latex(side), names))
            same += again == normalised(side)
            others += again != normalised(side)
    assert same > 450
    assert others <= 2


@pytest.mark.parametrize(
    "latex",
    [
        "[" * 50 + "A" + ", B]" * 50,
        "x^{" * 500 + "x" + "}" * 500,
        r"\int_0^1 " * 200 + "x" + r"\,dx" * 200,
        r"\sin " * 1000 + "x",
        "x!" * 1000 + "!",
        r"\sum_{j=1}^n " * 200 + "j",
        r"\frac{d}{dx}" * 200 + "x",
        r"\frac{d}{dx}" * 30 + "(",
        "d" * 1000,
    ],
)
def test_hostile_texts_get_a_clear_error_and_quickly(latex: str) -> None:
    start = time.perf_counter()
    with pytest.raises(LanguageError):
        read_latex_expression(latex, NAMES)
    assert time.perf_counter() - start < 5


PIECES = st.sampled_from(
    r"x y n f A M \psi \sin \ln \frac \int _ ^ { } ( ) [ ] | d dx \, 0 1 2 + - = ! \sum k T e i "
    r"\lim \to \infty \pi \langle \rangle \binom \lfloor \rfloor \cdot / , ' \partial \delta".split()
)


@settings(max_examples=400)
@given(st.lists(PIECES, max_size=14).map(" ".join))
def test_every_text_is_read_or_refused(latex: str) -> None:
    try:
        read = read_latex_expression(latex, NAMES)
    except LanguageError:
        return
    assert isinstance(read, Expression)


def test_the_language_writes_every_function_as_the_table_of_functions_says() -> None:
    for latex, function in LATEX_NAMES.items():
        if latex != r"\exp":
            assert LATEX_FUNCTIONS[latex].name == function.name
    assert {function.name for function in LATEX_FUNCTIONS.values()} <= FUNCTIONS.keys()


def test_numerals_are_exact() -> None:
    assert read_latex_expression("0.1", NAMES) == Number(number(1).value / 10)
