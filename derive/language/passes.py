"""What every reader of TeX tokens stands on: brackets, scopes of bound letters, and complaints.

A letter that an integral, sum or limit binds needs no declaration within it.  The scope of a sum or
limit ends with its term; a letter that stands behind it as something else is refused, because a
person could read it both ways.  Main result: `Pass`.
"""

from __future__ import annotations

import difflib
from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass

from lark import Token

from derive.language.errors import LanguageError, Position
from derive.language.glossary import Glossary
from derive.language.patterns import Patterns
from derive.language.tex import ACCENTS, TexToken, argument_end

_HINTS = {
    "*": r"write \cdot, or nothing at all",
    r"\pm": "write one formula for each sign",
    r"\approx": "an approximation is no formula; state an inequality",
    r"\iff": r"write two formulas, one for each direction, with \Rightarrow",
    r"\iint": r"write \int \int … \, dx \, dy",
    r"\oint": r"write a definite integral over a parameter",
    "'": "declare the symbol with its prime, or write a derivative with \\frac{d}{dx}",
}


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a letter is bound.

    Args:
        letters: its tokens.
        level: how many brackets are open around it.
        delimited: whether it ends with its brackets only, and not with its term.
    """

    letters: tuple[str, ...]
    level: int
    delimited: bool


class Pass(ABC):
    """One pass over one formula: the tokens found so far, what is open and what is bound.

    Args:
        glossary: the declared symbols.
        patterns: how they are written.
        tokens: what is read.
        text: the text in which it stands.
        first_line: number of the first line of the text.
    """

    def __init__(
        self,
        glossary: Glossary,
        patterns: Patterns,
        tokens: Sequence[TexToken],
        text: str,
        first_line: int,
    ) -> None:
        self.glossary = glossary
        self.patterns = patterns
        self.input = tokens
        self.text = text
        self.first_line = first_line
        self.output: list[Token] = []
        self.open: list[tuple[TexToken, str]] = []
        self.depth = 0
        self.scopes: list[Scope] = []
        self.ended: list[Scope] = []

    def run(self) -> list[Token]:
        """The tokens of the grammar."""
        self.read(0, len(self.input))
        return self.output

    @abstractmethod
    def step(self, place: int, end: int) -> int:
        """Read one token of the grammar; where reading goes on."""

    def position(self, place: int) -> Position:
        """Where the author wrote a token."""
        return Position(self.text, self.input[place].offset, self.first_line)

    def error(self, place: int, message: str, hint: str = "") -> LanguageError:
        """The error at a token."""
        return LanguageError.at(self.position(place), message, hint)

    def emit(self, kind: str, place: int, payload: object = None) -> None:
        """Append a token of the grammar."""
        token = Token(kind, self.input[place].text, start_pos=self.input[place].offset)
        token.value = (payload, self.position(place))
        self.output.append(token)

    def last(self) -> str:
        """The kind of the last token of the grammar."""
        return self.output[-1].type if self.output else ""

    def read(self, start: int, end: int) -> None:
        """Read the tokens from `start` up to `end`, within which all brackets must close."""
        outside = len(self.open)
        self.depth += 1
        place = start
        while place < end:
            place = self.step(place, end)
        if len(self.open) > outside:
            opening, _ = self.open[outside]
            position = Position(self.text, opening.offset, self.first_line)
            raise LanguageError.at(position, f"this {opening.text} is never closed")
        self.depth -= 1
        self.leave()

    # arguments

    def argument(self, command: int, place: int, end: int) -> tuple[int, int, int]:
        """Where the argument at `place` begins and ends, and where reading goes on."""
        try:
            found = argument_end(self.input, place, end)
        except IndexError:
            raise self.error(command, f"{self.input[command].text} needs an argument") from None
        if found[0] == found[1]:
            raise self.error(command, f"an argument of {self.input[command].text} is empty")
        return found

    def braced(self, command: int, place: int, end: int) -> int:
        """Read one argument of the command as a group; where reading goes on."""
        start, stop, after = self.argument(command, place, end)
        self.group(command, start, stop)
        return after

    def group(self, command: int, start: int, stop: int) -> None:
        """Read the tokens between two places as a group."""
        self.emit("LBRACE", command)
        self.read(start, stop)
        self.emit("RBRACE", command)

    # scopes

    @property
    def level(self) -> int:
        """How many brackets and arguments are open."""
        return self.depth + len(self.open)

    def bind(self, letters: tuple[str, ...], *, delimited: bool) -> None:
        """Begin the scope of a letter: the next group, or what is left of the term."""
        self.scopes.append(Scope(letters, self.level + delimited, delimited))

    def end_term(self, *, goes_on: bool) -> None:
        """End the scopes of the term; `goes_on` tells whether the sum has more terms."""
        over = [s for s in self.scopes if s.level >= self.level and not s.delimited]
        self.scopes = [scope for scope in self.scopes if scope not in over]
        if goes_on:
            self.ended += over
        else:
            self.ended = [scope for scope in self.ended if scope.level < self.level]

    def leave(self) -> None:
        """End the scopes within the bracket that was just closed."""
        self.scopes = [scope for scope in self.scopes if scope.level <= self.level]
        self.ended = [scope for scope in self.ended if scope.level <= self.level]

    def bound(self, place: int, end: int) -> int:
        """Where the bound letter that stands at a place ends; the place itself if there is none."""
        return max((self._letters(s, place, end) for s in self.scopes), default=place)

    def refuse_ended(self, place: int, after: int) -> None:
        """Refuse a letter that a sum or limit before it has bound."""
        texts = tuple(token.text for token in self.input[place:after])
        if self.bound(place, after) == place and any(s.letters == texts for s in self.ended):
            raise self.error(
                place,
                f"{self.source(place, after)} is bound in a term before this one",
                r"put the sum or limit in parentheses, \left(…\right), with or without this term",
            )

    def _letters(self, scope: Scope, place: int, end: int) -> int:
        after = place + len(scope.letters)
        texts = tuple(token.text for token in self.input[place : min(after, end)])
        return after if texts == scope.letters else place

    # complaints

    def source(self, start: int, stop: int) -> str:
        """The author's text from one token up to another, with the braces that it opens."""
        begin = self.input[start].offset
        end = self.input[stop - 1].offset + len(self.input[stop - 1].text)
        shown = self.text[begin:end]
        for _ in range(shown.count("{") - shown.count("}")):
            end = self.text.find("}", end) + 1
        return self.text[begin:end]

    def undeclared(self, place: int, end: int) -> LanguageError:
        """The error for a symbol that is not in the glossary."""
        text = self.input[place].text
        if text == r"\langle":
            return self.undeclared_bra(place, end)
        if text in _HINTS:
            return self.error(place, f"{text} has no meaning here", _HINTS[text])
        after = self.symbol_end(place, end)
        shown = self.source(place, after)
        close = difflib.get_close_matches(
            shown.replace("{", "").replace("}", ""),
            [entry.latex for entry in self.glossary.symbols()],
            n=3,
            cutoff=0.5,
        )
        hint = f"did you mean {' or '.join(close)}? Otherwise declare" if close else "declare"
        return self.error(place, f"{shown} is not declared", f"{hint} it in the glossary")

    def undeclared_bra(self, place: int, end: int) -> LanguageError:
        """The error for a bra that is not in the glossary."""
        for other in range(place + 1, end):
            if self.input[other].text == "|":
                return self.undeclared_bracket(place, other + 1)
            if self.input[other].text == r"\rangle":
                break
        return self.error(
            place,
            r"\langle opens a bra, but no | follows",
            r"write an expectation value as \langle\psi|\hat O|\psi\rangle",
        )

    def refuse_undeclared_ket(self, place: int, end: int) -> None:
        """Refuse a bar that opens a ket that is not in the glossary."""
        for other in range(place + 1, end):
            text = self.input[other].text
            if text == r"\rangle":
                raise self.undeclared_bracket(place, other + 1)
            if text in ("|", r"\langle", "=", "+"):
                return

    def undeclared_bracket(self, place: int, after: int) -> LanguageError:
        """The error for a bra or ket that is not in the glossary."""
        shown = self.source(place, after)
        inside = self.source(place + 1, after - 1)
        return self.error(
            place,
            f"{shown} is not declared",
            f'declare it, for instance ket("psi", r"|{inside}\\rangle"), '
            "or write the operator before the ket",
        )

    def symbol_end(self, place: int, end: int) -> int:
        """Where the symbol that an author seems to mean ends, with accents and subscripts."""
        after = place + 1
        if self.input[place].text in ACCENTS and after < end:
            after = argument_end(self.input, after, end)[2]
        while after < end and self.input[after].text in ("_", "'"):
            if self.input[after].text == "'":
                after += 1
            elif after + 1 < end:
                after = argument_end(self.input, after + 1, end)[2]
            else:
                break
        return after
