r"""Finds declared symbols in TeX tokens by longest match.

A declaration is a list of tokens with slots; `E_{#1}` matches `E _ i` and `E _ { n + 1 }`.  A ket
written `|…\rangle` also gives the bra `\langle…|`, and right after a bra it may share the bar.
Main result: `Patterns.longest`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from derive.language.glossary import NATURAL, Declaration, Glossary
from derive.language.syntax import Bra, Expression, Symbol
from derive.language.tex import ARITY, TexToken, argument_end

Form = Literal["symbol", "index", "ket", "bra"]
ReadNatural = Callable[[Sequence[TexToken]], Expression | None]

_OPENING = frozenset({"{", "(", "["})
_CLOSING = frozenset({"}", ")", "]"})


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way to write a declared symbol."""

    declaration: Declaration
    tokens: tuple[str, ...]
    form: Form

    def node(self, arguments: tuple[Expression, ...]) -> Symbol | Bra:
        """What the reader makes of a match."""
        symbol = Symbol(self.declaration.name, arguments)
        return Bra(symbol) if self.form == "bra" and self.declaration.kind == "ket" else symbol


@dataclass(frozen=True, slots=True)
class Match:
    """A declared symbol that was found, up to the token at `end`."""

    end: int
    pattern: Pattern
    arguments: tuple[Expression, ...]


class Patterns:
    """All ways to write the symbols of a glossary.

    Args:
        glossary: the declared symbols.
        read_natural: reads what stands in a natural slot; None where it is no natural number.
    """

    def __init__(self, glossary: Glossary, read_natural: ReadNatural) -> None:
        self._read_natural = read_natural
        self._by_first: dict[str, list[Pattern]] = {}
        self._indices: dict[str, dict[str, list[Pattern]]] = {}
        self._after_bra: dict[str, list[Pattern]] = {}
        self._after_bra_slot: list[Pattern] = []
        for declaration in glossary.symbols():
            self._add(declaration)

    def _add(self, declaration: Declaration) -> None:
        for pattern in patterns_of(declaration):
            _insert(self._by_first, pattern)
            if pattern.form == "index":
                _insert(self._indices.setdefault(declaration.over, {}), pattern)
            if pattern.form == "ket":
                shared = replace(pattern, tokens=pattern.tokens[1:])
                if shared.tokens[0].startswith("#"):
                    self._after_bra_slot.append(shared)
                else:
                    _insert(self._after_bra, shared)

    def longest(self, tokens: Sequence[TexToken], start: int, end: int) -> Match | None:
        """The longest declared symbol that begins at `start` and ends before `end`."""
        return self._best(self._by_first.get(tokens[start].text, ()), tokens, start, end)

    def ket_after_bra(self, tokens: Sequence[TexToken], start: int, end: int) -> Match | None:
        r"""The `b\rangle` of `\langle a|b\rangle`."""
        candidates = [*self._after_bra.get(tokens[start].text, ()), *self._after_bra_slot]
        return self._best(candidates, tokens, start, end)

    def indices(self, tokens: Sequence[TexToken], start: int, end: int) -> list[Match]:
        """Indices, one after the other or with commas between; [] if other things stand there."""
        found: list[Match] = []
        while start < end:
            match = self._any_index(tokens, start, end)
            if match is None:
                return []
            found.append(match)
            start = match.end
            if start < end and tokens[start].text == ",":
                start += 1
        return found

    def _any_index(self, tokens: Sequence[TexToken], start: int, end: int) -> Match | None:
        candidates = [
            pattern
            for indices in self._indices.values()
            for pattern in indices.get(tokens[start].text, ())
        ]
        return self._best(candidates, tokens, start, end)

    def _best(
        self, candidates: Sequence[Pattern], tokens: Sequence[TexToken], start: int, end: int
    ) -> Match | None:
        matches = [
            match
            for pattern in candidates
            if (match := self._match(pattern, tokens, start, end)) is not None
        ]
        return max(matches, key=lambda match: (match.end, -len(match.arguments)), default=None)

    def _match(
        self, pattern: Pattern, tokens: Sequence[TexToken], start: int, end: int
    ) -> Match | None:
        place = start
        arguments: list[Expression] = []
        for number, wanted in enumerate(pattern.tokens):
            if place >= end:
                return None
            if not wanted.startswith("#"):
                if tokens[place].text != wanted:
                    return None
                place += 1
                continue
            slot = pattern.declaration.slots[int(wanted[1:]) - 1]
            lone = number > 0 and pattern.tokens[number - 1] in ARITY
            following = pattern.tokens[number + 1] if number + 1 < len(pattern.tokens) else ""
            found = self._argument(slot, tokens, place, end, following, lone=lone)
            if found is None:
                return None
            argument, place = found
            arguments.append(argument)
        return Match(place, pattern, tuple(arguments))

    def _argument(
        self,
        slot: str,
        tokens: Sequence[TexToken],
        start: int,
        end: int,
        following: str,
        *,
        lone: bool,
    ) -> tuple[Expression, int] | None:
        """What stands in a slot, which may be a whole TeX argument, and where reading goes on."""
        if lone:
            try:
                start, stop, after = argument_end(tokens, start, end)
            except IndexError:
                return None
        elif slot == NATURAL:
            stop = after = _place_of(following, tokens, start, end)
        else:
            stop = after = end
        if slot == NATURAL:
            expression = self._read_natural(tokens[start:stop]) if start < stop else None
            return None if expression is None else (expression, after)
        match = self._best(
            self._indices.get(slot, {}).get(tokens[start].text, ()), tokens, start, stop
        )
        if match is None or (lone and match.end != stop):
            return None
        return Symbol(match.pattern.declaration.name), (after if lone else match.end)


def _insert(table: dict[str, list[Pattern]], pattern: Pattern) -> None:
    table.setdefault(pattern.tokens[0], []).append(pattern)


def patterns_of(declaration: Declaration) -> Iterator[Pattern]:
    """The ways to write one symbol."""
    tokens = declaration.tokens
    if declaration.kind == "index":
        yield Pattern(declaration, tokens, "index")
    elif tokens[0] == "|" and tokens[-1] == r"\rangle":
        yield Pattern(declaration, tokens, "ket")
        if declaration.kind == "ket":
            yield Pattern(declaration, (r"\langle", *tokens[1:-1], "|"), "bra")
    elif tokens[0] == r"\langle" and tokens[-1] == "|":
        yield Pattern(declaration, tokens, "bra")
    else:
        yield Pattern(declaration, tokens, "symbol")


def _place_of(literal: str, tokens: Sequence[TexToken], start: int, end: int) -> int:
    """The first place outside all brackets where the literal stands; `start` if there is none."""
    depth = 0
    for place in range(start, end):
        text = tokens[place].text
        if depth == 0 and text == literal:
            return place
        depth += (text in _OPENING) - (text in _CLOSING)
        if depth < 0:
            break
    return start
