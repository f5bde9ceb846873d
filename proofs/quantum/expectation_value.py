"""The mean of the values is a quotient of inner products; the values may be complex."""

from derive import Theorem, law

from ..sources import quantum_mechanics
from .coefficients import coefficients
from .notation import glossary
from .premises import eigenvectors, probability, superposition

expectation_value = Theorem(
    "quantum.expectation_value",
    title="Expectation value",
    source=quantum_mechanics("B070 B071", "Expectation value"),
    glossary=glossary,
    given={
        "eigenvectors": eigenvectors,
        "superposition": superposition,
        "state": law(r"|\psi\rangle \neq 0", quantum_mechanics("B015")),
        "probability": probability,
        "coefficients": coefficients,
    },
    claim=r"\sum_k o_k P_k = \frac{\langle\psi|\hat O|\psi\rangle}{\langle\psi|\psi\rangle}",
    proof=r"""
        \sum_k o_k P_k = \frac{1}{\langle\psi|\psi\rangle}\sum_k o_k \frac{\langle\psi|k\rangle\langle k|\psi\rangle}{N_k}    % probability
            = \frac{1}{\langle\psi|\psi\rangle}\sum_k o_k c_k\langle\psi|k\rangle        % coefficients
            = \frac{1}{\langle\psi|\psi\rangle}\sum_k c_k\langle\psi|\hat O|k\rangle     % eigenvectors
            = \frac{\langle\psi|\hat O|\psi\rangle}{\langle\psi|\psi\rangle}             % superposition
    """,
)
