"""What is left of a state is orthogonal to all vectors that were taken from it."""

from derive import Suppose, Theorem

from ..sources import quantum_mechanics
from .notation import glossary
from .premises import orthogonal, remainder

remainder_is_orthogonal = Theorem(
    "quantum.remainder_is_orthogonal",
    title="What is left of a state is orthogonal to what was taken",
    source=quantum_mechanics("B047 B064", "Decomposition of a state"),
    glossary=glossary,
    given={
        "orthogonal": orthogonal,
        "remainder": remainder,
    },
    claim=r"\forall k: \langle k|r\rangle = 0",
    proof=Suppose(
        {"any value": r"N_k \ge 0"},
        r"""
        \langle k|r\rangle = \langle k|\psi\rangle - \sum_l \frac{\langle l|\psi\rangle}{N_l}\langle k|l\rangle    % remainder
            = \langle k|\psi\rangle - \sum_l \frac{\langle l|\psi\rangle}{N_l}N_k\delta_{kl}    % orthogonal
            = \langle k|\psi\rangle - \frac{\langle k|\psi\rangle}{N_k}N_k
            = 0
        """,
    ),
)
