"""A graph of theorems as SVG: every node is a link, and tells on hover what the theorem says.

Statuses differ in colour, in shape and in their sign.  Links can be reached by keyboard; the script
beside it only adds a larger preview.

Main results: `graph_svg`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING

from rich.cells import cell_len

from derive.sphinx.layers import BOX_HEIGHT, BOX_WIDTH, Box, Layered, Point
from derive.sphinx.writing import MARKS

if TYPE_CHECKING:
    from derive.sphinx.graph import Told

_MARGIN = 8.0
_LEGEND = 34.0
_CELLS = 24
"""How many cells of text fit into a line of a box."""
_ROWS = 3
_LINE = 14.0
_CORNER = 10.0


def graph_svg(
    drawing: Layered,
    told: Mapping[str, Told],
    legend: Mapping[str, str],
    label: str,
    arrow: str,
    focus: str,
    address: Callable[[str], str],
) -> str:
    """The drawing.

    Args:
        drawing: the layout.
        told: for each node what is said of it.
        legend: the statuses that occur, and what they are called.
        label: what is read aloud in place of the picture.
        arrow: what an edge means.
        focus: the node that stands out, if there is one.
        address: where a node leads; empty, if nowhere.
    """
    width = max(drawing.width, _legend_width(legend, arrow)) + 2 * _MARGIN
    height = drawing.height + _LEGEND + 2 * _MARGIN
    lines = [
        f'<svg class="derive-drawing" xmlns="http://www.w3.org/2000/svg" role="group" '
        f'aria-label="{escape(label)}" viewBox="{-_MARGIN:g} {-_MARGIN:g} {width:g} {height:g}" '
        f'width="{width:g}" height="{height:g}" font-size="12">',
        *_legend(legend, arrow),
        f'<g transform="translate(0 {_LEGEND:g})">',
        *(_edge(edge, points) for edge, points in sorted(drawing.edges.items())),
        *(_node(box, told[box.name], address(box.name), focus) for box in drawing.boxes),
        "</g></svg>",
    ]
    return "\n".join(lines) + "\n"


def _node(box: Box, told: Told, address: str, focus: str) -> str:
    rows = _rows(told.title)
    middle = box.y + BOX_HEIGHT / 2 - (len(rows) - 1) * _LINE / 2
    texts = "".join(
        f'<text x="{box.x + 26:g}" y="{middle + k * _LINE + 4:g}">{escape(row)}</text>'
        for k, row in enumerate(rows)
    )
    sign = f'<text class="derive-sign" x="{box.x + 9:g}" y="{box.y + BOX_HEIGHT / 2 + 4:g}">'
    hint = f"{told.title} ({told.word})\n{told.statement}"
    chosen = " derive-focus" if box.name == focus else ""
    tag = f'a href="{escape(address)}"' if address else "g"
    return (
        f'<{tag} class="derive-node derive-{told.status}{chosen}" data-name="{escape(box.name)}" '
        f'aria-label="{escape(told.title)}, {escape(told.word)}"><title>{escape(hint)}</title>'
        f"{_outline(told.status, box.x, box.y, BOX_WIDTH, BOX_HEIGHT)}"
        f"{sign}{MARKS[told.status]}</text>{texts}</{tag[:1]}>"
    )


def _outline(status: str, x: float, y: float, width: float, height: float) -> str:
    """Round corners for what is proved, straight ones for what is not, cut ones in between."""
    if status == "proved":
        return f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" rx="{_CORNER:g}"/>'
    if status in ("computed", "tested"):
        cut = min(_CORNER, height / 3)
        right, bottom = x + width, y + height
        points = (
            *((x + cut, y), (right - cut, y), (right, y + cut), (right, bottom - cut)),
            *((right - cut, bottom), (x + cut, bottom), (x, bottom - cut), (x, y + cut)),
        )
        told = " ".join(f"{a:g},{b:g}" for a, b in points)
        return f'<polygon points="{told}"/>'
    return f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}"/>'


def _edge(edge: tuple[str, str], points: Sequence[Point]) -> str:
    """A smooth line through the points, with a head."""
    path = [f"M{points[0][0]:.1f},{points[0][1]:.1f}"]
    for number in range(1, len(points)):
        (x0, y0), (x1, y1) = points[number - 1], points[number]
        middle = (x0 + x1) / 2
        end = x1 - 6 if number == len(points) - 1 else x1
        path.append(f"C{middle:.1f},{y0:.1f} {middle:.1f},{y1:.1f} {end:.1f},{y1:.1f}")
    x, y = points[-1]
    head = f"M{x - 7:.1f},{y - 4:.1f}L{x:.1f},{y:.1f}L{x - 7:.1f},{y + 4:.1f}z"
    ends = f'data-from="{escape(edge[0])}" data-to="{escape(edge[1])}"'
    return (
        f'<g class="derive-edge" {ends}><path d="{" ".join(path)}" fill="none"/>'
        f'<path class="derive-head" d="{head}"/></g>'
    )


def _legend(legend: Mapping[str, str], arrow: str) -> Iterator[str]:
    x = 0.0
    yield '<g class="derive-legend" aria-hidden="true">'
    for status, word in legend.items():
        yield (
            f'<g class="derive-node derive-{status}">{_outline(status, x, 0, 30, 18)}'
            f'<text class="derive-sign" x="{x + 10:g}" y="13">{MARKS[status]}</text>'
            f'<text x="{x + 36:g}" y="13">{escape(word)}</text></g>'
        )
        x += 36 + _width(word)
    yield _edge(("", ""), ((x, 9.0), (x + 36, 9.0)))
    yield f'<text x="{x + 42:g}" y="13">{escape(arrow)}</text></g>'


def _legend_width(legend: Mapping[str, str], arrow: str) -> float:
    return sum(36 + _width(word) for word in legend.values()) + 42 + _width(arrow)


def _width(word: str) -> float:
    return 8.0 * cell_len(word) + 16


def _rows(title: str) -> list[str]:
    """A title in a few lines; what is cut off stands in the hint."""
    rows = [""]
    for piece in _pieces(title):
        if rows[-1] and cell_len(rows[-1] + piece.rstrip()) > _CELLS:
            rows.append("")
        rows[-1] += piece
    rows = [row.strip() for row in rows]
    if len(rows) > _ROWS:
        rows = [*rows[: _ROWS - 1], f"{rows[_ROWS - 1][: _CELLS - 2]}…"]
    return rows


def _pieces(title: str) -> Iterator[str]:
    """Where a line may be broken: behind spaces, and behind Chinese and Japanese characters."""
    piece = ""
    for character in title:
        piece += character
        if character == " " or cell_len(character) > 1:
            yield piece
            piece = ""
    yield piece
