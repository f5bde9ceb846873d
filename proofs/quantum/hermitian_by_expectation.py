"""An operator whose expectation values are all real is Hermitian."""

from derive import Theorem, law

from ..sources import quantum_mechanics
from .constant_expectation import constant_expectation
from .notation import glossary

hermitian_by_expectation = Theorem(
    "quantum.hermitian_by_expectation",
    title="Real expectation values belong to Hermitian operators",
    source=quantum_mechanics("B009 B070", "Expectation value"),
    glossary=glossary,
    given={
        "real": law(
            r"\forall |\psi\rangle: \langle\psi|\hat O|\psi\rangle^* - \langle\psi|\hat O|\psi\rangle = 0",
            "no expectation value has an imaginary part",
        ),
        "polarisation": constant_expectation.at(X=r"\hat O^\dagger - \hat O", c="0"),
    },
    claim=[
        r"\hat O^\dagger = \hat O",
        r"\langle\phi|\hat O|\psi\rangle^* = \langle\psi|\hat O|\phi\rangle",
    ],
    proof=r"""
        \langle\psi|\hat O|\psi\rangle^* = \langle\psi|\hat O|\psi\rangle    % real
        \hat O^\dagger = \hat O                                                            % polarisation
        \langle\phi|\hat O|\psi\rangle^* = \langle\psi|\hat O^\dagger|\phi\rangle
            = \langle\psi|\hat O|\phi\rangle                                              % above
    """,
    immediate="the theorem on constant expectation values, for the imaginary part",
)
