"""From expectation values in superpositions to matrix elements."""

from derive import Theorem, law

from ..sources import quantum_mechanics
from .expectation_in_a_state import expectation_in_a_state
from .notation import glossary

polarisation = Theorem(
    "quantum.polarisation",
    title="Polarisation",
    source=quantum_mechanics("B009 B070", "Expectation value"),
    glossary=glossary,
    given={
        "everywhere": law(
            r"\forall |\psi\rangle: \langle\psi|\hat X|\psi\rangle = c\langle\psi|\psi\rangle",
            "the same expectation value in every state",
        ),
        "superposition": expectation_in_a_state.at(a=r"|\phi\rangle + d|\psi\rangle"),
    },
    claim=r"d\langle\phi|(\hat X - c)|\psi\rangle + d^*\langle\psi|(\hat X - c)|\phi\rangle = 0",
    proof=r"""
        d\langle\phi|(\hat X - c)|\psi\rangle + d^*\langle\psi|(\hat X - c)|\phi\rangle = (\langle\phi| + d^*\langle\psi|)(\hat X - c)(|\phi\rangle + d|\psi\rangle) - \langle\phi|(\hat X - c)|\phi\rangle - |d|^2\langle\psi|(\hat X - c)|\psi\rangle
            = -\langle\phi|(\hat X - c)|\phi\rangle - |d|^2\langle\psi|(\hat X - c)|\psi\rangle    % superposition
            = 0                                                                                    % everywhere
    """,
)
