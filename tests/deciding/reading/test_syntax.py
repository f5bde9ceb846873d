import sys
from types import SimpleNamespace

import pytest
from hypothesis import given

from derive.deciding.claims.expressions import (
    Expression,
    Relation,
    Symbol,
    add,
    call,
    divide,
    multiply,
    number,
    power,
)
from derive.deciding.reading.assumptions import read_assumptions
from derive.deciding.reading.syntax import (
    expression_in,
    is_relation,
    normalised,
    relations_in,
)
from derive.language.errors import LanguageError
from tests.deciding.generated import expressions

NAMES = read_assumptions({"a b ab x y m n": "real", "f": "function"})
a, b, x, y, m, n = (Symbol(name) for name in ("a", "b", "x", "y", "m", "n"))


class LatexReader:
    """A stand-in for the LaTeX reader that knows a few texts, and counts its calls."""

    def __init__(self) -> None:
        self.calls = 0
        self.known = {
            "x < y": Relation(">", y, x),
            "x/2 < y": Relation(">", y, divide(x, number(2))),
            "ab < x": Relation(">", x, multiply(a, b)),
            "m!=n": Relation("=", call("factorial", m), n),
            "2x < y": Relation(">", y, multiply(number(2), x)),
            "a^2 = b": Relation("=", power(a, number(2)), b),
            r"\frac{a}{b} = x": Relation("=", divide(a, b), x),
            "a b = x": Relation("=", multiply(a, b), x),
            "ab = x": Relation("=", multiply(a, b), x),
        }
        self.expressions = {"x + 1": add(x, number(1)), "ab": multiply(a, b), "2x": multiply(x)}

    def read_latex(self, text: str, names: object, glossary: object) -> tuple[Relation, ...]:
        self.calls += 1
        if text not in self.known:
            raise LanguageError("not LaTeX")
        return (self.known[text],)

    def read_latex_expression(self, text: str, names: object, glossary: object) -> Expression:
        self.calls += 1
        if text not in self.expressions:
            raise LanguageError("not LaTeX")
        return self.expressions[text]


@pytest.fixture
def latex(monkeypatch: pytest.MonkeyPatch) -> LatexReader:
    reader = LatexReader()
    stand_in = SimpleNamespace(
        read_latex=reader.read_latex, read_latex_expression=reader.read_latex_expression
    )
    monkeypatch.setitem(sys.modules, "derive.deciding.reading.latex", stand_in)
    return reader


@pytest.mark.parametrize(
    "text", ["a*b == b*a", "a**2 <= b", "m != n", "Eq(a, b)", "f(x)*2 < 3", "a == b^2"]
)
def test_plain_text_does_not_pay_for_the_latex_reader(text: str, latex: LatexReader) -> None:
    if "^" in text:
        with pytest.raises(LanguageError, match=r"\^"):
            relations_in(text, NAMES, None, None)
    else:
        relations_in(text, NAMES, None, None)
    assert latex.calls == 0


@pytest.mark.parametrize("text", ["a^2 = b", r"\frac{a}{b} = x", "a b = x", "ab = x"])
def test_latex_is_known_by_its_signs(text: str, latex: LatexReader) -> None:
    assert relations_in(text, NAMES, None, None) == (latex.known[text],)


@pytest.mark.parametrize("text", ["x < y", "x/2 < y", "2x < y", "f(x) < y"])
def test_what_both_read_alike_or_one_alone_is_read(text: str, latex: LatexReader) -> None:
    [relation] = relations_in(text, NAMES, None, None)
    assert relation.kind == ">"
    assert latex.calls == 1


@pytest.mark.parametrize("text", ["ab < x", "m!=n"])
def test_what_they_read_differently_is_refused(text: str, latex: LatexReader) -> None:
    with pytest.raises(LanguageError, match="two different things") as caught:
        relations_in(text, NAMES, None, None)
    assert 'syntax="text"' in caught.value.hint
    as_text, as_latex = (relations_in(text, NAMES, None, one) for one in ("text", "latex"))
    assert as_text != as_latex


def test_sides_of_pairs(latex: LatexReader) -> None:
    assert expression_in("x + 1", NAMES, None, None) == add(x, number(1))
    assert expression_in("2x", NAMES, None, None) == x
    with pytest.raises(LanguageError, match="two different things"):
        expression_in("ab", NAMES, None, None)
    with pytest.raises(LanguageError, match="not declared"):
        expression_in("q", NAMES, None, None)


def test_an_unknown_syntax(latex: LatexReader) -> None:
    with pytest.raises(LanguageError, match="not known"):
        relations_in("x == y", NAMES, None, "tex")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("x == 1", True), ("x < 1", True), (r"x \neq 1", True), (r"x \left(y\right)", False)],
)
def test_signs_of_relations(text: str, expected: bool) -> None:
    assert is_relation(text) is expected


@given(expressions)
def test_normal_forms_are_normal(expression: Expression) -> None:
    once = normalised(expression)
    assert normalised(once) == once
    assert normalised(multiply(number(1), expression)) == normalised(
        multiply(expression, number(1))
    )


def test_normal_forms_forget_grouping_alone() -> None:
    assert normalised(divide(x, number(2))) == normalised(multiply(x, power(number(2), number(-1))))
    assert normalised(multiply(x, y)) != normalised(multiply(y, x))
    assert normalised(add(x, y)) != normalised(add(y, x))
    assert normalised(divide(x, x)) != number(1)
