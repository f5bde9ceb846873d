"""What holds for every natural number, decided from finitely many.

A function of n whose shifts span a space of dimension r obeys a linear recurrence of order r, so
it vanishes everywhere if it vanishes at 0, …, r-1.  Sums add these dimensions, products multiply
them; n^d·c^n has d+1, as has what is 1 at n = d and 0 elsewhere; the entries of A^n have as many as
A has rows, and neither n → n+k nor n → kn adds any.  In several variables this holds in each of
them, so a grid decides.

Main result: `grid`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from math import prod

from derive.kernel import exponents
from derive.kernel.atoms import NATURAL, Atom, Index
from derive.kernel.exponents import Exponent
from derive.kernel.terms import Monomial, Term, Word
from derive.refuter.matrices import scalar
from derive.refuter.model import Family, Model, Unknown
from derive.refuter.polynomials import Polynomial, rational

_LARGEST_GRID = 400


def with_naturals(model: Model, naturals: Sequence[Atom], values: Sequence[int]) -> Model:
    """The model in which natural variables have these values."""
    pairs = zip(naturals, values, strict=True)
    return model.extended({atom: Family.of(scalar(rational(n))) for atom, n in pairs})


def grid(model: Model, naturals: Sequence[Atom], difference: Sequence[Term]) -> Iterator[Model]:
    """Values of natural variables such that terms that add to zero there do so everywhere.

    Raises:
        Unknown: the terms are not of the kind that finitely many values decide.
    """
    lengths = [sum(_order(model, one, atom) for one in difference) for atom in naturals]
    if prod(lengths) > _LARGEST_GRID:
        raise Unknown("too many values of natural variables would have to be tried")
    for values in product(*map(range, lengths)):
        yield with_naturals(model, naturals, values)


def _order(model: Model, term: Term, variable: Atom) -> int:
    return sum(_order_of_monomial(model, m, variable) for m in term.monomials)


def _order_of_monomial(model: Model, monomial: Monomial, variable: Atom) -> int:
    order = prod(model.size(over) for over in monomial.bound)
    _degree(monomial.sign, variable)
    for word, power in monomial.scalars:
        order *= _order_of_power(model, word, power, variable)
    return order * _order_of_word(model, monomial.word, variable)


def _order_of_power(model: Model, word: Word, power: Exponent, variable: Atom) -> int:
    inner = _order_of_word(model, word, variable)
    return _raised(model, inner, 1, power, variable, _mentions(word, variable))


def _raised(
    model: Model, inner: int, rows: int, power: Exponent, variable: Atom, mentioned: bool
) -> int:
    """The order of a power, given that of its base and the number of rows of the base."""
    if not _degree(power, variable):
        if not mentioned:
            return inner
        times = model.whole(power)
        if times < 0:
            raise Unknown("an inverse of a sequence")
        return int(inner**times)
    if mentioned:
        raise Unknown("a natural variable stands in a base and in its exponent")
    return rows


def _order_of_word(model: Model, word: Word, variable: Atom) -> int:
    order = 1
    for letter, power in word:
        if letter.atom == variable:
            times = exponents.as_integer(power)
            if times is None or times < 0:
                raise Unknown("a power of a natural variable")
            order *= times + 1
            continue
        slots = zip(letter.atom.slots, letter.arguments, strict=True)
        natural = [a for slot, a in slots if slot == NATURAL and not isinstance(a, Index)]
        places = [k for k, exponent in enumerate(natural) if _degree(exponent, variable)]
        inner = prod(_order_of_slot(model, letter.atom, place) for place in places)
        rows = model.dimension(letter.atom.codomain)
        if rows < 0 and _degree(power, variable):
            raise Unknown("all powers of a map of oscillators")
        order *= _raised(model, inner, rows, power, variable, bool(places))
    return order


def _order_of_slot(model: Model, atom: Atom, place: int) -> int:
    """The largest dimension over all choices of indices: for each ratio, its degrees."""
    if atom not in model.values:
        raise Unknown(f"{atom.name} has no value")
    largest = 0
    for summands in model.values[atom].table.values():
        degrees: dict[Polynomial, int] = {}
        for _, growth in summands:
            degree, ratio = growth[place]
            degrees[ratio] = max(degree + 1, degrees.get(ratio, 0))
        largest = max(largest, sum(degrees.values()))
    return largest


def _mentions(word: Word, variable: Atom) -> bool:
    for letter, power in word:
        natural = [a for a in letter.arguments if not isinstance(a, Index)]
        if letter.atom == variable or any(_degree(a, variable) for a in (*natural, power)):
            return True
    return False


def _degree(exponent: Exponent, variable: Atom) -> int:
    """The degree of a variable in an exponent, which is 0 or 1."""
    degree = max((atoms.count(variable) for atoms, _ in exponent), default=0)
    if degree > 1:
        raise Unknown("a natural variable is squared in an exponent or slot")
    return degree
