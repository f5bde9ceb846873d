"""The pictures of Landau levels: rings in k-space, and the density of states.

Main results: `rings`, `density_of_states`.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from derive.pictures import figure, function, picture
from derive.pictures.style import BLACK, BLUE, GREY, ORANGE
from derive.translation import Translation, message

from ..sources import quantum_hall
from .cyclotron_frequency import cyclotron_frequency
from .degeneracy import degeneracy
from .ring_area import ring_area
from .rings import UNITS, Level, free_states, wave_number

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

SIDE = (2 * math.pi * 32) ** 0.5
"""The side of a sample in which a level has 32 states at the field 1."""

COLOURS = (BLUE, ORANGE)
"""Rings have these in turn."""


@picture(
    "landau.rings",
    caption=message(
        "Landau rings. Left: the states of free electrons, one in each cell of the grid, and rings "
        "of equal area. Middle: in the field each ring gathers in one level, drawn as the circle of "
        "its energy. The points of a ring and the states of a level agree up to the cells that "
        "the borders cut, about as many as the square root of their number."
    ),
    alt=message(
        "Left: a square grid of points, cut by concentric circles whose radii grow like square "
        "roots. Middle: the same points, moved onto a dashed circle inside each ring. Right: the "
        "innermost disc and the ring around it have the same area; below, a table of the number of "
        "points in each ring and of the states in a level."
    ),
    source=quantum_hall("A040 A041 A042", "Landau rings"),
    computed_from=(ring_area, cyclotron_frequency, degeneracy),
)
def rings(t: Translation) -> Figure:
    """Points of the grid in rings, the same points on circles, and how many there are."""
    import numpy as np

    length = function(wave_number(), "E_1", **UNITS)
    levels = [Level(number, 1.0, SIDE) for number in range(4)]
    states = free_states(length(levels[-1].highest), SIDE)
    canvas = figure(9.4, 4.0)
    grid = canvas.add_gridspec(2, 3, width_ratios=(1, 1, 0.72), height_ratios=(1, 1))
    left, middle = (canvas.add_subplot(grid[:, column]) for column in (0, 1))
    areas, table = (canvas.add_subplot(grid[row, 2]) for row in (0, 1))
    rows = []
    for number, level in enumerate(levels):
        borders = length(level.lowest), length(level.highest)
        members = states[:, (borders[0] <= np.hypot(*states)) & (np.hypot(*states) < borders[1])]
        _dots(left, members, number, f"free-{number}")
        _dots(middle, _on_circle(members, length(level.energy)), number, f"level-{number}")
        for axes in (left, middle):
            _circle(axes, borders[1], "-", f"border-{number}")
        _circle(middle, length(level.energy), "--", f"middle-{number}")
        rows.append((str(number), str(members.shape[1]), f"{level.states:.0f}"))
    reach = 1.09 * length(levels[-1].highest)
    _cells(left, reach)
    left.set_title(t("free electrons"))
    middle.set_title(t("in the field"))
    for axes in (left, middle):
        axes.set(aspect="equal", xlim=(-reach, reach), ylim=(-reach, reach))
        axes.set_axis_off()
    _equal_areas(areas, [length(level.highest) for level in levels[:2]], t)
    _table(table, [(t("ring"), t("points"), "$eBL^2/h$"), *rows])
    return canvas


@picture(
    "landau.density_of_states",
    caption=message(
        "Density of states. In the plane each slice of the free density gathers in one level, of "
        "$eB/h$ states for each area, as spin is left out; the number of states below an energy "
        "differs from that of free electrons by at most half a step. In space the motion along the "
        "field makes a saw of it."
    ),
    alt=message(
        "Three diagrams against the energy in units of the cyclotron energy. First: arrows at 1/2, "
        "3/2, 5/2 and so on over a constant dashed line. Second: a staircase with its steps there, "
        "crossed by a dashed straight line in the middle of each step. Third: a saw that jumps up "
        "at the same energies and falls off like an inverse square root, around a dashed curve that "
        "grows like a square root."
    ),
    source=quantum_hall("A043 A044", "Landau levels"),
    computed_from=(ring_area, cyclotron_frequency, degeneracy),
)
def density_of_states(t: Translation) -> Figure:
    """Densities in the plane and in space, and between them the staircase."""
    levels = [Level(number, 1.0, 1.0) for number in range(5)]
    canvas = figure(9.4, 3.3)
    plane, stairs, space = canvas.subplots(1, 3)
    _plane(plane, levels)
    _stairs(stairs, levels)
    _space(space, levels)
    plane.set_title(t("density in the plane"))
    stairs.set_title(t("states below the energy"))
    space.set_title(t("density in space"))
    for axes in (plane, stairs, space):
        axes.set_xlabel(t("energy") + r"  $E/\hbar\omega_c$")
        axes.set(xlim=(0, levels[-1].highest), xticks=range(6))
    stairs.plot([], [], "--", color=BLACK, linewidth=1.1, label=t("without a field"))
    stairs.plot([], [], color=BLUE, label=t("in the field"))
    stairs.legend(loc="upper left")
    return canvas


def _dots(axes: Axes, points: Any, number: int, name: str) -> None:
    shape = "os"[number % 2]
    axes.plot(*points, shape, color=COLOURS[number % 2], markersize=3.2, gid=name)


def _on_circle(points: Any, radius: float) -> Any:
    """As many points, at equal distances on a circle."""
    import numpy as np

    turns = 2 * np.pi * np.arange(points.shape[1]) / points.shape[1]
    return radius * np.array([np.cos(turns), np.sin(turns)])


def _circle(axes: Axes, radius: float, line: str, name: str) -> None:
    from matplotlib.patches import Circle

    axes.add_patch(Circle((0, 0), radius, fill=False, linestyle=line, linewidth=0.9, gid=name))


def _cells(axes: Axes, reach: float) -> None:
    """The grid of cells, with a state in the middle of each, and the width of one."""
    import numpy as np

    cell = 2 * math.pi / SIDE
    count = math.ceil(reach / cell)
    for place in (np.arange(-count, count) + 0.5) * cell:
        for draw in (axes.axhline, axes.axvline):
            draw(place, color=GREY, linewidth=0.3, zorder=0)
    corner = (0.5 - count) * cell
    axes.annotate(
        "",
        (corner, corner),
        (corner + cell, corner),
        arrowprops={"arrowstyle": "<->", "shrinkA": 0},
    )
    axes.text(corner + 1.2 * cell, corner, r"$2\pi/L$", va="center", backgroundcolor="white")


def _equal_areas(axes: Axes, radii: list[float], t: Translation) -> None:
    """The innermost disc and the ring around it."""
    from matplotlib.patches import Annulus, Circle

    axes.add_patch(Circle((0, 0), radii[0], color=COLOURS[0], alpha=0.35, linewidth=0))
    axes.add_patch(
        Annulus((0, 0), radii[1], radii[1] - radii[0], color=COLOURS[1], alpha=0.35, linewidth=0)
    )
    for radius in radii:
        _circle(axes, radius, "-", "")
    axes.text(0, 0, r"$\frac{2\pi eB}{\hbar}$", ha="center", va="center", size=13)
    axes.text(0, (radii[0] + radii[1]) / 2, r"$\frac{2\pi eB}{\hbar}$", ha="center", va="center")
    reach = 1.03 * radii[1]
    axes.set(aspect="equal", xlim=(-reach, reach), ylim=(-reach, reach))
    axes.set_title(t("equal areas"))
    axes.set_axis_off()


def _table(axes: Axes, rows: list[tuple[str, ...]]) -> None:
    axes.set_axis_off()
    table = axes.table(
        [list(row) for row in rows], loc="center", cellLoc="center", edges="horizontal"
    )
    table.auto_set_font_size(False)
    table.set_fontsize(9.5)
    table.scale(1, 1.25)


def _plane(axes: Axes, levels: list[Level]) -> None:
    """Slices of the free density, and an arrow for each level; the unit is the free density."""
    for number, level in enumerate(levels):
        free = level.area / (2 * math.pi) ** 2 / (level.highest - level.lowest)
        weight = level.states / free
        axes.fill_between(
            [level.lowest, level.highest], 1, color=COLOURS[number % 2], alpha=0.25, linewidth=0
        )
        axes.annotate(
            "", (level.energy, 1 + weight), (level.energy, 0),
            arrowprops={"arrowstyle": "-|>", "color": BLUE, "linewidth": 2.2, "shrinkA": 0},
            gid=f"level-{number}",
        )  # fmt: skip
    axes.hlines(1, 0, levels[-1].highest, color=BLACK, linestyle="--", linewidth=1.1, gid="free")
    axes.text(levels[1].energy, 2.1, r"$\frac{eB}{h}$", color=BLUE, ha="center", size=13)
    axes.set(ylim=(0, 2.6), yticks=[1])
    axes.set_yticklabels([r"$\frac{m}{2\pi\hbar^2}$"], size=13)


def _stairs(axes: Axes, levels: list[Level]) -> None:
    """States below an energy, for each area; the unit is one level."""
    import numpy as np

    one = levels[0]
    free = one.area / (2 * math.pi) ** 2 / (one.highest - one.lowest) / one.states
    energies = [0.0, *(level.energy for level in levels), levels[-1].highest]
    counts = [*range(len(levels) + 1), len(levels)]
    axes.step(energies, counts, where="post", color=BLUE, gid="in-the-field")
    ends = np.array([0.0, levels[-1].highest])
    axes.plot(ends, free * ends, "--", color=BLACK, linewidth=1.1, gid="free")
    axes.set(ylim=(0, len(levels) + 0.4), yticks=range(len(levels) + 1))
    axes.set_ylabel(r"$N$   ($eB/h$)")


def _space(axes: Axes, levels: list[Level]) -> None:
    """The waves along the field of each level, and all waves without a field."""
    import numpy as np

    waves = wave_number()
    (energy,) = (one for one in waves.free_symbols if one.name == "E_1")
    along = function(waves.diff(energy) / math.pi, "E_1", **UNITS)
    free = function(waves**2 * waves.diff(energy) / (2 * math.pi**2), "E_1", **UNITS)
    starts = [level.energy for level in levels]
    energies = np.sort(
        np.concatenate([np.linspace(1e-3, levels[-1].highest, 1201)]
                       + [start + np.array([0.0, *np.geomspace(1e-6, 0.2, 100)]) for start in starts])
    )  # fmt: skip
    density = np.zeros_like(energies)
    for level in levels:
        above = energies > level.energy
        density[above] += level.states * along(energies[above] - level.energy)
    axes.plot(energies, density, color=BLUE, linewidth=1.4, gid="in-the-field")
    axes.plot(energies, free(energies), "--", color=BLACK, linewidth=1.1, gid="free")
    axes.set(ylim=(0, 2.6 * free(levels[-1].highest)), yticks=[0])
