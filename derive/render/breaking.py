r"""Long formulas in rows that fit a width: broken at relations first, then at operators.

A row that goes on begins with the sign at which it broke.  What the rows say together is what the
formula said: no sign is repeated and none is left out.

Main results: `broken`, `INDENT`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from derive.render.measure import ADDITIONS, MULTIPLICATIONS, RELATIONS, lexemes, math_width

INDENT = 2.0
"""How far rows that go on are set in, in em."""

_OPENING, _CLOSING = frozenset({"(", "[", r"\{"}), frozenset({")", "]", r"\}"})
_BARS = frozenset({"|", r"\langle", r"\rangle"})
_STARTS_A_FACTOR = frozenset({"(", "[", r"\left", r"\Bigl", r"\langle", r"\sum", r"\frac"})
_NO_OPERAND = frozenset({"(", "[", r"\{", ",", ":", "^", "_", r"\sqrt", r"\Bigl"}) | RELATIONS
_ENDS_A_FACTOR = frozenset({")", "]", "}", "|", r"\rangle"})
_NESTED = 4
"""How much worse it is to break inside parentheses."""
_SHORTEST = 0.3
"""A row takes at least this part of the width, if there is a choice."""


class _Break(NamedTuple):
    """A place where a formula may be broken; the smaller the cost, the better."""

    place: int
    cost: int
    width: float


def broken(latex: str, width: float) -> list[str]:
    r"""The formula in rows that fit, as far as it can be broken.

    Args:
        latex: a formula without alignment.
        width: of a row, in em; rows after the first are `INDENT` shorter.

    Large parentheses by `\left` and `\right`, which cannot be broken, get a fixed size where
    nothing else helps.
    """
    rows = _rows(latex, width)
    if any(math_width(row) > width for row in rows) and r"\left(" in latex:
        fixed = latex.replace(r"\left(", r"\Bigl(").replace(r"\right)", r"\Bigr)")
        return _rows(fixed, width)
    return rows


def _rows(latex: str, width: float) -> list[str]:
    rows, rest, room = [], latex, width
    while math_width(rest) > room:
        place = _best(rest, room)
        if place is None:
            break
        rows.append(rest[:place].rstrip())
        rest, room = _continued(rest[place:]), width - INDENT
    return [*rows, rest]


def _continued(rest: str) -> str:
    """A row that begins with an operator, so that it is spaced as one between operands."""
    first = lexemes(rest)[0][0]
    return "{}" + rest if first in ADDITIONS | MULTIPLICATIONS | RELATIONS else rest


def _best(latex: str, room: float) -> int | None:
    """Where to break, or None if it cannot be broken."""
    breaks = list(_breaks(latex))
    fitting = [one for one in breaks if one.width <= room]
    long = [one for one in fitting if one.width >= _SHORTEST * room] or fitting[-1:] or breaks[:1]
    return min(long, key=lambda one: (one.cost, -one.width)).place if long else None


def _breaks(latex: str) -> Iterator[_Break]:
    """The places where a formula may be broken, in order."""
    found = lexemes(latex)
    inside = _inside_bars(found)
    closed, parentheses, before = 0, 0, ""
    for number, (text, place) in enumerate(found):
        if text in _CLOSING and before != r"\right":
            parentheses -= 1
        if text in ("}", r"\right") or text.startswith(r"\end{"):
            closed -= 1
        if number and closed == 0 and before not in _NO_OPERAND:
            cost = _cost(text, before)
            if cost is not None and latex[:place].strip() != "{}":
                nested = parentheses + inside[number]
                yield _Break(place, cost + _NESTED * nested, math_width(latex[:place]))
        if text in ("{", r"\left") or text.startswith(r"\begin{"):
            closed += 1
        if text in _OPENING and before != r"\left":
            parentheses += 1
        before = text


def _cost(text: str, before: str) -> int | None:
    """How bad it is to break between two lexemes; None if it is forbidden."""
    if text == r"\Rightarrow":
        return 0
    if text in RELATIONS and text != ":":
        return 1
    if text in ADDITIONS:
        return 2
    if text in MULTIPLICATIONS:
        return 3
    if text in ("(", "[") and before not in _ENDS_A_FACTOR:
        return None  # it may be the argument of a function
    return 4 if text in _STARTS_A_FACTOR else None


def _inside_bars(found: list[tuple[str, int]]) -> list[int]:
    """For each lexeme whether it stands inside the bars of a modulus or a norm."""
    bars = [number for number, (text, _) in enumerate(found) if text in _BARS]
    plain = {
        number
        for before, number, after in zip([None, *bars], bars, [*bars[1:], None], strict=False)
        if found[number][0] == "|"
        and (before is None or found[before][0] != r"\langle")
        and (after is None or found[after][0] != r"\rangle")
    }
    depths, modulus, norm = [], 0, 0
    for number, (text, _) in enumerate(found):
        modulus = 1 - modulus if number in plain else modulus
        norm = 1 - norm if text == r"\|" else norm
        depths.append(modulus + norm)
    return depths
