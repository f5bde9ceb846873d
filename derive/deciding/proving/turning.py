"""Equations read the other way: a†a = aa† - 1 instead of aa† = a†a + 1.

The search rewrites the heaviest word of an equation.  Where two words weigh the same, it depends on
the claim which of them should be replaced; a proof by induction works with one choice only.

Main results: `readings`, `closed_forms`, `without_definitions`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from derive.deciding.stating.handling.grids import size_of
from derive.kernel.atoms import Atom
from derive.kernel.exponents import ONE
from derive.kernel.formulas import Equation, Formula, free
from derive.kernel.rules import Multiple, Theorem
from derive.kernel.terms import Monomial, Term, identity, number, zero
from derive.prover.budget import Budget
from derive.prover.recorder import Recorder
from derive.prover.relations import Relation, relations_of, weight
from derive.prover.rewriting import Reduction, reduce


def readings(recorder: Recorder, facts: Sequence[Theorem]) -> Iterator[list[Theorem]]:
    """The facts with their equations read the other way, if that changes something."""
    found = [_turned(recorder, fact) or fact for fact in facts]
    if any(one is not other for one, other in zip(found, facts, strict=True)):
        yield found


def without_definitions(
    recorder: Recorder, goal: Formula, facts: Sequence[Theorem], budget: Budget
) -> tuple[Reduction, list[Theorem]] | None:
    """What is left of a goal, and the facts, when letters give way to what defines them.

    None where no equation says of a single letter what it is, or the goal is no equation.
    """
    definitions = [one for fact in facts if (one := _definition(fact)) is not None]
    if not definitions or not isinstance(goal, Equation):
        return None
    defining = {id(one.theorem) for one in definitions}
    reduced = []
    for fact in facts:
        formula = fact.conclusion
        if id(fact) in defining or not isinstance(formula, Equation):
            continue
        rest = reduce(recorder, formula.left - formula.right, definitions, budget)
        if rest.multiples:
            multiples = [m._replace(left=-m.left) for m in rest.multiples]
            unit = identity(formula.left.codomain), identity(formula.left.domain)
            multiples.append(Multiple(fact, *unit))
            nothing = zero(*rest.rest.ends)
            reduced.append(recorder.step("combination", rest.rest, nothing, multiples))
    whole = reduce(recorder, goal.left - goal.right, definitions, budget)
    return (whole, [*facts, *reduced]) if whole.multiples else None


def closed_forms(goals: Sequence[Formula], facts: Sequence[Theorem]) -> bool:
    """Whether an exponential of an operator in a goal is known in closed form."""
    atoms = {v for goal in goals for v in free(goal) if isinstance(v, Atom)}
    wanted = {v for v in atoms if v.name.startswith("exp@") and size_of(v.domain) is None}
    return bool(wanted) and any(
        {here.atom for here, _ in one.lead.word} & wanted
        for fact in facts
        if (one := _definition(fact)) is not None
    )


def _definition(fact: Theorem) -> Relation | None:
    """The equation as a rule that replaces a letter which stands alone in it, and only once."""
    if not isinstance(fact.conclusion, Equation) or fact.conclusion.left.is_scalar:
        return None
    relation = next(iter(relations_of(fact)), None)
    if relation is None or relation.adjoint or relation.variables:
        return None
    for monomial, c in relation.difference.monomials.items():
        if monomial.scalars or len(monomial.word) != 1 or weight(monomial) != 1:
            continue
        atom = monomial.word[0][0].atom
        rest = relation.difference - Term(*relation.difference.ends, {monomial: c})
        if monomial.word[0][1] == ONE and atom not in rest.free:
            return replace(relation, lead=monomial, coefficient=c)
    return None


def _of_same_weight(relation: Relation) -> Monomial | None:
    """Another of the heaviest words."""
    heaviest = weight(relation.lead)
    others = (m for m in relation.difference.monomials if weight(m) == heaviest)
    return min((m for m in others if m != relation.lead), default=None)


def _turned(recorder: Recorder, fact: Theorem) -> Theorem | None:
    formula = fact.conclusion
    if not isinstance(formula, Equation) or formula.left.is_scalar:
        return None
    relation = next(iter(relations_of(fact)), None)
    if relation is None or relation.adjoint:
        return None
    chosen = _of_same_weight(relation)
    if chosen is None:
        return None
    scale = number(1 / relation.difference.monomials[chosen])
    left = Term(*relation.difference.ends, {chosen: Fraction(1)})
    right = left - relation.difference * scale
    multiple = Multiple(fact, scale, identity(relation.difference.domain))
    return recorder.step("combination", left, right, [multiple])
