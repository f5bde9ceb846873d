"""The entries of declared matrices: new scalars, and what the words of a declaration say of them.

Main results: `entries_of`, `meaning_of_words`, `entry_name`.
"""

from __future__ import annotations

from collections.abc import Collection

from derive.deciding.claims.expressions import (
    IMAGINARY,
    ONE,
    ZERO,
    Expression,
    Grid,
    Relation,
    Symbol,
    call,
    multiply,
    negative,
)
from derive.deciding.claims.problem import Declared
from derive.deciding.stating.grids import Shape


def entry_name(name: str, row: int, column: int, shape: Shape) -> str:
    """What the entry of a matrix is called: `A_12`, or `v_1` in a row or a column of several."""
    if shape == (1, 1) or min(shape) > 1:
        between = "" if max(shape) < 10 else "_"
        return f"{name}_{row + 1}{between}{column + 1}"
    return f"{name}_{max(row, column) + 1}"


def entries_of(
    declared: Declared, taken: Collection[str], names: dict[str, Declared]
) -> Grid:
    """The entries of a declared matrix; new names, none of them taken, are added to `names`."""
    rows, columns = declared.shape
    real = frozenset({"real"})
    words = real & declared.words

    def new(row: int, column: int, words: frozenset[str]) -> Symbol:
        name = entry_name(declared.name, row, column, declared.shape)
        while name in taken or name in names:
            name += "_"
        names[name] = Declared(name, "scalar", words)
        return Symbol(name)

    def mirrored(entry: Expression) -> Expression:
        return entry if words else call("conjugate", entry)

    symmetric = "hermitian" in declared.words
    lines: list[list[Expression]] = [[ZERO] * columns for _ in range(rows)]
    for row in range(rows):
        for column in range(columns):
            if not (symmetric or "antihermitian" in declared.words):
                lines[row][column] = new(row, column, words)
            elif row == column and symmetric:
                lines[row][row] = new(row, row, real)
            elif row == column:
                lines[row][row] = ZERO if words else multiply(IMAGINARY, new(row, row, real))
            elif row < column:
                above = new(row, column, words)
                lines[row][column] = above
                below = mirrored(above)
                lines[column][row] = below if symmetric else negative(below)
    return Grid(tuple(map(tuple, lines)))


def meaning_of_words(declared: Declared) -> list[Relation]:
    """The hypotheses that say what the entries alone do not: unitary, invertible."""
    matrix = Symbol(declared.name)
    adjoint = call("adjoint", matrix)
    found = []
    if "unitary" in declared.words:
        found += [
            Relation("=", multiply(adjoint, matrix), ONE),
            Relation("=", multiply(matrix, adjoint), ONE),
        ]
    elif "invertible" in declared.words:
        found.append(Relation("!=", call("determinant", matrix), ZERO))
    return found
