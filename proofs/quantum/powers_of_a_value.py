"""An eigenvector of an operator is one of all its powers."""

from derive import Theorem

from ..sources import quantum_mechanics
from .notation import glossary
from .premises import eigenvectors

powers_of_a_value = Theorem(
    "quantum.powers_of_a_value",
    title="Eigenvalues of powers",
    source=quantum_mechanics("B036 B070", "Expectation value"),
    glossary=glossary,
    given={
        "eigenvectors": eigenvectors,
    },
    claim=r"\forall k: \hat O^n|k\rangle = o_k^n|k\rangle",
    immediate="by induction, from the eigenvalue equation alone",
)
