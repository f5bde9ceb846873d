"""One attempt at a model: choose values that nothing determines, solve for the others.

At first every atom has symbols for its entries, and the hypotheses are polynomial equations in
them.  Then values are chosen, atom by atom; after each choice the equations that have become
linear, or that have a single unknown left, are solved exactly.

Main results: `Problem`, `Size`, `Start`, `attempt`, `begun`.
"""

from __future__ import annotations

import random
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property
from itertools import product

from derive.kernel.atoms import NATURAL, Atom, C, Index, Variable
from derive.kernel.formulas import Clause, Equation, Formula, free
from derive.refuter.choices import Choices
from derive.refuter.clauses import holds, sufficient
from derive.refuter.matrices import scalar
from derive.refuter.model import Family, Map, Model, Unknown, difference
from derive.refuter.oscillators import Ladder
from derive.refuter.polynomials import NOUGHT, UNIT, Polynomial, Symbol, rational, variable
from derive.refuter.pools import pool_of
from derive.refuter.solving import Unsolved, affine, is_affine, roots, with_conjugates
from derive.refuter.specials import special_families
from derive.refuter.unknowns import Growth, unknown_sequence
from derive.refuter.verification import has_properties

_TRIES = 4
_SPECIAL_TRIES = 8
_ORDERS = 8
_NATURALS = 6
_MOST_STARTS = 200

_Values = Mapping[Symbol, Polynomial]
_Families = dict[Atom, Family]


@dataclass(frozen=True)
class Size:
    """The dimensions of spaces and the sizes of index sets, by name."""

    dimensions: Mapping[str, int]
    sizes: Mapping[str, int]

    @property
    def is_finite(self) -> bool:
        """Whether all spaces have a finite dimension."""
        return all(dimension >= 0 for dimension in self.dimensions.values())

    def fixed(self, given: Mapping[str, int]) -> Size:
        """The same with some of the numbers given."""
        return Size(
            {name: given.get(name, size) for name, size in self.dimensions.items()},
            {name: given.get(name, size) for name, size in self.sizes.items()},
        )


@dataclass(frozen=True)
class Start:
    """What attempts begin with: symbols, equations for them, and hypotheses that are not such.

    `order` has the atoms in the order in which it is best to choose them: those first that occur
    in many equations, and those last for which equations can be solved: what occurs squared only,
    and a witness q of q·t = 1.
    """

    model: Model
    equations: tuple[Polynomial, ...]
    others: tuple[Formula, ...]

    @cached_property
    def invertible(self) -> frozenset[Symbol]:
        """The symbols of scalars that are not zero, and their conjugates."""
        scalars = [a for a in self.model.values if "invertible" in a.properties and _kind(a) == 1]
        found = {s for atom in scalars for s in self.model.values[atom].symbols}
        return frozenset(found | {symbol.conjugated for symbol in found})

    @cached_property
    def order(self) -> list[Atom]:
        """All atoms, those first that are chosen first."""
        occurrences: dict[Symbol, int] = {}
        linear: set[Symbol] = set()
        witnesses: set[Symbol] = set()
        for equation in self.equations:
            for symbol in equation.symbols:
                occurrences[symbol] = occurrences.get(symbol, 0) + 1
            powers = {pair for monomial in equation.terms for pair in monomial.powers}
            linear |= {symbol for symbol, power in powers if power == 1}
            rest = [monomial for monomial in equation.terms if monomial.powers]
            if 0 < len(rest) < len(equation.terms):
                witnesses |= set.intersection(*({s for s, _ in m.powers} for m in rest))

        def key(atom: Atom) -> tuple[bool, int]:
            symbols = self.model.values[atom].symbols
            squared = not symbols.isdisjoint(occurrences) and symbols.isdisjoint(linear)
            last = squared or not symbols.isdisjoint(witnesses)
            return last, -sum(occurrences.get(symbol, 0) for symbol in symbols)

        return sorted(self.model.values, key=key)


@dataclass(frozen=True)
class Problem:
    """What the models of a statement must give values to, and what must hold in them."""

    signature: frozenset[Variable]
    hypotheses: tuple[Formula, ...]
    given: Mapping[Atom, Family] = field(default_factory=dict)
    """Values that are fixed beforehand."""

    starts: dict[object, Start] = field(default_factory=dict, compare=False)
    """What attempts of one size have in common."""

    @cached_property
    def variables(self) -> frozenset[Variable]:
        """Everything that needs a value."""
        return self.signature.union(*map(free, self.hypotheses))

    @cached_property
    def indices(self) -> list[Index]:
        """The indices, in order."""
        return sorted(v for v in self.variables if isinstance(v, Index))

    @cached_property
    def atoms(self) -> list[Atom]:
        """The atoms, in order: what a hypothesis defines comes last."""
        atoms = [v for v in self.variables if isinstance(v, Atom) and v.name[0] != "#"]
        return sorted(atoms, key=lambda atom: (atom in self._defined, atom))

    @cached_property
    def _defined(self) -> frozenset[Atom]:
        """The atoms that stand alone on the left side of a hypothesis."""
        inner = map(_innermost, self.hypotheses)
        sides = [formula.left for formula in inner if isinstance(formula, Equation)]
        alone = [next(iter(side.free)) for side in sides if len(side.free) == 1]
        return frozenset(atom for atom in alone if isinstance(atom, Atom))


def _innermost(formula: Formula) -> Formula:
    return _innermost(formula.conclusion) if isinstance(formula, Clause) else formula


def attempt(problem: Problem, size: Size, choices: Choices) -> Model | None:
    """A candidate for a model, or None; the caller verifies it."""
    try:
        return _Attempt(problem, size, choices).run()
    except (AttemptFailed, Unknown, ValueError, ZeroDivisionError):
        return None


class AttemptFailed(Exception):
    """The choices lead to no model."""


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
        return {atom: (kinds[_kind(atom)], place) for place, atom in enumerate(atoms)}

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
        return _cleared(equation, self.invertible)

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


def begun(problem: Problem, size: Size, choices: Choices) -> Start:
    """What attempts with these choices of indices, natural numbers and growths begin with.

    Raises `AttemptFailed` if an index has no element.
    """
    key, values = _first_choices(problem, size, choices)
    if key not in problem.starts:
        if len(problem.starts) > _MOST_STARTS:
            problem.starts.clear()
        problem.starts[key] = _start(problem, Model(size.dimensions, size.sizes, *values))
    return problem.starts[key]


def _first_choices(
    problem: Problem, size: Size, choices: Choices
) -> tuple[object, tuple[dict[Index, int], _Families]]:
    """Elements for indices, numbers for natural variables, and how sequences grow."""
    elements: dict[Index, int] = {}
    for index in problem.indices:
        if not size.sizes[index.over]:
            raise AttemptFailed
        elements[index] = choices.draw(size.sizes[index.over])
    empty = Model(size.dimensions, size.sizes, {}, {})
    families: _Families = {}
    key: list[object] = [*size.dimensions.values(), *size.sizes.values(), *elements.values()]
    for atom in problem.atoms:
        if atom in problem.given:
            families[atom] = problem.given[atom]
            continue
        if NATURAL in atom.properties and not atom.slots:
            chosen = choices.draw(_NATURALS)
            families[atom] = Family.of(scalar(rational(chosen)))
        else:
            shapes = _shapes(atom)
            chosen = choices.draw(len(shapes)) if len(shapes) > 1 else 0
            families[atom] = unknown_sequence(atom, empty, shapes[chosen])
        key.append(chosen)
    return tuple(key), (elements, families)


def without_affine(start: Start) -> Start:
    """The same with all solved that is of degree 1 in all its symbols.

    Raises `AttemptFailed` if there is no solution.
    """
    invertible = start.invertible
    while linear := [one for one in start.equations if is_affine(one)]:
        solution = affine(linear)
        if solution is None:
            raise AttemptFailed
        families = {a: family.substitute(solution) for a, family in start.model.values.items()}
        left = (_cleared(one.substitute(solution), invertible) for one in start.equations)
        start = Start(start.model.extended(families), tuple(filter(None, left)), start.others)
    return start


def _start(problem: Problem, model: Model) -> Start:
    """The symbolic model, the equations for its symbols, and the hypotheses that are not such."""
    equations: list[Polynomial] = []
    others: list[Formula] = []
    for formula in problem.hypotheses:
        try:
            if isinstance(formula, Clause) and formula.premises:
                raise Unknown("what such a clause needs depends on other values")
            equations += sufficient(formula, model)
        except (Unknown, ValueError, ZeroDivisionError):
            others.append(formula)
    start = Start(model, tuple(equations), tuple(others))
    cleared = tuple(_cleared(one, start.invertible) for one in equations if one)
    return replace(start, equations=cleared)


def _shapes(atom: Atom) -> list[list[Growth]]:
    """How a sequence may grow; an atom that is none has one shape."""
    slots = atom.slots.count(NATURAL)
    if not slots:
        return [[()]]
    constant = ((0, UNIT),) * slots
    powers = [[((0, rational(ratio)),) * slots] for ratio in (2, -1, Fraction(1, 2))]
    linear = [tuple((int(k == at), UNIT) for k in range(slots)) for at in range(slots)]
    if "invertible" in atom.properties:
        return [[constant], *powers]
    ratios = product((UNIT, -UNIT), repeat=slots)
    signs = [tuple((0, ratio) for ratio in chosen) for chosen in ratios]
    return [[constant, *linear], [constant], signs, *powers]


def _kind(atom: Atom) -> int:
    """Natural numbers, other scalars, kets and functionals, operators."""
    if NATURAL in atom.properties:
        return 0
    return (atom.codomain != C) + (atom.domain != C) + 1


def _cleared(polynomial: Polynomial, invertible: Collection[Symbol]) -> Polynomial:
    """The polynomial without negative powers, and without common factors that are not zero."""
    if len(polynomial.terms) == 1 and not polynomial.is_number:
        ((monomial, coefficient),) = polynomial.terms.items()
        kept = tuple(pair for pair in monomial.powers if pair[0] not in invertible)
        return Polynomial({monomial._replace(powers=kept): coefficient})
    for symbol in polynomial.symbols.intersection(invertible):
        powers = (dict(monomial.powers).get(symbol, 0) for monomial in polynomial.terms)
        lowest = min(powers)
        if lowest:
            polynomial = polynomial * variable(symbol) ** -lowest
    return polynomial
