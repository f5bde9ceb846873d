"""The expectation value of a Hermitian operator is real."""

from derive import Theorem, definition, law

from ..sources import quantum_mechanics
from .notation import glossary

real_expectation = Theorem(
    "quantum.real_expectation",
    title="Expectation values of a Hermitian operator are real",
    source=quantum_mechanics("B039 B070", "Expectation value"),
    glossary=glossary,
    given={
        "Hermitian": law(r"\hat O^\dagger = \hat O", quantum_mechanics("B009")),
        "state": law(r"|\psi\rangle \neq 0", quantum_mechanics("B015")),
        "mean": definition(
            r"c = \frac{\langle\psi|\hat O|\psi\rangle}{\langle\psi|\psi\rangle}",
            quantum_mechanics("B070"),
        ),
    },
    claim=r"c^* = c",
    proof=r"""
        c^*\langle\psi|\psi\rangle = \langle\psi|\hat O^\dagger|\psi\rangle    % mean, state
            = \langle\psi|\hat O|\psi\rangle                                  % Hermitian
            = c\langle\psi|\psi\rangle                                        % mean, state
        c^* = c                                                               % above, state
    """,
)
