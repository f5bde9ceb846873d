"""Vectors are added and multiplied entry by entry, and multiplied with each other."""

from derive import Theorem

from ..sources import quantum_mechanics
from .board import glossary

example_vectors = Theorem(
    "quantum.example_vectors",
    title="Sum, multiple and inner product of vectors",
    source=quantum_mechanics(
        "B012 B013 B016 B018 B019 B021", "Addition and multiplication of state vectors"
    ),
    glossary=glossary,
    claim=[
        r"\begin{bmatrix} 1 \\ 2 \\ 4 \\ 3 \end{bmatrix} + \begin{bmatrix} 5 \\ 3 \\ 1 \\ 4 \end{bmatrix} = \begin{bmatrix} 6 \\ 5 \\ 5 \\ 7 \end{bmatrix}",
        r"3 \begin{bmatrix} 1 \\ 2 \\ 4 \\ 3 \end{bmatrix} = \begin{bmatrix} 3 \\ 6 \\ 12 \\ 9 \end{bmatrix}",
        r"\begin{bmatrix} 1 & 2 & 4 & 3 \end{bmatrix}\begin{bmatrix} 5 \\ 1 \\ -3 \\ 2 \end{bmatrix} = 1",
    ],
    proof=r"""
        \begin{bmatrix} 1 \\ 2 \\ 4 \\ 3 \end{bmatrix} + \begin{bmatrix} 5 \\ 3 \\ 1 \\ 4 \end{bmatrix} = \begin{bmatrix} 1 + 5 \\ 2 + 3 \\ 4 + 1 \\ 3 + 4 \end{bmatrix}
            = \begin{bmatrix} 6 \\ 5 \\ 5 \\ 7 \end{bmatrix}
        3 \begin{bmatrix} 1 \\ 2 \\ 4 \\ 3 \end{bmatrix} = \begin{bmatrix} 3 \cdot 1 \\ 3 \cdot 2 \\ 3 \cdot 4 \\ 3 \cdot 3 \end{bmatrix}
            = \begin{bmatrix} 3 \\ 6 \\ 12 \\ 9 \end{bmatrix}
        \begin{bmatrix} 1 & 2 & 4 & 3 \end{bmatrix}\begin{bmatrix} 5 \\ 1 \\ -3 \\ 2 \end{bmatrix} = 1 \cdot 5 + 2 \cdot 1 + 4 \cdot (-3) + 3 \cdot 2
            = 5 + 2 - 12 + 6
            = 1
    """,
)
