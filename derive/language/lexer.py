"""TeX tokens to the tokens of the grammar: declared symbols, numbers, marks and bars.

The lexer refuses what is not declared.  It also settles the three readings that depend on what is
declared: whether `i` is the imaginary unit, whether `e^…` is the exponential, and which bars make
bras, kets and absolute values.  Main result: `Lexer.tokens`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from lark import Token

from derive.language.analysis import NamedConstant, Variable
from derive.language.errors import Position
from derive.language.glossary import Glossary
from derive.language.index_lexer import IndexPass
from derive.language.patterns import Match, Patterns, ReadNatural
from derive.language.syntax import ImaginaryUnit, Number
from derive.language.tex import TexToken

_MARKS = {
    "+": "PLUS",
    "-": "MINUS",
    r"\cdot": "CDOT",
    r"\times": "TIMES",
    "/": "SLASH",
    ",": "COMMA",
    ":": "COLON",
    "=": "RELATION",
    r"\neq": "RELATION",
    r"\le": "RELATION",
    r"\ge": "RELATION",
    r"\Rightarrow": "IMPLIES",
    r"\land": "AND",
    r"\forall": "FORALL",
    "<": "RELATION",
    ">": "RELATION",
    "!": "BANG",
    "&": "AMPERSAND",
    r"\\": "NEWLINE",
}
_BRACKETS = {
    "(": ("LPAR", ")"),
    "[": ("LBRACKET", "]"),
    r"\{": ("LCURLY", r"\}"),
    "{": ("LBRACE", "}"),
}
_CLOSING = {")": "RPAR", "]": "RBRACKET", r"\}": "RCURLY", "}": "RBRACE"}
_BARS = {"|": ("OPEN_BAR", "CLOSE_BAR"), r"\|": ("OPEN_NORM", "CLOSE_NORM")}
_ENDS_OPERAND = frozenset(
    "SYMBOL KET NUMBER IMAGINARY RPAR RBRACE RBRACKET RCURLY DAGGER STAR CLOSE_BAR CLOSE_NORM END "
    "DELTA INDEX VARIABLE CONSTANT BANG TRANSPOSE".split()
)
_INTEGRAL_TOKENS = frozenset(
    "NUMBER PLUS MINUS CDOT TIMES CARET LBRACE RBRACE LPAR RPAR SYMBOL".split()
)
_EXPONENTIAL_TOKENS = frozenset(
    "IMAGINARY KET BRA EULER CONSTANT COMMAND EXTENDING TRANSPOSE".split()
)
_ENDS_TERM = frozenset("PLUS MINUS COMMA COLON RELATION IMPLIES AND AMPERSAND NEWLINE".split())
MAX_DIGITS = 300
MAX_OPEN_BRAS = 40


class Lexer:
    """Reads TeX tokens over one glossary.

    Args:
        glossary: the declared symbols.
        read_natural: reads what stands in a natural slot.
    """

    def __init__(self, glossary: Glossary, read_natural: ReadNatural) -> None:
        self.glossary = glossary
        self.patterns = Patterns(glossary, read_natural)
        self.imaginary = glossary.written("i") is None
        self.euler = glossary.written("e") is None

    def tokens(self, tokens: Sequence[TexToken], text: str, first_line: int) -> list[Token]:
        """The tokens of the grammar.

        Raises:
            LanguageError: something undeclared, or brackets that do not match.
        """
        return _Pass(self, tokens, text, first_line).run()


class _Pass(IndexPass):
    """Reads symbols, numbers, marks and bars; sums and analysis, the passes below it read."""

    def __init__(
        self, lexer: Lexer, tokens: Sequence[TexToken], text: str, first_line: int
    ) -> None:
        super().__init__(lexer.glossary, lexer.patterns, tokens, text, first_line)
        self.lexer = lexer
        self.open_bras = 0

    def step(self, place: int, end: int) -> int:
        """Read one token of the grammar; where reading goes on."""
        if self.last() == "BRA":
            match = self.patterns.ket_after_bra(self.input, place, end)
            if match is not None:
                return self.symbol(match, place, end)
        match = self.patterns.longest(self.input, place, end)
        delta = self.delta(place, end)
        if delta is not None and (match is None or delta[1] > match.end):
            self.emit("DELTA", place, delta[0])
            return delta[1]
        bound = self.bound(place, end)
        if bound > (place if match is None else match.end):
            return self.variable(place, bound, end)
        if match is not None:
            return self.symbol(match, place, end)
        self.refuse_ended(place, place + 1)
        after = self.analysis(place, end)
        return self.mark(place, end) if after is None else after

    def variable(self, place: int, after: int, end: int) -> int:
        """Read a letter that only its binder declares."""
        if after < end and self.input[after].text in ("_", "'"):
            raise self.undeclared(place, end)
        if self.input[place].text == "i" and any(
            token.type == "EULER" or token == r"\exp" for token in self.output
        ):
            raise self.error(
                place,
                "this may be the bound letter i or the imaginary unit",
                r"bind another letter, or write \mathrm{i} for the number",
            )
        self.emit("VARIABLE", place, Variable(self.source(place, after)))
        return after

    def symbol(self, match: Match, place: int, end: int) -> int:
        declaration = match.pattern.declaration
        self.refuse_ended(place, match.end)
        if declaration.kind == "function":
            return self.application(declaration.name, place, match.end, end)
        if (
            match.end < end
            and self.input[match.end].text in ("_", "'")
            and match.pattern.form != "bra"
        ):
            raise self.undeclared(place, end)
        self.emit(match.pattern.form.upper(), place, match.pattern.node(match.arguments))
        self.count_bras(match, place)
        if "^" in declaration.tokens and match.end < end and self.input[match.end].text == "^":
            raise self.error(
                match.end,
                f"{declaration.latex} has a superscript already",
                "write parentheses around it",
            )
        if declaration.tokens == ("e",) and match.end < end and self.input[match.end].text == "^":
            return self.power_of_e(match.end, end)
        return match.end

    def count_bras(self, match: Match, place: int) -> None:
        """Bound how deep bras without their kets stand inside each other."""
        form = match.pattern.form
        self.open_bras += (form == "bra") - (form == "ket" and self.open_bras > 0)
        if self.open_bras > MAX_OPEN_BRAS:
            raise self.error(place, f"more than {MAX_OPEN_BRAS} bras wait for their kets")

    def power_of_e(self, caret: int, end: int) -> int:
        """Read the superscript of a declared e, and settle whether that e is the symbol."""
        base = len(self.output) - 1
        after = self.superscript(caret, end)
        if self.last() != "RBRACE":
            return after
        kind = exponent_kind(self.lexer.glossary, self.output[base + 3 : -1])
        if kind == "ambiguous":
            raise self.error(
                caret,
                "this may be a power of the symbol e or the exponential function",
                r"write \exp(…) or \mathrm{e}^{…} for the exponential, a root for a power",
            )
        if kind == "exponential":
            self.output[base].type = "EULER"
        return after

    def mark(self, place: int, end: int) -> int:
        text = self.input[place].text
        if text.isdecimal() and text.isascii():
            return self.number(place, end)
        if text in _MARKS:
            if text == r"\\" and place + 1 < end and self.input[place + 1].text.startswith(r"\end"):
                return place + 1
            self.emit(_MARKS[text], place, text)
            if text in "+-=<>":
                self.open_bras = 0
            if _MARKS[text] in _ENDS_TERM:
                self.end_term(goes_on=_MARKS[text] in ("PLUS", "MINUS"))
            return place + 1
        if text in _BARS:
            return self.bar(place, end)
        if text in _BRACKETS:
            kind, closing = _BRACKETS[text]
            self.emit(kind, place)
            self.open.append((self.input[place], closing))
            return place + 1
        if text in _CLOSING:
            return self.closing(place)
        if text.startswith((r"\begin{", r"\end{")):
            return self.environment(place)
        if text == "^":
            return self.superscript(place, end)
        return self.command(place, end)

    def command(self, place: int, end: int) -> int:
        text = self.input[place].text
        following = self.input[place + 1].text if place + 1 < end else ""
        if text == r"\frac":
            self.emit("FRAC", place)
            return self.braced(place, self.braced(place, place + 1, end), end)
        if text == r"\sqrt":
            after, degree = self.degree(place, end)
            self.emit("SQRT", place, degree)
            return self.braced(place, after, end)
        if text == r"\overline":
            self.emit("OVERLINE", place)
            return self.braced(place, place + 1, end)
        if text == r"\sum":
            return self.summation(place, end)
        if text == r"\mathrm" and following == "i":
            self.emit("IMAGINARY", place, ImaginaryUnit())
            return place + 2
        if text == "i" and self.lexer.imaginary and following not in ("_", "'"):
            self.emit("IMAGINARY", place, ImaginaryUnit())
            return place + 1
        if text == r"\mathrm" and following == "e":
            return self.euler(place, place + 2, end)
        if text == "e" and self.lexer.euler and following not in ("_", "'"):
            return self.euler(place, place + 1, end)
        raise self.undeclared(place, end)

    def euler(self, place: int, after: int, end: int) -> int:
        """Read the number e: with a superscript it is the exponential function."""
        raised = after < end and self.input[after].text == "^"
        self.emit("EULER" if raised else "CONSTANT", place, NamedConstant("e"))
        return after

    def number(self, place: int, end: int) -> int:
        after = place + 1
        digits = self.input[place].text
        while after < end and self.input[after].glued and self.continues(after, end, digits):
            digits += self.input[after].text
            after += 1
        if len(digits) > MAX_DIGITS:
            raise self.error(place, f"a numeral has at most {MAX_DIGITS} digits")
        self.emit("NUMBER", place, Number(digits))
        return after

    def continues(self, place: int, end: int, digits: str) -> bool:
        text = self.input[place].text
        if text == "." and "." not in digits:
            following = self.input[place + 1] if place + 1 < end else None
            return following is not None and following.glued and following.text.isdecimal()
        return text.isdecimal() and text.isascii()

    def bar(self, place: int, end: int) -> int:
        token = self.input[place]
        opening, closing = _BARS[token.text]
        wanted = {"left": "right", "": ""}.get(token.side)
        closes = (
            bool(self.open)
            and self.open[-1][1] == token.side + token.text
            and (token.side == "right" or self.last() in _ENDS_OPERAND)
        )
        if closes:
            self.open.pop()
            self.leave()
            self.emit(closing, place)
        elif wanted is None:
            raise self.error(place, f"this {token.text} closes nothing")
        else:
            self.refuse_undeclared_ket(place, end)
            self.emit(opening, place)
            self.open.append((token, wanted + token.text))
        return place + 1

    def closing(self, place: int) -> int:
        token = self.input[place]
        if not self.open:
            raise self.error(place, f"this {token.text} closes nothing")
        opening, wanted = self.open.pop()
        if token.text != wanted:
            column = Position(self.text, opening.offset, self.first_line).column
            raise self.error(
                place, f"this {token.text} does not match the {opening.text} in column {column}"
            )
        self.leave()
        self.emit(_CLOSING[token.text], place)
        return place + 1

    def environment(self, place: int) -> int:
        token = self.input[place]
        name = token.text[token.text.index("{") + 1 : -1]
        if token.text.startswith(r"\begin"):
            if name not in ("bmatrix", "pmatrix"):
                raise self.error(
                    place, f"there is no {name} in a formula", "write bmatrix or pmatrix"
                )
            self.emit("BEGIN", place, name)
            self.open.append((token, rf"\end{{{name}}}"))
            return place + 1
        if not self.open or self.open.pop()[1] != token.text:
            raise self.error(place, f"this {token.text} closes nothing")
        self.leave()
        self.emit("END", place)
        return place + 1

    def superscript(self, place: int, end: int) -> int:
        start, stop, after = self.argument(place, place + 1, end)
        if stop == start + 1 and self.input[start].text in (r"\dagger", "*"):
            self.emit("DAGGER" if self.input[start].text == r"\dagger" else "STAR", place)
            return after
        mark = self.transpose(start, stop)
        if mark is not None:
            self.emit("TRANSPOSE", place, mark)
            return after
        self.emit("CARET", place)
        return self.braced(place, place + 1, end)

    def degree(self, place: int, end: int) -> tuple[int, int]:
        """The degree of a root, and where its radicand stands."""
        if place + 1 >= end or self.input[place + 1].text != "[":
            return place + 1, 2
        after = place + 2
        digits = ""
        while after < end and self.input[after].text.isdecimal():
            digits += self.input[after].text
            after += 1
        if (
            after >= end
            or self.input[after].text != "]"
            or digits[:1] in ("", "0")
            or digits == "1"
        ):
            raise self.error(place, "the degree of a root is a whole number from 2 on")
        if len(digits) > 2:
            raise self.error(place, "the degree of a root is at most 99")
        return after + 1, int(digits)


def exponent_kind(
    glossary: Glossary, exponent: Sequence[Token]
) -> Literal["power", "exponential", "ambiguous"]:
    """How `e^{exponent}` is read where a symbol e is declared."""
    kinds = {token.type for token in exponent}
    symbols = [token.value[0] for token in exponent if token.type == "SYMBOL"]
    others = kinds & _EXPONENTIAL_TOKENS
    if others or any(not glossary[symbol.name].is_natural for symbol in symbols):
        return "exponential"
    decimals = any(token.type == "NUMBER" and "." in token.value[0].text for token in exponent)
    return "ambiguous" if decimals or kinds - _INTEGRAL_TOKENS else "power"
