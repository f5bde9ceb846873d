"""The ground state of the Pauli matrix x, and its other eigenvector."""

from derive import Theorem

from ..sources import quantum_mechanics
from .notation import glossary

ground_state_of_sigma_x = Theorem(
    "symmetry.ground_state_of_sigma_x",
    title="Ground state of the Pauli matrix x",
    source=quantum_mechanics("B084 B085", "Ground state"),
    glossary=glossary,
    claim=[
        r"\begin{bmatrix} 0 & 1 \\ 1 & 0 \end{bmatrix} \begin{bmatrix} 1 \\ -1 \end{bmatrix} = -\begin{bmatrix} 1 \\ -1 \end{bmatrix}",
        r"\begin{bmatrix} 0 & 1 \\ 1 & 0 \end{bmatrix} \begin{bmatrix} 1 \\ 1 \end{bmatrix} = \begin{bmatrix} 1 \\ 1 \end{bmatrix}",
        r"\left(\begin{bmatrix} 0 & 1 \\ 1 & 0 \end{bmatrix} - 1\right)\left(\begin{bmatrix} 0 & 1 \\ 1 & 0 \end{bmatrix} + 1\right) = \begin{bmatrix} 0 & 0 \\ 0 & 0 \end{bmatrix}",
    ],
    proof=r"""
        \begin{bmatrix} 0 & 1 \\ 1 & 0 \end{bmatrix} \begin{bmatrix} 1 \\ -1 \end{bmatrix} = \begin{bmatrix} 0-1 \\ 1+0 \end{bmatrix}
            = -\begin{bmatrix} 1 \\ -1 \end{bmatrix}
        \begin{bmatrix} 0 & 1 \\ 1 & 0 \end{bmatrix} \begin{bmatrix} 1 \\ 1 \end{bmatrix} = \begin{bmatrix} 1 \\ 1 \end{bmatrix}
        \left(\begin{bmatrix} 0 & 1 \\ 1 & 0 \end{bmatrix} - 1\right)\left(\begin{bmatrix} 0 & 1 \\ 1 & 0 \end{bmatrix} + 1\right) = \begin{bmatrix} -1 & 1 \\ 1 & -1 \end{bmatrix} \begin{bmatrix} 1 & 1 \\ 1 & 1 \end{bmatrix}
            = \begin{bmatrix} 0 & 0 \\ 0 & 0 \end{bmatrix}
    """,
)
