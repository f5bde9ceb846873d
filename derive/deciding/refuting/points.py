"""Values to try for names, the simplest first.

Main results: `Candidate`, `candidates`, `combinations`, `expression_of`.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from typing import Any

from flint import fmpq

from derive.deciding.claims.expressions import (
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
from derive.deciding.refuting.exact import Exact, rational
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


_BY_COST = {
    0: "1",
    1: "0 -1 2",
    2: "1/2 i 3 -2",
    3: "1/3 -i 1+i 4 -3 -1/2 2iπ",
    4: "π 1/2π 5 -4 -1+i 2i iπ",
    5: "-π -1/2π 2π √2 -1-i 1-i",
    6: "1/3π 1/4π 1/6π 3/2 -√2 √3 1/4 1+2i 2+i -2+i -iπ",
    7: "2/3π 3/5+4/5i -3/2 -1/3 1/2i -2iπ",
    8: "3/2π 3π 1/2+1/2i 2+3i",
    9: "-3-4i 1/10 -2i 1/3+1/7i",
    10: "100 -100",
    11: "1/100",
    12: "10000 10i",
    13: "1000000",
    14: "1000000000",
}
"""The values that come to mind, written as a, bi or a+bi, and then π or √d, which multiplies it."""

_VALUE = re.compile(r"(-?[\d/]*)(?:([+-]?[\d/]*)i)?(π)?(?:√(\d+))?")


def _read(text: str) -> Exact:
    if "i" in text and not re.search(r".[+-]", text):
        text = f"0+{text}".replace("+-", "-")
    matched = _VALUE.fullmatch(text)
    assert matched is not None
    real, imaginary, pi, radicand = matched.groups()
    pair = (_coefficient(real), _coefficient(imaginary or "0"))
    return Exact({(1 if pi else 0, int(radicand or 1)): pair} if any(pair) else {})


def _coefficient(text: str) -> Any:
    value = Fraction(f"{text}1" if text in ("", "+", "-") else text)
    return fmpq(value.numerator, value.denominator)


@cache
def _simple() -> tuple[Candidate, ...]:
    costs = [(cost, _read(text)) for cost, texts in _BY_COST.items() for text in texts.split()]
    costs += [(n if n < 8 else 6 + n // 4, rational(n)) for n in range(6, _LARGEST_INTEGER)]
    costs += [(1 + n if n < 9 else 7 + n // 4, rational(-n)) for n in range(5, 20)]
    return tuple(Candidate(expression_of(exact), exact, cost) for cost, exact in costs)


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
