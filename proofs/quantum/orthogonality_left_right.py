"""A left and a right eigenvector of any operator with distinct eigenvalues are orthogonal."""

from derive import Theorem, law

from ..notation import glossary
from ..sources import quantum_mechanics

orthogonality_left_right = Theorem(
    "quantum.orthogonality_left_right",
    title="Left and right eigenvectors with distinct eigenvalues are orthogonal",
    source=quantum_mechanics(
        "B047 B048", "Inner product for distinct eigenvalues; here without Hermiticity"
    ),
    glossary=glossary,
    given={
        "left eigenvector": law(r"\langle u|\hat O = \mu \langle u|", quantum_mechanics("B048")),
        "right eigenvector": law(r"\hat O|v\rangle = \lambda|v\rangle", quantum_mechanics("B036")),
        "distinct": law(r"\mu \neq \lambda", quantum_mechanics("B047")),
    },
    claim=r"\langle u|v\rangle = 0",
    proof=r"""
        \mu \langle u|v\rangle = \langle u|\hat O|v\rangle      % left eigenvector
                               = \lambda \langle u|v\rangle     % right eigenvector
        (\mu - \lambda) \langle u|v\rangle = 0                  % above
        \langle u|v\rangle = 0                                  % above, distinct
    """,
)
