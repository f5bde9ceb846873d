"""A matrix with three rows whose eigenvalue 1 has two independent eigenvectors."""

from derive import Theorem

from ..sources import quantum_mechanics
from .board import glossary

example_degeneracy = Theorem(
    "quantum.example_degeneracy",
    title="A matrix with a double eigenvalue",
    source=quantum_mechanics("B051 B052 B053", "Degeneracy"),
    glossary=glossary,
    claim=[
        r"\begin{bmatrix} 0 & 1 & 0 \\ 1 & 0 & 0 \\ 0 & 0 & 1 \end{bmatrix}\begin{bmatrix} 1 \\ 1 \\ 0 \end{bmatrix} = 1 \begin{bmatrix} 1 \\ 1 \\ 0 \end{bmatrix}",
        r"\begin{bmatrix} 0 & 1 & 0 \\ 1 & 0 & 0 \\ 0 & 0 & 1 \end{bmatrix}\begin{bmatrix} 0 \\ 0 \\ 1 \end{bmatrix} = 1 \begin{bmatrix} 0 \\ 0 \\ 1 \end{bmatrix}",
        r"\begin{bmatrix} 0 & 1 & 0 \\ 1 & 0 & 0 \\ 0 & 0 & 1 \end{bmatrix}\begin{bmatrix} 1 \\ -1 \\ 0 \end{bmatrix} = -1 \begin{bmatrix} 1 \\ -1 \\ 0 \end{bmatrix}",
        r"\begin{bmatrix} 1 & 1 & 0 \end{bmatrix}\begin{bmatrix} 0 \\ 0 \\ 1 \end{bmatrix} = 0",
    ],
    proof=r"""
        \begin{bmatrix} 0 & 1 & 0 \\ 1 & 0 & 0 \\ 0 & 0 & 1 \end{bmatrix}\begin{bmatrix} 1 \\ 1 \\ 0 \end{bmatrix} = \begin{bmatrix} 0 \cdot 1 + 1 \cdot 1 + 0 \cdot 0 \\ 1 \cdot 1 + 0 \cdot 1 + 0 \cdot 0 \\ 0 \cdot 1 + 0 \cdot 1 + 1 \cdot 0 \end{bmatrix}
            = 1 \begin{bmatrix} 1 \\ 1 \\ 0 \end{bmatrix}
        \begin{bmatrix} 0 & 1 & 0 \\ 1 & 0 & 0 \\ 0 & 0 & 1 \end{bmatrix}\begin{bmatrix} 0 \\ 0 \\ 1 \end{bmatrix} = \begin{bmatrix} 0 \cdot 0 + 1 \cdot 0 + 0 \cdot 1 \\ 1 \cdot 0 + 0 \cdot 0 + 0 \cdot 1 \\ 0 \cdot 0 + 0 \cdot 0 + 1 \cdot 1 \end{bmatrix}
            = 1 \begin{bmatrix} 0 \\ 0 \\ 1 \end{bmatrix}
        \begin{bmatrix} 0 & 1 & 0 \\ 1 & 0 & 0 \\ 0 & 0 & 1 \end{bmatrix}\begin{bmatrix} 1 \\ -1 \\ 0 \end{bmatrix} = \begin{bmatrix} 0 \cdot 1 + 1 \cdot (-1) + 0 \cdot 0 \\ 1 \cdot 1 + 0 \cdot (-1) + 0 \cdot 0 \\ 0 \cdot 1 + 0 \cdot (-1) + 1 \cdot 0 \end{bmatrix}
            = -1 \begin{bmatrix} 1 \\ -1 \\ 0 \end{bmatrix}
        \begin{bmatrix} 1 & 1 & 0 \end{bmatrix}\begin{bmatrix} 0 \\ 0 \\ 1 \end{bmatrix} = 1 \cdot 0 + 1 \cdot 0 + 0 \cdot 1
            = 0
    """,
)
