"""Sequences put back to their earliest places by what their recursions say.

A place such as (n + 2)! is replaced by its value at earlier places; negative powers of places that
are never 0 are cleared first, so that what is left is a polynomial in the earliest ones.

Main results: `descended`, `definition`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import reduce

from derive.deciding.proving.unfolding import sequences, slots_of
from derive.kernel.atoms import C
from derive.kernel.exponents import ONE, as_integer, constant
from derive.kernel.formulas import Equation
from derive.kernel.rules import Multiple, Theorem
from derive.kernel.terms import Letter, Term, identity, single, zero

_MOST_MONOMIALS = 400
_MOST_STEPS = 300


def definition(theorem: Theorem) -> Letter | None:
    """The place of a sequence that an equation says the value of by others."""
    equation = theorem.conclusion
    if not isinstance(equation, Equation) or len(equation.left.monomials) != 1:
        return None
    places = list(sequences(equation.left))
    if len(places) != 1 or single(places[0]) != equation.left:
        return None
    return None if places[0] in sequences(equation.right) else places[0]


def descended(
    term: Term, definitions: Mapping[Letter, Theorem]
) -> tuple[Term, Term, list[Multiple]]:
    """What is left of a scalar, a factor, and multiples: the term is factor·rest plus these."""
    rest, factor, multiples = term, identity(), list[Multiple]()
    while rest and len(rest.monomials) <= _MOST_MONOMIALS and len(multiples) < _MOST_STEPS:
        powers = _powers(rest, definitions)
        if not powers:
            break
        clearing = [
            single(place, constant(-least)) for place, (least, _) in powers.items() if least
        ]
        unit = reduce(Term.__mul__, clearing, identity())
        rest, factor = rest * unit, factor * unit**-1
        place = max(powers, key=_lateness)
        theorem = definitions[place]
        rest, quotient = _replaced(rest, place, _value(theorem))
        multiples.append(Multiple(theorem, factor * quotient, identity()))
    return rest, factor, multiples


def _value(theorem: Theorem) -> Term:
    return theorem.concludes(Equation).right


def _powers(term: Term, definitions: Mapping[Letter, Theorem]) -> dict[Letter, tuple[int, int]]:
    """The least power, at most 0, and the largest of each place that has a definition."""
    found: dict[Letter, tuple[int, int]] = {}
    symbolic: set[Letter] = set()
    for monomial in term.monomials:
        for word, power in monomial.scalars:
            here = word[0][0]
            if len(word) == 1 and here in definitions:
                times = as_integer(power)
                if times is None:
                    symbolic.add(here)
                else:
                    least, most = found.get(here, (0, 0))
                    found[here] = min(least, times), max(most, times)
    return {place: powers for place, powers in found.items() if place not in symbolic}


def _lateness(place: Letter) -> tuple[int, Letter]:
    """The sum of the numbers in the slots."""
    return sum(c for slot in slots_of(place) for atoms, c in slot if not atoms), place


def _replaced(term: Term, place: Letter, value: Term) -> tuple[Term, Term]:
    """The polynomial at the value of the place, and the quotient by the difference of both."""
    parts: dict[int, Term] = {}
    own = ((place, ONE),)
    for monomial, c in term.monomials.items():
        times = next((as_integer(p) or 0 for word, p in monomial.scalars if word == own), 0)
        others = tuple(part for part in monomial.scalars if part[0] != own)
        part = Term(C, C, {monomial._replace(scalars=others): c})
        parts[times] = parts.get(times, zero()) + part
    here = single(place)
    rest, quotient = zero(), zero()
    for times in range(max(parts), -1, -1):
        quotient = quotient * here + rest
        rest = rest * value + parts.get(times, zero())
    return rest, quotient
