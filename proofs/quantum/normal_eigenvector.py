"""An eigenvector of a normal operator is one of its adjoint."""

from derive import Theorem, law

from ..sources import quantum_mechanics
from .notation import glossary

normal_eigenvector = Theorem(
    "quantum.normal_eigenvector",
    title="Eigenvectors of a normal operator and of its adjoint",
    source=quantum_mechanics("B047 B048", "Inner product for distinct eigenvalues"),
    glossary=glossary,
    given={
        "normal": law(r"\hat O^\dagger\hat O = \hat O\hat O^\dagger", "weaker than Hermitian"),
        "eigenvector": law(r"\hat O|o\rangle = o|o\rangle", quantum_mechanics("B036")),
    },
    claim=r"\hat O^\dagger|o\rangle = o^*|o\rangle",
    proof=r"""
        \langle o|(\hat O - o)(\hat O^\dagger - o^*)|o\rangle = \langle o|(\hat O^\dagger - o^*)(\hat O - o)|o\rangle    % normal
            = 0                                         % eigenvector
        (\hat O^\dagger - o^*)|o\rangle = 0             % above
        \hat O^\dagger|o\rangle = o^*|o\rangle          % above
    """,
)
