"""Pictures that are computed: found by name, drawn in the reader's language, written to a file.

A picture is a function in a file `pictures.py` of a folder of theorems.  It gets `t`, by which its
labels are translated, and returns a Matplotlib figure, a string diagram, or the source of an SVG or
TikZ picture:

    from derive.pictures import figure, formula, picture
    from derive.translation import message

    @picture(
        "landau.parabola",
        caption=message("The energy of a free electron"),
        alt=message("A parabola that opens upwards, with its lowest point at wave number 0."),
        source="Lecture on the quantum Hall effect [A042]",
        computed_from=(ring_area,),
    )
    def parabola(t):
        canvas = figure(6, 4)
        ...
        return canvas

What documents use:

    found = find("hall.plateaus")                  # or find(name, folder); raises NotFound
    found.words("ja").caption, found.words("ja").alt
    found.write(Path("plateaus.pdf"), "ja")        # .svg, .pdf, .png; a diagram also as .tex
    found.rendered("svg", "ja")                    # the same as bytes
    found.computed_from, found.source, found.location
    pictures_of(folder)                            # all pictures of a folder, by name

Whoever draws uses `figure`, the colours of `derive.pictures.style`, and `formula`, `function`
and `matrices`, which turn the claims of a theorem into numbers.

Main results: `Picture`, `picture`, `find`, `pictures_of`, `PictureError`, `figure`, `formula`,
`function`, `matrices`.
"""

from derive.pictures.finding import find, pictures_of
from derive.pictures.formulas import formula, function, matrices
from derive.pictures.picture import Drawn, Picture, PictureError, Words, picture
from derive.pictures.style import figure

__all__ = [
    "Drawn",
    "Picture",
    "PictureError",
    "Words",
    "figure",
    "find",
    "formula",
    "function",
    "matrices",
    "picture",
    "pictures_of",
]
