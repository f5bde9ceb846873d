import pytest
from hypothesis import given

from derive.deciding.claims.expressions import Binder, Expression, number
from derive.deciding.reading.assumptions import read_assumptions
from derive.deciding.reading.text import read_text, read_text_expression
from derive.deciding.reading.types import (
    SCALAR,
    IllFormed,
    MapType,
    MatrixType,
    Type,
    check_relation,
    typed,
)
from derive.language.errors import LanguageError
from tests.deciding.generated import NAMES as GENERATED_NAMES
from tests.deciding.generated import expressions

NAMES = read_assumptions(
    {
        "x y": "complex",
        "n k": "natural",
        "m": "integer",
        "f": "function",
        "A B": "operator",
        "T": "operator V->W",
        "S": "operator W->V",
        "psi phi": "ket",
        "chi": "bra",
        "omega": "ket W",
        "M N": "matrix 2x2 complex",
        "R": "matrix 2x3 complex",
        "v": "matrix 3x1 real",
    }
)
OPERATOR, KET, BRA = MapType("V", "V"), MapType("C", "V"), MapType("V", "C")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x + f(y)", SCALAR),
        ("2*A + 1", OPERATOR),
        ("0 + psi", KET),
        ("A*psi", KET),
        ("chi*A", BRA),
        ("adjoint(psi)", BRA),
        ("chi*A*psi", SCALAR),
        ("chi*psi*A", OPERATOR),
        ("psi*chi", OPERATOR),
        ("psi*chi*psi", KET),
        ("T*psi*x", MapType("C", "W")),
        ("adjoint(T)*omega", KET),
        ("T*S", MapType("W", "W")),
        ("(T*S)**n", MapType("W", "W")),
        ("Inverse(T)", MapType("W", "V")),
        ("A**(n*(n + 1)/2)", OPERATOR),
        ("A**(n - 1)", OPERATOR),
        ("A**-2", OPERATOR),
        ("exp(x*A)", OPERATOR),
        ("Commutator(A, 3)", OPERATOR),
        ("Trace(A*B)", SCALAR),
        ("conjugate(chi*psi)", SCALAR),
        ("M*R", MatrixType(2, 3)),
        ("Transpose(R)", MatrixType(3, 2)),
        ("conjugate(R)", MatrixType(2, 3)),
        ("R*v", MatrixType(2, 1)),
        ("Transpose(v)*v", MatrixType(1, 1)),
        ("exp(M) + 1", MatrixType(2, 2)),
        ("Determinant(M)*M", MatrixType(2, 2)),
        ("Matrix([[x, 1]])", MatrixType(1, 2)),
        ("BlockMatrix([[M, R], [zeros(1, 2), zeros(1, 3)]])", MatrixType(3, 5)),
        ("M**n", MatrixType(2, 2)),
        ("M**m", MatrixType(2, 2)),
        ("Sum(A**j, (j, 0, n))", OPERATOR),
        ("Product(A, (j, 0, n))", OPERATOR),
        ("Integral(exp(t*A), (t, 0, oo))", OPERATOR),
        ("Derivative(exp(x*A), x)", OPERATOR),
    ],
)
def test_types(text: str, expected: Type) -> None:
    assert typed(read_text_expression(text, NAMES), NAMES) == expected


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("psi + A == A", ["psi", "a ket in V", "an operator V->V"]),
        ("psi == 1", ["a ket in V", "a number"]),
        ("A*psi == psi*A", ["a ket in V", "an operator V->V"]),
        ("A*chi*psi == 0", ["an operator V->V", "a bra on V"]),
        ("T*T == 0", ["an operator V->W"]),
        ("T == 1", ["an operator V->W", "a number"]),
        ("T*S == S*T", ["an operator W->W", "an operator V->V"]),
        ("A*omega == 0", ["a ket in W"]),
        ("M == A", ["a 2x2 matrix", "an operator V->V"]),
        ("M + R == 0", ["a 2x2 matrix", "a 2x3 matrix"]),
        ("R + 1 == R", ["a 2x3 matrix", "a number"]),
        ("R*R == 0", ["a 2x3 matrix"]),
        ("exp(R) == 0", ["no exponential"]),
        ("exp(psi) == 0", ["no exponential"]),
        ("sin(A) == 0", ["takes numbers", "an operator V->V"]),
        ("Abs(psi) == 0", ["takes numbers", "a ket in V"]),
        ("psi**2 == 0", ["no powers"]),
        ("Inverse(psi) == 0", ["no inverse"]),
        ("Inverse(R) == 0", ["a 2x3 matrix"]),
        ("A**(1/2) == 0", ["integer powers"]),
        ("A**x == 0", ["integer powers"]),
        ("2**A == 0", ["exponent"]),
        ("Trace(T) == 0", ["no trace"]),
        ("Trace(R) == 0", ["no trace"]),
        ("Determinant(A) == 0", ["no determinant"]),
        ("Determinant(R) == 0", ["no determinant"]),
        ("Transpose(A) == A", ["no transpose"]),
        ("conjugate(A) == A", ["no conjugate"]),
        ("A >= 0", ["order"]),
        ("M > 0", ["order"]),
        ("f == 1", ["a function"]),
        ("f(A) == 1", ["takes numbers"]),
        ("Sum(x, (j, 1, A)) == 0", ["a bound", "an operator V->V"]),
        ("Product(psi, (j, 1, n)) == 0", ["a ket in V"]),
        ("Derivative(x, A) == 0", ["a bound"]),
        ("BlockMatrix([[M, R], [R, M]]) == 0", ["blocks"]),
        ("BlockMatrix([[M, 1], [1, M]]) == 0", ["a number", "block"]),
        ("BlockMatrix([[A, B]]) == 0", ["block"]),
    ],
)
def test_ill_formed(text: str, parts: list[str]) -> None:
    [relation] = read_text(text, NAMES)
    with pytest.raises(IllFormed) as caught:
        check_relation(relation, NAMES)
    for part in parts:
        assert part in caught.value.message


@pytest.mark.parametrize(
    "text",
    [
        "x == oo",
        "Sum(x, (j, 1, 2*oo)) == x",
        "Sum(oo, (j, 1, n)) == x",
        "Derivative(x**n, n) == x",
        "Integral(n, n) == x",
    ],
)
def test_what_means_nothing_here(text: str) -> None:
    [relation] = read_text(text, NAMES)
    with pytest.raises(LanguageError):
        check_relation(relation, NAMES)


def test_a_grid_needs_rows_of_one_length() -> None:
    from derive.deciding.claims.expressions import ONE, Grid

    for rows in ((), ((),), ((ONE,), (ONE, ONE))):
        with pytest.raises(IllFormed):
            typed(Grid(rows), {})


def test_undeclared_names_are_refused() -> None:
    for text in ("x", "f(1)"):
        with pytest.raises(LanguageError, match="not declared"):
            typed(read_text_expression(text, NAMES), {})


@given(expressions)
def test_a_type_does_not_depend_on_a_number_in_front(expression: Expression) -> None:
    from derive.deciding.claims.expressions import multiply

    try:
        kind = typed(expression, GENERATED_NAMES)
    except LanguageError:
        return
    assert typed(multiply(number(2), expression), GENERATED_NAMES) == kind
    assert typed(Binder("sum", "k", expression, (number(1), number(2))), GENERATED_NAMES) == kind
