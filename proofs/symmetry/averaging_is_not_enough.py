"""The average over a symmetry may vanish although the state itself is symmetric."""

from derive import Theorem

from ..sources import quantum_mechanics
from .notation import glossary

averaging_is_not_enough = Theorem(
    "symmetry.averaging_is_not_enough",
    title="To average over a symmetry is not enough",
    source=quantum_mechanics("B079 B088", "Symmetric state"),
    glossary=glossary,
    claim=[
        r"\begin{bmatrix} 1 \\ -1 \end{bmatrix} + \begin{bmatrix} 0 & 1 \\ 1 & 0 \end{bmatrix} \begin{bmatrix} 1 \\ -1 \end{bmatrix} = \begin{bmatrix} 0 \\ 0 \end{bmatrix}",
        r"\begin{bmatrix} 0 & 1 \\ 1 & 0 \end{bmatrix} \begin{bmatrix} 1 \\ -1 \end{bmatrix} = -\begin{bmatrix} 1 \\ -1 \end{bmatrix}",
    ],
    proof=r"""
        \begin{bmatrix} 0 & 1 \\ 1 & 0 \end{bmatrix} \begin{bmatrix} 1 \\ -1 \end{bmatrix} = \begin{bmatrix} -1 \\ 1 \end{bmatrix}
            = -\begin{bmatrix} 1 \\ -1 \end{bmatrix}
        \begin{bmatrix} 1 \\ -1 \end{bmatrix} + \begin{bmatrix} 0 & 1 \\ 1 & 0 \end{bmatrix} \begin{bmatrix} 1 \\ -1 \end{bmatrix} = \begin{bmatrix} 1 \\ -1 \end{bmatrix} + \begin{bmatrix} -1 \\ 1 \end{bmatrix}
            = \begin{bmatrix} 0 \\ 0 \end{bmatrix}
    """,
)
