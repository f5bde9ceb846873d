r"""How wide and how high formulas and prose are, roughly, in em of the text around them.

Computer Modern at text size; enough to decide where a line must break before TeX sees it.

Main results: `math_width`, `math_height`, `text_width`, `text_height`,
`lexemes`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from derive.render.prose import split_math

_LEXEME = re.compile(
    r"\\(?:begin|end)\{[a-z]+\*?\}|\\(?:[A-Za-z]+|.)|\s+|.",
    re.DOTALL,
)
RELATIONS = frozenset(r"= < > \neq \le \ge \Rightarrow \to \in :".split())
ADDITIONS = frozenset("+-")
MULTIPLICATIONS = frozenset(r"\cdot \times".split())

_WIDE_SPACE, _SMALL_SPACE = 0.56, 0.45
_SCRIPT = 0.7
_WIDTHS = {
    **dict.fromkeys(RELATIONS, 0.78 + _WIDE_SPACE),
    ":": 0.28 + _WIDE_SPACE,
    r"\Rightarrow": 1 + _WIDE_SPACE,
    r"\to": 1 + _WIDE_SPACE,
    "+": 0.78 + _SMALL_SPACE,
    "-": 0.78 + _SMALL_SPACE,
    r"\cdot": 0.28 + _SMALL_SPACE,
    r"\times": 0.78 + _SMALL_SPACE,
    ",": 0.45,
    "|": 0.28,
    "(": 0.39,
    ")": 0.39,
    "[": 0.28,
    "]": 0.28,
    "/": 0.5,
    "!": 0.28,
    "'": 0.25,
    "&": 0.0,
    r"\,": 0.17,
    r"\quad": 1.0,
    r"\qquad": 2.0,
    r"\sum": 1.6,
    r"\prod": 1.45,
    r"\int": 1.0,
    r"\langle": 0.39,
    r"\rangle": 0.39,
    r"\dagger": 0.45,
    **dict.fromkeys((r"\rightarrow", r"\leftarrow", r"\leftrightarrow"), 1.28),
    r"\sin": 1.4,
    r"\cos": 1.4,
    r"\exp": 1.7,
    r"\lim": 1.6,
    r"\hbar": 0.55,
    r"\omega": 0.63,
    r"\psi": 0.66,
    r"\Psi": 0.78,
    r"\Phi": 0.73,
    r"\Delta": 0.84,
    r"\Omega": 0.73,
    r"\sigma": 0.58,
    r"\lambda": 0.59,
}
_NARROW, _BROAD = frozenset("ijlt"), frozenset("mwMW")
_ACCENTS = frozenset(r"\hat \bar \tilde \vec \overline \mathrm \mathsf \mathbf \mathcal".split())
_SIZES = frozenset(
    r"\left \right \bigl \bigr \Bigl \Bigr \notag \displaystyle \textstyle \limits".split()
)
_FRACTIONS = frozenset(r"\frac \dfrac \tfrac \binom".split())

_COMMAND = re.compile(r"\\[A-Za-z]+\*?(?:\[[^]]*\]|\{[\w*:./ -]*\}(?=\{))?|[{}]")
_INLINE, _DISPLAY = 2.7, 2.5
"""The height up to which a formula is set smaller in a line of text, and the space of a display."""
_CHARACTER = 0.47
_LINE, _JOT = 1.2, 0.3


def lexemes(latex: str) -> list[tuple[str, int]]:
    """The commands and characters of a formula without white space, each with its place."""
    found = [(match[0], match.start()) for match in _LEXEME.finditer(latex)]
    return [(text, place) for text, place in found if not text.isspace()]


def math_width(latex: str) -> float:
    """How wide a formula is in a display."""
    return _Measure([text for text, _ in lexemes(latex)]).total()[0]


def math_height(latex: str) -> float:
    """How high a line is that holds a formula in a display, with the space below it."""
    return _Measure([text for text, _ in lexemes(latex)]).total()[1] + _JOT


def text_width(text: str) -> float:
    """How wide prose is on one line, formulas between dollar signs included."""
    return sum(
        math_width(part[1:-1]) if is_math else sum(map(_character_width, part))
        for part, is_math in split_math(text)
    )


def text_height(latex: str, width: float) -> float:
    """How high a paragraph of LaTeX is whose lines are so wide."""
    total, tall = 0.0, 0.0
    for part, is_math in split_math(latex):
        if is_math:
            total += math_width(part[1:-1])
            tall += max(0.0, math_height(part[1:-1]) - _INLINE)
        else:
            total += text_width(_COMMAND.sub("", part))
            tall += _DISPLAY * part.count(r"\begin{equation*}")
    return _LINE * (int(total // width) + 1) + tall


def _character_width(character: str) -> float:
    if unicodedata.east_asian_width(character) in "WF":
        return 1.0
    return 0.7 if character.isupper() else _CHARACTER


class _Measure:
    """Measures a list of lexemes from left to right."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = texts
        self.place = 0

    def total(self) -> tuple[float, float]:
        """Width and height of all that is left, up to the end of a group or a cell."""
        width, height = 0.0, _LINE
        scripts: list[float] = []
        while self.place < len(self.texts) and self.texts[self.place] not in ("}", "&", r"\\"):
            if self.texts[self.place].startswith(r"\end{"):
                break
            if self.texts[self.place] in "^_":
                above = self.texts[self.place]
                self.place += 1
                inner, tall = self.argument()
                scripts.append(_SCRIPT * inner)
                height = max(height, tall + (0.5 if above == "^" else 0.3) if tall > 2 else height)
                continue
            width += max(scripts, default=0.0)
            scripts = []
            inner, tall = self.atom()
            width, height = width + inner, max(height, tall)
        return width + max(scripts, default=0.0), height

    def argument(self) -> tuple[float, float]:
        """The argument of a command: a group or one lexeme."""
        return self.atom() if self.place < len(self.texts) else (0.0, _LINE)

    def atom(self) -> tuple[float, float]:
        text = self.texts[self.place]
        self.place += 1
        if text == "{":
            inner = self.total()
            self.place += 1
            return inner
        if text.startswith(r"\begin{"):
            return self.environment()
        if text in _FRACTIONS:
            above, below = self.argument(), self.argument()
            return max(above[0], below[0]) + 0.3, above[1] + below[1]
        if text == r"\sqrt":
            return self.root()
        if text in _ACCENTS:
            return self.argument()
        if text in _SIZES:
            return 0.0, _LINE
        return _symbol_width(text), 2.4 if text in (r"\sum", r"\prod", r"\int") else _LINE

    def root(self) -> tuple[float, float]:
        if self.place < len(self.texts) and self.texts[self.place] == "[":
            self.place = self.texts.index("]", self.place) + 1
        width, height = self.argument()
        return width + 0.9, height + 0.2

    def environment(self) -> tuple[float, float]:
        """A matrix: the widest cell counts for each column."""
        widths: list[float] = []
        height, row, column = 0.0, _LINE, 0
        while self.place < len(self.texts):
            inner, tall = self.total()
            widths += [0.0] * (column + 1 - len(widths))
            widths[column] = max(widths[column], inner)
            row = max(row, tall)
            end = self.texts[self.place] if self.place < len(self.texts) else r"\end{}"
            self.place += 1
            if end == "&":
                column += 1
                continue
            height, row, column = height + row, _LINE, 0
            if end != r"\\":
                break
        return sum(widths) + len(widths) + 0.6, height


def _symbol_width(text: str) -> float:
    if text in _WIDTHS:
        return _WIDTHS[text]
    if text in _NARROW:
        return 0.4
    if text in _BROAD:
        return 0.95
    if text.isupper():
        return 0.77
    return 0.6 if text.startswith("\\") else 0.53
