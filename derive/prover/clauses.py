"""What clauses give: at the places that a goal speaks of, and where facts meet their premises.

Main results: `known_from`, `aimed_at`, `at_places`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, product

from derive.kernel.atoms import NATURAL, Atom, Index, KernelError, Variable
from derive.kernel.formulas import Clause, Equation, Formula
from derive.kernel.rules import Multiple, Theorem
from derive.kernel.terms import Term, identity, letter, zero
from derive.prover.budget import Budget
from derive.prover.conclusions import sides
from derive.prover.matching import slots_of, unify
from derive.prover.recorder import Recorder
from derive.prover.relations import Binding, instantiate

_ROUNDS = 3
_MOST_INSTANCES = 30


def known_from(
    recorder: Recorder, budget: Budget, facts: Sequence[Theorem], goal: Term
) -> list[Theorem]:
    """The facts, and what clauses give for what the goal and the other facts speak of."""
    known = [*(t for fact in facts for t in at_places(recorder, fact, goal)), *facts]
    conclusions = {fact.conclusion for fact in known}
    for _ in range(_ROUNDS):
        found = [t for clause in known for t in _forwards(recorder, budget, clause, known)]
        new = {t.conclusion: t for t in found if t.conclusion not in conclusions}
        if not new:
            break
        conclusions.update(new)
        known += new.values()
    return known


def aimed_at(goal: Equation, formula: Formula) -> dict[Variable, Binding] | None:
    """The values for which a clause with premises concludes the goal, if there are any."""
    if not isinstance(formula, Clause) or not formula.premises:
        return None
    wanted = formula.conclusion
    if not isinstance(wanted, Equation):
        return None
    patterns = frozenset(formula.variables)
    nothing = zero(goal.left.codomain, goal.left.domain)
    for left, right in ((goal.left, goal.right), (goal.left - goal.right, nothing)):
        bindings: dict[Variable, Binding] = {}
        fits = _binds(wanted.left, left, patterns, bindings)
        fits = fits and _binds(wanted.right, right, patterns, bindings)
        if fits and patterns == bindings.keys():
            return bindings
    return None


def at_places(recorder: Recorder, clause: Theorem, goal: Term) -> Iterator[Theorem]:
    """A clause about all indices or natural numbers, for those in the slots of the goal."""
    formula = clause.conclusion
    if not isinstance(formula, Clause) or formula.premises:
        return
    places = list(slots_of(goal))
    choices = [[value for over, value in places if over == _range(v)] for v in formula.variables]
    for values in islice(product(*choices), _MOST_INSTANCES):
        yield instantiate(recorder, clause, dict(zip(formula.variables, values, strict=True)))


def _range(variable: Variable) -> str:
    """What a bound index or natural number ranges over; nothing for another variable."""
    if isinstance(variable, Index):
        return variable.over
    return NATURAL if NATURAL in variable.properties and not variable.slots else ""


def _forwards(
    recorder: Recorder, budget: Budget, clause: Theorem, facts: Sequence[Theorem]
) -> Iterator[Theorem]:
    """The conclusions of a clause for all ways in which facts are its premises."""
    formula = clause.conclusion
    if not isinstance(formula, Clause) or not formula.premises:
        return
    patterns = frozenset(formula.variables)
    for bindings, used in _met(recorder, budget, formula.premises, facts, patterns, {}):
        if patterns == bindings.keys():
            try:
                yield instantiate(recorder, clause, bindings, used)
            except KernelError:
                continue


def _met(
    recorder: Recorder,
    budget: Budget,
    premises: tuple[Formula, ...],
    facts: Sequence[Theorem],
    patterns: frozenset[Variable],
    bindings: dict[Variable, Binding],
) -> Iterator[tuple[dict[Variable, Binding], tuple[Theorem, ...]]]:
    """The ways in which facts are the premises, with the values of the patterns."""
    if not premises:
        yield bindings, ()
        return
    premise, *others = premises
    for fact, extended in _fitting(recorder, premise, facts, patterns, bindings):
        budget.spend()
        for result, used in _met(recorder, budget, tuple(others), facts, patterns, extended):
            yield result, (fact, *used)


def _fitting(
    recorder: Recorder,
    premise: Formula,
    facts: Sequence[Theorem],
    patterns: frozenset[Variable],
    bindings: dict[Variable, Binding],
) -> Iterator[tuple[Theorem, dict[Variable, Binding]]]:
    """The equations among the facts, read either way, that are the premise for some values."""
    if not isinstance(premise, Equation):
        return
    for fact in facts:
        if not isinstance(fact.conclusion, Equation):
            continue
        left, right = sides(fact)
        for one, other in ((left, right), (right, left)):
            extended = dict(bindings)
            if unify(premise.left, one, patterns, extended) and unify(
                premise.right, other, patterns, extended
            ):
                turned = [Multiple(fact, -identity(), identity())]
                same = one is left
                yield fact if same else recorder.step("combination", one, other, turned), extended


def _binds(
    pattern: Term, target: Term, patterns: frozenset[Variable], bindings: dict[Variable, Binding]
) -> bool:
    """Like `unify`, but a pattern that is one variable takes any term of its type."""
    for variable in patterns:
        if isinstance(variable, Atom) and not variable.slots and pattern == letter(variable):
            return bindings.setdefault(variable, target) == target
    return unify(pattern, target, patterns, bindings)
