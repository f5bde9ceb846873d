"""Simultaneous substitution of terms for atoms, and of other spaces and sets, in terms.

Bound indices are opened under fresh names before anything is put in, so nothing is captured.

Main results: `Replacement`, `Substitution`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from derive.kernel import exponents, terms
from derive.kernel.atoms import (
    NATURAL,
    RESERVED,
    Atom,
    C,
    Index,
    KernelError,
    Space,
    cardinality_atom,
    demand,
    natural_atom,
)
from derive.kernel.exponents import Exponent
from derive.kernel.terms import Letter, Term, Word, letter, natural_term, single

_MINUS_ONE = exponents.constant(-1)


class Replacement(NamedTuple):
    """A term put for an atom; for a family, a function of the `parameters` in its slots."""

    term: Term
    parameters: tuple[Index | Atom, ...] = ()
    inverse: Term | None = None

    @property
    def free(self) -> frozenset[Atom | Index]:
        """What is free in the value, beside its parameters."""
        inverse = self.inverse.free if self.inverse else frozenset()
        return (self.term.free | inverse).difference(self.parameters)


@dataclass(frozen=True)
class Substitution:
    """What is put for atoms, indices, spaces and index sets, all at once."""

    atoms: Mapping[Atom, Replacement] = field(default_factory=dict)
    indices: Mapping[Index, Index] = field(default_factory=dict)
    spaces: Mapping[Space, Space] = field(default_factory=dict)
    sets: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse a replacement of the wrong type or kind."""
        for old, new in self.spaces.items():
            demand(old != C and new.inner >= old.inner, f"{new.name} cannot stand for {old.name}")
        sets = {*self.sets, *self.sets.values()}
        demand(NATURAL not in sets, "the natural numbers are not an index set")
        for index, image in self.indices.items():
            over = self.sets.get(index.over, index.over)
            demand(image.over == over, f"{image.name} cannot stand for the index {index.name}")
        for atom, put in self.atoms.items():
            own = [p for p in put.parameters if p.name[0] in RESERVED]
            kinds = tuple(
                p.over if isinstance(p, Index) else p == natural_atom(p.name) and NATURAL
                for p in put.parameters
            )
            moved = self.atom(atom)
            fits = not own and kinds == moved.slots and len(set(put.parameters)) == len(kinds)
            demand(fits, f"{atom.name} is replaced by a function of other slots")
            fits = (put.term.codomain, put.term.domain) == (moved.codomain, moved.domain)
            demand(fits, f"{atom.name} is replaced by a term of another type")

    def space(self, space: Space) -> Space:
        """The image of a space."""
        return self.spaces.get(space, space)

    def index(self, index: Index) -> Index:
        """The image of an index."""
        moved = index._replace(over=self.sets.get(index.over, index.over))
        return self.indices.get(index, moved)

    def atom(self, atom: Atom) -> Atom:
        """The atom of the same name between the images of its spaces, over those of its sets."""
        if atom.name.startswith("#"):
            return cardinality_atom(self.sets.get(atom.name[1:], atom.name[1:]))
        slots = [self.sets.get(slot, slot) for slot in atom.slots]
        ends = self.space(atom.codomain), self.space(atom.domain)
        return Atom(atom.name, *ends, atom.properties, slots)

    def variable(self, variable: Atom | Index) -> Atom | Index:
        """The image of a variable for which no term is put."""
        return self.atom(variable) if isinstance(variable, Atom) else self.index(variable)

    def exponent(self, exponent: Exponent) -> Exponent:
        """The image of an exponent."""
        values = {}
        for atom in {a for atoms, _ in exponent for a in atoms}:
            put = self.atoms.get(atom)
            values[atom] = terms.exponent_of(put.term if put else letter(self.atom(atom)))
            natural = exponents.is_natural(values[atom])
            demand(natural, f"{atom.name} is replaced by what may not be natural")
        return exponents.substitute(exponent, values)

    def term(self, term: Term) -> Term:
        """The image of a term."""
        result = terms.zero(self.space(term.codomain), self.space(term.domain))
        for closed, coefficient in term.monomials.items():
            monomial, opened = terms.open_bound(closed)
            product = (
                terms.number(0, coefficient) if monomial.imaginary else terms.number(coefficient)
            )
            product = product * terms.sign(natural_term(self.exponent(monomial.sign)))
            for left, right in monomial.deltas:
                product = product * terms.delta(self.index(left), self.index(right))
            for word, power in monomial.scalars:
                if len(word) == 1:
                    word, power = ((word[0][0], power),), exponents.ONE
                product = product * self._word(word, C).to_the(self.exponent(power))
            product = product * self._word(monomial.word, result.codomain)
            for index in opened:
                product = terms.total(self.index(index), product)
            result = result + product
        return result

    def _word(self, word: Word, space: Space) -> Term:
        product: Term | None = None
        for here, power in word:
            times = self.exponent(power)
            whole = exponents.as_integer(times)
            image = self._letter(here, whole is not None and whole < 0)
            image = image.to_the(exponents.constant(abs(whole)) if whole else times)
            image = image.adjoint() if here.adjoint else image
            product = image if product is None else product * image
        return terms.identity(space) if product is None else product

    def _letter(self, here: Letter, inverted: bool) -> Term:
        """The image of a letter without its adjoint, or of the inverse of the letter."""
        arguments = tuple(
            self.index(a) if isinstance(a, Index) else self.exponent(a) for a in here.arguments
        )
        put = self.atoms.get(here.atom)
        if put is None:
            moved = Letter(self.atom(here.atom), arguments, False)
            return single(moved, _MINUS_ONE) if inverted else single(moved)
        term = put.inverse if inverted else put.term
        if term is None:
            raise KernelError(f"no inverse is given for the value of {here.atom.name}")
        atoms: dict[Atom, Replacement] = {}
        indices: dict[Index, Index] = {}
        for parameter, argument in zip(put.parameters, arguments, strict=True):
            if isinstance(parameter, Index) and isinstance(argument, Index):
                indices[parameter] = argument
            elif isinstance(parameter, Atom) and not isinstance(argument, Index):
                atoms[parameter] = Replacement(natural_term(argument))
        return Substitution(atoms, indices).term(term)
