"""What attempts at a model begin with: symbols for all entries, and equations for them.

Main results: `Problem`, `Size`, `Start`, `begun`, `without_affine`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property
from itertools import product

from derive.kernel.atoms import NATURAL, Atom, C, Index, Variable
from derive.kernel.formulas import Clause, Equation, Formula, free
from derive.refuter.choices import Choices
from derive.refuter.clauses import sufficient
from derive.refuter.matrices import scalar
from derive.refuter.model import Family, Model, Unknown
from derive.refuter.polynomials import UNIT, Polynomial, Symbol, rational, variable
from derive.refuter.recurrences import ratios_of
from derive.refuter.solving import affine, is_affine
from derive.refuter.unknowns import Growth, SequenceShape, unknown_sequence

_NATURALS = 6
_MOST_STARTS = 200

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
        scalars = [a for a in self.model.values if "invertible" in a.properties and kind_of(a) == 1]
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

    shape: SequenceShape | None = None
    """How sequences grow that are solved for; without it one of a few simple ways is chosen."""

    starts: dict[object, Start] = field(default_factory=dict, compare=False)
    """What attempts of one size have in common."""

    known_shapes: dict[Atom, list[list[Growth]]] = field(default_factory=dict, compare=False)
    """How sequences may grow that have been asked for."""

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

    def shapes(self, atom: Atom) -> list[list[Growth]]:
        """How a sequence may grow: in a few simple ways, and as a recurrence asks for."""
        if atom not in self.known_shapes:
            shapes = _shapes(atom)
            ratios = ratios_of(atom, self.hypotheses)
            whole: list[Growth] = [((0, ratio),) for ratio in ratios]
            asked = [[one] for one in whole] if "invertible" in atom.properties else [whole]
            new = [one for one in asked if not any(set(one) <= set(known) for known in shapes)]
            self.known_shapes[atom] = [*shapes, *new]
        return self.known_shapes[atom]

    @cached_property
    def _defined(self) -> frozenset[Atom]:
        """The atoms that stand alone on the left side of a hypothesis."""
        inner = map(_innermost, self.hypotheses)
        sides = [formula.left for formula in inner if isinstance(formula, Equation)]
        alone = [next(iter(side.free)) for side in sides if len(side.free) == 1]
        return frozenset(atom for atom in alone if isinstance(atom, Atom))


def _innermost(formula: Formula) -> Formula:
    return _innermost(formula.conclusion) if isinstance(formula, Clause) else formula


class AttemptFailed(Exception):
    """The choices lead to no model."""


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
            shapes = [problem.shape.of(atom)] if problem.shape else problem.shapes(atom)
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
        left = (cleared(one.substitute(solution), invertible) for one in start.equations)
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
    reduced = tuple(cleared(one, start.invertible) for one in equations if one)
    return replace(start, equations=reduced)


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


def kind_of(atom: Atom) -> int:
    """0 to 3: natural numbers, other scalars, kets and functionals, operators."""
    if NATURAL in atom.properties:
        return 0
    return (atom.codomain != C) + (atom.domain != C) + 1


def cleared(polynomial: Polynomial, invertible: Collection[Symbol]) -> Polynomial:
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
