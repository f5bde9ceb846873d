r"""TeX tokens of sums over index sets, and of δ of indices, to the tokens of the grammar.

Main result: `IndexPass`.
"""

from __future__ import annotations

from derive.language.binder_lexer import BinderPass
from derive.language.patterns import Match
from derive.language.syntax import Delta, Symbol

MAX_SUMMATIONS = 40


class IndexPass(BinderPass):
    """Reads what declared indices stand in."""

    summations = 0

    def delta(self, place: int, end: int) -> tuple[Delta, int] | None:
        """The δ of two indices at a place, and where reading goes on."""
        if self.input[place].text != r"\delta" or place + 2 >= end:
            return None
        if self.input[place + 1].text != "_":
            return None
        start, stop, after = self.argument(place + 1, place + 2, end)
        found = self.patterns.indices(self.input, start, stop)
        if len(found) != 2:
            return None
        left, right = (Symbol(match.pattern.declaration.name) for match in found)
        if found[0].pattern.declaration.over != found[1].pattern.declaration.over:
            raise self.error(place, "the two indices of a δ must range over one set")
        return Delta(left, right), after

    def summation(self, place: int, end: int) -> int:
        """Read the indices of a sum."""
        self.summations += 1
        if self.summations > MAX_SUMMATIONS:
            raise self.error(place, f"a formula has at most {MAX_SUMMATIONS} sums")
        hint = r"write \sum_{k=1}^{n} …, or \sum_{i} … with a declared index i"
        if place + 1 >= end or self.input[place + 1].text != "_":
            raise self.error(place, "a sum needs its index", hint)
        start, stop, after = self.argument(place + 1, place + 2, end)
        if after < end and self.input[after].text == "^":
            raise self.error(
                place, "a sum ranges over an index set", r"or over numbers: \sum_{k=1}^{n} …"
            )
        members = next(
            (other for other in range(start, stop) if self.input[other].text == r"\in"), stop
        )
        found = self.patterns.indices(self.input, start, members)
        if not found:
            raise self.error(place, "a sum needs declared indices", hint)
        if members < stop:
            self.check_membership(found, members, stop)
        indices = tuple(Symbol(match.pattern.declaration.name) for match in found)
        self.emit("SUM", place, (indices, members < stop))
        return after

    def check_membership(self, found: list[Match], members: int, stop: int) -> None:
        """Refuse a set that is not the one over which the indices range."""
        written = self.source(members + 1, stop)
        for match in found:
            over = self.glossary[match.pattern.declaration.over]
            if "".join(over.tokens) != "".join(t.text for t in self.input[members + 1 : stop]):
                raise self.error(
                    members,
                    f"{match.pattern.declaration.name} ranges over {over.name}, not over {written}",
                )
