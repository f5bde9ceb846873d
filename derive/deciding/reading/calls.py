"""The calls of plain text whose arguments are no mere expressions, or that stand for others.

These are what binds a variable (`Integral(f, (x, 0, 1))`, `Derivative(f, x, 2)`, `Limit(f, x, 0)`),
matrices row by row, roots, inverses and commutators.  As in SymPy a limit at a point is one from
above unless a fourth argument `"-"` or `"+-"` says otherwise.

Main results: `CALLS`.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from derive.deciding.claims.expressions import (
    HALF,
    MINUS_ONE,
    ONE,
    ZERO,
    Binder,
    BinderKind,
    Expression,
    Grid,
    Number,
    Symbol,
    call,
    power,
    substituted,
)
from derive.deciding.reading.building import (
    anticommutator,
    commutator,
    derivative,
    grid,
    identity,
    limit,
    root,
)

if TYPE_CHECKING:
    from derive.deciding.reading.text import TextReader

Reading = Callable[["TextReader", ast.Call], Expression]

_LARGEST_MATRIX = 64
_SIDES = {"+": 1, "-": -1, "+-": 0}


def _ranged(kind: BinderKind) -> Reading:
    """Read `Sum(body, (k, 1, n), …)`: the first range is the innermost."""

    def read(reader: TextReader, node: ast.Call) -> Expression:
        if len(node.args) < 2:
            raise reader.error(
                node, f"{_name(node)} needs a range", f"write {_name(node)}(f, (k, 1, n))"
            )
        ranges = [_range(reader, node, part, kind) for part in node.args[1:]]
        variables = [variable for variable, _ in ranges]
        if len(set(variables)) < len(variables):
            raise reader.error(node, f"{_name(node)} binds a variable twice")
        with reader.binding([name for name, bounds in ranges if bounds]):
            result = reader.expression(node.args[0])
        for place, (variable, bounds) in enumerate(ranges):
            with reader.binding([name for name, limits in ranges[place + 1 :] if limits]):
                parts = tuple(reader.expression(bound) for bound in bounds)
                point = () if bounds else (reader.expression(_head(node.args[place + 1])),)
            result = (
                Binder(kind, variable, result, parts)
                if parts
                else Binder("antiderivative", variable, result, point)
            )
        return result

    return read


def _range(
    reader: TextReader, node: ast.Call, part: ast.expr, kind: BinderKind
) -> tuple[str, list[ast.expr]]:
    match part:
        case ast.Tuple(elts=[ast.Name(id=variable), lower, upper]):
            return variable, [lower, upper]
        case ast.Name(id=variable) | ast.Tuple(elts=[ast.Name(id=variable)]) if kind == "integral":
            return variable, []
    raise reader.error(part, f"this is no range of {_name(node)}", "write for instance (k, 1, n)")


def _head(part: ast.expr) -> ast.expr:
    return part.elts[0] if isinstance(part, ast.Tuple) else part


def _derivative(reader: TextReader, node: ast.Call) -> Expression:
    orders: list[tuple[ast.Name, Expression]] = []
    for part in node.args[1:]:
        match part:
            case ast.Name():
                orders.append((part, ONE))
            case ast.Tuple(elts=[ast.Name() as variable, count]):
                orders.append((variable, reader.expression(count)))
            case _ if orders and orders[-1][1] == ONE:
                orders[-1] = (orders[-1][0], reader.expression(part))
            case _:
                raise reader.error(
                    part, "this is no variable of a derivative", "write Derivative(f, x, 2)"
                )
    if not orders:
        raise reader.error(node, "a derivative needs its variable", "write Derivative(f, x)")
    result = reader.expression(node.args[0])
    for variable, order in orders:
        point = reader.expression(variable)
        if not isinstance(point, Symbol):
            raise reader.error(variable, f"{variable.id} is no variable")
        result = derivative(result, point.name, order)
    return result


def _limit(reader: TextReader, node: ast.Call) -> Expression:
    match node.args:
        case [body, ast.Name(id=variable), point]:
            side = 1
        case [body, ast.Name(id=variable), point, ast.Constant(value=str(sign))] if sign in _SIDES:
            side = _SIDES[sign]
        case _:
            raise reader.error(
                node, "this is no limit", 'write Limit(f, x, 0) or Limit(f, x, 0, "-")'
            )
    with reader.binding([variable]):
        inside = reader.expression(body)
    return limit(inside, variable, reader.expression(point), side)


def _substitution(reader: TextReader, node: ast.Call) -> Expression:
    match node.args:
        case [body, ast.Name(id=variable), point]:
            with reader.binding([variable]):
                inside = reader.expression(body)
            return substituted(inside, {variable: reader.expression(point)})
    raise reader.error(node, "this is no substitution", "write Subs(f, x, 0)")


def _matrix(reader: TextReader, node: ast.Call) -> Expression:
    match node.args:
        case [ast.List(elts=rows) | ast.Tuple(elts=rows)] if rows:
            lines = [row.elts if isinstance(row, ast.List | ast.Tuple) else [row] for row in rows]
            width = len(lines[0])
            if width and all(len(line) == width for line in lines):
                return grid([[reader.expression(entry) for entry in line] for line in lines])
            raise reader.error(node, "the rows of a matrix differ in length, or one is empty")
    raise reader.error(node, "a matrix is a list of rows", "write Matrix([[a, b], [c, d]])")


def _size(reader: TextReader, node: ast.expr) -> int:
    match node:
        case ast.Constant(value=int(size)) if 0 < size <= _LARGEST_MATRIX:
            return int(size)
    raise reader.error(node, f"the size of a matrix is a numeral from 1 to {_LARGEST_MATRIX}")


def _identity(reader: TextReader, node: ast.Call) -> Expression:
    if len(node.args) != 1:
        raise reader.error(node, f"{_name(node)} takes one size", "write Identity(2)")
    return identity(_size(reader, node.args[0]))


def _filled(entry: Expression) -> Reading:
    def read(reader: TextReader, node: ast.Call) -> Expression:
        if len(node.args) not in (1, 2):
            raise reader.error(node, f"{_name(node)} takes one or two sizes")
        sizes = [_size(reader, size) for size in node.args]
        return Grid(((entry,) * sizes[-1],) * sizes[0])

    return read


def _diagonal(reader: TextReader, node: ast.Call) -> Expression:
    entries = reader.arguments(node)
    if not entries:
        raise reader.error(node, "diag needs the entries of the diagonal")
    places = range(len(entries))
    return Grid(tuple(tuple(entries[i] if i == j else ZERO for j in places) for i in places))


def _bracket(build: Callable[[Expression, Expression], Expression]) -> Reading:
    def read(reader: TextReader, node: ast.Call) -> Expression:
        with reader.copying():
            left, right = reader.arguments(node, 2)
        return build(left, right)

    return read


def _of_one(build: Callable[[Expression], Expression]) -> Reading:
    return lambda reader, node: build(*reader.arguments(node, 1))


def _of_two(build: Callable[[Expression, Expression], Expression]) -> Reading:
    return lambda reader, node: build(*reader.arguments(node, 2))


def _rational(reader: TextReader, node: ast.Call) -> Expression:
    match reader.arguments(node, 2):
        case [Number(above), Number(below)] if below != 0:
            return Number(above / below)
    raise reader.error(node, "a rational number consists of two numerals", "write Rational(1, 2)")


def _name(node: ast.Call) -> str:
    assert isinstance(node.func, ast.Name)
    return node.func.id


CALLS: Mapping[str, Reading] = {
    "Integral": _ranged("integral"),
    "integrate": _ranged("integral"),
    "Sum": _ranged("sum"),
    "summation": _ranged("sum"),
    "Product": _ranged("product"),
    "Derivative": _derivative,
    "diff": _derivative,
    "Limit": _limit,
    "limit": _limit,
    "Subs": _substitution,
    "Matrix": _matrix,
    "ImmutableMatrix": _matrix,
    "BlockMatrix": _matrix,
    "Identity": _identity,
    "eye": _identity,
    "zeros": _filled(ZERO),
    "ZeroMatrix": _filled(ZERO),
    "ones": _filled(ONE),
    "diag": _diagonal,
    "Commutator": _bracket(commutator),
    "AntiCommutator": _bracket(anticommutator),
    "Inverse": _of_one(lambda body: power(body, MINUS_ONE)),
    "sqrt": _of_one(lambda body: power(body, HALF)),
    "cbrt": _of_one(lambda body: power(body, Number(ONE.value / 3))),
    "root": _of_two(root),
    "Rational": _rational,
    "Integer": _of_one(lambda body: body),
    "Adjoint": _of_one(lambda body: call("adjoint", body)),
}
