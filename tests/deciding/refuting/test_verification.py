from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from derive.deciding.claims.problem import Problem
from derive.deciding.reading import read_problem
from derive.deciding.refuting.exact_matrices import Model, NotExact, Undefined, compiled
from derive.deciding.refuting.gaussian import Matrix, matrix
from derive.deciding.refuting.infinite_verification import verified_on_states
from derive.deciding.refuting.ladders import OSCILLATOR, SHIFT, letter
from derive.deciding.refuting.matrix_balls import Balls
from derive.deciding.refuting.rational_matrices import Value, exponential, pi
from derive.deciding.refuting.typed_terms import Typing, type_of
from derive.deciding.refuting.verification import verified

OPERATOR, HERMITIAN = "operator", "operator hermitian"
LOWERING, RAISING = [[0, 1], [0, 0]], [[0, 0], [1, 0]]


def read(claim: str, given: list[str] | None = None, **assume: str) -> Problem:
    return read_problem(claim, given or [], assume).problem


def agreed(problem: Problem, values: Mapping[str, Any], size: int = 2) -> bool:
    entries = {name: matrix(rows).entries() for name, rows in values.items()}
    return verified(problem, {"V": size}, entries, 0)


def test_a_counterexample_is_verified() -> None:
    assert agreed(read("A*B == B*A", A=OPERATOR, B=OPERATOR), {"A": LOWERING, "B": RAISING})


@pytest.mark.parametrize(
    ("problem", "values"),
    [
        (read("A*B == B*A", A=OPERATOR, B=OPERATOR), {"A": LOWERING, "B": LOWERING}),
        (read("A*B == B*A", A=HERMITIAN, B=OPERATOR), {"A": LOWERING, "B": RAISING}),
        (read("A == 0", ["A**2 == 1"], A=OPERATOR), {"A": LOWERING}),
        (read("A == 0", A="operator invertible"), {"A": LOWERING}),
        (read("A == 0", A="operator unitary"), {"A": [[2, 0], [0, 1]]}),
        (read("Inverse(A) == A", A=OPERATOR), {"A": LOWERING}),
        (read("k*A == A", k="positive", A=OPERATOR), {"k": [[-1]], "A": LOWERING}),
        (read("k*A == A", k="integer odd", A=OPERATOR), {"k": [[2]], "A": LOWERING}),
        (read("A == 0", A="matrix 2x3 real"), {"A": LOWERING}),
        (read("exp(A) == 1 + A", A=OPERATOR), {"A": LOWERING}),
    ],
)
def test_what_is_no_counterexample_is_not(problem: Problem, values: Mapping[str, Any]) -> None:
    assert not agreed(problem, values)


small = st.integers(-2, 2)
entries = st.tuples(small, small)
squares = st.lists(st.lists(entries, min_size=2, max_size=2), min_size=2, max_size=2)
CLAIMS = [
    "A*B*Dagger(B) + 3 == A**2",
    "Trace(A*B)*A == B - A",
    "Dagger(psi)*A*psi*B == B*Dagger(A)",
    "psi*Dagger(psi)*A == A*psi*Dagger(psi)",
    "Inverse(A)*B == Sum(A**k, (k, 0, 3))",
    "c*A + conjugate(c)*B == abs(c)**2*A",
]


@pytest.mark.parametrize("claim", CLAIMS)
@settings(deadline=None, max_examples=25)
@given(a=squares, b=squares, ket=st.lists(entries, min_size=2, max_size=2), c=entries)
def test_both_evaluators_agree(
    claim: str, a: list[Any], b: list[Any], ket: list[Any], c: tuple[int, int]
) -> None:
    problem = read(claim, A=OPERATOR, B=OPERATOR, psi="ket", c="complex")
    values: dict[str, Matrix] = {
        "A": matrix(a),
        "B": matrix(b),
        "psi": matrix([[entry] for entry in ket]),
        "c": matrix([[c]]),
    }
    values = {name: value for name, value in values.items() if name in problem.names}
    typing = Typing({name: type_of(one) for name, one in problem.names.items()})
    relation = typing.relation(problem.claims[0])
    model = Model({"V": 2}, dict(values))
    try:
        left, right = compiled(relation.left)(model), compiled(relation.right)(model)
    except (NotExact, Undefined):
        return
    rows = {name: value.entries() for name, value in values.items()}
    assert verified(problem, {"V": 2}, rows, 0) == (not left.equals(right))


@settings(deadline=None, max_examples=30)
@given(squares)
def test_both_exponentials_overlap(rows: list[Any]) -> None:
    from flint import acb

    value = matrix(rows)
    found = exponential(Value(value.entries(), "V", "V"))
    problem = read("exp(A) == 0", A=OPERATOR)
    part = Typing({"A": type_of(problem.names["A"])}).expression(problem.claims[0].left)
    balls = Balls(Model({"V": 2}, {"A": value}), frozenset()).value(part)
    assert found.error < Fraction(1, 10**12)
    for i in range(2):
        for j in range(2):
            real, imaginary = (float(x) for x in found.rows[i][j])
            assert abs(complex(acb(balls[i, j])) - complex(real, imaginary)) < 1e-9 * (
                1 + abs(complex(real, imaginary))
            )


def test_the_exponential_of_a_turn_by_pi() -> None:
    turn = pi()
    found = exponential(Value([[(Fraction(0), turn.rows[0][0][0])]], "", "", turn.error))
    ((real, imaginary),) = found.rows[0]
    assert abs(real + 1) <= found.error
    assert abs(imaginary) <= found.error


def test_models_of_infinite_dimension_are_verified() -> None:
    down = letter(OSCILLATOR, 1, 0, raising=False)
    problem = read("a*adjoint(a) == adjoint(a)*a", ["Commutator(a, adjoint(a)) == 1"], a=OPERATOR)
    assert verified_on_states(problem, OSCILLATOR, 1, {"a": down}, 0)
    assert not verified_on_states(problem, OSCILLATOR, 1, {"a": down.adjoint()}, 0)
    true = read("a**2*adjoint(a) == adjoint(a)*a**2 + 2*a", a=OPERATOR)
    assert not verified_on_states(true, OSCILLATOR, 1, {"a": down}, 0)


def test_a_trace_exists_for_finite_rank_only() -> None:
    up = letter(SHIFT, 1, 0, raising=True)
    finite = read("Trace(1 - S*adjoint(S)) == 0", S=OPERATOR)
    assert verified_on_states(finite, SHIFT, 1, {"S": up}, 0)
    endless = read("Trace(S*adjoint(S)) == 0", S=OPERATOR)
    assert not verified_on_states(endless, SHIFT, 1, {"S": up}, 0)


def test_inner_products_of_number_states() -> None:
    down = letter(OSCILLATOR, 1, 0, raising=False)
    two = {(2,): (Fraction(1), Fraction(0))}
    problem = read("Dagger(psi)*adjoint(a)*a*psi == 4", a=OPERATOR, psi="ket")
    values = {"a": down, "psi": two}
    assert not verified_on_states(problem, OSCILLATOR, 1, values, 0)
    other = read("Dagger(psi)*adjoint(a)*a*psi == 3", a=OPERATOR, psi="ket")
    assert verified_on_states(other, OSCILLATOR, 1, values, 0)


def test_what_is_not_real_is_not_ordered() -> None:
    problem = read("Trace(A) >= 0", A=OPERATOR)
    assert not agreed(problem, {"A": [[(0, 1), 0], [0, 0]]})
    assert agreed(problem, {"A": [[-1, 0], [0, 0]]})
