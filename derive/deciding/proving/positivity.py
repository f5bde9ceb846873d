"""Why a scalar is at least 0: products of known orders times squares, and multiples of equations.

The squares are those of products of the symbols, of their sums and differences, and then, a few at
a time, those that the numbers ask for: where a linear form separates the scalar from all sums so
far, the square on which the form is largest.  The sum itself is computed exactly.

Main results: `Positivity`.

References: G. Stengle, A Nullstellensatz and a Positivstellensatz in semialgebraic geometry, Math.
Ann. 207 (1974); P. A. Parrilo, Semidefinite programming relaxations for semialgebraic problems,
Math. Program. 96 (2003); here by columns instead of interior points.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from itertools import combinations, combinations_with_replacement, product
from typing import Any

from derive.deciding.proving.cone import Cone
from derive.deciding.proving.monomials import (
    cleared,
    degree,
    is_plain,
    letters_of,
    once_per_adjoint,
    power_of,
    powers_of,
    vector,
)
from derive.kernel.atoms import NATURAL, KernelError
from derive.kernel.formulas import Equation, NonNegative
from derive.kernel.rules import Multiple, Theorem
from derive.kernel.terms import Term, Word, identity, number, zero
from derive.prover.budget import Budget
from derive.prover.recorder import Recorder

_MOST_LETTERS = 8
_MOST_BASIS = 14
_MOST_SIGNED = 420
_MOST_FREE = 60
_MOST_ROUNDS = 14


@dataclass(frozen=True)
class Order:
    """A scalar that is at least 0: a product of known orders times the square of a root."""

    term: Term
    known: tuple[Theorem, ...]
    root: Term | None = None

    def theorem(self, recorder: Recorder, scale: Fraction) -> Theorem:
        """That the scale times the scalar is at least 0."""
        parts = [recorder.step("nonnegative power", scale, identity()), *self.known]
        parts += [recorder.step("nonnegative square", self.root)] if self.root is not None else []
        return recorder.step("nonnegative product", parts)


class Positivity:
    """A search for sums of orders.

    Args:
        recorder: makes the steps.
        budget: how long it may take.
        facts: theorems; their orders and equations are used.
    """

    def __init__(self, recorder: Recorder, budget: Budget, facts: Sequence[Theorem]) -> None:
        self.recorder = recorder
        self.budget = budget
        self.orders: list[Theorem] = []
        self.equations: list[tuple[Theorem, Term]] = []
        for fact in facts:
            conclusion = fact.conclusion
            if isinstance(conclusion, NonNegative) and is_plain(conclusion.term):
                self.orders.append(fact)
            elif isinstance(conclusion, Equation) and conclusion.left.is_scalar:
                difference = conclusion.left - conclusion.right
                if difference and is_plain(difference):
                    self.equations.append((fact, difference))

    def nonnegative(self, term: Term, units: Sequence[Order] = ()) -> Theorem | None:
        """The theorem that the term is at least 0; with units, that some -unit is at least 0."""
        if not is_plain(term):
            return None
        polynomial, factor = cleared(term)
        if polynomial != term:
            above = self.nonnegative(polynomial)
            return above and self._times(above, factor, term)
        for equations in self._choices(term, bool(units)):
            fitting = _about(units, equations)
            table = _Columns(self, [term, *(unit.term for unit in fitting)], equations)
            if table.fits:
                found = table.sum_of_units(fitting) if units else table.sum(term)
                if found is not None:
                    return found
        return None

    def _choices(self, term: Term, absurd: bool) -> Iterator[list[tuple[Theorem, Term]]]:
        """The last equation, or those next to the term; then all that are connected with it."""
        near = self.equations[-1:] if absurd else _next_to(letters_of(term), self.equations)
        yield near
        whole = self.equations if absurd else _connected(self.equations, term, self.orders)
        if len(whole) > len(near):
            yield whole

    def _times(self, above: Theorem, factor: Term, term: Term) -> Theorem:
        """From p >= 0, that p times a product of positive symbols is at least 0."""
        step = self.recorder.step("nonnegative power", Fraction(1), factor)
        whole = self.recorder.step("nonnegative product", [above, step])
        assert bound(whole) == term
        return whole

    def evident(self, letters: Sequence[Word]) -> list[Order]:
        """The orders that declarations give for letters, and the known ones."""
        found = []
        for word in letters:
            base = power_of(word, 1)
            properties = word[0][0].atom.properties if len(word) == 1 else ()
            if "positive" in properties or NATURAL in properties:
                step = self.recorder.step("nonnegative power", Fraction(1), base)
                found.append(Order(base, (step,)))
        return [*found, *(Order(bound(one), (one,)) for one in self.orders)]


class _Columns:
    """The orders and equations that may add up to a term."""

    def __init__(
        self,
        found: Positivity,
        terms: Sequence[Term],
        equations: Sequence[tuple[Theorem, Term]],
    ) -> None:
        self.recorder = found.recorder
        self.budget = found.budget
        self.target = terms[0]
        self.equations = equations
        around = [*terms, *(difference for _, difference in self.equations)]
        mine = {word for term in around for word in letters_of(term)}
        orders = [one for one in found.orders if letters_of(bound(one)) & mine]
        around += map(bound, orders)
        self.letters = sorted({word for term in around for word in letters_of(term)})
        self.fits = len(self.letters) <= _MOST_LETTERS
        if not self.fits:
            return
        self.degree = max(map(degree, around))
        known = [
            one
            for one in found.evident(self.letters)
            if one.known[0] in orders or one.known[0] not in found.orders
        ]
        self.blocks = [*self._products(known)]
        self.basis = self._basis(around)

    def _products(self, known: Sequence[Order]) -> Iterator[Order]:
        """Products of few orders, none twice."""
        yield Order(identity(), ())
        yield from known
        for many in (2, 3):
            if len(known) ** many <= 130:
                for parts in combinations_with_replacement(known, many):
                    if len(set(parts)) < many and any(len(p.term.monomials) == 1 for p in parts):
                        continue
                    whole = reduce(Term.__mul__, (part.term for part in parts))
                    if degree(whole) <= max(self.degree, 2):
                        theorems = tuple(one for part in parts for one in part.known)
                        yield Order(whole, theorems)

    def _basis(self, around: Sequence[Term]) -> list[Term]:
        """Products of letters, whose squares may stand in a sum."""
        highest: dict[Word, int] = {}
        for term in around:
            for monomial in term.monomials:
                for word, power in powers_of(monomial).items():
                    highest[word] = max(highest.get(word, 0), abs(power))
        half = [(word, range(-(-highest.get(word, 0) // 2) + 1)) for word in self.letters]
        found = []
        for powers in product(*(choice for _, choice in half)):
            if sum(powers) <= (self.degree + 1) // 2:
                found.append((sum(powers), powers))
            if len(found) > 40 * _MOST_BASIS:
                break
        terms = [
            reduce(
                Term.__mul__,
                (power_of(w, p) for (w, _), p in zip(half, powers, strict=True)),
                identity(),
            )
            for _, powers in sorted(found, key=lambda one: one[0])
        ]
        return once_per_adjoint(terms)[:_MOST_BASIS]

    def sum(self, term: Term) -> Theorem | None:
        """The term as a sum."""
        coefficients, signed, free = self._solved(term, [])
        if coefficients is None:
            return None
        return self._theorem(term, coefficients, signed, free)

    def sum_of_units(self, units: Sequence[Order]) -> Theorem | None:
        """A sum that is minus one of the units, whose coefficients add up to 1."""
        coefficients, signed, free = self._solved(None, units)
        if coefficients is None:
            return None
        place = next(k for k in range(len(units)) if coefficients[k] > 0)
        scale = coefficients[place]
        rest = [c / scale for c in coefficients]
        rest[place] = Fraction(0)
        return self._theorem(-units[place].term, rest, signed, free)

    def _solved(
        self, term: Term | None, units: Sequence[Order]
    ) -> tuple[list[Fraction] | None, list[Order], list[tuple[Theorem, Term]]]:
        signed = [*units, *self._first(units)]
        free = [*self._multiples()]
        target = vector(term) if term is not None else {_UNITS: Fraction(1)}
        known = {order.term for order in signed}
        cone = Cone([vector(one.term) for one in signed], [vector(e * m) for (_, e), m in free])
        for place in range(len(units)):
            cone.signed[place] = {**cone.signed[place], _UNITS: Fraction(1)}
        for _ in range(_MOST_ROUNDS):
            self.budget.spend(20)
            coefficients, separating = cone.combination(target)
            if coefficients is not None:
                return coefficients, signed, [(theorem, m) for (theorem, _), m in free]
            new = [one for one in self._asked_for(separating) if one.term not in known]
            if not new:
                break
            for one in new:
                known.add(one.term)
                signed.append(one)
                cone.signed.append(vector(one.term))
        return None, signed, []

    def _first(self, units: Sequence[Order]) -> Iterator[Order]:
        """Products of orders times the simplest squares."""
        most = max(self.degree, 2)
        seen: set[Term] = set()
        for block in self.blocks:
            left = most - degree(block.term)
            roots = [one for one in self.basis if 2 * degree(one) <= left]
            pairs = combinations(roots, 2) if len(roots) * len(self.blocks) < 60 else ()
            mixed = [one + sign * other for one, other in pairs for sign in (_ONE, -_ONE)]
            for root in (*roots, *mixed):
                whole = block.term * root.adjoint() * root
                if whole not in seen and len(seen) < _MOST_SIGNED:
                    seen.add(whole)
                    yield Order(whole, block.known, None if root == identity() else root)

    def _asked_for(self, separating: Mapping[Any, float]) -> Iterator[Order]:
        """The squares on which a linear form is largest, block by block."""
        import numpy as np

        most = max(self.degree, 2)
        for block in self.blocks:
            roots = [one for one in self.basis if degree(block.term) + 2 * degree(one) <= most]
            if len(roots) < 2:
                continue
            table = np.zeros((len(roots), len(roots)))
            for (j, one), (k, other) in combinations_with_replacement(enumerate(roots), 2):
                mixed = vector(block.term * one.adjoint() * other)
                value = sum(float(c) * separating.get(m, 0.0) for m, c in mixed.items())
                table[j, k] = table[k, j] = value
            values, vectors = np.linalg.eigh(table)
            if values[-1] > 1e-7:
                for fine in (4, 24):
                    root = _rounded(roots, vectors[:, -1], fine)
                    if root:
                        whole = block.term * root.adjoint() * root
                        yield Order(whole, block.known, root)

    def _multiples(self) -> Iterator[tuple[tuple[Theorem, Term], Term]]:
        """Equations times products of letters."""
        factors = [*self.basis, *(one.adjoint() for one in self.basis if one.adjoint() != one)]
        for equation in self.equations:
            most = max(self.degree, 2) - degree(equation[1])
            fitting = [one for one in factors if degree(one) <= max(most, 0)]
            for one in fitting[: max(_MOST_FREE // len(self.equations), 1)]:
                yield equation, one

    def _theorem(
        self,
        term: Term,
        coefficients: Sequence[Fraction],
        signed: Sequence[Order],
        free: Sequence[tuple[Theorem, Term]],
    ) -> Theorem | None:
        """The theorem that the term is at least 0, from its coefficients."""
        parts = [
            one.theorem(self.recorder, c) for one, c in zip(signed, coefficients, strict=False) if c
        ]
        multiples = [
            Multiple(theorem, number(c) * factor, identity())
            for (theorem, factor), c in zip(free, coefficients[len(signed) :], strict=True)
            if c
        ]
        whole = reduce(Term.__add__, map(bound, parts), zero())
        try:
            equation = self.recorder.step("combination", term, whole, multiples)
            return self.recorder.step("order", equation, parts)
        except KernelError:
            return None


_UNITS = "units"
_ONE = identity()


def bound(theorem: Theorem) -> Term:
    """The term that a theorem says is at least 0."""
    return theorem.concludes(NonNegative).term


def _about(units: Sequence[Order], equations: Sequence[tuple[Theorem, Term]]) -> list[Order]:
    """The units that hold no letters but those of the equations."""
    letters = {word for _, term in equations for word in letters_of(term)}
    return [unit for unit in units if letters_of(unit.term) <= letters]


def _next_to(
    letters: set[Word], equations: Sequence[tuple[Theorem, Term]]
) -> list[tuple[Theorem, Term]]:
    return [one for one in equations if letters_of(one[1]) & letters]


def _connected(
    equations: Sequence[tuple[Theorem, Term]], term: Term, orders: Sequence[Theorem]
) -> list[tuple[Theorem, Term]]:
    """The equations that share letters with the term or with orders, directly or by others."""
    letters = {word for one in (term, *map(bound, orders)) for word in letters_of(one)}
    kept: list[tuple[Theorem, Term]] = []
    left = list(equations)
    while True:
        near = _next_to(letters, left)
        if not near:
            return kept
        kept += near
        left = [one for one in left if one not in near]
        letters |= {word for _, one in near for word in letters_of(one)}


def _rounded(roots: Sequence[Term], values: Any, fine: int) -> Term:
    """The sum of the roots with coefficients rounded to simple fractions."""
    largest = max(abs(float(value)) for value in values)
    found = zero()
    for root, value in zip(roots, values, strict=True):
        share = Fraction(round(float(value) / largest * fine), fine)
        if share:
            found = found + number(share) * root
    return found
