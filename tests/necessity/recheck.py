"""Counterexamples evaluated once more, exactly, by code that shares nothing with the refuter.

It reads the data of a record (not the refuter's model), and evaluates the kernel's formulas: a
formula for all values of something is checked with unknowns in place of the values, and what its
premises say is used by Gröbner bases.  It fails where it cannot decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from itertools import product
from typing import Any

from derive.kernel.atoms import NATURAL, Atom, C, Index, Variable
from derive.kernel.formulas import Clause, Equation, Formula, NonNegative, free
from derive.kernel.terms import Monomial, Term
from tests.necessity.exact import Complex, Field, Matrix, diagonal

MANY = 10
"""So many values of a natural variable are checked; sequences are sums of few n^d·r^n."""


class Undecided(Exception):
    """This code cannot tell."""


@dataclass(frozen=True)
class World:
    """What spaces, sets, indices and atoms are; `unknowns` are values with polynomials in them."""

    field: Field
    data: Mapping[str, Any]
    indices: Mapping[str, int]
    unknowns: Mapping[Atom, Matrix]

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> World:
        roots = {int(r) for r in re.findall(r"√(\d+)", str(data["values"]))}
        return cls(Field(sorted(roots)), data, data["indices"], {})

    def dimension(self, space: Any) -> int:
        return 1 if space == C else int(self.data["dimensions"][space.name])

    def size(self, over: str) -> int:
        return int(self.data["sizes"][over])

    def value(self, atom: Atom, arguments: Sequence[int] = ()) -> Matrix:
        if atom.name.startswith("#"):
            return Matrix(1, 1, (self.field.whole(self.size(atom.name[1:])),))
        if atom in self.unknowns:
            return self.unknowns[atom]
        pairs = list(zip(atom.slots, arguments, strict=True))
        place = [k for slot, k in pairs if slot != NATURAL]
        naturals = [k for slot, k in pairs if slot == NATURAL]
        (entry,) = [e for e in self.data["values"][atom.name] if e["indices"] == place]
        rows, columns = self.dimension(atom.codomain), self.dimension(atom.domain)
        total = Matrix(rows, columns, (self.field.whole(0),) * (rows * columns))
        for summand in entry["summands"]:
            flat = [self.field.number(x) for row in summand["matrix"] for x in row]
            assert len(summand["matrix"]) == rows
            assert len(flat) == rows * columns
            part = Matrix(rows, columns, tuple(flat))
            for (degree, ratio), n in zip(summand["growth"], naturals, strict=True):
                if self.field.number(ratio) == self.field.whole(0):
                    part = part.scaled(self.field.whole(int(n == degree)))
                    continue
                part = part.scaled(self.field.whole(n**degree))
                for _ in range(n):
                    part = part.scaled(self.field.number(ratio))
            total += part
        return total

    def whole(self, exponent: Any) -> int:
        """The integer that an exponent is."""
        total = 0
        for atoms, coefficient in exponent:
            for atom in atoms:
                (entry,) = self.value(atom).entries
                number = self.field.integer(entry.re)
                assert entry == self.field.whole(number)
                coefficient *= number
            total += coefficient
        return total

    def term(self, term: Term) -> Matrix:
        rows, columns = self.dimension(term.codomain), self.dimension(term.domain)
        total = Matrix(rows, columns, (self.field.whole(0),) * (rows * columns))
        for monomial, coefficient in term.monomials.items():
            names = [index.name for index in monomial.indices]
            for chosen in product(*(range(self.size(over)) for over in monomial.bound)):
                inner = replace(
                    self, indices={**self.indices, **dict(zip(names, chosen, strict=True))}
                )
                value = inner.monomial(monomial, rows)
                total += value.scaled(self.field.fraction(coefficient))
        return total

    def monomial(self, monomial: Monomial, rows: int) -> Matrix:
        zero, one = self.field.whole(0), self.field.whole(1)
        factor = Complex(zero.re, one.re) if monomial.imaginary else one
        if any(self.indices[a.name] != self.indices[b.name] for a, b in monomial.deltas):
            factor = zero
        if self.whole(monomial.sign) % 2:
            factor = -factor
        for word, power in monomial.scalars:
            (value,) = self.power(self.word(word, 1), self.whole(power)).entries
            factor *= value
        return self.word(monomial.word, rows).scaled(factor)

    def word(self, word: Any, rows: int) -> Matrix:
        zero, one = self.field.whole(0), self.field.whole(1)
        if not word:
            return diagonal(rows, one, zero)
        factors = []
        for letter, power in word:
            slots = [
                self.indices[a.name] if isinstance(a, Index) else self.whole(a)
                for a in letter.arguments
            ]
            value = self.value(letter.atom, slots)
            times = self.whole(power)
            value = value.adjoint() if letter.adjoint else value
            factors.append(value if times == 1 else self.power(value, times))
        return reduce(lambda a, b: a.times(b, zero), factors)

    def power(self, value: Matrix, times: int) -> Matrix:
        zero, one = self.field.whole(0), self.field.whole(1)
        base = self.inverse(value) if times < 0 else value
        return reduce(
            lambda a, b: a.times(b, zero), [base] * abs(times), diagonal(value.rows, one, zero)
        )

    def inverse(self, value: Matrix) -> Matrix:
        """By Gauss and Jordan, of a matrix without unknowns."""
        assert value.rows == value.columns
        size, zero, one = value.rows, self.field.whole(0), self.field.whole(1)
        unit = diagonal(size, one, zero)
        lines = [[*(m.at(a, b) for m in (value, unit) for b in range(size))] for a in range(size)]
        for k in range(size):
            pivot = next(a for a in range(k, size) if lines[a][k])
            lines[k], lines[pivot] = lines[pivot], lines[k]
            factor = lines[k][k].inverse()
            lines[k] = [factor * x for x in lines[k]]
            for a in range(size):
                if a != k:
                    other = -lines[a][k]
                    lines[a] = [x + other * y for x, y in zip(lines[a], lines[k], strict=True)]
        return Matrix(size, size, tuple(x for line in lines for x in line[size:]))

    # formulas

    def conditions(self, formula: Equation) -> list[Any]:
        """Real polynomials that all vanish just if the equation holds."""
        difference = self.term(formula.left) + -self.term(formula.right)
        return [part for entry in difference.entries for part in (entry.re, entry.im)]

    def holds(self, formula: Formula) -> bool:
        """Whether a formula without unknowns around it holds."""
        if isinstance(formula, Equation):
            return not any(self.conditions(formula))
        if isinstance(formula, NonNegative):
            (entry,) = self.term(formula.term).entries
            return not entry.im and self.field.sign(entry.re) >= 0
        return all(inner.holds_inside(formula) for inner in self.spread(formula.variables))

    def spread(self, variables: Sequence[Variable]) -> Iterator[World]:
        """The worlds for all indices and many natural numbers."""
        names = [v.name for v in variables if isinstance(v, Index)]
        sizes = [range(self.size(v.over)) for v in variables if isinstance(v, Index)]
        naturals = [v for v in variables if isinstance(v, Atom) and NATURAL in v.properties]
        for chosen in product(*sizes):
            for numbers in product(range(MANY if len(naturals) < 3 else 4), repeat=len(naturals)):
                values = {
                    atom: Matrix(1, 1, (self.field.whole(n),))
                    for atom, n in zip(naturals, numbers, strict=True)
                }
                yield replace(
                    self,
                    indices={**self.indices, **dict(zip(names, chosen, strict=True))},
                    unknowns={**self.unknowns, **values},
                )

    def holds_inside(self, clause: Clause) -> bool:
        """Whether a clause holds for all that it binds but indices and natural numbers."""
        atoms = [v for v in clause.variables if isinstance(v, Atom) and NATURAL not in v.properties]
        if not atoms:
            if not all(self.holds(premise) for premise in clause.premises):
                return True
            return self.holds(clause.conclusion)
        inner, granted = self.opened(atoms)
        premises = [*granted]
        for premise in clause.premises:
            premises += inner.necessary(premise, atoms)
        if not isinstance(clause.conclusion, Equation):
            raise Undecided("a clause with an order or a clause as its conclusion")
        wanted = inner.conditions(clause.conclusion)
        return all(inner.field.follows(one, premises) for one in wanted)

    def opened(self, atoms: Sequence[Atom]) -> tuple[World, list[Any]]:
        """The world with unknowns for atoms, and what is granted of them."""
        if any(atom.slots for atom in atoms):
            raise Undecided("all families")
        shapes = [(self.dimension(a.codomain), self.dimension(a.domain)) for a in atoms]
        names = [f"x{k}_{n}" for k, (r, c) in enumerate(shapes) for n in range(2 * r * c)]
        extra = [
            f"q{k}_{part}"
            for k, a in enumerate(atoms)
            if "invertible" in a.properties
            for part in "ri"
        ]
        field = self.field.with_unknowns([*names, *extra] or ["unused"])
        moved = {a: self.moved(m, field) for a, m in self.unknowns.items()}
        generators, granted = iter(field.unknowns), []
        values: dict[Atom, Matrix] = {}
        for atom, (rows, columns) in zip(atoms, shapes, strict=True):
            entries = tuple(
                Complex(next(generators), next(generators)) for _ in range(rows * columns)
            )
            values[atom] = Matrix(rows, columns, entries)
        world = replace(self, field=field, unknowns={**moved, **values})
        for atom, value in values.items():
            if "hermitian" in atom.properties:
                difference = value + -value.adjoint()
                granted += [part for entry in difference.entries for part in (entry.re, entry.im)]
            if "invertible" in atom.properties:
                if value.rows != 1:
                    raise Undecided("all invertible operators")
                unit = value.entries[0] * Complex(next(generators), next(generators))
                granted += [unit.re - 1, unit.im]
        return world, granted

    @staticmethod
    def moved(matrix: Matrix, field: Field) -> Matrix:
        def part(value: Any) -> Any:
            assert not value or value.is_ground, "unknowns inside unknowns"
            return field.ring.ground_new(value.LC) if value else field.ring.zero

        entries = tuple(Complex(part(e.re), part(e.im)) for e in matrix.entries)
        return Matrix(matrix.rows, matrix.columns, entries)

    def necessary(self, premise: Formula, atoms: Sequence[Atom]) -> list[Any]:
        """Polynomials that vanish wherever a premise holds; a clause is used at its eigenvectors."""
        if isinstance(premise, Equation):
            return self.conditions(premise)
        if isinstance(premise, NonNegative):
            (entry,) = self.term(premise.term).entries
            return [entry.im]
        found: list[Any] = []
        for inner in self.spread(premise.variables):
            found += inner.instances(premise)
        return found

    def instances(self, clause: Clause) -> list[Any]:
        """What a clause says of values that satisfy its premises, found among simple ones."""
        bound = [v for v in clause.variables if isinstance(v, Atom) and NATURAL not in v.properties]
        found: list[Any] = []
        for values in self.simple(bound):
            inner = replace(self, unknowns={**self.unknowns, **values})
            if all(inner.holds(p) for p in clause.premises) and isinstance(
                clause.conclusion, Equation
            ):
                found += inner.conditions(clause.conclusion)
        return found

    def simple(self, atoms: Sequence[Atom]) -> Iterator[dict[Atom, Matrix]]:
        """Scalars and kets with small entries: all there are need not be among them."""
        numbers = ["0", "1", "-1", "2", "-2", "3", "1/2", "-1/2", "i", "-i"]
        pools = []
        for atom in atoms:
            size = self.dimension(atom.codomain) * self.dimension(atom.domain)
            entries = numbers if size == 1 else ["0", "1", "-1", "i", "-i", "2"]
            if size > 3 or atom.slots:
                return
            pools.append(list(product(entries, repeat=size)))
        for chosen in product(*pools):
            yield {
                atom: Matrix(
                    self.dimension(atom.codomain),
                    self.dimension(atom.domain),
                    tuple(map(self.field.number, texts)),
                )
                for atom, texts in zip(atoms, chosen, strict=True)
            }

    # declarations

    def is_declared(self, atom: Atom) -> bool:
        """Whether the value of an atom has its properties, for all that its slots range over."""
        if atom.name.startswith("#"):
            return True
        ranges = [range(MANY) if s == NATURAL else range(self.size(s)) for s in atom.slots]
        return all(self.has(atom, self.value(atom, slots)) for slots in product(*ranges))

    def has(self, atom: Atom, value: Matrix) -> bool:
        zero, one = self.field.whole(0), self.field.whole(1)
        if "hermitian" in atom.properties and value != value.adjoint():
            return False
        if "positive" in atom.properties and self.field.sign(value.entries[0].re) != 1:
            return False
        if NATURAL in atom.properties:
            entry = value.entries[0]
            number = self.field.integer(entry.re)
            if entry != self.field.whole(number) or number < 0:
                return False
        if "invertible" in atom.properties:
            if value.rows != value.columns:
                return False
            try:
                back = self.inverse(value)
            except StopIteration:
                return False
            if value.times(back, zero) != diagonal(value.rows, one, zero):
                return False
        return True


def recheck(
    data: Mapping[str, Any],
    signature: Sequence[Variable],
    granted: Sequence[Formula],
    claim: Equation | NonNegative,
) -> None:
    """Assert that everything granted holds in a model, given as data, and the claim does not."""
    world = World.of(data)
    for variable in {*signature, *free(claim), *(v for f in granted for v in free(f))}:
        if isinstance(variable, Index):
            assert 0 <= world.indices[variable.name] < world.size(variable.over)
        else:
            assert world.is_declared(variable), f"{variable.name} is not as declared"
    for formula in granted:
        assert world.holds(formula), f"a hypothesis does not hold: {formula}"
    assert not world.holds(claim), "the claim holds"
