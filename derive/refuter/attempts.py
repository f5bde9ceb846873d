"""One attempt at a model: choose values that nothing determines, solve for the others.

At first every atom has symbols for its entries, and the hypotheses are polynomial equations in
them.  Then values are chosen, atom by atom; after each choice the equations that have become
linear, or that have a single unknown left, are solved exactly.

Main results: `attempt`.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping

from derive.kernel.atoms import Atom, C
from derive.kernel.formulas import Formula, free
from derive.refuter.beginnings import (
    AttemptFailed,
    Problem,
    Size,
    Start,
    begun,
    cleared,
    kind_of,
)
from derive.refuter.choices import Choices
from derive.refuter.clauses import holds, sufficient
from derive.refuter.model import Family, Map, Model, Unknown, difference
from derive.refuter.oscillators import Ladder
from derive.refuter.polynomials import NOUGHT, Polynomial, Symbol
from derive.refuter.pools import pool_of
from derive.refuter.solving import Unsolved, affine, is_affine, roots, with_conjugates
from derive.refuter.specials import special_families
from derive.refuter.verification import has_properties

_TRIES = 4
_SPECIAL_TRIES = 8
_ORDERS = 8

_Values = Mapping[Symbol, Polynomial]


def attempt(problem: Problem, size: Size, choices: Choices) -> Model | None:
    """A candidate for a model, or None; the caller verifies it."""
    try:
        return _Attempt(problem, size, choices).run()
    except (AttemptFailed, Unknown, ValueError, ZeroDivisionError):
        return None


class _Attempt:
    """The state of an attempt.

    `model` has symbols for what is not known yet, `equations` is what they must satisfy, and
    `others` are the hypotheses that could not be made into equations so far.
    """

    def __init__(self, problem: Problem, size: Size, choices: Choices) -> None:
        self.problem, self.choices = problem, choices
        order = self.choices.draw(_ORDERS, evenly=True)
        start = begun(problem, size, choices)
        self.invertible = start.invertible
        self.model, self.equations, self.others = start.model, [*start.equations], [*start.others]
        self.ranks = self.ranked(start, order)

    def ranked(self, start: Start, order: int) -> dict[Atom, tuple[int, int]]:
        """The order in which atoms are chosen; different choices try different orders."""
        kinds = [[0, 1, 2, 3], [0, 2, 3, 1]][order % 2]
        atoms = list(self.problem.atoms if order // 2 == 1 else start.order)
        if order >= 4:
            random.Random(order).shuffle(atoms)
        return {atom: (kinds[kind_of(atom)], place) for place, atom in enumerate(atoms)}

    def run(self) -> Model:
        if not self.settled():
            raise AttemptFailed
        while True:
            waiting = [atom for atom in self.problem.atoms if self.model.values[atom].symbols]
            if not waiting:
                return self.model
            atom = min(waiting, key=self.ranks.__getitem__)
            if not any(self.tried(values) for values in self.candidates(atom)):
                raise AttemptFailed

    def tried(self, values: _Values | None) -> bool:
        """Put values in; if that leads nowhere, everything is as it was before."""
        before = self.model, self.equations, self.others
        try:
            if values is not None and self.put(values) and self.settled():
                return True
        except (ValueError, ZeroDivisionError):
            pass
        self.model, self.equations, self.others = before
        return False

    def put(self, values: _Values) -> bool:
        """Put values for symbols in; whether declared properties of what is known then hold."""
        changed = {}
        for atom, family in self.model.values.items():
            if not family.symbols.isdisjoint(values):
                changed[atom] = family.substitute(values)
        self.model = self.model.extended(changed)
        self.equations = [self.cleared(one.substitute(values)) for one in self.equations]
        self.equations = [one for one in self.equations if one]
        known = [atom for atom, family in changed.items() if not family.symbols]
        return all(has_properties(atom, self.model) for atom in known) and self.evaluated(changed)

    def cleared(self, equation: Polynomial) -> Polynomial:
        return cleared(equation, self.invertible)

    def evaluated(self, changed: Mapping[Atom, Family]) -> bool:
        """Make equations of more hypotheses; whether those that have all values hold."""
        others, self.others = self.others, []
        for formula in others:
            unknown = self.unknown(formula)
            if not free(formula).isdisjoint(changed) and len(unknown) <= 1:
                if not unknown:
                    if not holds(formula, self.model):
                        return False
                    continue
                found = self.conditions(formula)
                if found is not None:
                    self.equations += found
                    continue
            self.others.append(formula)
        return True

    def unknown(self, formula: Formula) -> set[Atom]:
        """The atoms of a formula that have no value yet."""
        values = self.model.values
        atoms = {v for v in free(formula) if isinstance(v, Atom)}
        return {atom for atom in atoms if atom in values and values[atom].symbols}

    def conditions(self, formula: Formula) -> list[Polynomial] | None:
        """Equations for the only unknown of a formula, unless they ask too much."""
        try:
            found = [self.cleared(one) for one in sufficient(formula, self.model) if one]
            linear = [one for one in found if is_affine(one)]
            return found if affine(linear) is not None else None
        except (Unknown, ValueError, ZeroDivisionError):
            return None

    def settled(self) -> bool:
        """Solve what is linear, or has one unknown; whether nothing contradicts."""
        while True:
            linear = [one for one in self.equations if is_affine(one)]
            if linear:
                solution = affine(linear)
                if solution is None or not self.put(solution):
                    return False
                continue
            single = next((one for one in self.equations if len(one.symbols) == 1), None)
            if single is None:
                return True
            (symbol,) = single.symbols
            try:
                found = roots(single, symbol)
            except Unsolved:
                return True
            if not found:
                return False
            first = self.choices.draw(len(found))
            for root in (*found[first:], *found[:first]):
                if self.tried(with_conjugates({symbol: root})):
                    return True
            return False

    def candidates(self, atom: Atom) -> Iterator[_Values | None]:
        """Values for the symbols of an atom."""
        family = self.model.values[atom]
        own = family.symbols | {symbol.conjugated for symbol in family.symbols}
        special = special_families(atom, self.model) if self.is_restricted(atom, own) else []
        if special and (atom.domain == C or self.choices.draw(3) != 1):
            first = self.choices.draw(len(special))
            for other in [*special[first:], *special[:first]][:_SPECIAL_TRIES]:
                pairs = zip(family.matrices, other.matrices, strict=True)
                yield affine([one for a, b in pairs for one in difference(a, b).flat])
        for number in range(_TRIES):
            yield self.filled(family, atom, number)

    def is_restricted(self, atom: Atom, own: frozenset[Symbol]) -> bool:
        """Whether hypotheses that are not solved speak of this atom alone."""
        return any(one.symbols <= own for one in self.equations) or any(
            self.unknown(formula) == {atom} for formula in self.others
        )

    def filled(self, family: Family, atom: Atom, tried: int) -> _Values:
        """Chosen numbers for the symbols of a family, larger ones after some were tried in vain.

        Sometimes a matrix is diagonal.
        """
        alone = atom.codomain == C == atom.domain
        diagonal = not alone and atom.domain == atom.codomain and self.choices.draw(3) == 1
        values: dict[Symbol, Polynomial] = {}
        for matrix in family.matrices:
            for entry, is_main in _entries(matrix):
                for symbol in sorted(entry.symbols):
                    if symbol not in values and symbol.conjugated not in values:
                        off = not is_main and (diagonal or isinstance(matrix, Ladder))
                        pool = pool_of(symbol, atom)
                        chosen = 0 if off else self.choices.draw(len(pool)) + alone * tried
                        values[symbol] = NOUGHT if off else pool[chosen % len(pool)]
        return with_conjugates(values)


def _entries(value: Map) -> Iterator[tuple[Polynomial, bool]]:
    """The entries, and whether they are on the diagonal, or of at most one letter."""
    if isinstance(value, Ladder):
        for word, coefficient in sorted(value.terms.items(), key=lambda pair: pair[0]):
            yield coefficient, sum(map(sum, word)) <= 1
        return
    for a, row in enumerate(value.entries):
        for b, entry in enumerate(row):
            yield entry, a == b
