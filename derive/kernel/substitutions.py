"""Simultaneous substitution of terms for atoms, and of indices, in terms.

Bound indices are opened under fresh names before anything is put in, so nothing is captured.

Main results: `Value`, `Replacement`, `Substitution`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce
from typing import NamedTuple

from derive.kernel import exponents, terms
from derive.kernel.atoms import NATURAL, RESERVED, Atom, C, Index, KernelError, Space, demand
from derive.kernel.atoms import Variable, natural_atom
from derive.kernel.exponents import Exponent
from derive.kernel.terms import Letter, Term, Word, natural_term, single


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

    def fits(self, atom: Atom) -> bool:
        """Whether the value is of the atom's type, and a function of its slots."""
        kinds = tuple(p.over if isinstance(p, Index) else p == natural_atom(p.name) and NATURAL
                      for p in self.parameters)
        plain = all(p.name[0] not in RESERVED for p in self.parameters)
        ends = self.term.ends == (atom.codomain, atom.domain)
        return plain and ends and kinds == atom.slots and len({*self.parameters}) == len(kinds)


Value = Replacement | Index


@dataclass(frozen=True)
class Substitution:
    """What is put for atoms (a replacement) and indices (an index), all at once."""

    values: Mapping[Variable, Value]

    def __post_init__(self) -> None:
        """Refuse a value of the wrong type or kind."""
        for variable, value in self.values.items():
            fits = (value.over == getattr(variable, "over", None) if isinstance(value, Index)
                    else isinstance(variable, Atom) and value.fits(variable))
            demand(fits, f"{variable.name} is replaced by something of another type")

    def index(self, index: Index) -> Index:
        """The image of an index."""
        return self.values.get(index, index)  # type: ignore[return-value]

    def value(self, atom: Atom) -> Replacement | None:
        """What is put for an atom, if anything is."""
        return self.values.get(atom)  # type: ignore[return-value]

    def exponent(self, exponent: Exponent) -> Exponent:
        """The image of an exponent."""
        used = {atom: self.value(atom) for atoms, _ in exponent for atom in atoms}
        values = {atom: terms.exponent_of(put.term) for atom, put in used.items() if put}
        return exponents.substitute(exponent, values)

    def term(self, term: Term) -> Term:
        """The image of a term."""
        if term.free.isdisjoint(self.values):
            return term
        images = []
        for closed, coefficient in term.monomials.items():
            monomial, opened = terms.open_bound(closed)
            scale = (0, coefficient) if monomial.imaginary else (coefficient, 0)
            signs = [natural_term(self.exponent(power)) for power in [monomial.sign] if power]
            factors = [terms.number(*scale), *map(terms.sign, signs)]
            for left, right in monomial.deltas:
                factors.append(terms.delta(self.index(left), self.index(right)))
            for word, power in monomial.scalars:
                if len(word) == 1:
                    word, power = ((word[0][0], power),), exponents.ONE
                factors.append(self._word(word, C) ** self.exponent(power))
            product = reduce(Term.__mul__, [*factors, self._word(monomial.word, term.codomain)])
            images.append(reduce(lambda body, index: terms.total(index, body), opened, product))
        return terms.sum_of(*term.ends, images)

    def _word(self, word: Word, space: Space) -> Term:
        images = []
        for here, power in word:
            times = self.exponent(power)
            whole = exponents.as_integer(times)
            image = self._letter(here, whole is not None and whole < 0)
            image = image ** (abs(whole) if whole else times)
            images.append(image.adjoint() if here.adjoint else image)
        return reduce(Term.__mul__, images) if images else terms.identity(space)

    def _letter(self, here: Letter, inverted: bool) -> Term:
        """The image of a letter without its adjoint, or of the inverse of the letter."""
        arguments = [self.index(a) if isinstance(a, Index) else self.exponent(a)
                     for a in here.arguments]
        put = self.value(here.atom)
        if put is None:
            power = exponents.constant(-1) if inverted else exponents.ONE
            return single(Letter(here.atom, tuple(arguments), False), power)
        term = put.inverse if inverted else put.term
        if term is None:
            raise KernelError(f"no inverse is given for the value of {here.atom.name}")
        filled = [a if isinstance(a, Index) else Replacement(natural_term(a)) for a in arguments]
        return Substitution(dict(zip(put.parameters, filled, strict=True))).term(term)
