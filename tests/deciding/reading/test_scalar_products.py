import pytest

from derive.deciding.reading import IllFormed, read_problem
from derive.deciding.writing import as_text

ASSUME = {"v w": "matrix 3x1 complex", "A": "matrix 3x3 complex", "u": "matrix 1x1", "x": "complex"}


@pytest.mark.parametrize(
    ("claim", "read"),
    [
        ("adjoint(v)*v >= 0", "Trace(adjoint(v)*v) >= 0"),
        ("Abs(adjoint(v)*w) == x", "Abs(Trace(adjoint(v)*w)) == x"),
        ("sqrt(adjoint(v)*v) == x", "sqrt(Trace(adjoint(v)*v)) == x"),
        ("adjoint(v)*v*A == 0", "Trace(adjoint(v)*v)*A == 0"),
        ("A*(adjoint(v)*v) == 0", "A*Trace(adjoint(v)*v) == 0"),
        ("Matrix([[adjoint(v)*v, 1]]) == 0", "Matrix([[Trace(adjoint(v)*v), 1]]) == 0"),
        ("sin(2*adjoint(v)*v + 1) == 0", "sin(Trace(2*adjoint(v)*v + 1)) == 0"),
    ],
)
def test_a_product_stands_for_its_trace_where_a_number_is_wanted(claim: str, read: str) -> None:
    [relation] = read_problem(claim, (), ASSUME).problem.claims
    assert as_text(relation) == read


@pytest.mark.parametrize("claim", ["adjoint(v)*v == x", "adjoint(v)*v*adjoint(w) == 0"])
def test_what_is_well_formed_stays(claim: str) -> None:
    [relation] = read_problem(claim, (), ASSUME).problem.claims
    assert as_text(relation) == claim


@pytest.mark.parametrize(
    "claim", ["u*A == A", "u >= 0", "v*v == 0", "A*adjoint(v)*v == 0", "sin(v*adjoint(v)) == 0"]
)
def test_a_matrix_is_no_number(claim: str) -> None:
    with pytest.raises(IllFormed):
        read_problem(claim, (), ASSUME)
