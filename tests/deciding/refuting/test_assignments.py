from __future__ import annotations

import pytest

from derive.deciding.claims.problem import Problem
from derive.deciding.reading import read_problem
from derive.deciding.refuting.assignments import Question, Search, holds
from derive.deciding.refuting.exact_matrices import Model
from derive.deciding.refuting.gaussian import scalar
from derive.deciding.refuting.typed_terms import Typing, type_of
from derive.deciding.refuting.verification import verified

OPERATOR, HERMITIAN = "operator", "operator hermitian"


def asked(problem: Problem) -> Question:
    types = {name: type_of(one) for name, one in problem.names.items()}
    words = {name: one.words for name, one in problem.names.items()}
    typing = Typing(types)
    return Question(types, words, [typing.relation(relation) for relation in problem.given])


def models(given: list[str], count: int = 20, **assume: str) -> tuple[Problem, list[Model]]:
    problem = read_problem(given[0], given, assume).problem
    found: list[Model] = []

    def accept(model: Model) -> bool:
        found.append(Model(model.dimensions, dict(model.values)))
        return len(found) >= count

    Search(asked(problem), 3.0, 0).run(accept, range(6))
    return problem, found


@pytest.mark.parametrize(
    ("given", "assume"),
    [
        (["A*B == B*A"], {"A": OPERATOR, "B": OPERATOR}),
        (["A*B == 1", "B*A == 1"], {"A": OPERATOR, "B": OPERATOR}),
        (["A*psi == a*psi", "psi != 0"], {"A": OPERATOR, "psi": "ket", "a": "complex"}),
        (["P**2 == P", "N == 2*P - 1"], {"P": HERMITIAN, "N": OPERATOR}),
        (["X*Y == I*Z", "X**2 == 1", "Y**2 == 1"], dict.fromkeys("XYZ", OPERATOR)),
        (["adjoint(A)*A == 1"], {"A": "operator V->W"}),
        (["A*B == 0"], {"A": "matrix 2x3 complex", "B": "matrix 3x2 complex"}),
        (["n > 1", "A**n == 0"], {"A": OPERATOR, "n": "natural"}),
    ],
)
def test_models_satisfy_the_hypotheses(given: list[str], assume: dict[str, str]) -> None:
    problem, found = models(given, **assume)
    assert len(found) == 20
    for model in found:
        entries = {name: value.entries() for name, value in model.values.items()}
        assert verified(problem, model.dimensions, entries, -1)


def test_models_are_of_several_sizes() -> None:
    _, found = models(["A*B == B*A"], 2000, A=OPERATOR, B=OPERATOR)
    assert len({model.dimensions["V"] for model in found}) >= 2


def test_contradictory_hypotheses_have_no_model() -> None:
    _, found = models(["A*B - B*A == 1"], A="matrix 2x2 real", B="matrix 2x2 real")
    assert found == []


def test_a_search_without_names_ends() -> None:
    problem = read_problem("1 == 0", [], {}).problem
    calls: list[Model] = []
    Search(asked(problem), 60.0, 0).run(lambda model: bool(calls.append(model)), range(10**6))
    assert len(calls) == 1


def test_what_is_not_real_is_not_ordered() -> None:
    problem = read_problem("a >= 0", ["a >= 0"], {"a": "complex"}).problem
    (relation,) = asked(problem).given
    assert holds(relation, scalar(0, 1), scalar(0)) is None
    assert holds(relation, scalar(-1), scalar(0)) is False
    assert holds(relation, scalar(0), scalar(0)) is True
