"""Arguments of exponentials as combinations of rays, with polynomials in naturals before them.

A direction is a monomial without natural numbers; a ray is a combination of directions that occurs
only as a whole, such as kx - ωt in exp(i(kx - ωt)) and its powers.

Main results: `Combination`, `combinations`, `Ray`, `rays_of`, `product`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from derive.kernel.atoms import NATURAL, Atom, C
from derive.kernel.exponents import as_integer
from derive.kernel.terms import Monomial, Term, letter, number, sum_of

Naturals = tuple[Atom, ...]
"""A product of natural numbers."""

Combination = Mapping[Naturals, Mapping[Monomial, Fraction]]
"""For each product of naturals what stands behind it: a vector in the directions."""


def combinations(term: Term) -> Combination:
    """A scalar term, sorted by the natural numbers in it."""
    found: dict[Naturals, dict[Monomial, Fraction]] = {}
    for monomial, c in term.monomials.items():
        naturals: list[Atom] = []
        rest = []
        for word, power in monomial.scalars:
            times = as_integer(power)
            atom = word[0][0].atom
            if len(word) == 1 and NATURAL in atom.properties and not atom.slots and times:
                naturals += [atom] * times
            else:
                rest.append((word, power))
        key = tuple(sorted(naturals))
        found.setdefault(key, {})[monomial._replace(scalars=tuple(rest))] = c
    return found


@dataclass(frozen=True)
class Ray:
    """A vector in the directions."""

    vector: tuple[tuple[Monomial, Fraction], ...]

    @property
    def lead(self) -> Monomial:
        """Its first direction, in which it has the coefficient 1."""
        return self.vector[0][0]

    def coefficients(self, form: Combination) -> dict[Naturals, Fraction]:
        """What stands before the ray in a combination."""
        return {key: vector[self.lead] for key, vector in form.items() if self.lead in vector}

    def times(self, form: Combination, scale: Fraction) -> Term:
        """The same, in units of the ray times a scale."""
        found = self.coefficients(form).items()
        return sum_of(C, C, (product(key, c / scale) for key, c in found))

    def term(self, scale: Fraction) -> Term:
        """The ray times a number."""
        return Term(C, C, {monomial: c * scale for monomial, c in self.vector})


def rays_of(forms: Sequence[Combination], is_special: Callable[[Monomial], bool]) -> list[Ray]:
    """Rays of which all combinations are combinations; a special direction is one by itself."""
    vectors = [vector for form in forms for vector in form.values()]
    directions = {direction: None for vector in vectors for direction in vector}
    rays = [Ray(((direction, Fraction(1)),)) for direction in directions if is_special(direction)]
    plain = [
        {direction: c for direction, c in vector.items() if not is_special(direction)}
        for vector in vectors
    ]
    for group in _groups(plain):
        unit = {_normalised(vector) for vector in plain if vector.keys() & group}
        if len(unit) == 1:
            rays.append(Ray(*unit))
        else:
            rays += [Ray(((direction, Fraction(1)),)) for direction in sorted(group)]
    return rays


def _groups(vectors: Sequence[Mapping[Monomial, Fraction]]) -> Iterator[set[Monomial]]:
    """Directions that occur together, directly or through others."""
    groups: list[set[Monomial]] = []
    for vector in vectors:
        joined = set(vector)
        apart = []
        for group in groups:
            if group & joined:
                joined |= group
            else:
                apart.append(group)
        groups = [*apart, joined] if joined else apart
    yield from groups


def _normalised(vector: Mapping[Monomial, Fraction]) -> tuple[tuple[Monomial, Fraction], ...]:
    ordered = sorted(vector.items())
    first = ordered[0][1]
    return tuple((direction, c / first) for direction, c in ordered)


def product(naturals: Naturals, c: Fraction) -> Term:
    """The product of naturals times a number."""
    result = number(c)
    for atom in naturals:
        result = result * letter(atom)
    return result
