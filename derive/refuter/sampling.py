"""Models of a theorem's hypotheses as a Hypothesis strategy, for tests of one's own.

    @given(models(my_theorem))
    def test_energy_is_not_zero(model):
        values = {atom.name: model.value(atom) for atom in model.values}
        assert values["E"].number != NOUGHT

What is drawn are the choices that lead to a model, smaller ones for simpler models, so that a
failing example shrinks to few dimensions and small numbers.

Main results: `models`, `known_models`.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from hypothesis import strategies as st

from derive.refuter.choices import Choices
from derive.refuter.given import given_by_author
from derive.refuter.model import Model
from derive.refuter.plans import Plan, Plans
from derive.refuter.questions import questions
from derive.refuter.samples import Sample, Samples
from derive.refuter.search import weight
from derive.refuter.statements import stated
from derive.theorem import Theorem

_BY_PLAN = 8
_PLANS = 4
_ENOUGH = 8
_ATTEMPTS = 60
_SECONDS = 10.0
_SHRINKING_SECONDS = 1.0

DrawNumber = Callable[[int], int]


class PossiblyVacuous(Exception):
    """No model of a theorem's hypotheses is found."""


def models(theorem: Theorem) -> st.SearchStrategy[Model]:
    """Verified models of all hypotheses of a theorem, of which no claim is asked.

    Raises:
        PossiblyVacuous: when drawn, if none is found.
        Malformed: when drawn, if the theorem is not well formed.
    """
    return _models(theorem)


def known_models(theorem: Theorem) -> list[Model]:
    """Some verified models of a theorem's hypotheses, the simplest first; none if none is found."""
    try:
        return [sample.model for sample in _source_of(theorem).simple]
    except PossiblyVacuous:
        return []


@st.composite
def _models(draw: st.DrawFn, theorem: Theorem) -> Model:
    source = _source_of(theorem)
    choices = _Drawn(lambda size: draw(_below(size)))
    if source.plans and choices.draw(_BY_PLAN):
        plan = source.plans[choices.draw(len(source.plans))]
        values = plan.run(choices)
        if values is not None:
            return plan.model_of(values)
    elif choices.draw(2):
        found = source.samples.next(choices)
        if found is not None:
            return found.model
    return source.simple[choices.draw(len(source.simple))].model


@cache
def _below(size: int) -> st.SearchStrategy[int]:
    return st.integers(0, size - 1)


@dataclass(frozen=True)
class _Source:
    """Where models of a theorem come from, and some of them, simple ones first.

    It is fixed once it is made, so that equal choices always lead to equal models.
    """

    samples: Samples
    simple: Sequence[Sample]
    plans: Sequence[Plan]


@cache
def _source_of(theorem: Theorem) -> _Source:
    question = questions(stated(theorem))[0]
    statement = question.statement
    given = given_by_author(theorem, question)[0]
    samples = Samples(question.signature, statement.hypotheses, statement.claims, given)
    source = random.Random(0)
    first = samples.first(_SECONDS)
    if first is None:
        raise PossiblyVacuous(f"no model of the hypotheses of {theorem.name} is found")
    simplest = samples.simplest(first, lambda _: True, 0, _SHRINKING_SECONDS)
    simple = [simplest, first, *samples.stock(source, _ENOUGH, _ATTEMPTS)]
    simple.sort(key=lambda sample: weight(sample.model))
    samples.known, samples.learns = simple, False
    plans = Plans(samples.problem, samples.sizes, (), _PLANS)
    for _ in range(_PLANS):
        plans.next(Choices((), source))
    return _Source(samples, simple, plans.good)


class _Drawn(Choices):
    """Choices that Hypothesis draws."""

    def __init__(self, number: DrawNumber, given: Sequence[int] = ()) -> None:
        super().__init__(given)
        self._number = number

    def chosen(self, size: int, *, evenly: bool) -> int:
        """A number that Hypothesis draws, small ones first when it shrinks."""
        return self._number(size)

    def following(self, given: Sequence[int] = ()) -> Choices:
        """Other choices that Hypothesis draws, of which the first are given."""
        return _Drawn(self._number, given)
