"""Every ground state is made of symmetric ground states, if the symmetry has a finite order."""

from derive import Theorem, law

from ..sources import quantum_mechanics
from .notation import glossary
from .projectors_add_up import projectors_add_up
from .projectors_of_finite_order import projectors_of_finite_order
from .vanishing_parts import vanishing_parts

symmetric_ground_states = Theorem(
    "symmetry.symmetric_ground_states",
    title="A symmetry of finite order has a symmetric ground state",
    source=quantum_mechanics("B088", "Spontaneous symmetry breaking"),
    glossary=glossary,
    given={
        "projectors": projectors_of_finite_order,
        "identity": projectors_add_up,
        "sum of parts": vanishing_parts.at(k="n + 1"),
        "ground state": law(r"\hat H|g\rangle = E_0|g\rangle", quantum_mechanics("B084")),
    },
    claim=[
        r"\hat H\hat P_{k,n+1}|g\rangle = E_0\hat P_{k,n+1}|g\rangle",
        r"\hat U\hat P_{k,n+1}|g\rangle = \omega^k\hat P_{k,n+1}|g\rangle",
        r"|g\rangle = 0",
    ],
    proof=r"""
        \hat H\hat P_{k,n+1}|g\rangle = \hat P_{k,n+1}\hat H|g\rangle          % projectors
                                      = E_0\hat P_{k,n+1}|g\rangle             % ground state
        \hat U\hat P_{k,n+1}|g\rangle = \omega^k\hat P_{k,n+1}|g\rangle        % projectors
        \left(n + 1\right)|g\rangle = \hat D_{n+1,n+1}|g\rangle                % identity
                                    = 0                                        % sum of parts
        \langle g|g\rangle = -n\langle g|g\rangle                              % above
                           \le 0
        \langle g|g\rangle = 0                                                 % above
        |g\rangle = 0                                                          % above
    """,
)
