r"""Formulas for terminals: the LaTeX of a tree as one line of Unicode.

`\frac{eB}{h}L^2` becomes `(eB/h)L²`, `\hat H|\psi\rangle` becomes `Ĥ|ψ⟩`.  The result is for
reading only; it is made from the LaTeX, so that it shows what the page shows.  Main results:
`write_text`, `text_of_latex`.
"""

from __future__ import annotations

import unicodedata

from derive.language.functions import function_at
from derive.language.glossary import Glossary
from derive.language.syntax import Expression, Formula
from derive.language.tex import ACCENTS, ARITY, GREEK, TexToken, argument_end, tex_tokens
from derive.language.writer import write

_SIGNS = {
    **{
        rf"\{name}": unicodedata.lookup(
            f"GREEK SMALL LETTER {name.replace('lambda', 'lamda').upper()}"
        )
        for name in GREEK
    },
    **{
        rf"\{name.capitalize()}": unicodedata.lookup(
            f"GREEK CAPITAL LETTER {name.replace('lambda', 'lamda').upper()}"
        )
        for name in GREEK
    },
    r"\varepsilon": "ε",
    r"\varphi": "φ",
    r"\vartheta": "ϑ",
    r"\hbar": "ħ",
    r"\ell": "ℓ",
    r"\partial": "∂",
    r"\nabla": "∇",
    r"\infty": "∞",
    r"\langle": "⟨",
    r"\rangle": "⟩",
    r"\cdot": "·",
    r"\times": "×",
    r"\dagger": "†",
    r"\sum": "Σ",
    r"\int": "∫",
    r"\prod": "Π",
    r"\to": " → ",
    r"\lfloor": "⌊",
    r"\rfloor": "⌋",
    r"\lceil": "⌈",
    r"\rceil": "⌉",
    r"\top": "T",
    r"\intercal": "T",
    "<": " < ",
    ">": " > ",
    r"\in": "∈",
    r"\neq": " ≠ ",
    r"\le": " ≤ ",
    r"\ge": " ≥ ",
    r"\Rightarrow": " ⇒ ",
    r"\land": " ∧ ",
    r"\forall": "∀ ",
    r"\uparrow": "↑",
    r"\downarrow": "↓",
    r"\rightarrow": "→",
    r"\leftarrow": "←",
    r"\leftrightarrow": "↔",
    r"\bullet": "•",
    r"\perp": "⊥",
    r"\parallel": "∥",
    r"\circ": "°",
    r"\prime": "′",
    r"\exp": "exp",
    r"\{": "{",
    r"\}": "}",
    r"\|": "‖",
    "'": "′",
    "=": " = ",
    "+": " + ",
    ",": ", ",
    ":": ": ",
    "&": ", ",
    r"\\": "; ",
}
_ACCENTS = {
    r"\hat": "\N{COMBINING CIRCUMFLEX ACCENT}",
    r"\widehat": "\N{COMBINING CIRCUMFLEX ACCENT}",
    r"\tilde": "\N{COMBINING TILDE}",
    r"\widetilde": "\N{COMBINING TILDE}",
    r"\bar": "\N{COMBINING MACRON}",
    r"\vec": "\N{COMBINING RIGHT ARROW ABOVE}",
    r"\dot": "\N{COMBINING DOT ABOVE}",
    r"\ddot": "\N{COMBINING DIAERESIS}",
    r"\overline": "\N{COMBINING OVERLINE}",
}
_SUPERSCRIPTS = str.maketrans("0123456789+-−()nkij", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾ⁿᵏⁱʲ")
_SUPERSCRIPT_SIGNS = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿᵏⁱʲ"
_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_RELATIONS = frozenset({"=", "<", ">", r"\in", r"\le", r"\ge"})
_STROKE = "\N{COMBINING LONG SOLIDUS OVERLAY}"
_OPENS = frozenset(f"=≠≤≥{_STROKE}⇒∧+−([{{,;:|‖⟨")
_CLOSES = frozenset(
    {"=", "+", "-", ")", "]", r"\}", ",", r"\neq", r"\le", r"\ge", r"\not", r"\Rightarrow", "&"}
)


def write_text(tree: Expression | Formula, glossary: Glossary) -> str:
    """A tree as one line of Unicode, for reading.

    Args:
        tree: what to write; its symbols are declared in the glossary.
        glossary: how each symbol is written.

    Raises:
        GlossaryError: a symbol of the tree is not declared.
    """
    return text_of_latex(write(tree, glossary))


def text_of_latex(latex: str) -> str:
    """A formula in LaTeX as one line of Unicode, for reading.

    Raises:
        LanguageError: braces do not match, or the text is too long or too deeply nested.
    """
    tokens = tex_tokens(latex)
    text = _Reader(tokens).read(0, len(tokens))
    return " ".join(unicodedata.normalize("NFC", text).split())


class _Reader:
    """Turns tokens into text from left to right; recursion is as deep as the braces are."""

    def __init__(self, tokens: list[TexToken]) -> None:
        self.tokens = tokens

    def read(self, start: int, end: int) -> str:
        text = ""
        place = start
        while place < end:
            piece, after = self.piece(place, end, text)
            if self.tokens[place].text == r"\frac" and not _is_derivative(piece):
                opened = not text.strip() or text.rstrip()[-1] in _OPENS
                closed = after == end or self.tokens[after].text in _CLOSES
                piece = piece if opened and closed else f"({piece})"
            text += piece
            place = after
        return text

    def piece(self, place: int, end: int, before: str) -> tuple[str, int]:
        """The text of what begins at a token, and where reading goes on."""
        token = self.tokens[place].text
        if token == "-":
            is_sign = not before.strip() or before.rstrip()[-1] in _OPENS | {"·", "×"}
            return ("−" if is_sign else " − "), place + 1
        if token in ("^", "_"):
            argument, after = self.argument(place + 1, end)
            return (_raised(argument) if token == "^" else _lowered(argument)), after
        if token == r"\frac":
            above, middle = self.argument(place + 1, end)
            below, after = self.argument(middle, end)
            if _is_derivative(f"{above}/{below} "):
                return f"{above}/{below} ", after
            if " " in above.strip() or "/" in above:
                above = f"({above})"
            return f"{above}/{self.grouped(below, middle, end)}", after
        if token == r"\binom":
            above, middle = self.argument(place + 1, end)
            below, after = self.argument(middle, end)
            return f"binom({above}, {below})", after
        function = function_at(self.tokens, place, end)
        if function is not None:
            return self.function(place, function[1], end, before)
        if token == r"\sqrt":
            middle, degree = self.degree(place + 1, end)
            argument, after = self.argument(middle, end)
            return f"{degree}√{self.grouped(argument, middle, end)}", after
        if token == r"\not" and place + 1 < end and self.tokens[place + 1].text in _RELATIONS:
            sign = _SIGNS[self.tokens[place + 1].text]
            return sign.replace(sign.strip(), sign.strip() + _STROKE), place + 2
        if token in ACCENTS or token == r"\overline":
            argument, after = self.argument(place + 1, end)
            return argument + _ACCENTS.get(token, ""), after
        if token.startswith((r"\begin", r"\end")):
            return ("[" if token.startswith(r"\begin") else "]"), place + 1
        return _SIGNS.get(token, token.removeprefix("\\")), place + 1

    def function(self, place: int, after: int, end: int, before: str) -> tuple[str, int]:
        """The name of a function with its exponent, apart from what stands beside it."""
        letters = [token.text for token in self.tokens[place:after] if token.text not in "{}"]
        name = "".join(letters[len(letters) > 1 :]).removeprefix("\\")
        if after < end and self.tokens[after].text == "^":
            exponent, after = self.argument(after + 1, end)
            name += _raised(exponent)
        touches = bool(before) and (before[-1].isalnum() or before[-1] in f"){_SUPERSCRIPT_SIGNS}")
        space = " " if touches else ""
        apart = after < end and self.tokens[after].text not in "([|"
        return f"{space}{name}{' ' * apart}", after

    def argument(self, place: int, end: int) -> tuple[str, int]:
        try:
            start, stop, after = argument_end(self.tokens, place, end)
        except IndexError:
            return "", end
        return self.read(start, stop), after

    def grouped(self, text: str, place: int, end: int) -> str:
        """The text of the argument at a place, in parentheses unless it is one symbol or number."""
        try:
            start, stop, _ = argument_end(self.tokens, place, end)
        except IndexError:
            return text
        is_number = all(token.text.isdecimal() for token in self.tokens[start:stop])
        return text if is_number or self.atoms(start, stop) == 1 else f"({text})"

    def atoms(self, start: int, stop: int) -> int:
        """How many symbols stand side by side, with accents, superscripts and subscripts."""
        count = 0
        while start < stop:
            token = self.tokens[start].text
            count += token not in ("^", "_")
            start += 1
            if token in ARITY:
                start = self.argument(start, stop)[1]
        return count

    def degree(self, place: int, end: int) -> tuple[int, str]:
        if place >= end or self.tokens[place].text != "[":
            return place, ""
        digits = ""
        place += 1
        while place < end and self.tokens[place].text != "]":
            digits += self.tokens[place].text
            place += 1
        return place + 1, digits.translate(_SUPERSCRIPTS)


def _is_derivative(text: str) -> bool:
    """Whether a fraction reads as the sign of a derivative: `d/dx ` or `∂²/∂x² `."""
    above, slash, below = text.partition("/")
    is_sign = above[:1] in ("d", "∂") and all(c in _SUPERSCRIPT_SIGNS for c in above[1:])
    return bool(slash) and is_sign and below[:1] == above[:1] and len(below) > 2


def _raised(text: str) -> str:
    plain = text.replace(" ", "")
    raised = plain.translate(_SUPERSCRIPTS)
    if plain in ("†", "*", "°", "′"):
        return plain
    if all(before != after for before, after in zip(plain, raised, strict=True)):
        return raised
    return f"^{text}" if len(plain) == 1 else f"^({text})"


def _lowered(text: str) -> str:
    plain = text.replace(" ", "")
    if plain.isdigit():
        return plain.translate(_SUBSCRIPTS)
    return f"_{plain}" if plain.isalnum() else f"_({text})"
