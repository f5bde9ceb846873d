"""Models: what each space, set and atom of a signature is, and the exact values of terms in it.

A space has a finite dimension and the standard inner product, or it is spanned by the states of
oscillators (`derive.refuter.oscillators`); minus their number then stands for its dimension.  An
index set has a size, an index is an element 0, 1, … of its set.  The value of an atom is a `Family`
of matrices: one for each choice of indices in its slots; for a sequence, a sum of matrices times
n^d·r^n, so that it has a value at every natural number n and not only at those that someone has
looked at.  Where r is 0, what grows so is 1 at n = d and 0 elsewhere.

Entries may be polynomials in symbols, so that what is said of unknown numbers can be evaluated
before they are known; in a model of a statement they are numbers.

Main results: `Model`, `Family`, `Summand`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from itertools import product
from typing import NamedTuple, TypeAlias

from derive.kernel.atoms import NATURAL, Atom, C, Index, Space, Variable
from derive.kernel.exponents import Exponent
from derive.kernel.terms import Letter, Monomial, Term, Word
from derive.refuter.matrices import Matrix, scalar, unit, zeros
from derive.refuter.oscillators import Ladder, NoWord, ladder_unit
from derive.refuter.polynomials import IMAGINARY, NOUGHT, UNIT, Polynomial, Symbol, rational

_LARGEST_EXPONENT = 300


class Unknown(Exception):
    """It cannot be decided, or not be evaluated, with what is known."""


Map: TypeAlias = Matrix | Ladder
"""The value of a term."""


class Summand(NamedTuple):
    """A matrix times what grows with each natural slot: see `grown`."""

    matrix: Map
    growth: tuple[tuple[int, Polynomial], ...] = ()


@dataclass(frozen=True)
class Family:
    """The value of an atom: for each choice of indices, a sum of summands."""

    table: Mapping[tuple[int, ...], tuple[Summand, ...]]

    @classmethod
    def of(cls, matrix: Map) -> Family:
        """The value of an atom without slots."""
        return cls({(): (Summand(matrix),)})

    def at(self, indices: tuple[int, ...], naturals: tuple[int, ...]) -> Map:
        """The matrix for these indices and natural numbers."""
        if indices not in self.table:
            raise Unknown("there is no value for these indices")
        parts = []
        for matrix, growth in self.table[indices]:
            for (degree, ratio), n in zip(growth, naturals, strict=True):
                matrix = matrix.scaled(grown(degree, ratio, n))
            parts.append(matrix)
        return reduce(plus, parts)

    def substitute(self, values: Mapping[Symbol, Polynomial]) -> Family:
        """The family with polynomials put for symbols."""
        return Family(
            {
                indices: tuple(s._replace(matrix=s.matrix.substitute(values)) for s in summands)
                for indices, summands in self.table.items()
            }
        )

    @property
    def matrices(self) -> Iterator[Map]:
        """All matrices in it."""
        return (one.matrix for summands in self.table.values() for one in summands)

    @property
    def symbols(self) -> frozenset[Symbol]:
        """The symbols that occur in it."""
        return frozenset(s for m in self.matrices for entry in m.flat for s in entry.symbols)


@dataclass(frozen=True)
class Model:
    """What spaces (by name), index sets (by name), indices and atoms are."""

    dimensions: Mapping[str, int]
    sizes: Mapping[str, int]
    indices: Mapping[Index, int]
    values: Mapping[Atom, Family]

    def dimension(self, space: Space) -> int:
        """The dimension of a space."""
        if space != C and space.name not in self.dimensions:
            raise Unknown(f"{space.name} has no dimension")
        return 1 if space == C else self.dimensions[space.name]

    def identity(self, space: Space) -> Map:
        """The identity of a space."""
        dimension = self.dimension(space)
        return unit(dimension) if dimension >= 0 else ladder_unit(-dimension)

    @property
    def is_finite(self) -> bool:
        """Whether all spaces have a finite dimension."""
        return all(dimension >= 0 for dimension in self.dimensions.values())

    def size(self, over: str) -> int:
        """The number of elements of an index set."""
        if over not in self.sizes:
            raise Unknown(f"{over} has no size")
        return self.sizes[over]

    def shape(self, atom: Atom) -> tuple[int, int]:
        """Rows and columns of the matrices of an atom."""
        return self.dimension(atom.codomain), self.dimension(atom.domain)

    def places(self, atom: Atom) -> Iterator[tuple[int, ...]]:
        """All choices of indices for the slots of an atom."""
        return product(*(range(self.size(slot)) for slot in atom.slots if slot != NATURAL))

    def extended(
        self, values: Mapping[Atom, Family], indices: Mapping[Index, int] | None = None
    ) -> Model:
        """The model with values for more atoms and indices."""
        indices = {**self.indices, **indices} if indices else self.indices
        return replace(self, values={**self.values, **values}, indices=indices)

    def with_elements(self, indices: Sequence[Index]) -> Iterator[Model]:
        """The models in which the indices are all elements of their sets, one after the other."""
        for chosen in product(*(range(self.size(index.over)) for index in indices)):
            yield self.extended({}, dict(zip(indices, chosen, strict=True)))

    def element(self, index: Index) -> int:
        """The element that an index is."""
        if index not in self.indices:
            raise Unknown(f"{index.name} has no value")
        return self.indices[index]

    def covers(self, variable: Variable) -> bool:
        """Whether the variable has a value."""
        if isinstance(variable, Index):
            return variable in self.indices
        return variable in self.values or variable.name.startswith("#")

    def value(self, atom: Atom, arguments: Sequence[int] = ()) -> Map:
        """The matrix of an atom, with elements and natural numbers in its slots."""
        if atom.name.startswith("#"):
            return scalar(rational(self.size(atom.name[1:])))
        if atom not in self.values:
            raise Unknown(f"{atom.name} has no value")
        pairs = list(zip(atom.slots, arguments, strict=True))
        places = tuple(value for slot, value in pairs if slot != NATURAL)
        naturals = tuple(value for slot, value in pairs if slot == NATURAL)
        return self.values[atom].at(places, naturals)

    def term(self, term: Term) -> Map:
        """The value of a term."""
        result = nothing(self.dimension(term.codomain), self.dimension(term.domain))
        for monomial, coefficient in term.monomials.items():
            for inner in self.with_elements(monomial.indices):
                value = inner._monomial(monomial, term.codomain)
                result = plus(result, value.scaled(rational(coefficient)))
        return result

    def _monomial(self, monomial: Monomial, space: Space) -> Map:
        factor = IMAGINARY if monomial.imaginary else UNIT
        if any(self.element(left) != self.element(right) for left, right in monomial.deltas):
            factor = NOUGHT
        if self.whole(monomial.sign) % 2:
            factor = -factor
        for word, power in monomial.scalars:
            value = self._word(word)
            factor = factor * number_of(value) ** self.whole(power)
        value = self._word(monomial.word) if monomial.word else self.identity(space)
        return value.scaled(factor)

    def _word(self, word: Word) -> Map:
        factors = []
        for letter, power in word:
            value = self._letter(letter)
            whole = self.whole(power)
            factors.append(value if whole == 1 else value**whole)
        return reduce(times, factors)

    def _letter(self, letter: Letter) -> Map:
        arguments = [
            self.element(a) if isinstance(a, Index) else self.whole(a) for a in letter.arguments
        ]
        value = self.value(letter.atom, arguments)
        return value.adjoint() if letter.adjoint else value

    def whole(self, exponent: Exponent) -> int:
        """The integer that an exponent is."""
        total = 0
        for atoms, coefficient in exponent:
            for atom in atoms:
                value = number_of(self.value(atom)).rational
                if not isinstance(value, int):
                    raise Unknown(f"{atom.name} is not known to be an integer")
                coefficient *= value
            total += coefficient
        if abs(total) > _LARGEST_EXPONENT:
            raise Unknown("an exponent is too large")
        return total


def grown(degree: int, ratio: Polynomial, n: int) -> Polynomial:
    """n^degree·ratio^n; for ratio 0 it is 1 at n = degree and 0 elsewhere.

    With a ratio the degrees 0, …, d together span what a linear recurrence with that root of
    multiplicity d + 1 admits; for the root 0 these are the sequences that end after n = d.
    """
    if not ratio:
        return UNIT if n == degree else NOUGHT
    return rational(n**degree) * ratio**n


def nothing(rows: int, columns: int) -> Map:
    """The zero map; negative numbers stand for oscillators."""
    return zeros(rows, columns) if min(rows, columns) >= 0 else Ladder(rows, columns, {})


def number_of(value: Map) -> Polynomial:
    """The number that a map from C to C is."""
    assert isinstance(value, Matrix)
    return value.number


def plus(left: Map, right: Map) -> Map:
    """The sum of two maps between the same spaces."""
    if isinstance(left, Matrix) and isinstance(right, Matrix):
        return left + right
    if isinstance(left, Ladder) and isinstance(right, Ladder):
        return left + right
    raise ValueError("maps between different spaces are added")


def difference(left: Map, right: Map) -> Map:
    """The difference of two maps between the same spaces."""
    return plus(left, right.map(Polynomial.__neg__))


def times(left: Map, right: Map) -> Map:
    """The product of two maps.

    Raises:
        Unknown: it is no sum of words in oscillators.
    """
    if isinstance(left, Matrix) and isinstance(right, Matrix):
        return left @ right
    if isinstance(left, Ladder) and isinstance(right, Ladder):
        try:
            return left @ right
        except NoWord as error:
            raise Unknown(str(error)) from None
    raise Unknown("a map between a finite space and oscillators")
