r"""Division: by what is declared invertible, or by what a hypothesis `… \neq 0` makes so.

A term is inverted if it is a rational number times powers of invertible scalars, and times at most
one term for which a `Witness` is known.  Nothing else has an inverse here.  Main results:
`Witness`, `inverse`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from itertools import product

from derive.kernel import exponents
from derive.kernel.atoms import Atom, Index, KernelError
from derive.kernel.substitutions import Replacement, Substitution
from derive.kernel.terms import Monomial, Term, identity, letter, natural_term, number, sign, single

MAX_TRIALS = 1000


@dataclass(frozen=True)
class Witness:
    """The atom q of a hypothesis q·t = 1; for a family, a function of its parameters.

    Args:
        atom: q, whose slots are the parameters.
        term: t.
        parameters: the indices and natural variables for all values of which the hypothesis holds.
    """

    atom: Atom
    term: Term
    parameters: tuple[Index | Atom, ...] = ()

    def letter(self) -> Term:
        """The atom with its parameters in its slots."""
        return letter(
            self.atom, *(p if isinstance(p, Index) else letter(p) for p in self.parameters)
        )

    def instances(self, wanted: Term) -> Iterator[tuple[Term, Term]]:
        """The pairs (t, q) for values of the parameters that occur in a wanted term."""
        if not self.parameters:
            yield self.term, self.letter()
            return
        candidates = [_candidates(parameter, wanted) for parameter in self.parameters]
        for trial, values in enumerate(product(*candidates)):
            if trial == MAX_TRIALS:
                return
            chosen = [v if isinstance(v, Index) else Replacement(v) for v in values]
            put = Substitution(dict(zip(self.parameters, chosen, strict=True)))
            yield put.term(self.term), put.term(self.letter())


def _candidates(parameter: Index | Atom, wanted: Term) -> list[Index | Term]:
    """Values of a parameter that occur in a term."""
    if isinstance(parameter, Index):
        names = [name for name in wanted.free if isinstance(name, Index)]
        return [name for name in sorted(names) if name.over == parameter.over]
    found: set[Term] = set()
    for monomial in wanted.monomials:
        for word in (monomial.word, *(scalar for scalar, _ in monomial.scalars)):
            for here, power in word:
                arguments = [a for a in here.arguments if not isinstance(a, Index)]
                found.update(
                    natural_term(a) for a in (*arguments, power) if exponents.is_natural(a)
                )
        found.update(
            natural_term(power) for _, power in monomial.scalars if exponents.is_natural(power)
        )
    found.update(
        letter(atom) for atom in wanted.free if isinstance(atom, Atom) and _is_natural(atom)
    )
    return [*sorted(found, key=lambda term: sorted(term.monomials.items()))]


def _is_natural(atom: Atom) -> bool:
    return "natural" in atom.properties and not atom.slots


def inverse(term: Term, witnesses: Sequence[Witness] = ()) -> Term | None:
    """The inverse of a term, or None where none is known.

    Args:
        term: what to divide by.
        witnesses: what the hypotheses say is not zero.
    """
    if len(term.monomials) == 1:
        (monomial, coefficient), *_ = term.monomials.items()
        unit = _unit_inverse(monomial, coefficient)
        if unit is not None:
            return unit * identity(term.domain)
        if monomial.word:
            return _operator_inverse(term)
    if not term.is_scalar:
        return None
    for witness in witnesses:
        for known, inverse_of_known in witness.instances(term):
            factor = _unit_factor(term, known)
            if factor is not None:
                return factor * inverse_of_known
    return None


def _unit_inverse(monomial: Monomial, coefficient: Fraction) -> Term | None:
    """The inverse of a monomial in numbers and invertible scalars."""
    if monomial.deltas or monomial.bound or monomial.word:
        return None
    parts = [number(0, -1 / coefficient) if monomial.imaginary else number(1 / coefficient)]
    parts.append(sign(natural_term(monomial.sign)))
    for word, power in monomial.scalars:
        here, inner = word[0]
        if len(word) > 1 or "invertible" not in here.atom.properties:
            return None
        whole = exponents.multiply(inner, power)
        parts.append(single(here, exponents.multiply(whole, exponents.constant(-1))))
    return reduce(Term.__mul__, parts)


def _operator_inverse(term: Term) -> Term | None:
    """The inverse of a power of one invertible operator."""
    try:
        return term**-1
    except KernelError:
        return None


def _unit_factor(term: Term, known: Term) -> Term | None:
    """The inverse of the unit monomial u with term = u·known, if there is one."""
    if len(term.monomials) != len(known.monomials):
        return None
    first, coefficient = min(known.monomials.items())
    for monomial, other in term.monomials.items():
        quotient = _quotient((monomial, other), (first, coefficient))
        if quotient is None:
            continue
        unit, inverse_of_unit = quotient
        if unit * known == term:
            return inverse_of_unit
    return None


def _quotient(
    above: tuple[Monomial, Fraction], below: tuple[Monomial, Fraction]
) -> tuple[Term, Term] | None:
    """The quotient of two monomials and its inverse, where both are units."""
    powers = dict(above[0].scalars)
    for word, power in below[0].scalars:
        negative = exponents.multiply(power, exponents.constant(-1))
        powers[word] = exponents.add(powers.get(word, exponents.ZERO), negative)
    rest = above[0]._replace(
        imaginary=above[0].imaginary != below[0].imaginary,
        sign=exponents.add(above[0].sign, below[0].sign),
        deltas=(),
        scalars=tuple(sorted((word, power) for word, power in powers.items() if power)),
        word=(),
        bound=(),
    )
    coefficient = above[1] / below[1]
    if below[0].imaginary and not above[0].imaginary:
        coefficient = -coefficient
    inverse_of_unit = _unit_inverse(rest, coefficient)
    if inverse_of_unit is None:
        return None
    unit = inverse(inverse_of_unit)
    return None if unit is None else (unit, inverse_of_unit)
