"""The pictures of symmetric states, symmetric theories, and of symmetry breaking.

States, energies and what a transformation does to states are computed from the matrices in the
theorems.

Main results: `state_and_theory`, `breaking`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from derive.pictures import figure, matrices, picture
from derive.pictures.style import BLACK, BLUE, GREY, VERMILION
from derive.translation import Translation, message

from ..models.gap import closed_form, fermion_gap, measured_gap
from ..sources import quantum_mechanics
from .broken_example import broken_example
from .commuting_example import commuting_example
from .double_arrow import double_arrow
from .symmetric_superpositions import symmetric_superpositions

if TYPE_CHECKING:
    import sympy
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

FIELDS = ((0.3, BLUE, "o"), (0.5, VERMILION, "s"), (0.7, BLACK, "^"))
"""The transverse fields for which the gap is shown, with colour and mark."""


@picture(
    "symmetry.state_and_theory",
    caption=message(
        "Symmetric states and symmetric theories. Above: half a turn makes another arrow of an "
        "arrow, but leaves a double arrow as it is. Below: U leads each state to one of the same "
        "energy, so the theory is symmetric, whether or not a state is."
    ),
    alt=message(
        "Above, an arrow to the right becomes an arrow to the left under U, while a double arrow "
        "stays as it is. Below, two energy levels with two states each; arrows labelled U lead from "
        "each state to the other one of the same level, and none from level to level."
    ),
    source=quantum_mechanics("B078 B079 B082 B083", "Symmetric state"),
    computed_from=(double_arrow, commuting_example),
)
def state_and_theory(t: Translation) -> Figure:
    """Arrows and their images; levels, and where U leads their states."""
    canvas = figure(6.4, 4.8)
    states, levels = canvas.subplots(2, 1, height_ratios=(1, 1.5))
    _arrow_states(states, t)
    theory, transformation = matrices(commuting_example)[:2]
    places = basis_states(theory)
    for number, (energy, place) in places.items():
        _state(levels, place, energy, rf"$|{number + 1}\rangle$")
    for number, image in images(transformation).items():
        _leads_to(levels, places[number], places[image], "$U$")
    _energy_axis(levels, sorted({energy for energy, _ in places.values()}), (-0.6, 1.6))
    levels.set_title(t("the theory: U keeps the energy"), loc="left")
    return canvas


@picture(
    "symmetry.breaking",
    caption=message(
        "Spontaneous symmetry breaking. Left: U leads the ground states up and down to each other, "
        "while their sum and their difference are symmetric, at the same energy. Right: in a chain of "
        "$N$ spins in a transverse field $h$ the two lie apart, by a gap that closes like $h^N$; "
        "lines show $2(1 - h^2)h^N$, large marks are levels of the whole "
        "matrix, small ones come from free fermions."
    ),
    alt=message(
        "Left: energy levels; on the lower one four states, up and down with arrows from each to the "
        "other, and beside them up plus down and up minus down, each with an arrow back to itself. "
        "Right: the gap on a logarithmic scale against the number of spins falls on straight lines, "
        "steeper for smaller fields, and marks lie on the lines except for the shortest chains."
    ),
    source=quantum_mechanics("B088 B090 B091 B092 B093", "Spontaneous symmetry breaking: example"),
    computed_from=(broken_example, symmetric_superpositions),
)
def breaking(t: Translation) -> Figure:
    """The levels of the example, and the gap of a finite chain."""
    canvas = figure(9.4, 4.0)
    levels, gap = canvas.subplots(1, 2, width_ratios=(1.25, 1))
    _broken_levels(levels, t)
    _gap(gap, t)
    return canvas


def basis_states(theory: sympy.Matrix) -> dict[int, tuple[float, int]]:
    """For each basis state its energy, and its place among those of this energy."""
    found: dict[int, tuple[float, int]] = {}
    for number in range(theory.rows):
        energy = float(theory[number, number])
        found[number] = energy, sum(other == energy for other, _ in found.values())
    return found


def images(transformation: sympy.Matrix) -> dict[int, int]:
    """Where a permutation leads each basis state."""
    return {
        column: row
        for column in range(transformation.cols)
        for row in range(transformation.rows)
        if transformation[row, column] == 1
    }


def eigenvalue(matrix: sympy.Matrix, vector: sympy.Matrix) -> Any:
    """The eigenvalue to which a vector belongs; None if it is no eigenvector."""
    image = matrix * vector
    value = vector.dot(image) / vector.dot(vector)
    return value if image == value * vector else None


def _arrow_states(axes: Axes, t: Translation) -> None:
    rows = ((0.9, "->", "<-", r"\neq"), (0.2, "<->", "<->", "="))
    for height, state, image, relation in rows:
        for start, style in ((0.0, state), (2.6, image)):
            axes.annotate(
                "", (start + 1, height), (start, height),
                arrowprops={"arrowstyle": style, "color": BLUE, "linewidth": 3, "mutation_scale": 20},
            )  # fmt: skip
        axes.annotate(
            "", (2.3, height), (1.3, height),
            arrowprops={"arrowstyle": "-|>", "color": BLACK, "linewidth": 1},
        )  # fmt: skip
        axes.text(1.8, height + 0.06, "$U$", ha="center", va="bottom")
        told = t("symmetric") if relation == "=" else t("not symmetric")
        axes.text(4.0, height, told, va="center")
    axes.set(xlim=(-0.2, 5.6), ylim=(-0.1, 1.3))
    axes.set_axis_off()
    axes.set_title(t("states: half a turn"), loc="left")


def _state(axes: Axes, place: float, energy: float, label: str, colour: str = BLUE) -> None:
    axes.plot([place - 0.27, place + 0.27], [energy, energy], color=colour, linewidth=3)
    axes.annotate(
        label, (place, energy), (0, -5), textcoords="offset points", ha="center", va="top"
    )


def _leads_to(axes: Axes, start: tuple[float, float], end: tuple[float, float], label: str) -> None:
    """An arc from a state to another, each an energy and a place; or back to itself."""
    (energy, place), (other, goal) = start, end
    if place > goal and energy == other:
        return  # the way back of an arc that points both ways
    ends = (place, energy + 0.04), (goal, other + 0.04)
    bend = "arc3,rad=-0.45"
    if place == goal:
        ends, bend = ((place - 0.16, energy + 0.04), (place + 0.16, energy + 0.04)), "arc3,rad=-1.6"
    axes.annotate(
        "", ends[1], ends[0],
        arrowprops={"arrowstyle": "->" if place == goal else "<->", "connectionstyle": bend,
                    "linewidth": 1.1},
    )  # fmt: skip
    axes.text((place + goal) / 2, energy + 0.42, label, ha="center", va="bottom")


def _energy_axis(axes: Axes, energies: list[float], sides: tuple[float, float]) -> None:
    for energy in energies:
        axes.hlines(energy, *sides, color=GREY, linewidth=0.6, linestyle=":", zorder=0)
    axes.set(
        xlim=sides, ylim=(min(energies) - 0.5, max(energies) + 0.9), yticks=energies, xticks=[]
    )
    axes.set_yticklabels([f"${energy:+g}$" for energy in energies])
    axes.set_ylabel("$E$")
    axes.spines["bottom"].set_visible(False)


def _broken_levels(axes: Axes, t: Translation) -> None:
    """Basis states, of which U exchanges those of one energy, and symmetric ground states."""
    theory, transformation = matrices(broken_example)[:2]
    places = basis_states(theory)
    ground = min(energy for energy, _ in places.values())
    names = iter((r"$|{\uparrow}\rangle$", r"$|{\downarrow}\rangle$"))
    for number, (energy, place) in places.items():
        is_ground = energy == ground
        label = next(names) if is_ground else rf"$|{number + 1}\rangle$"
        _state(axes, place, energy, label, VERMILION if is_ground else GREY)
    for number, image in images(transformation).items():
        _leads_to(axes, places[number], places[image], "$U$")
    superpositions = matrices(symmetric_superpositions)
    signs = {1: "+", -1: "-"}
    for place, vector in enumerate((one for one in superpositions if one.cols == 1), start=2):
        energy, turned = (float(eigenvalue(one, vector)) for one in (theory, transformation))
        label = rf"$|{{\uparrow}}\rangle {signs[int(turned)]} |{{\downarrow}}\rangle$"
        _state(axes, place * 1.15, energy, label, BLUE)
        at = energy, place * 1.15
        _leads_to(axes, at, at, f"$U={turned:+g}$")
    _energy_axis(axes, sorted({energy for energy, _ in places.values()}), (-0.6, 4.2))
    axes.set_title(t("two ground states, and symmetric ones"), loc="left")


@cache
def gaps(field: float) -> dict[str, tuple[Sequence[int], list[float]]]:
    """Numbers of spins and gaps: from the whole matrix, from free fermions, and in closed form."""
    sizes = range(2, 25, 2)
    small = sizes[:4]
    return {
        "form": (sizes, [closed_form(size, field) for size in sizes]),
        "fermions": (sizes, [fermion_gap(size, field) for size in sizes]),
        "measured": (small, [measured_gap(size, field).value for size in small]),
    }


def _gap(axes: Axes, t: Translation) -> None:
    """The gap against the number of spins, in three ways."""
    for field, colour, mark in FIELDS:
        styles: dict[str, dict[str, Any]] = {
            "form": {"linewidth": 1.2, "label": f"$h={field:g}$"},
            "fermions": {"marker": mark, "markersize": 3.5, "linestyle": ""},
            "measured": {"marker": mark, "markersize": 8, "linestyle": "", "fillstyle": "none"},
        }
        for kind, found in gaps(field).items():
            axes.semilogy(*found, color=colour, gid=f"{kind}-{field}", **styles[kind])
    axes.set_xlabel(t("number of spins") + "  $N$")
    axes.set_title(t("the gap of a finite chain"), loc="left")
    axes.set_xticks(range(4, 25, 4))
    powers = range(-12, 1, 3)
    axes.set_yticks([10.0**power for power in powers], [f"$10^{{{power}}}$" for power in powers])
    axes.minorticks_off()
    axes.legend(loc="lower left")
