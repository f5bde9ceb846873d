"""Rewriting a term by relations, with the multiples that justify it.

Main results: `Reduction`, `reduce`, `completed`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from derive.kernel.atoms import C, KernelError
from derive.kernel.rules import Multiple, Theorem
from derive.kernel.terms import Term, identity, number, total, zero
from derive.prover.budget import Budget
from derive.prover.conclusions import sides
from derive.prover.matching import Match, matches, word_term
from derive.prover.recorder import Recorder
from derive.prover.relations import Relation, relations_of, weight


@dataclass
class Reduction:
    """What is left of a term, and the multiples of equations that were subtracted from it."""

    rest: Term
    multiples: list[Multiple] = field(default_factory=list)


def reduce(
    recorder: Recorder, term: Term, relations: Sequence[Relation], budget: Budget
) -> Reduction:
    """Replace leading monomials wherever they occur, until none does."""
    reduction = Reduction(term)
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


def completed(recorder: Recorder, relations: Sequence[Relation], budget: Budget) -> list[Relation]:
    """The relations with one more round of their overlaps, each reduced by all the others."""
    known = list(relations)
    ground = [relation for relation in relations if not relation.variables]
    for first in ground:
        for second in ground:
            for theorem in _overlaps(recorder, first, second):
                budget.spend()
                left, _ = sides(theorem)
                reduction = reduce(recorder, left, known, budget)
                if not reduction.rest:
                    continue
                nothing = zero(left.codomain, left.domain)
                multiples = [Multiple(theorem, identity(), identity())]
                multiples += [_negated(multiple) for multiple in reduction.multiples]
                new = recorder.step("combination", reduction.rest, nothing, multiples)
                known += relations_of(new)
    return known


def _negated(multiple: Multiple) -> Multiple:
    return multiple._replace(left=-multiple.left)


def _overlaps(recorder: Recorder, first: Relation, second: Relation) -> list[Theorem]:
    """The equations that follow where the end of one lead is the beginning of the other."""
    found = []
    one, two = first.lead.word, second.lead.word
    if first.lead.bound or second.lead.bound:
        return []
    for size in range(1, min(len(one), len(two)) + 1):
        if one[-size:] != two[:size] or (first is second and size == len(one)):
            continue
        after = word_term(two[size:], first.difference.domain)
        before = word_term(one[:-size], second.difference.codomain)
        try:
            multiples = [
                first.multiple(recorder, {}, _lead_scalars(second), after),
                second.multiple(recorder, {}, -_lead_scalars(first) * before, identity()),
            ]
            part = value_of_multiple(multiples[0]) + value_of_multiple(multiples[1])
            if part:
                nothing = zero(part.codomain, part.domain)
                found.append(recorder.step("combination", part, nothing, multiples))
        except KernelError:
            continue
    return found


def _lead_scalars(relation: Relation) -> Term:
    """The leading monomial without its word, with its coefficient."""
    scalars = relation.lead._replace(word=())
    return Term(C, C, {scalars: relation.coefficient})
