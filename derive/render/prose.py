r"""Prose as LaTeX: special characters escaped, formulas between dollar signs left alone.

Main results: `prose`, `marked`, `escaped`, `split_math`, `FOREIGN_SCRIPT`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_SMALL_GREEK = (
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau "
    "upsilon phi chi psi omega"
).split()
_CAPITAL_GREEK = "Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega".split()


def _unicode(name: str) -> str:
    """What Unicode calls a Greek letter."""
    return name.upper().replace("LAMBDA", "LAMDA")


_ESCAPES = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "%": r"\%",
    "&": r"\&",
    "#": r"\#",
    "_": r"\_",
    "$": r"\$",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
}
_SIGNS = {
    **{
        unicodedata.lookup(f"GREEK SMALL LETTER {_unicode(name)}"): rf"\{name}"
        for name in _SMALL_GREEK
    },
    **{
        unicodedata.lookup(f"GREEK CAPITAL LETTER {_unicode(name)}"): rf"\{name}"
        for name in _CAPITAL_GREEK
    },
    "ħ": r"\hbar",
    "ℏ": r"\hbar",
    "ℓ": r"\ell",
    "∂": r"\partial",
    "∞": r"\infty",
    "∈": r"\in",
    "√": r"\surd",
    "≠": r"\neq",
    "≈": r"\approx",
    "≤": r"\le",
    "≥": r"\ge",
    "→": r"\to",
    "⇒": r"\Rightarrow",
    "⇔": r"\Leftrightarrow",
    "⟨": r"\langle",
    "⟩": r"\rangle",
    "†": r"\dagger",
    "−": "-",
}
_FOREIGN = re.compile(r"(\\derivescript\{[^{}]*\})|[^\x00-\xaa\xac-\xba\xbc-\u017f–—‘’“”…]+")
"""What the fonts of an engine without Unicode fonts do not have."""
FOREIGN_SCRIPT = (
    r"\providecommand{\derivescript}[1]{\ifdefined\Umathchar#1\else[\ldots]\fi}"
    " % other scripts need an engine that has them\n"
)
_MATH = re.compile(r"(?<!\\)\$((?:[^$\\]|\\.)+)\$")
_ESCAPED = re.compile(r"\\([%&#_${}])")
_BRACE = re.compile(r"(?<!\\)[{}]")
_MATRIX = re.compile(r"\\begin\{([a-z]*matrix)\}[^%#]*?\\end\{\1\}")
_UNSAFE_IN_MATH = re.compile(r"(?<!\\)[%&#]")


def prose(text: str, *, unicode: bool = False) -> str:
    r"""Prose with its special characters escaped, except in formulas between dollar signs.

    Args:
        text: the prose.
        unicode: whether the document has fonts for all scripts; else other scripts are handed to
            `\derivescript`, which a document may define.
    """
    parts = (part if is_math else escaped(part) for part, is_math in split_math(text))
    latex = "".join(parts)
    return latex if unicode else marked(latex)


def marked(latex: str) -> str:
    r"""LaTeX in which other scripts are handed to `\derivescript`, once."""
    return _FOREIGN.sub(lambda found: found[1] or rf"\derivescript{{{found[0]}}}", latex)


def split_math(text: str) -> Iterator[tuple[str, bool]]:
    """The parts of prose in order, and whether each is a formula with its dollar signs."""
    start = 0
    for match in _MATH.finditer(text):
        if _is_safe(match[1]):
            yield text[start : match.start()], False
            yield match[0], True
            start = match.end()
    yield text[start:], False


def _is_safe(formula: str) -> bool:
    """Whether a formula between dollar signs leaves the text around it alone."""
    depth = 0
    for brace in _BRACE.findall(formula):
        depth += 1 if brace == "{" else -1
        if depth < 0:
            return False
    return depth == 0 and not _UNSAFE_IN_MATH.search(_MATRIX.sub("", formula))


def escaped(text: str) -> str:
    """Text without formulas, its special characters escaped."""
    plain = _ESCAPED.sub(r"\1", text)
    return "".join(_escaped_character(character) for character in plain)


def _escaped_character(character: str) -> str:
    if character in _SIGNS:
        return f"${_SIGNS[character]}$"
    return _ESCAPES.get(character, character)
