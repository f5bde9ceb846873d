"""The bibliography: the entries of the lecture, then the sources of what theorems cite.

Main result: `bibliography`.
"""

from __future__ import annotations

from derive.documents.contents import Contents
from derive.documents.text import Text
from derive.documents.theorems import Linked


def bibliography(contents: Contents, text: Text, style: Linked) -> dict[str, str]:
    """What stands under each key; the sources are those of hypotheses that are cited unproved."""
    entries = {key: text.plain(entry) for key, entry in contents.lecture.bibliography.items()}
    theorems = (outcome.theorem for outcome in contents.printed.values())
    cited = (h.source for one in theorems for h in one.hypotheses if h.kind == "cited")
    for number, source in enumerate(dict.fromkeys(cited), 1):
        entries[f"cited:{number}"] = style.prose(source)
    return entries
