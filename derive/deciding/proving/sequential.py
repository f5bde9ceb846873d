"""Goals with natural numbers in them: by induction first, then by search.

Main results: `prove_with_sequences`, `grounded`.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from derive.deciding.proving.inducting import Inducing
from derive.deciding.proving.unfolding import Unfolding, is_recursion, sequences, terms_of
from derive.kernel.atoms import NATURAL, Atom
from derive.kernel.formulas import Clause, Formula, free
from derive.kernel.rules import Theorem
from derive.prover.budget import Budget, SearchExhausted
from derive.prover.recorder import Recorder
from derive.prover.search import Search

_SHARE = 0.7
_MOST_STEPS = 20_000


def prove_with_sequences(
    search: Search, goals: Sequence[Formula], facts: Sequence[Theorem]
) -> list[Theorem]:
    """Theorems with the goals as conclusions.

    Raises:
        NotProved: with what is left over.
    """
    recorder = search.recorder
    plain, unfolding = _apart(recorder, facts)
    ground = _ground(goals, plain, unfolding)
    budget = Budget(_MOST_STEPS, search.budget.seconds_left() * _SHARE)
    inducing = Inducing(recorder, plain, unfolding, budget)
    return [_induced(inducing, goal) or search.prove(goal, ground) for goal in goals]


def grounded(
    recorder: Recorder, goals: Sequence[Formula], facts: Sequence[Theorem]
) -> list[Theorem]:
    """The facts with recursions only at the places of sequences that goals and facts name."""
    return _ground(goals, *_apart(recorder, facts))


def _apart(recorder: Recorder, facts: Sequence[Theorem]) -> tuple[list[Theorem], Unfolding]:
    """The facts without recursions, and these."""
    recursions = [fact for fact in facts if is_recursion(fact.conclusion)]
    plain = [fact for fact in facts if not is_recursion(fact.conclusion)]
    return plain, Unfolding(recorder, recursions)


def _ground(
    goals: Sequence[Formula], plain: Sequence[Theorem], unfolding: Unfolding
) -> list[Theorem]:
    formulas = (*goals, *(fact.conclusion for fact in plain))
    terms = [term for formula in formulas for term in terms_of(formula)]
    return [*plain, *unfolding.equations(terms)]


def _induced(inducing: Inducing, goal: Formula) -> Theorem | None:
    naturals = [v for v in free(goal) if isinstance(v, Atom) and NATURAL in v.properties]
    sequential = any(True for term in terms_of(goal) for _ in sequences(term))
    if not (naturals or sequential):
        return None
    with suppress(SearchExhausted):
        if isinstance(goal, Clause):
            return inducing.unequal(goal)
        found = inducing.prove(goal)
        return inducing.prove(goal) if found is None and inducing.close() else found
    return None
