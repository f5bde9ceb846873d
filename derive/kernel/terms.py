"""Terms of a typed *-algebra, always kept in normal form.

A term is a sum of monomials with rational coefficients.  A monomial is a product of: the
imaginary unit or not; (-1) to a symbolic exponent; Kronecker deltas of free indices; scalars,
that is closed words C <- C, which commute with everything; and one typed word of powers of
atoms, which do not commute.  It is summed over its bound indices, which are nameless.  Adding
and multiplying terms multiplies out, collects, and chooses the least renaming of the bound
indices, so equal terms compare equal.  Different terms prove nothing.

Main results: `Term`, `number`, `identity`, `zero`, `letter`, `sign`, `delta`,
`total`, `exponent_of`, `natural_term`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, reduce
from itertools import count, permutations, product
from typing import NamedTuple

from derive.kernel import exponents
from derive.kernel.atoms import NATURAL, Atom, C, Index, Space, cardinality_atom, demand
from derive.kernel.exponents import MINUS_ONE, ONE, ZERO, Exponent

_MOST_PARTS = 20_000
_MOST_BOUND = 6
_MOST_POWER = 200
_MOST_BITS = 1_000_000

Argument = Index | Exponent


class Letter(NamedTuple):
    """An atom with its slots filled, or the adjoint of one."""

    atom: Atom
    arguments: tuple[Argument, ...]
    adjoint: bool


Word = tuple[tuple[Letter, Exponent], ...]


class Monomial(NamedTuple):
    """A product in normal form; `bound` names the sets of its bound indices ?0, ?1 and so on."""

    imaginary: bool
    sign: Exponent
    deltas: tuple[tuple[Index, Index], ...]
    scalars: tuple[tuple[Word, Exponent], ...]
    word: Word
    bound: tuple[str, ...]

    @property
    def indices(self) -> tuple[Index, ...]:
        """The bound indices by the names that they have in the monomial."""
        return tuple(Index(f"?{position}", over) for position, over in enumerate(self.bound))


Part = tuple[Monomial, Fraction]

_UNIT = Monomial(False, ZERO, (), (), (), ())
_fresh = count()


@dataclass(frozen=True, eq=True)
class Term:
    """A linear map `codomain <- domain` in normal form: an immutable value."""

    codomain: Space
    domain: Space
    monomials: Mapping[Monomial, Fraction]

    def __hash__(self) -> int:
        return hash((self.codomain, self.domain, frozenset(self.monomials.items())))

    @cached_property
    def free(self) -> frozenset[Atom | Index]:
        """The atoms and free indices that occur in the term."""
        return frozenset(name for m in self.monomials for name in _names(m) - {*m.indices})

    @property
    def ends(self) -> tuple[Space, Space]:
        """Codomain and domain."""
        return self.codomain, self.domain

    @property
    def is_scalar(self) -> bool:
        """Whether the term maps C to C, so that it commutes with everything."""
        return self.ends == (C, C)

    def __bool__(self) -> bool:
        return bool(self.monomials)

    def __add__(self, other: Term) -> Term:
        return sum_of(*self.ends, (self, other))

    def __neg__(self) -> Term:
        return Term(self.codomain, self.domain, {m: -c for m, c in self.monomials.items()})

    def __sub__(self, other: Term) -> Term:
        return self + -other

    def __mul__(self, other: Term) -> Term:
        meet = self.is_scalar or other.is_scalar or self.domain == other.codomain
        demand(meet, "cannot multiply maps whose spaces do not meet")
        demand(len(self.monomials) * len(other.monomials) <= _MOST_PARTS, "a product is too large")
        codomain = other.codomain if self.is_scalar else self.codomain
        domain = self.domain if other.is_scalar else other.domain
        pairs = product(self.monomials.items(), other.monomials.items())
        return _collected(codomain, domain, (_product(m, n, c * d) for (m, c), (n, d) in pairs))

    def __pow__(self, exponent: int | Term | Exponent) -> Term:
        """The power; t to the 0 is 1 always.

        A numeral, a sum or a product of operators has whole numbers as exponents only; a
        negative coefficient in an exponent needs atoms that are declared invertible.
        """
        power = _as_exponent(exponent)
        if power == ONE:
            return self
        if len(self.monomials) == 1 and all(_has_powers(m, c) for m, c in self.monomials.items()):
            return _power(self, power)
        demand(self.codomain == self.domain, "only a map from a space to itself has powers")
        times = exponents.as_integer(power)
        demand(times is not None and 0 <= times <= _MOST_POWER, "no such power of this term")
        return reduce(Term.__mul__, [self] * (times or 0), identity(self.codomain))

    def adjoint(self) -> Term:
        """The adjoint; an error if an atom of the term is not declared adjointable."""
        demand(self.codomain.inner and self.domain.inner, "an adjoint needs inner products")
        parts = (_adjoint(m, -c if m.imaginary else c) for m, c in self.monomials.items())
        return _collected(self.domain, self.codomain, parts)


def _collected(codomain: Space, domain: Space, parts: Iterable[Part]) -> Term:
    collected: dict[Monomial, Fraction] = {}
    for monomial, coefficient in parts:
        before = collected.get(monomial)
        collected[monomial] = coefficient if before is None else before + coefficient
    bits = ((abs(c.numerator) | c.denominator).bit_length() for c in collected.values())
    small = len(collected) <= _MOST_PARTS and max(bits, default=0) <= _MOST_BITS
    demand(small, "a term is too large")
    return Term(codomain, domain, {m: c for m, c in collected.items() if c})


def sum_of(codomain: Space, domain: Space, terms: Iterable[Term]) -> Term:
    """The sum of maps `codomain <- domain`."""
    parts: list[Part] = []
    for term in terms:
        demand(term.ends == (codomain, domain), "cannot add maps between different spaces")
        parts += term.monomials.items()
    return _collected(codomain, domain, parts)


def zero(codomain: Space = C, domain: Space = C) -> Term:
    """The zero map."""
    return Term(codomain, domain, {})


def identity(space: Space = C) -> Term:
    """The identity 1_V of a space; of C, the number one."""
    return Term(space, space, {_UNIT: Fraction(1)})


def number(real: Fraction | int, imaginary: Fraction | int = 0) -> Term:
    """A number of Q(i)."""
    parts = [(_UNIT, Fraction(real)), (_UNIT._replace(imaginary=True), Fraction(imaginary))]
    return _collected(C, C, parts)


def letter(atom: Atom, *arguments: Index | Term) -> Term:
    """An atom with its slots filled: an index for a set, a natural polynomial for a sequence."""
    return single(Letter(atom, _arguments(atom, arguments), False))


def single(here: Letter, power: Exponent = ONE) -> Term:
    """The term that is a power of one letter."""
    allowed = exponents.is_natural(power) or "invertible" in here.atom.properties
    demand(allowed, f"{here.atom.name} is not declared invertible")
    codomain, domain = _ends(here, power)
    whole = codomain == domain or exponents.as_integer(power) in (1, -1)
    demand(whole, "only a map from a space to itself has powers")
    part = _assemble(_UNIT._replace(word=((here, power),)), Fraction(1))
    return _collected(codomain, domain, [part])


def sign(exponent: Term) -> Term:
    """(-1) to the power of a polynomial in natural variables."""
    return (-identity()) ** exponent


def delta(left: Index, right: Index) -> Term:
    """The Kronecker delta of two indices of one set."""
    demand(left.over == right.over, f"delta joins {left.over} with {right.over}")
    return _collected(C, C, [_assemble(_UNIT._replace(deltas=((left, right),)), Fraction(1))])


def total(index: Index, term: Term) -> Term:
    """The sum of a term over an index; without the index in it, the size of the set times it."""
    demand(index.over != NATURAL, "a sum runs over a finite index set")
    parts = (_assemble(m, c, (*m.indices, index)) for m, c in term.monomials.items())
    return _collected(term.codomain, term.domain, parts)


def exponent_of(term: Term) -> Exponent:
    """The polynomial with integer coefficients that a scalar term is."""
    parts = []
    for monomial, coefficient in term.monomials.items():
        atoms: tuple[Atom, ...] = ()
        for word, power in monomial.scalars:
            times = min(exponents.as_integer(power) or 0, _MOST_POWER)
            atoms += exponents.variable(word[0][0].atom)[0][0] * times
        parts.append((tuple(sorted(atoms)), coefficient.numerator))
    exponent = exponents.collect(parts)
    demand(natural_term(exponent) == term, "an exponent is a polynomial in natural variables")
    return exponent


def _as_exponent(exponent: int | Term | Exponent) -> Exponent:
    if isinstance(exponent, Term):
        return exponent_of(exponent)
    return exponents.constant(exponent) if isinstance(exponent, int) else exponent


def natural_term(exponent: Exponent) -> Term:
    """The scalar term that an exponent is."""
    monomials = (reduce(Term.__mul__, map(letter, atoms), number(c)) for atoms, c in exponent)
    return sum_of(C, C, monomials)


def open_bound(monomial: Monomial) -> tuple[Monomial, tuple[Index, ...]]:
    """The monomial with fresh free names for its bound indices, and these names."""
    opened = tuple(Index(f"!{next(_fresh)}", over) for over in monomial.bound)
    renaming = dict(zip(monomial.indices, opened, strict=True))
    return _renamed(monomial, renaming)._replace(bound=()), opened


def _arguments(atom: Atom, given: Sequence[Index | Term]) -> tuple[Argument, ...]:
    values = tuple(value if isinstance(value, Index) else exponent_of(value) for value in given)
    kinds = [value.over if isinstance(value, Index) else exponents.is_natural(value) and NATURAL
             for value in values]
    demand(kinds == [*atom.slots], f"{atom.name} has the slots {', '.join(atom.slots) or 'none'}")
    return values


def _ends(here: Letter, power: Exponent) -> tuple[Space, Space]:
    """Codomain and domain of a power of a letter."""
    codomain, domain = here.atom.codomain, here.atom.domain
    turned = here.adjoint != (power == MINUS_ONE)
    return (domain, codomain) if turned else (codomain, domain)


def _fused(word: Word) -> Word:
    """Neighbouring powers of the same letter become one; a power 0 disappears."""
    fused: list[tuple[Letter, Exponent]] = []
    for here, power in word:
        if fused and fused[-1][0] == here:
            power = exponents.add(fused.pop()[1], power)
        if power:
            fused.append((here, power))
    return tuple(fused)


def _split(word: Word) -> Iterator[Word]:
    """Cut a word wherever it passes through C; the parts from C to C are scalars."""
    start = 0
    for position, part in enumerate(word, 1):
        if _ends(*part)[1] == C or position == len(word):
            yield word[start:position]
            start = position


def _product(left: Monomial, right: Monomial, coefficient: Fraction) -> Part:
    moved = tuple(Index(f"?{k}", over) for k, over in enumerate(right.bound, len(left.bound)))
    if left.bound:
        right = _renamed(right, dict(zip(right.indices, moved, strict=True)))
    raw = Monomial(left.imaginary != right.imaginary, exponents.add(left.sign, right.sign),
                   left.deltas + right.deltas, left.scalars + right.scalars,
                   left.word + right.word, ())
    turned = left.imaginary and right.imaginary
    return _assemble(raw, -coefficient if turned else coefficient, left.indices + moved)


def _assemble(raw: Monomial, coefficient: Fraction, bound: Sequence[Index] = ()) -> Part:
    """The normal form of a monomial whose parts were only put beside each other."""
    chosen = _representatives(raw.deltas, bound)
    deltas = tuple(sorted((r, i) for i, r in chosen.items() if i != r and i not in bound))
    if chosen:
        raw = _renamed(raw, chosen)
        bound = [index for index in bound if chosen.get(index, index) == index]
    outer: Word = ()
    closed = [(_fused(word), power) for word, power in raw.scalars]
    for part in _split(_fused(raw.word)):
        if _ends(*part[0])[0] == C == _ends(*part[-1])[1]:
            closed.append((part, ONE))
        else:
            outer += part
    minus = raw.sign and exponents.modulo_two(raw.sign)
    if minus and not minus[0][0]:
        minus, coefficient = minus[1:], -coefficient
    monomial = Monomial(raw.imaginary, minus, deltas, _gathered(closed), outer, ())
    if not bound:
        return monomial, coefficient
    used = _names(monomial)
    sizes = [cardinality_atom(index.over) for index in bound if index not in used]
    words = [((Letter(atom, (), False), ONE),) for atom in sizes]
    scalars = _gathered([*monomial.scalars, *((word, ONE) for word in words)])
    kept = [index for index in bound if index in used]
    return _least_renaming(monomial._replace(scalars=scalars), kept), coefficient


def _gathered(scalars: Iterable[tuple[Word, Exponent]]) -> tuple[tuple[Word, Exponent], ...]:
    """The powers of equal scalars multiplied together, in order."""
    powers: dict[Word, Exponent] = {}
    for word, power in scalars:
        if len(word) == 1:
            word, power = ((word[0][0], ONE),), exponents.multiply(word[0][1], power)
        powers[word] = exponents.add(powers.get(word, ZERO), power)
    return tuple(sorted((word, power) for word, power in powers.items() if power))


def _representatives(
        pairs: Iterable[tuple[Index, Index]], bound: Sequence[Index]) -> dict[Index, Index]:
    """For each index that a delta joins, the least of its class, free indices first."""
    chosen: dict[Index, Index] = {}
    for pair in pairs:
        joined = {chosen.setdefault(index, index) for index in pair}
        least = min(joined, key=lambda index: (index in bound, index))
        chosen = {index: least if old in joined else old for index, old in chosen.items()}
    return chosen


def _least_renaming(monomial: Monomial, bound: Sequence[Index]) -> Monomial:
    demand(len(bound) <= _MOST_BOUND, f"more than {_MOST_BOUND} bound indices in one monomial")
    named = ((order, monomial._replace(bound=tuple(index.over for index in order)))
             for order in permutations(bound))
    images = (_renamed(m, dict(zip(order, m.indices, strict=True))) for order, m in named)
    return min(image._replace(scalars=tuple(sorted(image.scalars))) for image in images)


def _renamed(monomial: Monomial, renaming: Mapping[Index, Index]) -> Monomial:
    """Other indices for some; the result is in normal form only after `_assemble`."""
    def renamed(here: Letter) -> Letter:
        put = (renaming.get(a, a) if isinstance(a, Index) else a for a in here.arguments)
        return here._replace(arguments=tuple(put))

    deltas = tuple((renaming.get(i, i), renaming.get(j, j)) for i, j in monomial.deltas)
    return _mapped(monomial, renamed)._replace(deltas=deltas)


def _mapped(monomial: Monomial, image: Callable[[Letter], Letter]) -> Monomial:
    """The monomial with an image for each of its letters."""
    def word(old: Word) -> Word:
        return tuple((image(here), power) for here, power in old)

    scalars = tuple((word(base), power) for base, power in monomial.scalars)
    return monomial._replace(scalars=scalars, word=word(monomial.word))


def _names(monomial: Monomial) -> set[Atom | Index]:
    """The atoms and indices of a monomial, bound ones included."""
    words = [monomial.word, *(word for word, _ in monomial.scalars)]
    letters = [part for word in words for part in word]
    slots = [slot for here, _ in letters for slot in here.arguments]
    indices = [slot for slot in slots if isinstance(slot, Index)]
    indices += [index for pair in monomial.deltas for index in pair]
    powers = [monomial.sign, *(power for _, power in (*monomial.scalars, *letters))]
    powers += [slot for slot in slots if not isinstance(slot, Index)]
    naturals = [atom for power in powers for atoms, _ in power for atom in atoms]
    return {*indices, *naturals, *(here.atom for here, _ in letters)}


def _has_powers(monomial: Monomial, coefficient: Fraction) -> bool:
    """Whether it is, up to a sign, a product of powers of atoms that commute."""
    words = [monomial.word, *(base for base, _ in monomial.scalars)]
    plain = not (monomial.imaginary or monomial.deltas or monomial.bound)
    return plain and abs(coefficient) == 1 and all(len(word) <= 1 for word in words)


def _power(term: Term, power: Exponent) -> Term:
    ((monomial, coefficient),) = term.monomials.items()
    minus = exponents.multiply(monomial.sign, power)
    minus = exponents.add(minus, power) if coefficient < 0 else minus
    part = _assemble(_UNIT._replace(sign=minus), Fraction(1))
    letters = [*monomial.word, *((base[0][0], old) for base, old in monomial.scalars)]
    factors = [single(here, exponents.multiply(old, power)) for here, old in letters]
    unit = [identity(term.codomain)] if term.codomain == term.domain else []
    return reduce(Term.__mul__, [*unit, *factors], _collected(C, C, [part]))


def _adjoint(monomial: Monomial, coefficient: Fraction) -> Part:
    turned = _mapped(monomial, _adjoint_letter)
    scalars = tuple((word[::-1], power) for word, power in turned.scalars)
    raw = turned._replace(scalars=scalars, word=turned.word[::-1])
    return _assemble(raw, coefficient, monomial.indices)


def _adjoint_letter(here: Letter) -> Letter:
    demand("adjointable" in here.atom.properties, f"{here.atom.name} has no declared adjoint")
    return here._replace(adjoint=not here.adjoint and "hermitian" not in here.atom.properties)
