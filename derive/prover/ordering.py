"""Why a scalar is at least 0.

Main results: `nonnegative`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from derive.kernel import exponents
from derive.kernel.atoms import C, KernelError
from derive.kernel.formulas import NonNegative
from derive.kernel.rules import Theorem
from derive.kernel.terms import Monomial, Term, Word, identity
from derive.prover.conclusions import bounded, sum_theorem
from derive.prover.matching import scalar_power, word_term
from derive.prover.recorder import Recorder


def nonnegative(recorder: Recorder, term: Term, facts: Sequence[Theorem]) -> Theorem | None:
    """The theorem that the term is at least 0, as a sum of squares, positives and known orders."""
    direct = _by_monomials(recorder, term)
    if direct is not None:
        return direct
    known = [fact for fact in facts if isinstance(fact.conclusion, NonNegative)]
    for fact in known:
        if len(bounded(fact).monomials) > 0 and bounded(fact) != term:
            rest = _by_monomials(recorder, term - bounded(fact))
            if rest is not None:
                return sum_theorem(recorder, [fact, rest])
        elif bounded(fact) == term:
            return fact
    return None


def _by_monomials(recorder: Recorder, term: Term) -> Theorem | None:
    parts = []
    for monomial, c in term.monomials.items():
        part = _monomial(recorder, monomial, c)
        if part is None:
            return None
        parts.append(part)
    return sum_theorem(recorder, parts)


def _monomial(recorder: Recorder, monomial: Monomial, c: Fraction) -> Theorem | None:
    if c < 0 or monomial.imaginary or monomial.sign or monomial.deltas or monomial.bound:
        return None
    factors: list[Theorem] = []
    powers = dict(monomial.scalars)
    plain = identity()
    for word, power in monomial.scalars:
        atom = word[0][0].atom
        natural = "natural" in atom.properties and exponents.is_natural(power)
        if len(word) == 1 and (natural or "positive" in atom.properties):
            plain = plain * scalar_power(word, power)
            del powers[word]
    factors.append(recorder.step("nonnegative power", c, plain))
    try:
        factors += [recorder.step("nonnegative square", root) for root in _roots(powers)]
    except KernelError:
        return None
    whole = recorder.step("nonnegative product", factors)
    wanted = Term(C, C, {monomial: c})
    return whole if bounded(whole) == wanted else None


def _roots(powers: dict[Word, exponents.Exponent]) -> Iterator[Term]:
    """Roots s with s†s each factor, or each pair of conjugate factors."""
    left = dict(powers)
    for word, power in powers.items():
        if word not in left:
            continue
        whole = exponents.as_integer(left.pop(word))
        if whole is None or power is None:
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
