from __future__ import annotations

import time

import pytest

from derive.deciding.counterexample import Counterexample
from derive.deciding.reading import read_problem
from derive.deciding.refuting.infinite import InfiniteSearch
from derive.deciding.refuting.typed_terms import Typing, Untypable, type_of

OPERATOR, HERMITIAN = "operator", "operator hermitian"
CANONICAL = ["Commutator(a, adjoint(a)) == 1"]
PAIR = ["Commutator(x, p) == I*hbar"]
POSITIONS = {"x": HERMITIAN, "p": HERMITIAN, "hbar": "real positive"}


def searched(
    claim: str, given: list[str], *, any_model: bool = False, **assume: str
) -> Counterexample | None:
    problem = read_problem(claim, given, assume).problem
    types = {name: type_of(one) for name, one in problem.names.items()}
    typing = Typing(types)
    hypotheses = [typing.relation(relation) for relation in problem.given]
    claims = [typing.relation(relation) for relation in problem.claims]
    search = InfiniteSearch(problem, types, hypotheses, claims)
    return search.found(2000, time.monotonic() + 5, any_model=any_model)


@pytest.mark.parametrize(
    ("claim", "given", "assume"),
    [
        ("a*adjoint(a) == adjoint(a)*a", CANONICAL, {"a": OPERATOR}),
        ("Commutator(x, p**2) == I*hbar*p", PAIR, POSITIONS),
        (
            "exp(-t*a)*adjoint(a)*exp(t*a) == adjoint(a) + t",
            CANONICAL,
            {"a": OPERATOR, "t": "real"},
        ),
        ("exp(D)*x == x*exp(D)", ["Commutator(D, x) == 1"], {"D": OPERATOR, "x": OPERATOR}),
        (
            "Dagger(psi)*N*psi == 0",
            [*CANONICAL, "N == adjoint(a)*a"],
            {"a": OPERATOR, "N": OPERATOR, "psi": "ket"},
        ),
        ("B*A == 1", ["A*B == 1"], {"A": OPERATOR, "B": OPERATOR}),
    ],
)
def test_false_claims_are_refuted(claim: str, given: list[str], assume: dict[str, str]) -> None:
    assert searched(claim, given, **assume) is not None


@pytest.mark.parametrize(
    ("claim", "given", "assume"),
    [
        ("a**2*adjoint(a) == adjoint(a)*a**2 + 2*a", CANONICAL, {"a": OPERATOR}),
        ("Commutator(x, p**2) == 2*I*hbar*p", PAIR, POSITIONS),
        (
            "exp(-t*a)*adjoint(a)*exp(t*a) == adjoint(a) - t",
            CANONICAL,
            {"a": OPERATOR, "t": "real"},
        ),
        ("exp(D)*x == (x + 1)*exp(D)", ["Commutator(D, x) == 1"], {"D": OPERATOR, "x": OPERATOR}),
        ("adjoint(exp(A))*exp(A) == 1", ["A**2 == 1"], {"A": "operator antihermitian"}),
        ("Trace(A*B) == Trace(B*A)", [], {"A": OPERATOR, "B": OPERATOR}),
        (
            "1 == 0",
            ["psi != 0", "N*psi == -psi", "N == adjoint(A)*A"],
            {"A": OPERATOR, "N": OPERATOR, "psi": "ket"},
        ),
    ],
)
def test_true_claims_are_not_refuted(claim: str, given: list[str], assume: dict[str, str]) -> None:
    assert searched(claim, given, **assume) is None


def test_the_state_on_which_exponentials_differ_is_shown() -> None:
    found = searched("exp(a)*adjoint(a) == adjoint(a)*exp(a)", CANONICAL, a=OPERATOR)
    assert found is not None
    assert found.left == "e₀ + e₁ at e₀"
    assert found.right == "e₁"


def test_a_model_of_the_canonical_commutator() -> None:
    found = searched("x == x", PAIR, any_model=True, **POSITIONS)
    assert found is not None
    assert [value.name for value in found.values] == list(POSITIONS)
    assert found.values[0].text == "â† + â"


def test_matrices_are_of_finite_size() -> None:
    with pytest.raises(Untypable):
        searched("A*B == B*A", [], A="matrix 2x2 real", B="matrix 2x2 real")
