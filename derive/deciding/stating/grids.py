"""Grids of expressions: what is done with their entries, without simplifying anything.

Main results: `transposed`, `determinant`, `inverse`, `partial`, `defined_with`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from derive.deciding.claims.expressions import (
    MINUS_ONE,
    ZERO,
    Application,
    Binder,
    Call,
    Expression,
    Grid,
    Number,
    add,
    call,
    divide,
    multiply,
    negative,
    power,
)

Shape = tuple[int, int]

MOST_NODES = 60_000
"""How far the nodes of a grid are counted."""

_EVERYWHERE_DEFINED = frozenset(
    "add multiply conjugate adjoint abs re im exp sin cos sinh cosh delta".split()
)


def transposed(grid: Grid) -> Grid:
    """The transpose."""
    return Grid(tuple(zip(*grid.rows, strict=True)))


def shape_of(grid: Grid) -> Shape:
    """Rows and columns."""
    return len(grid.rows), len(grid.rows[0])


def made(entries: Sequence[Expression], shape: Shape) -> Grid:
    """The grid with these entries, row by row."""
    rows, columns = shape
    return Grid(tuple(tuple(entries[k * columns : (k + 1) * columns]) for k in range(rows)))


def each(grid: Grid, function: str) -> Grid:
    """The grid with a function of every entry."""
    return Grid(tuple(tuple(call(function, entry) for entry in row) for row in grid.rows))


def multiple(factor: Expression, size: int) -> Grid:
    """That multiple of the identity."""
    lines = [[factor if i == j else ZERO for j in range(size)] for i in range(size)]
    return Grid(tuple(map(tuple, lines)))


def _minor(rows: Sequence[Sequence[Expression]], row: int, column: int) -> list[list[Expression]]:
    """The rows without one row and one column."""
    return [
        [e for j, e in enumerate(line) if j != column] for i, line in enumerate(rows) if i != row
    ]


def determinant(rows: Sequence[Sequence[Expression]]) -> Expression:
    """The determinant, along the first row."""
    if len(rows) == 1:
        return rows[0][0]
    terms = []
    for column, entry in enumerate(rows[0]):
        term = multiply(entry, determinant(_minor(rows, 0, column)))
        terms.append(negative(term) if column % 2 else term)
    return add(*terms)


def inverse(grid: Grid) -> Grid:
    """The adjugate divided by the determinant."""
    size = len(grid.rows)
    below = determinant(grid.rows)
    if size == 1:
        return Grid(((power(grid.rows[0][0], MINUS_ONE),),))

    def entry(row: int, column: int) -> Expression:
        minor = determinant(_minor(grid.rows, column, row))
        return divide(negative(minor) if (row + column) % 2 else minor, below)

    return Grid(tuple(tuple(entry(i, j) for j in range(size)) for i in range(size)))


def partial(entries: Iterable[Expression]) -> list[Expression]:
    """The entries that may be undefined somewhere."""
    return list(dict.fromkeys(e for e in entries if not all(map(_total, e.walk()))))


def _total(expression: Expression) -> bool:
    """Whether the outermost function of an expression is defined everywhere."""
    match expression:
        case Call("power", (_, Number(value))):
            return value.denominator == 1 and value >= 0
        case Call(function, _):
            return function in _EVERYWHERE_DEFINED
        case Application() | Binder():
            return False
    return True


def defined_with(expression: Expression, others: Sequence[Expression]) -> Expression:
    """The same expression, undefined where one of the others is."""
    return add(expression, *(multiply(ZERO, other) for other in others)) if others else expression


def nodes(grid: Grid) -> int:
    """How many nodes the entries have together, counted up to the bound."""
    total = 0
    for _ in grid.walk():
        total += 1
        if total > MOST_NODES:
            break
    return total
