"""Audit of hypotheses: what should make one look at a claim again.

Main results: `audit`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from derive.deciding.claims.expressions import ONE, ZERO, Expression, Relation, Symbol
from derive.deciding.claims.problem import Problem
from derive.deciding.proving.proof import Proof, prove

if TYPE_CHECKING:
    from derive.deciding.reading import Reading
    from derive.deciding.verdict import Verdict

_SECONDS = 1.0
_MOST_NAMES = 6


def audit(reading: Reading, verdict: Verdict, seed: int = 0) -> tuple[str, ...]:
    """The warnings about a claim that has been decided."""
    return (*reading.warnings, *_about_hypotheses(reading.problem, verdict, seed))


def _about_hypotheses(problem: Problem, verdict: Verdict, seed: int) -> Iterator[str]:
    if not problem.given:
        return
    if isinstance(_shown(problem, Relation("=", ONE, ZERO)), Proof):
        yield "the hypotheses contradict each other: 1 = 0 follows from them"
        return
    if verdict.counterexample is None and not _has_model(problem, seed):
        yield "possibly vacuous: no model of the hypotheses was found"
    yield from _trivial(problem)
    if verdict.certificate is not None:
        yield from _unused(problem, verdict.certificate.proof)


def _shown(problem: Problem, claim: Relation) -> object:
    from derive.deciding.stating.matrices import expanded

    return prove(expanded(Problem((claim,), problem.given, problem.names)).problem, _SECONDS)


def _has_model(problem: Problem, seed: int) -> bool:
    from derive.deciding.decision import refute

    falsity = Problem((Relation("=", ONE, ZERO),), problem.given, problem.names)
    return refute(falsity, _SECONDS, seed) is not None


def _trivial(problem: Problem) -> Iterator[str]:
    """Symbols that the hypotheses force to be 0, 1, or each other, without saying so."""
    from derive.deciding.writing import as_text

    names = [Symbol(name) for name, one in problem.names.items() if one.kind != "function"]
    used = names[:_MOST_NAMES]
    pairs: list[tuple[Expression, Expression]] = [(s, v) for s in used for v in (ZERO, ONE)]
    pairs += [(s, t) for place, s in enumerate(used) for t in used[place + 1 :]]
    for left, right in pairs:
        claim = Relation("=", left, right)
        if claim in (*problem.given, *problem.claims) or not _is_well_formed(problem, claim):
            continue
        if isinstance(_shown(problem, claim), Proof):
            yield f"the hypotheses force {as_text(claim)}"


def _is_well_formed(problem: Problem, claim: Relation) -> bool:
    from derive.deciding.reading.types import check_relation
    from derive.language.errors import LanguageError

    try:
        check_relation(claim, problem.names)
    except LanguageError:
        return False
    return True


def _unused(problem: Problem, proof: Proof) -> Iterator[str]:
    from derive.deciding.writing import as_text

    labels = {grant.label for case in proof.cases for grant in case.grants}
    divisors = {name for case in proof.cases for name in case.abstraction.nonzero}
    for place, relation in enumerate(problem.given, 1):
        used = f"hypothesis {place}" in labels
        if not used and not (isinstance(relation.left, Symbol) and relation.left.name in divisors):
            yield f"the hypothesis {as_text(relation)} was not used"
