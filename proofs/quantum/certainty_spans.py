"""A state whose probabilities add up to 1 is a superposition of the eigenvectors."""

from derive import Theorem, law

from ..sources import quantum_mechanics
from .norm_of_the_remainder import norm_of_the_remainder
from .notation import glossary
from .premises import remainder

certainty_spans = Theorem(
    "quantum.certainty_spans",
    title="Probabilities that add up to 1 leave nothing of the state",
    source=quantum_mechanics("B056 B065 B067", "Probability of a value"),
    glossary=glossary,
    given={
        "remainder": remainder,
        "state": law(r"|\psi\rangle \neq 0", quantum_mechanics("B015")),
        "lack": norm_of_the_remainder,
        "certain": law(r"\sum_k P_k = 1", "one of the values always occurs"),
    },
    claim=r"|\psi\rangle = \sum_k \frac{\langle k|\psi\rangle}{N_k}|k\rangle",
    proof=r"""
        \langle r|r\rangle = \langle\psi|\psi\rangle\left(1 - \sum_k P_k\right)    % lack, state
            = 0                                                               % certain
        |r\rangle = 0                                                         % above
        |\psi\rangle = \sum_k \frac{\langle k|\psi\rangle}{N_k}|k\rangle          % remainder, above
    """,
)
