"""A norm-preserving machine copies two states only if they are equal or orthogonal."""

from derive import Theorem, definition, law

from ..sources import quantum_mechanics
from .notation import glossary

no_cloning = Theorem(
    "symmetry.no_cloning",
    title="No machine copies all states",
    source=quantum_mechanics("B074", "Transformation of states; a further result"),
    glossary=glossary,
    given={
        "norm": law(r"\hat C^\dagger\hat C = 1", quantum_mechanics("B074")),
        "copy": law(r"\hat C|\psi 0\rangle = |\psi\psi\rangle", "the machine, to be refuted"),
        "other copy": law(r"\hat C|\phi 0\rangle = |\phi\phi\rangle", "the machine, to be refuted"),
        "with a blank": definition(
            r"\langle\phi 0|\psi 0\rangle = \langle\phi|\psi\rangle",
            "inner product of pairs; the blank has norm 1",
        ),
        "pairs": definition(
            r"\langle\phi\phi|\psi\psi\rangle = \langle\phi|\psi\rangle\langle\phi|\psi\rangle",
            "inner product of pairs",
        ),
    },
    claim=r"\langle\phi|\psi\rangle\left(1 - \langle\phi|\psi\rangle\right) = 0",
    proof=r"""
        \langle\phi|\psi\rangle = \langle\phi 0|\psi 0\rangle                              % with a blank
                                = \langle\phi 0|\hat C^\dagger\hat C|\psi 0\rangle         % norm
                                = \langle\phi\phi|\psi\psi\rangle                          % copy, other copy
                                = \langle\phi|\psi\rangle\langle\phi|\psi\rangle           % pairs
        \langle\phi|\psi\rangle\left(1 - \langle\phi|\psi\rangle\right) = 0                % above
    """,
)
