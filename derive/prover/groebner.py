"""Gröbner bases: what is left of a goal by the polynomials of an ideal.

Buchberger's algorithm notes what each new polynomial is made of.  The goal is reduced while the
basis grows, so that a basis need not be complete to show that the goal belongs to the ideal.

Main results: `reduce_by_basis`.

References: B. Buchberger, "An algorithmic criterion for the solvability of a system of algebraic
equations" (1970); R. Gebauer, H. M. Möller, J. Symb. Comp. 6, 275 (1988), for the pairs that
need not be looked at.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from operator import ge, sub

from derive.prover.budget import Budget, SearchExhausted
from derive.prover.ideals import Combination, Remainder, multiple_added
from derive.prover.polynomials import Polynomial, cleared_of_units

_MOST_TERMS = 600
_MOST_DEGREE = 1_000
_MOST_BITS = 2_000

_Exponents = tuple[int, ...]


@dataclass(frozen=True)
class _Element:
    """A polynomial of the basis, with leading coefficient 1, and its number in the ideal.

    The bits of `support` are the variables in its lead.
    """

    polynomial: Polynomial
    lead: _Exponents
    number: int | None
    sugar: int
    support: int


@dataclass(frozen=True)
class _Pair:
    """Two elements, the least common multiple of their leads, and the degree it stands for."""

    first: _Element
    second: _Element
    common: _Exponents
    sugar: int

    @property
    def support(self) -> int:
        """The variables in the least common multiple."""
        return self.first.support | self.second.support


def reduce_by_basis(
    goal: Remainder,
    members: Sequence[int],
    free: Sequence[Polynomial],
    budget: Budget,
    clearing: bool,
) -> None:
    """Take from the goal what the members of an ideal generate; nothing is left if it is in it.

    Args:
        goal: what is left of a goal.
        members: the numbers of the polynomials in the ideal.
        free: polynomials that vanish and need no cofactor.
        budget: the work that may be done; `SearchExhausted` is raised beyond it.
        clearing: whether units are taken out of the polynomials, as if they were numbers.
    """
    basis = _Basis(goal, budget, clearing)
    polynomials = goal.ideal.polynomials
    for polynomial in free:
        basis.insert(polynomial, None, None)
    for number in sorted(members, key=lambda number: len(polynomials[number])):
        one = goal.ideal.ring.context.constant(1)
        basis.insert(polynomials[number], {number: one}, None)
    basis.complete()


class _Basis:
    """A basis that grows, and the pairs to look at."""

    def __init__(self, goal: Remainder, budget: Budget, clearing: bool) -> None:
        self.goal = goal
        self.ideal = goal.ideal
        self.context = goal.ideal.ring.context
        self.budget = budget
        self.clearing = clearing
        self.elements: list[_Element] = []
        self.pairs: list[_Pair] = []

    def complete(self) -> None:
        """Look at pairs until there are none, or nothing is left of the goal."""
        while self.goal.rest and self.pairs:
            pair = min(self.pairs, key=lambda pair: (pair.sugar, sum(pair.common), pair.common))
            self.pairs.remove(pair)
            one, two = self._lift(pair.first, pair.common), self._lift(pair.second, pair.common)
            difference = one * pair.first.polynomial - two * pair.second.polynomial
            made: Combination = {}
            multiple_added(made, pair.first.number, one)
            multiple_added(made, pair.second.number, -two)
            self.insert(difference, made, pair.sugar)

    def _lift(self, element: _Element, common: _Exponents) -> Polynomial:
        return self.context.term(exp_vec=tuple(map(sub, common, element.lead)))

    def insert(self, polynomial: Polynomial, made: Combination | None, sugar: int | None) -> None:
        """Reduce a polynomial, and let the basis have what is left of it."""
        rest, quotients = self._reduced(polynomial)
        if not rest or not self.goal.rest:
            return
        scale = self.context.constant(1 / rest.leading_coefficient())
        if self.clearing:
            rest, inverse = cleared_of_units(self.ideal.ring, rest)
            scale = self.ideal.ring.inverse(inverse) / rest.leading_coefficient()
        rest = rest / rest.leading_coefficient()
        number = None
        if made is not None:
            for k, quotient in quotients.items():
                multiple_added(made, k, -quotient)
            number = self.ideal.add(rest, {k: scale * factor for k, factor in made.items()})
        lead = _lead(rest)
        degree = max(sugar or 0, int(rest.total_degree()))
        self._update(_Element(rest, lead, number, degree, _support(lead)))
        self._reduce_goal()

    def _reduce_goal(self) -> None:
        """Take from the goal what the basis has by now."""
        while True:
            self.goal.rest, quotients = self._reduced(self.goal.rest)
            for number, quotient in quotients.items():
                self.goal.take(number, quotient)
            if not self.clearing or not self.goal.clear():
                return

    def _reduced(self, polynomial: Polynomial) -> tuple[Polynomial, Combination]:
        """What is left when leading terms are taken away, and the multiples that were."""
        quotients: Combination = {}
        while polynomial:
            lead, c = _lead(polynomial), polynomial.leading_coefficient()
            missing = ~_support(lead)
            element = next(
                (
                    e
                    for e in self.elements
                    if not e.support & missing and all(map(ge, lead, e.lead))
                ),
                None,
            )
            if element is None:
                break
            scale = self.context.term(coeff=c, exp_vec=tuple(map(sub, lead, element.lead)))
            polynomial = polynomial - scale * element.polynomial
            multiple_added(quotients, element.number, scale)
            self.budget.spend(1 + len(polynomial) // 10)
            bits = int(c.numerator).bit_length() + int(c.denominator).bit_length()
            if len(polynomial) > _MOST_TERMS or bits > _MOST_BITS or sum(lead) > _MOST_DEGREE:
                raise SearchExhausted
        return polynomial, quotients

    def _update(self, new: _Element) -> None:
        """The pairs with a new element that are needed, by the criteria of Gebauer and Möller."""
        self.pairs = [pair for pair in self.pairs if not _superfluous(pair, new)]
        found = [self._pair(element, new) for element in self.elements]
        self.budget.spend(1 + len(found) // 4)
        kept: list[_Pair] = []
        for pair in sorted(found, key=lambda pair: (sum(pair.common), not _coprime(pair))):
            missing = ~pair.support
            if not any(
                not other.support & missing and all(map(ge, pair.common, other.common))
                for other in kept
            ):
                kept.append(pair)
        self.pairs += [pair for pair in kept if not _coprime(pair)]
        self.elements = [e for e in self.elements if not all(map(ge, e.lead, new.lead))]
        self.elements.append(new)

    def _pair(self, first: _Element, second: _Element) -> _Pair:
        common = tuple(map(max, first.lead, second.lead))
        degree = sum(common)
        above = (e.sugar - sum(e.lead) for e in (first, second))
        return _Pair(first, second, common, degree + max(above))


def _lead(polynomial: Polynomial) -> _Exponents:
    return tuple(map(int, polynomial.monomial(0)))


def _support(exponents: _Exponents) -> int:
    return sum(1 << place for place, degree in enumerate(exponents) if degree)


def _coprime(pair: _Pair) -> bool:
    return not pair.first.support & pair.second.support


def _superfluous(pair: _Pair, new: _Element) -> bool:
    """Whether the pairs of the new element with both do instead of the pair."""
    if new.support & ~pair.support or not all(map(ge, pair.common, new.lead)):
        return False
    with_new = [tuple(map(max, e.lead, new.lead)) for e in (pair.first, pair.second)]
    return pair.common not in with_new
