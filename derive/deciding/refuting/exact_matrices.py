"""Typed expressions as functions of exact finite-dimensional models.

Main results: `Model`, `compiled`, `NotExact`, `Undefined`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from math import comb, factorial, isqrt

from derive.deciding.claims.expressions import Binder, Constant, Grid, Number, Symbol
from derive.deciding.refuting.gaussian import Matrix, matrix, scalar, unit, zeros
from derive.deciding.refuting.typed_terms import NUMBERS, SCALAR, Typed

_LARGEST_POWER = 64
_LARGEST_FACTORIAL = 60
_MOST_TERMS = 40


class NotExact(Exception):
    """A value that is no Gaussian rational, or not known to be one."""


class Undefined(Exception):
    """A side that has no value at this point."""


@dataclass
class Model:
    """Dimensions of the spaces and values of the names."""

    dimensions: Mapping[str, int]
    values: dict[str, Matrix] = field(default_factory=dict)

    def size(self, space: str) -> int:
        """The dimension of a space."""
        if space == NUMBERS:
            return 1
        return int(space[1:]) if space.startswith("#") else self.dimensions[space]

    def shape(self, part: Typed) -> tuple[int, int]:
        """Rows and columns of a value."""
        return self.size(part.type.codomain), self.size(part.type.domain)


Value = Callable[[Model], Matrix]


def compiled(part: Typed) -> Value:
    """The value of an expression in a model.

    The function raises `Undefined` or `NotExact` where the value is.
    """
    match part.kind:
        case "number":
            assert isinstance(part.source, Number)
            number = scalar(part.source.value)
            return lambda model: number
        case "constant":
            assert isinstance(part.source, Constant)
            return _constant(part.source.name)
        case "symbol":
            assert isinstance(part.source, Symbol)
            name = part.source.name
            return lambda model: model.values[name]
        case "zero":
            return lambda model: zeros(*model.shape(part))
        case "grid":
            return _grid(part)
        case "binder":
            return _binder(part)
    return _operation(part, [compiled(inner) for inner in part.parts])


def _operation(part: Typed, values: list[Value]) -> Value:
    """What is made of the values of the parts."""
    first = values[0]
    match part.kind:
        case "multiple":
            size = part.type.codomain
            return lambda model: unit(model.size(size)).scaled(first(model))
        case "scale":
            second = values[1]
            return lambda model: second(model).scaled(first(model))
        case "add":
            return lambda model: _folded(Matrix.__add__, values, model)
        case "compose":
            return lambda model: _folded(Matrix.__matmul__, values, model)
        case "adjoint":
            return lambda model: first(model).adjoint()
        case "conjugate":
            return lambda model: first(model).conjugate()
        case "transpose":
            return lambda model: first(model).adjoint().conjugate()
        case "trace":
            return lambda model: first(model).trace()
        case "determinant":
            return lambda model: first(model).determinant()
        case "power":
            if part.type == SCALAR:
                return lambda model: _scalar_power(first(model), values[1](model))
            return lambda model: _matrix_power(first(model), values[1](model))
        case "exp" if part.type != SCALAR:
            return lambda model: _exponential(first(model))
    if part.type != SCALAR:
        return _inexact
    if part.kind not in _SCALARS:
        return lambda model: _at_zero(part.kind, [value(model) for value in values])
    function = _SCALARS[part.kind]
    return lambda model: scalar(*function(*(value(model).number for value in values)))


def _folded(
    operation: Callable[[Matrix, Matrix], Matrix], values: list[Value], model: Model
) -> Matrix:
    """Sum or product of the values."""
    found = values[0](model)
    for value in values[1:]:
        found = operation(found, value(model))
    return found


def _inexact(model: Model) -> Matrix:
    raise NotExact


def _constant(name: str) -> Value:
    if name == "i":
        return lambda model: scalar(0, 1)
    return _inexact


def _grid(part: Typed) -> Value:
    """An explicit matrix, if need be of blocks."""
    assert isinstance(part.source, Grid)
    width = len(part.source.rows[0])
    values = [compiled(inner) for inner in part.parts]
    rows = [values[k : k + width] for k in range(0, len(values), width)]

    def value(model: Model) -> Matrix:
        lines = []
        for row in rows:
            blocks = [entry(model).entries() for entry in row]
            lines += [[x for line in piece for x in line] for piece in zip(*blocks, strict=True)]
        return matrix(lines)

    return value


def integer(value: Matrix) -> int:
    """The integer that a scalar is; raises `NotExact` if it is none."""
    real, imaginary = value.number
    if imaginary or real.denominator != 1:
        raise NotExact
    return int(real)


def _binder(part: Typed) -> Value:
    """Sums and products between integers."""
    assert isinstance(part.source, Binder)
    kind, variable = part.source.kind, part.source.variable
    if kind not in ("sum", "product") or len(part.parts) != 3:
        return _inexact
    body, low, high = map(compiled, part.parts)

    def value(model: Model) -> Matrix:
        first, last = integer(low(model)), integer(high(model))
        if last < first - 1 or last - first > _MOST_TERMS:
            raise NotExact
        if last < first and kind == "product" and part.type != SCALAR:
            return unit(model.size(part.type.codomain))
        if last < first:
            return zeros(*model.shape(part)) if kind == "sum" else scalar(1)
        inside = Model(model.dimensions, dict(model.values))
        found = None
        for k in range(first, last + 1):
            inside.values[variable] = scalar(k)
            term = body(inside)
            if found is not None:
                term = found + term if kind == "sum" else found @ term
            found = term
        assert found is not None
        return found

    return value


def _matrix_power(base: Matrix, exponent: Matrix) -> Matrix:
    times = integer(exponent)
    if abs(times) > _LARGEST_POWER:
        raise NotExact
    try:
        return base.power(times)
    except ZeroDivisionError as error:
        raise Undefined from error


def _scalar_power(base: Matrix, exponent: Matrix) -> Matrix:
    """A power of numbers, with 0^0 = 1."""
    real, imaginary = exponent.number
    if not imaginary and real.denominator == 1:
        return _matrix_power(base, exponent)
    a, b = base.number
    if not b and a >= 0 and real == Fraction(1, 2) and not imaginary:
        return scalar(_root(a))
    raise NotExact


def _root(value: Fraction) -> Fraction:
    """The square root of a square; raises `NotExact` otherwise."""
    above, below = isqrt(value.numerator), isqrt(value.denominator)
    if above * above != value.numerator or below * below != value.denominator:
        raise NotExact
    return Fraction(above, below)


def _exponential(body: Matrix) -> Matrix:
    """The exponential of a nilpotent matrix."""
    if body.power(body.rows).is_nonzero:
        raise NotExact
    found = term = unit(body.rows)
    for k in range(1, body.rows):
        term = (term @ body).scaled(scalar(Fraction(1, k)))
        found = found + term
    return found


def _at_zero(function: str, arguments: list[Matrix]) -> Matrix:
    """An elementary function where its value is rational."""
    if len(arguments) == 1 and not arguments[0].is_nonzero and function in _VALUES_AT_ZERO:
        return scalar(_VALUES_AT_ZERO[function])
    raise NotExact


_VALUES_AT_ZERO = {
    "exp": 1, "cos": 1, "cosh": 1, "sec": 1, "sin": 0, "tan": 0, "sinh": 0, "tanh": 0,
    "asin": 0, "atan": 0, "asinh": 0, "atanh": 0,
}  # fmt: skip

_Complex = tuple[Fraction, Fraction]
_NOUGHT = Fraction(0)


def _natural(value: _Complex, most: int) -> int:
    if value[1] or value[0].denominator != 1 or not 0 <= value[0] <= most:
        raise NotExact
    return int(value[0])


def _absolute(value: _Complex) -> _Complex:
    return _root(value[0] ** 2 + value[1] ** 2), _NOUGHT


def _sign(value: _Complex) -> _Complex:
    size = _absolute(value)[0] or Fraction(1)
    return value[0] / size, value[1] / size


def _factorial(value: _Complex) -> _Complex:
    return Fraction(factorial(_natural(value, _LARGEST_FACTORIAL))), _NOUGHT


def _binomial(above: _Complex, below: _Complex) -> _Complex:
    n, k = _natural(above, _LARGEST_FACTORIAL), _natural(below, _LARGEST_FACTORIAL)
    return Fraction(comb(n, k)), _NOUGHT


def _delta(first: _Complex, second: _Complex) -> _Complex:
    return Fraction(first == second), _NOUGHT


_SCALARS: dict[str, Callable[..., _Complex]] = {
    "re": lambda value: (value[0], _NOUGHT),
    "im": lambda value: (value[1], _NOUGHT),
    "abs": _absolute,
    "sign": _sign,
    "factorial": _factorial,
    "binomial": _binomial,
    "delta": _delta,
}
