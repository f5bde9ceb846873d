"""Places in an author's files.

Main results: `Location`.
"""

from __future__ import annotations

import ast
import linecache
from dataclasses import dataclass
from types import FrameType


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

    def of_text(self, text: str, line: int) -> Location:
        """The place of the line of a text, counted from 1, that is written in the call here."""
        source = "".join(linecache.getlines(self.path))
        try:
            tree = ast.parse(source)
        except SyntaxError:
            return self
        for call in ast.walk(tree):
            if isinstance(call, ast.Call) and call.lineno <= self.line <= (call.end_lineno or 0):
                for node in ast.walk(call):
                    if isinstance(node, ast.Constant) and node.value == text:
                        return Location(self.path, node.lineno + line - 1)
        return self

    def of_line(self, text: str) -> Location | None:
        """The first line from here on that contains the text."""
        lines = linecache.getlines(self.path)
        for number, line in enumerate(lines[self.line - 1 :], self.line):
            if text.strip() in line:
                return Location(self.path, number)
        return None
