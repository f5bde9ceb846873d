"""Exact matrices: complex matrices whose entries have parts in one real number field.

An `ExactMatrix` is a polynomial in the generator θ of its field whose coefficients are pairs of
rational matrices, real and imaginary part, so that a product is a few rational products.  Main
results: products, sums and adjoints are exact; `reduced` is the echelon form, computed over Q by
writing each entry as the rational matrix that multiplies by it; `null_space` and `rank` follow.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from flint import fmpq, fmpq_mat, fmpq_poly

from derive.linalg.errors import ShapeError
from derive.linalg.fields import RATIONALS, Extension, RealField

if TYPE_CHECKING:
    import numpy as np
    import sympy

    Pair = tuple[fmpq_mat, fmpq_mat]


class Number(NamedTuple):
    """A complex number whose parts lie in a real number field."""

    real: fmpq_poly
    imaginary: fmpq_poly

    def is_zero(self) -> bool:
        """Whether it is 0."""
        return self.real.is_zero() and self.imaginary.is_zero()


class ExactMatrix:
    """A complex matrix over a real number field.

    Args:
        parts: for each power of θ, the real and the imaginary part of its coefficient.
        field: the field Q(θ).
    """

    __slots__ = ("field", "parts")

    def __init__(self, parts: Sequence[Pair], field: RealField = RATIONALS) -> None:
        self.parts = tuple(parts)
        self.field = field

    @classmethod
    def zeros(cls, rows: int, columns: int, field: RealField = RATIONALS) -> ExactMatrix:
        """The zero matrix."""
        return cls([(fmpq_mat(rows, columns), fmpq_mat(rows, columns))] * field.degree, field)

    @classmethod
    def identity(cls, size: int, field: RealField = RATIONALS) -> ExactMatrix:
        """The identity matrix."""
        return cls.diagonal([1] * size).over(field)

    @classmethod
    def diagonal(cls, values: Sequence[complex | int | fmpq]) -> ExactMatrix:
        """The diagonal matrix with these rational entries."""
        size = len(values)
        return cls.gaussian(
            size, size, ((v if i == j else 0, 0) for i, v in enumerate(values) for j in range(size))
        )

    @classmethod
    def gaussian(cls, rows: int, columns: int, entries: Iterable[tuple[Any, Any]]) -> ExactMatrix:
        """A matrix of Gaussian rationals, given by real and imaginary parts row by row."""
        pairs = list(entries)
        real = fmpq_mat(rows, columns, [pair[0] for pair in pairs])
        return cls([(real, fmpq_mat(rows, columns, [pair[1] for pair in pairs]))])

    @classmethod
    def of_numbers(
        cls, rows: int, columns: int, numbers: Sequence[Number], field: RealField
    ) -> ExactMatrix:
        """A matrix of numbers of a field, row by row."""
        return cls(
            [
                (
                    fmpq_mat(rows, columns, [number.real[k] for number in numbers]),
                    fmpq_mat(rows, columns, [number.imaginary[k] for number in numbers]),
                )
                for k in range(field.degree)
            ],
            field,
        )

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return int(self.parts[0][0].nrows())

    @property
    def columns(self) -> int:
        """How many columns there are."""
        return int(self.parts[0][0].ncols())

    def __getitem__(self, place: tuple[int, int]) -> Number:
        return Number(
            fmpq_poly([real[place] for real, _ in self.parts]),
            fmpq_poly([imaginary[place] for _, imaginary in self.parts]),
        )

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, ExactMatrix):
            return NotImplemented
        return self.field == other.field and self.parts == other.parts

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"ExactMatrix({self.to_sympy().tolist()})"

    def __add__(self, other: ExactMatrix) -> ExactMatrix:
        return self._joined(other, lambda a, b: a + b)

    def __sub__(self, other: ExactMatrix) -> ExactMatrix:
        return self._joined(other, lambda a, b: a - b)

    def __neg__(self) -> ExactMatrix:
        return ExactMatrix([(-a, -b) for a, b in self.parts], self.field)

    def _joined(
        self, other: ExactMatrix, join: Callable[[fmpq_mat, fmpq_mat], fmpq_mat]
    ) -> ExactMatrix:
        if (self.rows, self.columns) != (other.rows, other.columns):
            raise ShapeError(f"{_shape(self)} and {_shape(other)} matrices cannot be added")
        pairs = zip(self.parts, other.parts, strict=True)
        return ExactMatrix([(join(a, c), join(b, d)) for (a, b), (c, d) in pairs], self.field)

    def __matmul__(self, other: ExactMatrix) -> ExactMatrix:
        if self.columns != other.rows:
            raise ShapeError(f"{_shape(self)} times {_shape(other)} is no matrix product")
        if self.field.degree == 1:
            return ExactMatrix([_product(self.parts[0], other.parts[0])], self.field)
        zero = (fmpq_mat(self.rows, other.columns), fmpq_mat(self.rows, other.columns))
        powers = [zero] * (2 * self.field.degree - 1)
        for i, left in enumerate(self.parts):
            for j, right in enumerate(other.parts):
                a, b = _product(left, right)
                powers[i + j] = (powers[i + j][0] + a, powers[i + j][1] + b)
        return ExactMatrix(_reduced(powers, self.field), self.field)

    def scaled(self, real: Any, imaginary: Any = 0) -> ExactMatrix:
        """The matrix times a number: two rationals or two numbers of the field."""
        number = Number(_polynomial(real), _polynomial(imaginary))
        degree = self.field.degree
        powers = [(fmpq_mat(self.rows, self.columns),) * 2] * (2 * degree - 1)
        for k in range(degree):
            c, d = number.real[k], number.imaginary[k]
            if c != 0 or d != 0:
                for j, (a, b) in enumerate(self.parts):
                    x, y = powers[j + k]
                    powers[j + k] = (x + c * a - d * b, y + c * b + d * a)
        return ExactMatrix(_reduced(powers, self.field), self.field)

    def adjoint(self) -> ExactMatrix:
        """The conjugate transpose."""
        return ExactMatrix([(a.transpose(), -b.transpose()) for a, b in self.parts], self.field)

    def over(self, field: RealField) -> ExactMatrix:
        """A rational matrix, or one of this field, as a matrix over the field."""
        if self.field == field:
            return self
        zero = fmpq_mat(self.rows, self.columns)
        return ExactMatrix([self.parts[0]] + [(zero, zero)] * (field.degree - 1), field)

    def extended(self, extension: Extension) -> ExactMatrix:
        """The matrix over a larger field."""
        if self.field.degree == 1:
            return ExactMatrix(self.parts).over(extension.field)
        result = ExactMatrix.zeros(self.rows, self.columns, extension.field)
        power = fmpq_poly([1])
        for part in self.parts:
            result += ExactMatrix([part]).over(extension.field).scaled(power)
            power = extension.field.reduce(power * extension.old)
        return result

    def is_zero(self) -> bool:
        """Whether all entries are 0."""
        return not any(a or b for a, b in self.parts)

    def is_real(self) -> bool:
        """Whether all imaginary parts are 0."""
        return not any(b for _, b in self.parts)

    def is_scalar(self) -> bool:
        """Whether a square matrix is a multiple of the identity."""
        return self == ExactMatrix.identity(self.rows, self.field).scaled(*self[0, 0])

    def take(self, rows: Sequence[int] | None, columns: Sequence[int] | None = None) -> ExactMatrix:
        """The matrix of some rows and columns."""
        rows = range(self.rows) if rows is None else rows
        columns = range(self.columns) if columns is None else columns

        def part(matrix: fmpq_mat) -> fmpq_mat:
            entries, width = matrix.entries(), self.columns
            chosen = [entries[i * width + j] for i in rows for j in columns]
            return fmpq_mat(len(rows), len(columns), chosen)

        return ExactMatrix([(part(a), part(b)) for a, b in self.parts], self.field)

    def column(self, index: int) -> ExactMatrix:
        """One column."""
        return self.take(None, [index])

    def above(self, other: ExactMatrix) -> ExactMatrix:
        """This matrix, and below it another one."""

        def part(a: fmpq_mat, b: fmpq_mat) -> fmpq_mat:
            return fmpq_mat(a.nrows() + b.nrows(), a.ncols(), a.entries() + b.entries())

        pairs = zip(self.parts, other.parts, strict=True)
        return ExactMatrix([(part(a, c), part(b, d)) for (a, b), (c, d) in pairs], self.field)

    def beside(self, other: ExactMatrix) -> ExactMatrix:
        """This matrix, and to the right of it another one."""
        return self.adjoint().above(other.adjoint()).adjoint()

    def rational_form(self) -> fmpq_mat:
        """Each entry replaced by the rational matrix that multiplies by it in Q(θ, i)."""
        size = 2 * self.field.degree
        theta = fmpq_poly([0, 1])
        images, power = [], self
        for k in range(self.field.degree):
            images.append(power)
            if k + 1 < self.field.degree:
                power = power.scaled(theta)
        images += [image.scaled(0, 1) for image in images]
        width = self.columns * size
        entries = [fmpq(0)] * (self.rows * size * width)
        for l, image in enumerate(images):
            for k, part in enumerate([a for a, _ in image.parts] + [b for _, b in image.parts]):
                flat = part.entries()
                for i in range(self.rows):
                    start = (i * size + k) * width
                    entries[start + l : start + width : size] = flat[
                        i * self.columns : (i + 1) * self.columns
                    ]
        return fmpq_mat(self.rows * size, width, entries)

    def reduced(self) -> tuple[ExactMatrix, list[int]]:
        """The nonzero rows of the reduced echelon form, and the columns of its pivots."""
        size, degree = 2 * self.field.degree, self.field.degree
        form, rank = self.rational_form().rref()
        rank //= size
        width, entries = self.columns * size, form.entries()
        parts = [
            fmpq_mat(
                rank,
                self.columns,
                [
                    entries[(i * size + k) * width + j * size]
                    for i in range(rank)
                    for j in range(self.columns)
                ],
            )
            for k in range(size)
        ]
        echelon = ExactMatrix(list(zip(parts[:degree], parts[degree:], strict=True)), self.field)
        pivots, column = [], 0
        for i in range(rank):
            while entries[i * size * width + column * size] == 0:
                column += 1
            pivots.append(column)
        return echelon, pivots

    def rank(self) -> int:
        """How many rows are linearly independent."""
        return int(self.rational_form().rank()) // (2 * self.field.degree)

    def null_space(self) -> tuple[ExactMatrix, list[int]]:
        """A basis of the null space as columns, and rows in which it is the identity matrix."""
        echelon, pivots = self.reduced()
        free = sorted(set(range(self.columns)) - set(pivots))
        basis = (-echelon.take(None, free)).above(ExactMatrix.identity(len(free), self.field))
        places = pivots + free
        order = sorted(range(self.columns), key=places.__getitem__)
        return basis.take(order), free

    def solve(self, right: ExactMatrix) -> ExactMatrix:
        """The X with this invertible matrix times X equal to `right`."""
        echelon, _ = self.beside(right).reduced()
        return echelon.take(None, range(self.columns, self.columns + right.columns))

    def to_sympy(self) -> sympy.Matrix:
        """The matrix in SymPy."""
        import sympy

        return sympy.Matrix(
            self.rows,
            self.columns,
            [
                in_sympy(self[i, j], self.field)
                for i in range(self.rows)
                for j in range(self.columns)
            ],
        )

    def to_numpy(self) -> np.ndarray:
        """The matrix with entries rounded to complex floating-point numbers."""
        import numpy as np

        if self.field.degree == 1:
            (a, b) = self.parts[0]
            values = [
                complex(int(x.p) / int(x.q), int(y.p) / int(y.q))
                for x, y in zip(a.entries(), b.entries(), strict=True)
            ]
        else:
            values = [
                complex(*(float(self.field.approximate(part)) for part in self[i, j]))
                for i in range(self.rows)
                for j in range(self.columns)
            ]
        return np.array(values, dtype=complex).reshape(self.rows, self.columns)


def in_sympy(number: Number, field: RealField) -> sympy.Expr:
    """A number in SymPy."""
    import sympy

    return field.in_sympy(number.real) + sympy.I * field.in_sympy(number.imaginary)


def _polynomial(number: Any) -> fmpq_poly:
    return number if isinstance(number, fmpq_poly) else fmpq_poly([number])


def _shape(matrix: ExactMatrix) -> str:
    return f"{matrix.rows}×{matrix.columns}"


def _product(left: Pair, right: Pair) -> Pair:
    (a, b), (c, d) = left, right
    if not b:
        return a * c, a * d
    return a * c - b * d, a * d + b * c


def _reduced(powers: Sequence[Pair], field: RealField) -> list[Pair]:
    """The coefficients of a polynomial in θ, modulo the polynomial of θ."""
    coefficients = list(powers)
    degree = field.degree
    while len(coefficients) > degree:
        a, b = coefficients.pop()
        if a or b:
            shift = len(coefficients) - degree
            for k in range(degree):
                c = field.modulus[k]
                if c != 0:
                    x, y = coefficients[shift + k]
                    coefficients[shift + k] = (x - c * a, y - c * b)
    return coefficients
