"""A matrix acts on a vector by inner products of its rows."""

from derive import Theorem

from ..sources import quantum_mechanics
from .board import glossary

example_matrix_times_vector = Theorem(
    "quantum.example_matrix_times_vector",
    title="A matrix acts on a vector",
    source=quantum_mechanics("B022 B023", "Action of a matrix on a state vector"),
    glossary=glossary,
    claim=r"\begin{bmatrix} 1 & 2 \\ -1 & 4 \end{bmatrix}\begin{bmatrix} 1 \\ -2 \end{bmatrix} = \begin{bmatrix} -3 \\ -9 \end{bmatrix}",
    proof=r"""
        \begin{bmatrix} 1 & 2 \\ -1 & 4 \end{bmatrix}\begin{bmatrix} 1 \\ -2 \end{bmatrix} = \begin{bmatrix} 1 \cdot 1 + 2 \cdot (-2) \\ (-1) \cdot 1 + 4 \cdot (-2) \end{bmatrix}
            = \begin{bmatrix} 1 - 4 \\ -1 - 8 \end{bmatrix}
            = \begin{bmatrix} -3 \\ -9 \end{bmatrix}
    """,
)
