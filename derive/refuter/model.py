"""Models: what each space, set and atom of a signature is, and the exact values of terms in it.

A space has a finite dimension and the standard inner product, an index set a size, an index an
element 0, 1, … of its set.  The value of an atom is a `Family` of matrices: one for each choice
of indices in its slots; for a sequence, a sum of matrices times n^d·r^n, so that it has a value
at every natural number n and not only at those that someone has looked at.

Entries may be polynomials in symbols, so that what is said of unknown numbers can be evaluated
before they are known; in a model of a statement they are numbers.

Main results: `Model`, `Family`, `Summand`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from itertools import product
from typing import NamedTuple

from derive.kernel.atoms import NATURAL, Atom, C, Index, Space, Variable
from derive.kernel.exponents import Exponent
from derive.kernel.terms import Letter, Monomial, Term, Word
from derive.refuter.matrices import Matrix, scalar, unit, zeros
from derive.refuter.polynomials import IMAGINARY, NOUGHT, UNIT, Polynomial, Symbol, rational

_LARGEST_EXPONENT = 300


class Unknown(Exception):
    """It cannot be decided, or not be evaluated, with what is known."""


class Summand(NamedTuple):
    """A matrix times n^degree·ratio^n, with a degree and a ratio for each natural slot."""

    matrix: Matrix
    growth: tuple[tuple[int, Polynomial], ...] = ()


@dataclass(frozen=True)
class Family:
    """The value of an atom: for each choice of indices, a sum of summands."""

    table: Mapping[tuple[int, ...], tuple[Summand, ...]]

    @classmethod
    def of(cls, matrix: Matrix) -> Family:
        """The value of an atom without slots."""
        return cls({(): (Summand(matrix),)})

    def at(self, indices: tuple[int, ...], naturals: tuple[int, ...]) -> Matrix:
        """The matrix for these indices and natural numbers."""
        if indices not in self.table:
            raise Unknown("there is no value for these indices")
        parts = []
        for matrix, growth in self.table[indices]:
            for (degree, ratio), n in zip(growth, naturals, strict=True):
                matrix = matrix.scaled(rational(n**degree) * ratio**n)
            parts.append(matrix)
        return reduce(Matrix.__add__, parts)

    def substitute(self, values: Mapping[Symbol, Polynomial]) -> Family:
        """The family with polynomials put for symbols."""
        return Family(
            {
                indices: tuple(s._replace(matrix=s.matrix.substitute(values)) for s in summands)
                for indices, summands in self.table.items()
            }
        )

    @property
    def matrices(self) -> Iterator[Matrix]:
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

    def value(self, atom: Atom, arguments: Sequence[int] = ()) -> Matrix:
        """The matrix of an atom, with elements and natural numbers in its slots."""
        if atom.name.startswith("#"):
            return scalar(rational(self.size(atom.name[1:])))
        if atom not in self.values:
            raise Unknown(f"{atom.name} has no value")
        pairs = list(zip(atom.slots, arguments, strict=True))
        places = tuple(value for slot, value in pairs if slot != NATURAL)
        naturals = tuple(value for slot, value in pairs if slot == NATURAL)
        return self.values[atom].at(places, naturals)

    def term(self, term: Term) -> Matrix:
        """The value of a term."""
        result = zeros(self.dimension(term.codomain), self.dimension(term.domain))
        for monomial, coefficient in term.monomials.items():
            for inner in self.with_elements(monomial.indices):
                value = inner._monomial(monomial, term.codomain)
                result = result + value.scaled(rational(coefficient))
        return result

    def _monomial(self, monomial: Monomial, space: Space) -> Matrix:
        factor = IMAGINARY if monomial.imaginary else UNIT
        if any(self.element(left) != self.element(right) for left, right in monomial.deltas):
            factor = NOUGHT
        if self.whole(monomial.sign) % 2:
            factor = -factor
        for word, power in monomial.scalars:
            value = self._word(word)
            factor = factor * (value ** self.whole(power)).number
        value = self._word(monomial.word) if monomial.word else unit(self.dimension(space))
        return value.scaled(factor)

    def _word(self, word: Word) -> Matrix:
        factors = []
        for letter, power in word:
            value = self._letter(letter)
            times = self.whole(power)
            factors.append(value if times == 1 else value**times)
        return reduce(Matrix.__matmul__, factors)

    def _letter(self, letter: Letter) -> Matrix:
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
                value = self.value(atom).number.rational
                if not isinstance(value, int):
                    raise Unknown(f"{atom.name} is not known to be an integer")
                coefficient *= value
            total += coefficient
        if abs(total) > _LARGEST_EXPONENT:
            raise Unknown("an exponent is too large")
        return total
