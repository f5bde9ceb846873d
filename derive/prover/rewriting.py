"""Rewriting a term by relations, with the multiples that justify it.

Main results: `Reduction`, `reduce`, `completed`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from derive.kernel import exponents
from derive.kernel.atoms import C, KernelError
from derive.kernel.exponents import Exponent
from derive.kernel.rules import Multiple
from derive.kernel.terms import Letter, Term, Word, identity, number, total, zero
from derive.prover.budget import Budget, SearchExhausted
from derive.prover.conclusions import sides
from derive.prover.matching import Match, matches, word_term
from derive.prover.recorder import Recorder
from derive.prover.relations import Relation, relations_of, weight

_MOST_OVERLAPS = 100
_MOST_POWER = 6
_MOST_STEPS = 400
_MOST_MONOMIALS = 200


@dataclass
class Reduction:
    """What is left of a term, and the multiples of equations that were subtracted from it.

    It is exhausted if more might have been found with a larger budget.
    """

    rest: Term
    multiples: list[Multiple] = field(default_factory=list)
    exhausted: bool = False


def reduce(
    recorder: Recorder, term: Term, relations: Sequence[Relation], budget: Budget
) -> Reduction:
    """Replace leading monomials wherever they occur, until none does.

    A term that only grows is left as it was when it was smallest.
    """
    reduction = Reduction(term)
    if not relations:
        return reduction
    smallest, kept = term, 0
    seen = {term}
    while True:
        multiple = _first_step(recorder, reduction.rest, relations)
        if multiple is None:
            return reduction
        budget.spend()
        rest = reduction.rest - value_of_multiple(multiple)
        if rest in seen:
            return reduction
        seen.add(rest)
        reduction.rest = rest
        reduction.multiples.append(multiple)
        if len(rest.monomials) < len(smallest.monomials):
            smallest, kept = rest, len(reduction.multiples)
        if len(rest.monomials) > _MOST_MONOMIALS or len(seen) > _MOST_STEPS:
            return Reduction(smallest, reduction.multiples[:kept])


def value_of_multiple(multiple: Multiple) -> Term:
    """The term that a multiple contributes to a combination."""
    left, right = sides(multiple.theorem)
    difference = (left - right).adjoint() if multiple.adjoint else left - right
    part = multiple.left * difference * multiple.right
    for index in multiple.over:
        part = total(index, part)
    return part


def _first_step(recorder: Recorder, term: Term, relations: Sequence[Relation]) -> Multiple | None:
    for monomial in sorted(term.monomials, key=lambda m: (weight(m), m), reverse=True):
        coefficient = number(term.monomials[monomial])
        for relation in relations:
            for match in matches(recorder, relation, monomial, term.domain, term.codomain):
                try:
                    return _multiple(recorder, relation, match, coefficient)
                except KernelError:
                    continue
    return None


def _multiple(recorder: Recorder, relation: Relation, match: Match, coefficient: Term) -> Multiple:
    if match.beside == identity():
        left = coefficient * match.left
        return relation.multiple(recorder, match.bindings, left, match.right, match.over)
    inner = relation.multiple(recorder, match.bindings, match.left, match.right)
    part = value_of_multiple(inner)
    lemma = recorder.step("combination", part, zero(part.codomain, part.domain), [inner])
    return Multiple(lemma, coefficient * match.beside, identity(), match.over)


def completed(
    recorder: Recorder,
    relations: Sequence[Relation],
    budget: Budget,
    heaviest: int = 20,
    old: int = 0,
) -> list[Relation]:
    """The relations with one more round of their overlaps, each reduced by all the others.

    Overlaps and relations heavier than `heaviest` are left out, and overlaps among the first `old`
    relations, which an earlier round has seen.  It ends early when the budget does.
    """
    known = list(relations)
    try:
        for overlap in _overlaps(relations, heaviest, old)[:_MOST_OVERLAPS]:
            budget.spend()
            known += _consequences(recorder, overlap, known, budget, heaviest)
    except SearchExhausted:
        pass
    return known


def _consequences(
    recorder: Recorder,
    overlap: Overlap,
    known: Sequence[Relation],
    budget: Budget,
    heaviest: int,
) -> list[Relation]:
    """What is left of an overlap, as relations."""
    try:
        multiples = overlap.multiples(recorder)
        parts = [value_of_multiple(multiple) for multiple in multiples]
    except KernelError:
        return []
    reduction = reduce(recorder, sum(parts[1:], parts[0]), known, budget)
    rest = reduction.rest
    if not rest or max(map(weight, rest.monomials)) > heaviest:
        return []
    multiples += [_negated(multiple) for multiple in reduction.multiples]
    nothing = zero(rest.codomain, rest.domain)
    return list(relations_of(recorder.step("combination", rest, nothing, multiples)))


def _negated(multiple: Multiple) -> Multiple:
    return multiple._replace(left=-multiple.left)


class Overlap(NamedTuple):
    """Two leads with letters in common; or one lead beside an invertible letter, without second.

    The products of `first` with what stands around it, and of `second` likewise, have one lead.
    """

    size: int
    first: Relation
    around_first: tuple[Word, Word]
    second: Relation | None
    around_second: tuple[Word, Word]

    def multiples(self, recorder: Recorder) -> list[Multiple]:
        """The multiples whose difference the overlap says is 0."""
        if self.second is None:
            return [_surrounded(recorder, self.first, identity(), self.around_first)]
        scales = _lead_scalars(self.second), -_lead_scalars(self.first)
        return [
            _surrounded(recorder, self.first, scales[0], self.around_first),
            _surrounded(recorder, self.second, scales[1], self.around_second),
        ]


def _surrounded(
    recorder: Recorder, relation: Relation, scale: Term, around: tuple[Word, Word]
) -> Multiple:
    before, after = around
    left = word_term(before, relation.difference.codomain)
    right = word_term(after, relation.difference.domain)
    return relation.multiple(recorder, {}, scale * left, right)


def _overlaps(relations: Sequence[Relation], heaviest: int, old: int) -> list[Overlap]:
    """The overlaps of leads, the short ones first."""
    words = [
        (relation, _letters(relation.lead.word), place >= old)
        for place, relation in enumerate(relations)
        if relation.lead.word and not relation.variables and not relation.lead.bound
    ]
    found = [lone for first, _, new in words if new for lone in _cancelled(first)]
    for first, one, is_new in words:
        for second, two, is_also_new in words:
            if is_new or is_also_new:
                found += _shared(first, one, second, two)
    return sorted((one for one in found if one.size <= heaviest), key=lambda one: one.size)


def _shared(first: Relation, one: Word, second: Relation, two: Word) -> Iterator[Overlap]:
    """Where the end of one lead is the beginning of the other, or the other is inside."""
    for start in range(first is second, len(one)):
        end = start + len(two)
        common = min(len(one), end) - start
        if one[start : start + common] == two[:common]:
            around = one[:start], one[end:]
            yield Overlap(max(len(one), end), first, ((), two[common:]), second, around)


def _cancelled(relation: Relation) -> Iterator[Overlap]:
    """The relation times the inverse of the first or last letter of its lead."""
    word = relation.lead.word
    for place in (0, -1):
        here, power = word[place]
        if "invertible" in here.atom.properties and len(word) > 1:
            inverse = ((here, exponents.multiply(power, exponents.constant(-1))),)
            around: tuple[Word, Word] = ((), inverse) if place else (inverse, ())
            yield Overlap(len(word), relation, around, None, ((), ()))


def _letters(word: Word) -> Word:
    """The word with its small powers written out."""
    letters: list[tuple[Letter, Exponent]] = []
    for here, power in word:
        whole = exponents.as_integer(power)
        if whole is None or abs(whole) > _MOST_POWER:
            letters.append((here, power))
        else:
            letters += [(here, exponents.constant(1 if whole > 0 else -1))] * abs(whole)
    return tuple(letters)


def _lead_scalars(relation: Relation) -> Term:
    """The leading monomial without its word, with its coefficient."""
    scalars = relation.lead._replace(word=())
    return Term(C, C, {scalars: relation.coefficient})
