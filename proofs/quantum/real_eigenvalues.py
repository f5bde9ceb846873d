"""The eigenvalues of a Hermitian operator are real, in any space."""

from derive import Theorem, definition, law

from ..notation import glossary
from ..sources import quantum_mechanics

real_eigenvalues = Theorem(
    "quantum.real_eigenvalues",
    title="Eigenvalues of a Hermitian operator are real",
    source=quantum_mechanics("B039", "Eigenvalues are just real numbers"),
    glossary=glossary,
    given={
        "Hermitian": law(r"\hat O^\dagger = \hat O", quantum_mechanics("B009")),
        "eigenvector": law(r"\hat O|o\rangle = o|o\rangle", quantum_mechanics("B036")),
        "not zero": definition(r"|o\rangle \neq 0", "an eigenvector is not the zero vector"),
    },
    claim=r"o^* = o",
    proof=r"""
        o^* \langle o|o\rangle = \langle o|\hat O^\dagger|o\rangle    % eigenvector
                               = \langle o|\hat O|o\rangle            % Hermitian
                               = o \langle o|o\rangle                 % eigenvector
        o^* = o                                                       % above, not zero
    """,
)
