"""Symbols for a point of which nothing is known but where it lies.

A law of the form "if f = g at all points near a, then …" is used as: there is a point near a such
that, if f = g there, then … .  The two say the same.  So the symbol for that point is one that
stands nowhere else, and of it only what is true of all points near a may be assumed.

This module says what is proved: a mistake here is a wrong answer.

Main results: `generic`, `fresh`, `declared`, `forgotten`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from typing import TYPE_CHECKING

from derive.deciding.claims.expressions import Expression, Symbol
from derive.deciding.claims.problem import Declared
from derive.deciding.stating.signs import evidently

if TYPE_CHECKING:
    from derive.deciding.stating.abstraction import Abstraction

_REAL = frozenset({"real"})
_POSITIVE = frozenset({"real", "positive", "nonzero", "nonnegative"})


def generic(abstraction: Abstraction, point: Expression | None) -> Expression:
    """A symbol for any real number, or for one near a point that is positive."""
    if isinstance(point, Symbol) and point.name in abstraction.names:
        words = abstraction.names[point.name].words
        if "real" in words and "integer" not in words:
            return point
    positive = point is not None and evidently("positive", abstraction.term(point))
    return declared(abstraction, "near@1" if positive else "any@1", positive=positive)


def fresh(abstraction: Abstraction, *, positive: bool) -> Symbol:
    """A symbol that never stood anywhere, for a real or a positive number."""
    word = "inner" if positive else "point"
    name = next(name for k in count(1) if (name := f"{word}@{k}") not in abstraction.laws)
    abstraction.laws.add(name)
    return declared(abstraction, name, positive=positive)


def declared(
    abstraction: Abstraction, name: str, *, positive: bool, nonzero: bool = False
) -> Symbol:
    """The symbol of that name, declared if it is not; each name is always used in one way."""
    if name not in abstraction.names:
        words = _POSITIVE if positive else _REAL | {"nonzero"} if nonzero else _REAL
        abstraction.names = {**abstraction.names, name: Declared(name, "scalar", words)}
    return Symbol(name)


@contextmanager
def forgotten(abstraction: Abstraction) -> Iterator[None]:
    """Forget the symbols that are declared inside, for nothing needs to be known of them."""
    before = abstraction.names
    try:
        yield
    finally:
        abstraction.names = before
