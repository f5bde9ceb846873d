from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from derive.deciding.reading import read_problem
from derive.deciding.refuting.exact_matrices import Model, compiled
from derive.deciding.refuting.gaussian import matrix
from derive.deciding.refuting.linear_matrices import degree, solutions
from derive.deciding.refuting.typed_terms import TypedRelation, Typing, type_of

OPERATOR = "operator"


def typed(claim: str, **assume: str) -> TypedRelation:
    problem = read_problem(claim, [], assume).problem
    typing = Typing({name: type_of(one) for name, one in problem.names.items()})
    return typing.relation(problem.claims[0])


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("A*X*A + Dagger(X) == 0", 1),
        ("A*X*A*X == 0", 2),
        ("X**3 == 0", 3),
        ("Trace(X)*X == 0", 2),
        ("A == 0", 0),
    ],
)
def test_degrees(claim: str, expected: int) -> None:
    assert degree(typed(claim, A=OPERATOR, X=OPERATOR).left, "X") == expected


@pytest.mark.parametrize("claim", ["exp(X) == 0", "Inverse(X) == 0"])
def test_what_is_no_polynomial_has_a_large_degree(claim: str) -> None:
    assert degree(typed(claim, X=OPERATOR).left, "X") > 1


entries = st.tuples(st.integers(-2, 2), st.integers(-2, 2))
squares = st.lists(st.lists(entries, min_size=2, max_size=2), min_size=2, max_size=2)
EQUATIONS = ["A*X == X*A", "A*X == B", "X + Dagger(X) == A + Dagger(A)", "A*X + X*A == 1"]


@pytest.mark.parametrize("claim", EQUATIONS)
@settings(deadline=None, max_examples=30)
@given(a=squares, b=squares)
def test_solutions_solve(claim: str, a: list[Any], b: list[Any]) -> None:
    relation = typed(claim, A=OPERATOR, B=OPERATOR, X=OPERATOR)
    sides = compiled(relation.left), compiled(relation.right)
    model = Model({"V": 2}, {"A": matrix(a), "B": matrix(b)})
    found = solutions(model, "X", (2, 2), [sides], random.Random(0), 1)
    assert found is not None
    values, are_all = found
    assert not are_all or len(values) <= 1
    for value in values:
        model.values["X"] = value
        assert sides[0](model).equals(sides[1](model))


def test_a_unique_solution_is_found_and_said_to_be_all() -> None:
    relation = typed("2*X == A", A=OPERATOR, X=OPERATOR)
    model = Model({"V": 2}, {"A": matrix([[2, 4], [6, (0, 8)]])})
    sides = compiled(relation.left), compiled(relation.right)
    found = solutions(model, "X", (2, 2), [sides], random.Random(0), 0)
    assert found is not None
    (value,), are_all = found
    assert are_all
    assert value.equals(matrix([[1, 2], [3, (0, 4)]]))
    assert "X" not in model.values


def test_contradictory_equations_have_no_solution() -> None:
    relation = typed("0*X == A", A=OPERATOR, X=OPERATOR)
    model = Model({"V": 2}, {"A": matrix([[1, 0], [0, 0]])})
    sides = compiled(relation.left), compiled(relation.right)
    assert solutions(model, "X", (2, 2), [sides], random.Random(0), 0) == ([], True)
