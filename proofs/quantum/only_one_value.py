"""A state in which only one value occurs is an eigenvector."""

from derive import Theorem, law

from ..sources import quantum_mechanics
from .notation import glossary

only_one_value = Theorem(
    "quantum.only_one_value",
    title="Without variance there is only an eigenvector",
    source=quantum_mechanics("B055 B059", "Postulate 2"),
    glossary=glossary,
    given={
        "Hermitian": law(r"\hat O^\dagger = \hat O", quantum_mechanics("B009")),
        "real mean": law(r"c^* = c", "the mean of a Hermitian operator is real"),
        "no variance": law(
            r"\langle\psi|(\hat O - c)^2|\psi\rangle = 0", quantum_mechanics("B059")
        ),
    },
    claim=r"\hat O|\psi\rangle = c|\psi\rangle",
    proof=r"""
        \langle\psi|(\hat O^\dagger - c^*)(\hat O - c)|\psi\rangle = \langle\psi|(\hat O - c)^2|\psi\rangle    % Hermitian, real mean
            = 0                              % no variance
        (\hat O - c)|\psi\rangle = 0         % above
        \hat O|\psi\rangle = c|\psi\rangle   % above
    """,
)
