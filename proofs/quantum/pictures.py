"""The pictures of state vectors and matrices: string diagrams, and what a matrix does to the plane.

Main results: `string_diagrams`, `matrix_action`, `ACTIONS`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from derive.pictures import figure, formula, matrices, picture
from derive.pictures.style import BLUE, GREEN, GREY, ORANGE, VERMILION
from derive.translation import Translation, message

from ..sources import quantum_mechanics
from .example_pauli_x import example_pauli_x
from .example_rotation import example_rotation
from .notation import glossary
from .orthogonality_left_right import orthogonality_left_right
from .probabilities_sum_to_one import probabilities_sum_to_one

if TYPE_CHECKING:
    import sympy
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from derive.render.diagrams.layout import Entry
    from derive.render.diagrams.shapes import Drawing, Text

EXAMPLES = (
    (r"|\psi\rangle", message("a vector has one leg")),
    (r"\langle\psi|", message("its mirror image")),
    (r"\langle\phi|\psi\rangle", message("no leg: an inner product")),
    (r"\hat O", message("a matrix has two legs")),
    (r"\hat O|\psi\rangle", message("it acts on a vector")),
    (r"\hat A\hat B", message("a product of matrices")),
)
"""Expressions and what their diagrams show."""


@picture(
    "quantum.string_diagrams",
    caption=message(
        "State vectors and matrices as boxes, whose legs say what they are. Below, the probability "
        "of a measured value, the eigenvalue equation, and why eigenvectors with different "
        "eigenvalues are orthogonal: the matrix may be taken to the left or to the right."
    ),
    alt=message(
        "Rows of diagrams: a box with one leg to the left, its mirror image with one leg to the "
        "right, the two joined without a leg, a box with two legs, and such boxes joined. Then a "
        "probability as a squared closed diagram over two closed diagrams, the eigenvalue equation "
        "with the eigenvalue as a number before the box, and the lines of a proof."
    ),
    source=quantum_mechanics(
        "B020 B021 B024 B025 B030 B037 B048 B068", "Action of a matrix on a state vector"
    ),
    computed_from=(probabilities_sum_to_one, orthogonality_left_right),
)
def string_diagrams(t: Translation) -> Drawing:
    """Diagrams with what they are, the examples in two columns; the formulas are of the theorems."""
    from dataclasses import replace

    from derive.language.reader import read_expression
    from derive.render.diagrams.columns import entries_of
    from derive.render.diagrams.layout import Entry
    from derive.render.diagrams.shapes import Drawing, moved
    from derive.render.diagrams.trees import picture_of

    examples = [
        Entry(None, "", picture_of(read_expression(text, glossary), glossary), t(what))
        for text, what in EXAMPLES
    ]
    formulas = _hypothesis(probabilities_sum_to_one, "probability", t("a probability"))
    formulas += _hypothesis(
        orthogonality_left_right, "right eigenvector", t("the eigenvalue is a number")
    )
    proof = entries_of(orthogonality_left_right)
    formulas += [replace(entry, note=t(entry.note)) for entry in proof]
    half = len(examples) // 2
    first, second, below = (_column(one) for one in (examples[:half], examples[half:], formulas))
    top = max(first.height, second.height)
    return Drawing(
        max(first.width + second.width, below.width),
        top + below.height,
        (
            *first.shapes,
            *moved(second.shapes, first.width, 0.0),
            *moved(below.shapes, 0.0, top),
        ),
    )


def _column(entries: list[Entry]) -> Drawing:
    """Diagrams below each other, whose notes are as large as their labels, to be read on slides."""
    from dataclasses import replace

    from derive.render.diagrams.layout import FONT, column
    from derive.render.diagrams.mathematics import prose_width
    from derive.render.diagrams.shapes import Text

    drawn = column(entries)
    wider = max((1 - note.size) * FONT * prose_width(note.content) for note in _notes(drawn))
    shapes = (
        replace(shape, size=1.0) if isinstance(shape, Text) and shape.is_prose else shape
        for shape in drawn.shapes
    )
    return replace(drawn, width=drawn.width + wider, shapes=tuple(shapes))


def _notes(drawing: Drawing) -> list[Text]:
    from derive.render.diagrams.shapes import Text

    return [shape for shape in drawing.shapes if isinstance(shape, Text) and shape.is_prose]


def _hypothesis(theorem: Any, name: str, note: str) -> list[Entry]:
    """What a hypothesis says, without its "for all"."""
    from derive.language.syntax import Clause
    from derive.render.diagrams.columns import entries_of_formula

    (said,) = (one.formula for one in theorem.hypotheses if one.name == name)
    inner = said.conclusion if isinstance(said, Clause) else said
    return list(entries_of_formula(inner, theorem.glossary, note))


def actions() -> dict[str, sympy.Matrix]:
    """The matrices that are drawn, by what they do."""
    import sympy

    turn = matrices(example_rotation)[1] * formula(example_rotation, "h", "scale")
    mirror = matrices(example_pauli_x)[0]
    return {
        message("rotation by 45°"): turn,
        message("stretch"): sympy.diag(sympy.Rational(3, 2), sympy.Rational(1, 2)),
        message("reflection"): mirror,
        message("shear"): sympy.Matrix([[1, 1], [0, 1]]),
        message("projection"): (sympy.eye(2) + mirror) / 2,
    }


def eigenlines(matrix: sympy.Matrix) -> list[tuple[Any, Any]]:
    """The real eigenvalues with an eigenvector of length 1 that points upwards or to the right."""
    found = []
    for value, _, vectors in matrix.eigenvects():
        if value.is_real:
            for vector in vectors:
                unit = vector / vector.norm()
                found.append((value, unit if unit[1] > 0 or unit[0] > 0 else -unit))
    return found


@picture(
    "quantum.matrix_action",
    caption=message(
        "What matrices do to the unit square. A line of eigenvectors stays where it is; on it a "
        "vector is multiplied by the eigenvalue E, and is turned round if E is negative. The arrows 1 "
        "and 2 are the columns of the matrix; where these are equal, they are drawn side by side."
    ),
    alt=message(
        "Five diagrams of the plane. A rotation by 45 degrees turns the unit square and leaves no "
        "line where it is. A stretch makes it longer along one axis and shorter along the other. "
        "A reflection keeps one diagonal and turns the arrows on the other one round, with "
        "eigenvalue -1. A shear makes a parallelogram and keeps one line only. A projection "
        "flattens the square to a segment of a diagonal."
    ),
    source=quantum_mechanics("B027 B034 B035 B076", "Action of a matrix on a state vector"),
    computed_from=(example_rotation, example_pauli_x),
)
def matrix_action(t: Translation) -> Figure:
    """The unit square and its image, and the lines of eigenvectors, for each matrix."""
    canvas = figure(6.8, 4.2)
    shown = actions()
    for place, (name, matrix) in enumerate(shown.items(), start=1):
        axes = canvas.add_subplot(2, 3, place)
        for value, vector in eigenlines(matrix):
            _eigenline(axes, value, (float(vector[0]), float(vector[1])))
        _square(axes, matrix)
        axes.set_title(t(name), size=13)
        axes.set(aspect="equal", xlim=(-1.4, 2.1), ylim=(-1.25, 1.6))
        axes.set_axis_off()
    return canvas


def _square(axes: Axes, matrix: sympy.Matrix) -> None:
    """The unit square, its image, and the images of the two basis vectors."""
    import numpy as np

    square = np.array([[0.0, 1.0, 1.0, 0.0], [0.0, 0.0, 1.0, 1.0]])
    columns = np.array(matrix.tolist(), dtype=float)
    axes.fill(*square, fill=False, edgecolor=GREY, linestyle="--", linewidth=1.0)
    axes.fill(*(columns @ square), color=GREY, alpha=0.25, linewidth=0, gid="image")
    first, second = columns.T
    same = np.allclose(first, second)  # then they are drawn side by side
    beside = 0.07 * np.array([first[1], -first[0]]) / np.hypot(*first) if same else np.zeros(2)
    sides = {"1": (10, -7), "2": (-8, 8)}
    for image, start, colour, label in zip(
        (first, second), (beside, -beside), (BLUE, ORANGE), sides, strict=True
    ):
        _arrow(axes, image + start, colour, "-", start)
        axes.annotate(
            label, image + start, sides[label], textcoords="offset points", color=colour,
            size=12, ha="center", va="center",
        )  # fmt: skip


def _eigenline(axes: Axes, value: Any, vector: tuple[float, float]) -> None:
    """The line with its eigenvalue; on it a vector and its image if that points the other way."""
    colour = VERMILION if value < 0 else GREEN
    axes.axline((0, 0), vector, color=colour, linewidth=4.5, alpha=0.3, zorder=0)
    if value < 0:
        _arrow(axes, vector, colour, ":")
        _arrow(axes, [float(value) * one for one in vector], colour, "-")
    x, y = (-1.05 * one if value >= 0 else 1.4 * one for one in vector)
    axes.text(
        x, y, f"$E={value}$", color=colour, size=11.5, ha="center", va="center",
        bbox={"facecolor": "white", "edgecolor": "none", "pad": 1.0},
    )  # fmt: skip


def _arrow(axes: Axes, end: Any, colour: str, line: str, start: Any = (0.0, 0.0)) -> None:
    from matplotlib.patches import FancyArrowPatch

    axes.add_patch(
        FancyArrowPatch(
            tuple(start), tuple(end), arrowstyle="-|>", mutation_scale=11, color=colour,
            linestyle=line, linewidth=1.8, shrinkA=0, shrinkB=0,
        )
    )  # fmt: skip
