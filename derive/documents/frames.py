"""Frames of slides, filled with what fits by estimated heights.

Main results: `Frame`, `Item`, `packed`, `ROOM`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

ROOM = 20.0
"""The height of a slide below its title, in em at 10pt."""

_SMALL = 0.85
"""How much less room small letters take."""


@dataclass(frozen=True)
class Item:
    """Something that stays in one piece.

    Args:
        latex: what it is.
        height: in em.
        environment: the list to which it belongs, if it is an item of one.
        first: how many items of the list came before.
        fragile: whether it is verbatim.
    """

    latex: str
    height: float
    environment: str = ""
    first: int = 0
    fragile: bool = False


@dataclass(frozen=True)
class Frame:
    """A slide.

    Args:
        title: what stands on top.
        body: LaTeX.
        target: the name by which other slides lead to it.
        fragile: whether something on it is verbatim.
    """

    title: str
    body: str
    target: str = ""
    fragile: bool = False


def packed(title: str, items: Sequence[Item], target: str = "") -> list[Frame]:
    """Items on as few slides as hold them, in order; the first is the target.

    What is only a little too high for one slide is set smaller.
    """
    frames: list[Frame] = []
    small = ROOM < sum(item.height for item in items) <= ROOM / _SMALL
    for group in [list(items)] if small else chunks(items):
        body = "\n\n".join([*([r"\small"] if small else []), *_lists(group)])
        fragile = any(item.fragile for item in group)
        frames.append(Frame(title, body, target if not frames else "", fragile))
    return frames


def chunks(items: Sequence[Item], room: float = ROOM) -> Iterator[list[Item]]:
    """Items in groups, each of which fits on a slide unless it is a single item."""
    group: list[Item] = []
    for item in items:
        if group and sum(one.height for one in group) + item.height > room:
            yield group
            group = []
        group.append(item)
    if group:
        yield group


def _lists(items: Sequence[Item]) -> Iterator[str]:
    """The items, those of a list in its environment."""
    for environment, group in groupby(items, key=lambda item: item.environment):
        if not environment:
            yield from (item.latex for item in group)
            continue
        listed = list(group)
        start = rf"\setcounter{{enumi}}{{{listed[0].first}}}" if environment == "enumerate" else ""
        lines = [rf"\begin{{{environment}}}{start}"]
        lines += [rf"\item {item.latex}" for item in listed]
        yield "\n".join([*lines, rf"\end{{{environment}}}"])
