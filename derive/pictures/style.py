"""How all pictures look: their colours, lines and fonts, whatever the reader's own settings are.

The colours are those of Okabe and Ito, "Color Universal Design" (2008), which people with any
common kind of colour vision tell apart.  What a colour says, a picture also says by place, line
style or word.

Main results: `figure`, `styled`, `COLOURS` and its members `BLUE`, `VERMILION`, ….
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.figure import Figure

BLACK = "#000000"
ORANGE = "#E69F00"
SKY = "#56B4E9"
GREEN = "#009E73"
YELLOW = "#F0E442"
BLUE = "#0072B2"
VERMILION = "#D55E00"
PURPLE = "#CC79A7"
COLOURS = (BLACK, ORANGE, SKY, GREEN, YELLOW, BLUE, VERMILION, PURPLE)
GREY = "#7F7F7F"
"""For what stays in the background."""

_SETTINGS = {
    "font.size": 10.0,
    "mathtext.fontset": "dejavusans",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.titlesize": 10.5,
    "axes.unicode_minus": True,
    "axes.linewidth": 0.9,
    "legend.frameon": False,
    "legend.fontsize": 9.0,
    "lines.linewidth": 1.8,
    "svg.fonttype": "path",  # looks the same without the fonts
    "svg.hashsalt": "derive",  # the same names of parts each time
    "pdf.fonttype": 42,
    "savefig.dpi": 200,
}


def figure(width: float, height: float) -> Figure:
    """An empty figure of a size in inches, whose axes find their places themselves."""
    from matplotlib.figure import Figure

    return Figure(figsize=(width, height), layout="constrained")


@contextmanager
def styled(language: str) -> Iterator[None]:
    """Within, Matplotlib draws in this style, with fonts that have the letters of the language.

    Raises:
        PictureError: there is no such font.
    """
    from matplotlib import style

    from derive.pictures.fonts import families

    log = logging.getLogger("matplotlib.font_manager")
    level = log.level
    log.setLevel(logging.ERROR)  # it warns of fonts that have one weight only
    try:
        with style.context(["default", {**_SETTINGS, "font.family": families(language)}]):
            yield
    finally:
        log.setLevel(level)
