"""Refutes claims about numbers and functions of numbers.

A claim with antiderivatives is refuted where the derivatives of its sides differ: antiderivatives
are determined up to a constant only.  A hypothesis that ties the variable of a derivative, an
integral or a sum to another name in its body may be meant as a function of that variable; such
claims are left alone.  A hypothesis about a declared function at arguments that vary is meant for
all of them, and must be an identity for the function chosen.

Main results: `refute_scalars`.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from time import monotonic

from derive.deciding.claims.expressions import (
    Application,
    Binder,
    Expression,
    Relation,
    free_names,
)
from derive.deciding.claims.problem import Declared, Problem
from derive.deciding.counterexample import Counterexample
from derive.deciding.refuting import functions, words
from derive.deciding.refuting.antiderivatives import differentiated
from derive.deciding.refuting.certainty import Standing, standing
from derive.deciding.refuting.functions import Choice, applied_to, choices
from derive.deciding.refuting.hypotheses import Search, Values
from derive.deciding.refuting.identities import is_identity
from derive.deciding.refuting.points import candidates
from derive.deciding.refuting.quantities import NotKnown
from derive.deciding.refuting.showing import shown_function, shown_number, shown_value

_PRECISIONS = (64, 256, 1024, 2048)
_POINTS_PER_CHOICE = (12, 60)
_POINTS_LOOKED_AT_CLOSELY = 30
_MOST_POINTS = 20_000


def refute_scalars(problem: Problem, seconds: float, seed: int = 0) -> Counterexample | None:
    """A point where a claim certainly fails, if one is found in time."""
    try:
        refutation = _Refutation.of(problem, monotonic() + seconds, seed)
        return None if refutation is None else refutation.found()
    except RecursionError:
        return None


@dataclass(frozen=True)
class _Refutation:
    """The search for a counterexample to claims about these names."""

    problem: Problem
    scalars: tuple[Declared, ...]
    functions: tuple[Declared, ...]
    arities: dict[str, int]
    deadline: float
    seed: int

    @staticmethod
    def of(problem: Problem, deadline: float, seed: int) -> _Refutation | None:
        """The search, if the claim is about numbers and functions."""
        expressions = [side for r in (*problem.claims, *problem.given) for side in r.sides]
        used = frozenset[str]().union(*map(free_names, expressions))
        declared = [entry for name, entry in problem.names.items() if name in used]
        if used - problem.names.keys() or not all(map(_is_known, declared)):
            return None
        if _is_ambiguous(problem):
            return None
        arities: dict[str, set[int]] = {}
        for expression in expressions:
            for part in expression.walk():
                if isinstance(part, Application):
                    arities.setdefault(part.name, set()).add(len(part.arguments))
        if any(len(sizes) != 1 for sizes in arities.values()):
            return None
        return _Refutation(
            problem,
            tuple(entry for entry in declared if entry.kind == "scalar"),
            tuple(entry for entry in declared if entry.kind == "function"),
            {name: min(sizes) for name, sizes in arities.items()},
            deadline,
            seed,
        )

    @property
    def real(self) -> frozenset[str]:
        """The names of real numbers."""
        return frozenset(entry.name for entry in self.scalars if "real" in entry.words)

    def found(self) -> Counterexample | None:
        """The first counterexample."""
        if not self.functions:
            return self._with({}, _MOST_POINTS)
        for count in _POINTS_PER_CHOICE:
            for choice in choices(self.functions, self.arities):
                if monotonic() > self.deadline:
                    return None
                counterexample = self._with(choice, count)
                if counterexample is not None:
                    return counterexample
        return None

    def _with(self, choice: dict[str, Choice], count: int) -> Counterexample | None:
        given = []
        for hypothesis in self.problem.given:
            chosen = applied_to(hypothesis, choice)
            if not _is_about_functions(hypothesis):
                given.append(chosen)
            elif not is_identity(chosen):
                return None
        for place, claim in enumerate(self.problem.claims):
            relation = applied_to(claim, choice)
            try:
                checked = differentiated(relation)
            except NotKnown:
                continue
            result = self._fails(checked, given, count)
            if result is not None:
                values, state = result
                remark = "" if checked is relation else "where the derivatives of the sides differ"
                return self._counterexample(choice, values, state, place, remark)
        return None

    def _fails(
        self, claim: Relation, given: Sequence[Relation], count: int
    ) -> tuple[Values, Standing] | None:
        """A point where the claim fails."""
        if claim.kind == "!=":
            given = [*given, replace(claim, kind="=")]
            for values in self._points(given):
                state = standing(replace(claim, kind="="), values, _PRECISIONS[0], self.deadline)
                return values, state
            return None
        unclear: list[Values] = []
        looked = False
        for number, values in enumerate(islice(self._points(given), count)):
            if number == _POINTS_LOOKED_AT_CLOSELY:
                looked = True
                closer = self._looked_at_closely(claim, unclear)
                if closer is not None:
                    return closer
            state = standing(claim, values, _PRECISIONS[0], self.deadline, self.real)
            if state.holds is False:
                return values, state
            if state.holds is None and state.left is not None:
                unclear.append(values)
        return None if looked else self._looked_at_closely(claim, unclear)

    def _looked_at_closely(
        self, claim: Relation, points: Iterable[Values]
    ) -> tuple[Values, Standing] | None:
        for precision in _PRECISIONS[1:]:
            for values in points:
                if monotonic() > self.deadline:
                    return None
                state = standing(claim, values, precision, self.deadline, self.real)
                if state.holds is False:
                    return values, state
        return None

    def _points(self, given: Sequence[Relation]) -> Iterator[Values]:
        chance = random.Random(self.seed)
        pools = {entry.name: candidates(entry.words, chance) for entry in self.scalars}
        declared = {entry.name: entry.words for entry in self.scalars}
        return Search(pools, declared, given, self.deadline).points()

    def _counterexample(
        self, choice: dict[str, Choice], values: Values, state: Standing, place: int, remark: str
    ) -> Counterexample:
        shown = [shown_function(name, chosen) for name, chosen in choice.items()]
        shown += [shown_value(name, value) for name, value in values.items()]
        order = list(self.problem.names)
        return Counterexample(
            tuple(sorted(shown, key=lambda value: order.index(value.name))),
            shown_number(state.left),
            shown_number(state.right),
            place,
            remark,
        )


def _is_about_functions(relation: Relation) -> bool:
    """Whether declared functions occur at arguments that vary."""
    return any(
        isinstance(part, Application) and any(map(free_names, part.arguments))
        for side in relation.sides
        for part in side.walk()
    )


def _is_known(declared: Declared) -> bool:
    known = {"scalar": words.KNOWN_WORDS, "function": functions.KNOWN_WORDS}.get(declared.kind)
    return known is not None and declared.words <= known


def _is_ambiguous(problem: Problem) -> bool:
    """Whether a hypothesis may be meant for every value of a variable, not at one point."""
    sides = [side for relation in problem.given for side in relation.sides]
    parts = [part for side in sides for part in side.walk()]
    if any(isinstance(part, Binder) and part.kind == "antiderivative" for part in parts):
        return True
    groups = _tied(problem.given)
    parts += [part for claim in problem.claims for side in claim.sides for part in side.walk()]
    for part in parts:
        if isinstance(part, Binder):
            others = free_names(part.body) - {part.variable}
            if any(part.variable in group and group & others for group in groups):
                return True
    return False


def _tied(given: Sequence[Relation]) -> list[frozenset[str]]:
    """The names that equations tie to each other."""
    groups: list[frozenset[str]] = []
    for relation in given:
        if relation.kind != "=":
            continue
        names = _names_of(relation.sides)
        joined = [group for group in groups if group & names]
        groups = [group for group in groups if not group & names]
        groups.append(names.union(*joined))
    return groups


def _names_of(expressions: Iterable[Expression]) -> frozenset[str]:
    return frozenset[str]().union(*map(free_names, expressions))
