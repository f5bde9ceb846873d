"""Another search for counterexamples: values are planted first, and the rest is solved for.

`derive.refuter` chooses values one by one and solves after each.  Where a quotient such as
|⟨k|ψ⟩|²/⟨ψ|ψ⟩ stands in hypotheses, that seldom succeeds.  Here all that no hypothesis defines gets
a value at once, most often not 0, but for a few symbols that are left to be solved for.

Where the author gives parts of models, these are what is planted.

Main results: `planted`, `planted_by_author`.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import partial
from itertools import cycle, islice, product

from derive.kernel.atoms import NATURAL, Atom, C
from derive.kernel.certificates import Statement
from derive.kernel.formulas import Clause, Equation, Formula
from derive.refuter.attempts import attempt
from derive.refuter.beginnings import Problem, Size
from derive.refuter.choices import Choices
from derive.refuter.counterexample import (
    Counterexample,
    NoCounterexample,
    examine,
    opened,
    symbols,
)
from derive.refuter.given import Given
from derive.refuter.matrices import Matrix, made
from derive.refuter.model import Family, Model, Summand
from derive.refuter.polynomials import Polynomial, rational
from derive.refuter.search import sizes_of, weight

_MOST_SIZES = 6
_TRIES = 30
_ENOUGH = 4
_FEW = 8
_LARGEST = 4
"""Natural numbers below it are tried for the first that has no value, with all else simple."""

_POSITIVE = [rational(n) for n in (1, 1, 2, 3, Fraction(1, 2))]
_REAL = [rational(n) for n in (1, 1, 2, -1, 0, 3)]
_COMPLEX = [*_REAL, rational(0, 1), rational(1, 1)]


def planted(statement: Statement, *, seconds: float, seed: int = 0) -> Counterexample | None:
    """The simplest of the first counterexamples that are found in time, or None."""
    end = time.monotonic() + seconds
    source = random.Random(seed)
    searches = [_Search(statement, number) for number in range(len(statement.claims))]
    found: list[Counterexample] = []
    for search in cycle(searches):
        found += search.some(source, end)
        if found or time.monotonic() > end:
            break
    return min(found, key=lambda one: weight(one.model), default=None)


def planted_by_author(
    statement: Statement, models: Sequence[Given], *, seconds: float
) -> Counterexample | None:
    """A counterexample in which the author has given some of the values, or None."""
    end = time.monotonic() + seconds
    source = random.Random(0)
    searches = [_Search(statement, number) for number in range(len(statement.claims))]
    for given in sorted(models, key=lambda one: not one.without):
        tries = range(_TRIES if given.without else _FEW)
        ways = [
            *(partial(Choices, (0, n)) for n in range(_LARGEST)),
            *(partial(Choices, (), source, n % _FEW / 4) for n in tries),
        ]
        for way, search in product(ways, searches):
            if time.monotonic() > end:
                return None
            found = next(search.grown_from(given, way()), None)
            if found is not None:
                return found
    return None


class _Search:
    """The search for counterexamples to one claim."""

    def __init__(self, statement: Statement, number: int) -> None:
        self.statement, self.number = statement, number
        claim = opened(statement.claims[number], symbols(statement))
        self.signature = symbols(statement).union(claim.variables)
        self.hypotheses = (*sorted(statement.hypotheses, key=str), *claim.premises)
        problem = Problem(self.signature, self.hypotheses)
        defined = {atom for formula in self.hypotheses for atom in _defined(formula)}
        self.chosen = [atom for atom in problem.atoms if atom not in defined and _is_plain(atom)]
        sizes = sizes_of(problem, (*self.hypotheses, claim.conclusion))
        self.sizes = list(islice(sizes, _MOST_SIZES))

    def some(self, source: random.Random, end: float) -> list[Counterexample]:
        """A few counterexamples of the first size that has one."""
        for size in self.sizes:
            found: list[Counterexample] = []
            for _ in range(_TRIES):
                if time.monotonic() > end or len(found) == _ENOUGH:
                    break
                found += self.tried(size, source)
            if found:
                return found
        return []

    def tried(self, size: Size, source: random.Random) -> Iterator[Counterexample]:
        empty = Model(size.dimensions, size.sizes, {}, {})
        left_out = source.choice((0, 0, 1, 1, 2, 3))
        planted = source.sample(self.chosen, max(0, len(self.chosen) - left_out))
        given = {atom: _family(atom, empty, source) for atom in sorted(planted)}
        problem = Problem(self.signature, self.hypotheses, given)
        yield from self.attempted(problem, size, Choices((), source, 1.5))

    def grown_from(self, given: Given, choices: Choices) -> Iterator[Counterexample]:
        problem = Problem(self.signature, self.hypotheses, given.values, given.shape)
        yield from self.attempted(problem, self.sizes[0].fixed(given.sizes), choices)

    def attempted(self, problem: Problem, size: Size, choices: Choices) -> Iterator[Counterexample]:
        model = attempt(problem, size, choices)
        if model is not None:
            try:
                yield examine(self.statement, model, self.number)
            except NoCounterexample:
                return


def _defined(formula: Formula) -> Iterator[Atom]:
    """The atom that stands alone on the left, and every witness."""
    while isinstance(formula, Clause):
        formula = formula.conclusion
    if isinstance(formula, Equation):
        atoms = sorted(v for v in formula.left.free if isinstance(v, Atom))
        alone = [atom for atom in atoms if NATURAL not in atom.properties]
        if len(alone) == 1:
            yield alone[0]


def _is_plain(atom: Atom) -> bool:
    """Whether a few numbers are its value, and no hypothesis brought it."""
    return NATURAL not in (*atom.properties, *atom.slots) and not atom.name.startswith("1/(")


def _family(atom: Atom, model: Model, source: random.Random) -> Family:
    return Family({place: (Summand(_matrix(atom, model, source)),) for place in model.places(atom)})


def _matrix(atom: Atom, model: Model, source: random.Random) -> Matrix:
    rows, columns = model.shape(atom)
    is_real = "hermitian" in atom.properties
    if "positive" in atom.properties:
        return made(1, 1, [[source.choice(_POSITIVE)]])
    pool = _REAL if is_real or atom.codomain != C else _COMPLEX
    lines = [[source.choice(pool) for _ in range(columns)] for _ in range(rows)]
    return made(rows, columns, _mirrored(lines) if is_real else lines)


def _mirrored(lines: Sequence[Sequence[Polynomial]]) -> list[list[Polynomial]]:
    """The real symmetric matrix with the same upper half."""
    size = range(len(lines))
    return [[lines[min(a, b)][max(a, b)] for b in size] for a in size]
