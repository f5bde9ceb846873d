import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings

from derive.deciding.claims.expressions import (
    MINUS_ONE,
    ONE,
    TWO,
    Binder,
    Call,
    Expression,
    Relation,
    Symbol,
    add,
    call,
    divide,
    multiply,
    negative,
    power,
    substituted,
    subtract,
)
from derive.deciding.claims.problem import Declared
from derive.deciding.reading import read_problem
from derive.deciding.reading.syntax import normalised
from derive.deciding.reading.text import read_text, read_text_expression
from derive.deciding.reading.types import SCALAR, typed
from derive.deciding.writing import as_latex, as_text, latex_name
from tests.deciding.generated import NAMES, expressions, grouped_expressions


@given(expressions)
@settings(max_examples=400)
def test_text_reads_back(expression: Expression) -> None:
    for names in (NAMES, None):
        assert read_text_expression(as_text(expression, names), NAMES) == expression


@given(grouped_expressions)
@settings(max_examples=400)
def test_whatever_is_grouped_means_the_same_when_read_back(expression: Expression) -> None:
    read = read_text_expression(as_text(expression), NAMES)
    assert normalised(read) == normalised(expression)


@given(expressions, expressions)
@settings(max_examples=60)
def test_relations_read_back(left: Expression, right: Expression) -> None:
    for kind in ("=", "!=", ">=", ">"):
        relation = Relation(kind, left, right)
        assert read_text(as_text(relation), NAMES) == (relation,)


@given(expressions)
@settings(max_examples=200)
def test_latex_is_balanced(expression: Expression) -> None:
    latex = as_latex(expression, NAMES)
    assert latex.count("{") == latex.count("}")
    assert latex.count(r"\left") == latex.count(r"\right")
    assert latex.count("(") == latex.count(")")


CORPUS = Path(__file__).parents[1] / "decide" / "corpus"


def as_latex_has_it(expression: Expression, names: Mapping[str, Declared]) -> Expression:
    """The expression with what LaTeX cannot tell apart: conjugates, and quotients of quotients."""
    match expression:
        case Call("adjoint", (body,)) if typed(body, names) == SCALAR:
            return call("conjugate", as_latex_has_it(body, names))
        case Call("power", (Call("multiply", factors), exponent)) if exponent == MINUS_ONE:
            return multiply(*(power(as_latex_has_it(f, names), exponent) for f in factors))
        case Call(function, arguments):
            return Call(function, tuple(as_latex_has_it(part, names) for part in arguments))
    return expression


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.toml")), ids=lambda path: path.stem)
def test_the_latex_of_the_corpus_is_read_as_it_was_written(path: Path) -> None:
    for entry in tomllib.loads(path.read_text(encoding="utf-8"))["claim"]:
        if entry["truth"] == "ill-formed":
            continue
        problem = read_problem(entry["claim"], entry["given"], entry["assume"]).problem
        for relation in (*problem.claims, *problem.given):
            latex = as_latex(relation, problem.names)
            [read] = read_problem(latex, (), entry["assume"], syntax="latex").problem.claims
            for one, other in zip(read.sides, relation.sides, strict=True):
                first, second = (as_latex_has_it(side, problem.names) for side in (one, other))
                assert normalised(first) == normalised(second), latex


x, y, A, B, psi = (Symbol(name) for name in ("x", "y", "A", "B", "psi"))


@pytest.mark.parametrize(
    ("expression", "text", "latex"),
    [
        (divide(x, y), "x/y", r"\frac{x}{y}"),
        (subtract(x, multiply(TWO, y)), "x - 2*y", "x - 2 y"),
        (subtract(x, y), "x - y", "x - y"),
        (negative(add(x, y)), "-(x + y)", "-(x + y)"),
        (power(x, power(TWO, negative(ONE))), "x**(2**(-1))", None),
        (call("sin", x), "sin(x)", r"\sin(x)"),
        (power(call("sin", x), TWO), "sin(x)**2", r"\sin^{2}(x)"),
        (multiply(B, power(A, negative(ONE))), "B*Inverse(A)", "B A^{-1}"),
        (multiply(call("adjoint", psi), A, psi), "adjoint(psi)*A*psi", None),
        (multiply(call("adjoint", psi), psi), None, r"\langle \psi|\psi\rangle"),
        (power(x, divide(ONE, TWO)), "x**(1*2**(-1))", None),
        (read_text_expression("sqrt(x)*x**(1/3)", NAMES), None, r"\sqrt{x} \sqrt[3]{x}"),
        (read_text_expression("n*(n + 1)/2", NAMES), "n*(n + 1)/2", r"\frac{n (n + 1)}{2}"),
        (
            read_text_expression("Integral(x**2, (x, 0, oo))", NAMES),
            "Integral(x**2, (x, 0, oo))",
            r"\int_{0}^{\infty} x^{2} \, dx",
        ),
        (
            read_text_expression("Derivative(f(x), x, 2)", NAMES),
            "Derivative(f(x), x, 2)",
            r"\frac{d^{2}}{dx^{2}} f(x)",
        ),
        (
            read_text_expression('Limit(f(x), x, 0, "-")', NAMES),
            'Limit(f(x), x, 0, "-")',
            r"\lim_{x \to 0^{-}} f(x)",
        ),
    ],
)
def test_how_things_are_written(
    expression: Expression, text: str | None, latex: str | None
) -> None:
    if text is not None:
        assert as_text(expression, NAMES) == text
    if latex is not None:
        assert as_latex(expression, NAMES) == latex


def test_a_derivative_elsewhere_is_a_substitution() -> None:
    slope = Binder("derivative", "x", call("sin", x), (x, ONE))
    there = substituted(slope, {"x": add(x, y)})
    assert as_text(there) == "Subs(Derivative(sin(x), x), x, x + y)"
    assert read_text_expression(as_text(there), NAMES) == there
    assert as_latex(there) == r"\left.\frac{d}{dx} \sin(x)\right|_{x=x + y}"


@pytest.mark.parametrize(
    ("name", "latex"),
    [
        ("x", "x"),
        ("alpha", r"\alpha"),
        ("lamda", r"\lambda"),
        ("x_1", "x_{1}"),
        ("omega_c", r"\omega_{c}"),
        ("g0", "g_{0}"),
        ("rate", r"\mathrm{rate}"),
        ("E_", "E"),
        ("I_max", r"I_{\mathrm{max}}"),
        ("_", r"\mathrm{\_}"),
    ],
)
def test_names_in_latex(name: str, latex: str) -> None:
    assert latex_name(name) == latex
