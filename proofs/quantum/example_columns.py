"""The columns of a matrix with two rows are the images of the two unit vectors."""

from derive import Theorem

from ..sources import quantum_mechanics
from .board import glossary

example_columns = Theorem(
    "quantum.example_columns",
    title="The columns of a matrix, two by two",
    source=quantum_mechanics("B026", "Understood by arrows"),
    glossary=glossary,
    claim=[
        r"\begin{bmatrix} a & b \\ c & d \end{bmatrix}\begin{bmatrix} 1 \\ 0 \end{bmatrix} = \begin{bmatrix} a \\ c \end{bmatrix}",
        r"\begin{bmatrix} a & b \\ c & d \end{bmatrix}\begin{bmatrix} 0 \\ 1 \end{bmatrix} = \begin{bmatrix} b \\ d \end{bmatrix}",
    ],
    proof=r"""
        \begin{bmatrix} a & b \\ c & d \end{bmatrix}\begin{bmatrix} 1 \\ 0 \end{bmatrix} = \begin{bmatrix} a \cdot 1 + b \cdot 0 \\ c \cdot 1 + d \cdot 0 \end{bmatrix}
            = \begin{bmatrix} a \\ c \end{bmatrix}
        \begin{bmatrix} a & b \\ c & d \end{bmatrix}\begin{bmatrix} 0 \\ 1 \end{bmatrix} = \begin{bmatrix} a \cdot 0 + b \cdot 1 \\ c \cdot 0 + d \cdot 1 \end{bmatrix}
            = \begin{bmatrix} b \\ d \end{bmatrix}
    """,
)
