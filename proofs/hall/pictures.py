"""The picture of the quantised Hall resistance.

The classical curve and the heights of the plateaus are what the theorems claim.  Where one plateau
ends and the next begins is a model: in the middle between filled levels, smeared a little.

Main results: `plateaus`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from derive.pictures import figure, formula, function, picture
from derive.pictures.style import BLACK, BLUE, GREY, VERMILION
from derive.translation import Translation, message

from ..sources import quantum_hall
from .filling_factor import filling_factor
from .resistivity import resistivity

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

SHOWN = range(1, 6)
"""The numbers of filled levels that are shown."""

SMEARING = 0.035
"""How wide a step is, in filled levels."""


@picture(
    "hall.plateaus",
    caption=message(
        "Hall resistivity and longitudinal resistivity against the density of the electrons and "
        "against the field. The classical curve crosses each plateau where a whole number of levels "
        "is filled. Where the steps lie and how steep they are is a model."
    ),
    alt=message(
        "Two columns. Left, against the density: the Hall resistivity comes down in steps of 1, 1/2, "
        "1/3, 1/4 and 1/5 of h/e². Right, against the field: it goes up in the same steps. A dashed "
        "classical curve, a hyperbola on the left and a straight line on the right, crosses each "
        "plateau in its middle. Below, the longitudinal resistivity is zero on the plateaus and has "
        "a peak at each step."
    ),
    source=quantum_hall("A020 A021 A030 A031", "Hall resistance"),
    computed_from=(filling_factor, resistivity),
)
def plateaus(t: Translation) -> Figure:
    """Both quantities against the density at a fixed field, and against the field."""
    import numpy as np

    filling = function(formula(filling_factor, "j"), "n", "B", e=1, h=1)
    canvas = figure(8.2, 4.8)
    grid = canvas.subplots(2, 2, sharex="col", sharey="row", height_ratios=(3, 1.1))
    density = np.linspace(0.68, SHOWN[-1] + 0.45, 1500)
    field = np.linspace(1 / density[-1], 1 / density[0], 1500)
    for column, (name, values, fillings) in enumerate(
        [("n", density, filling(density, 1.0)), ("B", field, filling(1.0, field))]
    ):
        _hall(grid[0, column], name, values, fillings)
        _longitudinal(grid[1, column], name, values, fillings)
    places = {"n": [filling(float(j), 1.0) for j in SHOWN], "B": [1 / j for j in SHOWN]}
    for column, name in enumerate("nB"):
        _mark_filled(grid[0, column], name, places[name])
    grid[0, 0].set_title(t("at a fixed field"), loc="left")
    grid[0, 1].set_title(t("at a fixed density"), loc="left")
    grid[0, 0].set_ylabel(r"$|\rho_H|$   ($h/e^2$)")
    grid[1, 0].set_ylabel(r"$\rho_{xx}$")
    grid[1, 0].set_xlabel(t("density of electrons") + r"  $n$   ($eB/h$)")
    grid[1, 1].set_xlabel(t("field") + r"  $B$   ($nh/e$)")
    lines = {line.get_gid(): line for axes in grid[:, 1] for line in axes.get_lines()}
    canvas.legend(
        [lines["hall-of-B"], lines["classical-of-B"], lines["longitudinal-of-B"]],
        [t("with plateaus"), t("classical"), t("longitudinal (arbitrary units)")],
        loc="outside upper center",
        ncols=3,
    )
    return canvas


def steps(filling: Any) -> tuple[Any, Any]:
    """The Hall resistivity with plateaus, in h/e², and a peak for each of its steps."""
    import numpy as np

    height = function(formula(resistivity, "rho_H"), "j", e=1, h=1)
    hall = np.full_like(filling, -height(1.0))
    peaks = np.zeros_like(filling)
    for lower in range(1, SHOWN[-1] + 2):
        jump = height(float(lower)) - height(lower + 1.0)
        share = (1 + np.tanh((filling - lower - 0.5) / (2 * SMEARING))) / 2
        hall += jump * share
        peaks -= 4 * jump * share * (1 - share)
    return hall, peaks


def _hall(axes: Axes, name: str, values: Any, filling: Any) -> None:
    classical = -function(formula(resistivity, "rho_H"), "j", e=1, h=1)(filling)
    axes.plot(values, classical, "--", color=BLACK, linewidth=1.1, gid=f"classical-of-{name}")
    axes.plot(values, steps(filling)[0], color=BLUE, linewidth=2.2, gid=f"hall-of-{name}")
    axes.set(xlim=(values[0], values[-1]), ylim=(0, 1.6))
    axes.set_yticks([1 / j for j in SHOWN[:-1]], ["1", "1/2", "1/3", "1/4"])


def _longitudinal(axes: Axes, name: str, values: Any, filling: Any) -> None:
    axes.plot(
        values, steps(filling)[1], color=VERMILION, linewidth=1.6, gid=f"longitudinal-of-{name}"
    )
    axes.set(ylim=(0, None), yticks=[0])


def _mark_filled(axes: Axes, name: str, places: list[float]) -> None:
    """A dot where a whole number of levels is filled, with that number beside the classical curve."""
    height = function(formula(resistivity, "rho_H"), "j", e=1, h=1)
    shift, side = (4, "left") if name == "n" else (-4, "right")
    for number, place in zip(SHOWN, places, strict=True):
        point = (place, -height(float(number)))
        axes.plot(*point, "o", color=BLACK, markersize=4, gid=f"filled-{number}-of-{name}")
        axes.vlines(place, 0, point[1], color=GREY, linewidth=0.6, linestyle=":")
        if name == "n" or number <= 3:
            axes.annotate(f"$j={number}$", point, (shift, 5), textcoords="offset points", ha=side)
