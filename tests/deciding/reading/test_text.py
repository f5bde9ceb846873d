import re
import time
from contextlib import suppress
from fractions import Fraction
from math import prod

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from derive.deciding.claims.expressions import (
    HALF,
    IMAGINARY,
    INFINITY,
    MINUS_ONE,
    ONE,
    PI,
    TWO,
    ZERO,
    Application,
    Binder,
    Call,
    Expression,
    Grid,
    Number,
    Relation,
    Symbol,
    add,
    call,
    multiply,
    number,
    power,
)
from derive.deciding.reading.assumptions import read_assumptions
from derive.deciding.reading.text import read_text, read_text_expression
from derive.language.errors import LanguageError

NAMES = read_assumptions({"x y a": "complex", "A B": "operator", "n": "natural", "f": "function"})
x, y, a, A, B, n = (Symbol(name) for name in ("x", "y", "a", "A", "B", "n"))


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        ("x*y", multiply(x, y)),
        ("x*(y*a)", multiply(x, multiply(y, a))),
        ("x + y - a", add(x, y, multiply(MINUS_ONE, a))),
        ("x - 2*y", add(x, multiply(number(-2), y))),
        ("-x*y", multiply(MINUS_ONE, x, y)),
        ("-x**2", multiply(MINUS_ONE, power(x, TWO))),
        ("x**-1", power(x, MINUS_ONE)),
        ("x**y**2", power(x, power(y, TWO))),
        ("x/x", multiply(x, power(x, MINUS_ONE))),
        ("1/x", power(x, MINUS_ONE)),
        ("x/2", multiply(x, HALF)),
        ("2/4", HALF),
        ("1/0", power(ZERO, MINUS_ONE)),
        ("x/y/a", multiply(x, power(y, MINUS_ONE), power(a, MINUS_ONE))),
        ("0.1", number(Fraction(1, 10))),
        ("1e-3", number(Fraction(1, 1000))),
        ("I*pi", multiply(IMAGINARY, PI)),
        ("E", call("exp", ONE)),
        ("E**x", call("exp", x)),
        ("sqrt(x)", power(x, HALF)),
        ("cbrt(x)", power(x, number(Fraction(1, 3)))),
        ("root(x, n)", power(x, power(n, MINUS_ONE))),
        ("Rational(1, 2)", HALF),
        ("f(x, y)", Application("f", (x, y))),
        ("ln(x) + Abs(y)", add(call("log", x), call("abs", y))),
        ("KroneckerDelta(n, 1)", call("delta", n, ONE)),
        ("Dagger(A)", call("adjoint", A)),
        ("Inverse(A)", power(A, MINUS_ONE)),
        ("Commutator(A, B)", add(multiply(A, B), multiply(MINUS_ONE, B, A))),
        ("AntiCommutator(A, B*A)", add(multiply(A, B, A), multiply(B, A, A))),
        ("Matrix([[x, 0], [1, y]])", Grid(((x, ZERO), (ONE, y)))),
        ("Matrix([x, y])", Grid(((x,), (y,)))),
        ("eye(2)", Grid(((ONE, ZERO), (ZERO, ONE)))),
        ("zeros(1, 2)", Grid(((ZERO, ZERO),))),
        ("diag(x, y)", Grid(((x, ZERO), (ZERO, y)))),
        ("Integral(z, (z, 0, oo))", Binder("integral", "z", Symbol("z"), (ZERO, INFINITY))),
        ("Integral(x, x)", Binder("antiderivative", "x", x, (x,))),
        ("Derivative(x, x)", Binder("derivative", "x", x, (x, ONE))),
        ("diff(f(x), x, 2)", Binder("derivative", "x", Application("f", (x,)), (x, TWO))),
        ("Derivative(x, (x, n))", Binder("derivative", "x", x, (x, n))),
        ("Limit(z, z, 0)", Binder("limit", "z", Symbol("z"), (ZERO, ONE))),
        ('Limit(z, z, 0, "-")', Binder("limit", "z", Symbol("z"), (ZERO, MINUS_ONE))),
        ('Limit(z, z, 0, "+-")', Binder("limit", "z", Symbol("z"), (ZERO, ZERO))),
        (
            "Limit(z, z, -oo)",
            Binder("limit", "z", Symbol("z"), (multiply(MINUS_ONE, INFINITY), ZERO)),
        ),
        ("Product(k, (k, 1, n))", Binder("product", "k", Symbol("k"), (ONE, n))),
        ("(x\n + y)", add(x, y)),
    ],
)
def test_expressions(text: str, expression: Expression) -> None:
    assert read_text_expression(text, NAMES) == expression


def test_the_first_range_is_the_innermost() -> None:
    inner = Binder("sum", "j", multiply(Symbol("j"), Symbol("k")), (ONE, Symbol("k")))
    outer = Binder("sum", "k", inner, (ONE, n))
    assert read_text_expression("Sum(j*k, (j, 1, k), (k, 1, n))", NAMES) == outer


def test_derivatives_by_two_variables_are_nested() -> None:
    inner = Binder("derivative", "x", multiply(x, y), (x, ONE))
    assert read_text_expression("Derivative(x*y, x, y)", NAMES) == Binder(
        "derivative", "y", inner, (y, ONE)
    )


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        ("x == y", (Relation("=", x, y),)),
        ("x != y", (Relation("!=", x, y),)),
        ("x <= y", (Relation(">=", y, x),)),
        ("x < y", (Relation(">", y, x),)),
        ("x == y == a", (Relation("=", x, y), Relation("=", y, a))),
        ("Eq(x, y)", (Relation("=", x, y),)),
        ("Lt(x, y)", (Relation(">", y, x),)),
    ],
)
def test_relations(text: str, relations: tuple[Relation, ...]) -> None:
    assert read_text(text, NAMES) == relations


@pytest.mark.parametrize("name", ["S", "N", "E", "I", "pi", "beta", "gamma", "oo", "I_x", "Sum"])
def test_declared_names_win(name: str) -> None:
    assert read_text_expression(f"{name}**2", read_assumptions({name: "real"})) == power(
        Symbol(name), TWO
    )


def test_a_declared_function_wins() -> None:
    names = read_assumptions({"gamma": "function", "x": "real"})
    assert read_text_expression("gamma(x)", names) == Application("gamma", (Symbol("x"),))


def test_a_bound_variable_wins() -> None:
    assert read_text_expression("Sum(E, (E, 1, 2))", {}) == Binder(
        "sum", "E", Symbol("E"), (ONE, TWO)
    )
    with pytest.raises(LanguageError, match="not declared"):
        read_text("Sum(k, (k, 1, 2)) == k", {})


@pytest.mark.parametrize(
    ("text", "message", "column"),
    [
        ("x == y^2", r"\^ is no power", 6),
        ("x == yy", "'yy' is not declared", 6),
        ("x + q(y) == 1", "'q' is not declared", 5),
        ("x(y) == 1", "x is no function", 1),
        ("x == sin", "sin is a function", 6),
        ("x = y", "not plain-text syntax", 3),
        ("x == (y", "not plain-text syntax", 6),
        ("x == A[0]", "subscripts", 6),
        ("x == A.T", "attributes", 6),
        ("x == 'y'", "is no expression", 6),
        ("x == 2j", "imaginary unit", 6),
        ("x == 2(y)", "only a name", 6),
        ("x == sin(x, y)", "takes 1 argument", 6),
        ("x == 1 and y == 1", "several claims", 1),
        ("sin(x == 1) == 1", "inside an expression", 5),
        ("x == eye(10**9)", "size of a matrix", 10),
        ("x == 1 # why", "comments", 8),
        ("x + y", "not a claim", 1),
        ("x == 1e99999", "too many digits", 6),
        ("x == Integral(x, (x, 0))", "no range", 18),
        ("x == Sum(k, (k, 1, 2), (k, 1, 3))", "twice", 6),
        ("é + x == ψ", "'é' is not declared", 1),
        ("x == ψ + yy", "'ψ' is not declared", 6),
        ("f(x=1) == 2", "plain arguments", 1),
        ("x == (lambda y: y)", "not plain-text syntax", 7),
    ],
)
def test_what_is_refused(text: str, message: str, column: int) -> None:
    with pytest.raises(LanguageError, match=message) as caught:
        read_text(text, NAMES)
    assert caught.value.text == text
    assert caught.value.column == column


def test_the_place_in_several_lines() -> None:
    with pytest.raises(LanguageError) as caught:
        read_text("  x ==\n  y + yy", NAMES)
    assert (caught.value.line, caught.value.column) == (2, 7)


def test_hints_name_what_is_close() -> None:
    with pytest.raises(LanguageError) as caught:
        read_text("alhpa == 1", read_assumptions({"alpha": "real"}))
    assert "alpha" in caught.value.hint
    assert 'assume={"alhpa": "complex"}' in caught.value.hint


@pytest.mark.parametrize(
    "text",
    [
        "(" * 1000 + "x" + ")" * 1000 + " == 1",
        "sin(" * 1000 + "x" + ")" * 1000 + " == 1",
        "-" * 5000 + "x == 1",
        "x**" * 3000 + "x == 1",
        "+".join(["x"] * 9000) + " == 1",
        "9" * 5000 + " == x",
        "0." + "9" * 5000 + " == x",
        "1e" + "9" * 5000 + " == x",
        "1e-99999999 == x",
        "Commutator(" * 40 + "A" + ", B)" * 40 + " == 1",
        "x" * 30_000 + " == 1",
        "x == \ud800",
        "x == \0",
        "",
        " ",
    ],
)
def test_too_much_is_one_clear_error(text: str) -> None:
    start = time.perf_counter()
    with pytest.raises(LanguageError) as caught:
        read_text(text, NAMES)
    assert "\n" not in caught.value.message
    assert time.perf_counter() - start < 1


@pytest.mark.parametrize(
    "text", ["(x + 1)**" + "9" * 2000 + " == 1", "+".join(["x"] * 400) + " == 1", "1e-3000 == x"]
)
def test_much_can_be_read(text: str) -> None:
    assert len(read_text(text, NAMES)) == 1


@given(st.text(alphabet="xyfAB0129.+-*/()=<> ,[]'\"#^_\\\n\tsinSumMatrixk", max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(LanguageError):
        read_text(text, NAMES)


def value_of(expression: Expression, values: dict[str, Fraction]) -> Fraction:
    """The value of an expression made of sums, products and integer powers."""
    match expression:
        case Number(value):
            return value
        case Symbol(name):
            return values[name]
        case Call("add", terms):
            return sum((value_of(term, values) for term in terms), Fraction(0))
        case Call("multiply", factors):
            return prod((value_of(factor, values) for factor in factors), start=Fraction(1))
        case Call("power", (base, exponent)):
            return Fraction(value_of(base, values) ** int(value_of(exponent, values)))
    raise AssertionError(expression)


def longer_texts(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    signs = st.sampled_from(["+", "-", "*", "/"])
    return st.one_of(
        st.builds(lambda left, sign, right: f"{left}{sign}{right}", parts, signs, parts),
        parts.map(lambda text: f"({text})"),
        parts.map(lambda text: f"-{text}"),
        st.builds(lambda text, n: f"({text})**{n}", parts, st.integers(-2, 3)),
    )


texts = st.recursive(st.sampled_from(["x", "y", "2", "3", "1", "x**2", "0"]), longer_texts)


@given(texts, st.integers(-3, 3), st.integers(-3, 3))
@settings(max_examples=300)
def test_a_text_has_the_value_that_python_gives_it(text: str, first: int, second: int) -> None:
    values = {"x": Fraction(first), "y": Fraction(second)}
    exact = re.sub(r"(?<![\w*-])(\d+)|(?<=[^*]-)(\d+)", r"Fraction(\g<0>)", text)
    try:
        wanted = eval(exact, {"Fraction": Fraction, **values})
    except ZeroDivisionError:
        with pytest.raises(ZeroDivisionError):
            value_of(read_text_expression(text, NAMES), values)
        return
    assert value_of(read_text_expression(text, NAMES), values) == wanted
