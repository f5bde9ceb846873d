"""Where everything in a string diagram stands.

The wire runs along the axis y = 0 of a block, y grows downwards, and a label is 16 units high.
The lines of a column are aligned at their relations.  Nothing is random and no font is measured,
so the same picture has the same layout everywhere.

Main results: `layout`, `Entry`, `column`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from derive.language.glossary import DEFAULT_SPACE
from derive.render.diagrams.mathematics import prose_width, width
from derive.render.diagrams.pictures import (
    Bond,
    Box,
    Enclosed,
    Fraction,
    Grid,
    Label,
    Picture,
    Power,
    Product,
    Row,
    Sum,
    Wire,
)
from derive.render.diagrams.shapes import (
    Drawing,
    Outline,
    Shape,
    Stroke,
    StrokeKind,
    Text,
    moved,
)

FONT = 16.0
SMALL = 0.75
WIDEST = 1000.0
_HALF_BOX = 16.0
_POINT = 9.0
_PADDING = 10.0
_LEG = 22.0
_GAP = 9.0
_SPACING = 8.0
_CLEARANCE = 4.0
_MARGIN = 8.0


@dataclass(frozen=True)
class Entry:
    """A line of a column: a relation between two diagrams, and the reason for it.

    Where `left` is missing, the line goes on from the one above; without a relation, `right`
    stands alone.
    """

    left: Picture | None
    relation: str
    right: Picture
    note: str = ""


@dataclass(frozen=True)
class _Block:
    """Shapes around an axis: `above` and `below` say how far they reach from it."""

    width: float = 0.0
    above: float = 0.0
    below: float = 0.0
    shapes: tuple[Shape, ...] = ()


def layout(picture: Picture) -> Drawing:
    """A single diagram."""
    return _framed(_block(picture))


def column(entries: Sequence[Entry]) -> Drawing:
    """Diagrams below each other, aligned at their relations, with the reasons at the right."""
    lefts = [_block(entry.left) if entry.left else _Block() for entry in entries]
    rights = [_block(entry.right) for entry in entries]
    signs = [_label(Label(entry.relation)) if entry.relation else _Block() for entry in entries]
    sign_at = max((block.width for block in lefts), default=0.0)
    sign_width = max((block.width for block in signs), default=0.0) + 2 * _SPACING
    right_at = sign_at + sign_width
    note_at = right_at + max((block.width for block in rights), default=0.0) + 4 * _SPACING
    shapes: list[Shape] = []
    y = widest = 0.0
    for entry, left, sign, right in zip(entries, lefts, signs, rights, strict=True):
        y += max(left.above, sign.above, right.above)
        shapes += moved(left.shapes, sign_at - left.width, y)
        shapes += moved(sign.shapes, sign_at + (sign_width - sign.width) / 2, y)
        start = right_at if entry.relation else 0.0
        shapes += moved(right.shapes, start, y)
        widest = max(widest, start + right.width)
        if entry.note:
            shapes.append(Text(note_at, y, entry.note, SMALL, is_prose=True))
            widest = max(widest, note_at + SMALL * FONT * prose_width(entry.note))
        y += max(left.below, sign.below, right.below) + 1.5 * _SPACING
    return _framed(_Block(widest, 0.0, max(y - 1.5 * _SPACING, 0.0), tuple(shapes)))


def _framed(block: _Block) -> Drawing:
    shapes = moved(block.shapes, _MARGIN, block.above + _MARGIN)
    height = block.above + block.below + 2 * _MARGIN
    return Drawing(block.width + 2 * _MARGIN, height, tuple(shapes))


def _beside(blocks: Iterable[tuple[float, _Block]], width: float) -> _Block:
    """Blocks on one axis, each at its place."""
    placed = list(blocks)
    shapes = [shape for x, block in placed for shape in moved(block.shapes, x, 0.0)]
    above = max((block.above for _, block in placed), default=0.0)
    below = max((block.below for _, block in placed), default=0.0)
    return _Block(width, above, below, tuple(shapes))


def _block(picture: Picture) -> _Block:
    """A picture with its free legs."""
    match picture:
        case Product():
            return _word(picture.parts)
        case Sum():
            return _sum(picture)
        case Row():
            return _row([_block(part) for part in picture.parts])
    return _word((picture,))


def _word(parts: Sequence[Picture]) -> _Block:
    """Parts from left to right: a wire where legs meet, a leg at a free end, else a gap."""
    placed: list[tuple[float, _Block]] = []
    x = 0.0
    for place, part in enumerate(parts):
        before = parts[place - 1].legs.domain if place else ""
        if place and not before:
            x += _GAP
        if part.legs.codomain:
            line = _line("wire" if before else "leg", part.legs.codomain)
            placed.append((x, line))
            x += line.width
        block = _part(part)
        placed.append((x, block))
        x += block.width
        if part.legs.domain and place == len(parts) - 1:
            line = _line("leg", DEFAULT_SPACE if isinstance(part, Wire) else part.legs.domain)
            placed.append((x, line))
            x += line.width
    return _beside(placed, x)


def _line(kind: StrokeKind, space: str) -> _Block:
    """A leg or a wire, with the name of its space where it is not the usual one."""
    if space == DEFAULT_SPACE:
        return _Block(_LEG, 0.0, 0.0, (Stroke(kind, ((0.0, 0.0), (_LEG, 0.0))),))
    latex = space if len(space) == 1 else rf"\mathrm{{{space.replace('_', ' ')}}}"
    length = max(_LEG, SMALL * FONT * width(latex) + _SPACING)
    stroke = Stroke(kind, ((0.0, 0.0), (length, 0.0)))
    return _Block(length, 1.2 * FONT, 0.0, (stroke, Text(length / 2, -0.6 * FONT, latex, SMALL)))


def _part(part: Picture) -> _Block:
    """A part of a word, without its legs."""
    match part:
        case Wire():
            return _Block(0.0, 0.6 * FONT, 0.6 * FONT)
        case Label():
            return _label(part)
        case Box():
            return _box(part)
        case Bond():
            return _bond(part)
        case Fraction():
            return _fraction(part)
        case Power():
            return _power(part)
        case Enclosed():
            return _enclosed(part)
        case Grid():
            return _grid(part)
    return _block(part)


def _label(label: Label) -> _Block:
    extent = FONT * width(label.latex)
    return _Block(extent, 0.8 * FONT, 0.8 * FONT, (Text(extent / 2, 0.0, label.latex),))


def _box(box: Box) -> _Block:
    """A rectangle; a vector points away from its leg, and a functional is its mirror image."""
    inner = max(FONT * width(box.latex), FONT) + 2 * _PADDING
    half, point = _HALF_BOX, _POINT if box.shape != "operator" else 0.0
    whole = inner + point
    if box.shape == "bra":
        start = point
        corners = ((point, -half), (whole, -half), (whole, half), (point, half), (0.0, 0.0))
    else:
        start = 0.0
        corners = ((0.0, -half), (inner, -half), (whole, 0.0), (inner, half), (0.0, half))
    points = corners if point else ((0.0, -half), (inner, -half), (inner, half), (0.0, half))
    shapes = (Outline(box.shape, points), Text(start + inner / 2, 0.0, box.latex))
    return _Block(whole, half, half, shapes)


def _bond(bond: Bond) -> _Block:
    """A dashed line with its index above."""
    length = max(1.5 * _LEG, SMALL * FONT * width(bond.latex) + _SPACING)
    stroke = Stroke("bond", ((-_GAP, 0.0), (length + _GAP, 0.0)))
    label = Text(length / 2, -0.7 * FONT, bond.latex, SMALL)
    return _Block(length, 1.3 * FONT, 0.0, (stroke, label))


def _fraction(fraction: Fraction) -> _Block:
    above, below = _block(fraction.above), _block(fraction.below)
    extent = max(above.width, below.width) + _SPACING
    space = 0.7 * _SPACING
    shapes: list[Shape] = [Stroke("rule", ((0.0, 0.0), (extent, 0.0)))]
    shapes += moved(above.shapes, (extent - above.width) / 2, -above.below - space)
    shapes += moved(below.shapes, (extent - below.width) / 2, below.above + space)
    heights = above.above + above.below + space, below.above + below.below + space
    return _Block(extent, *heights, tuple(shapes))


def _power(power: Power) -> _Block:
    """The superscript stands above the wire that leaves the base."""
    base = _part(power.base)
    extent = SMALL * FONT * width(power.exponent)
    script = Text(base.width + 2.0 + extent / 2, -base.above + 0.2 * FONT, power.exponent, SMALL)
    end = base.width + extent + 4.0
    shapes: list[Shape] = [*base.shapes, script]
    if power.legs.domain:
        shapes.append(Stroke("lead", ((base.width, 0.0), (end, 0.0))))
    return _Block(end, base.above + 0.4 * FONT, base.below, tuple(shapes))


def _enclosed(enclosed: Enclosed) -> _Block:
    body = _block(enclosed.body)
    above, below, extent = body.above + _CLEARANCE, body.below + _CLEARANCE, body.width
    if enclosed.mark == "frame":
        whole = extent + 2 * _SPACING
        corners = ((0.0, -above), (whole, -above), (whole, below), (0.0, below))
        shapes = [Outline("frame", corners), *moved(body.shapes, _SPACING, 0.0)]
        return _Block(whole, above, below, tuple(shapes))
    if enclosed.mark == "overline":
        line = Stroke("bracket", ((0.0, -above), (extent, -above)))
        return _Block(extent, above, below, (line, *body.shapes))
    if enclosed.mark == "root":
        hook = ((0.0, 0.2 * below), (4.0, 0.0), (9.0, below), (13.0, -above))
        line = Stroke("bracket", (*hook, (extent + 16.0, -above)))
        shapes = [line, *moved(body.shapes, 15.0, 0.0)]
        return _Block(extent + 16.0, above, below, tuple(shapes))
    return _between(enclosed.mark, body)


def _grid(grid: Grid) -> _Block:
    """Entries in rows and columns, centred at the axis, between brackets."""
    blocks = [[_block(entry) for entry in row] for row in grid.rows]
    widths = [max(block.width for block in entries) for entries in zip(*blocks, strict=True)]
    lines = [
        _beside(
            [
                (sum(widths[:place]) + 2 * _SPACING * place + (wide - block.width) / 2, block)
                for place, (block, wide) in enumerate(zip(row, widths, strict=True))
            ],
            sum(widths) + 2 * _SPACING * (len(widths) - 1),
        )
        for row in blocks
    ]
    height = sum(line.above + line.below for line in lines)
    shapes: list[Shape] = []
    y = -height / 2
    for line in lines:
        shapes += moved(line.shapes, 0.0, y + line.above)
        y += line.above + line.below
    body = _Block(lines[0].width, height / 2, height / 2, tuple(shapes))
    return _between(grid.brackets, body)


def _between(mark: str, body: _Block) -> _Block:
    """A block between a bracket and its mirror image."""
    above, below = body.above + _CLEARANCE, body.below + _CLEARANCE
    left = _bracket(mark, above, below)
    start = max(x for stroke in left for x, _ in stroke.points) + _CLEARANCE
    whole = body.width + 2 * start
    right = [replace(s, points=tuple((whole - x, y) for x, y in s.points)) for s in left]
    shapes = (*left, *moved(body.shapes, start, 0.0), *right)
    return _Block(whole, above, below, shapes)


def _bracket(mark: str, above: float, below: float) -> list[Stroke]:
    """The left bracket, with its outer edge near x = 0."""
    if mark == "(":
        steps = [place / 8 for place in range(9)]
        curve = [(2.0 + 20.0 * (s - 0.5) ** 2, below * s - above * (1 - s)) for s in steps]
        return [Stroke("bracket", tuple(curve))]
    if mark == "[":
        corners = ((6.0, -above), (2.0, -above), (2.0, below), (6.0, below))
        return [Stroke("bracket", corners)]
    places = (2.0, 6.0) if mark == "norm" else (3.0,)
    return [Stroke("bracket", ((x, -above), (x, below))) for x in places]


def _row(blocks: Sequence[_Block]) -> _Block:
    placed, x = [], 0.0
    for block in blocks:
        placed.append((x, block))
        x += block.width + _SPACING
    return _beside(placed, x - _SPACING)


def _sum(picture: Sum) -> _Block:
    """The summands with their signs, on as many lines as they need."""
    lines: list[list[_Block]] = [[]]
    x = 0.0
    for place, (sign, part) in enumerate(zip(picture.signs, picture.parts, strict=True)):
        block = _enclosed(Enclosed(part, "(")) if isinstance(part, Sum) else _block(part)
        pieces = [block] if place == 0 and sign == "+" else [_label(Label(sign)), block]
        extent = sum(piece.width + _SPACING for piece in pieces)
        if lines[-1] and x + extent > WIDEST:
            lines.append([])
            x = 0.0
        lines[-1] += pieces
        x += extent
    first, *others = [_row(line) for line in lines]
    shapes, below = list(first.shapes), first.below
    for line in others:
        shapes += moved(line.shapes, 0.0, below + line.above + _SPACING)
        below += line.above + line.below + _SPACING
    whole = max(line.width for line in (first, *others))
    return _Block(whole, first.above, below, tuple(shapes))
