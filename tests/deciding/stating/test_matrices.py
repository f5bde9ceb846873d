from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from derive.deciding.claims.expressions import (
    MINUS_ONE,
    ONE,
    ZERO,
    Call,
    Expression,
    Grid,
    Number,
    Relation,
    Symbol,
    add,
    call,
    divide,
    free_names,
    multiply,
    number,
    power,
)
from derive.deciding.claims.problem import Declared, Problem
from derive.deciding.refuting.exact_matrices import Model, Undefined, compiled
from derive.deciding.refuting.gaussian import Matrix, matrix
from derive.deciding.refuting.typed_terms import SCALAR, Type, Typing
from derive.deciding.stating.matrices import expanded, unfolded
from derive.deciding.stating.matrix_entries import entry_name
from derive.language.errors import LanguageError

A, B, C, k = map(Symbol, "A B C k".split())
SHAPE = (2, 2)
NAMES = {name: Declared(name, "matrix", frozenset(), "", "", SHAPE) for name in "ABC"}


def declared(name: str, *words: str, shape: tuple[int, int] = SHAPE) -> Declared:
    return Declared(name, "matrix", frozenset(words), "", "", shape)


def problem(claim: Relation, *names: Declared, given: tuple[Relation, ...] = ()) -> Problem:
    return Problem((claim,), given, {one.name: one for one in names})


def evaluated(expression: Expression, values: dict[str, Matrix], types: dict[str, Type]) -> Matrix:
    return compiled(Typing(types).expression(expression))(Model({}, dict(values)))


small = st.integers(-3, 3)
entries = st.tuples(small, small)
squares = st.lists(st.lists(entries, min_size=2, max_size=2), min_size=2, max_size=2).map(matrix)


def _combined(parts: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    return st.one_of(
        st.tuples(parts, parts).map(lambda pair: add(*pair)),
        st.tuples(parts, parts).map(lambda pair: multiply(*pair)),
        parts.map(lambda part: add(part, number(2))),
        parts.map(lambda part: multiply(Symbol("k"), part)),
        st.sampled_from(["transpose", "adjoint", "conjugate"]).flatmap(
            lambda name: parts.map(lambda part: call(name, part))
        ),
        st.tuples(parts, st.integers(-1, 3)).map(lambda pair: power(pair[0], number(pair[1]))),
        st.tuples(parts, parts).map(lambda pair: multiply(call("trace", pair[0]), pair[1])),
        st.tuples(parts, parts).map(lambda pair: multiply(call("determinant", pair[0]), pair[1])),
    )


expressions = st.recursive(st.sampled_from([A, B]), _combined, max_leaves=5)


@settings(deadline=None, max_examples=60)
@given(expressions, squares, squares, entries)
def test_entries_of_the_unfolded_are_those_of_the_matrix(
    expression: Expression, a: Matrix, b: Matrix, factor: tuple[int, int]
) -> None:
    values = {"A": a, "B": b, "k": matrix([[factor]])}
    types = {"A": Type("#2", "#2"), "B": Type("#2", "#2"), "k": SCALAR}
    grids, scalars = {}, {"k": values["k"]}
    for name, value in (("A", a), ("B", b)):
        rows = [[Symbol(entry_name(name, i, j, SHAPE)) for j in range(2)] for i in range(2)]
        grids[name] = Grid(tuple(map(tuple, rows)))
        scalars |= {rows[i][j].name: value.part(i, j) for i in range(2) for j in range(2)}
    found = unfolded(expression, grids)
    assert isinstance(found, Grid)
    try:
        whole = evaluated(expression, values, types)
    except Undefined:
        with pytest.raises(Undefined):
            [evaluated(e, scalars, dict.fromkeys(scalars, SCALAR)) for e in found.children()]
        return
    for i, row in enumerate(found.rows):
        for j, entry in enumerate(row):
            value = evaluated(entry, scalars, dict.fromkeys(scalars, SCALAR))
            assert value.number == whole.entry(i, j)


def test_an_equation_becomes_one_for_each_entry() -> None:
    found = expanded(
        problem(Relation("=", A, B), declared("A", shape=(2, 3)), declared("B", shape=(2, 3)))
    )
    assert len(found.problem.claims) == 6
    assert found.problem.claims[5] == Relation("=", Symbol("A_23"), Symbol("B_23"))
    assert found.places == (0,) * 6
    assert set(found.problem.names) == free_names(found.entries["A"]) | free_names(
        found.entries["B"]
    )


def test_a_denied_equation_stays_one_relation() -> None:
    found = expanded(problem(Relation("!=", A, ZERO), declared("A")))
    (claim,) = found.problem.claims
    assert claim.kind == "!="
    assert claim.right == ZERO
    assert free_names(claim.left) == free_names(found.entries["A"])


def test_a_hermitian_matrix_has_real_diagonal_and_conjugate_entries() -> None:
    found = expanded(problem(Relation("=", A, A), declared("A", "hermitian")))
    grid = found.entries["A"]
    assert grid.rows[1][0] == call("conjugate", grid.rows[0][1])
    assert "real" in found.problem.names["A_11"].words
    assert "real" not in found.problem.names["A_12"].words


def test_an_antihermitian_real_matrix_has_no_diagonal() -> None:
    found = expanded(problem(Relation("=", A, A), declared("A", "antihermitian", "real")))
    assert found.entries["A"].rows[0][0] == ZERO
    assert set(found.problem.names) == {"A_12"}


def test_words_that_entries_do_not_show_become_hypotheses() -> None:
    unitary = expanded(problem(Relation("=", A, A), declared("A", "unitary", "invertible")))
    assert len(unitary.problem.given) == 8
    (condition,) = expanded(problem(Relation("=", A, A), declared("A", "invertible"))).problem.given
    assert condition.kind == "!="


def test_entry_names_avoid_those_that_are_taken() -> None:
    claim = Relation("=", multiply(Symbol("A_11"), A), A)
    found = expanded(problem(claim, declared("A"), Declared("A_11", "scalar")))
    assert found.entries["A"].rows[0][0] == Symbol("A_11_")


def test_a_symbolic_power_is_left_and_named() -> None:
    claim = Relation("=", power(A, Symbol("n")), A)
    found = expanded(problem(claim, declared("A"), Declared("n", "scalar")))
    (left,) = found.folded
    assert left == power(found.entries["A"], Symbol("n"))
    (kept,) = found.problem.claims
    assert kept.left == left


def test_an_exponential_in_a_product_is_left() -> None:
    claim = Relation("=", multiply(call("exp", A), B), call("trace", call("exp", A)))
    found = expanded(problem(claim, declared("A"), declared("B")))
    assert {one.function for one in found.folded if isinstance(one, Call)} >= {"exp", "multiply"}


def test_where_one_entry_is_undefined_the_matrix_is() -> None:
    x = Symbol("x")
    pole = divide(ONE, x)
    grid = Grid(((pole, x), (ZERO, ONE)))
    claim = Relation("=", grid, Grid(((pole, ZERO), (ZERO, ONE))))
    claims = expanded(problem(claim, Declared("x", "scalar"))).problem.claims
    types, nought = {"x": SCALAR}, {"x": matrix([[0]])}
    for relation in claims:
        with pytest.raises(Undefined):
            evaluated(relation.left, nought, types)
    trace = unfolded(call("trace", Grid(((x, pole), (ZERO, ONE)))), {})
    with pytest.raises(Undefined):
        evaluated(trace, nought, types)


def test_blocks_are_joined_and_numbers_are_multiples_of_the_identity() -> None:
    grids = {"A": Grid(((ONE, number(2)), (number(3), number(4))))}
    found = unfolded(Grid(((A, ZERO), (ZERO, number(5)))), grids)
    assert found == Grid(
        ((ONE, number(2), ZERO), (number(3), number(4), ZERO), (ZERO, ZERO, number(5)))
    )


def test_an_inverse_shows_the_determinant_as_divisor() -> None:
    found = unfolded(power(A, MINUS_ONE), {"A": Grid(((Symbol("a"), ZERO), (ZERO, Symbol("d"))))})
    divisors = [part for part in found.walk() if part == Number(Fraction(-1))]
    assert len(divisors) >= 4


@pytest.mark.parametrize(
    "expression",
    [
        add(A, C),
        multiply(A, C, A),
        power(C, number(2)),
        call("trace", C),
        add(C, ONE),
        power(number(2), A),
        Grid(((A, C), (C, A))),
    ],
)
def test_shapes_that_do_not_meet_are_refused(expression: Expression) -> None:
    with pytest.raises(LanguageError):
        expanded(
            problem(Relation("=", expression, ZERO), declared("A"), declared("C", shape=(2, 3)))
        )
