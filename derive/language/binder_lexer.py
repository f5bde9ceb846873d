r"""TeX tokens of ranges and limits, and of all analysis, to the tokens of the grammar.

Main result: `BinderPass`.
"""

from __future__ import annotations

from functools import partial
from typing import Literal

from derive.language.analysis import Binomial, Limit, NamedConstant, OverRange, Side
from derive.language.differential_lexer import DifferentialPass
from derive.language.functions import function_at
from derive.language.syntax import Exponential

_CONSTANTS = {r"\pi": NamedConstant("pi"), r"\infty": NamedConstant("infinity")}
_ARROWS = frozenset({r"\to", r"\rightarrow"})


class BinderPass(DifferentialPass):
    """Reads what is analysis; each method reads one form and returns where reading goes on."""

    def analysis(self, place: int, end: int) -> int | None:
        """Read what begins at a place; None if it is no analysis."""
        text = self.input[place].text
        found = function_at(self.input, place, end)
        if found is not None:
            function, after = found
            return self.function(function, place, after, end)
        if text == r"\exp":
            self.emit("COMMAND", place, lambda exponent: Exponential(exponent, function=True))
            return self.operand(place, place + 1, end)
        if text in _CONSTANTS:
            self.emit("CONSTANT", place, _CONSTANTS[text])
            return place + 1
        if text == r"\binom":
            self.emit("COMMAND", place, Binomial)
            return self.braced(place, self.braced(place, place + 1, end), end)
        if text in (r"\lfloor", r"\lceil"):
            return self.rounding(place, end)
        if text == r"\int":
            return self.integral(place, end)
        if text in (r"\sum", r"\prod") and self.has_range(place, end):
            return self.over_range(place, end)
        if text == r"\lim":
            return self.limit(place, end)
        if text == r"\frac":
            return self.derivative(place, end)
        if text == r"\delta":
            return self.kronecker(place, end)
        return None

    # ranges and limits

    def has_range(self, place: int, end: int) -> bool:
        """Whether a sum or product has an equation or an upper bound for its range."""
        if self.input[place].text == r"\prod":
            return True
        after = place + 1
        while after < end and self.input[after].text in ("_", "^"):
            start, stop, following = self.argument(after, after + 1, end)
            if self.input[after].text == "_" and any(
                token.text == "=" for token in self.input[start:stop]
            ):
                return True
            after = following
        return False

    def over_range(self, place: int, end: int) -> int:
        """Read the variable and the bounds of a sum or product."""
        self.count_binder(place)
        text = self.input[place].text
        hint = rf"write {text}_{{k=1}}^{{n}} …"
        if place + 1 >= end or self.input[place + 1].text not in ("_", "^"):
            raise self.error(place, f"{text} needs its variable and bounds", hint)
        after, (lower, upper) = self.bounds(place, end)
        if self.last() == "SLASH":
            raise self.error(place, "a sum or product cannot stand behind /", r"write \frac{…}{…}")
        variable, equals = self.letter(*lower)
        if equals >= lower[1] or self.input[equals].text != "=" or equals + 1 == lower[1]:
            raise self.error(lower[0], "one variable and where it begins are expected here", hint)
        command: Literal[r"\sum", r"\prod"] = r"\sum" if text == r"\sum" else r"\prod"
        self.emit("EXTENDING", place, partial(OverRange, command, variable))
        self.group(place, equals + 1, lower[1])
        self.group(place, *upper)
        self.bind_letter(lower[0], equals, delimited=False)
        return after

    def limit(self, place: int, end: int) -> int:
        """Read the variable and the point of a limit."""
        self.count_binder(place)
        hint = r"write \lim_{x\to 0} …"
        if place + 1 >= end or self.input[place + 1].text != "_":
            raise self.error(place, "a limit needs its variable and point", hint)
        if self.last() == "SLASH":
            raise self.error(place, "a limit cannot stand behind /", r"write \frac{…}{…}")
        start, stop, after = self.argument(place + 1, place + 2, end)
        variable, arrow = self.letter(start, stop)
        if arrow >= stop or self.input[arrow].text not in _ARROWS or arrow + 1 == stop:
            raise self.error(start, r"a variable, \to and a point are expected here", hint)
        side, point_stop = self.side(arrow + 1, stop)
        self.emit("EXTENDING", place, lambda point, body: Limit(variable, point, body, side))
        self.group(place, arrow + 1, point_stop)
        self.bind_letter(start, arrow, delimited=False)
        return after

    def side(self, start: int, stop: int) -> tuple[Side, int]:
        """From which side a limit is taken, and where its point ends."""
        for place in range(start + 1, stop - 1):
            if self.input[place].text == "^":
                first, last, after = self.argument(place, place + 1, stop)
                sign = self.input[first].text
                if after == stop and last == first + 1 and sign in ("+", "-"):
                    return ("+" if sign == "+" else "-"), place
        return "", stop
