"""Eigenvectors of a normal operator with distinct eigenvalues are orthogonal."""

from derive import Theorem, law

from ..sources import quantum_mechanics
from .normal_eigenvector import normal_eigenvector
from .notation import glossary

orthogonality_normal = Theorem(
    "quantum.orthogonality_normal",
    title="Eigenvectors of a normal operator are orthogonal",
    source=quantum_mechanics("B047 B048", "Inner product for distinct eigenvalues"),
    glossary=glossary,
    given={
        "second eigenvector": law(r"\hat O|o_2\rangle = o_2|o_2\rangle", quantum_mechanics("B036")),
        "distinct": law(r"o_1 \neq o_2", quantum_mechanics("B047")),
        "adjoint": normal_eigenvector.at(o="o_1", ket_o=r"|o_1\rangle"),
    },
    claim=r"\langle o_1|o_2\rangle = 0",
    proof=r"""
        o_1 \langle o_1|o_2\rangle = \langle o_1|\hat O|o_2\rangle    % adjoint
            = o_2 \langle o_1|o_2\rangle                              % second eigenvector
        (o_1 - o_2) \langle o_1|o_2\rangle = 0                        % above
        \langle o_1|o_2\rangle = 0                                    % above, distinct
    """,
)
