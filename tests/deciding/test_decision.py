"""`decide`: what goes in, what comes out, and how long it may take."""

from __future__ import annotations

import json
import time

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

from derive import decide
from derive.deciding.reading import IllFormed
from derive.kernel.atoms import KernelError
from derive.language.errors import LanguageError

x, y = sympy.symbols("x y")
OPERATORS = {"A B C": "operator"}


@pytest.mark.parametrize(
    "claim",
    [
        "x*y == y*x",
        r"x y = y x",
        sympy.Eq(x * (y + 1), x * y + x, evaluate=False),
        (x * (y + 1), x * y + x),
        ("x*(y + 1)", "x*y + x"),
    ],
)
def test_a_claim_may_come_in_any_form(claim: object) -> None:
    assert decide(claim, assume={"x y": "complex"}).status == "proved"


@pytest.mark.parametrize(
    ("claim", "status"),
    [
        (sympy.Ne(x**2 + 1, 0, evaluate=False), "proved"),
        (sympy.Ge(x**2, 0, evaluate=False), "proved"),
        (sympy.Ge(x, 0, evaluate=False), "refuted"),
    ],
)
def test_relations_of_sympy(claim: object, status: str) -> None:
    assert decide(claim, assume={"x": "real"}).status == status


def test_hypotheses_may_be_one_or_many() -> None:
    assume = {"a b": "real positive"}
    assert decide("a == b", "a**2 == b**2", assume).status == "proved"
    assert decide("a == b", ["a**2 == b**2"], assume).status == "proved"
    assert decide("a == b", (), assume).status == "refuted"


def test_what_evaluated_itself_is_not_decided_but_said() -> None:
    verdict = decide(sympy.Eq(x / x, 1), assume={"x": "complex"})
    assert verdict.status == "undecided"
    assert any("evaluat" in warning for warning in verdict.warnings)


def test_a_claim_that_is_ill_formed_is_an_error() -> None:
    with pytest.raises(IllFormed):
        decide("psi + A == A", assume={"psi": "ket", "A": "operator"})


@pytest.mark.parametrize(
    ("claim", "assume"),
    [
        ("x == y", {"x": "reel"}),
        ("x == 1", {"x": "real antihermitian"}),
        ("x == ", {"x": "real"}),
        ("__import__('os') == 1", {}),
        ("x.y == 1", {"x": "real"}),
        ("unknown == 1", {}),
    ],
)
def test_what_cannot_be_read_is_one_clear_error(claim: str, assume: dict[str, str]) -> None:
    with pytest.raises(LanguageError) as caught:
        decide(claim, assume=assume)
    assert caught.value.message


def test_conditions_and_strictness() -> None:
    verdict = decide("(x**2 - 1)/(x - 1) == x + 1", assume={"x": "complex"})
    assert (verdict.status, verdict.conditions) == ("proved", ("x != 1",))
    strict = decide("(x**2 - 1)/(x - 1) == x + 1", assume={"x": "complex"}, strict=True)
    assert strict.status == "undecided"
    assert "x != 1" in strict.reason
    free = decide("x/x == 1", assume={"x": "real positive"}, strict=True)
    assert (free.status, free.conditions) == ("proved", ())


def test_a_certificate_can_be_verified_and_a_changed_one_cannot() -> None:
    verdict = decide("sin(t)**2 + cos(t)**2 == 1", assume={"t": "real"})
    assert verdict.certificate is not None
    verdict.certificate.verify()
    (case,) = verdict.certificate.proof.cases
    changed = case.certificate.replace('"1/2"', '"1/3"')
    assert changed != case.certificate
    with pytest.raises(KernelError):
        type(case)(case.case, case.statement, changed, case.grants, case.abstraction).verify()


def test_a_certificate_of_another_claim_does_not_do() -> None:
    one = decide("A*(B + C) == A*B + A*C", assume=OPERATORS).certificate
    other = decide("(A + B)*C == A*C + B*C", assume=OPERATORS).certificate
    assert one is not None
    assert other is not None
    mine, theirs = one.proof.cases[0], other.proof.cases[0]
    swapped = type(mine)(
        mine.case, mine.statement, theirs.certificate, mine.grants, mine.abstraction
    )
    with pytest.raises(KernelError):
        swapped.verify()


def test_premises_are_listed() -> None:
    verdict = decide("sin(2*t) == 2*sin(t)*cos(t)", assume={"t": "complex"})
    assert verdict.certificate is not None
    assert any(line.startswith("definition of sin") for line in verdict.certificate.premises)
    assert any("exponential of a" in line for line in verdict.certificate.premises)


def test_a_polynomial_identity_needs_no_premise() -> None:
    verdict = decide("(a + b)**2 == a**2 + 2*a*b + b**2", assume={"a b": "complex"})
    assert verdict.certificate is not None
    assert verdict.certificate.premises == ()


def test_warnings() -> None:
    contradictory = decide("x == 5", ["x == 0", "x == 1"], {"x": "complex"})
    assert any("contradict" in line for line in contradictory.warnings)
    unused = decide("x + y == y + x", ["x == 2*y"], {"x y": "complex"})
    assert any("was not used" in line for line in unused.warnings)
    trivial = decide("A*B == B", ["A**2 == A", "A*C == 1"], OPERATORS)
    assert any("A == 1" in line for line in trivial.warnings)
    fine = decide("A == 0", "A**2 == 0", {"A": "operator hermitian"})
    assert not any("contradict" in line for line in fine.warnings)


def test_json_is_complete() -> None:
    verdict = decide("A*B == B*A", assume=OPERATORS)
    data = json.loads(verdict.as_json())
    assert data["status"] == "refuted"
    assert set(data["counterexample"]["values"]) == {"A", "B"}
    proved = json.loads(decide("a + b == b + a", assume={"a b": "real"}).as_json())
    assert proved["certificate"][0]["certificate"][0] == 1


@pytest.mark.parametrize(
    "claim",
    [
        "(x+1)**(10**9) == 0",
        "(x + y + 1)**300 == (1 + x + y)**300 + 1",
        "x**(10**30) == x**(10**30) + 1",
        "2**" + "9" * 2000 + " == 0",
        "factorial(10**12) == 1",
        "10**(10**10) == 1",
        "exp(exp(exp(exp(exp(10))))) == 0",
        "sin(" * 60 + "x" + ")" * 60 + " == x",
        "Sum(k**5, (k, 1, 10**9)) == 0",
        "(A + B)**40 == (B + A)**40 + A",
    ],
)
def test_large_things_end_in_time(claim: str) -> None:
    started = time.monotonic()
    names = {"x y": "complex", "A B": "operator"}
    verdict = decide(claim, assume={k: w for k, w in names.items()}, timeout=3.0)
    assert verdict.status != "proved"
    assert time.monotonic() - started < 6.0


@pytest.mark.parametrize("depth", [1_000, 100_000])
def test_deep_nesting_is_refused_or_read(depth: int) -> None:
    with pytest.raises(LanguageError):
        decide("(" * depth + "x" + ")" * depth + " == x + 1" + "0" * 5000, assume={"x": "real"})


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="xyAB01+-*/()=<>!., ^\\{}[]_'\"sincoqrt", max_size=30))
def test_no_text_makes_it_crash(text: str) -> None:
    try:
        verdict = decide(text, assume={"x y": "complex", "A B": "operator"}, timeout=1.0)
    except LanguageError:
        return
    assert verdict.status in ("proved", "refuted", "undecided")
