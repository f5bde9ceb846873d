"""Proofs by induction of equations and orders between sequences.

What is left of an equation, after recursions and facts have been used, is proved by induction on a
natural number in it; what is left of the step, after the hypothesis has been used, again.

Main results: `Inducing`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from fractions import Fraction
from functools import reduce

from derive.deciding.proving.closed_forms import closed_forms
from derive.deciding.proving.descending import definition, descended
from derive.deciding.proving.growth import growth
from derive.deciding.proving.powers_of_known import power_equations
from derive.deciding.proving.unfolding import Unfolding, leads, sequences, variables_of
from derive.kernel.atoms import NATURAL, Atom, KernelError, natural_atom
from derive.kernel.exponents import as_integer
from derive.kernel.formulas import Clause, Equation, Formula, NonNegative, free
from derive.kernel.rules import Multiple, Theorem
from derive.kernel.substitutions import Replacement, Substitution
from derive.kernel.terms import Monomial, Term, identity, letter, single, zero
from derive.prover.budget import Budget
from derive.prover.conclusions import bounded
from derive.prover.elimination import eliminated
from derive.prover.ordering import nonnegative
from derive.prover.polynomials import factors
from derive.prover.recorder import Recorder

_ANY = "any@n"
_DEEPEST = 5
_MOST_MONOMIALS = 60
_SECONDS = 0.5
_MOST_IN_ORDER = 24


class Inducing:
    """Proofs from facts and recursions.

    Args:
        recorder: makes the steps.
        facts: theorems without recursions.
        unfolding: the recursions.
        budget: how long it may take.
    """

    def __init__(
        self, recorder: Recorder, facts: Sequence[Theorem], unfolding: Unfolding, budget: Budget
    ) -> None:
        self.recorder = recorder
        self.unfolding = unfolding
        self.budget = budget
        self.equations = [fact for fact in facts if _is_scalar_equation(fact.conclusion)]
        self.constants = {
            place: fact
            for fact in self.equations
            if (place := definition(fact)) is not None and not variables_of(place)
        }
        known = {id(fact) for fact in self.constants.values()}
        self.equations = [fact for fact in self.equations if id(fact) not in known]
        self.mentions = any(True for f in self.equations for t in _sides(f) for _ in sequences(t))
        self.orders = [fact for fact in facts if isinstance(fact.conclusion, NonNegative)]

    def prove(self, goal: Formula) -> Theorem | None:
        """A theorem with the goal as conclusion, or None."""
        if isinstance(goal, Equation) and goal.left.is_scalar:
            term = goal.left - goal.right
            found = self._vanishing(term, _DEEPEST) or self._unreduced(term)
            return found and self._combined(goal.left, goal.right, found, identity())
        if isinstance(goal, NonNegative):
            return self._order(goal.term, _DEEPEST)
        return None

    def _unreduced(self, term: Term) -> Theorem | None:
        """That a term is 0, by induction before its recursions have been used."""
        for n in self._variables(term):
            with suppress(KernelError):
                found = self._by_induction(term, n, _DEEPEST - 1)
                if found is not None:
                    return found
        return None

    def unequal(self, goal: Clause) -> Theorem | None:
        """That s = t ⇒ 1 = 0, where s is at least t + 1."""
        if goal.variables or goal.conclusion != Equation(identity(), zero()):
            return None
        (premise,) = goal.premises
        if not isinstance(premise, Equation) or not premise.left.is_scalar:
            return None
        difference = premise.left - premise.right
        found = self._order(difference - identity(), _DEEPEST)
        if found is None:
            return None
        assumed = self.recorder.step("assume", premise)
        multiple = [Multiple(assumed, -identity(), identity())]
        equation = self.recorder.step("combination", -identity(), bounded(found), multiple)
        below = self.recorder.step("order", equation, [found])
        above = self.recorder.step("nonnegative power", Fraction(1), identity())
        absurd = self.recorder.step("antisymmetry", above, below)
        return self.recorder.step("generalise", absurd, [], [premise])

    def close(self) -> bool:
        """Prove closed forms of the sums of powers; whether there are any."""
        n = natural_atom(_ANY)
        found = [
            theorem
            for recursions in list(self.unfolding.recursions.values())
            for recursion in recursions
            for form in closed_forms(recursion, n)
            if (theorem := self.prove(form)) is not None
        ]
        for theorem in found:
            with suppress(KernelError):
                self.unfolding.add(self.recorder.step("generalise", theorem, [n], []))
        return bool(found)

    # equations

    def _vanishing(self, term: Term, depth: int) -> Theorem | None:
        """The theorem that a term is 0."""
        rest, multiples = self._reduced(term, [])
        return self._from_rest(term, rest, multiples, depth)

    def _from_rest(
        self, term: Term, rest: Term, multiples: list[Multiple], depth: int
    ) -> Theorem | None:
        """The theorem that a term is 0, which multiples of equations leave a rest of."""
        if rest:
            last = self._factored(rest, depth) if _worth(rest) and depth else None
            if last is None:
                return None
            multiples = [*multiples, Multiple(last, identity(), identity())]
        return self.recorder.step("combination", term, zero(), multiples)

    def _factored(self, term: Term, depth: int) -> Theorem | None:
        """That a term is 0, as one of its factors is."""
        _, parts = factors(term)
        for part, _ in parts:
            if not _worth(part):
                continue
            for n in self._variables(part):
                self.budget.spend()
                with suppress(KernelError):
                    found = self._by_induction(part, n, depth - 1)
                    if found is not None:
                        return self._times(term, found)
        return None

    def _times(self, term: Term, factor: Theorem) -> Theorem:
        """The term is 0, as a multiple of the factor that is."""
        vanishing = factor.concludes(Equation).left
        rest, parts = eliminated(term, [vanishing], [], _SECONDS)
        if rest:
            raise KernelError("the factor does not divide the term")
        multiples = [Multiple(factor, part.factor, part.word) for part in parts]
        return self.recorder.step("combination", term, zero(), multiples)

    @contextmanager
    def _apart_from(self, n: Atom) -> Iterator[None]:
        """Without the facts that speak of a natural, as it is to be any."""
        before = self.equations, self.orders
        self.equations = [fact for fact in self.equations if not _speaks_of(fact, n)]
        self.orders = [fact for fact in self.orders if not _speaks_of(fact, n)]
        try:
            yield
        finally:
            self.equations, self.orders = before

    def _by_induction(self, term: Term, n: Atom, depth: int) -> Theorem | None:
        with self._apart_from(n):
            return self._inductive(term, n, depth)

    def _inductive(self, term: Term, n: Atom, depth: int) -> Theorem | None:
        base = self._vanishing(_at(term, n, zero()), depth)
        if base is None:
            return None
        assumed = self.recorder.step("assume", Equation(term, zero()))
        following = _at(term, n, letter(n) + identity())
        rest, multiples = self._reduced(following, [assumed])
        step = self._from_rest(following, rest, multiples, depth)
        if step is None:
            return None
        clause = self.recorder.step("induction", base, step, n, Equation(term, zero()))
        return self.recorder.step("instance", clause, [Replacement(letter(n))], [], [])

    def _reduced(self, term: Term, more: Sequence[Theorem]) -> tuple[Term, list[Multiple]]:
        """What facts, recursions and further equations leave of a term, and their multiples."""
        self.budget.spend()
        mentioned = [side for fact in (*self.equations, *more) for side in _sides(fact)]
        last = [side for fact in more for side in _sides(fact)]
        unfolded = self.unfolding.equations([term, *mentioned], last)
        definitions = {place: fact for fact in unfolded if (place := definition(fact)) is not None}
        definitions = {**definitions, **self.constants}
        rest, factor, multiples = descended(term, definitions)
        used = {id(fact) for fact in definitions.values()} if not self.mentions else set()
        known = [*more, *(fact for fact in unfolded if id(fact) not in used), *self.equations]
        if _has_conjugates(rest):
            known += self._conjugates([*more, *unfolded, *self.constants.values()])
        known += power_equations(self.recorder, [rest, *mentioned], known)
        if known and rest:
            differences = [left - right for left, right in map(_sides, known)]
            seconds = max(min(_SECONDS, self.budget.seconds_left()), 0.001)
            rest, parts = eliminated(
                rest,
                differences,
                [*_standing(more, rest), *leads(unfolded), *leads(self.equations)],
                seconds,
            )
            for part in parts:
                whole = Multiple(known[part.number], factor * part.factor, part.word)
                multiples.append(whole)
        return factor * rest, multiples

    def _conjugates(self, facts: Sequence[Theorem]) -> Iterator[Theorem]:
        """The conjugates of equations, where they say something else."""
        for fact in facts:
            with suppress(KernelError):
                left, right = (side.adjoint() for side in _sides(fact))
                if (left, right) != _sides(fact):
                    multiple = Multiple(fact, identity(), identity(), (), True)
                    yield self.recorder.step("combination", left, right, [multiple])

    def _combined(self, left: Term, right: Term, fact: Theorem, factor: Term) -> Theorem:
        multiple = Multiple(fact, factor, identity())
        return self.recorder.step("combination", left, right, [multiple])

    def _variables(self, term: Term) -> Iterator[Atom]:
        """The naturals in a term, those in slots of sequences first."""
        slotted = set[Atom]().union(*map(variables_of, sequences(term)))
        every = {a for a in term.free if isinstance(a, Atom) and NATURAL in a.properties}
        plain = sorted(a for a in every if a == natural_atom(a.name))
        yield from sorted(plain, key=lambda atom: atom not in slotted)

    # orders

    def _order(self, term: Term, depth: int) -> Theorem | None:
        """The theorem that a term is at least 0."""
        self.budget.spend()
        rest, multiples = self._reduced(term, [])
        found = self._evident(rest) or (self._order_of_rest(rest, depth) if depth else None)
        if found is None:
            return None
        equation = self.recorder.step("combination", term, bounded(found), multiples)
        return self.recorder.step("order", equation, [found])

    def _evident(self, term: Term) -> Theorem | None:
        """The theorem for a sum of squares, of positives and of a few known orders."""
        if len(term.monomials) > _MOST_IN_ORDER:
            return None
        return nonnegative(self.recorder, term, self.orders)

    def _order_of_rest(self, term: Term, depth: int) -> Theorem | None:
        if len(term.monomials) > _MOST_IN_ORDER or not term.free:
            return None
        return self._order_of_factors(term, depth) or self._order_by_induction(term, depth)

    def _order_of_factors(self, term: Term, depth: int) -> Theorem | None:
        """The order of a product from those of its factors."""
        unit, parts = factors(term)
        if sum(times for _, times in parts) < 2:
            return None
        found = [self._order(part, depth - 1) for part, times in parts if times % 2]
        squares = [part ** (times - times % 2) for part, times in parts if times > 1]
        rest = reduce(Term.__mul__, squares, unit)
        outer = nonnegative(self.recorder, rest, self.orders)
        if outer is None or None in found:
            return None
        return self.recorder.step("nonnegative product", [outer, *found])

    def _order_by_induction(self, term: Term, depth: int) -> Theorem | None:
        for n in self._variables(term):
            with suppress(KernelError), self._apart_from(n):
                base = self._order(_at(term, n, zero()), depth - 1)
                step = self._order_step(term, n, depth - 1) if base else None
                if base is not None and step is not None:
                    goal = NonNegative(term)
                    clause = self.recorder.step("induction", base, step, n, goal)
                    return self.recorder.step("instance", clause, [Replacement(letter(n))], [], [])
        return None

    def _order_step(self, term: Term, n: Atom, depth: int) -> Theorem | None:
        """t[n + 1] as a multiple of t[n] plus what is again at least 0."""
        following = _at(term, n, letter(n) + identity())
        rest, multiples = self._reduced(following, [])
        assumed = self.recorder.step("assume", NonNegative(term))
        for factor in growth(term, rest):
            outer = nonnegative(self.recorder, factor, self.orders)
            other = self._order(rest - factor * term, depth) if outer else None
            if outer is not None and other is not None:
                part = self.recorder.step("nonnegative product", [outer, assumed])
                whole = bounded(part) + bounded(other)
                equation = self.recorder.step("combination", following, whole, multiples)
                return self.recorder.step("order", equation, [part, other])
        return self._order(following, depth - 1) if depth > 1 else None


def _sides(theorem: Theorem) -> tuple[Term, Term]:
    equation = theorem.concludes(Equation)
    return equation.left, equation.right


def _has_conjugates(term: Term) -> bool:
    """Whether the conjugate of a place of a sequence stands in the term."""
    words = [word for monomial in term.monomials for word, _ in monomial.scalars]
    return any(here.adjoint and here.arguments for word in words for here, _ in word)


def _speaks_of(fact: Theorem, n: Atom) -> bool:
    return any(n in free(hypothesis) for hypothesis in fact.hypotheses)


def _is_scalar_equation(formula: Formula) -> bool:
    return isinstance(formula, Equation) and formula.left.is_scalar


def _standing(facts: Sequence[Theorem], term: Term) -> Iterator[Monomial]:
    """The places in the facts that stand in the term: rather these are to be replaced."""
    places = set(sequences(term))
    for fact in facts:
        for side in _sides(fact):
            yield from (
                m for here in sequences(side) if here in places for m in single(here).monomials
            )


def _worth(term: Term) -> bool:
    """Whether induction may help: there are sequences or symbolic powers, and not too much."""
    if len(term.monomials) > _MOST_MONOMIALS:
        return False
    powers = [power for m in term.monomials for _, power in m.scalars]
    signs = any(monomial.sign for monomial in term.monomials)
    symbolic = any(as_integer(power) is None for power in powers)
    return signs or symbolic or any(True for _ in sequences(term))


def _at(term: Term, n: Atom, value: Term) -> Term:
    return Substitution({n: Replacement(value)}).term(term)
