"""One over the square of a norm is positive."""

from derive import Theorem, definition

from ..sources import quantum_mechanics
from .notation import glossary
from .premises import state

inverse_norm = Theorem(
    "quantum.inverse_norm",
    title="One over the square of a norm is positive",
    source=quantum_mechanics("B067", "Probability of a value"),
    glossary=glossary,
    given={
        "state": state,
        "inverse": definition(r"d\langle\psi|\psi\rangle = 1"),
    },
    claim=r"d \ge 0",
    proof=r"""
        d = d^*\langle\psi|\psi\rangle d    % inverse
          \ge 0
    """,
)
