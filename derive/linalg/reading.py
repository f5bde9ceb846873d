"""What users pass: SymPy matrices, lists, NumPy arrays, SciPy sparse matrices, linear operators.

`kind_of` says how a matrix is treated.  `read_exactly` makes exact matrices over one common number
field; entries are built from rationals, i, roots, cos and sin of rational multiples of π, and
`CRootOf`.  NumPy arrays of integers are exact.  `exact` takes the floating-point numbers of an
array at their word: each is a fraction.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum
from fractions import Fraction
from itertools import chain
from typing import TYPE_CHECKING, Any

from flint import arb, fmpq, fmpq_poly, fmpz_poly

from derive.linalg.errors import ShapeError, UnreadableEntry, ZeroState
from derive.linalg.fields import FIRST_BITS, RATIONALS, RealField, precision, real_roots
from derive.linalg.matrices import ExactMatrix, Number

if TYPE_CHECKING:
    import numpy as np
    import sympy


class Kind(Enum):
    """How a matrix is treated."""

    EXACT = "exact"
    FLOAT = "float"
    LARGE = "large"


def kind_of(*arguments: Any) -> Kind:
    """LARGE if one is a sparse matrix or linear operator, else FLOAT if one has floats."""
    kinds = {_kind(argument) for argument in arguments}
    return next(
        kind for kind in (Kind.LARGE, Kind.FLOAT, Kind.EXACT) if kind in kinds | {Kind.EXACT}
    )


def _kind(argument: Any) -> Kind:
    if type(argument).__module__.startswith("scipy."):
        return Kind.LARGE
    if hasattr(argument, "matvec"):
        return Kind.LARGE
    dtype = getattr(argument, "dtype", None)
    if dtype is not None:
        return Kind.FLOAT if dtype.kind in "fc" else Kind.EXACT
    if isinstance(argument, list | tuple) and any(
        isinstance(x, float | complex) for x in _flat(argument)
    ):
        return Kind.FLOAT
    return Kind.EXACT


def _flat(rows: Sequence[Any]) -> list[Any]:
    return list(chain.from_iterable(r if isinstance(r, list | tuple) else [r] for r in rows))


def is_group(argument: Any) -> bool:
    """Whether several matrices are given rather than one."""
    if not isinstance(argument, list | tuple):
        return False
    return not argument or not all(
        isinstance(row, list | tuple) and all(not isinstance(x, list | tuple) for x in row)
        for row in argument
    )


def exact(array: Any) -> ExactMatrix:
    """The matrix whose entries are exactly the floating-point numbers of an array."""
    import numpy as np

    values = np.asarray(array, dtype=complex)
    if values.ndim == 1:
        values = values.reshape(-1, 1)
    if values.ndim != 2:
        raise ShapeError(f"an array of {values.ndim} dimensions is not a matrix")
    if not np.isfinite(values).all():
        raise UnreadableEntry("an entry is infinite or not a number")
    pairs = ((_fraction(z.real), _fraction(z.imag)) for z in values.ravel().tolist())
    return ExactMatrix.gaussian(values.shape[0], values.shape[1], pairs)


def _fraction(value: float) -> fmpq:
    numerator, denominator = value.as_integer_ratio()
    return fmpq(numerator, denominator)


def to_array(argument: Any) -> np.ndarray:
    """A matrix or a state as an array of floating-point numbers."""
    import numpy as np

    if isinstance(argument, ExactMatrix):
        return argument.to_numpy()
    if hasattr(argument, "toarray"):
        argument = argument.toarray()
    array = np.asarray(argument)
    if array.dtype.kind in "fc":
        return array
    if array.dtype.kind == "O":
        return read_exactly(argument)[0].to_numpy()
    return array.astype(float if array.dtype.kind in "biu" else complex)


def to_operator(argument: Any) -> Any:
    """A sparse matrix or linear operator as it is, anything else as an array."""
    return argument if _kind(argument) is Kind.LARGE else to_array(argument)


def read_exactly(*arguments: Any) -> list[ExactMatrix]:
    """Exact matrices over one number field."""
    if all(isinstance(a, ExactMatrix) and a.field.degree == 1 for a in arguments):
        return list(arguments)
    tables = [_table(argument) for argument in arguments]
    reader = _Reader()
    for _, _, entries in tables:
        for entry in entries:
            reader.number(entry)
    field = reader.field
    return [
        ExactMatrix.of_numbers(rows, columns, [reader.number(entry) for entry in entries], field)
        for rows, columns, entries in tables
    ]


def read_state(argument: Any, size: int) -> Any:
    """A state as a column; errors where its length is not the size of the matrices."""
    shape = getattr(argument, "shape", None)
    if isinstance(argument, ExactMatrix):
        shape = (argument.rows, argument.columns)
    elif shape is None:
        shape = (len(argument),)
    if tuple(shape) not in {(size,), (size, 1)}:
        raise ShapeError(
            f"a state of {' × '.join(map(str, shape))} entries does not fit {size}×{size} matrices",
            hint=f"a state is a column of {size} entries",
        )
    return argument


def check_nonzero(state: ExactMatrix) -> None:
    """Refuse the zero vector."""
    if state.is_zero():
        raise ZeroState("the zero vector is not a state")


def _table(argument: Any) -> tuple[int, int, list[Any]]:
    """Rows, columns and entries of what represents a matrix; a vector is a column."""
    import sympy

    if isinstance(argument, ExactMatrix):
        argument = argument.to_sympy()
    if isinstance(argument, sympy.MatrixBase):
        return argument.rows, argument.cols, list(argument)
    if isinstance(argument, sympy.MatrixExpr):
        return _table(sympy.Matrix(argument))
    if hasattr(argument, "tolist"):
        argument = argument.tolist()
    if not isinstance(argument, list | tuple):
        raise ShapeError(f"{type(argument).__name__} is not a matrix")
    rows = [list(row) if isinstance(row, list | tuple) else [row] for row in argument]
    columns = len(rows[0]) if rows else 0
    if any(len(row) != columns for row in rows):
        raise ShapeError("the rows of a matrix are of different lengths")
    return len(rows), columns, list(chain.from_iterable(rows))


class _Reader:
    """Entries as numbers of a field that grows as new roots are met."""

    def __init__(self) -> None:
        self.field: RealField = RATIONALS
        self.roots: dict[Any, fmpq_poly] = {}

    def number(self, entry: Any) -> Number:
        """An entry in the present field."""
        import sympy

        if isinstance(entry, int):
            return _rational(fmpq(entry))
        if isinstance(entry, Fraction):
            return _rational(fmpq(entry.numerator, entry.denominator))
        if isinstance(entry, fmpq):
            return _rational(entry)
        if isinstance(entry, float | complex | sympy.Float):
            raise UnreadableEntry(
                f"{entry} is a floating-point number in an exact matrix",
                hint="write a fraction, or pass a NumPy array",
            )
        try:
            entry = sympy.sympify(entry, strict=True)
        except sympy.SympifyError:
            raise UnreadableEntry(f"{entry!r} is not a number") from None
        while True:
            field = self.field
            number = self._expression(entry)
            if self.field is field:  # otherwise its parts were read in different fields
                return number

    def _expression(self, entry: sympy.Expr) -> Number:
        import sympy

        if entry.is_Rational:
            return _rational(fmpq(int(entry.p), int(entry.q)))
        if entry is sympy.I:
            return Number(fmpq_poly(), fmpq_poly([1]))
        if isinstance(entry, sympy.Add | sympy.Mul):
            numbers = [self._expression(argument) for argument in entry.args]
            if entry.is_Add:
                return Number(
                    sum((n.real for n in numbers), fmpq_poly()),
                    sum((n.imaginary for n in numbers), fmpq_poly()),
                )
            result = _rational(fmpq(1))
            for number in numbers:
                result = self._times(result, number)
            return result
        if isinstance(entry, sympy.Pow) and entry.exp.is_Rational:
            return self._power(entry)
        if isinstance(entry, sympy.exp):
            return self._phase(entry, entry.args[0] / (sympy.I * sympy.pi))
        if isinstance(entry, sympy.cos | sympy.sin):
            angle = entry.args[0] / sympy.pi
            return self._cosine(entry, angle if entry.func is sympy.cos else angle - sympy.S.Half)
        if isinstance(entry, sympy.CRootOf) and entry.is_real:
            place = int(entry.index)
            return self._root(entry, entry.poly, lambda roots, bits: [place])
        raise UnreadableEntry(
            f"{entry} is not an algebraic number that can be read",
            hint="use rationals, I, roots, cos and sin of rational multiples of pi, CRootOf",
        )

    def _times(self, x: Number, y: Number) -> Number:
        reduce = self.field.reduce
        return Number(
            reduce(x.real * y.real - x.imaginary * y.imaginary),
            reduce(x.real * y.imaginary + x.imaginary * y.real),
        )

    def _power(self, entry: sympy.Pow) -> Number:
        import sympy

        base, exponent = entry.base, entry.exp
        if exponent.is_Integer:
            number = self.number(base)
            if exponent < 0:
                number = self._inverse(entry, number)
            result = _rational(fmpq(1))
            for _ in range(abs(int(exponent))):
                result = self._times(result, number)
            return result
        if base == -1:
            return self._phase(entry, exponent)
        number = self.number(base)
        if not number.imaginary.is_zero() or self.field.sign(number.real) <= 0:
            raise UnreadableEntry(
                f"{entry} is a root of a number that is not positive",
                hint="write it as real part plus I times imaginary part",
            )
        root = base ** sympy.Rational(1, exponent.q)

        def near(roots: Sequence[arb], bits: int) -> list[int]:
            with precision(bits):
                ball = self.field.enclose(number.real, bits).root(int(exponent.q))
            return [i for i, candidate in enumerate(roots) if candidate.overlaps(ball)]

        value = self._root(root, None, near)
        if exponent.p < 0:
            value = self._inverse(entry, value)
        result = _rational(fmpq(1))
        for _ in range(abs(int(exponent.p))):
            result = self._times(result, value)
        return result

    def _inverse(self, entry: sympy.Expr, number: Number) -> Number:
        if number.is_zero():
            raise UnreadableEntry(f"{entry} divides by zero")
        norm = self.field.reduce(number.real**2 + number.imaginary**2)
        inverse = self.field.inverse(norm)
        return self._times(Number(inverse, fmpq_poly()), Number(number.real, -number.imaginary))

    def _phase(self, entry: sympy.Expr, turns: sympy.Expr) -> Number:
        """The number e^(iπ·turns)."""
        import sympy

        self._cosine(entry, turns)
        imaginary = self._cosine(entry, turns - sympy.S.Half)
        return Number(self._cosine(entry, turns).real, imaginary.real)

    def _cosine(self, entry: sympy.Expr, turns: sympy.Expr) -> Number:
        """The number cos(π·turns)."""
        import sympy

        if not turns.is_Rational:
            raise UnreadableEntry(
                f"{entry} is not known to be algebraic", hint="angles are rational multiples of pi"
            )
        value = sympy.cos(sympy.pi * turns)
        if not value.has(sympy.cos, sympy.sin):
            return self._expression(value)
        angle = fmpq(int(turns.p), int(turns.q))

        def near(roots: Sequence[arb], bits: int) -> list[int]:
            with precision(bits):
                ball = arb.cos_pi_fmpq(angle)
            return [i for i, candidate in enumerate(roots) if candidate.overlaps(ball)]

        return self._root(value, None, near)

    def _root(
        self,
        entry: sympy.Expr,
        polynomial: sympy.Poly | None,
        near: Callable[[Sequence[arb], int], list[int]],
    ) -> Number:
        """A real number of which the polynomial, or the minimal one, is known; adjoined once."""
        import sympy

        if entry not in self.roots:
            if polynomial is None:
                polynomial = sympy.Poly(sympy.minimal_polynomial(entry, sympy.Symbol("x")))
            _, whole = polynomial.clear_denoms(convert=True)
            modulus = fmpz_poly([int(c) for c in reversed(whole.all_coeffs())])
            bits = FIRST_BITS
            while len(places := near(real_roots(modulus, bits), bits)) > 1:
                bits *= 2
            if not places:
                raise UnreadableEntry(f"{entry} is no root of its minimal polynomial in SymPy")
            extension = self.field.adjoin(modulus, places[0], entry)
            field = extension.field
            self.roots = {
                known: field.reduce(number(extension.old)) for known, number in self.roots.items()
            }
            self.field = field
            self.roots[entry] = extension.new
        return Number(self.roots[entry], fmpq_poly())


def _rational(value: fmpq) -> Number:
    return Number(fmpq_poly([value]), fmpq_poly())
