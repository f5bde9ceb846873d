"""Exponents: polynomials with integer coefficients in natural variables.

An exponent is a sorted tuple of (monomial, coefficient), a monomial the sorted tuple of its
variables with repetition; it is its own normal form.  2nk + 1 is (((), 1), ((k, n), 2)).

Main results: `add`, `multiply`, `substitute`, `modulo_two`.
"""

from collections.abc import Iterable, Mapping
from functools import reduce

from derive.kernel.atoms import NATURAL, Atom, demand

Exponent = tuple[tuple[tuple[Atom, ...], int], ...]

ZERO: Exponent = ()
ONE: Exponent = (((), 1),)
MINUS_ONE: Exponent = (((), -1),)

_LARGEST = 10**12
_MOST_MONOMIALS = 200


def collect(parts: Iterable[tuple[tuple[Atom, ...], int]]) -> Exponent:
    """The normal form of a sum of monomials with coefficients."""
    total: dict[tuple[Atom, ...], int] = {}
    for monomial, coefficient in parts:
        total[monomial] = total.get(monomial, 0) + coefficient
    small = all(abs(c) <= _LARGEST for c in total.values())
    demand(small and len(total) <= _MOST_MONOMIALS, "an exponent is too large")
    return tuple(sorted((m, c) for m, c in total.items() if c))


def constant(number: int) -> Exponent:
    """The exponent that is an integer."""
    return collect([((), number)])


def variable(atom: Atom) -> Exponent:
    """The exponent that is one natural variable."""
    demand(NATURAL in atom.properties and not atom.slots, f"{atom.name} is no natural variable")
    return (((atom,), 1),)


def add(left: Exponent, right: Exponent) -> Exponent:
    """The sum."""
    return collect((*left, *right)) if left and right else left or right


def multiply(left: Exponent, right: Exponent) -> Exponent:
    """The product."""
    if left == ONE or right == ONE:
        return right if left == ONE else left
    return collect((tuple(sorted(a + b)), c * d) for a, c in left for b, d in right)


def as_integer(exponent: Exponent) -> int | None:
    """The integer that the exponent is, or None if a variable occurs in it."""
    if len(exponent) > 1 or (exponent and exponent[0][0]):
        return None
    return exponent[0][1] if exponent else 0


def is_natural(exponent: Exponent) -> bool:
    """Whether every coefficient is positive, so that every value is a natural number."""
    return all(coefficient > 0 for _, coefficient in exponent)


def substitute(exponent: Exponent, values: Mapping[Atom, Exponent]) -> Exponent:
    """Polynomials put for variables; the others stay."""
    total = ZERO
    for atoms, coefficient in exponent:
        factors = [values.get(atom, variable(atom)) for atom in atoms]
        total = add(total, reduce(multiply, factors, constant(coefficient)))
    return total


def modulo_two(exponent: Exponent) -> Exponent:
    """What the exponent of -1 depends on: coefficients mod 2, and n*n = n."""
    reduced = collect((tuple(sorted(set(m))), c) for m, c in exponent)
    return tuple((m, 1) for m, c in reduced if c % 2)
