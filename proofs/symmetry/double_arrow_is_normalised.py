"""The double arrow has norm 1 if the arrow and the turned arrow are orthogonal."""

from derive import Theorem, definition, law

from ..sources import quantum_mechanics
from .notation import glossary

double_arrow_is_normalised = Theorem(
    "symmetry.double_arrow_is_normalised",
    title="The double arrow is normalised if the two arrows are orthogonal",
    source=quantum_mechanics("B074 B078", "Symmetric state"),
    glossary=glossary,
    given={
        "double arrow": definition(
            r"|\leftrightarrow\rangle = \frac{1}{\sqrt{2}}\left(|\rightarrow\rangle + \hat U|\rightarrow\rangle\right)",
            quantum_mechanics("B078"),
        ),
        "norm": law(r"\hat U^\dagger\hat U = 1", quantum_mechanics("B074")),
        "normalised": definition(r"\langle\rightarrow|\rightarrow\rangle = 1"),
        "orthogonal": law(
            r"\langle\rightarrow|\hat U|\rightarrow\rangle = 0", quantum_mechanics("B078")
        ),
    },
    claim=r"\langle\leftrightarrow|\leftrightarrow\rangle = 1",
    proof=r"""
        \langle\rightarrow|\hat U^\dagger|\rightarrow\rangle = 0         % orthogonal
        \langle\leftrightarrow|\leftrightarrow\rangle = \frac{1}{2}\left(\langle\rightarrow|\rightarrow\rangle + \langle\rightarrow|\hat U|\rightarrow\rangle + \langle\rightarrow|\hat U^\dagger|\rightarrow\rangle + \langle\rightarrow|\hat U^\dagger\hat U|\rightarrow\rangle\right)   % double arrow
            = \frac{1}{2}\left(\langle\rightarrow|\rightarrow\rangle + \langle\rightarrow|\hat U^\dagger\hat U|\rightarrow\rangle\right)   % orthogonal, above
            = \langle\rightarrow|\rightarrow\rangle                      % norm
            = 1                                                          % normalised
    """,
)
