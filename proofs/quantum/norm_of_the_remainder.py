"""How much of a state is left is what the probabilities lack of 1."""

from derive import Theorem, law

from ..sources import quantum_mechanics
from .notation import glossary
from .premises import orthogonal, probability, remainder
from .remainder_is_orthogonal import remainder_is_orthogonal

norm_of_the_remainder = Theorem(
    "quantum.norm_of_the_remainder",
    title="The norm of what is left of a state",
    source=quantum_mechanics("B064 B067", "Probability of a value"),
    glossary=glossary,
    given={
        "orthogonal": orthogonal,
        "remainder": remainder,
        "rest is orthogonal": remainder_is_orthogonal,
        "state": law(r"|\psi\rangle \neq 0", quantum_mechanics("B015")),
        "probability": probability,
    },
    claim=r"1 - \sum_k P_k = \frac{\langle r|r\rangle}{\langle\psi|\psi\rangle}",
    proof=r"""
        \langle r|r\rangle = \langle\psi|r\rangle - \sum_k \frac{\langle\psi|k\rangle}{N_k}\langle k|r\rangle    % remainder
            = \langle\psi|r\rangle                                                          % rest is orthogonal
            = \langle\psi|\psi\rangle - \sum_k \frac{|\langle k|\psi\rangle|^2}{N_k}            % remainder
        1 - \sum_k P_k = 1 - \frac{1}{\langle\psi|\psi\rangle}\sum_k \frac{|\langle k|\psi\rangle|^2}{N_k}    % probability
            = \frac{1}{\langle\psi|\psi\rangle}\left(\langle\psi|\psi\rangle - \sum_k \frac{|\langle k|\psi\rangle|^2}{N_k}\right)    % state
            = \frac{\langle r|r\rangle}{\langle\psi|\psi\rangle}                              % above
    """,
)
