"""No probability is negative."""

from derive import Theorem, law

from ..sources import quantum_mechanics
from .notation import glossary
from .premises import probability

born_rule = Theorem(
    "quantum.born_rule",
    title="Probabilities are not negative",
    source=quantum_mechanics("B057 B062 B067", "Probability of a value"),
    glossary=glossary,
    given={
        "state": law(r"|\psi\rangle \neq 0", quantum_mechanics("B015")),
        "probability": probability,
    },
    claim=r"P_k \ge 0",
    proof=r"""
        \frac{1}{\langle\psi|\psi\rangle} = \left|\frac{1}{\langle\psi|\psi\rangle}\right|^2 \langle\psi|\psi\rangle    % state
            \ge 0
        P_k = \frac{|\langle k|\psi\rangle|^2}{N_k\langle\psi|\psi\rangle}                 % probability
            = \frac{\langle\psi|k\rangle\langle k|\psi\rangle}{N_k} \frac{1}{\langle\psi|\psi\rangle}
            \ge 0                                                                  % above
    """,
)
