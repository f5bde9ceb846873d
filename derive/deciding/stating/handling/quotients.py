"""Whether a sum of quotients vanishes: multiplied by its divisors it is 0 in normal form.

A symbol for an inverse is the inverse in every model, so nothing has to be assumed for this.

This module says what is proved: a mistake here is a wrong answer.

Main results: `vanishes`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from derive.deciding.claims.expressions import Call
from derive.deciding.stating.families import place
from derive.kernel.atoms import Atom, C, Index
from derive.kernel.exponents import as_integer
from derive.kernel.substitutions import Replacement, Substitution
from derive.kernel.terms import Term, natural_term, zero

if TYPE_CHECKING:
    from derive.deciding.stating.abstraction import Abstraction
    from derive.kernel.terms import Letter

_MOST_DIVISORS = 6
_MOST_POWER = 6


def vanishes(abstraction: Abstraction, term: Term) -> bool:
    """Whether a scalar is seen to be 0."""
    for _ in range(_MOST_DIVISORS):
        if not term:
            return True
        found = _cleared(abstraction, term)
        if found is None:
            return False
        term = found
    return not term


def _cleared(abstraction: Abstraction, term: Term) -> Term | None:
    """The term times powers of one of its divisors, or None if there is none."""
    for monomial in sorted(term.monomials):
        for word, power in monomial.scalars:
            here, times = word[0][0], as_integer(power)
            if len(word) != 1 or here.adjoint or not here.atom.name.startswith("inverse@"):
                continue
            base = _base(abstraction, here)
            if base is None or times is None:
                continue
            return _multiplied(term, word, base)
    return None


def _multiplied(term: Term, word: object, base: Term) -> Term | None:
    powers = {}
    for monomial in term.monomials:
        times = as_integer(dict(monomial.scalars).get(word, ()))  # type: ignore[call-overload]
        if times is None or not 0 <= times <= _MOST_POWER:
            return None
        powers[monomial] = times
    most = max(powers.values())
    total = zero()
    for monomial, c in term.monomials.items():
        rest = tuple(pair for pair in monomial.scalars if pair[0] != word)
        part = Term(C, C, {monomial._replace(scalars=rest): c})
        for _ in range(most - powers[monomial]):
            part = part * base
        total = total + part
    return total


def _base(abstraction: Abstraction, here: Letter) -> Term | None:
    """What the letter is the inverse of."""
    for key, atom in abstraction.families.items():
        if atom == here.atom and isinstance(key, tuple) and key[0] == "reciprocal":
            put: dict[Atom | Index, Replacement | Index] = {
                place(k): Replacement(natural_term(argument))  # type: ignore[arg-type]
                for k, argument in enumerate(here.arguments)
            }
            return Substitution(put).term(key[1])
    match abstraction.meanings.get(here.atom):
        case Call("multiply", (_, Call("power", (below, _)))):
            return abstraction.term(below)
    return None
