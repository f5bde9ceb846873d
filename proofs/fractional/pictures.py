"""The picture of composites as strings of discs and arrows.

Whether a composite is a boson is computed from the theorem on its exchange sign.

Main results: `strings`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from derive.pictures import figure, formula, picture
from derive.pictures.style import BLACK, BLUE, SKY, VERMILION
from derive.translation import Translation, message

from ..sources import quantum_hall
from .exchange_sign import exchange_sign
from .joined_composites import joined_composites

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

SHOWN = (((2, 1), (1, 1), (1, 2), (1, 3)), ((2, 5), (3, 7), (4, 9)))
"""Electrons and flux quanta of the composites, in two columns."""

EXERCISE = ((3, 7), (4, 9))
"""Those that the lecture leaves as an exercise."""

_STEP = 0.34  # between two arrows
_HALF = 0.72  # an arrow reaches so far up and down
_PAGE = 7.4  # the height of a column


@picture(
    "fractional.strings",
    caption=message(
        "Composites of electrons, drawn as discs, and flux quanta, drawn as arrows, with the sign "
        "of their exchange: one factor from the electrons, one from the flux quanta. "
        "Of these only the composite of the filling 1/2 is a fermion. "
        "Stars mark the exercise of the lecture."
    ),
    alt=message(
        "Two columns of small drawings. For the filling 2, two discs on one arrow; for 1, one disc "
        "on one arrow; for 1/2 and 1/3, one disc pierced by two and by three arrows; for 2/5, a "
        "disc with three arrows beside one with two; for 3/7 and 4/9, one disc with three arrows "
        "and two or three discs with two. Beside each stands the exchange sign and the word boson, "
        "for 1/2 the word fermion."
    ),
    source=quantum_hall("A080 A081 A091 A106 A118 A123", "Strings of discs and arrows"),
    computed_from=(exchange_sign, joined_composites),
)
def strings(t: Translation) -> Figure:
    """A cell for each composite: its filling, its discs and arrows, and its sign."""
    canvas = figure(9.0, 4.6)
    widths = (5.2, 8.2)
    both = zip(canvas.subplots(1, 2, width_ratios=widths), widths, SHOWN, strict=True)
    for axes, width, column in both:
        distance = -_PAGE / len(column)
        for row, (electrons, quanta) in enumerate(column):
            _cell(axes, electrons, quanta, distance * (row + 0.5), t)
        axes.set(xlim=(-1.3, width - 1.3), ylim=(-_PAGE, 0), aspect="equal")
        axes.set_axis_off()
    return canvas


def sign(electrons: int, quanta: int) -> int:
    """What the amplitude is multiplied by when two composites change places."""
    changed = formula(exchange_sign, "psi_")
    symbols = {one.name: one for one in changed.free_symbols}
    ratio = changed / symbols["psi"]
    return int(ratio.subs({symbols["p"]: electrons, symbols["q"]: quanta}))


def arrows_of_discs(electrons: int, quanta: int) -> list[int]:
    """The flux quanta shared out among the electrons as evenly as can be, the larger shares first."""
    share, left = divmod(quanta, electrons)
    return [share + (number < left) for number in range(electrons)]


def _cell(axes: Axes, electrons: int, quanta: int, height: float, t: Translation) -> None:
    found = sign(electrons, quanta)
    filling = f"{electrons}/{quanta}" if quanta > 1 else f"{electrons}"
    star = r"\,\star" if (electrons, quanta) in EXERCISE else ""
    axes.text(-1.2, height, f"${filling}{star}$", va="center", size=12)
    colour = BLUE if found == 1 else VERMILION
    if electrons > quanta:
        _arrow(axes, 0.4, height)
        for number in range(electrons):
            _disc(axes, 0.4, height - 0.25 + 0.5 * number, 1, colour)
        end = 0.4
    else:
        end = -_STEP
        for share in arrows_of_discs(electrons, quanta):
            places = [end + 2 * _STEP + _STEP * number for number in range(share)]
            for place in places:
                _arrow(axes, place, height)
            end = places[-1]
            _disc(axes, (places[0] + end) / 2, height, share, colour)
    told = t("boson") if found == 1 else t("fermion")
    axes.text(
        end + 0.75, height,
        f"$(-1)^{{{electrons}}}(-1)^{{{electrons * quanta}}} = {found:+d}$\n{told}",
        va="center", color=colour, linespacing=1.5,
    )  # fmt: skip


def _disc(axes: Axes, place: float, height: float, arrows: int, colour: str) -> None:
    from matplotlib.patches import Ellipse

    width = _STEP * (arrows + 0.6)
    axes.add_patch(
        Ellipse(
            (place, height), width, 0.3, facecolor=SKY, edgecolor=colour, linewidth=1.4, zorder=2
        )
    )


def _arrow(axes: Axes, place: float, height: float) -> None:
    """From behind the disc, whose front half it leaves free."""
    axes.annotate(
        "", (place, height + _HALF), (place, height - _HALF),
        arrowprops={"arrowstyle": "-|>", "color": BLACK, "linewidth": 1.2}, zorder=1,
    )  # fmt: skip
