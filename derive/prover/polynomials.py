"""Scalars as polynomials over ℚ, which FLINT multiplies, divides and factors.

A variable stands for each closed word, for each of its powers to a symbolic exponent, for a sum
over indices, for the imaginary unit and for a sign; another one for the inverse of each unit.  A
term that is no scalar is a polynomial in these, with a variable for each of its words.

Main results: `Polynomials`, `factors`, `unknowns`.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from fractions import Fraction
from functools import reduce
from typing import Any, NamedTuple

from derive.kernel import exponents
from derive.kernel.atoms import Atom, C, Index
from derive.kernel.exponents import Exponent
from derive.kernel.terms import Monomial, Term, Word, _renamed, identity, number, sum_of

Polynomial = Any
"""A `flint.fmpq_mpoly`."""

_MOST_FACTORED_TERMS = 400
_MOST_FACTORED_DEGREE = 200
_ONE = next(iter(identity().monomials))


class Unknown(NamedTuple):
    """What a variable stands for: a scalar to a product of natural atoms, or a monomial."""

    word: Word
    atoms: tuple[Atom, ...] = ()
    monomial: Monomial = _ONE

    @property
    def is_unit(self) -> bool:
        """Whether it has an inverse."""
        return len(self.word) == 1 and "invertible" in self.word[0][0].atom.properties

    @property
    def is_fixed(self) -> bool:
        """Whether it is the imaginary unit or a sign."""
        return self.monomial.imaginary or bool(self.monomial.sign)

    def term(self) -> Term:
        """The scalar."""
        if self.word:
            monomial = _ONE._replace(scalars=((self.word, ((self.atoms, 1),)),))
            return Term(C, C, {monomial: Fraction(1)})
        return Term(C, C, {self.monomial: Fraction(1)})


IMAGINARY = Unknown((), (), _ONE._replace(imaginary=True))
"""The unknown that is the imaginary unit."""

_Powers = dict[Unknown, int]


class Polynomials:
    """The ring of polynomials in what stands in some terms.

    Args:
        terms: the first of any type, the others scalars; the variables of the first are the
            smallest, the inverses of units the largest, in the order by degree and then reversed.

    `units` are the places of units with those of their inverses, `partners` the same both ways;
    `fixed` are the places of the imaginary unit and of signs; with the units they are `invertible`.
    `identities` are the polynomials that vanish because of what the variables stand for, and
    `degree` is the largest of all powers.
    """

    def __init__(self, terms: Sequence[Term]) -> None:
        from flint import Ordering, fmpq_mpoly_ctx

        self.ends = terms[0].ends
        parts = [[_powers(monomial) for monomial in term.monomials] for term in terms]
        self.degree = max((abs(d) for p in parts for m in p for d in m.values()), default=0)
        first = {unknown for powers in parts[0] for unknown in powers}
        found = {unknown: None for part in parts for powers in part for unknown in powers}
        units = [unknown for unknown in found if unknown.is_unit]
        known = [*(u for u in found if u not in first), *(u for u in found if u in first)]
        self.unknowns: list[Unknown] = [*units, *known]
        self._place = {unknown: k for k, unknown in enumerate(known, len(units))}
        self._inverse = {unknown: k for k, unknown in enumerate(units)}
        self._words = [k for k, u in enumerate(self.unknowns) if u.monomial.word]
        names = [f"x{k}" for k in range(len(self.unknowns))]
        self.context = fmpq_mpoly_ctx.get(names, Ordering.degrevlex)
        self.generators: Sequence[Polynomial] = self.context.gens()
        self.units = [(self._place[unknown], self._inverse[unknown]) for unknown in units]
        self.partners = dict([*self.units, *((back, place) for place, back in self.units)])
        self.fixed = frozenset(self._place[unknown] for unknown in found if unknown.is_fixed)
        self.invertible = self.fixed.union(self.partners)
        self._rewriting = [*self._identities()]
        self.identities = [vanishing for _, vanishing in self._rewriting]

    def _identities(self) -> Iterator[tuple[tuple[int, ...], Polynomial]]:
        """What vanishes because of what variables stand for, and the variables of its lead."""
        for place, inverse in self.units:
            yield (place, inverse), self.generators[place] * self.generators[inverse] - 1
        for place in sorted(self.fixed):
            is_imaginary = self.unknowns[place] == IMAGINARY
            yield (place,), self.generators[place] ** 2 + (1 if is_imaginary else -1)

    def polynomial(self, term: Term) -> Polynomial:
        """The polynomial that a scalar is; it has no product of a unit and its inverse."""
        from flint import fmpq

        collected: dict[tuple[int, ...], Any] = {}
        for monomial, c in term.monomials.items():
            degrees = [0] * len(self.unknowns)
            for unknown, power in _powers(monomial).items():
                place = self._place[unknown] if power > 0 else self._inverse[unknown]
                degrees[place] = abs(power)
            collected[tuple(degrees)] = fmpq(c.numerator, c.denominator)
        return self.context.from_dict(collected)

    def reduced(self, polynomial: Polynomial) -> Polynomial:
        """The polynomial without what its own identities replace."""
        degrees = polynomial.degrees()
        for places, vanishing in self._rewriting:
            if all(degrees[place] for place in places):
                polynomial = polynomial % vanishing
        return polynomial

    def inverse(self, polynomial: Polynomial) -> Polynomial | None:
        """The inverse of a number times powers of what is invertible; None for another term."""
        ((degrees, c),) = polynomial.terms()
        turned = [0] * len(self.unknowns)
        for place, degree in enumerate(degrees):
            if degree:
                if place not in self.invertible:
                    return None
                turned[self.partners.get(place, place)] += int(degree)
        inverse = self.context.term(coeff=1 / c, exp_vec=tuple(turned))
        if any(turned[place] for place in self.fixed):
            inverse = inverse / self.reduced(inverse * polynomial).leading_coefficient()
        return inverse

    def coefficients(self, polynomial: Polynomial, place: int) -> list[Polynomial]:
        """The coefficients of the powers of one variable, from the constant one on."""
        parts: list[dict[tuple[int, ...], Any]] = [{}]
        for degrees, c in polynomial.terms():
            degree = int(degrees[place])
            parts += [{} for _ in range(degree + 1 - len(parts))]
            parts[degree][(*degrees[:place], 0, *degrees[place + 1 :])] = c
        return [self.context.from_dict(part) for part in parts]

    def place(self, monomial: Monomial) -> int | None:
        """The variable that a monomial is, or None if it is a product of several, or none."""
        powers = _powers(monomial)
        places = [self._place.get(unknown) for unknown, power in powers.items() if power == 1]
        return places[0] if len(places) == len(powers) == 1 else None

    def term(self, polynomial: Polynomial) -> Term:
        """The scalar that a polynomial without words is."""
        parts = (self._product(degrees, c) for degrees, c in polynomial.terms())
        return sum_of(C, C, parts)

    def parts(self, polynomial: Polynomial) -> Iterator[tuple[Term, Term]]:
        """Scalars and words; the polynomial, which is linear in words, is the sum of products."""
        left = polynomial
        for place in self._words:
            left, *found = self.coefficients(left, place)
            for factor in found:
                word = Term(*self.ends, {self.unknowns[place].monomial: Fraction(1)})
                yield self.term(factor), word
        if left:
            yield self.term(left), identity(self.ends[0])

    def _product(self, degrees: Sequence[int], c: Any) -> Term:
        coefficient = number(Fraction(int(c.p), int(c.q)))
        powers: dict[Word, Exponent] = {}
        others = []
        for place, degree in enumerate(map(int, degrees)):
            unknown = self.unknowns[place]
            if degree and unknown.word:
                signed = -degree if place < len(self.units) else degree
                before = powers.get(unknown.word, exponents.ZERO)
                powers[unknown.word] = exponents.add(before, ((unknown.atoms, signed),))
            elif degree:
                others.append(unknown.term() ** degree)
        scalars = tuple(sorted((word, power) for word, power in powers.items() if power))
        plain = Term(C, C, {_ONE._replace(scalars=scalars): Fraction(1)})
        return reduce(Term.__mul__, others, coefficient * plain)


def factors(term: Term) -> tuple[Term, list[tuple[Term, int]]]:
    """A unit, and the irreducible factors over ℚ with their multiplicities.

    The term is the unit times the powers of the factors.  The unit is a number times powers of
    units, so a factor is a polynomial, and none is a unit by its declaration; the imaginary unit
    counts as a variable.  Of zero the unit is zero.  A polynomial that is too large is one factor.
    """
    if not term:
        return term, []
    ring = Polynomials([term])
    cleared, shift = cleared_of_units(ring, ring.polynomial(term))
    if len(cleared) > _MOST_FACTORED_TERMS or ring.degree > _MOST_FACTORED_DEGREE:
        return ring.term(shift), [(ring.term(cleared), 1)]
    constant, found = cleared.factor()
    unit = ring.term(shift) * number(Fraction(int(constant.p), int(constant.q)))
    return unit, [(ring.term(factor), int(times)) for factor, times in found]


def cleared_of_units(ring: Polynomials, polynomial: Polynomial) -> tuple[Polynomial, Polynomial]:
    """The polynomial times powers of units that leave no unit in all its terms and no inverse.

    The second is the inverse of these powers.
    """
    terms = [([*map(int, degrees)], c) for degrees, c in polynomial.terms()]
    shift = [0] * len(ring.unknowns)
    for place, other in ring.units:
        least = min(degrees[place] - degrees[other] for degrees, _ in terms)
        shift[place], shift[other] = max(least, 0), max(-least, 0)
        for degrees, _ in terms:
            degrees[place], degrees[other] = degrees[place] - degrees[other] - least, 0
    if not any(shift):
        return polynomial, ring.context.constant(1)
    cleared = ring.context.from_dict({tuple(degrees): c for degrees, c in terms})
    return cleared, ring.context.term(exp_vec=tuple(shift))


def unknowns(term: Term) -> set[Hashable]:
    """What a term is a polynomial in, apart from the imaginary unit and signs."""
    found = {unknown for monomial in term.monomials for unknown in _powers(monomial)}
    return {unknown for unknown in found if not unknown.is_fixed}


def _powers(monomial: Monomial) -> _Powers:
    """The unknowns of a monomial and their powers."""
    powers: _Powers = {}
    summed: list[tuple[Word, Exponent]] = []
    for word, power in monomial.scalars:
        if monomial.bound and _bound_in(word):
            summed.append((word, power))
            continue
        for atoms, coefficient in power:
            powers[Unknown(word, atoms)] = coefficient
    if monomial.imaginary:
        powers[IMAGINARY] = 1
    for part in monomial.sign:
        powers[Unknown((), (), _ONE._replace(sign=(part,)))] = 1
    if monomial.deltas:
        powers[Unknown((), (), _ONE._replace(deltas=monomial.deltas))] = 1
    for factor in _independent(monomial, summed):
        unknown = Unknown((), (), factor)
        powers[unknown] = powers.get(unknown, 0) + 1
    return powers


def _independent(monomial: Monomial, summed: Sequence[tuple[Word, Exponent]]) -> list[Monomial]:
    """The sums over indices, and the word, as factors that have no index in common."""
    if not monomial.bound:
        return [_ONE._replace(word=monomial.word)] if monomial.word else []
    groups = [(_bound_in(monomial.word), _ONE._replace(word=monomial.word))]
    for pair in summed:
        names, scalars, word = _bound_in(pair[0]), [pair], _ONE.word
        for other in [one for one in groups if one[0] & names]:
            groups.remove(other)
            names = names | other[0]
            scalars += other[1].scalars
            word = word + other[1].word
        groups.append((names, _ONE._replace(scalars=tuple(scalars), word=word)))
    return [_closed(monomial, names, group) for names, group in groups if group != _ONE]


def _closed(monomial: Monomial, names: set[str], group: Monomial) -> Monomial:
    """The sum of a product over those indices of a monomial that stand in it."""
    old = [index for index in monomial.indices if index.name in names]
    renaming = {index: Index(f"?{k}", index.over) for k, index in enumerate(old)}
    raw = _renamed(group, renaming)._replace(bound=tuple(index.over for index in old))
    return next(iter((Term(C, C, {raw: Fraction(1)}) * identity()).monomials))


def _bound_in(word: Word) -> set[str]:
    """The names of the bound indices in the slots of a word."""
    slots = [slot for here, _ in word for slot in here.arguments]
    return {slot.name for slot in slots if isinstance(slot, Index) and slot.name[0] == "?"}
