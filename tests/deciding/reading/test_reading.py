import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import sympy

from derive.deciding.claims.expressions import Number, Relation, Symbol, multiply, number
from derive.deciding.claims.problem import Problem
from derive.deciding.reading import IllFormed, read_problem
from derive.deciding.reading.assumptions import read_assumptions
from derive.language.errors import LanguageError
from derive.language.glossary import Glossary, operator, scalar

CORPUS = Path(__file__).parents[2] / "decide" / "corpus"
ENTRIES: list[dict[str, Any]] = [
    entry
    for path in sorted(CORPUS.glob("*.toml"))
    for entry in tomllib.loads(path.read_text(encoding="utf-8"))["claim"]
]
x, y = sympy.symbols("x y")


@pytest.mark.parametrize("entry", ENTRIES, ids=[entry["id"] for entry in ENTRIES])
def test_the_corpus_is_read(entry: dict[str, Any]) -> None:
    parts = entry["claim"], entry["given"], entry["assume"]
    if entry["truth"] == "ill-formed":
        with pytest.raises(IllFormed):
            read_problem(*parts, syntax=entry.get("syntax"))
        return
    reading = read_problem(*parts, syntax=entry.get("syntax"))
    assert len(reading.problem.given) == len(entry["given"])
    assert reading.problem.names.keys() <= entry["assume"].keys()
    assert reading.warnings == ()
    assert read_problem(*parts).problem == reading.problem


def test_a_problem_holds_the_names_that_it_uses() -> None:
    reading = read_problem("x == y", "y == 1", {"z": "real", "y x": "real"})
    one = number(1)
    assert reading.problem == Problem(
        (Relation("=", Symbol("x"), Symbol("y")),),
        (Relation("=", Symbol("y"), one),),
        read_assumptions({"y x": "real"}),
    )
    assert list(reading.problem.names) == ["y", "x"]


@pytest.mark.parametrize(
    ("given", "count"),
    [
        ((), 0),
        ("x == 1", 1),
        (["x == 1", "y == 2"], 2),
        (("x == 1", "y == 2"), 2),
        (("x + 1", "y*1"), 1),
        ((x, 1), 1),
        ([(x, 1), (y, 2)], 2),
        ([sympy.Eq(x, 1), sympy.Ne(y, 2)], 2),
        (sympy.Eq(x, 1), 1),
        ([("x*1", y), "x < 1"], 2),
        ("x == y == 1", 2),
    ],
)
def test_hypotheses_are_one_or_many(given: object, count: int) -> None:
    assert (
        len(read_problem("x == y", given, {"x y": "complex"}, syntax="text").problem.given) == count
    )


@pytest.mark.parametrize("claim", [sympy.Eq(x / x, 1), sympy.true, True])
def test_a_claim_that_evaluated_itself(claim: object) -> None:
    reading = read_problem(claim)
    assert reading.evaluated is True
    assert reading.problem.claims == ()
    assert "evaluated this claim to True" in reading.warnings[0]


def test_a_claim_that_evaluated_to_false() -> None:
    reading = read_problem(sympy.Eq(sympy.Integer(1), 2))
    assert reading.evaluated is False
    assert reading.problem.claims == ()


def test_hypotheses_that_evaluated_themselves() -> None:
    reading = read_problem("x == 1", [sympy.true], {"x": "real"})
    assert reading.problem.given == ()
    assert "hypothesis" in reading.warnings[0]
    with pytest.raises(LanguageError, match="False"):
        read_problem("x == 1", [sympy.false], {"x": "real"})


def test_sides_that_have_become_the_same() -> None:
    assert read_problem((x / x, 1)).warnings
    assert not read_problem((x / y, 1)).warnings
    assert not read_problem("x == x", assume={"x": "real"}).warnings


def test_names_come_from_objects_glossary_and_words() -> None:
    glossary = Glossary(scalar("hbar", r"\hbar", "positive"), operator("A", "A"))
    reading = read_problem("hbar*A == x*A", "x == 1", {"x hbar": "real"}, glossary)
    assert reading.problem.names["hbar"].words >= {"real", "positive"}
    assert reading.problem.names["A"].kind == "operator"
    with pytest.raises(IllFormed):
        read_problem("A == 1", (), {"A": "real"}, glossary)
    strict = sympy.Symbol("x", positive=True)
    assert read_problem((strict, "x*1"), ()).problem.names["x"].words >= {"positive"}


@pytest.mark.parametrize("claim", [x + 1, 5, None, object(), [x], sympy.And(x > 1, y > 1)])
def test_what_is_no_claim(claim: object) -> None:
    with pytest.raises(LanguageError, match="no relation"):
        read_problem(claim)


@pytest.mark.parametrize("given", [5, None, object()])
def test_what_are_no_hypotheses(given: object) -> None:
    with pytest.raises(LanguageError, match="no list"):
        read_problem("x == 1", given, {"x": "real"})


def test_a_function_has_one_number_of_arguments() -> None:
    assume = {"x": "real", "f": "function"}
    read_problem("f(x, 1) == f(1, x)", (), assume)
    with pytest.raises(IllFormed, match="with 2 and with 1 arguments"):
        read_problem("f(x, 1) == 0", "f(x) == 1", assume)


def test_a_float_is_refused() -> None:
    with pytest.raises(LanguageError, match="exact"):
        read_problem((0.5, x))


def test_sides_may_be_of_different_sorts() -> None:
    reading = read_problem(("sqrt(x**2)", x))
    [claim] = reading.problem.claims
    assert claim.right == Symbol("x")
    assert read_problem((2, "x*1"), (), {"x": "real"}).problem.claims == (
        Relation("=", Number(number(2).value), multiply(Symbol("x"), number(1))),
    )


def test_text_is_read_without_sympy() -> None:
    program = (
        "import sys; from derive.deciding.reading import read_problem; "
        "read_problem('Dagger(psi)*A*psi == 1', 'A == 2', {'psi': 'ket', 'A': 'operator'}); "
        "print('sympy' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"
