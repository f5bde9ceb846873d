"""What keeps the norm of every vector keeps inner products and is an isometry, in any space."""

from derive import Theorem, law

from ..sources import quantum_mechanics
from .constant_expectation import constant_expectation
from .constant_matrix_elements import constant_matrix_elements
from .notation import glossary

norm_preservation = Theorem(
    "quantum.norm_preservation",
    title="A transformation that keeps every norm",
    source=quantum_mechanics("B074", "Transformation of state vectors"),
    glossary=glossary,
    given={
        "norm": law(
            r"\forall |\psi\rangle: \langle\psi|\hat U^\dagger\hat U|\psi\rangle = \langle\psi|\psi\rangle",
            quantum_mechanics("B074"),
        ),
        "matrix elements": constant_matrix_elements.at(X=r"\hat U^\dagger\hat U", c="1"),
        "polarisation": constant_expectation.at(X=r"\hat U^\dagger\hat U", c="1"),
    },
    claim=[
        r"\langle\phi|\hat U^\dagger\hat U|\psi\rangle = \langle\phi|\psi\rangle",
        r"\hat U^\dagger\hat U = 1",
    ],
    proof=r"""
        \langle\psi|\hat U^\dagger\hat U|\psi\rangle = \langle\psi|\psi\rangle    % norm
        \langle\phi|\hat U^\dagger\hat U|\psi\rangle = \langle\phi|\psi\rangle    % matrix elements
        \hat U^\dagger\hat U = 1                                                 % polarisation
    """,
    immediate="the theorem on constant expectation values, for the product of the adjoint and U",
)
