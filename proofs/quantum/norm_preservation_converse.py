"""An isometry keeps inner products, and with them norms."""

from derive import Theorem, definition, law

from ..sources import quantum_mechanics
from .notation import glossary

norm_preservation_converse = Theorem(
    "quantum.norm_preservation_converse",
    title="An isometry keeps inner products and norms",
    source=quantum_mechanics("B074", "Transformation of state vectors"),
    glossary=glossary,
    given={
        "isometry": law(r"\hat U^\dagger\hat U = 1", quantum_mechanics("B009")),
        "first image": definition(r"|a\rangle = \hat U|\phi\rangle"),
        "second image": definition(r"|b\rangle = \hat U|\psi\rangle"),
    },
    claim=[
        r"\langle a|b\rangle = \langle\phi|\psi\rangle",
        r"\langle b|b\rangle = \langle\psi|\psi\rangle",
    ],
    proof=r"""
        \langle a|b\rangle = \langle\phi|\hat U^\dagger\hat U|\psi\rangle    % first image, second image
                           = \langle\phi|\psi\rangle                         % isometry
        \langle b|b\rangle = \langle\psi|\hat U^\dagger\hat U|\psi\rangle    % second image
                           = \langle\psi|\psi\rangle                         % isometry
    """,
)
