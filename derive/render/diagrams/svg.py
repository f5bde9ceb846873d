"""String diagrams as SVG: lines and text in the colour of the page around them.

The picture needs no fonts of its own and no script; it has a title for those who cannot see it.

Main results: `svg`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from derive.render.diagrams.layout import FONT
from derive.render.diagrams.mathematics import Run, prose_runs, runs
from derive.render.diagrams.shapes import Drawing, Outline, Shape, Stroke, Text

_FONTS = "'STIX Two Text','Cambria','Times New Roman','DejaVu Serif',serif"
_STYLES = {
    **dict.fromkeys(("operator", "ket", "bra", "wire", "leg", "lead"), 'stroke-width="1.6"'),
    **dict.fromkeys(("rule", "bracket"), 'stroke-width="1.2"'),
    "bond": 'stroke-width="1.4" stroke-dasharray="2 4"',
    "frame": 'stroke-width="1" stroke-dasharray="6 3"',
}
"""As attributes, since a style sheet would reach beyond the picture into the page around it."""
_BASELINE = 0.32
_FORBIDDEN = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def svg(drawing: Drawing, title: str) -> str:
    """The drawing as an SVG document that may also stand inside a page.

    Args:
        drawing: what `layout` or `column` returns.
        title: what is read aloud in place of the picture.
    """
    size = f'width="{_number(drawing.width)}" height="{_number(drawing.height)}"'
    view = f'viewBox="0 0 {_number(drawing.width)} {_number(drawing.height)}"'
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} {view} role="img" '
        f'fill="none" stroke="currentColor" stroke-linejoin="round" '
        f'font-family="{escape(_FONTS)}" font-size="{_number(FONT)}">',
        f"<title>{_text(title)}</title>",
        *(_shape(shape) for shape in drawing.shapes),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _shape(shape: Shape) -> str:
    match shape:
        case Stroke():
            return f'<path class="{shape.kind}" {_STYLES[shape.kind]} d="{_path(shape.points)}"/>'
        case Outline():
            return f'<path class="{shape.kind}" {_STYLES[shape.kind]} d="{_path(shape.points)}Z"/>'
        case Text():
            return _label(shape)
    raise AssertionError(shape)


def _path(points: Sequence[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{_number(x)} {_number(y)}" for x, y in points)


def _label(text: Text) -> str:
    size = FONT * text.size
    found = prose_runs(text.content) if text.is_prose else runs(text.content)
    anchor = "" if text.is_prose else ' text-anchor="middle"'
    scale = "" if text.size == 1.0 else f' font-size="{_number(size)}"'
    place = f'x="{_number(text.x)}" y="{_number(text.y + _BASELINE * size)}"'
    colour = 'fill="currentColor" stroke="none"'
    return f"<text {place} {colour}{anchor}{scale}>{''.join(_spans(found, size))}</text>"


def _spans(found: Sequence[Run], size: float) -> Iterator[str]:
    rise = 0.0
    for run in found:
        style = ' font-style="italic"' if run.slanted else ""
        if run.rise != rise:
            style += f' dy="{_number((rise - run.rise) * size)}"'
        if run.size != 1.0:
            style += f' font-size="{_number(run.size * size)}"'
        rise = run.rise
        yield f"<tspan{style}>{_text(run.text)}</tspan>" if style else _text(run.text)


def _text(text: str) -> str:
    """Text with the characters escaped or left out that XML does not allow."""
    return escape(_FORBIDDEN.sub("", text))


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
