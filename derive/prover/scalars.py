"""Solving equations between scalars.

An equation in which a scalar stands only once, and times units only, says what that scalar is; it
is put into everything else, by `derive.prover.elimination`.  Sums over indices are also rewritten.

Main results: `vanish`.
"""

from __future__ import annotations

from collections.abc import Sequence

from derive.kernel.rules import Multiple
from derive.kernel.terms import Term
from derive.prover.budget import Budget
from derive.prover.elimination import eliminated
from derive.prover.recorder import Recorder
from derive.prover.relations import Relation
from derive.prover.rewriting import Reduction, reduce

_MOST_EQUATIONS = 80
_MOST_SECONDS = 0.5


def vanish(
    recorder: Recorder, term: Term, relations: Sequence[Relation], budget: Budget
) -> Reduction:
    """Reduce a term by equations between scalars; nothing is left if they make it vanish."""
    budget.spend()
    if not term or not relations:
        return Reduction(term)
    reduction = _eliminated(term, relations[:_MOST_EQUATIONS], budget)
    sums = [relation for relation in relations if _has_sums(relation.difference)]
    if reduction.rest and sums:
        rewritten = reduce(recorder, reduction.rest, sums, budget)
        if not rewritten.rest:
            return Reduction(rewritten.rest, reduction.multiples + rewritten.multiples)
    return reduction


def _eliminated(term: Term, relations: Sequence[Relation], budget: Budget) -> Reduction:
    """What is left of the term when the unknowns are put in, or nothing."""
    differences = [relation.difference for relation in relations]
    defined = [relation.lead for relation in relations]
    seconds = min(_MOST_SECONDS, budget.seconds_left())
    rest, parts = eliminated(term, differences, defined, seconds)
    multiples = []
    for number, factor, word in parts:
        relation = relations[number]
        multiples.append(Multiple(relation.theorem, factor, word, (), relation.adjoint))
    return Reduction(rest, multiples)


def _has_sums(term: Term) -> bool:
    return any(monomial.bound or monomial.deltas for monomial in term.monomials)
