"""A symmetry of finite order has a symmetric ground state: not all parts of a ground state vanish."""

from derive import Theorem

from ..sources import quantum_mechanics
from .notation import glossary
from .projectors_add_up import projectors_add_up
from .small_symmetries import ALL, ALMOST_ON_STATES
from .vanishing_parts import vanishing_parts

symmetric_part_remains = Theorem(
    "symmetry.symmetric_part_remains",
    title="Only the zero vector has no symmetric part",
    source=quantum_mechanics("B088", "Spontaneous symmetry breaking; a symmetry of finite order"),
    glossary=glossary,
    given={
        "identity": projectors_add_up,
        "sum of parts": vanishing_parts.at(k="n + 1"),
    },
    claim=r"|g\rangle = 0",
    proof=r"""
        \left(n + 1\right)|g\rangle = \hat D_{n+1,n+1}|g\rangle                % identity
                                    = 0                                        % sum of parts
        \langle g|g\rangle = -n\langle g|g\rangle                              % above
                           \le 0
        \langle g|g\rangle = 0                                                 % above
        |g\rangle = 0                                                          % above
    """,
    models=[*ALL, *ALMOST_ON_STATES],
)
