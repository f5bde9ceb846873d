"""An operator is a number if its expectation value is that number in every state."""

from derive import Theorem, law

from ..sources import quantum_mechanics
from .constant_action import constant_action
from .notation import glossary

constant_expectation = Theorem(
    "quantum.constant_expectation",
    title="Only a number has the same expectation value in every state",
    source=quantum_mechanics("B070", "Expectation value"),
    glossary=glossary,
    given={
        "everywhere": law(
            r"\forall |\psi\rangle: \langle\psi|\hat X|\psi\rangle = c\langle\psi|\psi\rangle",
            "the same expectation value in every state",
        ),
        "every state": constant_action,
    },
    claim=[r"\hat X = c", r"\hat X^\dagger = c^*"],
    proof=r"""
        \langle\psi|\hat X|\psi\rangle = c\langle\psi|\psi\rangle    % everywhere
        \hat X = c                    % every state
        \hat X^\dagger = c^*          % above
    """,
    immediate="the operators agree on every state, so they are the same operator",
)
