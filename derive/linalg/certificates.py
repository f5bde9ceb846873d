"""Evidence for the verdict on a symmetry, as plain data.

A `Certificate` holds fractions and tuples only, so that `checking.verify_certificate` needs neither
SymPy nor FLINT; `is_about` compares it with given matrices.  A number is a pair of polynomials in
θ, real and imaginary part, each a tuple of fractions from the constant term on; θ is the one root
of `modulus` in an interval.  That no level is lower than the ground energy, and how often it
occurs, follows from H − q·1 = LDL† for a rational q above it: by Sylvester's law H has as many
levels below q as D has negative entries.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from flint import fmpq, fmpq_poly

from derive.linalg.fields import Extension, RealField, bounds, exactly, integral, real_roots
from derive.linalg.matrices import ExactMatrix, Number
from derive.linalg.reading import is_group, read_exactly
from derive.linalg.spectra import between

if TYPE_CHECKING:
    from derive.linalg.symmetries import GroundSpace

INTERVAL_BITS = 512
"""How precisely the interval of θ is given, so that signs can be read off in it."""

Polynomial = tuple[Fraction, ...]
"""Coefficients from the constant term on; the last one is not 0."""

Entry = tuple[Polynomial, Polynomial]
"""Real and imaginary part."""

Table = tuple[tuple[Entry, ...], ...]
"""A matrix, row by row."""


@dataclass(frozen=True)
class Certificate:
    """Data from which the verdict follows by additions and multiplications.

    Args:
        modulus: the monic polynomial of which θ is the one root in `interval`.
        interval: two rationals, equal if θ is rational.
        hamiltonian: H.
        symmetries: the unitary matrices U.
        energy: the ground energy, a polynomial in θ.
        basis: the ground states, as columns; the identity matrix in the rows `places`.
        places: those rows.
        restrictions: R for each U, with U·basis = basis·R.
        bound: the rational q above the ground energy.
        lower: L, lower triangular with ones on the diagonal.
        pivots: the diagonal of D.
        weak: whether some ground state is not symmetric.
        strong: whether no ground state is symmetric.
        unequal: if weak, where some R differs from a multiple of 1: which, row and column.
        span: unless strong, columns spanning the symmetric states, in coordinates of `basis`;
            on it the R's commute.
        span_places: the rows in which `span` is the identity matrix.
        rows: if strong, which rows of [R_a, R_b]W annihilate every symmetric state.
        inverse: if strong, the left inverse of the matrix of these rows.
    """

    modulus: Polynomial
    interval: tuple[Fraction, Fraction]
    hamiltonian: Table
    symmetries: tuple[Table, ...]
    energy: Polynomial
    basis: Table
    places: tuple[int, ...]
    restrictions: tuple[Table, ...]
    bound: Fraction
    lower: Table
    pivots: tuple[Polynomial, ...]
    weak: bool
    strong: bool
    unequal: tuple[int, int, int] | None
    span: Table | None
    span_places: tuple[int, ...]
    rows: tuple[tuple[int, int, int, tuple[int, ...]], ...]
    inverse: Table | None


def certify(ground: GroundSpace) -> Certificate:
    """The certificate of a ground space with its symmetries."""
    field = ground.basis.field
    bound, lower, pivots = _factorised(ground)
    span, span_places = (None, ()) if ground.strong else ground.symmetric_span
    found, matrix = ground.obstructions
    inverse = None
    if ground.strong:
        inverse = matrix.solve(ExactMatrix.identity(ground.dimension, field))
    return Certificate(
        modulus=_polynomial(field.modulus),
        interval=_isolating(field),
        hamiltonian=_table(ground.hamiltonian),
        symmetries=tuple(_table(u) for u in ground.symmetries),
        energy=_polynomial(ground.energy[0, 0].real),
        basis=_table(ground.basis),
        places=ground.places,
        restrictions=tuple(_table(r) for r in ground.restrictions),
        bound=_fraction(bound),
        lower=_table(lower),
        pivots=tuple(_polynomial(pivot) for pivot in pivots),
        weak=ground.weak,
        strong=ground.strong,
        unequal=_unequal(ground.restrictions) if ground.weak else None,
        span=None if span is None else _table(span),
        span_places=tuple(span_places),
        rows=tuple((r.first, r.second, r.row, r.word) for r in found) if ground.strong else (),
        inverse=None if inverse is None else _table(inverse),
    )


def _factorised(ground: GroundSpace) -> tuple[fmpq, ExactMatrix, list[fmpq_poly]]:
    """A bound q, and L and D with H − q = LDL†, over the field of the certificate."""
    field = ground.basis.field
    identity = ExactMatrix.identity(ground.original.rows, ground.original.field)
    for bound in between(ground.level, ground.next_level):
        factors = _ldl(ground.original - identity.scaled(bound))
        if factors is not None:
            lower, pivots = factors
            diagonal = ExactMatrix.of_numbers(1, len(pivots), pivots, ground.original.field)
            if ground.original.field != field:
                extension = ground.original.field.adjoin(
                    ground.level.polynomial, ground.level.index
                )
                lower, diagonal = lower.extended(extension), diagonal.extended(extension)
            return bound, lower, [diagonal[0, j].real for j in range(diagonal.columns)]
    raise AssertionError("some bound has nonzero leading minors")


def _ldl(matrix: ExactMatrix) -> tuple[ExactMatrix, list] | None:  # type: ignore[type-arg]
    """L and the diagonal of D; None if a pivot is zero."""
    columns, pivots, field = [], [], matrix.field
    for j in range(matrix.rows):
        pivot = matrix[j, j]
        if pivot.is_zero():
            return None
        column = matrix.column(j).scaled(field.inverse(pivot.real))
        columns.append(column)
        pivots.append(pivot)
        matrix = matrix - column @ column.adjoint().scaled(pivot.real)
    lower = columns[0].adjoint()
    for column in columns[1:]:
        lower = lower.above(column.adjoint())
    return lower.adjoint(), pivots


def _unequal(restrictions: Iterable[ExactMatrix]) -> tuple[int, int, int]:
    for a, r in enumerate(restrictions):
        for i in range(r.rows):
            for j in range(r.columns):
                if not r[i, j].is_zero() if i != j else r[i, i] != r[0, 0]:
                    return a, i, j
    raise AssertionError("some restriction is not a multiple of 1")


def _isolating(field: RealField) -> tuple[Fraction, Fraction]:
    """Rationals around θ so close that the polynomial is monotone between them."""
    if field.degree == 1:
        value = _fraction(-field.modulus[0])
        return value, value
    low, high = bounds(field.generator(INTERVAL_BITS), INTERVAL_BITS)
    return _fraction(low), _fraction(high)


def _fraction(number: fmpq) -> Fraction:
    return Fraction(int(number.p), int(number.q))


def _polynomial(polynomial: fmpq_poly) -> Polynomial:
    return tuple(_fraction(c) for c in polynomial.coeffs())


def _table(matrix: ExactMatrix) -> Table:
    return tuple(
        tuple(
            (_polynomial(matrix[i, j].real), _polynomial(matrix[i, j].imaginary))
            for j in range(matrix.columns)
        )
        for i in range(matrix.rows)
    )


def is_about(certificate: Certificate, H: Any, U: Any) -> bool:
    """Whether a certificate speaks of these exact matrices: H, and U or a sequence of them."""
    modulus = integral(fmpq_poly([_rational(c) for c in certificate.modulus]))
    low = _rational(certificate.interval[0])
    below = [root for root in real_roots(modulus, 2 * INTERVAL_BITS) if exactly(root.mid()) < low]
    own = RealField(modulus, len(below))
    unitaries = list(U) if is_group(U) else [U]
    given = read_exactly(H, *unitaries)
    field = given[0].field
    common = own.adjoin(integral(field.modulus), field.index)
    embedding = Extension(common.field, common.new, common.new)
    tables = [certificate.hamiltonian, *certificate.symmetries]
    return [_matrix(table, own).extended(common) for table in tables] == [
        matrix.extended(embedding) for matrix in given
    ]


def _matrix(table: Table, field: RealField) -> ExactMatrix:
    numbers = [
        Number(*(fmpq_poly([_rational(c) for c in part]) for part in entry))
        for row in table
        for entry in row
    ]
    return ExactMatrix.of_numbers(len(table), len(table[0]), numbers, field)


def _rational(number: Fraction) -> fmpq:
    return fmpq(number.numerator, number.denominator)
