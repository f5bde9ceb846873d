"""Typed expressions as rigorous balls in a finite-dimensional model, exponentials included.

A value is the start of a power series in the variable of a derivative, so that the derivative of
exp(tA) needs no rule of its own: the exponential of a series is that of a triangular block matrix.

Main results: `Balls`, `NoEnclosure`.
"""

from __future__ import annotations

from math import factorial
from typing import Any

from derive.deciding.claims.expressions import Binder, Constant, Grid, Number, Symbol
from derive.deciding.refuting.exact_matrices import (
    Model,
    NotExact,
    compiled,
    integer,
)
from derive.deciding.refuting.gaussian import Matrix, scalar
from derive.deciding.refuting.typed_terms import SCALAR, Typed, names_of

_MOST_TERMS = 40
_LARGEST_POWER = 64
_HIGHEST_DERIVATIVE = 4

Series = list[Any]
"""The coefficients, each a `flint.acb_mat`."""


class NoEnclosure(Exception):
    """A value that is not enclosed here."""


class Balls:
    """Enclosures in one model.

    Args:
        model: the model.
        real: the names that are real scalars.
    """

    def __init__(self, model: Model, real: frozenset[str]) -> None:
        self.model = model
        self.real = real
        self.order = 0
        self.variable = ""
        self.bound: dict[str, Any] = {}

    def value(self, part: Typed) -> Any:
        """The value as an `acb_mat`; `flint.ctx.prec` is the precision."""
        return self._series(part)[0]

    def _series(self, part: Typed) -> Series:
        match part.kind:
            case "number":
                assert isinstance(part.source, Number)
                return self._constant(_acb(part.source.value, 0))
            case "constant":
                assert isinstance(part.source, Constant)
                return self._constant(_imaginary() if part.source.name == "i" else _pi())
            case "symbol":
                return self._symbol(part)
            case "zero":
                return self._padded(_matrix(*self.model.shape(part)))
            case "grid":
                return self._grid(part)
            case "binder":
                return self._binder(part)
        return self._operation(part, [self._series(inner) for inner in part.parts])

    def _constant(self, number: Any) -> Series:
        return self._padded(_matrix(1, 1, [number]))

    def _padded(self, value: Any) -> Series:
        """A value that does not depend on the variable."""
        zero = _matrix(value.nrows(), value.ncols())
        return [value, *[zero] * self.order]

    def _symbol(self, part: Typed) -> Series:
        assert isinstance(part.source, Symbol)
        name = part.source.name
        if name in self.bound:
            found = self._constant(self.bound[name])
            if name == self.variable and self.order:
                found[1] = _matrix(1, 1, [_acb(1, 0)])
            return found
        return self._padded(ball(self.model.values[name]))

    def _operation(self, part: Typed, values: list[Series]) -> Series:
        first = values[0]
        match part.kind:
            case "add":
                return [sum(terms[1:], terms[0]) for terms in zip(*values, strict=True)]
            case "compose":
                found = first
                for value in values[1:]:
                    found = self._product(found, value)
                return found
            case "scale":
                return [
                    sum((_times(first[i][0, 0], values[1][k - i]) for i in range(1, k + 1)), head)
                    for k, head in enumerate(_times(first[0][0, 0], v) for v in values[1])
                ]
            case "multiple":
                size = self.model.size(part.type.codomain)
                return [_times(value[0, 0], _unit(size)) for value in first]
            case "trace":
                return [_matrix(1, 1, [value.trace()]) for value in first]
            case "transpose":
                return [value.transpose() for value in first]
            case "adjoint" | "conjugate":
                self._needs_real_variable()
                values_ = [value.conjugate() for value in first]
                return [v.transpose() for v in values_] if part.kind == "adjoint" else values_
            case "power":
                return self._power(part, first, values[1])
        if part.type != SCALAR:
            return self._exponential(first)
        if self.order and part.kind not in _ANALYTIC:
            raise NoEnclosure(part.kind)
        if part.kind == "determinant":
            return [_matrix(1, 1, [first[0].det()])]
        if part.kind in _ANALYTIC:
            return self._analytic(part.kind, first)
        if part.kind in _OTHERS:
            return [_matrix(1, 1, [_OTHERS[part.kind](first[0][0, 0])])]
        return self._exactly(part)

    def _exactly(self, part: Typed) -> Series:
        """The value of a function that is only known exactly."""
        if self.bound:
            raise NoEnclosure(part.kind)
        try:
            return self._padded(ball(compiled(part)(self.model)))
        except NotExact as error:
            raise NoEnclosure(part.kind) from error

    def _needs_real_variable(self) -> None:
        if self.order and self.variable not in self.real:
            raise NoEnclosure("a conjugate is not differentiable")

    def _product(self, left: Series, right: Series) -> Series:
        found = []
        for k in range(self.order + 1):
            terms = [left[i] * right[k - i] for i in range(k + 1)]
            found.append(sum(terms[1:], terms[0]))
        return found

    def _power(self, part: Typed, base: Series, exponent: Series) -> Series:
        """An integer power of a matrix; a power of a number that is not 0."""
        times = self._integer(part.parts[1])
        if times is not None and 0 <= times <= _LARGEST_POWER:
            found = self._padded(_unit(base[0].nrows()))
            for _ in range(times):
                found = self._product(found, base)
            return found
        if self.order or (times is not None and abs(times) > _LARGEST_POWER):
            raise NoEnclosure("a power")
        if part.type != SCALAR:
            if times is None:
                raise NoEnclosure("a power of an operator that is no integer")
            try:
                return [base[0].inv() ** -times]
            except ZeroDivisionError as error:
                raise NoEnclosure("a matrix that may be singular") from error
        number, above = base[0][0, 0], exponent[0][0, 0]
        if number.contains(0):
            raise NoEnclosure("a power of what may be 0")
        return [_matrix(1, 1, [number**times if times is not None else number.pow(above)])]

    def _integer(self, exponent: Typed) -> int | None:
        """The integer that an exponent is, if it does not depend on the variable."""
        if names_of(exponent) & self.bound.keys():
            return None
        try:
            return integer(compiled(exponent)(self.model))
        except NotExact:
            return None

    def _exponential(self, body: Series) -> Series:
        size, blocks = body[0].nrows(), self.order + 1
        large = _matrix(size * blocks, size * blocks)
        for i in range(blocks):
            for j in range(i, blocks):
                _put(large, i * size, j * size, body[j - i])
        found = large.exp()
        return [_cut(found, 0, k * size, size) for k in range(blocks)]

    def _analytic(self, function: str, body: Series) -> Series:
        from flint import acb_series

        if not self.order:
            return [_matrix(1, 1, [getattr(body[0][0, 0], function)()])]
        series = acb_series([value[0, 0] for value in body], prec=self.order + 1)
        found = getattr(series, function)()
        return [_matrix(1, 1, [found[k]]) for k in range(self.order + 1)]

    def _grid(self, part: Typed) -> Series:
        assert isinstance(part.source, Grid)
        width = len(part.source.rows[0])
        blocks = [self._series(inner) for inner in part.parts]
        rows, columns = self.model.shape(part)
        found = []
        for k in range(self.order + 1):
            whole, down, right = _matrix(rows, columns), 0, 0
            for place, block in enumerate(blocks):
                _put(whole, down, right, block[k])
                right += block[k].ncols()
                if place % width == width - 1:
                    down, right = down + block[k].nrows(), 0
            found.append(whole)
        return found

    def _binder(self, part: Typed) -> Series:
        """A derivative at a point, or a finite sum."""
        assert isinstance(part.source, Binder)
        variable, kind, body = part.source.variable, part.source.kind, part.parts[0]
        if self.bound:
            raise NoEnclosure("binders in a derivative")
        if kind not in ("derivative", "sum"):
            raise NoEnclosure(kind)
        try:
            limits = [compiled(bound)(self.model) for bound in part.parts[1:]]
            first, last = limits
            if kind == "derivative":
                return self._derivative(part, first, integer(last))
            if 0 <= integer(last) - integer(first) <= _MOST_TERMS:
                return self._sum(body, variable, range(integer(first), integer(last) + 1))
        except NotExact as error:
            raise NoEnclosure("a bound") from error
        raise NoEnclosure("a long sum")

    def _sum(self, body: Typed, variable: str, values: range) -> Series:
        terms = []
        for k in values:
            model = Model(self.model.dimensions, {**self.model.values, variable: scalar(k)})
            terms.append(Balls(model, self.real | {variable}).value(body))
        return [sum(terms[1:], terms[0])]

    def _derivative(self, part: Typed, point: Matrix, order: int) -> Series:
        assert isinstance(part.source, Binder)
        if not 0 <= order <= _HIGHEST_DERIVATIVE:
            raise NoEnclosure("a high derivative")
        variable, place = part.source.variable, part.source.bounds[0]
        is_real = isinstance(place, Symbol) and place.name in self.real
        inner = Balls(self.model, self.real - {variable} | ({variable} if is_real else set()))
        inner.order, inner.variable = order, variable
        inner.bound = {variable: ball(point)[0, 0]}
        return [_times(_acb(factorial(order), 0), inner._series(part.parts[0])[order])]


_ANALYTIC = frozenset("exp log sin cos tan sinh cosh tanh".split())
_OTHERS = {
    "abs": lambda z: _real(abs(z)),
    "re": lambda z: _real(z.real),
    "im": lambda z: _real(z.imag),
}


def _real(value: Any) -> Any:
    from flint import acb

    return acb(value)


def _acb(real: Any, imaginary: Any) -> Any:
    from flint import acb, arb, fmpq

    parts = [arb(fmpq(x.numerator, x.denominator)) for x in (real, imaginary)]
    return acb(*parts)


def _imaginary() -> Any:
    return _acb(0, 1)


def _pi() -> Any:
    from flint import acb

    return acb.pi()


def _matrix(rows: int, columns: int, entries: list[Any] | None = None) -> Any:
    from flint import acb_mat

    return acb_mat(rows, columns, entries) if entries is not None else acb_mat(rows, columns)


def _unit(size: int) -> Any:
    return _matrix(size, size, [_acb(int(i == j), 0) for i in range(size) for j in range(size)])


def _times(number: Any, value: Any) -> Any:
    return value * number


def _put(large: Any, down: int, right: int, block: Any) -> None:
    for i in range(block.nrows()):
        for j in range(block.ncols()):
            large[down + i, right + j] = block[i, j]


def _cut(large: Any, down: int, right: int, size: int) -> Any:
    entries = [large[down + i, right + j] for i in range(size) for j in range(size)]
    return _matrix(size, size, entries)


def ball(value: Matrix) -> Any:
    """An exact matrix as an `acb_mat`."""
    entries = [_acb(*entry) for row in value.entries() for entry in row]
    return _matrix(value.rows, value.columns, entries)
