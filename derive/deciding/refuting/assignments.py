"""The search for exact finite-dimensional models of hypotheses: values for one name after another.

A value is computed where a hypothesis says what it is, solved for where hypotheses are linear in
it, and otherwise taken from a pool; every hypothesis is checked as soon as its names have values.

Main results: `Search`, `Question`.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from derive.deciding.claims.expressions import Symbol
from derive.deciding.refuting.exact_matrices import (
    Model,
    NotExact,
    Undefined,
    Value,
    compiled,
)
from derive.deciding.refuting.gaussian import Matrix
from derive.deciding.refuting.linear_matrices import degree, solutions
from derive.deciding.refuting.matrix_pools import (
    has_words,
    in_another_basis,
    matrices_with,
    numbers,
    random_matrix,
    random_number,
)
from derive.deciding.refuting.typed_terms import NUMBERS, SCALAR, Type, TypedRelation, names_of

Accept = Callable[[Model], bool]

_NATURALS = (2, 1, 3, 0, 4)
_SIZES = (2, 1, 3, 4)
_MOST_SIZES = 40
_THOROUGH = 2
_WIDEST = 12
_FIRST_POOL, _FIRST_STEPS, _LATER_STEPS, _FEWEST_STEPS = 9, 300, 4000, 30


@dataclass(frozen=True)
class Question:
    """What is to be satisfied.

    Args:
        types: the type of each name that has to have a value, in the order of the assumptions.
        words: their declared properties.
        given: the hypotheses.
    """

    types: Mapping[str, Type]
    words: Mapping[str, frozenset[str]]
    given: Sequence[TypedRelation]


@dataclass(frozen=True)
class _Condition:
    """A hypothesis, and how to compute its sides."""

    relation: TypedRelation
    names: frozenset[str]
    left: Value
    right: Value

    def holds(self, model: Model) -> bool:
        """Whether the hypothesis is satisfied, exactly."""
        try:
            return holds(self.relation, self.left(model), self.right(model)) is True
        except (NotExact, Undefined):
            return False


def holds(relation: TypedRelation, left: Matrix, right: Matrix) -> bool | None:
    """Whether a relation is true of exact values; None for an order of what is not real."""
    if relation.kind == "=":
        return left.equals(right)
    if relation.kind == "!=":
        return not left.equals(right)
    real, imaginary = (left - right).number
    if imaginary or left.number[1]:
        return None
    return real > 0 if relation.kind == ">" else real >= 0


@dataclass(frozen=True)
class _Step:
    """The next name to get a value.

    Args:
        defined: its value, where a hypothesis is an equation for it.
        linear: the hypotheses that are linear in it and have no other unknown left.
        checks: all hypotheses that have no unknown left afterwards.
    """

    name: str
    defined: Value | None
    linear: tuple[tuple[Value, Value], ...]
    checks: tuple[_Condition, ...]


class Search:
    """Models of a question, simple ones first, until the time is over."""

    def __init__(self, question: Question, seconds: float, seed: int) -> None:
        self.question = question
        self.end = time.monotonic() + seconds
        self.source = random.Random(seed)
        self.conditions = [
            _Condition(
                relation,
                names_of(relation.left) | names_of(relation.right),
                compiled(relation.left),
                compiled(relation.right),
            )
            for relation in question.given
        ]
        self.steps = list(self._plan())
        self.closed = [condition for condition in self.conditions if not condition.names]
        spaces = {space for type_ in question.types.values() for space in type_}
        spaces |= {s for r in question.given for side in (r.left, r.right) for s in side.type}
        self.spaces = sorted(s for s in spaces if s != NUMBERS and not s.startswith("#"))
        self.left = self.floor = 0

    def _plan(self) -> Iterator[_Step]:
        """The names in an order in which hypotheses can be used early."""
        known: set[str] = set()
        order = list(self.question.types)
        waiting = list(self.conditions)
        while len(known) < len(order):
            name = min(
                (name for name in order if name not in known),
                key=lambda name: self._rank(name, known, waiting),
            )
            known.add(name)
            checks = [c for c in waiting if c.names <= known]
            waiting = [c for c in waiting if c not in checks]
            defined, linear = None, []
            for condition in checks:
                if condition.relation.kind != "=" or name not in condition.names:
                    continue
                defined = defined or _definition(name, condition)
                sides = (condition.relation.left, condition.relation.right)
                if max(degree(side, name) for side in sides) <= 1:
                    linear.append((condition.left, condition.right))
            yield _Step(name, defined, tuple(linear), tuple(checks))

    def _rank(
        self, name: str, known: set[str], waiting: Sequence[_Condition]
    ) -> tuple[int, int, int, int]:
        """Names that are computed, then those that soon complete a hypothesis, then operators."""
        touching = [c for c in waiting if name in c.names]
        first = min((k for k, c in enumerate(waiting) if name in c.names), default=0)
        open_names = [len(c.names - known) for c in touching]
        computed = any(_definition(name, c) for c in touching if len(c.names - known) == 1)
        definable = any(_definition(name, c) for c in touching)
        is_number = self.question.types[name] == SCALAR
        is_parameter = is_number and "real" in self.question.words[name] and bool(touching)
        return (
            0 if computed else 3 if definable else 1 if is_parameter else 2,
            min(open_names, default=9),
            int(is_number),
            first,
        )

    def run(self, accept: Accept, laps: range) -> Model | None:
        """A model that is accepted: laps 0 and 1 are quick, 2 is thorough, others are random."""
        sizes = sorted(
            product(_SIZES, repeat=len(self.spaces)),
            key=lambda chosen: (len(set(chosen)) - 1 + sum(map(_SIZES.index, chosen)), chosen),
        )[:_MOST_SIZES]
        for lap in laps if self.steps else laps[: laps.start == 0]:
            quick = lap < _THOROUGH
            first = 2 * max(len(self.spaces), 1)
            chosen_sizes = sizes[:first] if lap == 0 else sizes[first : first + 2]
            for chosen in chosen_sizes if quick else sizes[: 3 * lap]:
                if time.monotonic() > self.end:
                    return None
                self.floor = 0
                self.left = _FIRST_STEPS if quick else _LATER_STEPS
                model = Model(dict(zip(self.spaces, chosen, strict=True)))
                if not all(condition.holds(model) for condition in self.closed):
                    continue
                if self._extended(model, 0, lap, accept):
                    return model
        return None

    def _extended(self, model: Model, place: int, lap: int, accept: Accept) -> bool:
        """Give values to the names from this place on, so that the model is accepted."""
        if place == len(self.steps):
            return accept(model)
        step = self.steps[place]
        floor = self.floor
        for value in self._candidates(model, step, lap):
            self.left -= 1
            if self.left < floor or time.monotonic() > self.end:
                break
            self.floor = max(floor, self.left - max(_FEWEST_STEPS, (self.left - floor) // 8))
            model.values[step.name] = value
            if all(condition.holds(model) for condition in step.checks) and self._extended(
                model, place + 1, lap, accept
            ):
                return True
        self.floor = floor
        model.values.pop(step.name, None)
        return False

    def _candidates(self, model: Model, step: _Step, lap: int) -> Iterator[Matrix]:
        """Values to try for a name."""
        type_, words = self.question.types[step.name], self.question.words[step.name]
        is_number = type_ == SCALAR
        if step.defined is not None:
            try:
                value = step.defined(model)
            except (NotExact, Undefined):
                return
            if has_words(value, words, is_number=is_number):
                yield value
            return
        rows, columns = shape = model.size(type_.codomain), model.size(type_.domain)
        solved: list[Matrix] = []
        if step.linear:
            found = solutions(model, step.name, shape, step.linear, self.source, lap)
            if found is not None:
                values, are_all = found
                solved = [x for x in values if has_words(x, words, is_number=is_number)]
                if are_all:
                    yield from solved
                    return
        if lap:
            yield from solved
        yield from self._pool(rows, columns, words, lap, is_number=is_number)
        if not lap:
            yield from solved

    def _pool(
        self, rows: int, columns: int, words: frozenset[str], lap: int, *, is_number: bool
    ) -> list[Matrix]:
        """Values of a shape, without regard to hypotheses."""
        if is_number:
            pool = list(numbers(words))
            if "natural" in words or "integer" in words:
                pool.sort(key=_order_of_integers)
        else:
            pool = list(matrices_with(rows, columns, words))
        if lap > _THOROUGH:
            self.source.shuffle(pool)
            pool = pool[:4]
            drawn: list[Matrix | None] = []
            for _ in range(2):
                if is_number:
                    drawn.append(random_number(words, self.source, min(2 * lap, _WIDEST)))
                else:
                    drawn.append(
                        random_matrix(rows, columns, words, self.source, min(lap, _WIDEST))
                    )
            if not is_number:
                drawn += [in_another_basis(x, words, self.source) for x in pool[-2:]]
            pool = [x for x in drawn if x is not None] + pool
        elif lap < _THOROUGH:
            pool = pool[:_FIRST_POOL]
        return pool


def _order_of_integers(value: Matrix) -> int:
    """2 and 1 first, since much is true of 0."""
    whole = int(value.number[0])
    return _NATURALS.index(whole) if whole in _NATURALS else len(_NATURALS)


def _definition(name: str, condition: _Condition) -> Value | None:
    """The value of a name, where the hypothesis is an equation `name = …`."""
    relation = condition.relation
    if relation.kind != "=":
        return None
    pairs = (
        (relation.left, condition.right, relation.right),
        (relation.right, condition.left, relation.left),
    )
    for side, value, other in pairs:
        if side.kind == "symbol" and side.source == Symbol(name) and name not in names_of(other):
            return value
    return None
