"""Evaluation is a *-homomorphism, and agrees with the matrices that test the kernel."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from derive.kernel.atoms import NATURAL, KernelError
from derive.kernel.terms import Term
from derive.refuter.matrices import Matrix, made, scalar, unit
from derive.refuter.model import Family, Model, Summand
from derive.refuter.polynomials import (
    IMAGINARY,
    NOUGHT,
    UNIT,
    Polynomial,
    fresh,
    rational,
    root_of,
    variable,
)
from derive.refuter.solving import Unsolved, affine, pieces, roots
from tests.kernel import matrices
from tests.kernel.strategies import ATOMS, INDICES, E, M, N, V, W, to_term, trees


@st.composite
def both_models(draw: Callable[..., Any]) -> tuple[matrices.Model, dict[Any, int], Model]:
    """A model of the kernel's tests, and the same one here, with sequences known up to a bound."""
    both, other, many, more = (draw(st.integers(1, 2)) for _ in range(4))
    dimensions = {V: both, W: both, E: other}
    random_model = matrices.Model(draw(st.integers(0, 10**6)), dimensions, {"I": many, "J": more})
    elements = {index: draw(st.integers(0, random_model.sizes[index.over] - 1)) for index in INDICES}
    values = {}
    for atom in (*ATOMS, N, M):
        if NATURAL in atom.slots:
            continue
        places = [()]
        for slot in atom.slots:
            places = [(*place, k) for place in places for k in range(random_model.sizes[slot])]
        table = {place: (Summand(_exact(random_model.value(atom, place, {}))),) for place in places}
        values[atom] = Family(table)
    sizes = dict(random_model.sizes)
    return random_model, elements, Model({"V": both, "W": both, "E": other}, sizes, elements, values)


def _exact(matrix: matrices.Matrix) -> Matrix:
    lines = [[rational(x.re, x.im) for x in row] for row in matrix.entries]
    return made(matrix.rows, matrix.columns, lines)


def _has_sequence(term: Term) -> bool:
    return any(not isinstance(v, type(INDICES[0])) and NATURAL in v.slots for v in term.free)


@settings(max_examples=40)
@given(both_models(), trees(V, V, depth=2), trees(V, V, depth=2))
def test_evaluation_is_a_homomorphism(both: tuple[Any, Any, Model], left: Any, right: Any) -> None:
    model = both[2]
    a, b = to_term(left), to_term(right)
    if _has_sequence(a) or _has_sequence(b):
        return
    assert model.term(a + b) == model.term(a) + model.term(b)
    assert model.term(a * b) == model.term(a) @ model.term(b)
    try:
        turned = a.adjoint()
    except KernelError:
        return
    assert model.term(turned) == model.term(a).adjoint()


@settings(max_examples=60)
@given(both_models(), trees())
def test_evaluation_agrees_with_other_code(both: tuple[Any, Any, Model], tree: Any) -> None:
    other, elements, model = both
    term = to_term(tree)
    if not _has_sequence(term):
        assert model.term(term) == _exact(other.term(term, elements))


NUMBERS = st.builds(
    lambda a, b, c, d: rational(a, b) + rational(c) * root(2) + rational(d) * root(6),
    *[st.fractions(-3, 3, max_denominator=4)] * 4,
)


def root(number: int) -> Polynomial:
    found = root_of(rational(number))
    assert found is not None
    return found


@given(NUMBERS, NUMBERS)
def test_numbers_are_a_field_with_conjugates(a: Polynomial, b: Polynomial) -> None:
    assert a * b == b * a
    assert (a * b).conjugate() == a.conjugate() * b.conjugate()
    if a:
        assert a * a.inverse() == UNIT
    size = a * a.conjugate()
    assert size.sign == (1 if a else 0)


def test_roots_multiply_and_compare_exactly() -> None:
    assert root(2) * root(8) == rational(4)
    assert root(2) * root(3) == root(6)
    assert (root(2) + root(3) - root(10)).sign == -1
    assert root_of(rational(-4)) == rational(0, 2)
    assert root_of(rational(3, 4)) == rational(2, 1)
    assert root_of(rational(Fraction(1, 2))) == root(2) * rational(Fraction(1, 2))
    assert root_of(rational(10**40 + 7)) is None


def test_division_by_zero_is_refused() -> None:
    with pytest.raises(ZeroDivisionError):
        NOUGHT.inverse()
    with pytest.raises(ZeroDivisionError):
        _ = made(2, 2, [[UNIT, UNIT], [UNIT, UNIT]]).inverse
    with pytest.raises(ValueError, match="no inverse"):
        (variable(fresh("real")) + UNIT).inverse()


def test_linear_equations() -> None:
    z, x = fresh("complex"), fresh("real")
    solution = affine([variable(z) + variable(z.conjugated) - rational(2)])
    assert solution is not None
    assert not (variable(z) + variable(z.conjugated)).substitute(solution) - rational(2)
    assert affine([variable(x) - IMAGINARY]) is None
    with pytest.raises(Unsolved):
        affine([variable(x) * variable(z)])


def test_eigenvalues_are_found_with_all_eigenvectors() -> None:
    z, u, v = (variable(fresh("complex")) for _ in range(3))
    found = pieces([v - z * u, rational(2) * u - z * v])
    values = {str(z.substitute(piece)) for piece in found if z.substitute(piece).is_number}
    assert values == {"√2", "-√2"}
    generic = [piece for piece in found if not z.substitute(piece).is_number]
    assert [u.substitute(piece) for piece in generic] == [NOUGHT]


def test_roots_are_all_found_or_none() -> None:
    symbol = fresh("complex")
    z = variable(symbol)
    cubic = (z - UNIT) * (z * z + rational(2))
    assert {str(r) for r in roots(cubic, symbol)} == {"1", "√2i", "-√2i"}
    with pytest.raises(Unsolved):
        roots(z**3 - rational(2), symbol)


def test_inverse_of_a_matrix() -> None:
    matrix = made(2, 2, [[root(2), IMAGINARY], [UNIT, UNIT]])
    assert matrix @ matrix.inverse == unit(2)
    assert scalar(root(2)).inverse == scalar(root(2) * rational(Fraction(1, 2)))
