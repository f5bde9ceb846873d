"""The mean of the powers of the values, hence of any polynomial in them."""

from derive import Theorem, law

from ..sources import quantum_mechanics
from .coefficients import coefficients
from .notation import glossary
from .powers_of_a_value import powers_of_a_value
from .premises import probability, superposition

expectation_of_powers = Theorem(
    "quantum.expectation_of_powers",
    title="Expectation values of powers",
    source=quantum_mechanics("B070 B071", "Expectation value"),
    glossary=glossary,
    given={
        "powers": powers_of_a_value,
        "superposition": superposition,
        "state": law(r"|\psi\rangle \neq 0", quantum_mechanics("B015")),
        "probability": probability,
        "coefficients": coefficients,
    },
    claim=r"\sum_k o_k^n P_k = \frac{\langle\psi|\hat O^n|\psi\rangle}{\langle\psi|\psi\rangle}",
    proof=r"""
        \sum_k o_k^n P_k = \frac{1}{\langle\psi|\psi\rangle}\sum_k o_k^n \frac{\langle\psi|k\rangle\langle k|\psi\rangle}{N_k}    % probability
            = \frac{1}{\langle\psi|\psi\rangle}\sum_k o_k^n c_k\langle\psi|k\rangle        % coefficients
            = \frac{1}{\langle\psi|\psi\rangle}\sum_k c_k\langle\psi|\hat O^n|k\rangle     % powers
            = \frac{\langle\psi|\hat O^n|\psi\rangle}{\langle\psi|\psi\rangle}             % superposition
    """,
)
