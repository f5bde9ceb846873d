"""Two spins in a transverse field: four levels, and a symmetric ground state that is alone."""

from derive import Theorem, definition

from ..sources import quantum_mechanics
from .notation import glossary

two_spins = Theorem(
    "symmetry.two_spins",
    title="Two spins in a transverse field",
    source=quantum_mechanics("B083 B088", "Spontaneous symmetry breaking; a small magnet"),
    glossary=glossary,
    given={
        "root": definition("R^2 = 1 + 4 f^2"),
    },
    claim=[
        r"\begin{bmatrix} -1 & -f & -f & 0 \\ -f & 1 & 0 & -f \\ -f & 0 & 1 & -f \\ 0 & -f & -f & -1 \end{bmatrix} \begin{bmatrix} 1 + R \\ 2 f \\ 2 f \\ 1 + R \end{bmatrix} = -R \begin{bmatrix} 1 + R \\ 2 f \\ 2 f \\ 1 + R \end{bmatrix}",
        r"\begin{bmatrix} -1 & -f & -f & 0 \\ -f & 1 & 0 & -f \\ -f & 0 & 1 & -f \\ 0 & -f & -f & -1 \end{bmatrix} \begin{bmatrix} 1 - R \\ 2 f \\ 2 f \\ 1 - R \end{bmatrix} = R \begin{bmatrix} 1 - R \\ 2 f \\ 2 f \\ 1 - R \end{bmatrix}",
        r"\begin{bmatrix} -1 & -f & -f & 0 \\ -f & 1 & 0 & -f \\ -f & 0 & 1 & -f \\ 0 & -f & -f & -1 \end{bmatrix} \begin{bmatrix} 1 \\ 0 \\ 0 \\ -1 \end{bmatrix} = -\begin{bmatrix} 1 \\ 0 \\ 0 \\ -1 \end{bmatrix}",
        r"\begin{bmatrix} -1 & -f & -f & 0 \\ -f & 1 & 0 & -f \\ -f & 0 & 1 & -f \\ 0 & -f & -f & -1 \end{bmatrix} \begin{bmatrix} 0 \\ 1 \\ -1 \\ 0 \end{bmatrix} = \begin{bmatrix} 0 \\ 1 \\ -1 \\ 0 \end{bmatrix}",
        r"\begin{bmatrix} 0 & 0 & 0 & 1 \\ 0 & 0 & 1 & 0 \\ 0 & 1 & 0 & 0 \\ 1 & 0 & 0 & 0 \end{bmatrix} \begin{bmatrix} 1 + R \\ 2 f \\ 2 f \\ 1 + R \end{bmatrix} = \begin{bmatrix} 1 + R \\ 2 f \\ 2 f \\ 1 + R \end{bmatrix}",
        r"\left(R - 1\right)\left(R + 1\right) = 4 f^2",
    ],
    proof=r"""
        \begin{bmatrix} -1 & -f & -f & 0 \\ -f & 1 & 0 & -f \\ -f & 0 & 1 & -f \\ 0 & -f & -f & -1 \end{bmatrix} \begin{bmatrix} 1 + R \\ 2 f \\ 2 f \\ 1 + R \end{bmatrix} = \begin{bmatrix} -1 - R - 4 f^2 \\ -2 f R \\ -2 f R \\ -1 - R - 4 f^2 \end{bmatrix}
            = -R \begin{bmatrix} 1 + R \\ 2 f \\ 2 f \\ 1 + R \end{bmatrix}                                      % root
        \begin{bmatrix} -1 & -f & -f & 0 \\ -f & 1 & 0 & -f \\ -f & 0 & 1 & -f \\ 0 & -f & -f & -1 \end{bmatrix} \begin{bmatrix} 1 - R \\ 2 f \\ 2 f \\ 1 - R \end{bmatrix} = \begin{bmatrix} -1 + R - 4 f^2 \\ 2 f R \\ 2 f R \\ -1 + R - 4 f^2 \end{bmatrix}
            = R \begin{bmatrix} 1 - R \\ 2 f \\ 2 f \\ 1 - R \end{bmatrix}                                       % root
        \begin{bmatrix} -1 & -f & -f & 0 \\ -f & 1 & 0 & -f \\ -f & 0 & 1 & -f \\ 0 & -f & -f & -1 \end{bmatrix} \begin{bmatrix} 1 \\ 0 \\ 0 \\ -1 \end{bmatrix} = -\begin{bmatrix} 1 \\ 0 \\ 0 \\ -1 \end{bmatrix}
        \begin{bmatrix} -1 & -f & -f & 0 \\ -f & 1 & 0 & -f \\ -f & 0 & 1 & -f \\ 0 & -f & -f & -1 \end{bmatrix} \begin{bmatrix} 0 \\ 1 \\ -1 \\ 0 \end{bmatrix} = \begin{bmatrix} 0 \\ 1 \\ -1 \\ 0 \end{bmatrix}
        \begin{bmatrix} 0 & 0 & 0 & 1 \\ 0 & 0 & 1 & 0 \\ 0 & 1 & 0 & 0 \\ 1 & 0 & 0 & 0 \end{bmatrix} \begin{bmatrix} 1 + R \\ 2 f \\ 2 f \\ 1 + R \end{bmatrix} = \begin{bmatrix} 1 + R \\ 2 f \\ 2 f \\ 1 + R \end{bmatrix}
        \left(R - 1\right)\left(R + 1\right) = 4 f^2      % root
    """,
    immediate="a computation",
)
