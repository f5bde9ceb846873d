"""Exact maps on a space of infinite dimension: the polynomials in one or more oscillators.

The space is spanned by (a₁†)^i (a₂†)^j … |0⟩ with aₖ|0⟩ = 0 and [aₖ, aₖ†] = 1: polynomials, on
which a† multiplies by a variable and a differentiates.  An operator is a sum of words (a†)^i a^j,
which act faithfully, so that two are equal exactly if their coefficients are; a ket is such a sum
before |0⟩, and a bra behind ⟨0|.

A dimension -m stands for m oscillators.  Main results: `Ladder`, `ladder_unit`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from itertools import product
from math import comb, factorial

from derive.refuter.matrices import Matrix, scalar
from derive.refuter.polynomials import NOUGHT, UNIT, Polynomial, Symbol, rational

Word = tuple[tuple[int, int], ...]
"""For each oscillator, how often it is raised, after how often it was lowered."""


class NoWord(ValueError):
    """A map that is no sum of words: of rank 1, or an inverse."""


@dataclass(frozen=True)
class Ladder:
    """An operator, a ket or a bra: rows and columns are 1, or minus the number of oscillators."""

    rows: int
    columns: int
    terms: Mapping[Word, Polynomial]

    def __add__(self, other: Ladder) -> Ladder:
        if (self.rows, self.columns) != (other.rows, other.columns):
            raise ValueError("maps of different shapes are added")
        return _collected(self.rows, self.columns, (*self.terms.items(), *other.terms.items()))

    def __sub__(self, other: Ladder) -> Ladder:
        return self + other.map(Polynomial.__neg__)

    def __matmul__(self, other: Ladder) -> Ladder | Matrix:
        if self.columns != other.rows:
            raise ValueError("maps whose shapes do not meet are multiplied")
        if self.columns == 1:
            raise NoWord("a map of rank 1")
        parts = [
            (word, a * b * rational(times))
            for left, a in self.terms.items()
            for right, b in other.terms.items()
            for word, times in _product(left, right)
        ]
        if self.rows == other.columns == 1:
            plain = [value for word, value in parts if not any(map(any, word))]
            return scalar(reduce(Polynomial.__add__, plain, NOUGHT))
        return _collected(self.rows, other.columns, parts)

    def __pow__(self, exponent: int) -> Ladder:
        base = self.inverse if exponent < 0 else self
        found = ladder_unit(-self.rows)
        for _ in range(abs(exponent)):
            following = found @ base
            assert isinstance(following, Ladder)
            found = following
        return found

    def map(self, change: Callable[[Polynomial], Polynomial]) -> Ladder:
        """The map with every coefficient changed."""
        changed = ((word, change(value)) for word, value in self.terms.items())
        return _collected(self.rows, self.columns, changed)

    def scaled(self, factor: Polynomial) -> Ladder:
        """The map times a scalar."""
        return self if factor == UNIT else self.map(factor.__mul__)

    def substitute(self, values: Mapping[Symbol, Polynomial]) -> Ladder:
        """The map with polynomials put for symbols."""
        return self.map(lambda value: value.substitute(values))

    def adjoint(self) -> Ladder:
        """The adjoint: of (a†)^i a^j it is (a†)^j a^i."""
        turned = (
            (tuple((j, i) for i, j in word), value.conjugate())
            for word, value in self.terms.items()
        )
        return _collected(self.columns, self.rows, turned)

    @property
    def flat(self) -> Iterator[Polynomial]:
        """All coefficients that are not zero."""
        return iter(self.terms.values())

    @property
    def inverse(self) -> Ladder:
        """The inverse of a multiple of the identity; others have none that is a sum of words.

        Raises `ZeroDivisionError` for zero, `NoWord` for what is no multiple of the identity.
        """
        if not self.terms:
            raise ZeroDivisionError("division by zero")
        if any(any(map(any, word)) for word in self.terms):
            raise NoWord("an inverse that is no sum of words")
        return self.map(Polynomial.inverse)


def ladder_unit(oscillators: int) -> Ladder:
    """The identity."""
    return Ladder(-oscillators, -oscillators, {((0, 0),) * oscillators: UNIT})


def words(rows: int, columns: int, degree: int) -> Iterator[Word]:
    """The words of maps of a shape, up to a number of letters."""
    oscillators = -min(rows, columns)
    raised = range(degree + 1 if rows < 0 else 1)
    lowered = range(degree + 1 if columns < 0 else 1)
    for word in product(product(raised, lowered), repeat=oscillators):
        if sum(map(sum, word)) <= degree:
            yield word


def _collected(rows: int, columns: int, parts: Iterable[tuple[Word, Polynomial]]) -> Ladder:
    """The sum of words; what lowers |0⟩ or raises ⟨0| vanishes."""
    terms: dict[Word, Polynomial] = {}
    for word, value in parts:
        if (rows < 0 or not any(i for i, _ in word)) and (
            columns < 0 or not any(j for _, j in word)
        ):
            total = terms.get(word, NOUGHT) + value
            terms[word] = total
    return Ladder(rows, columns, {word: value for word, value in terms.items() if value})


def _product(left: Word, right: Word) -> Iterator[tuple[Word, int]]:
    """The normal form of a product of words: a^j (a†)^k is a sum over how many letters meet."""
    choices = [
        [
            ((i + k - m, j - m + n), factorial(m) * comb(j, m) * comb(k, m))
            for m in range(min(j, k) + 1)
        ]
        for (i, j), (k, n) in zip(left, right, strict=True)
    ]
    for chosen in product(*choices):
        times = 1
        for _, factor in chosen:
            times *= factor
        yield tuple(pair for pair, _ in chosen), times
