"""What LaTeX needs to know of a language: its name and its fonts.

Latin letters and digits are Latin Modern in all languages.  Chinese and Japanese characters come
from a second font, which LuaLaTeX takes for what the first one lacks.

Main results: `Typography`, `TYPOGRAPHY`, `with_spaced_units`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Typography:
    """How a language is set.

    Args:
        babel: what the package babel calls it.
        serif, sans: fonts for the characters that Latin Modern lacks.
        bold, emphasis: the fonts that stand for bold and for italic letters.
    """

    babel: str
    serif: str = ""
    sans: str = ""
    bold: str = ""
    emphasis: str = ""


_BEFORE_UNIT = re.compile(r"(\\mathrm\{[A-Za-z]+\}|10\^\{-?\d+\})(?=\\mathrm\{)")


def with_spaced_units(latex: str) -> str:
    """LaTeX with a thin space between units, and between a power of ten and a unit."""
    return _BEFORE_UNIT.sub(r"\1\,", latex)


_ZEN_HEI = "WenQuanYi Zen Hei:mode=node"
_MINCHO = "IPAexMincho:mode=node"
_GOTHIC = "IPAexGothic:mode=node"

TYPOGRAPHY: Mapping[str, Typography] = {
    "en": Typography("english"),
    "zh": Typography(
        "chinese-simplified",
        serif=_ZEN_HEI,
        sans=_ZEN_HEI,
        bold=f"{_ZEN_HEI};embolden=1",
        emphasis=f"{_ZEN_HEI};embolden=0.6",
    ),
    "ja": Typography(
        "japanese",
        serif=_MINCHO,
        sans=_GOTHIC,
        bold=_GOTHIC,
        emphasis=_GOTHIC,
    ),
}
