"""Hypotheses that are linear in one unknown matrix, or in it and its adjoint, solved exactly.

Main results: `degree`, `solutions`.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from fractions import Fraction

from derive.deciding.expressions import Number, Symbol
from derive.deciding.refuting.exact_matrices import Model, NotExact, Undefined, Value
from derive.deciding.refuting.gaussian import Matrix, matrix, zeros
from derive.deciding.refuting.typed_terms import Typed

_MANY = 99
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
) -> Iterator[Matrix]:
    """Values of a name that satisfy equations linear in it; a few where there are many."""
    rows, columns = shape
    size = rows * columns

    def made(numbers: Sequence[Fraction]) -> Matrix:
        lines = [
            [(numbers[i * columns + j], numbers[size + i * columns + j]) for j in range(columns)]
            for i in range(rows)
        ]
        return matrix(lines)

    def residue(value: Matrix) -> list[Fraction]:
        model.values[name] = value
        differences = [left(model) - right(model) for left, right in equations]
        return [x for d in differences for row in d.entries() for pair in row for x in pair]

    try:
        constant = residue(zeros(rows, columns))
        slopes = [
            residue(made([Fraction(int(k == j)) for j in range(2 * size)])) for k in range(2 * size)
        ]
    except (NotExact, Undefined):
        return
    finally:
        model.values.pop(name, None)
    found = _solved(constant, slopes)
    if found is None:
        return
    particular, free = found
    yield made(particular)
    for direction in free[: 4 if lap == 0 else 12]:
        yield made([a + b for a, b in zip(particular, direction, strict=True)])
    for _ in range((2 if lap == 0 else 4) if free else 0):
        mixed = particular
        for direction in free:
            factor = source.randint(-2, 2)
            mixed = [a + factor * b for a, b in zip(mixed, direction, strict=True)]
        yield made(mixed)


def _difference(left: Sequence[Fraction], right: Sequence[Fraction]) -> list[Fraction]:
    return [a - b for a, b in zip(left, right, strict=True)]


def _solved(
    constant: Sequence[Fraction], slopes: Sequence[Sequence[Fraction]]
) -> tuple[list[Fraction], list[list[Fraction]]] | None:
    """A solution of `constant + sum of x_k slopes[k] = 0` and a basis of the homogeneous ones."""
    unknowns = len(slopes)
    system = [[*(slope[row] for slope in slopes), -value] for row, value in enumerate(constant)]
    pivots: list[int] = []
    for column in range(unknowns):
        top = len(pivots)
        pivot = next((row for row in range(top, len(system)) if system[row][column]), None)
        if pivot is None:
            continue
        system[top], system[pivot] = system[pivot], system[top]
        factor = system[top][column]
        system[top] = [x / factor for x in system[top]]
        for row in range(len(system)):
            if row != top and (factor := system[row][column]):
                system[row] = [
                    x - factor * y for x, y in zip(system[row], system[top], strict=True)
                ]
        pivots.append(column)
    if any(line[-1] for line in system[len(pivots) :]):
        return None
    particular = [Fraction(0)] * unknowns
    for row, column in enumerate(pivots):
        particular[column] = system[row][-1]
    free = []
    for column in sorted(set(range(unknowns)) - set(pivots)):
        direction = [Fraction(int(k == column)) for k in range(unknowns)]
        for row, pivot in enumerate(pivots):
            direction[pivot] = -system[row][column]
        free.append(direction)
    return particular, free
