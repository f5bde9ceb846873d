"""Solving equations between scalars, one unknown after the other.

An equation in which a scalar stands only once, and times units only, says what that scalar is;
it is put into everything else.  What is left goes to `derive.prover.elimination`.

Main results: `vanish`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from derive.kernel import exponents
from derive.kernel.atoms import C, KernelError
from derive.kernel.rules import Multiple, Theorem
from derive.kernel.terms import Monomial, Term, Word, identity, number, zero
from derive.prover.budget import Budget, SearchExhausted
from derive.prover.conclusions import sides
from derive.prover.elimination import cofactors
from derive.prover.matching import scalar_power, word_term
from derive.prover.recorder import Recorder
from derive.prover.relations import Relation, inverse_term, relations_of
from derive.prover.rewriting import Reduction, reduce, value_of_multiple

_MOST_EQUATIONS = 12
_MOST_SECONDS = 3.0


@dataclass(frozen=True)
class Solution:
    """`base = value`, as a theorem."""

    base: Word
    value: Term
    inverse: Term | None
    theorem: Theorem


def vanish(
    recorder: Recorder, term: Term, relations: Sequence[Relation], budget: Budget
) -> Reduction:
    """Reduce a term by equations between scalars; nothing is left if they make it vanish."""
    solutions: list[Solution] = []
    all_given: list[Theorem] = []
    hard: list[Theorem] = []
    for relation in relations:
        budget.spend()
        if not relation.adjoint or len(relations) <= _MOST_EQUATIONS:
            all_given.append(_vanishing(recorder, relation, []))
        theorem = _vanishing(recorder, relation, solutions)
        solution = _solved(recorder, theorem, relation)
        if solution is not None:
            solutions.append(solution)
        elif sides(theorem)[0]:
            hard.append(theorem)
    reduction = _substituted(term, solutions)
    if not reduction.rest or not relations:
        return reduction
    rules = [rule for theorem in hard for rule in relations_of(theorem)]
    rewritten = reduce(recorder, reduction.rest, rules, budget)
    if not rewritten.rest:
        return Reduction(rewritten.rest, reduction.multiples + rewritten.multiples)
    solved = {solution.base for solution in solutions}
    left = {word for monomial in reduction.rest.monomials for word, _ in monomial.scalars}
    attempts = [(reduction, hard)]
    if hard or left & solved:
        attempts.append((Reduction(term), all_given))
    for start, vanishing in attempts:
        eliminated = _eliminated(start, vanishing, budget)
        if not eliminated.rest:
            return eliminated
    return reduction


def _eliminated(reduction: Reduction, vanishing: Sequence[Theorem], budget: Budget) -> Reduction:
    """What Gröbner bases leave of the rest of a reduction, if they are found in time."""
    result = Reduction(reduction.rest, list(reduction.multiples))
    if not 0 < len(vanishing) <= _MOST_EQUATIONS:
        return result
    for word, coefficient in _by_word(reduction.rest):
        budget.spend()
        try:
            with budget.at_most(_MOST_SECONDS):
                found = cofactors(coefficient, [sides(theorem)[0] for theorem in vanishing])
        except SearchExhausted:
            return result
        for theorem, cofactor in zip(vanishing, found or [], strict=bool(found)):
            if cofactor:
                multiple = Multiple(theorem, cofactor, word)
                result.multiples.append(multiple)
                result.rest = result.rest - value_of_multiple(multiple)
    return result


def _by_word(term: Term) -> list[tuple[Term, Term]]:
    """The term as a sum of operators times scalars; sums over indices stay whole."""
    if term.is_scalar:
        return [(identity(), term)]
    parts: dict[Word, Term] = {}
    for monomial, c in term.monomials.items():
        if not monomial.bound and not monomial.deltas:
            scalar = Term(C, C, {monomial._replace(word=()): c})
            parts[monomial.word] = parts.get(monomial.word, zero()) + scalar
    space = term.codomain
    return [(word_term(word, space), scalar) for word, scalar in parts.items()]


def _vanishing(recorder: Recorder, relation: Relation, solutions: list[Solution]) -> Theorem:
    """The theorem g = 0 of the relation, with the earlier solutions put in."""
    reduction = _substituted(relation.difference, solutions)
    multiples = [Multiple(relation.theorem, identity(), identity(), (), relation.adjoint)]
    multiples += [m._replace(left=-m.left) for m in reduction.multiples]
    return recorder.step("combination", reduction.rest, zero(), multiples)


def _solved(recorder: Recorder, theorem: Theorem, relation: Relation) -> Solution | None:
    """The equation solved for a scalar that stands in one monomial only, times units."""
    vanishing, _ = sides(theorem)
    candidates = []
    for monomial, c in vanishing.monomials.items():
        if monomial.bound or monomial.deltas or monomial.sign or monomial.imaginary:
            continue
        for word, power in monomial.scalars:
            whole = exponents.as_integer(power)
            others = [w for w, _ in monomial.scalars if w != word]
            alone = all(_is_unit(w) for w in others)
            once = sum(_occurs(word, m) for m in vanishing.monomials) == 1
            if whole in (1, -1) and alone and once:
                beside = tuple(pair for pair in monomial.scalars if pair[0] != word)
                unit = Term(C, C, {monomial._replace(scalars=beside): c})
                base = scalar_power(word, exponents.ONE)
                value = base**whole - vanishing * inverse_term(unit)
                rank = _rank(word, monomial, value, relation)
                candidates.append((rank, word, value, inverse_term(unit), whole))
    for _, word, value, scale, whole in sorted(candidates, key=lambda found: found[0]):
        base = scalar_power(word, exponents.ONE)
        inverse = _inverse_or_none(value)
        if whole == -1:
            if inverse is None:
                continue
            value, inverse, scale = inverse, value, -base * inverse * scale
        solved = recorder.step("combination", base, value, [Multiple(theorem, scale, identity())])
        return Solution(word, value, inverse if _is_unit(word) else None, solved)
    return None


def _inverse_or_none(term: Term) -> Term | None:
    try:
        return inverse_term(term)
    except KernelError:
        return None


def _rank(
    word: Word, monomial: Monomial, value: Term, relation: Relation
) -> tuple[bool, bool, bool, int]:
    """The order of candidates: first those that can be put below a line, then what is defined."""
    alone = len(monomial.scalars) == 1
    blocked = _is_unit(word) and _inverse_or_none(value) is None
    return blocked, not (monomial == relation.lead and alone), not alone, len(word)


def _is_unit(word: Word) -> bool:
    return len(word) == 1 and "invertible" in word[0][0].atom.properties


def _occurs(word: Word, monomial: Monomial) -> bool:
    """Whether the scalar, or the atom of it under a symbol, stands in the monomial."""
    if any(base == word for base, _ in monomial.scalars):
        return True
    atoms = {here.atom for here, _ in word} if len(word) == 1 else set()
    hidden = [monomial.sign, *(power for _, power in monomial.scalars)]
    exponent_atoms = {atom for p in hidden for names, _ in p for atom in names}
    return bool(atoms & exponent_atoms)


def _substituted(term: Term, solutions: Sequence[Solution]) -> Reduction:
    reduction = Reduction(term)
    for solution in solutions:
        for monomial, c in list(reduction.rest.monomials.items()):
            multiple = _replacing(reduction.rest, monomial, c, solution)
            if multiple is not None:
                reduction.multiples.append(multiple)
                reduction.rest = reduction.rest - value_of_multiple(multiple)
    return reduction


def _replacing(term: Term, monomial: Monomial, c: object, solution: Solution) -> Multiple | None:
    """The multiple of base = value that takes the base out of one monomial."""
    power = next((p for word, p in monomial.scalars if word == solution.base), exponents.ZERO)
    whole = exponents.as_integer(power)
    if not whole or (whole < 0 and solution.inverse is None):
        return None
    kept = tuple(pair for pair in monomial.scalars if pair[0] != solution.base)
    rest = Term(term.codomain, term.domain, {monomial._replace(scalars=kept): c}) * identity()  # type: ignore[dict-item]
    base, value = scalar_power(solution.base, exponents.ONE), solution.value
    scale = number(1)
    if whole < 0 and solution.inverse is not None:
        scale = -(base**-1) * solution.inverse
        base, value, whole = base**-1, solution.inverse, -whole
    series = zero()
    for k in range(whole):
        series = series + base**k * value ** (whole - 1 - k)
    return Multiple(solution.theorem, scale * series, rest)
