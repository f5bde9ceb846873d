"""The variance is the square of a norm."""

from derive import Theorem, definition, law

from ..sources import quantum_mechanics
from .notation import glossary

variance = Theorem(
    "quantum.variance",
    title="The variance is the square of a norm",
    source=quantum_mechanics("B055 B059 B070", "Postulate 2"),
    glossary=glossary,
    given={
        "Hermitian": law(r"\hat O^\dagger = \hat O", quantum_mechanics("B009")),
        "real mean": law(r"c^* = c", "the mean of a Hermitian operator is real"),
        "deviation": definition(r"|r\rangle = (\hat O - c)|\psi\rangle"),
    },
    claim=r"\langle\psi|(\hat O - c)^2|\psi\rangle = \langle r|r\rangle",
    proof=r"""
        \langle r|r\rangle = \langle\psi|(\hat O^\dagger - c^*)(\hat O - c)|\psi\rangle    % deviation
            = \langle\psi|(\hat O - c)^2|\psi\rangle                                   % Hermitian, real mean
    """,
)
