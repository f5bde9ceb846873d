"""One flipped spin in a ferromagnet: a plane wave is an eigenstate, and costs nothing in the limit of long waves."""

from derive import Theorem, law

from ..sources import ASHCROFT_MERMIN, quantum_mechanics
from .notation import glossary

magnon = Theorem(
    "symmetry.magnon",
    title="Magnon of a ferromagnet",
    source=quantum_mechanics("B077", "Symmetric state; a further result"),
    glossary=glossary,
    given={
        "ferromagnet": law(
            r"\hat H = E\left(2 - \hat S - \hat S^\dagger\right)",
            f"{ASHCROFT_MERMIN}, chapter 33: exchange of one flipped spin with its two neighbours on a ring",
        ),
        "ring": law(r"\hat S^\dagger\hat S = 1", quantum_mechanics("B074")),
        "plane wave": law(r"\hat S|\psi\rangle = \omega|\psi\rangle", quantum_mechanics("B077")),
        "phase": law(r"\omega^*\omega = 1", quantum_mechanics("B074")),
    },
    claim=r"\hat H|\psi\rangle = E\left(1 - \omega^*\right)\left(1 - \omega\right)|\psi\rangle",
    proof=r"""
        |\psi\rangle = \hat S^\dagger\hat S|\psi\rangle                                          % ring
                     = \omega\hat S^\dagger|\psi\rangle                                          % plane wave
        \omega^*|\psi\rangle = \omega^*\omega\hat S^\dagger|\psi\rangle                          % above
                             = \hat S^\dagger|\psi\rangle                                        % phase
        \hat H|\psi\rangle = E\left(2 - \hat S - \hat S^\dagger\right)|\psi\rangle               % ferromagnet
                           = E\left(2 - \omega - \omega^*\right)|\psi\rangle                     % plane wave, above
                           = E\left(1 - \omega^*\right)\left(1 - \omega\right)|\psi\rangle        % phase
    """,
)
