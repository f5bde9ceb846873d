"""Fonts for the labels of pictures: Matplotlib brings one, which lacks Chinese and Japanese.

Main results: `families`.
"""

from __future__ import annotations

from functools import cache

from derive.pictures.picture import PictureError

BROUGHT = "DejaVu Sans"
"""The font that comes with Matplotlib."""

CANDIDATES = {
    "zh": (
        "WenQuanYi Zen Hei",
        "Noto Sans CJK SC",
        "Source Han Sans SC",
        "PingFang SC",
        "Microsoft YaHei",
    ),
    "ja": (
        "IPAexGothic",
        "Noto Sans CJK JP",
        "Source Han Sans JP",
        "Hiragino Sans",
        "Yu Gothic",
    ),
}
"""For languages whose letters that font lacks: fonts that have them, the preferred ones first."""

_ADVICE = {"zh": ("Chinese", "fonts-wqy-zenhei"), "ja": ("Japanese", "fonts-ipaexfont")}


@cache
def families(language: str) -> tuple[str, ...]:
    """The names of the fonts for a language; what the first lacks is taken from the next.

    A font for the language comes first, as Matplotlib takes text around formulas from the first.

    Raises:
        PictureError: there is no font for the language.
    """
    if language not in CANDIDATES:
        return (BROUGHT,)
    installed = _installed()
    for name in CANDIDATES[language]:
        if name in installed:
            return (name, BROUGHT)
    called, package = _ADVICE[language]
    raise PictureError(
        f"there is no font with {called} letters; install one of {', '.join(CANDIDATES[language])} "
        f"(Debian: apt install {package})"
    )


def _installed() -> set[str]:
    """The names of all fonts, also of those that came after Matplotlib made its list."""
    from matplotlib import font_manager

    manager = font_manager.fontManager
    listed = {entry.fname for entry in manager.ttflist}
    for path in font_manager.findSystemFonts():
        if path not in listed:
            try:
                manager.addfont(path)
            except (OSError, RuntimeError, ValueError):  # a damaged file is no font
                continue
    return {entry.name for entry in manager.ttflist}
