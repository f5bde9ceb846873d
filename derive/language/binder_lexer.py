r"""TeX tokens of integrals, derivatives, ranges and limits to the tokens of the grammar.

The differential of an integral is looked for first, so that its letter is bound in what stands
before.  Main result: `BinderPass`.
"""

from __future__ import annotations

from functools import partial
from typing import Literal

from derive.language.analysis import (
    Binomial,
    Derivative,
    DifferentialMark,
    Integral,
    Limit,
    NamedConstant,
    OverRange,
    Side,
    Variable,
)
from derive.language.function_lexer import CLOSING, OPENING, RELATIONS, FunctionPass
from derive.language.functions import function_at
from derive.language.syntax import Exponential, Number, Symbol
from derive.language.tex import GREEK_LETTERS

MAX_BINDERS = 40

_CONSTANTS = {r"\pi": NamedConstant("pi"), r"\infty": NamedConstant("infinity")}
_ARROWS = frozenset({r"\to", r"\rightarrow"})


class BinderPass(FunctionPass):
    """Reads what is analysis; each method reads one form and returns where reading goes on."""

    binders = 0

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
        return None

    def count_binder(self, place: int) -> None:
        """Bound how many binders a formula has, and so how deep they nest."""
        self.binders += 1
        if self.binders > MAX_BINDERS:
            raise self.error(
                place, f"a formula has at most {MAX_BINDERS} integrals, limits and sums"
            )

    # letters

    def letter(self, place: int, end: int) -> tuple[Symbol | Variable, int]:
        """The letter that a binder binds, or a derivative is taken by, and where it ends."""
        match = self.patterns.longest(self.input, place, end) if place < end else None
        if match is not None:
            declaration = match.pattern.declaration
            if declaration.kind == "index":
                raise self.error(
                    place,
                    f"{declaration.name} ranges over an index set",
                    "write another letter for a range of numbers",
                )
            if declaration.kind != "scalar" or declaration.slots or "^" in declaration.tokens:
                raise self.error(place, f"the {declaration.kind} {declaration.name} is no variable")
            return Symbol(declaration.name), match.end
        text = self.input[place].text if place < end else ""
        is_letter = (
            len(text) == 1 and text.isalpha() and text not in "ed"
        ) or text in GREEK_LETTERS
        if not is_letter or text == r"\pi":
            raise self.error(
                min(place, len(self.input) - 1), "a letter is expected here, the variable"
            )
        after = self.symbol_end(place, end)
        return Variable(self.source(place, after)), after

    def require_known(self, variable: Symbol | Variable, place: int, after: int) -> None:
        """Refuse a variable at which something is evaluated, if nothing declares or binds it."""
        if isinstance(variable, Variable) and self.bound(place, after) != after:
            raise self.undeclared(place, after)

    def bind_letter(self, place: int, after: int, *, delimited: bool) -> None:
        """Begin the scope of a letter that stands between two places."""
        letters = tuple(token.text for token in self.input[place:after])
        self.bind(letters, delimited=delimited)

    # integrals

    def integral(self, place: int, end: int) -> int:
        """Read an integral."""
        self.count_binder(place)
        start, bounds = self.bounds(place, end)
        differential, mark = self.differential(place, start, end)
        first = differential + (2 if mark == r"\mathrm{d}" else 1)
        variable, after = self.letter(first, end)
        if not bounds:
            self.require_known(variable, first, after)
        self.emit("COMMAND", place, lambda *parts: Integral(parts[-1], variable, parts[:-1], mark))
        for bound in bounds:
            self.group(place, *bound)
        self.bind_letter(first, after, delimited=True)
        if start < differential:
            self.group(place, start, differential)
        else:
            self.emit("LBRACE", place)
            self.emit("NUMBER", place, Number("1"))
            self.emit("RBRACE", place)
            self.leave()
        follows = self.input[after].text if after < end else ""
        if follows == "^" or (start == differential and not self.ends_term(after, end)):
            raise self.error(
                after,
                f"an integral ends with {self.source(differential, after)}",
                rf"write \int f(x) \, {self.source(differential, after)} before it",
            )
        return after

    def bounds(self, place: int, end: int) -> tuple[int, list[tuple[int, int]]]:
        """Where the integrand begins, and where the lower and the upper bound stand."""
        found: dict[str, tuple[int, int]] = {}
        after = place + 1
        while after < end and self.input[after].text in ("_", "^"):
            mark = self.input[after].text
            if mark in found:
                raise self.error(after, f"a second {mark} at {self.input[place].text}")
            start, stop, after = self.argument(after, after + 1, end)
            found[mark] = start, stop
        if len(found) == 1:
            raise self.error(
                place,
                f"{self.input[place].text} has one bound only",
                "write both bounds, or none for an antiderivative",
            )
        return after, [found[mark] for mark in ("_", "^") if found]

    def differential(self, place: int, start: int, end: int) -> tuple[int, DifferentialMark]:
        """Where the differential of the integral stands; other integrals come with theirs."""
        wanted, depth = 1, 0
        other = start
        while other < end:
            text = self.input[other].text
            match = self.patterns.longest(self.input, other, end)
            mark = self.is_differential(other, end) if depth == 0 else None
            if match is not None:
                other = match.end
                continue
            if mark is not None:
                wanted -= 1
                if not wanted:
                    return other, mark
            wanted += text == r"\int" and depth == 0
            depth += (text in OPENING) - (text in CLOSING)
            depth += text.startswith(r"\begin") - text.startswith(r"\end")
            if depth < 0 or (depth == 0 and text in RELATIONS):
                break
            other += 1
            if text in ("_", "^") and other < end:
                other = self.argument(other - 1, other, end)[2]
        raise self.error(place, "this integral has no differential", r"end it with \, dx")

    def is_differential(self, place: int, end: int) -> DifferentialMark | None:
        """Which mark of a differential stands at a place, if any."""
        texts = [token.text for token in self.input[place : min(place + 3, end)]]
        if not texts or self.patterns.longest(self.input, place, end) is not None:
            return None
        if texts[0] == "d" and len(texts) > 1 and self.is_letter(texts[1]):
            return "d"
        if texts[:2] == [r"\mathrm", "d"] and len(texts) > 2 and self.is_letter(texts[2]):
            return r"\mathrm{d}"
        return None

    @staticmethod
    def is_letter(text: str) -> bool:
        """Whether a token can be the variable of a differential."""
        return (len(text) == 1 and text.isalpha()) or text.startswith("\\")

    # derivatives

    def derivative(self, place: int, end: int) -> int | None:
        r"""Read `\frac{d}{dx} f(x)` or `\frac{df(x)}{dx}`; None if the fraction is another."""
        top, top_stop, middle = self.argument(place, place + 1, end)
        bottom, bottom_stop, after = self.argument(place, middle, end)
        mark = self.mark_of_derivative(top, top_stop)
        if mark is None or self.mark_of_derivative(bottom, bottom_stop) != mark:
            return None
        self.count_binder(place)
        width = 2 if mark == r"\mathrm{d}" else 1
        variables: list[Symbol | Variable] = []
        orders: list[tuple[int, int]] = []
        while bottom < bottom_stop:
            if self.mark_of_derivative(bottom, bottom_stop) != mark:
                raise self.error(bottom, "a differential is expected here", r"write \frac{d}{dx}")
            first = bottom + width
            variable, bottom = self.letter(first, bottom_stop)
            self.require_known(variable, first, bottom)
            order, bottom = self.order(bottom, bottom_stop)
            variables.append(variable)
            orders.append(order)
        order, top = self.order(top + width, top_stop)
        self.check_orders(place, order, orders)
        self.emit(
            "COMMAND",
            place,
            lambda *parts: Derivative(tuple(variables), parts[:-1], parts[-1], mark),
        )
        for start, stop in orders:
            if start < stop:
                self.group(place, start, stop)
            else:
                self.emit("LBRACE", place)
                self.emit("NUMBER", place, Number("1"))
                self.emit("RBRACE", place)
        if top < top_stop:
            self.body_above(place, top, top_stop)
            return after
        return self.body_behind(place, after, end)

    def mark_of_derivative(self, start: int, stop: int) -> DifferentialMark | None:
        """Which mark of a derivative stands at a place, if any."""
        if start >= stop or self.patterns.longest(self.input, start, stop) is not None:
            return None
        texts = [token.text for token in self.input[start : min(start + 2, stop)]]
        if texts == [r"\mathrm", "d"]:
            return r"\mathrm{d}"
        marks: dict[str, DifferentialMark] = {"d": "d", r"\partial": r"\partial"}
        return marks.get(texts[0])

    def order(self, place: int, stop: int) -> tuple[tuple[int, int], int]:
        """Where the order of a derivative stands, and where reading goes on."""
        if place >= stop or self.input[place].text != "^":
            return (place, place), place
        start, end, after = self.argument(place, place + 1, stop)
        return (start, end), after

    def check_orders(
        self, place: int, above: tuple[int, int], below: list[tuple[int, int]]
    ) -> None:
        """The order above must be what the orders below add up to."""
        texts = ["".join(t.text for t in self.input[a:b]) or "1" for a, b in (above, *below)]
        if len(texts) == 2:
            agree = texts[0] == texts[1]
        else:
            numbers = [int(text) for text in texts if text.isdecimal() and len(text) < 4]
            agree = len(numbers) == len(texts) and numbers[0] == sum(numbers[1:])
        if not agree:
            raise self.error(place, "the orders above and below this derivative differ")

    def body_above(self, place: int, top: int, stop: int) -> None:
        """Read what a derivative is taken of, in its numerator."""
        match = self.patterns.longest(self.input, top, stop)
        is_function = match is not None and match.pattern.declaration.kind == "function"
        if not is_function and not self.is_function(top, stop):
            raise self.error(
                top,
                "it is not clear whether this depends on the variable",
                r"write \frac{d}{dx}\left(…\right)",
            )
        self.group(place, top, stop)

    def body_behind(self, place: int, after: int, end: int) -> int:
        """Read what a derivative is taken of, behind its fraction."""
        if after >= end:
            raise self.error(place, "this derivative has no argument", r"write \frac{d}{dx} f(x)")
        if self.is_grouped(after, end):
            after = self.parenthesised(place, after, end)
        elif self.is_function(after, end) or self.input[after].text == r"\frac":
            self.emit("LBRACE", place)
            self.depth += 1
            after = self.atom(after, end)
            self.depth -= 1
            self.leave()
            self.emit("RBRACE", place)
        else:
            after = self.bare(place, after, end)
        if not self.ends_term(after, end):
            raise self.error(
                after,
                "it is not clear how far the derivative reaches",
                r"write \frac{d}{dx}\left(…\right), in parentheses if factors follow",
            )
        return after

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
