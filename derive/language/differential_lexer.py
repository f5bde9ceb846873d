r"""TeX tokens of integrals and derivatives to the tokens of the grammar.

The differential of an integral is looked for first, so that its letter is bound in what stands
before.  It may stand in the numerator of a last fraction, `\int \frac{dx}{x}`.  Main result:
`DifferentialPass`.
"""

from __future__ import annotations

from dataclasses import dataclass

from derive.language.analysis import Derivative, DifferentialMark, Integral, Variable
from derive.language.function_lexer import CLOSING, OPENING, RELATIONS, FunctionPass
from derive.language.syntax import Number, Symbol
from derive.language.tex import GREEK_LETTERS

MAX_BINDERS = 40


@dataclass(frozen=True, slots=True)
class _Fraction:
    """A fraction, where its numerator begins, where its denominator stands, and where it ends."""

    place: int
    top: int
    below: tuple[int, int]
    end: int


@dataclass(frozen=True, slots=True)
class _Differential:
    """Where a differential stands, and the fraction in whose numerator it does."""

    place: int
    mark: DifferentialMark
    fraction: _Fraction | None = None

    @property
    def width(self) -> int:
        """How many tokens stand before its letter."""
        return 2 if self.mark == r"\mathrm{d}" else 1


class DifferentialPass(FunctionPass):
    """Reads what has differentials; each method returns where reading goes on."""

    binders = 0

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
        found = self.differential(place, start, end)
        first = found.place + found.width
        variable, after = self.letter(first, end)
        if not bounds:
            self.require_known(variable, first, after)
        self.emit(
            "COMMAND", place, lambda *parts: Integral(parts[-1], variable, parts[:-1], found.mark)
        )
        for bound in bounds:
            self.group(place, *bound)
        self.bind_letter(first, after, delimited=True)
        written = self.source(found.place, after)
        if found.fraction is not None:
            after = self.fraction_integrand(place, start, found.place, found.fraction)
        elif start < found.place:
            self.group(place, start, found.place)
        else:
            self.one(place)
            self.leave()
        follows = self.input[after].text if after < end else ""
        is_open = found.fraction is not None or start == found.place
        if follows == "^" or (is_open and not self.ends_term(after, end)):
            raise self.error(
                after,
                f"this integral ends with {written}",
                rf"write \int f(x) \, {written}, and in parentheses if factors follow",
            )
        return after

    def fraction_integrand(
        self, place: int, start: int, differential: int, fraction: _Fraction
    ) -> int:
        """Read an integrand with the differential in the numerator of its last fraction."""
        self.emit("LBRACE", place)
        self.depth += 1
        self.read(start, fraction.place)
        self.emit("FRAC", fraction.place)
        if fraction.top < differential:
            self.group(fraction.place, fraction.top, differential)
        else:
            self.one(fraction.place)
        self.group(fraction.place, *fraction.below)
        self.depth -= 1
        self.leave()
        self.emit("RBRACE", place)
        return fraction.end

    def one(self, place: int) -> None:
        """The number 1 as a group, for what is not written."""
        self.emit("LBRACE", place)
        self.emit("NUMBER", place, Number("1"))
        self.emit("RBRACE", place)

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

    def differential(self, place: int, start: int, end: int) -> _Differential:
        """Where the differential of the integral stands; other integrals come with theirs."""
        wanted, depth = 1, 0
        other = start
        while other < end:
            text = self.input[other].text
            match = self.patterns.longest(self.input, other, end)
            found = self.differential_at(other, end) if depth == 0 and match is None else None
            if match is not None:
                other = match.end
                continue
            if found is not None:
                wanted -= 1
                if not wanted:
                    return found
                other = found.place if found.fraction is None else found.fraction.end - 1
            wanted += text == r"\int" and depth == 0
            depth += (text in OPENING) - (text in CLOSING)
            depth += text.startswith(r"\begin") - text.startswith(r"\end")
            if depth < 0 or (depth == 0 and text in RELATIONS):
                break
            other += 1
            if text in ("_", "^") and other < end:
                other = self.argument(other - 1, other, end)[2]
        raise self.error(place, "this integral has no differential", r"end it with \, dx")

    def differential_at(self, place: int, end: int) -> _Differential | None:
        """The differential at a place, or that of the numerator of the fraction there."""
        mark = self.is_differential(place, end)
        if mark is not None:
            return _Differential(place, mark)
        if self.input[place].text != r"\frac":
            return None
        top, top_stop, middle = self.argument(place, place + 1, end)
        bottom, bottom_stop, after = self.argument(place, middle, end)
        if self.mark_of_derivative(bottom, bottom_stop) is not None:
            return None
        for other in range(top, top_stop):
            mark = self.is_differential(other, top_stop)
            if mark is not None:
                found = _Differential(
                    other, mark, _Fraction(place, top, (bottom, bottom_stop), after)
                )
                if self.letter(other + found.width, top_stop)[1] == top_stop:
                    return found
        return None

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
                self.one(place)
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
