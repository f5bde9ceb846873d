"""Sequences of choices, each a small natural number; smaller ones make simpler models.

An attempt at a model is determined by its choices, so that it can be repeated with other ones:
what is found by chance is made simple by making its choices smaller, as Hypothesis does.

Main results: `Choices`, `simpler`.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence


class Choices:
    """Choices that are given, and after those chosen at random.

    Args:
        given: the first choices.
        source: where the others come from; without it they are all 0.
        spread: how large they are on average.
    """

    def __init__(
        self, given: Sequence[int] = (), source: random.Random | None = None, spread: float = 1.0
    ) -> None:
        self.made: list[int] = []
        self._given = given
        self._source = source
        self._spread = spread

    def draw(self, size: int, *, evenly: bool = False) -> int:
        """A number below the size; small ones are more likely, unless it is drawn evenly."""
        place = len(self.made)
        if place < len(self._given):
            chosen = self._given[place]
        else:
            chosen = self.chosen(size, evenly=evenly)
        self.made.append(min(chosen, size - 1))
        return self.made[-1]

    def chosen(self, size: int, *, evenly: bool) -> int:
        """A number that is not given beforehand; it may be too large."""
        if self._source is None:
            return 0
        if evenly:
            return self._source.randrange(size)
        return int(self._source.expovariate(1.0) * self._spread)

    def following(self, given: Sequence[int] = ()) -> Choices:
        """Other choices from the same source, of which the first are given."""
        return Choices(given, self._source, self._spread)


def simpler(made: Sequence[int]) -> Iterator[list[int]]:
    """Choices that are a little simpler."""
    for place in reversed(range(len(made))):
        for value in dict.fromkeys((0, made[place] // 2, made[place] - 1)):
            if 0 <= value < made[place]:
                yield [*made[:place], value, *made[place + 1 :]]
