"""The probability of a degenerate value, by the projector on its eigenspace."""

from derive import Theorem, definition, law

from ..sources import quantum_mechanics
from .notation import glossary
from .premises import probability

degenerate_probability = Theorem(
    "quantum.degenerate_probability",
    title="Probability of a degenerate value",
    source=quantum_mechanics("B051 B067", "Probability of a value"),
    glossary=glossary,
    given={
        "state": law(r"|\psi\rangle \neq 0", quantum_mechanics("B015")),
        "probability": probability,
        "projector": definition(
            r"\hat\Pi = \sum_k \frac{1}{N_k}|k\rangle\langle k|",
            "k runs through a basis of the eigenspace",
        ),
    },
    claim=r"\frac{\langle\psi|\hat\Pi|\psi\rangle}{\langle\psi|\psi\rangle} = \sum_k P_k",
    proof=r"""
        \frac{\langle\psi|\hat\Pi|\psi\rangle}{\langle\psi|\psi\rangle} = \frac{1}{\langle\psi|\psi\rangle}\sum_k \frac{|\langle k|\psi\rangle|^2}{N_k}    % projector
            = \sum_k P_k    % probability
    """,
)
