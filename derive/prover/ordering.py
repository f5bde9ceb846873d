"""Why a scalar is at least 0: evident squares, and multiples of known orders.

Known orders times evident factors are taken away until the rest is evidently at least 0; a part
under a sum over indices is looked at under the sum.

Main results: `nonnegative`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import reduce
from itertools import combinations_with_replacement

from derive.kernel import exponents
from derive.kernel.atoms import C, Index, KernelError, Variable
from derive.kernel.formulas import Clause, NonNegative
from derive.kernel.rules import Theorem
from derive.kernel.terms import Monomial, Term, Word, _renamed, identity, zero
from derive.prover.clauses import at_places
from derive.prover.conclusions import bounded, sum_theorem
from derive.prover.matching import scalar_power, unify
from derive.prover.recorder import Recorder
from derive.prover.relations import Binding, instantiate
from derive.prover.squares import multiplier, square_parts

_MOST_USED = 8
_MOST_TRIED = 30
_MOST_MULTIPLIED = 4


def nonnegative(recorder: Recorder, term: Term, facts: Sequence[Theorem]) -> Theorem | None:
    """The theorem that the term is at least 0, as a sum of squares, positives and known orders."""
    known = list(_orders(recorder, term, facts))
    plain = _Sums(recorder, facts, known).parts(term, _MOST_USED)
    if plain is None and 0 < len(known) <= _MOST_MULTIPLIED:
        known += [
            recorder.step("nonnegative product", pair)
            for pair in combinations_with_replacement(known, 2)
        ]
        plain = _Sums(recorder, facts, known).parts(term, _MOST_USED)
    return None if plain is None else sum_theorem(recorder, plain)


def _orders(recorder: Recorder, term: Term, facts: Sequence[Theorem]) -> Iterator[Theorem]:
    """The known orders, and what clauses say of what stands in the term."""
    for fact in facts:
        formula = fact.conclusion
        if isinstance(formula, NonNegative):
            yield fact
        elif isinstance(formula, Clause) and isinstance(formula.conclusion, NonNegative):
            yield from at_places(recorder, fact, term)
            yield from _fitting(recorder, fact, term)


def _fitting(recorder: Recorder, clause: Theorem, term: Term) -> Iterator[Theorem]:
    """The instances of a clause that are about one scalar of a term."""
    formula = clause.concludes(Clause)
    if formula.premises or not isinstance(formula.conclusion, NonNegative):
        return
    words = {word for monomial in term.monomials for word, _ in monomial.scalars}
    patterns = frozenset(formula.variables)
    for word in sorted(words):
        bindings: dict[Variable, Binding] = {}
        target = scalar_power(word, exponents.ONE)
        fits = unify(formula.conclusion.term, target, patterns, bindings)
        if fits and bindings.keys() == patterns:
            with suppress(KernelError):
                yield instantiate(recorder, clause, bindings)


class _Sums:
    """One search for a sum of known orders, each at most once times an evident factor."""

    def __init__(
        self, recorder: Recorder, facts: Sequence[Theorem], known: Sequence[Theorem]
    ) -> None:
        self.recorder = recorder
        self.facts = facts
        self.known = [fact for fact in known if bounded(fact)]
        self.scalars = dict(filter(None, map(_scalar, self.known)))
        self.tried: set[Term] = set()

    def parts(self, term: Term, most: int) -> list[Theorem] | None:
        """Theorems p >= 0 with the term as the sum of all p; at most so many known orders."""
        evident = self._evident(term)
        if evident is not None or not most:
            return evident
        if term in self.tried or len(self.tried) >= _MOST_TRIED:
            return None
        self.tried.add(term)
        for used in self._multiples(term):
            others = self.parts(term - bounded(used), most - 1)
            if others is not None:
                return [used, *others]
        return None

    def _evident(self, term: Term) -> list[Theorem] | None:
        parts: list[Theorem] = []
        for bound in {monomial.bound: None for monomial in term.monomials}:
            chosen = {m: c for m, c in term.monomials.items() if m.bound == bound}
            part = Term(C, C, chosen)
            found = self._total(part, bound) if bound else self._squares(part)
            if found is None:
                return None
            parts += found
        return parts

    def _squares(self, part: Term) -> list[Theorem] | None:
        return square_parts(self.recorder, part, self.scalars)

    def _total(self, part: Term, bound: tuple[str, ...]) -> list[Theorem] | None:
        """A sum over indices, where each of its terms is at least 0."""
        names = [Index(self.recorder.fresh_name(), over) for over in bound]
        inner = reduce(Term.__add__, (_opened(m, names, part) for m in part.monomials), zero())
        found = nonnegative(self.recorder, inner, self.facts)
        if found is None:
            return None
        whole = reduce(self._summed, names, found)
        return [whole] if bounded(whole) == part else None

    def _summed(self, theorem: Theorem, index: Index) -> Theorem:
        return self.recorder.step("nonnegative total", theorem, index)

    def _multiples(self, term: Term) -> Iterator[Theorem]:
        """Known orders times evident factors, each of which takes one monomial away."""
        for monomial in sorted(term.monomials):
            single = Term(C, C, {monomial: term.monomials[monomial]})
            if not monomial.bound and self._squares(single) is not None:
                continue
            for fact in self.known:
                for lead in bounded(fact).monomials:
                    multiple = self._multiple(term, monomial, fact, lead)
                    if multiple is not None:
                        yield multiple

    def _multiple(
        self, term: Term, monomial: Monomial, fact: Theorem, lead: Monomial
    ) -> Theorem | None:
        """The fact times what makes its monomial the one of the term."""
        scale = term.monomials[monomial] / bounded(fact).monomials[lead]
        factor = _quotient(monomial, lead) if scale > 0 else None
        if factor is None:
            return None
        above = multiplier(self.recorder, scale, factor, self.scalars)
        return above and self.recorder.step("nonnegative product", [above, fact])


def _scalar(fact: Theorem) -> tuple[Word, Theorem] | None:
    """The one scalar that a fact says is at least 0, if it is about one."""
    ((monomial, coefficient), *others) = bounded(fact).monomials.items()
    if others or coefficient != 1 or len(monomial.scalars) != 1:
        return None
    ((word, _),) = monomial.scalars
    return (word, fact) if bounded(fact) == scalar_power(word, exponents.ONE) else None


def _quotient(monomial: Monomial, divisor: Monomial) -> Term | None:
    """The scalar that the monomial is the divisor times, if all else is the same."""
    if monomial._replace(scalars=()) != divisor._replace(scalars=()):
        return None
    powers = dict(monomial.scalars)
    for word, power in divisor.scalars:
        less = exponents.multiply(power, exponents.constant(-1))
        powers[word] = exponents.add(powers.get(word, exponents.ZERO), less)
    try:
        scalars = (scalar_power(word, power) for word, power in powers.items())
        factor = reduce(Term.__mul__, scalars, identity())
    except KernelError:
        return None
    return None if {*monomial.indices} & factor.free else factor


def _opened(monomial: Monomial, names: Sequence[Index], part: Term) -> Term:
    """One monomial of the part, with names for its bound indices."""
    renaming = dict(zip(monomial.indices, names, strict=True))
    inner = _renamed(monomial, renaming)._replace(bound=())
    return Term(C, C, {inner: part.monomials[monomial]}) * identity()
