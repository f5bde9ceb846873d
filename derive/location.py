"""Places in an author's files.

Main results: `Location`.
"""

from __future__ import annotations

import ast
import io
import linecache
import re
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from types import FrameType

_LITERAL = re.compile(r"^(\w*)(\"{3}|'{3}|[\"'])")
_LINE_END = re.compile(r"\\(?s:.)|\n")
"""What may begin a new line in a text: an end of line, or a character after a backslash."""


@dataclass(frozen=True)
class Location:
    """A line of a file; the line is that of the call that makes a theorem, until refined."""

    path: str
    line: int

    @classmethod
    def of_caller(cls, frame: FrameType) -> Location:
        """Where the frame is."""
        return cls(frame.f_code.co_filename, frame.f_lineno)

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"

    def of_text(self, text: str, line: int = 1, within: str = "") -> Location:
        """The place of the line of a text, counted from 1, that is written in the call here.

        Args:
            text: a text as a whole, also one that is put together from adjacent literals.
            line: a line in it.
            within: the argument, or the key of a dictionary, under which it is looked for first;
                if the text is not there, as it is not a literal, that key is the place.
        """
        lines = _lines("".join(linecache.getlines(self.path)), self.line, text, within)
        return Location(self.path, lines[min(line, len(lines)) - 1]) if lines else self


@lru_cache(maxsize=64)
def _lines(source: str, call_line: int, text: str, within: str) -> list[int]:
    """The line of the file for each line of the text; if it is not there, that of its key."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError):
        return []
    calls = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and node.lineno <= call_line <= (node.end_lineno or 0)
    ]
    named = [part for call in calls for part in _named(call, within)]
    for node in (*(value for _, value in named), *calls):
        for literal in ast.walk(node):
            if isinstance(literal, ast.Constant) and literal.value == text:
                segment = ast.get_source_segment(source, literal) or ""
                return [literal.lineno + row for row in _rows(segment)]
    return [line for line, _ in named[:1]]


def _named(call: ast.AST, name: str) -> Iterator[tuple[int, ast.expr]]:
    """What is given under a name in a call, and the line of the name."""
    for node in ast.walk(call):
        if isinstance(node, ast.keyword) and node.arg == name:
            yield node.lineno, node.value
        elif isinstance(node, ast.Dict):
            for key, value in zip(node.keys, node.values, strict=True):
                if isinstance(key, ast.Constant) and key.value == name:
                    yield key.lineno, value


def _rows(segment: str) -> list[int]:
    """For each line of a text, how far below the begin of its literals it begins."""
    rows = [0]
    empty = True
    for token in tokenize.generate_tokens(io.StringIO(f"({segment})").readline):
        if token.type != tokenize.STRING:
            continue
        _, prefix, quotes, body = _LITERAL.split(token.string, maxsplit=1)
        row, start = token.start[0] - 1, 0
        rows[-1] = row if empty else rows[-1]
        for end in _LINE_END.finditer(body.removesuffix(quotes)):
            row += "\n" in end[0]
            if end[0] == "\n" or end[0] == ("\\\n" if "r" in prefix.lower() else r"\n"):
                rows.append(row)
                start = end.end()
            elif end[0] == "\\\n" and end.start() == start:  # the text goes on in the next row
                rows[-1] = row
                start = end.end()
        empty = start == len(body.removesuffix(quotes))
    return rows
