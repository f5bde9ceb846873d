"""The norm of a superposition by its coefficients."""

from derive import Theorem

from ..sources import quantum_mechanics
from .notation import glossary
from .premises import orthogonal, superposition

norm_of_a_superposition = Theorem(
    "quantum.norm_of_a_superposition",
    title="Norm of a superposition",
    source=quantum_mechanics("B056 B064", "Postulate 3"),
    glossary=glossary,
    given={
        "orthogonal": orthogonal,
        "superposition": superposition,
    },
    claim=r"\langle\psi|\psi\rangle = \sum_k |c_k|^2 N_k",
    proof=r"""
        \langle\psi|\psi\rangle = \sum_k \sum_l c_k^* c_l\langle k|l\rangle    % superposition
            = \sum_k |c_k|^2 N_k                                            % orthogonal
    """,
)
