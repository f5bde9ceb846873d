"""In an eigenstate only one value occurs: it is the mean, without variance."""

from derive import Theorem, definition, law

from ..sources import quantum_mechanics
from .notation import glossary

only_one_value_converse = Theorem(
    "quantum.only_one_value_converse",
    title="An eigenvector has no variance",
    source=quantum_mechanics("B055 B059", "Postulate 2"),
    glossary=glossary,
    given={
        "eigenvector": law(r"\hat O|\psi\rangle = o|\psi\rangle", quantum_mechanics("B036")),
        "state": law(r"|\psi\rangle \neq 0", quantum_mechanics("B015")),
        "mean": definition(
            r"c = \frac{\langle\psi|\hat O|\psi\rangle}{\langle\psi|\psi\rangle}",
            quantum_mechanics("B070"),
        ),
    },
    claim=[
        r"c = o",
        r"\langle\psi|(\hat O - c)^2|\psi\rangle = 0",
    ],
    proof=r"""
        c = \frac{\langle\psi|\hat O|\psi\rangle}{\langle\psi|\psi\rangle}    % mean
          = \frac{o\langle\psi|\psi\rangle}{\langle\psi|\psi\rangle}          % eigenvector
          = o                                                             % state
        \langle\psi|(\hat O - c)^2|\psi\rangle = \langle\psi|(\hat O - o)^2|\psi\rangle    % above
            = 0                                                           % eigenvector
    """,
)
