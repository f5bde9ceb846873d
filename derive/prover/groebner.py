"""Membership in an ideal, with how each polynomial was made of earlier ones.

Buchberger's algorithm keeps of every polynomial only what it is a combination of; the cofactors of
the first ones are multiplied out for what is used in the end.  The goal is reduced while the basis
grows, so that a basis need not be complete to show that the goal belongs to the ideal.

Main results: `Ideal`, `membership`, `Combination`.

References: B. Buchberger, "An algorithmic criterion for the solvability of a system of algebraic
equations" (1970); R. Gebauer, H. M. Möller, J. Symb. Comp. 6, 275 (1988), for the pairs that
need not be looked at.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import ge, sub

from derive.prover.budget import Budget, SearchExhausted
from derive.prover.polynomials import Polynomial, Polynomials, cleared_of_units

_MOST_TERMS = 600
_MOST_DEGREE = 100
_MOST_BITS = 2_000
_MOST_COFACTOR_TERMS = 3_000

Combination = dict[int, Polynomial]
"""Multiples of the polynomials of an ideal, by their numbers."""
_Exponents = tuple[int, ...]


class Ideal:
    """Polynomials that vanish: those given, and what was made of them.

    Args:
        ring: where they are; its identities are combinations of nothing.
        given: the polynomials that vanish by assumption.
    """

    def __init__(self, ring: Polynomials, given: Sequence[Polynomial]) -> None:
        self.ring = ring
        self.polynomials = list(given)
        self._given = len(given)
        self._made: list[Combination] = []

    def add(self, polynomial: Polynomial, made: Combination) -> int:
        """The number of a new polynomial, made of earlier ones modulo the identities."""
        self.polynomials.append(polynomial)
        self._made.append(made)
        return len(self.polynomials) - 1

    def cofactors(self, combination: Mapping[int, Polynomial]) -> list[Polynomial]:
        """The combination as one of the given polynomials.

        Raises `SearchExhausted` where they become too large.
        """
        nothing = self.ring.context.constant(0)
        factors = [combination.get(k, nothing) for k in range(len(self.polynomials))]
        for k in reversed(range(self._given, len(self.polynomials))):
            factor = factors[k]
            for below, scale in self._made[k - self._given].items() if factor else ():
                if len(factor) * len(scale) > _MOST_COFACTOR_TERMS:
                    raise SearchExhausted
                factors[below] = self.ring.reduced(factors[below] + factor * scale)
        return factors[: self._given]


@dataclass(frozen=True)
class _Element:
    """A polynomial of the basis, with leading coefficient 1, and its number in the ideal."""

    polynomial: Polynomial
    lead: _Exponents
    number: int | None
    sugar: int


@dataclass(frozen=True)
class _Pair:
    """Two elements, the least common multiple of their leads, and the degree it stands for."""

    first: _Element
    second: _Element
    common: _Exponents
    sugar: int


def membership(
    ideal: Ideal,
    goal: Polynomial,
    members: Sequence[int],
    free: Sequence[Polynomial],
    budget: Budget,
    clearing: bool,
) -> Combination | None:
    """The goal as a combination modulo the identities of the ring, or None if it is none.

    Args:
        ideal: what vanishes; it grows.
        goal: the polynomial.
        members: the numbers of those to combine.
        free: polynomials that vanish and need no cofactor.
        budget: the work that may be done; `SearchExhausted` is raised beyond it.
        clearing: whether units are taken out of the polynomials, as if they were numbers.
    """
    basis = _Basis(ideal, goal, budget, clearing)
    for polynomial in free:
        basis.insert(polynomial, None, None)
    for number in sorted(members, key=lambda k: len(ideal.polynomials[k])):
        polynomial = ideal.polynomials[number]
        basis.insert(polynomial, {number: ideal.ring.context.constant(1)}, None)
    return basis.completed()


class _Basis:
    """A basis that grows, the pairs to look at, and what is left of the goal."""

    def __init__(self, ideal: Ideal, goal: Polynomial, budget: Budget, clearing: bool) -> None:
        self.ideal = ideal
        self.context = ideal.ring.context
        self.budget = budget
        self.clearing = clearing
        self.elements: list[_Element] = []
        self.pairs: list[_Pair] = []
        self.rest = goal
        self.factor = self.context.constant(1)
        self.combination: Combination = {}

    def completed(self) -> Combination | None:
        """The goal as a combination, as soon as nothing is left of it."""
        while self.rest and self.pairs:
            pair = min(self.pairs, key=lambda pair: (pair.sugar, sum(pair.common), pair.common))
            self.pairs.remove(pair)
            one, two = self._lift(pair.first, pair.common), self._lift(pair.second, pair.common)
            difference = one * pair.first.polynomial - two * pair.second.polynomial
            made: Combination = {}
            multiple_added(made, pair.first.number, one)
            multiple_added(made, pair.second.number, -two)
            self.insert(difference, made, pair.sugar)
        return None if self.rest else self.combination

    def _lift(self, element: _Element, common: _Exponents) -> Polynomial:
        return self.context.term(exp_vec=tuple(map(sub, common, element.lead)))

    def insert(self, polynomial: Polynomial, made: Combination | None, sugar: int | None) -> None:
        """Reduce a polynomial, and let the basis have what is left of it."""
        rest, quotients = self._reduced(polynomial)
        if not rest or not self.rest:
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
        self._update(_Element(rest, lead, number, degree))
        self._reduce_goal()

    def _reduce_goal(self) -> None:
        """Take from the goal what the basis has by now."""
        while self.rest:
            rest, quotients = self._reduced(self.rest)
            for k, quotient in quotients.items():
                multiple_added(self.combination, k, self.factor * quotient)
            self.rest = rest
            if not self.clearing or not rest:
                return
            rest, inverse = cleared_of_units(self.ideal.ring, rest)
            if inverse.is_one():
                return
            self.rest, self.factor = rest, self.factor * inverse

    def _reduced(self, polynomial: Polynomial) -> tuple[Polynomial, Combination]:
        """What is left when leading terms are taken away, and the multiples that were."""
        quotients: Combination = {}
        while polynomial:
            lead, c = _lead(polynomial), polynomial.leading_coefficient()
            element = next((e for e in self.elements if all(map(ge, lead, e.lead))), None)
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
        self.pairs = [p for p in self.pairs if not _superfluous(p, new)]
        found = [self._pair(element, new) for element in self.elements]
        self.budget.spend(1 + len(found) // 4)
        kept: list[_Pair] = []
        for pair in sorted(found, key=lambda pair: (sum(pair.common), not _coprime(pair))):
            if not any(all(map(ge, pair.common, other.common)) for other in kept):
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


def multiple_added(combination: Combination, number: int | None, scale: Polynomial) -> None:
    """Add a multiple of a polynomial to a combination; one without number needs none."""
    if number is not None:
        before = combination.get(number)
        combination[number] = scale if before is None else before + scale


def _coprime(pair: _Pair) -> bool:
    return not any(map(min, pair.first.lead, pair.second.lead))


def _superfluous(pair: _Pair, new: _Element) -> bool:
    """Whether the pairs of the new element with both do instead of the pair."""
    if not all(map(ge, pair.common, new.lead)):
        return False
    with_new = [tuple(map(max, e.lead, new.lead)) for e in (pair.first, pair.second)]
    return pair.common not in with_new
