r"""TeX tokens of named functions and their arguments to the tokens of the grammar.

A function without parentheses takes one symbol, number or fraction, or a numeral and one of these,
and must end its term or stand before another function: `\sin 2x \cos x` is read, `\sin x y` is not.
Main result: `FunctionPass`.
"""

from __future__ import annotations

from functools import partial

from derive.language.analysis import (
    Application,
    FunctionCall,
    KroneckerDelta,
    Rounding,
    TransposeMark,
)
from derive.language.functions import LatexFunction, function_at
from derive.language.passes import Pass
from derive.language.syntax import Expression
from derive.language.tex import GREEK_LETTERS

OPENING = frozenset({"(", "[", "{", r"\{", r"\lfloor", r"\lceil"})
CLOSING = frozenset({")", "]", "}", r"\}", r"\rfloor", r"\rceil"})
RELATIONS = frozenset({"=", r"\neq", r"\le", r"\ge", "<", ">", r"\Rightarrow"})
_AFTER_TERM = frozenset({"+", "-", ",", ":", "&", r"\\", r"\land", *RELATIONS, *CLOSING})
_TRANSPOSES: dict[tuple[str, ...], TransposeMark] = {
    ("T",): "T",
    (r"\mathsf", "T"): r"\mathsf{T}",
    (r"\mathrm", "T"): r"\mathrm{T}",
    (r"\top",): r"\top",
    (r"\intercal",): r"\intercal",
}
_OPERANDS = frozenset(
    r"\frac \sqrt \overline \binom | \| [ \lfloor \lceil i e \mathrm \pi \infty \delta".split()
)
_PARENTHESES = r"write the argument in parentheses, as in \sin(xy) or \sin(x)y"


def _function_call(function: str, *parts: Expression) -> Expression:
    """The call of a function; its exponent, if any, stands before its argument."""
    *exponent, argument = parts
    return FunctionCall(function, argument, *exponent)


class FunctionPass(Pass):
    """Reads functions; each method reads one form and returns where reading goes on."""

    def function(self, function: LatexFunction, place: int, after: int, end: int) -> int:
        """Read a named function."""
        self.emit("COMMAND", place, partial(_function_call, function.latex))
        if after < end and self.input[after].text == "_":
            raise self.error(
                after,
                f"{function.latex} takes no subscript",
                r"write a logarithm to the base 2 as \frac{\ln x}{\ln 2}",
            )
        if after < end and self.input[after].text == "^":
            after = self.exponent_of_function(function, after, end)
        if function.needs_parentheses and (after >= end or self.input[after].text != "("):
            raise self.undeclared(place, end)
        return self.operand(place, after, end)

    def exponent_of_function(self, function: LatexFunction, caret: int, end: int) -> int:
        r"""Read the exponent of `\sin^2 x`."""
        start, stop, after = self.argument(caret, caret + 1, end)
        first = self.input[start].text
        if first == "-":
            raise self.error(
                caret,
                f"{function.latex}^{{-1}} may be the inverse function or a reciprocal",
                rf"write \frac{{1}}{{{function.latex} x}}, or the inverse function by its name",
            )
        if first == "(" and self.closing_place(start, stop) == stop - 1:
            raise self.error(
                caret, "a number in parentheses may count derivatives", r"write \frac{d^2}{dx^2}"
            )
        if first in (r"\dagger", "*", r"\prime"):
            raise self.error(caret, f"a function takes no {first}", r"write \left(…\right)^*")
        self.group(caret, start, stop)
        return after

    def operand(self, command: int, place: int, end: int) -> int:
        """Read the argument of a function, with parentheses around it in any case."""
        name = self.input[command].text
        if place >= end:
            raise self.error(command, f"{name} needs an argument")
        if self.is_grouped(place, end):
            after = self.parenthesised(command, place, end)
            ambiguous = after < end and self.input[after].text in ("^", "!")
            if ambiguous and name != r"\exp":
                raise self.error(
                    after,
                    "this may belong to the argument or to the function",
                    r"write \sin^2(x), \left(\sin x\right)^2 or \sin\left(x^2\right)",
                )
            return after
        after = self.bare(command, place, end)
        follows_function = self.is_function(after, end) or (
            after + 1 < end
            and self.input[after].text in (r"\cdot", r"\times")
            and self.is_function(after + 1, end)
        )
        if not follows_function and not self.ends_term(after, end):
            raise self.error(
                after, f"it is not clear how far the argument of {name} reaches", _PARENTHESES
            )
        return after

    def is_function(self, place: int, end: int) -> bool:
        """Whether a named function stands at a place."""
        if place >= end or self.patterns.longest(self.input, place, end) is not None:
            return False
        return self.input[place].text == r"\exp" or function_at(self.input, place, end) is not None

    def is_grouped(self, place: int, end: int) -> bool:
        """Whether parentheses, or square brackets that make no commutator, stand at a place."""
        text = self.input[place].text
        return text == "(" or (text == "[" and not self.has_comma(place, end))

    def has_comma(self, place: int, end: int) -> bool:
        """Whether a comma stands in the bracket that opens at a place, outside all others."""
        return bool(self.commas(place, self.closing_place(place, end)))

    def commas(self, place: int, closing: int) -> list[int]:
        """The commas between a bracket and the one that closes it, outside all others."""
        depth = 0
        found = []
        for other in range(place, closing):
            text = self.input[other].text
            depth += (text in OPENING) - (text in CLOSING)
            if depth == 1 and text == ",":
                found.append(other)
        return found

    def closing_place(self, place: int, end: int) -> int:
        """Where the bracket that opens at a place is closed."""
        depth = 0
        for other in range(place, end):
            text = self.input[other].text
            depth += (text in OPENING) - (text in CLOSING)
            if depth == 0:
                return other
        raise self.error(place, f"this {self.input[place].text} is never closed")

    def parenthesised(self, command: int, place: int, end: int) -> int:
        """Read what stands in brackets as a group."""
        closing = self.closing_place(place, end)
        wanted = {"(": ")", "[": "]", r"\lfloor": r"\rfloor", r"\lceil": r"\rceil"}[
            self.input[place].text
        ]
        if self.input[closing].text != wanted:
            column = self.position(place).column
            raise self.error(
                closing,
                f"this {self.input[closing].text} does not match the {self.input[place].text} "
                f"in column {column}",
            )
        self.group(command, place + 1, closing)
        return closing + 1

    def bare(self, command: int, place: int, end: int) -> int:
        """Read an argument without parentheses."""
        self.emit("LBRACE", command)
        outside, self.depth = self.depth, self.depth + 1
        if self.input[place].text.isdecimal():
            place = self.step(place, end)
            if place < end and self.starts_operand(place, end):
                place = self.atom(place, end)
        elif self.starts_operand(place, end):
            place = self.atom(place, end)
        else:
            text = self.input[place].text
            if (len(text) == 1 and text.isalpha()) or text in GREEK_LETTERS:
                raise self.undeclared(place, end)
            raise self.error(
                place,
                f"{self.input[place].text} cannot be an argument without parentheses",
                _PARENTHESES,
            )
        while place < end and self.input[place].text in ("^", "!"):
            place = self.step(place, end)
        self.depth = outside
        self.leave()
        self.emit("RBRACE", command)
        return place

    def starts_operand(self, place: int, end: int) -> bool:
        """Whether an argument without parentheses can begin at a place."""
        text = self.input[place].text
        match = self.patterns.longest(self.input, place, end)
        if match is not None:
            return match.pattern.form in ("symbol", "ket")
        if self.bound(place, end) > place or text.startswith(r"\begin"):
            return True
        if text in ("|", r"\|") and self.would_close(place):
            return False
        if text in ("(", "["):
            return text == "[" and self.has_comma(place, end)
        return text in _OPERANDS and function_at(self.input, place, end) is None

    def atom(self, place: int, end: int) -> int:
        """Read one symbol, or everything up to where its brackets close."""
        outside = len(self.open)
        place = self.step(place, end)
        while len(self.open) > outside:
            if place >= end:
                opening = self.open[-1][0]
                raise self.error(self.input.index(opening), f"this {opening.text} is never closed")
            place = self.step(place, end)
        return place

    def would_close(self, place: int) -> bool:
        """Whether a bar at a place closes the innermost open bracket."""
        token = self.input[place]
        return bool(self.open) and self.open[-1][1] == token.side + token.text

    def ends_term(self, place: int, end: int) -> bool:
        """Whether a term may end before a place."""
        if place >= end:
            return True
        text = self.input[place].text
        if text in ("|", r"\|"):
            return self.would_close(place)
        return text in _AFTER_TERM or text.startswith(r"\end")

    def application(self, name: str, place: int, after: int, end: int) -> int:
        """Read a declared function at its arguments."""
        shown = self.source(place, after)
        opening = after
        while opening < end and self.input[opening].text == "'":
            opening += 1
        if opening >= end or self.input[opening].text != "(":
            raise self.error(place, f"{shown} is a function", f"write its argument: {shown}(x)")
        closing = self.closing_place(opening, end)
        ends = [*self.commas(opening, closing), closing]
        primes = opening - after
        if primes and len(ends) > 1:
            raise self.error(
                after,
                f"it is not clear by which argument {shown} is differentiated",
                r"write \frac{\partial}{\partial x}",
            )
        self.emit("COMMAND", place, lambda *arguments: Application(name, arguments, primes))
        for start, stop in zip([opening, *ends], ends, strict=False):
            self.group(place, start + 1, stop)
        return closing + 1

    def rounding(self, place: int, end: int) -> int:
        """Read a number that is rounded down or up."""
        up = self.input[place].text == r"\lceil"
        self.emit("COMMAND", place, lambda body: Rounding(body, up))
        return self.parenthesised(place, place, end)

    def kronecker(self, place: int, end: int) -> int | None:
        r"""Read `\delta_{m, n}` or `\delta_{mn}` of letters that are no indices."""
        if place + 2 >= end or self.input[place + 1].text != "_":
            return None
        start, stop, after = self.argument(place + 1, place + 2, end)
        commas = self.commas(start - 1, stop)
        if len(commas) == 1 and start < commas[0] < stop - 1:
            parts = [(start, commas[0]), (commas[0] + 1, stop)]
        elif not commas and stop == start + 2 and all(map(self.is_simple, (start, start + 1))):
            parts = [(start, start + 1), (start + 1, stop)]
        else:
            return None
        self.emit("COMMAND", place, KroneckerDelta)
        for part in parts:
            self.group(place, *part)
        return after

    def is_simple(self, place: int) -> bool:
        """Whether a token is a digit, or a letter that is not the number i or e."""
        text = self.input[place].text
        if text in ("i", "e") and self.bound(place, place + 1) == place:
            return self.patterns.longest(self.input, place, place + 1) is not None
        return text.isalnum() or text in GREEK_LETTERS

    def transpose(self, start: int, stop: int) -> TransposeMark | None:
        """Which transpose a superscript is, if any; a declared or bound T is an exponent."""
        mark = _TRANSPOSES.get(tuple(token.text for token in self.input[start:stop]))
        taken = self.patterns.longest(self.input, start, stop) or self.bound(start, stop) > start
        return None if taken else mark
