"""A constant expectation value makes all matrix elements those of a number."""

from derive import Theorem, law

from ..sources import quantum_mechanics
from .notation import glossary
from .polarisation import polarisation

constant_matrix_elements = Theorem(
    "quantum.constant_matrix_elements",
    title="Matrix elements where the expectation value is constant",
    source=quantum_mechanics("B070 B074", "Expectation value"),
    glossary=glossary,
    given={
        "everywhere": law(
            r"\forall |\psi\rangle: \langle\psi|\hat X|\psi\rangle = c\langle\psi|\psi\rangle",
            "the same expectation value in every state",
        ),
        "sum": polarisation.at(d="1"),
        "sum with i": polarisation.at(d="i"),
    },
    claim=r"\langle\phi|\hat X|\psi\rangle = c\langle\phi|\psi\rangle",
    proof=r"""
        \langle\psi|\hat X|\psi\rangle = c\langle\psi|\psi\rangle    % everywhere
        \langle\phi|(\hat X - c)|\psi\rangle + \langle\psi|(\hat X - c)|\phi\rangle = 0      % sum
        i\langle\phi|(\hat X - c)|\psi\rangle - i\langle\psi|(\hat X - c)|\phi\rangle = 0    % sum with i
        \langle\phi|\hat X|\psi\rangle = c\langle\phi|\psi\rangle                           % above
    """,
)
