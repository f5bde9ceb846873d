"""What holds in every state holds in a given one, also if that is a superposition."""

from derive import Theorem, law

from ..sources import quantum_mechanics
from .notation import glossary

expectation_in_a_state = Theorem(
    "quantum.expectation_in_a_state",
    title="The same expectation value in a given state",
    source=quantum_mechanics("B070", "Expectation value"),
    glossary=glossary,
    given={
        "everywhere": law(
            r"\forall |\psi\rangle: \langle\psi|\hat X|\psi\rangle = c\langle\psi|\psi\rangle",
            "the same expectation value in every state",
        ),
    },
    claim=r"\langle a|\hat X|a\rangle = c\langle a|a\rangle",
    proof=r"""
        \langle a|\hat X|a\rangle = c\langle a|a\rangle    % everywhere
    """,
    immediate="so that theorems can be cited for a superposition",
)
