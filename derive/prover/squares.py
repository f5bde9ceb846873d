"""Scalars that are at least 0 by what they look like: sums of squares and of positive things.

A monomial is a *diagonal* if it is a product of positive atoms, natural numbers and scalars that
are known to be at least 0, times squares s†s.  A quadratic form is completed to squares, one
diagonal after the other.

Main results: `square_parts`, `multiplier`, `Known`.

References: J.-L. Lagrange's reduction of a quadratic form; as an algorithm, LDL† over Q(i).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import reduce
from typing import NamedTuple

from derive.kernel import exponents
from derive.kernel.atoms import C, KernelError
from derive.kernel.exponents import Exponent
from derive.kernel.rules import Theorem
from derive.kernel.terms import Monomial, Term, Word, identity, number
from derive.prover.conclusions import bounded
from derive.prover.matching import scalar_power, word_term
from derive.prover.recorder import Recorder

_MOST_SQUARES = 20
_MOST_POWER = 6

Known = Mapping[Word, Theorem]
"""Scalars that are at least 0, with the theorems that say so."""


class Diagonal(NamedTuple):
    """A product of positive atoms, of things known to be at least 0, and of squares of roots."""

    plain: Term
    known: tuple[Theorem, ...]
    roots: tuple[Term, ...]

    @property
    def root(self) -> Term | None:
        """The product of the roots; of several kets there is none."""
        if sum(not root.is_scalar for root in self.roots) > 1:
            return None
        return reduce(Term.__mul__, self.roots, identity())

    @property
    def prefix(self) -> Term:
        """What stands before the squares."""
        return reduce(Term.__mul__, map(bounded, self.known), self.plain)

    def times(self, recorder: Recorder, scale: Fraction, roots: Sequence[Term]) -> Theorem:
        """The scale times what stands before the squares times squares of roots is at least 0."""
        parts = [recorder.step("nonnegative power", scale, self.plain), *self.known]
        parts += [recorder.step("nonnegative square", root) for root in roots]
        return recorder.step("nonnegative product", parts)


def square_parts(recorder: Recorder, term: Term, known: Known) -> list[Theorem] | None:
    """Theorems p >= 0 with the term as the sum of all p, if it is evidently such a sum."""
    for everywhere in (False, True):
        parts = _completed_squares(recorder, term, known, everywhere)
        if parts is not None:
            return parts
    return None


def multiplier(recorder: Recorder, scale: Fraction, term: Term, known: Known) -> Theorem | None:
    """The scale times a term of one monomial is at least 0, if that is evident."""
    ((monomial, _),) = term.monomials.items()
    found = diagonal(monomial, known)
    return found and found.times(recorder, scale, found.roots)


def diagonal(monomial: Monomial, known: Known) -> Diagonal | None:
    """What makes the monomial evidently at least 0, if anything does."""
    if monomial.imaginary or monomial.sign or monomial.deltas or monomial.bound:
        return None
    plain, used, roots = identity(), list[Theorem](), list[Term]()
    left: dict[Word, Exponent] = {}
    for word, power in monomial.scalars:
        if _is_signed(word, power):
            odd, half = _halved(power)
            plain = plain * scalar_power(word, odd)
            roots += [scalar_power(word, half)] if half else []
        elif word in known:
            times, even = _known_powers(word, power)
            used += [known[word]] * times
            left |= {word: even} if even else {}
        else:
            left[word] = power
    try:
        roots += _roots(left)
    except KernelError:
        return None
    return Diagonal(plain, tuple(used), tuple(roots))


def _completed_squares(
    recorder: Recorder, term: Term, known: Known, everywhere: bool
) -> list[Theorem] | None:
    """Complete the squares; `everywhere` also for products that are themselves at least 0."""
    parts: list[Theorem] = []
    for _ in range(_MOST_SQUARES):
        if not term:
            return parts
        found = {m: diagonal(m, known) for m, c in sorted(term.monomials.items()) if c > 0}
        diagonals = {m: one for m, one in found.items() if one}
        if not diagonals:
            return None
        monomial, first = next(iter(diagonals.items()))
        scale = term.monomials[monomial]
        kept = {} if everywhere else diagonals
        others = [one for one in diagonals.values() if one is not first]
        root = first.root and _completed(term, first, first.root, scale, others, kept)
        parts.append(first.times(recorder, scale, [root] if root else first.roots))
        term = term - bounded(parts[-1])
    return None


def _completed(
    term: Term,
    first: Diagonal,
    root: Term,
    scale: Fraction,
    others: Sequence[Diagonal],
    kept: Mapping[Monomial, object],
) -> Term:
    """The root plus multiples of other roots, so that its square has the mixed products."""
    whole = root
    for other in others:
        beside = other.root
        if beside is None or beside.ends != root.ends or other.prefix != first.prefix:
            continue
        mixed = root.adjoint() * beside
        ((monomial, _),) = (first.prefix * mixed).monomials.items()
        if monomial in kept:
            continue
        share = scale * (2 if mixed == mixed.adjoint() else 1)
        real, turned = (
            term.monomials.get(monomial._replace(imaginary=i), Fraction(0)) / share
            for i in (False, True)
        )
        whole = whole + number(real, turned) * beside
    return whole


def _is_signed(word: Word, power: Exponent) -> bool:
    """Whether the declaration of an atom says that its power is at least 0."""
    properties = word[0][0].atom.properties if len(word) == 1 else ()
    return "positive" in properties or ("natural" in properties and exponents.is_natural(power))


def _halved(power: Exponent) -> tuple[Exponent, Exponent]:
    """(odd, half) with odd + 2 half the power."""
    odd = exponents.collect((atoms, c % 2) for atoms, c in power)
    return odd, exponents.collect((atoms, c // 2) for atoms, c in power)


def _known_powers(word: Word, power: Exponent) -> tuple[int, Exponent]:
    """How often a known scalar is used as it is, and the power that is left as a square."""
    whole = exponents.as_integer(power)
    if whole is None or not 0 < whole <= _MOST_POWER:
        return 0, power
    base = scalar_power(word, exponents.ONE)
    try:
        times = whole % 2 if base.adjoint() == base else whole
    except KernelError:
        times = whole
    return times, exponents.constant(whole - times)


def _roots(powers: Mapping[Word, Exponent]) -> Iterator[Term]:
    """Roots s with s†s each factor, or each pair of conjugate factors."""
    left = dict(powers)
    for word in powers:
        if word not in left:
            continue
        whole = exponents.as_integer(left.pop(word))
        if whole is None:
            raise KernelError("no square")
        base = scalar_power(word, exponents.ONE)
        ((conjugate, _),) = base.adjoint().monomials.items()
        ((other, _),) = conjugate.scalars
        if other == word and whole % 2 == 0:
            yield base ** (whole // 2)
        elif other != word and left.get(other) == exponents.constant(whole):
            del left[other]
            yield base**whole
        elif other == word and whole == 1:
            yield _half(word)
        else:
            raise KernelError("no square")


def _half(word: Word) -> Term:
    """The s of a closed word s†s."""
    middle, odd = divmod(len(word), 2)
    if not odd:
        return word_term(word[middle:], C)
    here, power = word[middle]
    whole = exponents.as_integer(power)
    if whole is None or whole % 2:
        raise KernelError("no square")
    return word_term(((here, exponents.constant(whole // 2)), *word[middle + 1 :]), C)
