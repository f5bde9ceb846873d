r"""String diagrams as TikZ pictures, which need the package `tikz` and nothing else.

Labels are the author's own LaTeX in math mode.  Main results: `tikz`.
"""

from __future__ import annotations

from collections.abc import Sequence

from derive.render.diagrams.layout import FONT, SMALL
from derive.render.diagrams.shapes import Drawing, Outline, Shape, Stroke, Text
from derive.render.prose import FOREIGN_SCRIPT, prose

_UNIT = "0.625pt"
_BASELINE = 0.25
_STYLES = (
    "wire/.style={line width=0.7pt}, leg/.style={wire}, lead/.style={wire}, "
    "operator/.style={wire}, ket/.style={wire}, bra/.style={wire}, "
    "bond/.style={line width=0.6pt, densely dotted}, "
    "rule/.style={line width=0.5pt}, bracket/.style={rule}, frame/.style={rule, densely dashed}"
)


"""Reasons in other scripts need an engine that has them."""


def tikz(drawing: Drawing) -> str:
    r"""The drawing as a `tikzpicture`, for a document that says `\usepackage{tikz}`."""
    lines = [
        rf"\begin{{tikzpicture}}[x={_UNIT}, y=-{_UNIT}, line join=round, {_STYLES},",
        r"  every node/.style={inner sep=0pt, outer sep=0pt}]",
        *(f"  {_shape(shape)}" for shape in drawing.shapes),
        r"\end{tikzpicture}",
    ]
    text = "\n".join(lines) + "\n"
    return f"{FOREIGN_SCRIPT}\n{text}" if r"\derivescript{" in text else text


def _shape(shape: Shape) -> str:
    match shape:
        case Stroke():
            return rf"\draw[{shape.kind}] {_path(shape.points)};"
        case Outline():
            return rf"\draw[{shape.kind}] {_path(shape.points)} -- cycle;"
        case Text():
            return _node(shape)
    raise AssertionError(shape)


def _path(points: Sequence[tuple[float, float]]) -> str:
    return " -- ".join(_point(x, y) for x, y in points)


def _node(text: Text) -> str:
    place = _point(text.x, text.y + _BASELINE * FONT * text.size)
    if text.is_prose:
        return rf"\node[anchor=base west] at {place} {{\small {prose(text.content)}}};"
    style = r"\scriptstyle " if text.size <= SMALL else ""
    return rf"\node[anchor=base] at {place} {{${style}{text.content}$}};"


def _point(x: float, y: float) -> str:
    return f"({x:.2f},{y:.2f})"
