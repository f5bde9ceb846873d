"""Hypotheses that are linear in one unknown matrix, or in it and its adjoint, solved exactly.

Main results: `degree`, `solutions`.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from typing import Any

from derive.deciding.claims.expressions import Number, Symbol
from derive.deciding.refuting.exact_matrices import Model, NotExact, Undefined, Value
from derive.deciding.refuting.gaussian import Matrix, matrix, zeros
from derive.deciding.refuting.typed_terms import Typed

_MANY = 99
_MOST_ENTRIES = 25
_ADDITIVE = frozenset("adjoint conjugate transpose trace re im multiple".split())


def degree(part: Typed, name: str) -> int:
    """The degree of an expression in a name and its adjoint; large where it is no polynomial."""
    if part.kind == "symbol":
        return int(part.source == Symbol(name))
    inner = [degree(piece, name) for piece in part.parts]
    if part.kind in ("add", "grid") or part.kind in _ADDITIVE:
        return max(inner, default=0)
    if part.kind in ("compose", "scale"):
        return sum(inner)
    if part.kind == "power" and inner[0] and not inner[1]:
        match part.parts[1].source:
            case Number(value) if value.denominator == 1 and value >= 0:
                return inner[0] * int(value)
    return _MANY if any(inner) else 0


def solutions(
    model: Model,
    name: str,
    shape: tuple[int, int],
    equations: Sequence[tuple[Value, Value]],
    source: random.Random,
    lap: int,
) -> tuple[list[Matrix], bool] | None:
    """Values of a name that satisfy equations linear in it, and whether these are all.

    None where the equations cannot be evaluated exactly, or there are too many unknowns.
    """
    rows, columns = shape
    size = rows * columns
    if size > _MOST_ENTRIES:
        return None

    def made(numbers: Sequence[Fraction]) -> Matrix:
        lines = [
            [(numbers[i * columns + j], numbers[size + i * columns + j]) for j in range(columns)]
            for i in range(rows)
        ]
        return matrix(lines)

    def residue(value: Matrix) -> list[Any]:
        model.values[name] = value
        differences = [left(model) - right(model) for left, right in equations]
        return [x for d in differences for row in d.block.tolist() for x in row[: d.columns]]

    try:
        constant = residue(zeros(rows, columns))
        slopes = []
        for k in range(2 * size):
            there = residue(_direction(rows, columns, k))
            slopes.append([a - b for a, b in zip(there, constant, strict=True)])
    except (NotExact, Undefined):
        return None
    finally:
        model.values.pop(name, None)
    found = _solved(constant, slopes)
    if found is None:
        return [], True
    particular, free = found
    values = [made(particular)]
    for direction in free[: 4 if lap == 0 else 12]:
        values.append(made([a + b for a, b in zip(particular, direction, strict=True)]))
    for _ in range((2 if lap == 0 else 4) if free else 0):
        mixed = particular
        for direction in free:
            factor = source.randint(-2, 2)
            mixed = [a + factor * b for a, b in zip(mixed, direction, strict=True)]
        values.append(made(mixed))
    return values, not free


@lru_cache(maxsize=256)
def _direction(rows: int, columns: int, place: int) -> Matrix:
    """The matrix with one entry 1, or i for the second half of the places."""
    turned, place = divmod(place, rows * columns)
    entry = (1 - turned, turned)
    spots = [[i * columns + j == place for j in range(columns)] for i in range(rows)]
    return matrix([[entry if here else 0 for here in row] for row in spots])


def _solved(
    constant: Sequence[Any], slopes: Sequence[Sequence[Any]]
) -> tuple[list[Fraction], list[list[Fraction]]] | None:
    """A solution of `constant + sum of x_k slopes[k] = 0` and a basis of the homogeneous ones."""
    from flint import fmpq_mat

    unknowns = len(slopes)
    rows = [[*(s[row] for s in slopes), -value] for row, value in enumerate(constant)]
    reduced, rank = fmpq_mat(rows).rref()
    lines = reduced.tolist()[:rank]
    pivots = [next(k for k, x in enumerate(line) if x != 0) for line in lines]
    if unknowns in pivots:
        return None
    particular = [Fraction(0)] * unknowns
    for line, column in zip(lines, pivots, strict=True):
        particular[column] = _fraction(line[-1])
    free = []
    for column in sorted(set(range(unknowns)) - set(pivots)):
        direction = [Fraction(int(k == column)) for k in range(unknowns)]
        for line, pivot in zip(lines, pivots, strict=True):
            direction[pivot] = -_fraction(line[column])
        free.append(direction)
    return particular, free


def _fraction(value: Any) -> Fraction:
    return Fraction(int(value.p), int(value.q))
