"""What keeps the norm of every vector is an isometry, in any space."""

from derive import Theorem, law

from ..sources import quantum_mechanics
from .constant_expectation import constant_expectation
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
        "polarisation": constant_expectation.at(X=r"\hat U^\dagger\hat U", c="1"),
    },
    claim=r"\hat U^\dagger\hat U = 1",
    immediate="the theorem on constant expectation values, for the product of the adjoint and U",
)
