"""Matrices act in the picture as they do in the theorems; diagrams are those of the theorems."""

import numpy as np
import pytest
import sympy
from matplotlib.patches import FancyArrowPatch

from derive.render.diagrams.columns import entries_of
from derive.render.diagrams.layout import FONT, column
from derive.render.diagrams.shapes import Text
from proofs.quantum.orthogonality_left_right import orthogonality_left_right
from proofs.quantum.pictures import EXAMPLES, actions, eigenlines, string_diagrams

ACTIONS = actions()


def test_the_rotation_turns_by_45_degrees_as_its_theorem_says():
    turn = ACTIONS["rotation by 45°"]
    assert turn**2 == sympy.Matrix([[0, -1], [1, 0]])
    assert turn.T * turn == sympy.eye(2)
    assert eigenlines(turn) == []


@pytest.mark.parametrize("name", ACTIONS)
def test_lines_of_eigenvectors(name):
    matrix = ACTIONS[name]
    found = eigenlines(matrix)
    for value, vector in found:
        assert sympy.simplify(matrix * vector - value * vector) == sympy.zeros(2, 1)
        assert sympy.simplify(vector.norm()) == 1
    expected = {"rotation by 45°": 0, "shear": 1}.get(name, 2)
    assert len(found) == expected


def test_a_reflection_turns_one_line_round_and_a_projection_flattens_one():
    assert sorted(value for value, _ in eigenlines(ACTIONS["reflection"])) == [-1, 1]
    assert sorted(value for value, _ in eigenlines(ACTIONS["projection"])) == [0, 1]
    assert ACTIONS["projection"] ** 2 == ACTIONS["projection"]
    assert ACTIONS["shear"].det() == 1


def test_the_squares_in_the_picture(drawn):
    figure = drawn("quantum.matrix_action")
    for axes, (name, matrix) in zip(figure.axes, ACTIONS.items(), strict=True):
        assert axes.get_title() == name
        (image,) = [patch for patch in axes.patches if patch.get_gid() == "image"]
        corners = image.get_xy()[:4]
        for corner, unit in zip(corners, [(0, 0), (1, 0), (1, 1), (0, 1)], strict=True):
            expected = [float(x) for x in matrix * sympy.Matrix(unit)]
            assert np.allclose(corner, expected)


def test_no_arrow_hides_another(drawn):
    for axes in drawn("quantum.matrix_action").axes:
        arrows = [one for one in axes.patches if isinstance(one, FancyArrowPatch)]
        ends = {tuple(np.round(arrow._posA_posB, 3).ravel()) for arrow in arrows}
        assert len(ends) == len(arrows), axes.get_title()


def test_labels_can_be_read_on_slides(drawn):
    """At least 5 points, where a slide has 5.5 by 2.2 inches for a picture."""
    figure = drawn("quantum.matrix_action")
    width, height = figure.get_size_inches()
    scale = min(5.5 / width, 2.2 / height)
    assert min(text.get_size() for axes in figure.axes for text in axes.texts) * scale >= 5
    diagrams = drawn("quantum.string_diagrams")
    scale = min(5.5 * 72 / diagrams.width, 2.2 * 72 / diagrams.height)
    smallest = min(
        text.size for text in diagrams.shapes if isinstance(text, Text) and text.is_prose
    )
    assert FONT * smallest * scale >= 5


def test_diagrams_are_those_of_the_theorem(drawn):
    whole = drawn("quantum.string_diagrams")
    proof = column(entries_of(orthogonality_left_right))
    boxes = [outline.kind for outline in whole.outlines()]
    ending = [outline.kind for outline in proof.outlines()]
    assert boxes[-len(ending) :] == ending
    labels = [shape.content for shape in whole.shapes if isinstance(shape, Text)]
    for _, told in EXAMPLES:
        assert told in labels
    for reason in ("left eigenvector", "right eigenvector", "above, distinct"):
        assert reason in labels


def test_the_first_six_diagrams():
    """A vector has one leg and its mirror image another; joined they have none."""
    shapes = string_diagrams.draw()
    kinds = [outline.kind for outline in shapes.outlines()]
    assert kinds[:9] == [
        "ket",
        "bra",
        "bra",
        "ket",
        "operator",
        "operator",
        "ket",
        *["operator"] * 2,
    ]


def test_the_eigenvalue_is_outside_the_box():
    shapes = string_diagrams.draw()
    (value,) = {
        s.y
        for s in shapes.shapes
        if isinstance(s, Text) and s.content == "the eigenvalue is a number"
    }
    row = [s for s in shapes.shapes if isinstance(s, Text) and abs(s.y - value) < 1]
    assert [s.content for s in row][-3:-1] == [r"\lambda", r"|v\rangle"]
