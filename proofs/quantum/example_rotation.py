"""The rotation by 45 degrees: it keeps norms, and eight of them turn round once."""

from derive import Theorem, definition

from ..sources import quantum_mechanics
from .board import glossary

example_rotation = Theorem(
    "quantum.example_rotation",
    title="Rotation by 45 degrees",
    source=quantum_mechanics("B074 B076", "Rotation"),
    glossary=glossary,
    given={
        "scale": definition(r"h = \frac{1}{\sqrt{2}}", quantum_mechanics("B076")),
    },
    claim=[
        r"h\begin{bmatrix} 1 & 1 \\ -1 & 1 \end{bmatrix}h\begin{bmatrix} 1 & -1 \\ 1 & 1 \end{bmatrix} = \begin{bmatrix} 1 & 0 \\ 0 & 1 \end{bmatrix}",
        r"\left(h\begin{bmatrix} 1 & -1 \\ 1 & 1 \end{bmatrix}\right)^2 = \begin{bmatrix} 0 & -1 \\ 1 & 0 \end{bmatrix}",
        r"\left(h\begin{bmatrix} 1 & -1 \\ 1 & 1 \end{bmatrix}\right)^4 = -\begin{bmatrix} 1 & 0 \\ 0 & 1 \end{bmatrix}",
        r"\left(h\begin{bmatrix} 1 & -1 \\ 1 & 1 \end{bmatrix}\right)^8 = \begin{bmatrix} 1 & 0 \\ 0 & 1 \end{bmatrix}",
    ],
    proof=r"""
        h\begin{bmatrix} 1 & 1 \\ -1 & 1 \end{bmatrix}h\begin{bmatrix} 1 & -1 \\ 1 & 1 \end{bmatrix} = \frac{1}{2}\begin{bmatrix} 1 \cdot 1 + 1 \cdot 1 & 1 \cdot (-1) + 1 \cdot 1 \\ (-1) \cdot 1 + 1 \cdot 1 & (-1) \cdot (-1) + 1 \cdot 1 \end{bmatrix}    % scale
            = \begin{bmatrix} 1 & 0 \\ 0 & 1 \end{bmatrix}
        \left(h\begin{bmatrix} 1 & -1 \\ 1 & 1 \end{bmatrix}\right)^2 = \frac{1}{2}\begin{bmatrix} 1 \cdot 1 + (-1) \cdot 1 & 1 \cdot (-1) + (-1) \cdot 1 \\ 1 \cdot 1 + 1 \cdot 1 & 1 \cdot (-1) + 1 \cdot 1 \end{bmatrix}    % scale
            = \begin{bmatrix} 0 & -1 \\ 1 & 0 \end{bmatrix}
        \left(h\begin{bmatrix} 1 & -1 \\ 1 & 1 \end{bmatrix}\right)^4 = \begin{bmatrix} 0 & -1 \\ 1 & 0 \end{bmatrix}\begin{bmatrix} 0 & -1 \\ 1 & 0 \end{bmatrix}    % scale
            = -\begin{bmatrix} 1 & 0 \\ 0 & 1 \end{bmatrix}
        \left(h\begin{bmatrix} 1 & -1 \\ 1 & 1 \end{bmatrix}\right)^8 = \left(-\begin{bmatrix} 1 & 0 \\ 0 & 1 \end{bmatrix}\right)\left(-\begin{bmatrix} 1 & 0 \\ 0 & 1 \end{bmatrix}\right)    % scale
            = \begin{bmatrix} 1 & 0 \\ 0 & 1 \end{bmatrix}
    """,
    immediate="a computation",
)
