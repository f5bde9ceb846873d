r"""Formulas for terminals: the LaTeX of a tree as one line of Unicode.

`\frac{eB}{h}L^2` becomes `(eB/h)L²`, `\hat H|\psi\rangle` becomes `Ĥ|ψ⟩`.  The result is for
reading only; it is made from the LaTeX, so that it shows what the page shows.  Main results:
`write_text`, `text_of_latex`.
"""

from __future__ import annotations

import unicodedata

from derive.language.glossary import Glossary
from derive.language.syntax import Expression, Formula
from derive.language.tex import ACCENTS, TexToken, argument_end, tex_tokens
from derive.language.writer import write

_GREEK = (
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau "
    "upsilon phi chi psi omega"
).split()
_SIGNS = {
    **{
        rf"\{name}": unicodedata.lookup(f"GREEK SMALL LETTER {name.replace('lambda', 'lamda').upper()}")
        for name in _GREEK
    },
    **{
        rf"\{name.capitalize()}": unicodedata.lookup(
            f"GREEK CAPITAL LETTER {name.replace('lambda', 'lamda').upper()}"
        )
        for name in _GREEK
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
_SUBSCRIPTS = str.maketrans("0123456789+-−()ijknmaxehlopstruv", "₀₁₂₃₄₅₆₇₈₉₊₋₋₍₎ᵢⱼₖₙₘₐₓₑₕₗₒₚₛₜᵣᵤᵥ")
_SIMPLE_END = frozenset("⟩)]|}′²³")


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
            token = self.tokens[place].text
            if token == "-":
                text += "−" if _is_sign(text) else " − "
                place += 1
            elif token in ("^", "_"):
                argument, place = self.argument(place + 1, end)
                text += _raised(argument) if token == "^" else _lowered(argument)
            elif token == r"\frac":
                above, place = self.argument(place + 1, end)
                below, place = self.argument(place, end)
                fraction = f"{_grouped(above)}/{_grouped(below, divisor=True)}"
                alone = place == end or self.tokens[place].text in ("+", "-", "=", "}")
                text += fraction if alone and not text[-1:].strip() else f"({fraction})"
            elif token == r"\sqrt":
                place, degree = self.degree(place + 1, end)
                argument, place = self.argument(place, end)
                text += f"{degree}√{argument if len(argument) == 1 else f'({argument})'}"
            elif token in ACCENTS or token == r"\overline":
                argument, place = self.argument(place + 1, end)
                text += argument + _ACCENTS.get(token, "")
            elif token.startswith((r"\begin", r"\end")):
                text += "[" if token.startswith(r"\begin") else "]"
                place += 1
            else:
                text += _SIGNS.get(token, token.removeprefix("\\"))
                place += 1
        return text

    def argument(self, place: int, end: int) -> tuple[str, int]:
        try:
            start, stop, after = argument_end(self.tokens, place, end)
        except IndexError:
            return "", end
        return self.read(start, stop), after

    def degree(self, place: int, end: int) -> tuple[int, str]:
        if place >= end or self.tokens[place].text != "[":
            return place, ""
        digits = ""
        place += 1
        while place < end and self.tokens[place].text != "]":
            digits += self.tokens[place].text
            place += 1
        return place + 1, digits.translate(_SUPERSCRIPTS)


def _is_sign(before: str) -> bool:
    """Whether a minus after this text is a sign rather than a difference."""
    return not before.strip() or before.rstrip()[-1] in "=≠≤≥⇒([{,;:·×|⟨"


def _raised(text: str) -> str:
    plain = text.replace(" ", "")
    raised = plain.translate(_SUPERSCRIPTS)
    if plain in ("†", "*", "°", "′"):
        return plain
    if all(before != after for before, after in zip(plain, raised, strict=True)):
        return raised
    return f"^{_grouped(text, divisor=True)}"


def _lowered(text: str) -> str:
    plain = text.replace(" ", "")
    lowered = plain.translate(_SUBSCRIPTS)
    if plain.isdigit():
        return lowered
    return f"_{plain}" if len(plain) == 1 or plain.isalnum() else f"_({text})"


def _grouped(text: str, *, divisor: bool = False) -> str:
    """The text, in parentheses where a fraction on one line needs them."""
    has_sum = " + " in text or " − " in text
    several = len(text) > 1 and not text.replace("_", "").isalnum()
    product = divisor and _letters(text) > 1
    return f"({text})" if has_sum or "/" in text or product or (divisor and several) else text


def _letters(text: str) -> int:
    """How many base letters stand side by side, not counting what is raised, lowered or combined."""
    return sum(1 for character in text.split("_")[0] if character.isalpha() and character.isascii()) or (
        1 if text else 0
    )
