"""What the projectors of a symmetry of finite order make of a ground state: symmetric ground states."""

from derive import Theorem, law

from ..sources import quantum_mechanics
from .notation import glossary
from .powers_commute import powers_commute
from .projectors_of_finite_order import projectors_of_finite_order

symmetric_ground_states = Theorem(
    "symmetry.symmetric_ground_states",
    title="The parts of a ground state are symmetric ground states",
    source=quantum_mechanics("B088", "Spontaneous symmetry breaking; a symmetry of finite order"),
    glossary=glossary,
    given={
        "commutes": powers_commute,
        "projectors": projectors_of_finite_order,
        "ground state": law(r"\hat H|g\rangle = E_0|g\rangle", quantum_mechanics("B084")),
    },
    claim=[
        r"\hat H\hat P_{k,n+1}|g\rangle = E_0\hat P_{k,n+1}|g\rangle",
        r"\hat U\hat P_{k,n+1}|g\rangle = \omega^k\hat P_{k,n+1}|g\rangle",
    ],
    proof=r"""
        \hat H\hat P_{k,n+1}|g\rangle = \hat P_{k,n+1}\hat H|g\rangle          % commutes
                                      = E_0\hat P_{k,n+1}|g\rangle             % ground state
        \hat U\hat P_{k,n+1}|g\rangle = \omega^k\hat P_{k,n+1}|g\rangle        % projectors
    """,
    immediate="the second claim says what the projectors do to any state",
)
