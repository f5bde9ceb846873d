r"""The LaTeX of labels as runs of Unicode text, for pictures that are drawn without TeX.

Letters are slanted, digits and names upright; subscripts and superscripts are smaller runs above
or below the line; accents are combining characters.  Widths are estimated, and rather too large.

Main results: `Run`, `runs`, `prose_runs`, `width`, `prose_width`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from derive.language.tex import ACCENTS, GREEK, TexToken, argument_end, tex_tokens

_SIGNS = {
    r"\hbar": "ℏ", r"\ell": "ℓ", r"\partial": "∂", r"\infty": "∞", r"\sum": "∑", r"\prod": "∏",
    r"\int": "∫", r"\langle": "⟨", r"\rangle": "⟩", r"\dagger": "†", r"\neq": "≠", r"\le": "≤",
    r"\ge": "≥", r"\Rightarrow": "⇒", r"\forall": "∀", r"\in": "∈", r"\cdot": "⋅", r"\times": "×",
    r"\pm": "±", r"\to": "→", r"\rightarrow": "→", r"\leftarrow": "←", r"\leftrightarrow": "↔",
    r"\uparrow": "↑", r"\downarrow": "↓", r"\otimes": "⊗", r"\oplus": "⊕", r"\circ": "∘",
    r"\prime": "′", r"\|": "‖", r"\{": "{", r"\}": "}", r"\#": "#", r"\%": "%", r"\_": "_",
    r"\lfloor": "⌊", r"\rfloor": "⌋", r"\lceil": "⌈", r"\rceil": "⌉", r"\ldots": "…",
    r"\cdots": "⋯", r"\dots": "…", "-": "−", "*": "∗",
}  # fmt: skip
_ACCENTS = {
    r"\hat": "\u0302", r"\widehat": "\u0302", r"\tilde": "\u0303", r"\widetilde": "\u0303",
    r"\bar": "\u0304", r"\overline": "\u0305", r"\vec": "\u20d7", r"\dot": "\u0307",
    r"\ddot": "\u0308", r"\underline": "\u0332", r"\check": "\u030c", r"\breve": "\u0306",
}  # fmt: skip
_DOUBLE_STRUCK = {
    "C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ", "1": "𝟙",
}  # fmt: skip
_RELATIONS = frozenset("=≠≤≥<>⇒∈→←↔:+−±")
_OPENING = frozenset("([{⟨|‖,=≠≤≥<>⇒∈→+−± ")
_MATH = re.compile(r"\$([^$]+)\$")
_SCRIPT = 0.7
_RISE = {"^": 0.42, "_": -0.2}


class Run(NamedTuple):
    """Text in one style; `rise` and `size` are in units of the size of the label."""

    text: str
    slanted: bool
    rise: float = 0.0
    size: float = 1.0


def width(latex: str) -> float:
    """How wide a label is at most, in units of its size."""
    return _total_width(runs(latex))


def prose_width(text: str) -> float:
    """How wide prose is at most, in units of its size."""
    return _total_width(prose_runs(text))


def _total_width(found: Iterable[Run]) -> float:
    return sum(run.size * sum(map(_character_width, run.text)) for run in found)


def prose_runs(text: str) -> tuple[Run, ...]:
    """Prose, with formulas between dollar signs."""
    found: list[Run] = []
    for place, piece in enumerate(_MATH.split(text)):
        if place % 2:
            found += runs(piece)
        elif piece:
            found.append(Run(piece, False))
    return tuple(found)


@lru_cache(maxsize=4096)
def runs(latex: str) -> tuple[Run, ...]:
    """The label as runs of one style each.

    Raises:
        LanguageError: braces that do not match.
    """
    merged: list[Run] = []
    for run in _runs(tex_tokens(latex), slanted=True):
        if merged and merged[-1][1:] == run[1:]:
            run = run._replace(text=merged.pop().text + run.text)
        merged.append(run._replace(text=unicodedata.normalize("NFC", run.text)))
    return tuple(merged)


def _runs(tokens: Sequence[TexToken], *, slanted: bool) -> Iterator[Run]:
    place = 0
    before = "("
    while place < len(tokens):
        text = tokens[place].text
        place += 1
        arguments: list[Sequence[TexToken]] = []
        for _ in range(_arity(text)):
            if place < len(tokens):
                start, end, place = argument_end(tokens, place, len(tokens))
                arguments.append(tokens[start:end])
        for run in _written(text, arguments, before, slanted):
            before = run.text[-1]
            yield run


def _arity(text: str) -> int:
    if text in (r"\frac", r"\binom"):
        return 2
    return int(text in ACCENTS or text in _ACCENTS or text in (*_RISE, r"\sqrt"))


def _written(
    text: str, arguments: Sequence[Sequence[TexToken]], before: str, slanted: bool
) -> Iterator[Run]:
    """One token with its arguments."""
    inner = [list(_runs(argument, slanted=slanted)) for argument in arguments]
    if text in _RISE and inner:
        for run in inner[0]:
            rise = _RISE[text] + _SCRIPT * run.rise
            yield run._replace(rise=rise, size=_SCRIPT * run.size)
    elif text in (r"\frac", r"\binom") and len(inner) == 2:
        yield from _grouped(inner[0])
        yield Run("/" if text == r"\frac" else " over ", False)
        yield from _grouped(inner[1])
    elif text == r"\sqrt" and inner:
        yield Run("√", False)
        yield from _grouped(inner[0])
    elif text == r"\mathbb" and arguments:
        yield Run("".join(_DOUBLE_STRUCK.get(t.text, t.text) for t in arguments[0]), False)
    elif text in _ACCENTS and inner:
        for run in inner[0]:
            yield run._replace(text="".join(c + _ACCENTS[text] for c in run.text))
    elif text in ACCENTS and arguments:
        yield from _runs(arguments[0], slanted=False)
    elif text not in ("{", "}"):
        yield _character(text, before, slanted)


def _grouped(inner: Sequence[Run]) -> Iterator[Run]:
    """In parentheses, unless it is one character."""
    short = len(inner) == 1 and len(inner[0].text) == 1
    yield from inner if short else [Run("(", False), *inner, Run(")", False)]


def _character(text: str, before: str, slanted: bool) -> Run:
    name = text[1:]
    if name.removeprefix("var").casefold() in GREEK and text.startswith("\\"):
        return Run(_greek(name), slanted and name[0].islower())
    sign = _SIGNS.get(text, name if text.startswith("\\") and len(name) > 1 else text)
    if sign in _RELATIONS and before not in _OPENING:
        return Run(f"\u2009{sign}\u2009", False)
    if sign == ",":
        return Run(",\u2009", False)
    return Run(sign, slanted and len(sign) == 1 and sign.isalpha())


def _greek(name: str) -> str:
    if name in ("varphi", "vartheta"):
        return {"varphi": "φ", "vartheta": "ϑ"}[name]
    size = "CAPITAL" if name[0].isupper() else "SMALL"
    plain = name.removeprefix("var").upper().replace("LAMBDA", "LAMDA")
    return unicodedata.lookup(f"GREEK {size} LETTER {plain}")


def _character_width(character: str) -> float:
    if unicodedata.combining(character):
        return 0.0
    if unicodedata.east_asian_width(character) in "WF":
        return 1.0
    if character in "ijl.,:;|'!′()[]ftr ⟨⟩\u2009":
        return 0.42 if character != "\u2009" else 0.2
    return 0.95 if character in "mwMW∑∏⇒→←↔…⋯Ω" else 0.75 if character.isupper() else 0.6
