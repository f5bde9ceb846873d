"""Models of a theorem's hypotheses as a Hypothesis strategy, for tests of one's own.

    @given(models(my_theorem))
    def test_energy_is_positive(model):
        assert value(model, "E").number.sign == 1

What is drawn are the choices that lead to a model, smaller ones for simpler models, so that a
failing example shrinks to few dimensions and small numbers.

Main result: `models`.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from functools import cache

from hypothesis import strategies as st

from derive.refuter.choices import Choices
from derive.refuter.model import Model
from derive.refuter.questions import questions
from derive.refuter.samples import Sample, Samples
from derive.refuter.statements import stated
from derive.theorem import Theorem

_ATTEMPTS = 3
_FIRST_ATTEMPTS = 2000
_ENOUGH = 10

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


@st.composite
def _models(draw: st.DrawFn, theorem: Theorem) -> Model:
    samples, simple = _stocked(theorem)
    for _ in range(_ATTEMPTS):
        found = samples.next(_Drawn(lambda size: draw(_below(size))))
        if found is not None:
            return found.model
    return simple[draw(_below(len(simple)))].model


@cache
def _below(size: int) -> st.SearchStrategy[int]:
    return st.integers(0, size - 1)


@cache
def _stocked(theorem: Theorem) -> tuple[Samples, Sequence[Sample]]:
    """Where models of a theorem come from, and some of them, simple ones first.

    What is known is fixed from here on, so that equal choices always lead to equal models.
    """
    question = questions(stated(theorem))[0]
    statement = question.statement
    samples = Samples(question.signature, statement.hypotheses, statement.claims)
    simple = samples.stock(random.Random(0), _ENOUGH, _FIRST_ATTEMPTS)
    if not simple:
        raise PossiblyVacuous(f"no model of the hypotheses of {theorem.name} is found")
    samples.known = simple
    samples.learns = False
    return samples, simple


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
