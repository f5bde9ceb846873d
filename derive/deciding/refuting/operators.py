"""Refutation of claims about operators, kets, bras and matrices by explicit models.

Finite-dimensional models are exact matrices; where those fail, the number states of an oscillator
and the shift of sequences are tried.  What is found is evaluated a second time, by other code.

Main results: `refute_operators`, `find_model`.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from derive.deciding.claims.expressions import free_names
from derive.deciding.claims.problem import Problem
from derive.deciding.counterexample import Counterexample
from derive.deciding.refuting.assignments import Question, Search, holds
from derive.deciding.refuting.exact_matrices import (
    Model,
    NotExact,
    Undefined,
    Value,
    compiled,
)
from derive.deciding.refuting.infinite import InfiniteSearch
from derive.deciding.refuting.matrix_balls import Balls, NoEnclosure
from derive.deciding.refuting.model_reports import ball_text, remark_of, text_of, values_of
from derive.deciding.refuting.typed_terms import (
    Type,
    TypedRelation,
    Typing,
    Untypable,
    check_size,
    type_of,
)
from derive.deciding.refuting.verification import verified

_PRECISIONS = (64, 192)
_SCHEDULE = ((range(1), 250), (range(1, 3), 4000), (range(3, 10**6), 0))
"""Laps of the search in finite dimension, then steps in infinite dimension."""

Infinite = Callable[[int, float], Counterexample | None]


def refute_operators(
    problem: Problem, seconds: float = 2.0, seed: int = 0
) -> Counterexample | None:
    """A model of the hypotheses in which a claim fails, or None if none is found in time."""
    try:
        question, claims = _typed(problem)
    except Untypable:
        return None
    failing = [_Claim(claim, place, problem) for place, claim in enumerate(claims)]
    found: list[Counterexample] = []

    def refutes(model: Model) -> bool:
        for claim in failing:
            sides = claim.failing_sides(model)
            if sides is not None and _confirmed(problem, model, claim.place):
                values = values_of(model.values, question.types)
                remark = remark_of(model.dimensions, question.types.values())
                found.append(Counterexample(values, *sides, claim.place, remark))
                return True
        return False

    _searched(
        question,
        refutes,
        _infinite(problem, question, claims, any_model=False),
        found.append,
        seconds,
        seed,
    )
    return found[0] if found else None


def find_model(problem: Problem, seconds: float = 2.0, seed: int = 0) -> Counterexample | None:
    """A model of the hypotheses, whatever becomes of the claims; its sides are empty."""
    try:
        question, claims = _typed(problem)
    except Untypable:
        return None
    found: list[Counterexample] = []

    def fits(model: Model) -> bool:
        if not _confirmed(problem, model, -1):
            return False
        values = values_of(model.values, question.types)
        remark = remark_of(model.dimensions, question.types.values())
        found.append(Counterexample(values, "", "", 0, remark))
        return True

    _searched(
        question,
        fits,
        _infinite(problem, question, claims, any_model=True),
        found.append,
        seconds,
        seed,
    )
    return found[0] if found else None


def _searched(
    question: Question,
    accept: Callable[[Model], bool],
    infinite: Infinite,
    keep: Callable[[Counterexample], None],
    seconds: float,
    seed: int,
) -> None:
    """Quick matrices first, then infinite dimension, then everything else until time is over."""
    end = time.monotonic() + seconds
    search = Search(question, seconds, seed)
    for laps, steps in _SCHEDULE:
        if search.run(accept, laps) is not None:
            return
        now = time.monotonic()
        other = infinite(steps, now + (end - now) / 3) if steps and now < end else None
        if other is not None:
            keep(other)
            return


def _infinite(
    problem: Problem, question: Question, claims: list[TypedRelation], *, any_model: bool
) -> Infinite:
    """The search in infinite dimension, for so many steps and so long."""
    try:
        search = InfiniteSearch(problem, question.types, list(question.given), claims)
    except Untypable:
        return lambda steps, end: None
    return lambda steps, end: search.found(steps, end, any_model=any_model)


def _typed(problem: Problem) -> tuple[Question, list[TypedRelation]]:
    """The problem with the types of all its names."""
    relations = (*problem.claims, *problem.given)
    for relation in relations:
        for side in relation.sides:
            check_size(side)
    free = frozenset[str]().union(*(free_names(side) for r in relations for side in r.sides))
    needed = {name: declared for name, declared in problem.names.items() if name in free}
    types = {name: type_of(declared) for name, declared in needed.items()}
    typing = Typing(types)
    words = {name: declared.words for name, declared in needed.items()}
    question = Question(types, words, [typing.relation(relation) for relation in problem.given])
    return question, [typing.relation(relation) for relation in problem.claims]


def _confirmed(problem: Problem, model: Model, place: int) -> bool:
    """Whether the second evaluator agrees."""
    values = {name: value.entries() for name, value in model.values.items()}
    return verified(problem, model.dimensions, values, place)


@dataclass
class _Claim:
    """A claim that a model may refute."""

    relation: TypedRelation
    place: int
    problem: Problem

    def __post_init__(self) -> None:
        self.left: Value = compiled(self.relation.left)
        self.right: Value = compiled(self.relation.right)
        names: Mapping[str, object] = self.problem.names
        self.real = frozenset(n for n in names if "real" in self.problem.names[n].words)

    def failing_sides(self, model: Model) -> tuple[str, str] | None:
        """Both sides, if the claim certainly fails in the model."""
        type_: Type = self.relation.left.type
        try:
            left, right = self.left(model), self.right(model)
            if holds(self.relation, left, right) is not False:
                return None
            return text_of(left, type_), text_of(right, type_)
        except Undefined:
            return None
        except NotExact:
            return self._by_balls(model)

    def _by_balls(self, model: Model) -> tuple[str, str] | None:
        """Both sides, if enclosures of them exclude that the claim holds."""
        from flint import ctx

        for precision in _PRECISIONS:
            before, ctx.prec = ctx.prec, precision
            try:
                balls = Balls(model, self.real)
                left = balls.value(self.relation.left)
                right = balls.value(self.relation.right)
                gap = (left - right).entries()
                if self.relation.kind == "=":
                    fails = any(not entry.contains(0) for entry in gap)
                elif self.relation.kind == "!=":
                    fails = False
                else:
                    sides = (*left.entries(), *right.entries())
                    fails = gap[0].real < 0 and all(x.imag.is_zero() for x in sides)
                if fails:
                    return ball_text(left), ball_text(right)
            except (NoEnclosure, Undefined, ArithmeticError):
                return None
            finally:
                ctx.prec = before
        return None
