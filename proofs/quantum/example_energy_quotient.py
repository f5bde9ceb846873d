"""The energy as a quotient: in an eigenstate an eigenvalue, elsewhere a mean."""

from derive import Theorem

from ..sources import quantum_mechanics
from .board import glossary

example_energy_quotient = Theorem(
    "quantum.example_energy_quotient",
    title="Energy as a quotient, for the Pauli matrix x",
    source=quantum_mechanics("B050", "Theory"),
    glossary=glossary,
    claim=[
        r"\frac{\begin{bmatrix} 1 & -1 \end{bmatrix}\begin{bmatrix} 0 & 1 \\ 1 & 0 \end{bmatrix}\begin{bmatrix} 1 \\ -1 \end{bmatrix}}{\begin{bmatrix} 1 & -1 \end{bmatrix}\begin{bmatrix} 1 \\ -1 \end{bmatrix}} = -1",
        r"\frac{\begin{bmatrix} 1 & 0 \end{bmatrix}\begin{bmatrix} 0 & 1 \\ 1 & 0 \end{bmatrix}\begin{bmatrix} 1 \\ 0 \end{bmatrix}}{\begin{bmatrix} 1 & 0 \end{bmatrix}\begin{bmatrix} 1 \\ 0 \end{bmatrix}} = 0",
    ],
    proof=r"""
        \frac{\begin{bmatrix} 1 & -1 \end{bmatrix}\begin{bmatrix} 0 & 1 \\ 1 & 0 \end{bmatrix}\begin{bmatrix} 1 \\ -1 \end{bmatrix}}{\begin{bmatrix} 1 & -1 \end{bmatrix}\begin{bmatrix} 1 \\ -1 \end{bmatrix}} = \frac{\begin{bmatrix} 1 & -1 \end{bmatrix}\begin{bmatrix} -1 \\ 1 \end{bmatrix}}{1 + 1}
            = \frac{-2}{2}
            = -1
        \frac{\begin{bmatrix} 1 & 0 \end{bmatrix}\begin{bmatrix} 0 & 1 \\ 1 & 0 \end{bmatrix}\begin{bmatrix} 1 \\ 0 \end{bmatrix}}{\begin{bmatrix} 1 & 0 \end{bmatrix}\begin{bmatrix} 1 \\ 0 \end{bmatrix}} = \frac{\begin{bmatrix} 1 & 0 \end{bmatrix}\begin{bmatrix} 0 \\ 1 \end{bmatrix}}{1}
            = 0
    """,
)
