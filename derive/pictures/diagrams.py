"""String diagrams drawn by Matplotlib, for the forms that are no text.

Main results: `figure_of`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from derive.render.diagrams.layout import FONT
from derive.render.diagrams.shapes import Drawing, Text

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_POINTS = 0.75  # per unit of a diagram: its labels are 16 units and 12 points high
_WIDTHS = {"rule": 0.9, "bracket": 0.9, "bond": 1.0, "frame": 0.8}
_DASHES = {"bond": (0, (1.5, 3)), "frame": (0, (4.5, 2.2))}


def figure_of(drawing: Drawing) -> Figure:
    """The diagram as a figure of its own size, with the labels as formulas."""
    from matplotlib.figure import Figure
    from matplotlib.lines import Line2D

    size = (drawing.width * _POINTS / 72, drawing.height * _POINTS / 72)
    canvas = Figure(figsize=size)
    axes = canvas.add_axes((0, 0, 1, 1))
    axes.set(xlim=(0, drawing.width), ylim=(drawing.height, 0))
    axes.set_axis_off()
    for shape in drawing.shapes:
        if isinstance(shape, Text):
            label = shape.content if shape.is_prose else f"${shape.content}$"
            axes.text(
                shape.x,
                shape.y,
                label,
                size=FONT * _POINTS * shape.size,
                ha="left" if shape.is_prose else "center",
                va="center_baseline" if shape.is_prose else "center",
            )
            continue
        closed = hasattr(shape, "kind") and shape.kind in ("operator", "ket", "bra", "frame")
        points = [*shape.points, *(shape.points[:1] if closed else ())]
        axes.add_line(
            Line2D(
                [x for x, _ in points],
                [y for _, y in points],
                color="black",
                linewidth=_WIDTHS.get(shape.kind, 1.2),
                linestyle=_DASHES.get(shape.kind, "-"),
                solid_joinstyle="round",
            )
        )
    return canvas
