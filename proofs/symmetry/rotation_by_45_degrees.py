"""A rotation by 45 degrees keeps norms; two, four and eight of them are rotations, too."""

from derive import Theorem

from ..sources import quantum_mechanics
from .notation import glossary

rotation_by_45_degrees = Theorem(
    "symmetry.rotation_by_45_degrees",
    title="Rotation by 45 degrees",
    source=quantum_mechanics("B076", "Transformation of states"),
    glossary=glossary,
    claim=[
        r"\left(\frac{1}{\sqrt{2}}\begin{bmatrix} 1 & -1 \\ 1 & 1 \end{bmatrix}\right)^\dagger \frac{1}{\sqrt{2}}\begin{bmatrix} 1 & -1 \\ 1 & 1 \end{bmatrix} = \begin{bmatrix} 1 & 0 \\ 0 & 1 \end{bmatrix}",
        r"\left(\frac{1}{\sqrt{2}}\begin{bmatrix} 1 & -1 \\ 1 & 1 \end{bmatrix}\right)^2 = \begin{bmatrix} 0 & -1 \\ 1 & 0 \end{bmatrix}",
        r"\left(\frac{1}{\sqrt{2}}\begin{bmatrix} 1 & -1 \\ 1 & 1 \end{bmatrix}\right)^4 = -\begin{bmatrix} 1 & 0 \\ 0 & 1 \end{bmatrix}",
        r"\left(\frac{1}{\sqrt{2}}\begin{bmatrix} 1 & -1 \\ 1 & 1 \end{bmatrix}\right)^8 = \begin{bmatrix} 1 & 0 \\ 0 & 1 \end{bmatrix}",
    ],
    proof=r"""
        \left(\frac{1}{\sqrt{2}}\begin{bmatrix} 1 & -1 \\ 1 & 1 \end{bmatrix}\right)^\dagger \frac{1}{\sqrt{2}}\begin{bmatrix} 1 & -1 \\ 1 & 1 \end{bmatrix} = \frac{1}{\sqrt{2}}\begin{bmatrix} 1 & 1 \\ -1 & 1 \end{bmatrix} \frac{1}{\sqrt{2}}\begin{bmatrix} 1 & -1 \\ 1 & 1 \end{bmatrix}
            = \frac{1}{2} \begin{bmatrix} 2 & 0 \\ 0 & 2 \end{bmatrix}
            = \begin{bmatrix} 1 & 0 \\ 0 & 1 \end{bmatrix}
        \left(\frac{1}{\sqrt{2}}\begin{bmatrix} 1 & -1 \\ 1 & 1 \end{bmatrix}\right)^2 = \frac{1}{2} \begin{bmatrix} 0 & -2 \\ 2 & 0 \end{bmatrix}
            = \begin{bmatrix} 0 & -1 \\ 1 & 0 \end{bmatrix}
        \begin{bmatrix} 0 & -1 \\ 1 & 0 \end{bmatrix}^2 = -\begin{bmatrix} 1 & 0 \\ 0 & 1 \end{bmatrix}
        \left(-\begin{bmatrix} 1 & 0 \\ 0 & 1 \end{bmatrix}\right)^2 = \begin{bmatrix} 1 & 0 \\ 0 & 1 \end{bmatrix}
    """,
)
