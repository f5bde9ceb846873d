"""Probabilities of orthogonal states add up to at most 1 (Bessel's inequality)."""

from derive import Theorem, law

from ..sources import quantum_mechanics
from .norm_of_the_remainder import norm_of_the_remainder
from .notation import glossary

probabilities_at_most_one = Theorem(
    "quantum.probabilities_at_most_one",
    title="Probabilities add up to at most 1",
    source=quantum_mechanics("B057 B067", "Probability of a value"),
    glossary=glossary,
    given={
        "state": law(r"|\psi\rangle \neq 0", quantum_mechanics("B015")),
        "lack": norm_of_the_remainder,
    },
    claim=r"\sum_k P_k \le 1",
    proof=r"""
        1 - \sum_k P_k = \frac{\langle r|r\rangle}{\langle\psi|\psi\rangle}    % lack, state
            = \left|\frac{1}{\langle\psi|\psi\rangle}\right|^2 \langle\psi|\psi\rangle \langle r|r\rangle    % state
            \ge 0
    """,
)
