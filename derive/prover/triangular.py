"""Polynomial equations solved for one variable after the other.

An equation in which a variable stands once, beside units only, says what the variable is.  One of
the form w·q = 1 says that q is the inverse of w, and clears a denominator.  One that says what a
power of a variable is bounds the degree in it.  A goal of which these leave nothing is a
combination of them; of the other equations they leave less.

Main results: `Triangle`.

References: J. F. Ritt, "Differential Algebra" (1950), for division with respect to one variable.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from derive.prover.budget import Budget, SearchExhausted
from derive.prover.ideals import Remainder
from derive.prover.polynomials import Polynomial, Polynomials, cleared_of_units

_MOST_TERMS = 1_000


class _Monic(NamedTuple):
    """The polynomial has the place to this degree, there with coefficient 1, and to no higher."""

    number: int
    place: int
    degree: int


class _Solvable(NamedTuple):
    """The polynomial times `scale` is `place - value`."""

    number: int
    place: int
    scale: Polynomial
    value: Polynomial
    rank: tuple[bool, bool]


class _Witness(NamedTuple):
    """The polynomial times `scale` is `base · place - 1`."""

    number: int
    place: int
    scale: Polynomial
    base: Polynomial


class Triangle:
    """What is left of a goal and of the equations, and how it came about.

    Args:
        goal: what is left of a goal; it is changed.
        budget: the work that may be done; `SearchExhausted` is raised beyond it.
        defined: the variables that are rather solved for than others.
    """

    def __init__(self, goal: Remainder, budget: Budget, defined: Collection[int] = ()) -> None:
        self.goal = goal
        self.ideal = goal.ideal
        self.ring = goal.ideal.ring
        self.budget = budget
        self.defined = defined
        self.equations = [k for k, polynomial in enumerate(self.ideal.polynomials) if polynomial]
        self._solvable: dict[int, list[_Solvable]] = {}
        self._lost: set[int] = set()

    def solve(self) -> bool:
        """Put in what variables are, as long as an equation says it; whether one did."""
        solved = False
        while self.goal.rest and (found := self._next_solvable()):
            polynomial = self.ring.generators[found.place] - found.value
            number = self.ideal.add(polynomial, {found.number: found.scale})
            self.equations.remove(found.number)
            self._use(_Monic(number, found.place, 1))
            self._solve_inverse(found, number)
            solved = True
        return solved

    def clear(self) -> None:
        """Clear denominators; what is left of the equations may say less than before."""
        while self.goal.rest and (found := self._next_witness()):
            self.equations.remove(found.number)
            witness = self.ideal.add(
                found.base * self.ring.generators[found.place] - 1, {found.number: found.scale}
            )
            self._clear_goal(found, witness)
            cleared = [self._cleared(number, found, witness) for number in self.equations]
            self.equations = [number for number in cleared if self.ideal.polynomials[number]]
        self.equations = [self._without_units(k) for k in self.equations]
        self.goal.clear()

    def bound(self) -> bool:
        """Lower the degrees in variables of which a power is known.

        Returns whether what is left of the goal is no combination for certain, unless it is
        nothing: that is, whether nothing else is known of the variables.
        """
        roots: list[_Monic] = []
        for number in self.equations:
            for one in self._roots(number):
                ordered = self._ordered([*roots, one])
                if ordered is not None:
                    roots = ordered
                    break
        for root in roots:
            self._use_on_goal(root)
        return len(roots) == len(self.equations)

    # What a variable is.

    def _next_solvable(self) -> _Solvable | None:
        self.budget.spend(1 + len(self.equations) // 4)
        found = [one for number in self.equations for one in self._ways_to_solve(number)]
        found = [one for one in found if not any(one.value.degrees()[k] for k in self._lost)]
        if not found:
            return None
        known = [self.goal.rest.degrees(), *map(self.ideal.degrees, self.equations)]

        def cost(one: _Solvable) -> tuple[bool, bool, int, int]:
            size = len(one.value)
            degree = max(int(degrees[one.place]) for degrees in known)
            return *one.rank, max(size - 1, 0) * degree, size

        return min(found, key=cost)

    def _ways_to_solve(self, number: int) -> list[_Solvable]:
        if number not in self._solvable:
            polynomial = self.ideal.polynomials[number]
            ways = _ways_to_solve(self.ring, polynomial, self.ideal.degrees(number))
            self._solvable[number] = [self._ranked(number, *way) for way in ways]
        return self._solvable[number]

    def _ranked(self, number: int, place: int, scale: Polynomial, value: Polynomial) -> _Solvable:
        """A way to solve: first those that can be put below a line, then what is defined."""
        blocked = place in self.ring.partners and len(value) != 1
        return _Solvable(number, place, scale, value, (blocked, place not in self.defined))

    def _solve_inverse(self, found: _Solvable, number: int) -> None:
        """What the inverse of a variable is, if it has one, now that the variable is known."""
        partner = self.ring.partners.get(found.place)
        if partner is None:
            return
        back = self.ring.generators[partner]
        inverse = self.ring.inverse(found.value) if len(found.value) == 1 else None
        if inverse is None:
            self._lost.add(found.place)
            equation = found.value * back - 1
            self.equations.append(self.ideal.add(equation, {number: -back}))
        else:
            scale = -back * inverse
            self._use(_Monic(self.ideal.add(back - inverse, {number: scale}), partner, 1))

    def _use(self, monic: _Monic) -> None:
        """Lower the degrees in the goal and in the equations."""
        self._use_on_goal(monic)
        left = []
        for number in self.equations:
            rest = self.ideal.polynomials[number]
            if self.ideal.degrees(number)[monic.place] >= monic.degree:
                quotient, rest = self._divided(rest, monic)
                made = {number: self.ring.context.constant(1), monic.number: -quotient}
                number = self.ideal.add(rest, made)
            if rest:
                left.append(number)
        self.equations = left

    def _use_on_goal(self, monic: _Monic) -> None:
        if self.goal.rest.degrees()[monic.place] >= monic.degree:
            quotient, self.goal.rest = self._divided(self.goal.rest, monic)
            self.goal.take(monic.number, quotient)

    def _divided(self, polynomial: Polynomial, by: _Monic) -> tuple[Polynomial, Polynomial]:
        """Quotient and remainder with respect to one variable."""
        quotient = self.ring.context.constant(0)
        generator = self.ring.generators[by.place]
        divisor = self.ring.coefficients(self.ideal.polynomials[by.number], by.place)
        parts = self.ring.coefficients(polynomial, by.place)
        while len(parts) > by.degree:
            lead, shift = parts.pop(), len(parts) - by.degree
            quotient = quotient + lead * generator**shift
            for k, part in enumerate(divisor[:-1], shift):
                parts[k] = self._product_taken(parts[k], lead, part)
        rest = self.ring.context.constant(0)
        for k, part in enumerate(parts):
            rest = rest + part * generator**k
        return self.ring.reduced(quotient), self.ring.reduced(rest)

    def _product_taken(self, start: Polynomial, one: Polynomial, two: Polynomial) -> Polynomial:
        """The start minus the product, if these are small."""
        size = len(one) * len(two)
        self.budget.spend(1 + size // 50)
        if size > _MOST_TERMS**2 // 10 or len(start) > _MOST_TERMS:
            raise SearchExhausted
        return self.ring.reduced(start - one * two) if size else start

    # What is not zero.

    def _next_witness(self) -> _Witness | None:
        found = [one for number in self.equations for one in self._witnesses(number)]
        others = [self.ideal.degrees(number) for number in self.equations]

        def cost(one: _Witness) -> tuple[int, int]:
            return sum(bool(degrees[one.place]) for degrees in others), len(one.base)

        return min(found, key=cost, default=None)

    def _witnesses(self, number: int) -> Iterator[_Witness]:
        """The ways in which the equation says that something is an inverse."""
        polynomial = self.ideal.polynomials[number]
        for place, degree in enumerate(self.ideal.degrees(number)):
            plain = place not in self.ring.invertible or self.ring.partners.get(place) in self._lost
            if degree == 1 and plain:
                constant, base = self.ring.coefficients(polynomial, place)
                scale = self.ring.inverse(-constant) if len(constant) == 1 else None
                if scale is not None:
                    yield _Witness(number, place, scale, self.ring.reduced(scale * base))

    def _clear_goal(self, found: _Witness, number: int) -> None:
        """Multiply by the base as often as its inverse stands in the goal."""
        parts = self.ring.coefficients(self.goal.rest, found.place)
        inverse = self.ring.generators[found.place]
        one = inverse * found.base
        series, rest = [self.ring.context.constant(0)], self.ring.context.constant(0)
        for _ in parts:
            series.append(series[-1] * one + 1)
        quotient = self.ring.context.constant(0)
        most = len(parts) - 1
        for j, part in enumerate(parts):
            self._check(part, found.base, most - j)
            rest = rest + part * found.base ** (most - j)
            quotient = quotient - part * inverse**j * series[most - j]
        self.goal.rest = self.ring.reduced(rest)
        self.goal.take(number, self.ring.reduced(quotient))
        self.goal.factor = self.goal.factor * inverse**most

    def _cleared(self, number: int, found: _Witness, witness: int) -> int:
        """The equation without the inverse, and without factors of the base."""
        polynomial = self.ideal.polynomials[number]
        parts = self.ring.coefficients(polynomial, found.place)
        inverse, most = self.ring.generators[found.place], len(parts) - 1
        one = inverse * found.base
        series, rest = self.ring.context.constant(0), self.ring.context.constant(0)
        quotient = self.ring.context.constant(0)
        for j, part in enumerate(parts):
            self._check(part, found.base, most)
            scale = part * found.base ** (most - j)
            rest, quotient = rest + scale, quotient + scale * series
            series = series * one + 1
        rest = self.ring.reduced(rest)
        if most:
            made = {number: found.base**most, witness: self.ring.reduced(-quotient)}
            number = self.ideal.add(rest, made)
        while rest and len(rest) * len(found.base) < _MOST_TERMS:
            common = rest.gcd(found.base)
            if common.is_constant():
                break
            rest = rest / common
            made = {number: inverse * (found.base / common), witness: -rest}
            number = self.ideal.add(rest, made)
        return number

    def _check(self, part: Polynomial, base: Polynomial, power: int) -> None:
        """Refuse a product with a power that is too large."""
        size = len(part) * len(base) ** min(power, 10)
        self.budget.spend(1 + size // 50)
        if power > 10 or size > _MOST_TERMS * 10:
            raise SearchExhausted

    def _without_units(self, number: int) -> int:
        """The equation without denominators and without factors that are units."""
        polynomial, inverse = cleared_of_units(self.ring, self.ideal.polynomials[number])
        if inverse.is_one():
            return number
        return self.ideal.add(polynomial, {number: self.ring.inverse(inverse)})

    # What powers of a variable are.

    def _roots(self, number: int) -> list[_Monic]:
        """The variables of which the equation says what a power is; its lead is made 1."""
        polynomial = self.ideal.polynomials[number]
        found = []
        for place, degree in enumerate(self.ideal.degrees(number)):
            if degree and place not in self.ring.fixed:
                lead = self.ring.coefficients(polynomial, place)[-1]
                if lead.is_constant():
                    found.append((degree, place, 1 / lead.leading_coefficient()))
        return [
            _Monic(self._scaled(number, scale), place, degree)
            for degree, place, scale in sorted(found)
        ]

    def _scaled(self, number: int, scale: Polynomial) -> int:
        constant = self.ring.context.constant(scale)
        return self.ideal.add(scale * self.ideal.polynomials[number], {number: constant})

    def _ordered(self, roots: Sequence[_Monic]) -> list[_Monic] | None:
        """The roots, each before those whose variables stand in it; None if none is the first."""
        left, ordered = list(roots), list[_Monic]()
        while left:
            first = next((one for one in left if self._is_outermost(one, left)), None)
            if first is None:
                return None
            left.remove(first)
            ordered.append(first)
        return ordered

    def _is_outermost(self, one: _Monic, roots: Sequence[_Monic]) -> bool:
        others = (other for other in roots if other is not one)
        return not any(self.ideal.degrees(other.number)[one.place] for other in others)


def _ways_to_solve(
    ring: Polynomials, polynomial: Polynomial, degrees: Sequence[int]
) -> Iterator[tuple[int, Polynomial, Polynomial]]:
    """Variables that stand once and beside units, the scales that free them, and their values."""
    terms = [([*map(int, powers)], c) for powers, c in polynomial.terms()]
    for powers, c in terms:
        beside = [place for place, power in enumerate(powers) if power]
        for place in beside:
            partner = ring.partners.get(place)
            once = degrees[place] == 1 and sum(bool(other[place]) for other, _ in terms) == 1
            alone = all(other in ring.invertible for other in beside if other != place)
            free = place not in ring.fixed and (partner is None or not degrees[partner])
            if once and alone and free:
                rest = [power if other != place else 0 for other, power in enumerate(powers)]
                scale = ring.inverse(ring.context.term(coeff=c, exp_vec=tuple(rest)))
                yield place, scale, ring.reduced(ring.generators[place] - scale * polynomial)
