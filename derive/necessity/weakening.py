"""Declared words, and what is left when one of them is no longer granted.

A positive number becomes a real one that is not zero, or one that is at least 0; a real one that is
not zero becomes a complex one, or one that may be zero; a natural one becomes real; a Hermitian or
an invertible operator becomes any operator.

Main results: `steps`, `weaker`, `NONNEGATIVE`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

Words: TypeAlias = frozenset[str]

NONNEGATIVE = "nonnegative"
"""No word of a glossary: a real number for which `w ≥ 0` is a hypothesis."""

_LEFT: Mapping[str, Words] = {
    "natural": frozenset({"real"}),
    NONNEGATIVE: frozenset({"real"}),
}
"""What a word leaves behind, where that is something."""

_ORDER = ("natural", NONNEGATIVE, "hermitian", "real", "nonzero", "invertible")


def granted(properties: Words) -> Words:
    """The declared words without those that follow from others, and without remarks on adjoints."""
    words = properties - {"without adjoint"}
    return words - {"real", "nonzero"} if "positive" in words else words


def steps(words: Words) -> Iterator[tuple[str, Words]]:
    """Each word that can be dropped next, and the words that are left."""
    if "positive" in words:
        yield "positive", frozenset({"real", "nonzero"})
        yield "nonzero", frozenset({"real", NONNEGATIVE})
        return
    for word in _ORDER:
        implied = word == "real" and bool(words & {"natural", NONNEGATIVE})
        if word in words and not implied:
            yield word, (words - {word}) | _LEFT.get(word, frozenset())


def weaker(words: Words) -> list[Words]:
    """All that can be left of the words, the least of it first."""
    depths: dict[Words, int] = {words: 0}
    waiting = [words]
    while waiting:
        here = waiting.pop(0)
        for _, left in steps(here):
            if left not in depths:
                depths[left] = depths[here] + 1
                waiting.append(left)
    found = sorted(depths, key=lambda left: (-depths[left], sorted(left)))
    return [left for left in found if left != words]
