"""The one kind of error that the language raises: what is wrong, where, and what to write."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True)
class Position:
    """A place in a text that an author wrote.

    Args:
        text: the whole text.
        offset: index of a character in it.
        first_line: number of the line with which the text begins, for instance in a file.
    """

    text: str
    offset: int
    first_line: int = 1

    @property
    def line(self) -> int:
        """The number of the line, counted from `first_line`."""
        return self.first_line + self.text.count("\n", 0, self.offset)

    @property
    def column(self) -> int:
        """The number of the character in its line, counted from 1."""
        return self.offset - self.text.rfind("\n", 0, self.offset)

    @property
    def source_line(self) -> str:
        """The line itself."""
        return self.text.split("\n")[self.line - self.first_line]


class LanguageError(Exception):
    """A formula or a declaration that the language refuses.

    Args:
        message: what is wrong, in one sentence.
        text: the source line in which it stands, or "" where there is none.
        line: number of that line.
        column: number of the offending character in it, counted from 1.
        hint: what to write instead.
    """

    def __init__(
        self, message: str, text: str = "", line: int = 1, column: int = 1, hint: str = ""
    ) -> None:
        super().__init__(message)
        self.message = message
        self.text = text
        self.line = line
        self.column = column
        self.hint = hint

    @classmethod
    def at(cls, position: Position | None, message: str, hint: str = "") -> Self:
        """The error at a place in a text; without a place, only what is wrong."""
        if position is None:
            return cls(message, hint=hint)
        return cls(message, position.source_line, position.line, position.column, hint)

    def __str__(self) -> str:
        lines = [self.message]
        if self.text:
            number = f"line {self.line}: "
            lines[0] = f"line {self.line}, column {self.column}: {self.message}"
            lines.append(f"  {number}{self.text}")
            lines.append("  " + " " * len(number) + _blank(self.text[: self.column - 1]) + "^")
        if self.hint:
            lines.append(f"hint: {self.hint}")
        return "\n".join(lines)


class MayBeZero(LanguageError):
    """A formula divides by what may be zero, or inverts what need not have an inverse."""


def _blank(text: str) -> str:
    """White space that is as wide in a terminal as the text."""
    return "".join(
        character
        if character == "\t"
        else " " * (1 + (unicodedata.east_asian_width(character) in "WF"))
        for character in text
    )
