"""The items of the sources that a folder follows, and which entries there are about each.

The folder's `sources.py` lists them: `ITEMS`, from the number of an item to a short text;
`COMPLETE`, with what the numbers begin of which each must have an entry; `THEOREMS`, the numbers of
items that state a theorem, which must be proved unless an entry says why not.  An entry is about
the items that its `source` has in square brackets, as in `A lecture, page 3 [A041, A042]`.

Main results: `Items`, `Item`, `About`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from derive.entries import LABELS, Erratum, Remark
from derive.library import Library
from derive.loading import LoadError, NotFound
from derive.theorem import Theorem

SOURCES = "sources.py"
"""The file that lists the items."""

MISSING = "no entry"
_ORDER = ("refuted", "undecided", "tested", "computed", "proved", *LABELS)
_GROUP = re.compile(r"\[([^\[\]]+)\]")


@dataclass(frozen=True)
class About:
    """An entry about an item.

    Args:
        name: its name.
        kind: theorem, remark or erratum.
        label: the status of a theorem or of an erratum, the label of a remark.
        reason: what a remark says is not shown, or an erratum's text.
    """

    name: str
    kind: str
    label: str
    reason: str = ""


@dataclass(frozen=True)
class Item:
    """An item with the entries about it."""

    number: str
    text: str
    must_exist: bool
    is_theorem: bool
    entries: tuple[About, ...]

    @property
    def label(self) -> str:
        """The weakest status of its theorems; else the first label of its remarks; else erratum."""
        for kind in ("theorem", "remark"):
            labels = {one.label for one in self.entries if one.kind == kind}
            if labels:
                return min(labels, key=_ORDER.index)
        return "erratum" if self.entries else MISSING

    @property
    def complaint(self) -> str:
        """What is wrong: it has no entry, or states a theorem that is not proved."""
        if not self.entries:
            return "there is no entry about it" if self.must_exist else ""
        if not self.is_theorem or self.label == "proved" or any(e.reason for e in self.entries):
            return ""
        return f"it states a theorem and is {self.label}; no entry says why"


class Items:
    """The items of a folder in their order.

    Args:
        library: the folder as a whole.
        statuses: of each theorem and of each erratum by name.

    Raises:
        LoadError: the folder has no list of items, or a wrong one.
    """

    def __init__(self, library: Library, statuses: Mapping[str, str]) -> None:
        module = library.module(SOURCES)
        texts = getattr(module, "ITEMS", None)
        if texts is None:
            raise LoadError(
                f"there is no list of items in {library.root}: write ITEMS in {SOURCES}"
            )
        if not isinstance(texts, Mapping) or not all(isinstance(t, str) for t in texts.values()):
            raise LoadError(f"ITEMS in {library.root / SOURCES} is no mapping of numbers to texts")
        theorems = _numbers(library, "THEOREMS", texts)
        complete = tuple(getattr(module, "COMPLETE", ()))
        entries: dict[str, list[About]] = {number: [] for number in texts}
        for one in (*library, *library.entries.values()):
            for number in cited_items(one.source, texts):
                entries[number].append(_about(one, statuses))
        self.items = tuple(
            Item(number, text, number.startswith(complete), number in theorems, (*entries[number],))
            for number, text in texts.items()
        )

    def beginning(self, word: str) -> list[Item]:
        """The items whose numbers begin so.

        Raises:
            NotFound: there is none.
        """
        found = [item for item in self.items if item.number.startswith(word)]
        if not found:
            raise NotFound(f"there is no item {word} in {SOURCES}")
        return found


def counts(items: Iterable[Item]) -> dict[str, int]:
    """How many items there are of each label, from the strongest to what is missing."""
    found = Counter(item.label for item in items)
    order = ["proved", *LABELS, "erratum", *_ORDER[:4], MISSING]
    return {label: found[label] for label in order if found[label]}


def cited_items(source: str, items: Mapping[str, str]) -> tuple[str, ...]:
    """The items that a source text has in square brackets."""
    groups = (group.split(",") for group in _GROUP.findall(source))
    found = [number.strip() for group in groups for number in group]
    return tuple(number for number in dict.fromkeys(found) if number in items)


def _about(one: object, statuses: Mapping[str, str]) -> About:
    if isinstance(one, Remark):
        return About(one.name, "remark", one.label, one.does_not_show)
    if isinstance(one, Erratum):
        return About(one.name, "erratum", statuses.get(one.name, "undecided"), one.text)
    assert isinstance(one, Theorem)
    return About(one.name, "theorem", statuses.get(one.name, "undecided"))


def _numbers(library: Library, name: str, items: Mapping[str, str]) -> Sequence[str]:
    """A list of items in the sources.  Raises `LoadError` where one is unknown."""
    numbers = tuple(getattr(library.module(SOURCES), name, ()))
    for number in numbers:
        if number not in items:
            raise LoadError(f"{name} in {library.root / SOURCES} has {number}, which is no item")
    return numbers
