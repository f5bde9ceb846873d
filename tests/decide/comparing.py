"""`decide` beside SymPy on the same claims, on one machine, one after the other.

SymPy is asked in the two ways that people use: `simplify(lhs - rhs) == 0`, which can only say that
sides are equal, and `lhs.equals(rhs)`, which can also say that they are not.  It takes no
hypotheses, so only claims without any are asked; symbols have the assumptions that SymPy knows.

Main results: `Row`, `rows`.
"""

from __future__ import annotations

import re
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import sympy
from sympy.physics import quantum

from derive.prover.budget import Budget, SearchExhausted
from tests.decide.entries import Entry, Outcome

_SECONDS = 10.0
_ASSUMPTIONS = {"real", "complex", "positive", "nonzero", "integer", "odd"}
_NAMES: dict[str, Any] = {
    "Commutator": quantum.Commutator,
    "AntiCommutator": quantum.AntiCommutator,
    "Dagger": quantum.Dagger,
    "oo": sympy.oo,
}


@dataclass
class Row:
    """What one way of asking makes of the claims."""

    name: str
    seconds: list[float] = field(default_factory=list)
    right: int = 0
    wrong: int = 0

    def count(self, answer: bool | None, truth: bool, seconds: float) -> None:
        """Count one answer; None is undecided."""
        self.seconds.append(seconds)
        self.right += answer is truth
        self.wrong += answer is (not truth)

    def cells(self) -> tuple[object, ...]:
        """The row of a table."""
        claims = len(self.seconds)
        median = statistics.median(self.seconds) * 1000
        return (
            self.name,
            claims,
            self.right,
            self.wrong,
            claims - self.right - self.wrong,
            f"{median:.1f}",
            f"{sum(self.seconds):.1f}",
        )


def rows(outcomes: Sequence[Outcome]) -> list[Row]:
    """One row for `decide` and one for each way to ask SymPy, on the claims that it can state."""
    ours = Row("`decide`")
    theirs: list[tuple[Row, Callable[[Any, Any], bool | None]]] = [
        (Row("`sympy.simplify(lhs - rhs) == 0`"), _simplified),
        (Row("`lhs.equals(rhs)`"), lambda left, right: left.equals(right)),
    ]
    for one in outcomes:
        sides = stated(one.entry)
        if sides is None:
            continue
        truth = one.entry.truth == "true"
        answer: bool | None = {"proved": True, "refuted": False}.get(one.answer)
        ours.count(answer, truth, one.seconds)
        for row, ask in theirs:
            found, seconds = _asked(ask, sides)
            row.count(found, truth, seconds)
    return [ours, *(row for row, _ in theirs)]


def _simplified(left: Any, right: Any) -> bool | None:
    return True if sympy.simplify(left - right) == 0 else None


def _asked(ask: Callable[[Any, Any], bool | None], sides: Any) -> tuple[bool | None, float]:
    sympy.core.cache.clear_cache()
    started = time.perf_counter()
    answer = None
    with suppress(Exception, SearchExhausted), Budget(0, _SECONDS).at_most(_SECONDS):
        answer = ask(*sides)
    return answer, time.perf_counter() - started


def stated(entry: Entry) -> tuple[Any, Any] | None:
    """The two sides as SymPy objects; None where SymPy cannot be told this."""
    if entry.truth == "ill-formed" or entry.given or entry.syntax == "latex":
        return None
    if entry.claim.count("==") != 1 or "|" in entry.claim:
        return None
    names = dict(_NAMES)
    for name, words in _declared(entry):
        known = _symbol(name, words.split())
        if known is None:
            return None
        names[name] = known
    sides = []
    for side in entry.claim.split("=="):
        try:
            sides.append(sympy.sympify(side, locals=names))
        except Exception:
            return None  # whatever its reader raises, SymPy cannot state the claim
    return (sides[0], sides[1]) if all(isinstance(s, sympy.Expr) for s in sides) else None


def _declared(entry: Entry) -> Iterator[tuple[str, str]]:
    for names, words in entry.assume:
        for name in re.split(r"[\s,]+", names):
            yield name, words


def _symbol(name: str, words: list[str]) -> Any:
    kind = words[0]
    if kind == "function":
        return sympy.Function(name)
    if kind == "operator" and not any("->" in word for word in words):
        classes = {"hermitian": quantum.HermitianOperator, "unitary": quantum.UnitaryOperator}
        return next((classes[w] for w in words if w in classes), quantum.Operator)(name)
    if not set(words) <= _ASSUMPTIONS | {"natural"}:
        return None
    assumptions = {word: True for word in words if word in _ASSUMPTIONS}
    if "natural" in words:
        assumptions |= {"integer": True, "nonnegative": True}
    return sympy.Symbol(name, **assumptions)
