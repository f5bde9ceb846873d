"""The reason after a line: prose that names the hypotheses which the line may use.

Main results: `names_in`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches

ABOVE = "above"
"""Names everything that the lines before have shown."""

ALGEBRA = ("algebra", "arithmetic", "expand", "collect", "rearrange")
"""Name nothing: the line needs no hypothesis."""

_SEPARATOR = re.compile(r",|;|\band\b|\bwith\b|、|，|；")
_LETTER = r"[^\W\u2e80-\U0003ffff]"
"""A character of a word, in a script that sets words apart: not Chinese or Japanese."""


class UnknownReason(Exception):
    """A part of a reason names no hypothesis; `hint` says which are there."""

    def __init__(self, phrase: str, hint: str) -> None:
        super().__init__(phrase)
        self.phrase = phrase
        self.hint = hint


def names_in(reason: str, names: Iterable[str]) -> list[str]:
    """The hypotheses that a reason names, in order, each once.

    A reason is a list of phrases, separated by commas or "and"; each phrase contains the name of
    a hypothesis, or `above`, or a word for plain algebra.

    Raises:
        UnknownReason: for a phrase that does none of this.
    """
    known = sorted({*filter(str.strip, names), ABOVE, *ALGEBRA}, key=lambda n: (-len(n), n))
    found: list[str] = []
    rest = reason
    for name in known:
        pattern = _pattern(name)
        if pattern.search(rest):
            rest = pattern.sub("\0", rest)
            found.append(name)
    for phrase in _SEPARATOR.split(rest):
        if phrase.strip() and "\0" not in phrase:
            raise UnknownReason(phrase.strip(), _hint(phrase.strip(), known))
    return [name for name in found if name not in ALGEBRA]


def _pattern(name: str) -> re.Pattern[str]:
    """Finds a name where it is not part of a longer word."""
    before = f"(?<!{_LETTER})" if re.match(_LETTER, name[:1]) else ""
    after = f"(?!{_LETTER})" if re.match(_LETTER, name[-1:]) else ""
    return re.compile(before + re.escape(name) + after, re.IGNORECASE)


def _hint(phrase: str, known: list[str]) -> str:
    close = get_close_matches(phrase, known, n=1)
    suggestion = f"did you mean {close[0]!r}? " if close else ""
    own = [name for name in known if name not in ALGEBRA]
    return f"{suggestion}the names here are {', '.join(map(repr, sorted(own)))}"
