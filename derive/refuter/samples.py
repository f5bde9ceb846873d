"""Many models of one statement, each determined by its size and the choices that lead to it.

Some attempts begin anew.  The others change a few choices of a model that is known, which finds
many models also where the hypotheses leave little freedom.

Main results: `Samples`, `Sample`.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import count, islice

from derive.kernel.atoms import Variable
from derive.kernel.formulas import Formula
from derive.refuter.attempts import attempt
from derive.refuter.beginnings import Problem, Size
from derive.refuter.choices import Choices
from derive.refuter.given import Given
from derive.refuter.model import Model
from derive.refuter.search import infinite_sizes, rounds, simplified, sizes_of, weight
from derive.refuter.verification import faults

_MOST_KNOWN = 40
_MOST_CHANGES = 4
_LARGEST_CHANGE = 24
_LAPS = 3
_OSCILLATORS = 4
_ATTEMPTS = 12
_FINITE_SHARE = 0.7


def chosen_size(sizes: Sequence[Size], choices: Choices) -> int:
    """The number of one of the sizes: small ones more often, and often one with oscillators."""
    finite = sum(size.is_finite for size in sizes)
    if finite < len(sizes) and choices.draw(_OSCILLATORS, evenly=True) == _OSCILLATORS - 1:
        return finite + choices.draw(len(sizes) - finite)
    most = finite >> (_LAPS - 1 - choices.draw(_LAPS, evenly=True))
    return choices.draw(max(most, 1), evenly=True)


def _restarts(sizes: Sequence[int]) -> Iterator[tuple[float, int, random.Random]]:
    """Sizes in rounds, again and again from the beginning: the way to a model may be luck."""
    for seed in count():
        source = random.Random(seed)
        for spread, size in islice(rounds(sizes), _LAPS * len(sizes)):
            yield spread, size, source


@dataclass(frozen=True)
class Sample:
    """A verified model, the number of its size, and the choices that lead to it."""

    model: Model
    size: int
    made: tuple[int, ...]

    @property
    def record(self) -> tuple[int, ...]:
        """What tells it from other samples."""
        return (self.size, *self.made)


class Samples:
    """A source of verified models.

    Args:
        signature: what needs a value.
        hypotheses: what holds in every model.
        others: formulas whose spaces and index sets need a size, too.
        given: what is fixed beforehand.
    """

    def __init__(
        self,
        signature: frozenset[Variable],
        hypotheses: Collection[Formula],
        others: Collection[Formula] = (),
        given: Given | None = None,
    ) -> None:
        given = given or Given()
        granted = tuple(sorted(hypotheses, key=str))
        self.problem = Problem(signature, granted, given.values, given.shape)
        formulas = (*hypotheses, *others)
        sizes = [*sizes_of(self.problem, formulas), *infinite_sizes(self.problem, formulas)]
        sizes = [size.fixed(given.sizes) for size in sizes]
        self.sizes = [size for place, size in enumerate(sizes) if size not in sizes[:place]]
        self.known: list[Sample] = []
        self.learns = True

    def of(self, size: int, choices: Choices) -> Sample | None:
        """The model of a size to which choices lead, if there is one."""
        model = attempt(self.problem, self.sizes[size], choices)
        if model is None or self.has_faults(model):
            return None
        sample = Sample(model, size, tuple(choices.made))
        if self.learns and len(self.known) < _MOST_KNOWN:
            self.known.append(sample)
        return sample

    def first(self, seconds: float, end: float | None = None) -> Sample | None:
        """A first model: small ones are looked for first, with larger and larger numbers.

        What is tried does not depend on a seed, so that whether there is a model does not, either.

        Args:
            seconds: of the processor, so that a busy machine finds what an idle one does.
            end: when to stop by the clock.
        """
        infinite = [number for number, size in enumerate(self.sizes) if not size.is_finite]
        finite = range(len(self.sizes) - len(infinite))
        for sizes, share in ((finite, _FINITE_SHARE), (infinite, 1 - _FINITE_SHARE)):
            until = time.process_time() + seconds * share
            for spread, size, source in _restarts(sizes) if sizes else ():
                for _ in range(_ATTEMPTS):
                    sample = self.of(size, Choices((), source, spread))
                    if sample is not None or (end is not None and time.monotonic() > end):
                        return sample
                if time.process_time() > until:
                    break
        return None

    def stock(self, source: random.Random, enough: int, attempts: int) -> list[Sample]:
        """Some models, simple ones first, found in so many attempts at the most."""
        found: dict[tuple[int, ...], Sample] = {}
        for number in range(attempts):
            if len(found) == enough:
                break
            sample = self.next(Choices((), source, 1.0 + number % 3))
            if sample is not None:
                found[sample.record] = sample
        return sorted(found.values(), key=lambda sample: weight(sample.model))

    def has_faults(self, model: Model) -> bool:
        """Whether it is not a model."""
        return any(faults(model, self.problem.signature, self.problem.hypotheses))

    def next(self, choices: Choices) -> Sample | None:
        """Another model, if the choices lead to one; the first say how it is made."""
        if self.known and choices.draw(2, evenly=True):
            return self._changed(choices)
        return self.of(chosen_size(self.sizes, choices), choices.following())

    def _changed(self, choices: Choices) -> Sample | None:
        """A model that is known with some of the choices for it changed."""
        base = self.known[choices.draw(len(self.known), evenly=True)]
        made = list(base.made)
        for _ in range(choices.draw(_MOST_CHANGES) + 1):
            if made:
                place = choices.draw(len(made), evenly=True)
                made[place] = choices.draw(_LARGEST_CHANGE)
        return self.of(base.size, choices.following(made))

    def simplest(
        self, sample: Sample, accept: Callable[[Model], bool], seed: int, seconds: float
    ) -> Sample:
        """The sample made smaller and simpler, as long as it is a model that is accepted."""
        found = self.sizes[sample.size], sample.model, sample.made
        model, size, made = simplified(
            self.problem,
            found,
            self.sizes,
            lambda model: not self.has_faults(model) and accept(model),
            random.Random(seed),
            time.monotonic() + seconds,
        )
        return Sample(model, self.sizes.index(size), tuple(made))
