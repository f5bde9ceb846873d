"""Labels in each language: translated, inside the picture, and none upon another."""

from collections.abc import Iterator
from itertools import combinations

import pytest
from matplotlib.figure import Figure
from matplotlib.text import Text

from derive.library import root_of
from derive.loading import LIBRARY
from derive.pictures import figure, pictures_of
from derive.pictures.style import styled
from derive.translation import LANGUAGES, translation

PICTURES = pictures_of(LIBRARY)
FIGURES = [name for name in PICTURES if name != "quantum.string_diagrams"]


@pytest.mark.parametrize("language", LANGUAGES[1:])
@pytest.mark.parametrize("name", PICTURES)
def test_words_and_labels_are_translated(name, language, require_font):
    require_font(language)
    found = PICTURES[name]
    t = translation(language, root_of(LIBRARY))
    with styled(language):
        found.drawer(t)
    assert t(found.caption) != found.caption
    assert t(found.alt) != found.alt
    assert t.missing == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", FIGURES)
def test_labels_are_inside_and_apart(name, language, require_font):
    require_font(language)
    drawn = PICTURES[name].draw(language)
    assert list(faults(drawn, language)) == []


def test_labels_that_are_not_are_found():
    drawn = figure(2, 1)
    for place, label in [(0.2, "one"), (0.22, "two"), (0.98, "far out")]:
        drawn.text(place, 0.5, label)
    assert list(faults(drawn, "en")) == ["far out", ("one", "two")]


def faults(drawn: Figure, language: str) -> Iterator[object]:
    """Labels that leave the picture, and pairs of labels of which one covers the other."""
    with styled(language):
        drawn.draw_without_rendering()
        boxes = [(text.get_text(), text.get_window_extent()) for text in labels(drawn)]
    width, height = drawn.get_size_inches() * drawn.dpi
    for text, box in boxes:
        if box.x0 < -1 or box.y0 < -1 or box.x1 > width + 1 or box.y1 > height + 1:
            yield text
    for (one, box), (other, other_box) in combinations(boxes, 2):
        if box.shrunk(0.8, 0.6).overlaps(other_box.shrunk(0.8, 0.6)):
            yield one, other


def labels(drawn: Figure) -> list[Text]:
    """All texts but those of hidden axes, and of ticks outside what is shown."""
    hidden: list[Text] = []
    for axes in drawn.axes:
        for axis in (axes.xaxis, axes.yaxis):
            start, end = sorted(axis.get_view_interval())
            ticks = [t for t in axis.get_major_ticks() if start <= t.get_loc() <= end]
            shown = (axis.label, *(tick.label1 for tick in ticks)) if axes.axison else ()
            hidden += [text for text in axis.findobj(Text) if text not in shown]
    return [
        text
        for text in drawn.findobj(Text)
        if text.get_visible() and text.get_text().strip() and text not in hidden
    ]
