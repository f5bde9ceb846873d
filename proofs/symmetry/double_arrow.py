"""An arrow and the same arrow turned by 180 degrees: together they are symmetric."""

from derive import Theorem, definition, law

from ..sources import quantum_mechanics
from .notation import glossary

double_arrow = Theorem(
    "symmetry.double_arrow",
    title="The double arrow is symmetric under half a turn",
    source=quantum_mechanics("B077 B078 B079", "Symmetric state"),
    glossary=glossary,
    given={
        "double arrow": definition(
            r"|\leftrightarrow\rangle = \frac{1}{\sqrt{2}}\left(|\rightarrow\rangle + \hat U|\rightarrow\rangle\right)",
            quantum_mechanics("B078"),
        ),
        "full turn": law(r"\hat U^2 = 1", quantum_mechanics("B079")),
    },
    claim=r"\hat U|\leftrightarrow\rangle = |\leftrightarrow\rangle",
    proof=r"""
        \hat U|\leftrightarrow\rangle = \frac{1}{\sqrt{2}}\left(\hat U|\rightarrow\rangle + \hat U^2|\rightarrow\rangle\right)     % double arrow
                                      = \frac{1}{\sqrt{2}}\left(\hat U|\rightarrow\rangle + |\rightarrow\rangle\right)             % full turn
                                      = |\leftrightarrow\rangle                                                                    % double arrow
    """,
)
