"""The search for a proof of one formula from named facts.

Facts are theorems: equations rewrite, clauses are applied forwards where facts meet their
premises and backwards where their conclusion is what is wanted.

Main results: `Search`, `NotProved`.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from contextlib import suppress

from derive.kernel.atoms import Index, KernelError
from derive.kernel.formulas import Clause, Equation, Formula, NonNegative, image, renaming
from derive.kernel.rules import Multiple, Theorem
from derive.kernel.substitutions import Replacement, Substitution
from derive.kernel.terms import Term, identity
from derive.prover import ordering
from derive.prover.budget import Budget, SearchExhausted
from derive.prover.clauses import aimed_at, known_from
from derive.prover.conclusions import bounded, identity_theorem
from derive.prover.detours import DETOURS, INNER_DETOURS, Detour
from derive.prover.failures import NotProved as NotProved
from derive.prover.recorder import Recorder
from derive.prover.relations import Relation, instantiate, relations_of, weight
from derive.prover.resolutions import insertions
from derive.prover.rewriting import Reduction, completed, reduce, value_of_multiple
from derive.prover.scalars import vanish

_ROUNDS = 3
_MOST_RELATIONS = 60
_MOST_COMPLETING = 1_000
_MOST_ABOVE = 4


class Search:
    """One search: its recorder and its budget."""

    def __init__(self, recorder: Recorder, budget: Budget) -> None:
        self.recorder = recorder
        self.budget = budget
        self._detours: list[Sequence[Detour]] = [INNER_DETOURS, DETOURS]
        self._relations: dict[int, tuple[Theorem, list[Relation]]] = {}

    def prove(self, goal: Formula, facts: Sequence[Theorem]) -> Theorem:
        """A theorem with the goal as conclusion.

        Raises:
            NotProved: with what is left over.
        """
        try:
            return self._directly(goal, facts)
        except NotProved as failure:
            proved = None if failure.exhausted else self._by_detours(goal, facts)
            if proved is None:
                raise
            return proved

    def _by_detours(self, goal: Formula, facts: Sequence[Theorem]) -> Theorem | None:
        """What a detour proves; inside of it fewer are tried."""
        if isinstance(goal, Clause) or not self._detours:
            return None
        detours = self._detours.pop()
        try:
            for detour in detours:
                with suppress(KernelError, NotProved):
                    proved = detour(self, goal, facts)
                    if proved is not None:
                        return proved
        except SearchExhausted:
            pass
        finally:
            self._detours.append(detours)
        return None

    def _directly(self, goal: Formula, facts: Sequence[Theorem]) -> Theorem:
        for fact in facts:
            if fact.conclusion == goal:
                return fact
        if isinstance(goal, Equation):
            return self._equation(goal, facts)
        if isinstance(goal, NonNegative):
            return self._order(goal, facts)
        return self._clause(goal, facts)

    def _clause(self, goal: Clause, facts: Sequence[Theorem]) -> Theorem:
        fresh = tuple(v._replace(name=self.recorder.fresh_name()) for v in goal.variables)
        put = renaming(goal.variables, fresh)
        premises = [image(premise, put) for premise in goal.premises]
        assumed = [self.recorder.step("assume", premise) for premise in premises]
        proved = self.prove(image(goal.conclusion, put), [*facts, *assumed])
        return self.recorder.step("generalise", proved, fresh, premises)

    def _order(self, goal: NonNegative, facts: Sequence[Theorem]) -> Theorem:
        known = known_from(self.recorder, self.budget, facts, goal.term)
        try:
            reduction = self._reduced(goal.term, known)
        except SearchExhausted:
            raise NotProved(goal, goal.term, exhausted=True) from None
        found = ordering.nonnegative(self.recorder, reduction.rest, known)
        if found is None:
            raise NotProved(goal, reduction.rest, reduction.exhausted)
        equation = self.recorder.step("combination", goal.term, bounded(found), reduction.multiples)
        return self.recorder.step("order", equation, [found])

    def _equation(self, goal: Equation, facts: Sequence[Theorem]) -> Theorem:
        difference = goal.left - goal.right
        if not difference:
            return identity_theorem(self.recorder, goal.left, goal.right)
        known = known_from(self.recorder, self.budget, facts, difference)
        try:
            reduction = self._reduced(difference, known)
        except SearchExhausted:
            raise NotProved(goal, difference, exhausted=True) from None
        if reduction.rest:
            reduction = self._with_identity_resolved(reduction, known) or reduction
        if not reduction.rest:
            with suppress(KernelError):
                return self.recorder.step("combination", goal.left, goal.right, reduction.multiples)
            raise NotProved(goal, difference, exhausted=True)
        for fact in known:
            proved = self._backwards(goal, fact, facts)
            if proved is not None:
                return proved
        raise NotProved(goal, reduction.rest, reduction.exhausted)

    def _reduced(self, term: Term, facts: Sequence[Theorem]) -> Reduction:
        """What is left of a term after rewriting and eliminating, or nothing after completing."""
        relations = self._all_relations(facts)
        plain = self._normal(term, relations)
        if not plain.rest:
            return plain
        heaviest = _MOST_ABOVE + max(weight(m) for m in (*term.monomials, *plain.rest.monomials))
        steps = min(_MOST_COMPLETING, self.budget.steps)
        inner = Budget(steps, self.budget.seconds_left())
        found = self._by_completing(term, relations, inner, heaviest)
        try:
            self.budget.spend(steps - inner.steps)
        except SearchExhausted:
            plain.exhausted = True
        return found or plain

    def _all_relations(self, facts: Sequence[Theorem]) -> list[Relation]:
        """The relations of all facts; those of each are made once."""
        for fact in facts:
            if id(fact) not in self._relations:
                self._relations[id(fact)] = fact, list(relations_of(fact))
        return [relation for fact in facts for relation in self._relations[id(fact)][1]]

    def _by_completing(
        self, term: Term, relations: Sequence[Relation], budget: Budget, heaviest: int
    ) -> Reduction | None:
        """How nothing is left of a term, after a few rounds of completion."""
        seen, before = 0, (0, term)
        for _ in range(_ROUNDS):
            grown = completed(self.recorder, relations, budget, heaviest, seen)
            if len(grown) == len(relations) or seen > _MOST_RELATIONS:
                return None
            seen, relations = len(relations), grown
            try:
                scalars, words = _kinds(relations)
                after = len(scalars), reduce(self.recorder, term, words, budget).rest
                if after == before:
                    continue
                before, reduction = after, self._normal(term, relations, budget)
            except SearchExhausted:
                return None
            if not reduction.rest:
                return reduction
        return None

    def _with_identity_resolved(
        self, reduction: Reduction, facts: Sequence[Theorem]
    ) -> Reduction | None:
        """Put a resolution of the identity, Σ|i><i| = 1, into what is left."""
        relations = self._all_relations(facts)
        for resolution, multiples in insertions(reduction.rest, relations):
            values = map(value_of_multiple, multiples)
            inserted = functools.reduce(Term.__sub__, values, reduction.rest)
            others = [relation for relation in relations if relation is not resolution]
            after = self._normal(inserted, others)
            last = self._normal(after.rest, relations)
            if not last.rest:
                used = [reduction, Reduction(inserted, multiples), after, last]
                return Reduction(last.rest, [one for part in used for one in part.multiples])
        return None

    def _normal(
        self, term: Term, relations: Sequence[Relation], budget: Budget | None = None
    ) -> Reduction:
        """Rewrite words, then solve the scalars, until nothing changes."""
        budget = budget or self.budget
        scalars, words = _kinds(relations)
        reduction = Reduction(term)
        while True:
            part = reduce(self.recorder, reduction.rest, words, budget)
            last = vanish(self.recorder, part.rest, scalars, budget)
            changed = last.rest != part.rest
            reduction.rest = last.rest
            reduction.multiples += part.multiples + last.multiples
            if not words or not changed or not reduction.rest:
                return reduction

    def _backwards(self, goal: Equation, fact: Theorem, facts: Sequence[Theorem]) -> Theorem | None:
        """The goal by a clause that ends in X = 0 (or X = Y) for all X that meet its premises."""
        formula = fact.conclusion
        bindings = aimed_at(goal, formula)
        if bindings is None or not isinstance(formula, Clause):
            return None
        others = [other for other in facts if other is not fact]
        try:  # an X of another type than the goal does not fit
            put = Substitution(
                {v: x if isinstance(x, Index) else Replacement(x) for v, x in bindings.items()}
            )
            premises = [self._directly(image(p, put), others) for p in formula.premises]
            proved = instantiate(self.recorder, fact, bindings, tuple(premises))
        except (KernelError, NotProved):
            return None
        if proved.conclusion == goal:
            return proved
        multiple = [Multiple(proved, identity(), identity())]
        return self.recorder.step("combination", goal.left, goal.right, multiple)


def _kinds(relations: Sequence[Relation]) -> tuple[list[Relation], list[Relation]]:
    """The equations between scalars, and those that rewrite words."""
    scalars = [r for r in relations if r.difference.is_scalar and not r.variables]
    return scalars, [r for r in relations if r.variables or not r.difference.is_scalar]
