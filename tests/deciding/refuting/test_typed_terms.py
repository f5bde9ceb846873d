from __future__ import annotations

import pytest

from derive.deciding.claims.expressions import (
    ONE,
    ZERO,
    Expression,
    Grid,
    Relation,
    Symbol,
    add,
    call,
    multiply,
    power,
)
from derive.deciding.refuting.typed_terms import (
    SCALAR,
    Type,
    Typing,
    Untypable,
    check_size,
    names_of,
)

A, B, v, u, c, M = map(Symbol, "A B v u c M".split())
TYPING = Typing(
    {
        "A": Type("V", "V"),
        "B": Type("W", "V"),
        "v": Type("V", ""),
        "u": Type("", "V"),
        "c": SCALAR,
        "M": Type("#2", "#3"),
    }
)


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        (multiply(B, A), Type("W", "V")),
        (multiply(u, A, v), SCALAR),
        (multiply(v, u), Type("V", "V")),
        (multiply(A, u, v), Type("V", "V")),
        (multiply(u, v, v), Type("V", "")),
        (multiply(u, v, u), Type("", "V")),
        (multiply(c, B), Type("W", "V")),
        (multiply(B, v, u, A, v, c), Type("W", "")),
        (call("adjoint", B), Type("V", "W")),
        (call("adjoint", v), Type("", "V")),
        (call("transpose", M), Type("#3", "#2")),
        (add(A, c), Type("V", "V")),
        (call("trace", A), SCALAR),
        (power(A, c), Type("V", "V")),
        (Grid(((ONE, c, ZERO),)), Type("#1", "#3")),
        (Grid(((M, ZERO), (ZERO, ONE))), Type("#3", "#4")),
    ],
)
def test_types(expression: Expression, expected: Type) -> None:
    assert TYPING.expression(expression).type == expected


@pytest.mark.parametrize(
    "expression",
    [
        multiply(A, B),
        multiply(v, v),
        add(B, ONE),
        add(A, B),
        call("trace", B),
        call("conjugate", A),
        call("transpose", A),
        call("sign", A),
        power(B, c),
        Symbol("unknown"),
        Grid(((M, M), (M, call("transpose", M)))),
    ],
)
def test_what_does_not_fit_is_refused(expression: Expression) -> None:
    with pytest.raises(Untypable):
        TYPING.expression(expression)


def test_zero_has_every_type_and_other_numbers_that_of_an_operator() -> None:
    assert TYPING.relation(Relation("=", B, ZERO)).right.kind == "zero"
    assert TYPING.relation(Relation("=", A, ONE)).right.kind == "multiple"
    with pytest.raises(Untypable):
        TYPING.relation(Relation("=", B, ONE))
    with pytest.raises(Untypable):
        TYPING.relation(Relation(">=", A, ZERO))


def test_names() -> None:
    assert names_of(TYPING.expression(multiply(c, u, A, v))) == {"c", "u", "A", "v"}


def test_deep_and_large_expressions_are_refused() -> None:
    deep: Expression = A
    for _ in range(500):
        deep = add(deep, A)
    with pytest.raises(Untypable):
        check_size(deep)
    wide: Expression = A
    for _ in range(20):
        wide = multiply(wide, wide)
    with pytest.raises(Untypable):
        check_size(wide)
    check_size(multiply(A, A, A))
