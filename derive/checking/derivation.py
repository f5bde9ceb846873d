"""From a lowered theorem to a certificate: the search, line by line.

Main results: `derive_claims`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

from derive.checking.citations import Placed
from derive.checking.reasons import ABOVE, UnknownReason, names_in
from derive.checking.statement import Lowered, LoweredPart, LoweredStep
from derive.kernel.atoms import KernelError
from derive.kernel.formulas import Equation, Formula, NonNegative, forall
from derive.kernel.rules import Multiple, Theorem
from derive.kernel.terms import Term, identity, number, zero
from derive.language import syntax
from derive.language.errors import LanguageError
from derive.language.lifting import Lifting
from derive.language.writer import write
from derive.location import Location
from derive.prover.budget import Budget, SearchExhausted
from derive.prover.conclusions import bounded, sides, sum_theorem
from derive.prover.recorder import Recorder
from derive.prover.search import NotProved, Search
from derive.theorem import TheoremError, Unproved

Facts = dict[str, list[Theorem]]

_CLAIM = 0
"""The number of a claim among failures; lines are counted from 1."""


def derive_claims(lowered: Lowered, timeout: float | None) -> str:
    """The certificate of the claims.

    Raises:
        TheoremError: with every line that fails, and what is left over of it.
    """
    return _Derivation(lowered, Budget(seconds=timeout)).certificate()


class _Derivation:
    """One run over the proof of a theorem."""

    def __init__(self, lowered: Lowered, budget: Budget) -> None:
        self.lowered = lowered
        self.theorem = lowered.theorem
        self.recorder = Recorder()
        self.search = Search(self.recorder, budget)
        self.failures: dict[int, TheoremError] = {}
        self.always = [self._assumed(formula) for formula in lowered.definitions]

    def certificate(self) -> str:
        facts: Facts = {
            name: [self._assumed(formula) for formula in formulas]
            for name, formulas in self.lowered.hypotheses.items()
        }
        for name, cited in self.lowered.citations.items():
            facts[name] = self._cite(name, cited)
        shown: list[Theorem] = []
        for part in self.lowered.parts:
            shown += self._part(part, facts, shown)
        named = [fact for theorems in facts.values() for fact in theorems]
        base = shown if self.lowered.parts else named
        places = self.lowered.claim_places
        claims = [
            self._claim(goal, place, base)
            for goal, place in zip(self.lowered.claims, places, strict=True)
        ]
        if self.failures:
            raise Unproved(self.failures, self.theorem.name)
        return self.recorder.certificate(claims)

    def _assumed(self, formula: Formula) -> Theorem:
        return self.recorder.step("assume", formula)

    def _cite(self, name: str, cited: Sequence[tuple[str, Placed]]) -> list[Theorem]:
        theorems = []
        for key, placed in cited:
            try:
                theorems.append(placed.use(self.recorder, key))
            except KernelError as error:
                place = self.theorem.place(None, name)
                raise self.theorem.error(f"hypothesis {name!r}: {error}", place) from None
        return theorems

    def _part(self, part: LoweredPart, facts: Facts, before: list[Theorem]) -> list[Theorem]:
        """What the calculations show, for all symbols that are new in what the part supposes."""
        supposed = {
            name: [self._assumed(formula) for formula in formulas]
            for name, formulas in part.supposed.items()
        }
        local = {**facts, **supposed}
        shown: list[Theorem] = []
        for calculation in part.calculations:
            lines: list[list[Theorem]] = []
            for step in calculation.steps:
                above = [*before, *shown, *(one for line in lines for one in line)]
                lines.append(self._step(step, local, above))
            shown += [one for line in lines for one in line]
            for goal, chain in zip(calculation.ends, zip(*lines, strict=True), strict=False):
                shown.append(self._ends(goal, chain))
        if not supposed:
            return shown
        premises = [formula for formulas in part.supposed.values() for formula in formulas]
        return [self._generalised(theorem, part, premises) for theorem in reversed(shown)]

    def _generalised(
        self, theorem: Theorem, part: LoweredPart, premises: Sequence[Formula]
    ) -> Theorem:
        if self.failures:  # a line that fails is assumed, and may speak of what is bound here
            return self._assumed(forall(part.variables, premises, theorem.conclusion))
        return self.recorder.step("generalise", theorem, list(part.variables), list(premises))

    def _step(self, step: LoweredStep, facts: Facts, above: list[Theorem]) -> list[Theorem]:
        location = self.theorem.place(step.step.position)
        try:
            names = names_in(step.step.reason, facts)
        except UnknownReason as error:
            message = f"the reason {error.phrase!r} names no hypothesis\nhint: {error.hint}"
            self.failures[self._number(step)] = self.theorem.malformed(message, location)
            return [self._assumed(goal) for goal in step.goals]
        usable = [fact for name in names for fact in (above if name == ABOVE else facts[name])]
        return [self._proved(goal, [*usable, *self.always], step, names) for goal in step.goals]

    def _proved(
        self, goal: Formula, facts: Sequence[Theorem], step: LoweredStep, names: Sequence[str]
    ) -> Theorem:
        try:
            return self.search.prove(goal, facts)
        except (NotProved, SearchExhausted) as failure:
            location = self.theorem.place(step.step.position)
            number = self._number(step)
            line = self._written(step.step)
            why = f" from {', '.join(names)}" if names else " by algebra alone"
            message = (
                f"step {number} does not follow{why}:\n    {line}\n{self._left(goal, failure)}"
            )
            self.failures.setdefault(number, self.theorem.error(message, location))
            return self._assumed(goal)

    def _number(self, step: LoweredStep) -> int:
        """Which line of the proof it is, counted from 1."""
        return 1 + next(k for k, one in enumerate(self.theorem.steps()) if one is step.step)

    def _ends(self, goal: Formula, lines: Sequence[Theorem]) -> Theorem:
        """What a chain says of its ends: the sum of its lines."""
        equal = [line for line in lines if isinstance(line.conclusion, Equation)]
        ordered = [line for line in lines if isinstance(line.conclusion, NonNegative)]
        if isinstance(goal, Equation):
            ends = goal.left.ends
            unit = identity(ends[0]) if ends[0] == ends[1] else identity()
            summed = [
                Multiple(line, unit if sides(line)[0].is_scalar else identity(), identity())
                for line in equal
            ]
            return self.recorder.step("combination", goal.left, goal.right, summed)
        assert isinstance(goal, NonNegative)
        whole = sum_theorem(self.recorder, ordered)
        between = reduce(Term.__add__, (a - b for a, b in (sides(line) for line in equal)), zero())
        sign = number(1) if goal.term - bounded(whole) == between else number(-1)
        summed = [Multiple(line, sign, identity()) for line in equal]
        equation = self.recorder.step("combination", goal.term, bounded(whole), summed)
        return self.recorder.step("order", equation, [whole])

    def _claim(self, goal: Formula, place: Location, facts: Sequence[Theorem]) -> Theorem:
        try:
            return self.search.prove(goal, [*facts, *self.always])
        except (NotProved, SearchExhausted) as failure:
            shown = "what the proof shows" if self.lowered.parts else "the hypotheses"
            message = f"the claim does not follow from {shown}\n{self._left(goal, failure)}"
            if not self.failures:
                self.failures[_CLAIM] = self.theorem.error(message, place)
            return self._assumed(goal)

    def _written(self, step: syntax.Step) -> str:
        line = syntax.Comparison((step.left, step.right), (step.relation,))
        return write(line, self.theorem.glossary)

    def _left(self, goal: Formula, failure: NotProved | SearchExhausted) -> str:
        """What would have to be shown, in the author's notation."""
        if isinstance(failure, SearchExhausted):
            return "the search ran out of time"
        lifting = Lifting(self.lowered.lowering)
        try:
            if failure.rest is None:
                return f"left over: {write(lifting.formula(goal), lifting.glossary)}"
            relation = r"\ge 0" if isinstance(goal, NonNegative) else "= 0"
            rest = lifting.expression(failure.rest)
            late = " (the search ran out of time)" if failure.exhausted else ""
            return f"left over: {write(rest, lifting.glossary)} {relation}{late}"
        except LanguageError as error:
            return f"left over: (cannot be written: {error.message})"
