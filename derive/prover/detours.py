"""Proofs by the rules that change the goal: for all vectors, squares, orders, induction, parity.

Each detour looks at a goal and its facts; where it may help, it has other goals proved and applies
its rule.  They are tried after everything else, and few of them one inside the other.

Main results: `DETOURS`, `INNER_DETOURS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import Protocol

from derive.kernel.atoms import NATURAL, Atom, C, KernelError, natural_atom
from derive.kernel.formulas import Clause, Equation, Formula, NonNegative, free, image
from derive.kernel.rules import Multiple, Theorem
from derive.kernel.substitutions import Replacement, Substitution
from derive.kernel.terms import Term, identity, letter, zero
from derive.prover.conclusions import bounded, sides
from derive.prover.failures import NotProved
from derive.prover.ordering import nonnegative
from derive.prover.recorder import Recorder

_MOST_SQUARED = 4


class Prover(Protocol):
    """What a detour needs of the search."""

    recorder: Recorder

    def prove(self, goal: Formula, facts: Sequence[Theorem]) -> Theorem:
        """A theorem with the goal as conclusion, or `NotProved`."""


Detour = Callable[[Prover, Formula, Sequence[Theorem]], Theorem | None]


def by_reality(search: Prover, goal: Formula, facts: Sequence[Theorem]) -> Theorem | None:
    """With r† = r for all r that are known to be at least 0."""
    real = [theorem for fact in facts for theorem in _real(search.recorder, fact)]
    return search.prove(goal, [*facts, *real]) if real and isinstance(goal, Equation) else None


def by_antisymmetry(search: Prover, goal: Formula, facts: Sequence[Theorem]) -> Theorem | None:
    """Of two scalars that are at least each other, where orders are known."""
    if not isinstance(goal, Equation) or not goal.left.is_scalar:
        return None
    if not any(isinstance(_ends_in(fact.conclusion), NonNegative) for fact in facts):
        return None
    difference = goal.left - goal.right
    above = nonnegative(search.recorder, difference, facts)
    below = above and nonnegative(search.recorder, -difference, facts)
    if not above or not below:
        return None
    return _as(search, goal, search.recorder.step("antisymmetry", above, below))


def by_extension(search: Prover, goal: Formula, facts: Sequence[Theorem]) -> Theorem | None:
    """X = Y from X v = Y v for a new ket v, where something is known of all kets."""
    if not isinstance(goal, Equation) or goal.left.domain == C:
        return None
    space = goal.left.domain
    if not any(_speaks_of_all(fact.conclusion, Atom("", space)) for fact in facts):
        return None
    ket = Atom(search.recorder.fresh_name(), space)
    v = letter(ket)
    applied = search.prove(Equation(goal.left * v, goal.right * v), facts)
    return search.recorder.step("extension", applied, goal.left, goal.right, ket)


def by_equal_maps(search: Prover, goal: Formula, facts: Sequence[Theorem]) -> Theorem | None:
    """With X = Y for all X and Y that are known to agree on all kets."""
    equal = [theorem for fact in facts for theorem in _equal_maps(search.recorder, fact)]
    return search.prove(goal, [*facts, *equal]) if equal else None


def by_definite(search: Prover, goal: Formula, facts: Sequence[Theorem]) -> Theorem | None:
    """That s = 0 from s†s = 0, where something is known of what s is made of."""
    if not isinstance(goal, Equation):
        return None
    root = goal.left - goal.right
    if len(root.monomials) > (1 if root.is_scalar else _MOST_SQUARED):
        return None
    if not any(free(fact.conclusion) & root.free for fact in facts):
        return None
    square = root.adjoint() * root
    vanishing = search.prove(Equation(square, zero(*square.ends)), facts)
    return _as(search, goal, search.recorder.step("definite", vanishing, root))


def by_induction(search: Prover, goal: Formula, facts: Sequence[Theorem]) -> Theorem | None:
    """The goal for 0, and for n+1 if for n."""
    for n in _new_naturals(goal, facts):
        following = _at(goal, n, letter(n) + identity())
        try:
            base = search.prove(_at(goal, n, zero()), facts)
            step = search.prove(following, [*facts, search.recorder.step("assume", goal)])
        except NotProved:
            continue
        clause = search.recorder.step("induction", base, step, n, goal)
        return search.recorder.step("instance", clause, [Replacement(letter(n))], [], [])
    return None


def by_parity(search: Prover, goal: Formula, facts: Sequence[Theorem]) -> Theorem | None:
    """The goal for even and for odd numbers, where the sign of something depends on them."""
    for n in _new_naturals(goal, facts):
        if n not in _in_signs(goal):
            continue
        k = natural_atom(search.recorder.fresh_name())
        twice = letter(k) + letter(k)
        even = search.prove(_at(goal, n, twice), facts)
        odd = search.prove(_at(goal, n, twice + identity()), facts)
        clause = search.recorder.step("parity", even, odd, n, k, goal)
        return search.recorder.step("instance", clause, [Replacement(letter(n))], [], [])
    return None


DETOURS: Sequence[Detour] = (
    by_reality,
    by_antisymmetry,
    by_equal_maps,
    by_extension,
    by_induction,
    by_parity,
    by_definite,
)
INNER_DETOURS: Sequence[Detour] = (by_antisymmetry, by_induction)
"""What may be tried inside a detour."""


def _as(search: Prover, goal: Equation, theorem: Theorem) -> Theorem:
    """The goal from the theorem that its difference is 0."""
    multiple = Multiple(theorem, identity(), identity())
    return search.recorder.step("combination", goal.left, goal.right, [multiple])


def _real(recorder: Recorder, fact: Theorem) -> Iterator[Theorem]:
    """That what is at least 0 is its own adjoint, where that says something."""
    if not isinstance(fact.conclusion, NonNegative):
        return
    term = bounded(fact)
    try:
        adjoint = term.adjoint()
    except KernelError:
        return
    if adjoint != term:
        multiple = Multiple(recorder.step("reality", fact), -identity(), identity())
        yield recorder.step("combination", adjoint, term, [multiple])


def _ends_in(formula: Formula) -> Formula:
    return formula.conclusion if isinstance(formula, Clause) else formula


def _speaks_of_all(formula: Formula, ket: Atom) -> bool:
    """Whether the formula is a clause without premises about all kets like this one."""
    if not isinstance(formula, Clause) or formula.premises:
        return False
    return any(v._replace(name=ket.name) == ket for v in formula.variables)


def _equal_maps(recorder: Recorder, fact: Theorem) -> Iterator[Theorem]:
    """X = Y from X v = Y v for all kets v."""
    clause = fact.conclusion
    if not isinstance(clause, Clause) or len(clause.variables) != 1 or clause.premises:
        return
    (bound,) = clause.variables
    if not isinstance(bound, Atom) or not _speaks_of_all(clause, Atom("", bound.codomain)):
        return
    ket = Atom(recorder.fresh_name(), bound.codomain)
    with suppress(KernelError):
        applied = recorder.step("instance", fact, [Replacement(letter(ket))], [], [])
        left, right = (_without(side, ket) for side in sides(applied))
        yield recorder.step("extension", applied, left, right, ket)


def _without(term: Term, ket: Atom) -> Term:
    """The map that the term applies to a ket; something else if it is none."""
    kept = {m._replace(word=m.word[:-1]): c for m, c in term.monomials.items()}
    return Term(term.codomain, ket.codomain, kept) * identity(ket.codomain)


def _new_naturals(goal: Formula, facts: Sequence[Theorem]) -> list[Atom]:
    """The natural variables of the goal that no fact and no hypothesis speaks of."""
    if isinstance(goal, Clause):
        return []
    formulas = [f for fact in facts for f in (fact.conclusion, *fact.hypotheses)]
    known = {variable for formula in formulas for variable in free(formula)}
    new = sorted(free(goal) - known)
    naturals = [v for v in new if isinstance(v, Atom) and NATURAL in v.properties]
    return [atom for atom in naturals if atom == natural_atom(atom.name) and atom.name[0] != "#"]


def _in_signs(goal: Formula) -> set[Atom]:
    """The natural variables in exponents of -1."""
    terms: list[Term] = []
    if isinstance(goal, Equation):
        terms = [goal.left, goal.right]
    elif isinstance(goal, NonNegative):
        terms = [goal.term]
    signs = [monomial.sign for term in terms for monomial in term.monomials]
    return {atom for sign in signs for atoms, _ in sign for atom in atoms}


def _at(formula: Formula, n: Atom, value: Term) -> Formula:
    return image(formula, Substitution({n: Replacement(value)}))
