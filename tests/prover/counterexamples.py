"""Counterexamples: explicit exact models in which hypotheses hold and a false goal does not.

The arithmetic is that of `tests.kernel.matrices`, which shares no code with the kernel.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import product
from typing import Any

from derive.kernel.atoms import NATURAL, Atom, Index, Space
from derive.kernel.formulas import Clause, Equation, Formula, NonNegative, free
from tests.kernel.matrices import Environment, Gauss, Matrix, Model, made, scalar

Value = Any
"""A number, a ket as a list, a matrix as a list of rows, or a function of the slots."""

_GRID = (-1, 0, 1, 2, 1j)


class Counterexample:
    """Values of atoms and free indices by name, and sizes of spaces and index sets.

    What a clause binds ranges over a small grid.  It takes a model in which the clause holds for
    obvious reasons beyond the grid as well.  Where there is no finite model, as for [D, x] = 1, the
    matrices are the upper left corner of infinite ones; maps are then compared on the first
    `columns` basis vectors only, which no product of the formulas leads out of the corner.
    """

    def __init__(
        self,
        values: Mapping[str, Value],
        dimensions: Mapping[str, int] | None = None,
        sizes: Mapping[str, int] | None = None,
        columns: int | None = None,
    ) -> None:
        self.values = values
        self.columns = columns
        self.dimensions = dict(dimensions or {})
        self.model = Model(0, _Dimensions(self.dimensions), dict(sizes or {}))

    def holds(self, formula: Formula) -> bool:
        """Whether the formula is true here."""
        at: dict[Any, Any] = {}
        for variable in free(formula):
            if isinstance(variable, Index):
                at[variable] = self.values[variable.name]
            elif not variable.name.startswith("#"):
                at[variable] = self._family(variable)
        return self._holds(formula, at)

    def _family(self, atom: Atom) -> Callable[..., Matrix]:
        value = self.values[atom.name]
        shape = self.model.dimension(atom.codomain), self.model.dimension(atom.domain)

        def chosen(*slots: int) -> Matrix:
            matrix = as_matrix(value(*slots) if callable(value) else value)
            assert (matrix.rows, matrix.columns) == shape, f"{atom.name} is {shape}"
            check_properties(atom, matrix)
            return matrix

        return chosen

    def _holds(self, formula: Formula, at: Environment) -> bool:
        if isinstance(formula, Equation):
            left, right = self.model.term(formula.left, at), self.model.term(formula.right, at)
            return all(
                one[: self.columns] == other[: self.columns]
                for one, other in zip(left.entries, right.entries, strict=True)
            )
        if isinstance(formula, NonNegative):
            number = self.model.term(formula.term, at).number
            return number.im == 0 <= number.re
        assert isinstance(formula, Clause)
        return all(
            not all(self._holds(premise, inner) for premise in formula.premises)
            or self._holds(formula.conclusion, inner)
            for inner in self._environments(formula.variables, at)
        )

    def _environments(self, variables: Sequence[Atom | Index], at: Environment) -> Iterator[Environment]:
        for chosen in product(*map(self._candidates, variables)):
            yield {**at, **dict(zip(variables, chosen, strict=True))}

    def _candidates(self, variable: Atom | Index) -> list[Any]:
        if isinstance(variable, Index):
            return list(range(self.model.sizes[variable.over]))
        assert not variable.slots, "a bound family has no grid"
        if NATURAL in variable.properties:
            grid: Sequence[complex] = (0, 1, 2, 3)
        elif "positive" in variable.properties:
            grid = (1, 2)
        elif "hermitian" in variable.properties:
            grid = (-1, 0, 1, 2)
        else:
            grid = _GRID
        rows, columns = self.model.dimension(variable.codomain), self.model.dimension(variable.domain)
        grid = grid if rows * columns == 1 else (0, 1)
        found = []
        for entries in product(grid, repeat=rows * columns):
            lines = [entries[columns * row : columns * (row + 1)] for row in range(rows)]
            matrix = made(rows, columns, [[gauss(x) for x in line] for line in lines])
            found.append(lambda matrix=matrix: matrix)
        return found


class _Dimensions(dict[Space, int]):
    """Dimensions by the names of the spaces."""

    def __init__(self, named: Mapping[str, int]) -> None:
        super().__init__()
        self.named = named

    def __missing__(self, space: Space) -> int:
        return self.named[space.name]


def gauss(value: complex | Fraction) -> Gauss:
    """A number of Q(i); a Python complex number must have simple parts."""
    if isinstance(value, complex):
        return Gauss(Fraction(value.real), Fraction(value.imag))
    return Gauss(Fraction(value), Fraction(0))


def as_matrix(value: Value) -> Matrix:
    """The matrix that a value stands for."""
    if isinstance(value, Matrix):
        return value
    if not isinstance(value, list):
        number = gauss(value)
        return scalar(number.re, number.im)
    lines = [line if isinstance(line, list) else [line] for line in value]
    return made(len(lines), len(lines[0]) if lines else 1, [[gauss(x) for x in line] for line in lines])


def check_properties(atom: Atom, value: Matrix) -> None:
    """Refuse a value that has not the declared properties."""
    if "hermitian" in atom.properties:
        assert value == value.adjoint(), f"{atom.name} is Hermitian"
    if "positive" in atom.properties:
        assert value.number.re > 0, f"{atom.name} is positive"
    if NATURAL in atom.properties:
        assert value.whole >= 0, f"{atom.name} is natural"
    if "invertible" in atom.properties:
        assert value @ value.inverse() == value.power(0), f"{atom.name} is invertible"
