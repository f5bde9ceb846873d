from __future__ import annotations

import time
import tomllib
from pathlib import Path
from typing import Any

import pytest

from derive.deciding.claims.expressions import Grid, power
from derive.deciding.claims.problem import Problem
from derive.deciding.counterexample import Counterexample
from derive.deciding.reading import read_problem
from derive.deciding.refuting.operators import find_model, refute_operators

CORPUS = Path(__file__).parents[2] / "decide" / "corpus"
DOMAINS = "operators braket_and_traces algebras ladder_and_exponentials matrices".split()
ENTRIES = [
    pytest.param(entry, id=entry["id"])
    for domain in DOMAINS
    for entry in tomllib.loads((CORPUS / f"{domain}.toml").read_text(encoding="utf-8"))["claim"]
]
FALSE = [one for one in ENTRIES if one.values[0]["truth"] == "false"]
TRUE = [one for one in ENTRIES if one.values[0]["truth"] == "true"]
OPERATOR, HERMITIAN = "operator", "operator hermitian"


def read(claim: str, given: list[str] | None = None, **assume: str) -> Problem:
    return read_problem(claim, given or [], assume).problem


def read_entry(entry: dict[str, Any]) -> Problem:
    reading = read_problem(
        entry["claim"], entry["given"], entry["assume"], syntax=entry.get("syntax")
    )
    return reading.problem


def refuted(claim: str, given: list[str] | None = None, **assume: str) -> Counterexample:
    found = refute_operators(read(claim, given, **assume), 5.0)
    assert found is not None
    return found


@pytest.mark.parametrize("entry", FALSE)
def test_false_claims_of_the_corpus_are_refuted(entry: dict[str, Any]) -> None:
    assert refute_operators(read_entry(entry), 10.0) is not None


@pytest.mark.slow
@pytest.mark.parametrize("entry", TRUE)
def test_true_claims_of_the_corpus_are_never_refuted(entry: dict[str, Any]) -> None:
    assert refute_operators(read_entry(entry), 0.7, seed=1) is None


CANONICAL = ["Commutator(a, adjoint(a)) == 1"]
PAIR = ["Commutator(x, p) == I*hbar"]
POSITIONS = {"x": HERMITIAN, "p": HERMITIAN, "hbar": "real positive"}
SPIN = [
    "Commutator(Jx, Jy) == I*Jz",
    "Commutator(Jy, Jz) == I*Jx",
    "Commutator(Jz, Jx) == I*Jy",
]


@pytest.mark.parametrize(
    ("claim", "given", "assume"),
    [
        ("adjoint(A)*A == A*adjoint(A)", [], {"A": OPERATOR}),
        ("A == adjoint(A)", ["A**2 == A"], {"A": OPERATOR}),
        ("P*Q == Q*P", ["P**2 == P", "Q**2 == Q"], {"P": HERMITIAN, "Q": HERMITIAN}),
        ("exp(2*A) == 2*exp(A)", [], {"A": OPERATOR}),
        ("adjoint(exp(A)) == exp(-A)", [], {"A": HERMITIAN}),
        ("exp(pi*I*P) == 1 + 2*P", ["P**2 == P"], {"P": OPERATOR}),
        ("Derivative(exp(t*A), t) == t*A*exp(t*A)", [], {"A": OPERATOR, "t": "real"}),
        ("Sum(A**k, (k, 0, n))*(1 - A) == 1 - A**n", [], {"A": OPERATOR, "n": "natural"}),
        ("X*Z == Z*X", ["X**3 == 1", "Z**3 == 1"], {"X": OPERATOR, "Z": OPERATOR}),
        ("psi == 0", [*CANONICAL, "a*psi == 0"], {"a": OPERATOR, "psi": "ket"}),
        ("adjoint(a)*psi == 0", [*CANONICAL, "a*psi == 0"], {"a": OPERATOR, "psi": "ket"}),
        ("Commutator(x**2, p**2) == 2*I*hbar*x*p", PAIR, POSITIONS),
        (
            "a*b == 0",
            [
                *CANONICAL,
                "Commutator(b, adjoint(b)) == 1",
                "Commutator(a, b) == 0",
                "Commutator(a, adjoint(b)) == 0",
            ],
            {"a": OPERATOR, "b": OPERATOR},
        ),
        ("S**n*adjoint(S)**n == 1", ["adjoint(S)*S == 1"], {"S": OPERATOR, "n": "natural"}),
        ("A*X == 1", ["X*A == 1"], {"A": "operator V->W", "X": "operator W->V"}),
        ("A == 0", ["B*A == 0", "B != 0"], {"A": "operator V->W", "B": "operator W->U"}),
        ("Trace(A*B*C) == Trace(C*B*A)", [], dict.fromkeys("ABC", OPERATOR)),
        ("Jx**2 == 1/4", SPIN, dict.fromkeys(["Jx", "Jy", "Jz"], HERMITIAN)),
        ("Determinant(A) == 0", ["Trace(A) == 0"], {"A": "matrix 2x2 complex"}),
        ("Determinant(-A) == Determinant(A)", [], {"A": "matrix 3x3 complex"}),
        ("Transpose(U)*U == 1", [], {"U": "matrix 2x2 complex unitary"}),
        (
            "exp(Matrix([[0, a], [0, 0]])) == Matrix([[1, exp(a)], [0, 1]])",
            [],
            {"a": "complex"},
        ),
    ],
)
def test_false_claims_are_refuted(claim: str, given: list[str], assume: dict[str, str]) -> None:
    refuted(claim, given, **assume)


@pytest.mark.parametrize(
    ("claim", "given", "assume"),
    [
        ("Trace(A*B) == Trace(B*A)", [], {"A": "matrix 2x3 complex", "B": "matrix 3x2 complex"}),
        ("Trace(adjoint(A)*A) >= 0", [], {"A": OPERATOR}),
        ("Inverse(A)*A == 1", [], {"A": OPERATOR}),
        ("B*A == 1", ["A*B == 1"], {"A": "matrix 2x2 complex", "B": "matrix 2x2 complex"}),
        ("A*psi == a*psi", ["A*psi == a*psi"], {"A": OPERATOR, "psi": "ket", "a": "complex"}),
        (
            "P*Q == 0",
            ["P**2 == P", "Q**2 == Q", "(P + Q)**2 == P + Q"],
            {"P": HERMITIAN, "Q": HERMITIAN},
        ),
        (
            "exp(A + B)*exp(C/2) == exp(A)*exp(B)",
            ["Commutator(A, B) == C", "Commutator(A, C) == 0", "Commutator(B, C) == 0"],
            dict.fromkeys("ABC", OPERATOR),
        ),
        ("Derivative(exp(t**2*A), t) == 2*t*A*exp(t**2*A)", [], {"A": OPERATOR, "t": "real"}),
        ("Derivative(2**t*A, t) == 2**t*log(2)*A", [], {"A": OPERATOR, "t": "real"}),
        ("Dagger(psi)*psi >= 0", [], {"psi": "ket"}),
        ("Commutator(a, adjoint(a)**3) == 3*adjoint(a)**2", CANONICAL, {"a": OPERATOR}),
        ("S**2*adjoint(S)**2*S**2 == S**2", ["adjoint(S)*S == 1"], {"S": OPERATOR}),
        ("1 == 0", ["A*B - B*A == 1"], {"A": "matrix 2x2 complex", "B": "matrix 2x2 complex"}),
    ],
)
def test_true_claims_are_not_refuted(claim: str, given: list[str], assume: dict[str, str]) -> None:
    assert refute_operators(read(claim, given, **assume), 0.5) is None


def test_a_counterexample_shows_its_matrices_and_its_space() -> None:
    found = refuted("A*B == B*A", A=OPERATOR, B=OPERATOR)
    assert [value.name for value in found.values] == ["A", "B"]
    assert all(isinstance(value.exact, Grid) for value in found.values)
    assert found.remark == "on ℂ²"
    assert found.left != found.right
    assert r"\begin{pmatrix}" in found.values[0].latex


def test_a_declared_matrix_needs_no_remark() -> None:
    assert refuted("A*B == B*A", A="matrix 2x2 real", B="matrix 2x2 real").remark == ""


def test_an_isometry_that_is_not_unitary_is_a_shift() -> None:
    found = refuted("U*adjoint(U) == 1", ["adjoint(U)*U == 1"], U=OPERATOR)
    (value,) = found.values
    assert value.text == "S"
    assert value.exact is None
    assert "S eₙ = eₙ₊₁" in found.remark


def test_a_commutator_may_have_a_trace_in_infinite_dimension() -> None:
    found = refuted("Trace(A*B - B*A) == 0", A=OPERATOR, B=OPERATOR)
    assert found.left in ("1", "-1")


def test_the_claim_of_a_chain_that_fails_is_named() -> None:
    first = read("A*1 == A", A=OPERATOR)
    second = read("A == 0", A=OPERATOR)
    chain = Problem((*first.claims, *second.claims), (), first.names)
    found = refute_operators(chain)
    assert found is not None
    assert found.place == 1


def test_a_model_of_hypotheses_is_found() -> None:
    finite = find_model(read("X == X", ["X**2 == 1", "X != 1"], X=HERMITIAN))
    assert finite is not None
    infinite = find_model(read("x == x", PAIR, **POSITIONS))
    assert infinite is not None
    assert "oscillator" not in infinite.remark
    none = find_model(
        read("A == A", ["A*B - B*A == 1"], A="matrix 2x2 real", B="matrix 2x2 real"), 0.3
    )
    assert none is None


def test_the_time_is_kept() -> None:
    started = time.monotonic()
    problem = read("A*(B + C) == A*B + A*C", A=OPERATOR, B=OPERATOR, C=OPERATOR)
    assert refute_operators(problem, 0.3) is None
    assert time.monotonic() - started < 1.5


def test_deep_expressions_are_left_alone() -> None:
    problem = read("A == 0", A=OPERATOR)
    (claim,) = problem.claims
    body = claim.left
    for _ in range(3000):
        body = power(body, claim.right)
    deep = Problem((type(claim)("=", body, claim.right),), (), problem.names)
    assert refute_operators(deep, 0.2) is None


@pytest.mark.parametrize("exponent", ["100", "-100", "10**9", "10**2000"])
def test_large_exponents_are_left_alone(exponent: str) -> None:
    problem = read("A**n == A", [f"n == {exponent}"], A=OPERATOR, n="integer")
    assert refute_operators(problem, 0.2) is None


def test_what_has_no_model_here_is_left_alone() -> None:
    problem = read("f(x)*A == A", f="function", x="real", A=OPERATOR)
    assert refute_operators(problem, 0.2) is None
