"""Powers of commuting operators: of XY = YX follows X^n Y = Y X^n for all n, by induction.

Main results: `power_commutations`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from derive.kernel.atoms import Atom, natural_atom
from derive.kernel.exponents import ONE, as_integer
from derive.kernel.formulas import Equation, Formula
from derive.kernel.rules import Multiple, Theorem
from derive.kernel.terms import Letter, Term, identity, letter, single
from derive.prover.recorder import Recorder


def power_commutations(
    recorder: Recorder, goals: Sequence[Formula], facts: Sequence[Theorem]
) -> Iterator[Theorem]:
    """For each symbolic power X^n in the goals, X^n Y = Y X^n for all Y that X commutes with."""
    raised = {one for goal in goals for one in _raised(goal)}
    if not raised:
        return
    for fact in facts:
        for first, second in _commuting(fact):
            if first in raised or second.atom.name.startswith("base@"):
                yield _of_powers(recorder, fact, single(first, ONE), single(second, ONE))


def _raised(goal: Formula) -> Iterator[Letter]:
    """The letters with symbolic exponents."""
    if not isinstance(goal, Equation):
        return
    for side in (goal.left, goal.right):
        for monomial in side.monomials:
            yield from (here for here, power in monomial.word if as_integer(power) is None)


def _commuting(fact: Theorem) -> Iterator[tuple[Letter, Letter]]:
    """The letters X and Y, and Y and X, of an equation XY = YX."""
    formula = fact.conclusion
    if not isinstance(formula, Equation) or formula.left.is_scalar:
        return
    words = [m.word for m in (formula.left - formula.right).monomials]
    if len(words) != 2 or words[0] != words[1][::-1] or len(words[0]) != 2:
        return
    (first, one), (second, other) = words[0]
    product, reverse = (
        single(first, one) * single(second, other),
        single(second, other) * single(first, one),
    )
    if one == other == ONE and formula.left - formula.right in (
        product - reverse,
        reverse - product,
    ):
        yield first, second
        yield second, first


def _of_powers(recorder: Recorder, fact: Theorem, first: Term, second: Term) -> Theorem:
    """X^n Y = Y X^n, as X (X^n Y - Y X^n) + (XY - YX) X^n = X^(n+1) Y - Y X^(n+1)."""
    n: Atom = natural_atom(recorder.fresh_name())
    power, unit = first ** letter(n), identity(first.codomain)
    start = recorder.step("combination", second, second, [])
    goal = Equation(power * second, second * power)
    assumed = recorder.step("assume", goal)
    formula = fact.concludes(Equation)
    same = formula.left - formula.right == first * second - second * first
    multiples = [
        Multiple(assumed, first, unit),
        Multiple(fact, unit if same else -unit, power),
    ]
    following = first ** (letter(n) + identity())
    step = recorder.step("combination", following * second, second * following, multiples)
    return recorder.step("induction", start, step, n, goal)
