"""String diagrams drawn by Matplotlib have the lines and labels of the layout."""

from derive.pictures.diagrams import figure_of
from derive.render.diagrams.shapes import Drawing, Outline, Stroke, Text

BOX = Outline("operator", ((20, 10), (50, 10), (50, 40), (20, 40)))
DRAWING = Drawing(
    80.0,
    50.0,
    (
        Stroke("leg", ((0, 25), (20, 25))),
        BOX,
        Stroke("bond", ((50, 25), (70, 25))),
        Text(35, 25, r"\hat O"),
        Text(60, 45, "a reason", 0.75, is_prose=True),
    ),
)


def test_size_in_points():
    width, height = figure_of(DRAWING).get_size_inches()
    assert (width * 72, height * 72) == (60.0, 37.5)


def test_lines_and_closed_boxes():
    leg, box, bond = figure_of(DRAWING).axes[0].get_lines()
    assert list(zip(*leg.get_data(), strict=True)) == [(0, 25), (20, 25)]
    assert list(zip(*box.get_data(), strict=True)) == [*BOX.points, BOX.points[0]]
    assert leg.get_linestyle() == "-"
    assert bond.get_linestyle() != "-"


def test_labels_are_formulas_and_prose_is_text():
    label, note = figure_of(DRAWING).axes[0].texts
    assert label.get_text() == r"$\hat O$"
    assert label.get_fontsize() == 12
    assert note.get_text() == "a reason"
    assert note.get_fontsize() == 9
    assert (note.get_ha(), label.get_ha()) == ("left", "center")
