"""In the plane half a turn is -1, and the double arrow vanishes."""

from derive import Theorem, definition, law

from ..sources import quantum_mechanics
from .notation import glossary

vanishing_double_arrow = Theorem(
    "symmetry.vanishing_double_arrow",
    title="For the rotation of the plane the double arrow is no state",
    source=quantum_mechanics("B076 B078", "Symmetric state"),
    glossary=glossary,
    given={
        "double arrow": definition(
            r"|\leftrightarrow\rangle = \frac{1}{\sqrt{2}}\left(|\rightarrow\rangle + \hat U|\rightarrow\rangle\right)",
            quantum_mechanics("B078"),
        ),
        "four times 45 degrees": law(r"\hat U = \hat X^4", quantum_mechanics("B076")),
        "half a turn": law(r"\hat X^4 = -1", quantum_mechanics("B076")),
    },
    claim=r"|\leftrightarrow\rangle = 0",
    proof=r"""
        \hat U = -1                                                                                                     % four times 45 degrees, half a turn
        |\leftrightarrow\rangle = \frac{1}{\sqrt{2}}\left(|\rightarrow\rangle + \hat U|\rightarrow\rangle\right)        % double arrow
                                = \frac{1}{\sqrt{2}}\left(|\rightarrow\rangle - |\rightarrow\rangle\right)              % above
                                = 0
    """,
    models=[
        {
            "V": 2,
            "U": [[-1, 0], [0, -1]],
            "X": [[0, 1j], [1, 0]],
            "both": [1, 0],
            "without": "double arrow",
        }
    ],
)
