"""Polynomials that vanish, what each was made of, and what is left of a goal.

What is made keeps only its factors at what it is made of directly; the cofactors of the given
polynomials are multiplied out at the end, for what is used.

Main results: `Ideal`, `Remainder`, `Combination`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from derive.prover.budget import SearchExhausted
from derive.prover.polynomials import Polynomial, Polynomials, cleared_of_units

_MOST_PRODUCTS = 20_000

Combination = dict[int, Polynomial]
"""Multiples of the polynomials of an ideal, by their numbers."""


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
        self._degrees: dict[int, list[int]] = {}

    def add(self, polynomial: Polynomial, made: Combination) -> int:
        """The number of a new polynomial, made of earlier ones modulo the identities."""
        self.polynomials.append(polynomial)
        self._made.append(made)
        return len(self.polynomials) - 1

    def degrees(self, number: int) -> list[int]:
        """The degrees of a polynomial in all variables."""
        if number not in self._degrees:
            self._degrees[number] = [*map(int, self.polynomials[number].degrees())]
        return self._degrees[number]

    def cofactors(self, combination: Combination) -> list[Polynomial]:
        """The combination as one of the given polynomials.

        Raises `SearchExhausted` where they become too large.
        """
        nothing = self.ring.context.constant(0)
        factors = [combination.get(k, nothing) for k in range(len(self.polynomials))]
        for k in reversed(range(self._given, len(self.polynomials))):
            factor = factors[k]
            for below, scale in self._made[k - self._given].items() if factor else ():
                if len(factor) * len(scale) > _MOST_PRODUCTS:
                    raise SearchExhausted
                factors[below] = self.ring.reduced(factors[below] + factor * scale)
        return factors[: self._given]


@dataclass
class Remainder:
    """What is left of a goal: it is the combination plus `factor` times `rest`."""

    ideal: Ideal
    rest: Polynomial
    factor: Polynomial
    combination: Combination = field(default_factory=dict)

    def copy(self) -> Remainder:
        """The same, which can be changed by itself."""
        return Remainder(self.ideal, self.rest, self.factor, dict(self.combination))

    def take(self, number: int | None, quotient: Polynomial) -> None:
        """Note that a multiple was taken from the rest."""
        multiple_added(self.combination, number, self.factor * quotient)

    def clear(self) -> bool:
        """Take units out of the rest; whether there were any."""
        if not self.rest:
            return False
        self.rest, inverse = cleared_of_units(self.ideal.ring, self.rest)
        self.factor = self.ideal.ring.reduced(self.factor * inverse)
        return not inverse.is_one()


def multiple_added(combination: Combination, number: int | None, scale: Polynomial) -> None:
    """Add a multiple of a polynomial to a combination; one without number needs none."""
    if number is not None:
        before = combination.get(number)
        combination[number] = scale if before is None else before + scale
