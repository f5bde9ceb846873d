"""The shapes of a laid out diagram: lines, borders of boxes, and text, on a page of some size.

Main results: `Drawing`, `Stroke`, `Outline`, `Text`, `moved`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

StrokeKind = Literal["leg", "wire", "lead", "bond", "rule", "bracket"]


@dataclass(frozen=True)
class Stroke:
    """A line through points.

    A free leg, a wire between two boxes, what leads from a frame to its leg or wire, a bond, a
    fraction line, or a bracket.
    """

    kind: StrokeKind
    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Outline:
    """The border of a box or of a frame."""

    kind: Literal["operator", "ket", "bra", "frame"]
    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Text:
    """A label centred at a point, or prose that begins there."""

    x: float
    y: float
    content: str
    size: float = 1.0
    is_prose: bool = False


Shape: TypeAlias = Stroke | Outline | Text


@dataclass(frozen=True)
class Drawing:
    """Shapes in a rectangle of this size, whose upper left corner is the origin."""

    width: float
    height: float
    shapes: tuple[Shape, ...]

    def strokes(self, kind: StrokeKind) -> list[Stroke]:
        """The strokes of a kind, from left to right as they were laid out."""
        return [shape for shape in self.shapes if isinstance(shape, Stroke) and shape.kind == kind]

    def outlines(self) -> list[Outline]:
        """The boxes and frames."""
        return [shape for shape in self.shapes if isinstance(shape, Outline)]


def moved(shapes: Iterable[Shape], x: float, y: float) -> list[Shape]:
    """The shapes at another place."""
    return [_moved_shape(shape, x, y) for shape in shapes]


def _moved_shape(shape: Shape, x: float, y: float) -> Shape:
    if isinstance(shape, Text):
        return replace(shape, x=shape.x + x, y=shape.y + y)
    return replace(shape, points=tuple((a + x, b + y) for a, b in shape.points))
