"""For a spin 1/2 a full turn is -1, and half a turn makes the double arrow orthogonal to itself."""

from derive import Theorem, definition, law

from ..sources import quantum_mechanics
from .notation import glossary

double_arrow_of_spin_one_half = Theorem(
    "symmetry.double_arrow_of_spin_one_half",
    title="For a spin 1/2 the double arrow is not symmetric",
    source=quantum_mechanics("B079", "Symmetric state"),
    glossary=glossary,
    given={
        "double arrow": definition(
            r"|\leftrightarrow\rangle = \frac{1}{\sqrt{2}}\left(|\rightarrow\rangle + \hat U|\rightarrow\rangle\right)",
            quantum_mechanics("B078"),
        ),
        "full turn": law(r"\hat U^2 = -1", quantum_mechanics("B079")),
        "norm": law(r"\hat U^\dagger\hat U = 1", quantum_mechanics("B074")),
        "orthogonal": law(
            r"\langle\rightarrow|\hat U|\rightarrow\rangle = 0", quantum_mechanics("B078")
        ),
    },
    claim=r"\langle\leftrightarrow|\hat U|\leftrightarrow\rangle = 0",
    proof=r"""
        \langle\rightarrow|\hat U^\dagger|\rightarrow\rangle = 0         % orthogonal
        \hat U|\leftrightarrow\rangle = \frac{1}{\sqrt{2}}\left(\hat U|\rightarrow\rangle - |\rightarrow\rangle\right)     % double arrow, full turn
        \langle\leftrightarrow|\hat U|\leftrightarrow\rangle = \frac{1}{2}\left(\langle\rightarrow|\hat U|\rightarrow\rangle - \langle\rightarrow|\rightarrow\rangle + \langle\rightarrow|\hat U^\dagger\hat U|\rightarrow\rangle - \langle\rightarrow|\hat U^\dagger|\rightarrow\rangle\right)  % double arrow, above
            = \frac{1}{2}\left(\langle\rightarrow|\hat U^\dagger\hat U|\rightarrow\rangle - \langle\rightarrow|\rightarrow\rangle\right)    % orthogonal, above
            = 0                                                          % norm
    """,
)
