"""The bibliography: the entries of the lecture, then the sources of what theorems cite.

Main results: `bibliography`, `cited_works`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from derive.documents.contents import Contents
from derive.documents.text import Text
from derive.documents.theorems import Linked
from derive.theorem import Theorem

_YEAR = re.compile(r"[(（]\d{4}[)）]")


def bibliography(contents: Contents, text: Text, style: Linked) -> dict[str, str]:
    """What stands under each key; the sources are those of hypotheses that are cited unproved.

    Of these it has the works; what of a work is cited stands with the hypothesis.
    """
    entries = {key: text.plain(entry) for key, entry in contents.lecture.bibliography.items()}
    theorems = (outcome.theorem for outcome in contents.printed.values())
    works = map(style.referring, cited_works(theorems, style.translate))
    return entries | {f"cited:{number}": work for number, work in enumerate(works, 1)}


def cited_works(theorems: Iterable[Theorem], translate: Callable[[str], str]) -> list[str]:
    """The works in which theorems take something for granted, each once, in the order of use."""
    cited = (h.source for one in theorems for h in one.hypotheses if h.kind == "cited")
    return list(dict.fromkeys(_work(translate(source)) for source in cited))


def _work(source: str) -> str:
    """A source up to the year of the work."""
    found = _YEAR.search(source)
    return source[: found.end()] if found else source
