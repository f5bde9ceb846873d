"""The bibliography: the entries of the lecture, then the sources of what theorems cite.

Main result: `bibliography`.
"""

from __future__ import annotations

import re

from derive.documents.contents import Contents
from derive.documents.text import Text
from derive.documents.theorems import Linked

_YEAR = re.compile(r"[(（]\d{4}[)）]")


def bibliography(contents: Contents, text: Text, style: Linked) -> dict[str, str]:
    """What stands under each key; the sources are those of hypotheses that are cited unproved.

    Of these it has the works; what of a work is cited stands with the hypothesis.
    """
    entries = {key: text.plain(entry) for key, entry in contents.lecture.bibliography.items()}
    theorems = (outcome.theorem for outcome in contents.printed.values())
    cited = (h.source for one in theorems for h in one.hypotheses if h.kind == "cited")
    works = dict.fromkeys(style.referring(_work(style.translate(source))) for source in cited)
    return entries | {f"cited:{number}": work for number, work in enumerate(works, 1)}


def _work(source: str) -> str:
    """A source up to the year of the work."""
    found = _YEAR.search(source)
    return source[: found.end()] if found else source
