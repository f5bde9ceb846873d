"""What follows from XY = YX: X^n Y = Y X^n and (XY)^n = X^n Y^n by induction, and for inverses.

Main results: `commutations`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from derive.kernel.atoms import natural_atom
from derive.kernel.exponents import ONE, Exponent, as_integer
from derive.kernel.formulas import Equation, Formula
from derive.kernel.rules import Multiple, Theorem
from derive.kernel.substitutions import Replacement
from derive.kernel.terms import Letter, Term, identity, letter, natural_term, single
from derive.prover.recorder import Recorder


def commutations(
    recorder: Recorder, goals: Sequence[Formula], facts: Sequence[Theorem]
) -> Iterator[Theorem]:
    """What follows from commutation for the powers with symbols and the inverses in the goals."""
    raised, inverted = set(_raised(goals)), set(_inverted(goals))
    exponents = sorted({power for _, power in _words(goals) if as_integer(power) is None})
    for fact in facts:
        for one, other in _commuting(fact):
            first, second = single(one, ONE), single(other, ONE)
            if {one, other} <= inverted:
                yield _of_inverses(recorder, fact, first, second)
            if not raised:
                continue
            powers = _of_powers(recorder, fact, first, second)
            if one in raised:
                yield powers
            for definition in facts:
                if _defines(definition, first * second):
                    product = _of_product(recorder, definition, powers, first, second)
                    yield from (_at(recorder, product, power) for power in exponents)


def _at(recorder: Recorder, clause: Theorem, power: Exponent) -> Theorem:
    """A law for all n at one exponent."""
    return recorder.step("instance", clause, [Replacement(natural_term(power))], [], [])


def _words(goals: Sequence[Formula]) -> Iterator[tuple[Letter, Exponent]]:
    for goal in goals:
        if isinstance(goal, Equation):
            for side in (goal.left, goal.right):
                for monomial in side.monomials:
                    yield from monomial.word


def _raised(goals: Sequence[Formula]) -> Iterator[Letter]:
    """The letters with symbolic exponents."""
    return (here for here, power in _words(goals) if as_integer(power) is None)


def _inverted(goals: Sequence[Formula]) -> Iterator[Letter]:
    """The letters with negative exponents."""
    return (here for here, power in _words(goals) if (as_integer(power) or 0) < 0)


def _defines(fact: Theorem, term: Term) -> bool:
    """Whether the fact says of a single letter that it is the term."""
    formula = fact.conclusion
    if not isinstance(formula, Equation) or formula.right != term:
        return False
    words = [monomial.word for monomial in formula.left.monomials]
    return len(words) == 1 and len(words[0]) == 1 and formula.left == single(words[0][0][0], ONE)


def _commuting(fact: Theorem) -> Iterator[tuple[Letter, Letter]]:
    """The letters X and Y, and Y and X, of an equation XY = YX."""
    formula = fact.conclusion
    if not isinstance(formula, Equation) or formula.left.is_scalar:
        return
    difference = formula.left - formula.right
    words = [monomial.word for monomial in difference.monomials]
    if len(words) != 2 or len(words[0]) != 2 or words[0] != words[1][::-1]:
        return
    (first, one), (second, other) = words[0]
    if one == other == ONE:
        x, y = single(first, ONE), single(second, ONE)
        if difference in (x * y - y * x, y * x - x * y):
            yield first, second
            yield second, first


def _sign(fact: Theorem, first: Term, second: Term) -> int:
    """1 for XY - YX, -1 for its opposite."""
    formula = fact.concludes(Equation)
    return 1 if formula.left - formula.right == first * second - second * first else -1


def _of_inverses(recorder: Recorder, fact: Theorem, first: Term, second: Term) -> Theorem:
    """X⁻¹Y⁻¹ = Y⁻¹X⁻¹, as Y⁻¹X⁻¹ (XY - YX) X⁻¹Y⁻¹ = X⁻¹Y⁻¹ - Y⁻¹X⁻¹."""
    forth, back = first**-1 * second**-1, second**-1 * first**-1
    outer = back if _sign(fact, first, second) > 0 else -back
    return recorder.step("combination", forth, back, [Multiple(fact, outer, forth)])


def _of_powers(recorder: Recorder, fact: Theorem, first: Term, second: Term) -> Theorem:
    """X^n Y = Y X^n, as X (X^n Y - Y X^n) + (XY - YX) X^n = X^(n+1) Y - Y X^(n+1)."""
    n = natural_atom(recorder.fresh_name())
    power, following = first ** letter(n), first ** (letter(n) + identity())
    unit = identity(first.codomain)
    goal = Equation(power * second, second * power)
    outer = unit if _sign(fact, first, second) > 0 else -unit
    multiples = [
        Multiple(recorder.step("assume", goal), first, unit),
        Multiple(fact, outer, power),
    ]
    start = recorder.step("combination", second, second, [])
    step = recorder.step("combination", following * second, second * following, multiples)
    return recorder.step("induction", start, step, n, goal)


def _of_product(
    recorder: Recorder, definition: Theorem, powers: Theorem, first: Term, second: Term
) -> Theorem:
    """B^n = X^n Y^n for B = XY.

    It is B^(n+1) - X^(n+1) Y^(n+1) = B (B^n - X^n Y^n) + (B - XY) X^n Y^n - X (X^n Y - Y X^n) Y^n.
    """
    n = natural_atom(recorder.fresh_name())
    base, unit = definition.concludes(Equation).left, identity(first.codomain)
    x, y = first ** letter(n), second ** letter(n)
    following = [one ** (letter(n) + identity()) for one in (base, first, second)]
    goal = Equation(base ** letter(n), x * y)
    moved = recorder.step("instance", powers, [Replacement(letter(n))], [], [])
    multiples = [
        Multiple(recorder.step("assume", goal), base, unit),
        Multiple(definition, unit, x * y),
        Multiple(moved, -first, y),
    ]
    start = recorder.step("combination", unit, unit, [])
    step = recorder.step("combination", following[0], following[1] * following[2], multiples)
    return recorder.step("induction", start, step, n, goal)
