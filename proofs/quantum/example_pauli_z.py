"""The Pauli matrix z has the eigenvalues 1 and -1."""

from derive import Theorem

from ..sources import quantum_mechanics
from .board import glossary

example_pauli_z = Theorem(
    "quantum.example_pauli_z",
    title="Eigenvalues and eigenvectors of the Pauli matrix z",
    source=quantum_mechanics("B035 B040 B041", "Eigenvalue equation"),
    glossary=glossary,
    claim=[
        r"\begin{bmatrix} 1 & 0 \\ 0 & -1 \end{bmatrix}\begin{bmatrix} 1 \\ 0 \end{bmatrix} = 1 \begin{bmatrix} 1 \\ 0 \end{bmatrix}",
        r"\begin{bmatrix} 1 & 0 \\ 0 & -1 \end{bmatrix}\begin{bmatrix} 0 \\ 1 \end{bmatrix} = -1 \begin{bmatrix} 0 \\ 1 \end{bmatrix}",
    ],
    proof=r"""
        \begin{bmatrix} 1 & 0 \\ 0 & -1 \end{bmatrix}\begin{bmatrix} 1 \\ 0 \end{bmatrix} = \begin{bmatrix} 1 \cdot 1 + 0 \cdot 0 \\ 0 \cdot 1 + (-1) \cdot 0 \end{bmatrix}
            = 1 \begin{bmatrix} 1 \\ 0 \end{bmatrix}
        \begin{bmatrix} 1 & 0 \\ 0 & -1 \end{bmatrix}\begin{bmatrix} 0 \\ 1 \end{bmatrix} = \begin{bmatrix} 1 \cdot 0 + 0 \cdot 1 \\ 0 \cdot 0 + (-1) \cdot 1 \end{bmatrix}
            = -1 \begin{bmatrix} 0 \\ 1 \end{bmatrix}
    """,
)
