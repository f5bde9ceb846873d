"""The coefficients of a superposition of orthogonal vectors are inner products."""

from derive import Suppose, Theorem

from ..sources import quantum_mechanics
from .notation import glossary
from .premises import orthogonal, superposition

coefficients = Theorem(
    "quantum.coefficients",
    title="Coefficients of a superposition",
    source=quantum_mechanics("B056 B060 B064", "Postulate 3"),
    glossary=glossary,
    given={
        "orthogonal": orthogonal,
        "superposition": superposition,
    },
    claim=r"\forall k: c_k = \frac{\langle k|\psi\rangle}{N_k}",
    proof=Suppose(
        {"any value": r"N_k \ge 0"},
        r"""
        \langle k|\psi\rangle = \sum_l c_l\langle k|l\rangle    % superposition
            = \sum_l c_l N_k\delta_{kl}                         % orthogonal
            = N_k c_k
        c_k = \frac{\langle k|\psi\rangle}{N_k}               % above
        """,
    ),
)
