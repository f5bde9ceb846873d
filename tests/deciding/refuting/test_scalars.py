"""Tests of the refutation of claims about scalars and functions."""

from __future__ import annotations

import time
import tomllib
from pathlib import Path

import pytest

from derive.deciding.claims.expressions import ZERO, Relation, call
from derive.deciding.claims.problem import Problem
from derive.deciding.counterexample import Counterexample
from derive.deciding.reading import read_problem
from derive.deciding.refuting.balls import enclosure
from derive.deciding.refuting.scalars import refute_scalars

CORPUS = Path(__file__).parents[2] / "decide" / "corpus"
SCALAR = (
    "rational radicals complex exponential_trigonometric calculus integers_factorials sums "
    "polynomial_hypotheses"
).split()


def refuted(
    claim: str,
    assume: dict[str, str] | None = None,
    given: tuple[str, ...] = (),
    seconds: float = 0.3,
    syntax: str | None = "text",
) -> Counterexample | None:
    return refute_scalars(read_problem(claim, given, assume, syntax=syntax).problem, seconds)


@pytest.mark.parametrize("domain", SCALAR)
def test_corpus(domain: str) -> None:
    """No true claim is refuted, and every false one is."""
    entries = tomllib.loads((CORPUS / f"{domain}.toml").read_text())["claim"]
    missed = []
    for entry in entries:
        found = refuted(
            entry["claim"], entry["assume"], tuple(entry["given"]), 0.1, entry.get("syntax")
        )
        if entry["truth"] == "true":
            assert found is None, entry["id"]
        elif found is None:
            missed.append(entry["id"])
    assert not missed


@pytest.mark.parametrize(
    ("claim", "assume", "where"),
    [
        ("sqrt(x**2) == x", {"x": "real"}, "x = -1"),
        ("(a + b)**2 == a**2 + b**2", {"a b": "real"}, "a = 1, b = 1"),
        ("0**x == 0", {"x": "real"}, "x = 0"),
        ("log(x**2) == 2*log(x)", {"x": "real nonzero"}, "x = -1"),
        ("exp(2*pi*I*x) == 1", {"x": "real"}, "x = 1/2"),
        ("n**2 + n + 41 != 41*k", {"n k": "natural"}, "n = 0, k = 1"),
        ("x > 0", {"x": "real nonnegative"}, "x = 0"),
        ("z >= 0", {"z": "complex"}, "z = -1"),
        ("Derivative(f(x)*g(x), x) == Derivative(f(x), x)*Derivative(g(x), x)",
         {"x": "real", "f g": "function"}, "x = 1, f(x) = x, g(x) = x"),
        ("f(x + y) == f(x) + f(y)", {"x y": "real", "f": "function real"}, "x = 1, y = 1, f(x) = 1"),
        ("Integral(2*x, x) == x**3", {"x": "real"},
         "x = 1 where the derivatives of the sides differ"),
        ("10**12*(exp(pi*sqrt(163)) - 262537412640768744) == 0", {}, "always"),
    ],
)  # fmt: skip
def test_the_simplest_counterexample(claim: str, assume: dict[str, str], where: str) -> None:
    assert str(refuted(claim, assume)) == where


@pytest.mark.parametrize(
    ("claim", "assume", "given"),
    [
        ("x/x == 1", {"x": "complex"}, ()),
        ("1/0 == 2", {}, ()),
        ("log(0) == 1", {}, ()),
        ("tan(x)*cos(x) == sin(x)", {"x": "complex"}, ()),
        ("sqrt(1 + x) - sqrt(1 + x) == 0", {"x": "complex"}, ()),
        ("sin(1)**2 + cos(1)**2 == 1", {}, ()),
        ("sin(1)**2 + cos(1)**2 != 2", {}, ()),
        ("binomial(n, k)*factorial(k)*factorial(n - k) == factorial(n)", {"n k": "integer"}, ()),
        ("Sum(k, (k, 1, n)) == n*(n + 1)/2", {"n": "integer"}, ()),
        ("Integral(2*x, x) == x**2 + 1", {"x": "real"}, ()),
        ("Derivative(Abs(x), x) == sign(x)", {"x": "real"}, ()),
        ("Derivative(sqrt(x), x) == 1/(2*sqrt(x))", {"x": "complex"}, ()),
        ("x == 5", {"x": "complex"}, ("x == 0", "x == 1")),
        ("Derivative(y, x) == 2*x", {"x y": "real"}, ("y == x**2",)),
        ("f(2*x) == 2*f(x)", {"x y": "real", "f": "function"}, ("f(x + y) == f(x) + f(y)",)),
        ("floor(x) + ceiling(-x) == 0", {"x": "real"}, ()),
        ("asin(x) + acos(x) == pi/2", {"x": "complex"}, ()),
        ("Limit(1/x, x, 0) == 0", {}, ()),
        ("Integral(1/x, (x, -1, 1)) == 5", {}, ()),
        ("x >= x", {"x": "real"}, ()),
    ],
)
def test_not_refuted(claim: str, assume: dict[str, str], given: tuple[str, ...]) -> None:
    assert refuted(claim, assume, given) is None


def test_derivatives_along_the_real_axis() -> None:
    assert str(refuted("Derivative(Abs(x), x) == 1", {"x": "real"})) == "x = -1"
    assert refuted("Derivative(Abs(x), x) == x/Abs(x)", {"x": "real"}) is None
    assert refuted("Derivative(Abs(x), x) == 1", {"x": "complex"}) is None
    assert refuted("Integral(Abs(x), x) == x**2/2", {"x": "real"}) is not None
    assert refuted("Integral(Abs(x), x) == x*Abs(x)/2", {"x": "real"}) is None


def test_hypotheses_about_functions_hold_for_all_arguments() -> None:
    found = refuted(
        "f(x*y) == f(x)*f(y)", {"x y": "real", "f": "function"}, ("f(x + y) == f(x) + f(y)",)
    )
    assert found is not None
    assert {value.name: value.text for value in found.values}["f"] == "-x"
    odd = ("f(-x) == -f(x)",)
    assert refuted("f(0) == 0", {"x": "real", "f": "function"}, odd) is None
    assert refuted("f(x) == x", {"x": "real", "f": "function"}, odd) is not None


def test_the_sides_are_shown() -> None:
    found = refuted("exp(x) == 1 + x", {"x": "real"})
    assert found is not None
    assert found.right == "2"
    assert found.left.startswith("2.718281828")
    assert "±" in found.left


def test_a_chain_tells_which_claim_fails() -> None:
    found = refuted("x == x*1 == 2*x", {"x": "real"})
    assert found is not None
    assert found.place == 1


def test_values_are_closed_and_in_the_order_of_the_assumptions() -> None:
    found = refuted("b*c == a", {"c": "real", "a": "real", "b": "real"}, ("a**2 == 2",))
    assert found is not None
    assert [value.name for value in found.values] == ["c", "a", "b"]
    for value in found.values:
        assert value.exact is not None
        assert enclosure(value.exact, {}).is_finite()


def test_names_that_are_no_scalars_are_left_to_others() -> None:
    assert refuted("A*B == B*A", {"A B": "operator"}) is None


def test_many_names_and_hypotheses() -> None:
    names = [f"a_{n}" for n in range(40)]
    given = tuple(f"{x} + {y} == {z}" for x, y, z in zip(names, names[1:], names[2:], strict=False))
    begin = time.monotonic()
    refuted(f"{names[0]} == {names[-1]}**2", {" ".join(names): "real negative"}, given[:20], 0.3)
    assert time.monotonic() - begin < 3


def test_depth_is_bounded() -> None:
    problem = read_problem("x == 1", (), {"x": "real"}, syntax="text").problem
    deep = problem.claims[0].left
    for _ in range(5000):
        deep = call("sin", deep)
    claims = (Relation("=", deep, ZERO),)
    assert refute_scalars(Problem(claims, (), problem.names), 0.2) is None


def test_time_is_bounded() -> None:
    assert refuted("(x + 1)**(10**9) == (x + 1)**(10**9)", {"x": "real"}, seconds=0.2) is None
