"""Two symmetries that commute only up to a phase have no symmetric state in common."""

from derive import Theorem, law

from ..sources import quantum_mechanics
from .notation import glossary

no_common_symmetric_state = Theorem(
    "symmetry.no_common_symmetric_state",
    title="Two symmetries that commute only up to a phase have no symmetric state in common",
    source=quantum_mechanics("B077 B088", "Spontaneous symmetry breaking; more than one symmetry"),
    glossary=glossary,
    given={
        "translations": law(
            r"\hat S\hat T = \omega\hat T\hat S",
            f"{quantum_mechanics('B101')}: magnetic translations of a torus, by way of example",
        ),
        "phase": law(r"\omega \neq 1", quantum_mechanics("B101")),
        "norms": law(r"\hat S^\dagger\hat S = 1 = \hat T^\dagger\hat T", quantum_mechanics("B074")),
        "along x": law(r"\hat S|g\rangle = \lambda|g\rangle", quantum_mechanics("B077")),
        "along y": law(r"\hat T|g\rangle = \mu|g\rangle", quantum_mechanics("B077")),
    },
    claim=r"|g\rangle = 0",
    proof=r"""
        \lambda^*\lambda\langle g|g\rangle = \langle g|\hat S^\dagger\hat S|g\rangle    % along x
                                           = \langle g|g\rangle                         % norms
        \mu^*\mu\langle g|g\rangle = \langle g|\hat T^\dagger\hat T|g\rangle            % along y
                                   = \langle g|g\rangle                                 % norms
        \lambda\mu|g\rangle = \hat S\hat T|g\rangle                                     % along x, along y
                            = \omega\hat T\hat S|g\rangle                               % translations
                            = \omega\lambda\mu|g\rangle                                 % along x, along y
        \langle g|g\rangle = \lambda^*\mu^*\lambda\mu\langle g|g\rangle                 % above
        \left(\omega - 1\right)\lambda\mu\langle g|g\rangle = 0                         % above
        \left(\omega - 1\right)\langle g|g\rangle = 0                                   % above
        \langle g|g\rangle = 0                                                          % above, phase
        |g\rangle = 0                                                                   % above
    """,
)
