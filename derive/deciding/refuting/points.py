"""Values to try for names, the simplest first.

Main results: `Candidate`, `candidates`, `combinations`, `expression_of`.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from typing import Any

from flint import fmpq

from derive.deciding.expressions import (
    HALF,
    IMAGINARY,
    PI,
    ZERO,
    Expression,
    Number,
    add,
    multiply,
    number,
    power,
)
from derive.deciding.refuting.exact import Exact
from derive.deciding.refuting.quantities import Quantity
from derive.deciding.refuting.words import allowed

_LARGEST_INTEGER = 60
_RANDOM = 24


@dataclass(frozen=True)
class Candidate:
    """A value, and how far it is from what comes to mind first."""

    value: Expression
    exact: Exact
    cost: int


def expression_of(exact: Exact) -> Expression:
    """An exact number as a closed expression."""
    terms = []
    for (power_of_pi, radicand), (a, b) in sorted(exact.terms.items(), key=lambda item: item[0]):
        unit = [power(PI, number(power_of_pi)) if power_of_pi != 1 else PI] if power_of_pi else []
        unit += [power(number(radicand), HALF)] if radicand != 1 else []
        for part, more in ((a, []), (b, [IMAGINARY])):
            if part:
                terms.append(_product(Fraction(int(part.p), int(part.q)), more + unit))
    return add(*terms) if terms else ZERO


def _product(size: Fraction, units: Sequence[Expression]) -> Expression:
    if not units:
        return Number(size)
    return multiply(*units) if size == 1 else multiply(Number(size), *units)


def _listed() -> Iterator[tuple[int, Any]]:
    """Costs and values; a value is (real, imaginary) or (real, imaginary, power of π, radicand)."""
    yield from ((0, (1, 0)), (1, (0, 0)), (1, (-1, 0)), (1, (2, 0)), (2, ("1/2", 0)), (2, (0, 1)))
    yield from ((2, (3, 0)), (2, (-2, 0)), (3, (0, -1)), (3, (1, 1)))
    yield from (
        (3, (4, 0)),
        (3, (-3, 0)),
        (3, ("-1/2", 0)),
        (4, (1, 0, 1, 1)),
        (4, ("1/2", 0, 1, 1)),
    )
    yield from ((4, (5, 0)), (4, (-4, 0)), (4, (-1, 1)), (5, (-1, -1)), (5, (1, -1)), (4, (0, 2)))
    yield from ((3, ("1/3", 0)), (5, (-1, 0, 1, 1)), (5, ("-1/2", 0, 1, 1)), (3, (0, 2, 1, 1)))
    yield from (
        (6, ("1/3", 0, 1, 1)),
        (6, ("1/4", 0, 1, 1)),
        (6, ("1/6", 0, 1, 1)),
        (5, (2, 0, 1, 1)),
    )
    yield from ((4, (0, 1, 1, 1)), (6, (0, -1, 1, 1)), (7, (0, -2, 1, 1)), (6, ("3/2", 0)))
    yield from ((5, (1, 0, 0, 2)), (6, (-1, 0, 0, 2)), (6, (1, 0, 0, 3)), (7, ("2/3", 0, 1, 1)))
    yield from ((6, (1, 2)), (6, (2, 1)), (7, ("3/5", "4/5")), (8, ("3/2", 0, 1, 1)), (6, (-2, 1)))
    yield from (
        (6, ("1/4", 0)),
        (7, ("-3/2", 0)),
        (7, ("-1/3", 0)),
        (7, (0, "1/2")),
        (8, (3, 0, 1, 1)),
    )
    yield from ((8, ("1/2", "1/2")), (8, (2, 3)), (9, (-3, -4)), (9, ("1/10", 0)), (9, (0, -2)))
    yield from ((9, ("1/3", "1/7")), (10, (100, 0)), (10, (-100, 0)), (11, ("1/100", 0)))
    yield from ((12, (10_000, 0)), (13, (10**6, 0)), (14, (10**9, 0)), (12, (0, 10)))
    yield from ((n if n < 8 else 6 + n // 4, (n, 0)) for n in range(6, _LARGEST_INTEGER))
    yield from ((1 + n if n < 9 else 7 + n // 4, (-n, 0)) for n in range(5, 20))


@cache
def _simple() -> tuple[Candidate, ...]:
    def fraction(part: int | str) -> Any:
        value = Fraction(part)
        return fmpq(value.numerator, value.denominator)

    found: dict[Exact, Candidate] = {}
    for cost, (real, imaginary, *unit) in _listed():
        term = (unit[0], unit[1]) if unit else (0, 1)
        pair = (fraction(real), fraction(imaginary))
        exact = Exact({term: pair} if pair != (0, 0) else {})
        found.setdefault(exact, Candidate(expression_of(exact), exact, cost))
    return tuple(sorted(found.values(), key=lambda candidate: candidate.cost))


def candidates(words: frozenset[str], chance: random.Random) -> list[Candidate]:
    """The values that the words allow, by cost from 0 on; the most costly ones are random."""
    pool = list(_simple())
    for _ in range(_RANDOM):
        real, imaginary = (fmpq(chance.randint(1, 40), chance.randint(1, 7)) for _ in range(2))
        signs = chance.choice((-1, 1)), chance.choice((-1, 0, 0, 1))
        exact = Exact({(0, 1): (signs[0] * real, signs[1] * imaginary)})
        pool.append(Candidate(expression_of(exact), exact, 14))
    fitting = [candidate for candidate in pool if allowed(words, Quantity(candidate.exact))]
    lowest = min((candidate.cost for candidate in fitting), default=0)
    cheaper = [replace(candidate, cost=candidate.cost - lowest) for candidate in fitting]
    return sorted(cheaper, key=lambda candidate: candidate.cost)


def combinations(
    pools: Sequence[Sequence[Candidate]], cost: int
) -> Iterator[tuple[Candidate, ...]]:
    """One candidate from each pool, with this total cost."""
    if not pools:
        if cost == 0:
            yield ()
        return
    first, *others = pools
    for candidate in first:
        if candidate.cost > cost:
            break
        if others or candidate.cost == cost:
            for rest in combinations(others, cost - candidate.cost):
                yield (candidate, *rest)
