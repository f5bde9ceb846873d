"""The marks between the parts of sentences that are put together, as each language writes them.

Main results: `joined`, `headed`, `sentence`, and the templates `COMMA`, `SEMICOLON`, `COLON`,
`STOP`, `BRACKETS`, `END`, `REASON`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import reduce

from derive.translation import message

COMMA = message("{first}, {second}")
SEMICOLON = message("{first}; {second}")
COLON = message("{first}: {second}")
STOP = message("{first}. {second}")
BRACKETS = message("{first} ({second})")
END = message("{first}.")
REASON = message("({text})")


def joined(parts: Iterable[str], template: str, translate: Callable[[str], str] = str) -> str:
    """Parts that are not empty, with a mark between them."""
    between = translate(template)
    kept = [part for part in parts if part]
    return reduce(lambda first, second: between.format(first=first, second=second), kept or [""])


def headed(heading: str, text: str, template: str, translate: Callable[[str], str] = str) -> str:
    """LaTeX that begins with a heading, which is emphasised with the mark after it."""
    mark = translate(template).removeprefix("{first}").removesuffix("{second}")
    shown = mark.rstrip()
    return rf"\emph{{{heading}{shown}}}{mark[len(shown) :]}{text}"


def sentence(text: str, translate: Callable[[str], str] = str) -> str:
    """A remark with a capital letter and a full stop, if it has none."""
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "。", "!", "?")) else translate(END).format(first=text)
