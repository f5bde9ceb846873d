"""Eigenvectors of a Hermitian operator with distinct eigenvalues are orthogonal, in any space."""

from derive import Theorem, law

from ..notation import glossary
from ..sources import quantum_mechanics
from .real_eigenvalues import real_eigenvalues

orthogonality = Theorem(
    "quantum.orthogonality",
    title="Eigenvectors with distinct eigenvalues are orthogonal",
    source=quantum_mechanics("B047 B048", "Inner product for distinct eigenvalues"),
    glossary=glossary,
    given={
        "Hermitian": law(r"\hat O^\dagger = \hat O", quantum_mechanics("B009")),
        "first eigenvector": law(r"\hat O|o_1\rangle = o_1|o_1\rangle", quantum_mechanics("B036")),
        "second eigenvector": law(r"\hat O|o_2\rangle = o_2|o_2\rangle", quantum_mechanics("B036")),
        "distinct": law(r"o_1 \neq o_2", quantum_mechanics("B047")),
        "real eigenvalue": real_eigenvalues.at(o="o_1", ket_o=r"|o_1\rangle"),
    },
    claim=r"\langle o_1|o_2\rangle = 0",
    proof=r"""
        o_1 \langle o_1|o_2\rangle = o_1^* \langle o_1|o_2\rangle           % real eigenvalue
                                   = \langle o_1|\hat O^\dagger|o_2\rangle  % first eigenvector
                                   = \langle o_1|\hat O|o_2\rangle          % Hermitian
                                   = o_2 \langle o_1|o_2\rangle             % second eigenvector
        (o_1 - o_2) \langle o_1|o_2\rangle = 0                              % above
        \langle o_1|o_2\rangle = 0                                          % above, distinct
    """,
)
