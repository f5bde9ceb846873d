"""Values made of symbols: an atom of which nothing is known but its declaration.

Main results: `unknown`, `unknown_sequence`, `SequenceShape`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from derive.kernel.atoms import NATURAL, Atom
from derive.refuter.matrices import Matrix, made
from derive.refuter.model import Family, Map, Model, Summand, Unknown
from derive.refuter.oscillators import Ladder, Word, words
from derive.refuter.polynomials import NOUGHT, UNIT, Polynomial, fresh, variable

_LETTERS = 2

Growth = tuple[tuple[int, Polynomial], ...]


@dataclass(frozen=True)
class SequenceShape:
    """How sequences grow: in each slot as 1, as n or as a power of one of the ratios.

    Where sequences end after some values, so do those with one slot, after as many.
    """

    ratios: tuple[Polynomial, ...]
    values: int = 0

    def of(self, atom: Atom) -> list[Growth]:
        """The ways in which an atom grows; one that is no sequence does not grow."""
        slots = atom.slots.count(NATURAL)
        if slots == 1 and self.values:
            return [((place, NOUGHT),) for place in range(self.values)]
        ways = [(0, UNIT), (1, UNIT), *((0, ratio) for ratio in self.ratios)]
        return list(product(ways, repeat=slots))


def unknown(atom: Atom, model: Model) -> Family:
    """A value of the atom with symbols for all that is free in it.

    Raises:
        Unknown: a sequence or a map of oscillators, which takes more than finitely many numbers.
    """
    if NATURAL in atom.slots:
        raise Unknown("a sequence is not given by finitely many numbers")
    if min(model.shape(atom)) < 0:
        raise Unknown("a map of oscillators is not given by finitely many numbers")
    return unknown_sequence(atom, model, [()])


def unknown_sequence(atom: Atom, model: Model, shape: Sequence[Growth]) -> Family:
    """A value of the atom that grows in the given ways."""
    return Family(
        {
            place: tuple(Summand(_value(atom, model), growth) for growth in shape)
            for place in model.places(atom)
        }
    )


def _value(atom: Atom, model: Model) -> Map:
    rows, columns = model.shape(atom)
    if min(rows, columns) >= 0:
        return _matrix(atom, rows, columns)
    if max(rows, columns) not in (1, min(rows, columns)):
        raise Unknown("a map between a finite space and oscillators")
    return _ladder(atom, rows, columns)


def _matrix(atom: Atom, rows: int, columns: int) -> Matrix:
    if "hermitian" not in atom.properties:
        lines = [[variable(fresh("complex")) for _ in range(columns)] for _ in range(rows)]
        return made(rows, columns, lines)
    upper = {
        (a, b): variable(fresh("real" if a == b else "complex"))
        for a in range(rows)
        for b in range(a, rows)
    }
    lines = [
        [upper[a, b] if a <= b else upper[b, a].conjugate() for b in range(rows)]
        for a in range(rows)
    ]
    return made(rows, rows, lines)


def _ladder(atom: Atom, rows: int, columns: int) -> Ladder:
    """A sum of words with few letters; there are more maps, but these are enough for a model."""
    terms: dict[Word, Polynomial] = {}
    for word in words(rows, columns, _LETTERS):
        turned = tuple((j, i) for i, j in word)
        if "hermitian" in atom.properties and turned in terms:
            terms[word] = terms[turned].conjugate()
        else:
            real = "hermitian" in atom.properties and turned == word
            terms[word] = variable(fresh("real" if real else "complex"))
    return Ladder(rows, columns, terms)
