"""The Pauli matrices x and z have no eigenvector in common."""

from derive import Theorem, law

from ..sources import quantum_mechanics
from .notation import glossary

no_common_eigenvector = Theorem(
    "symmetry.no_common_eigenvector",
    title="Two Pauli matrices have no eigenvector in common",
    source=quantum_mechanics(
        "B041 B042 B088", "Spontaneous symmetry breaking; more than one symmetry"
    ),
    glossary=glossary,
    given={
        "eigenvector of z": law(
            r"\begin{bmatrix} 1 & 0 \\ 0 & -1 \end{bmatrix} \begin{bmatrix} x \\ y \end{bmatrix} = \lambda \begin{bmatrix} x \\ y \end{bmatrix}",
            quantum_mechanics("B041"),
        ),
        "eigenvector of x": law(
            r"\begin{bmatrix} 0 & 1 \\ 1 & 0 \end{bmatrix} \begin{bmatrix} x \\ y \end{bmatrix} = \mu \begin{bmatrix} x \\ y \end{bmatrix}",
            quantum_mechanics("B042"),
        ),
    },
    claim=[
        r"x = 0",
        r"y = 0",
    ],
    proof=r"""
        x = \lambda x                 % eigenvector of z
        -y = \lambda y                % eigenvector of z
        y = \mu x                     % eigenvector of x
        x = \mu y                     % eigenvector of x
        y = \mu\lambda x              % above
          = \lambda y                 % above
          = -y                        % above
        y = 0                         % above
        x = 0                         % above
    """,
)
