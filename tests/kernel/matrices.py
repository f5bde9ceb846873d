"""Explicit matrices over Q(i), and random models of kernel terms in them.

This is a second, independent arithmetic: it knows expression trees and the normal form of terms,
and shares no code with the kernel's own multiplication.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import reduce
from itertools import product
from typing import Any, NamedTuple

from derive.kernel.atoms import NATURAL, Atom, C, Index, Space
from derive.kernel.formulas import Clause, Equation, Formula, NonNegative
from derive.kernel.terms import Monomial, Term, Word

Environment = Mapping[Any, Any]
"""Values of indices (elements 0, 1 ... of their sets) and of bound atoms (matrices)."""


class Gauss(NamedTuple):
    """A number of Q(i)."""

    re: Fraction
    im: Fraction

    def __add__(self, other: Gauss) -> Gauss:  # type: ignore[override]
        return Gauss(self.re + other.re, self.im + other.im)

    def __mul__(self, other: Gauss) -> Gauss:  # type: ignore[override]
        return Gauss(
            self.re * other.re - self.im * other.im, self.re * other.im + self.im * other.re
        )

    def conjugate(self) -> Gauss:
        return Gauss(self.re, -self.im)

    def inverse(self) -> Gauss:
        size = self.re**2 + self.im**2
        return Gauss(self.re / size, -self.im / size)


NOUGHT, ONE, UNIT_I = (Gauss(Fraction(a), Fraction(b)) for a, b in ((0, 0), (1, 0), (0, 1)))


@dataclass(frozen=True)
class Matrix:
    """A matrix, possibly without rows or columns."""

    rows: int
    columns: int
    entries: tuple[tuple[Gauss, ...], ...]

    def __add__(self, other: Matrix) -> Matrix:
        assert (self.rows, self.columns) == (other.rows, other.columns)
        lines = zip(self.entries, other.entries, strict=True)
        return self.like([[a + b for a, b in zip(x, y, strict=True)] for x, y in lines])

    def __matmul__(self, other: Matrix) -> Matrix:
        assert self.columns == other.rows
        lines = []
        for row in self.entries:
            line = [NOUGHT] * other.columns
            for a, below in zip(row, other.entries, strict=True):
                line = [x + a * b for x, b in zip(line, below, strict=True)]
            lines.append(line)
        return made(self.rows, other.columns, lines)

    def like(self, lines: Sequence[Sequence[Gauss]]) -> Matrix:
        return made(self.rows, self.columns, lines)

    def scaled(self, number: Gauss) -> Matrix:
        return self.like([[number * a for a in row] for row in self.entries])

    def adjoint(self) -> Matrix:
        lines = [[row[k].conjugate() for row in self.entries] for k in range(self.columns)]
        return made(self.columns, self.rows, lines)

    def power(self, exponent: int) -> Matrix:
        base = self.inverse() if exponent < 0 else self
        return reduce(Matrix.__matmul__, [base] * abs(exponent), unit(self.rows))

    @property
    def number(self) -> Gauss:
        """The only entry."""
        assert self.rows == self.columns == 1
        return self.entries[0][0]

    @property
    def whole(self) -> int:
        """The only entry, which is an integer."""
        assert self.number.im == 0
        assert self.number.re.denominator == 1
        return int(self.number.re)

    def inverse(self) -> Matrix:
        """By Gauss and Jordan; the matrix is regular."""
        size = self.rows
        rows = [[*a, *b] for a, b in zip(self.entries, unit(size).entries, strict=True)]
        for k in range(size):
            pivot = next(row for row in range(k, size) if rows[row][k] != NOUGHT)
            rows[k], rows[pivot] = rows[pivot], rows[k]
            scale = rows[k][k].inverse()
            rows[k] = [scale * a for a in rows[k]]
            for row in range(size):
                if row != k:
                    factor = Gauss(-rows[row][k].re, -rows[row][k].im)
                    rows[row] = [a + factor * b for a, b in zip(rows[row], rows[k], strict=True)]
        return made(size, size, [row[size:] for row in rows])


def made(rows: int, columns: int, lines: Sequence[Sequence[Gauss]]) -> Matrix:
    return Matrix(rows, columns, tuple(tuple(line) for line in lines))


def nothing(rows: int, columns: int) -> Matrix:
    return made(rows, columns, [[NOUGHT] * columns for _ in range(rows)])


def unit(size: int) -> Matrix:
    return made(size, size, [[ONE if a == b else NOUGHT for b in range(size)] for a in range(size)])


def scalar(re: Fraction | int, im: Fraction | int = 0) -> Matrix:
    return made(1, 1, [[Gauss(Fraction(re), Fraction(im))]])


@dataclass
class Model:
    """Sizes of spaces and sets, and random values of atoms that have their declared properties.

    A definition gives an atom (for a family, with its parameters) the value of a term.
    """

    seed: int
    dimensions: Mapping[Space, int]
    sizes: Mapping[str, int]
    definitions: Mapping[Atom, tuple[tuple[Index, ...], Term]] = field(default_factory=dict)
    _values: dict[object, Matrix] = field(default_factory=dict)

    def dimension(self, space: Space) -> int:
        return 1 if space == C else self.dimensions[space]

    def value(self, atom: Atom, arguments: tuple[int, ...], at: Environment) -> Matrix:
        if atom in at:
            return at[atom](*arguments)
        if atom.name.startswith("#"):
            return scalar(self.sizes[atom.name[1:]])
        key = atom, arguments
        if key not in self._values and atom in self.definitions:
            parameters, term = self.definitions[atom]
            self._values[key] = self.term(term, dict(zip(parameters, arguments, strict=True)))
        if key not in self._values:
            self._values[key] = self.random(atom, random.Random(f"{self.seed} {key}"))
        return self._values[key]

    def random(self, atom: Atom, source: random.Random) -> Matrix:
        """A random value with the properties of the atom."""
        shape = self.dimension(atom.codomain), self.dimension(atom.domain)
        properties = atom.properties
        if NATURAL in properties:
            return scalar(source.randint("invertible" in properties, 3))
        if "positive" in properties:
            return scalar(Fraction(source.randint(1, 6), source.randint(1, 4)))
        if "invertible" in properties:
            assert shape[0] == shape[1]
            left = self.triangle(shape[0], source)
            right = left if "hermitian" in properties else self.triangle(shape[0], source)
            scale = Gauss(Fraction(source.choice([-2, -1, 1, 3])), Fraction(0))
            turn = ONE if "hermitian" in properties else source.choice([ONE, UNIT_I])
            return (left @ right.adjoint()).scaled(scale * turn)
        plain = made(*shape, [[_some(source) for _ in range(shape[1])] for _ in range(shape[0])])
        return plain + plain.adjoint() if "hermitian" in properties else plain

    @staticmethod
    def triangle(size: int, source: random.Random) -> Matrix:
        def entry(a: int, b: int) -> Gauss:
            return ONE if a == b else _some(source) if a < b else NOUGHT

        return made(size, size, [[entry(a, b) for b in range(size)] for a in range(size)])

    def elements(self, indices: Sequence[Index]) -> Iterator[tuple[int, ...]]:
        return product(*(range(self.sizes[index.over]) for index in indices))

    def exponent(self, exponent: Any, at: Environment) -> int:
        whole = 0
        for atoms, coefficient in exponent:
            for atom in atoms:
                coefficient *= self.value(atom, (), at).whole
            whole += coefficient
        return whole

    def term(self, term: Term, at: Environment) -> Matrix:
        """The value of a term, from its normal form."""
        result = nothing(self.dimension(term.codomain), self.dimension(term.domain))
        for monomial, coefficient in term.monomials.items():
            for chosen in self.elements(monomial.indices):
                inner = {**at, **dict(zip(monomial.indices, chosen, strict=True))}
                result += self.monomial(monomial, coefficient, term.codomain, inner)
        return result

    def monomial(
        self, monomial: Monomial, coefficient: Fraction, space: Space, at: Environment
    ) -> Matrix:
        scale = Gauss(coefficient * (-1) ** self.exponent(monomial.sign, at), Fraction(0))
        scale = scale * UNIT_I if monomial.imaginary else scale
        for left, right in monomial.deltas:
            scale = scale if at[left] == at[right] else NOUGHT
        for word, power in monomial.scalars:
            scale = scale * self.word(word, at).power(self.exponent(power, at)).number
        word = self.word(monomial.word, at) if monomial.word else unit(self.dimension(space))
        return word.scaled(scale)

    def word(self, word: Word, at: Environment) -> Matrix:
        factors = []
        for (atom, arguments, adjoint), power in word:
            filled = (at[a] if isinstance(a, Index) else self.exponent(a, at) for a in arguments)
            value = self.value(atom, tuple(filled), at)
            times = self.exponent(power, at)
            value = value if times == 1 else value.power(times)
            factors.append(value.adjoint() if adjoint else value)
        return reduce(Matrix.__matmul__, factors)

    def holds(self, formula: Formula, at: Environment, source: random.Random) -> bool:
        """Whether a formula is true; of bound atoms only random values are tried."""
        if isinstance(formula, Equation):
            return self.term(formula.left, at) == self.term(formula.right, at)
        if isinstance(formula, NonNegative):
            number = self.term(formula.term, at).number
            return number.im == 0 <= number.re
        assert isinstance(formula, Clause)
        return all(
            not all(self.holds(p, inner, source) for p in formula.premises)
            or self.holds(formula.conclusion, inner, source)
            for inner in self.environments(formula.variables, at, source)
        )

    def environments(
        self, variables: Sequence[Atom | Index], at: Environment, source: random.Random
    ) -> Iterator[Environment]:
        indices = [v for v in variables if isinstance(v, Index)]
        atoms = [v for v in variables if isinstance(v, Atom)]
        for chosen in self.elements(indices):
            for _ in range(2 if atoms else 1):
                put = {atom: self.family(atom, source.random()) for atom in atoms}
                yield {**at, **put, **dict(zip(indices, chosen, strict=True))}

    def family(self, atom: Atom, seed: float) -> Any:
        return lambda *arguments: self.random(atom, random.Random(f"{seed} {arguments}"))


def _some(source: random.Random) -> Gauss:
    return Gauss(Fraction(source.randint(-2, 2)), Fraction(source.randint(-1, 1)))
