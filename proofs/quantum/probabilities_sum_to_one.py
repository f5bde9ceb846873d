"""The probabilities of a superposition of eigenvectors add up to 1."""

from derive import Theorem, law

from ..sources import quantum_mechanics
from .coefficients import coefficients
from .notation import glossary
from .premises import probability, superposition

probabilities_sum_to_one = Theorem(
    "quantum.probabilities_sum_to_one",
    title="Probabilities of a superposition add up to 1",
    source=quantum_mechanics("B056 B065 B067", "Probability of a value"),
    glossary=glossary,
    given={
        "superposition": superposition,
        "state": law(r"|\psi\rangle \neq 0", quantum_mechanics("B015")),
        "probability": probability,
        "coefficients": coefficients,
    },
    claim=r"\sum_k P_k = 1",
    proof=r"""
        \sum_k P_k = \frac{1}{\langle\psi|\psi\rangle}\sum_k \frac{\langle\psi|k\rangle\langle k|\psi\rangle}{N_k}    % probability
            = \frac{1}{\langle\psi|\psi\rangle}\sum_k c_k\langle\psi|k\rangle    % coefficients
            = \frac{\langle\psi|\psi\rangle}{\langle\psi|\psi\rangle}            % superposition
            = 1                                                              % state
    """,
)
