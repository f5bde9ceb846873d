"""Whether a number is what a name was declared to be.

Main results: `allowed`, `KNOWN_WORDS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from derive.deciding.refuting.quantities import Quantity


def _nonnegative(value: Quantity) -> bool:
    return value.sign is not None and value.sign >= 0


def _nonpositive(value: Quantity) -> bool:
    return value.sign is not None and value.sign <= 0


def _imaginary(value: Quantity) -> bool:
    if value.exact is not None:
        return not value.exact.real.terms
    return bool(value.ball.real.is_zero())


_CHECKS: Mapping[str, Callable[[Quantity], bool]] = {
    "real": lambda value: value.real is True,
    "positive": lambda value: value.sign == 1,
    "negative": lambda value: value.sign == -1,
    "nonnegative": _nonnegative,
    "nonpositive": _nonpositive,
    "nonzero": lambda value: value.zero is False,
    "integer": lambda value: value.integer is not None,
    "natural": lambda value: value.integer is not None and value.integer >= 0,
    "odd": lambda value: value.integer is not None and value.integer % 2 == 1,
    "even": lambda value: value.integer is not None and value.integer % 2 == 0,
    "imaginary": _imaginary,
    "complex": lambda value: True,
}
KNOWN_WORDS = frozenset(_CHECKS)


def allowed(words: Iterable[str], value: Quantity) -> bool:
    """Whether a value certainly is what the words say."""
    return all(_CHECKS[word](value) for word in words)
