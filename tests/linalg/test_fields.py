"""Real number fields: arithmetic against SymPy, signs, and fields of several numbers."""

from __future__ import annotations

import pytest
import sympy as sp
from flint import fmpq, fmpq_poly, fmpz_poly
from hypothesis import given
from hypothesis import strategies as st

from derive.linalg.fields import RATIONALS, RealField, real_roots, root_name

SQRT2 = fmpz_poly([-2, 0, 1])
SQRT3 = fmpz_poly([-3, 0, 1])
COSINE = fmpz_poly([1, -3, 0, 1])  # the roots are 2cos(2π/9), 2cos(4π/9), 2cos(8π/9)

polynomials = st.lists(st.integers(-5, 5), max_size=4).map(fmpq_poly)


@pytest.mark.parametrize("modulus", [SQRT2, COSINE, fmpz_poly([-2, 0, 0, 1])])
@given(a=polynomials, b=polynomials)
def test_arithmetic(modulus: fmpz_poly, a: fmpq_poly, b: fmpq_poly) -> None:
    field = RealField(modulus, len(real_roots(modulus)) - 1)
    a, b = field.reduce(a), field.reduce(b)
    product = field.enclose(field.reduce(a * b), 200)
    assert product.overlaps(field.enclose(a, 200) * field.enclose(b, 200))
    if not a.is_zero():
        assert field.reduce(a * field.inverse(a)) == fmpq_poly([1])
        assert field.sign(a) == -field.sign(-a) != 0
        assert field.sign(a) == sp.sign(field.in_sympy(a).evalf(30))


def test_sign_of_a_tiny_number() -> None:
    """p − q√2 for a convergent p/q is about 10⁻⁴⁰."""
    field = RealField(SQRT2, 1)
    p, q = 1, 1
    for _ in range(105):
        p, q = p + 2 * q, p + q
    assert field.sign(fmpq_poly([p, -q])) == (1 if p * p > 2 * q * q else -1)


def test_a_field_of_two_roots() -> None:
    first = RATIONALS.adjoin(SQRT2, 1).field
    both = first.adjoin(SQRT3, 0)
    assert both.field.in_sympy(both.old) == sp.sqrt(2)
    assert both.field.in_sympy(both.new) == -sp.sqrt(3)
    six = both.field.adjoin(fmpz_poly([-6, 0, 1]), 1)
    assert six.field == both.field
    assert both.field.in_sympy(six.new) == sp.sqrt(6)


def test_conjugate_roots_stay_apart() -> None:
    """Another root of the same normal polynomial lies in the field, and is not θ."""
    field = RealField(COSINE, 2)
    for index in range(3):
        extension = field.adjoin(COSINE, index)
        assert extension.field.degree == 3
        assert extension.field.reduce(extension.new**3 - 3 * extension.new + 1) == 0
        assert (extension.new == extension.old) == (index == 2)
        assert extension.field.enclose(extension.new).overlaps(real_roots(COSINE)[index])


def test_a_larger_field_keeps_the_generator_that_generates_it() -> None:
    extension = RealField(SQRT2, 1).adjoin(fmpz_poly([-2, 0, 0, 0, 1]), 1)
    assert extension.field.degree == 4
    assert extension.field.reduce(extension.new**2) == extension.old


@given(st.integers(-4, 4), st.integers(-4, 4), st.sampled_from([-2, -1, 1, 3]))
def test_names_of_quadratic_roots(c: int, b: int, a: int) -> None:
    polynomial = fmpz_poly([c, b, a])
    factors = polynomial.factor()[1]
    if b * b > 4 * a * c and len(factors) == 1 and factors[0][0].degree() == 2:
        for index, root in enumerate(real_roots(polynomial)):
            assert abs(float(root_name(polynomial, index)) - float(root)) < 1e-12


def test_degree_one() -> None:
    extension = RealField(SQRT2, 0).adjoin(fmpz_poly([1, -2]), 0)
    assert extension.new == fmpq_poly([fmpq(1, 2)])
