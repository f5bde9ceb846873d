"""What the projectors of a symmetry of finite order make of a ground state: symmetric ground states."""

from derive import Theorem, law

from ..sources import quantum_mechanics
from .notation import glossary
from .powers_commute import powers_commute
from .projectors_of_finite_order import projectors_of_finite_order

_STATE = {"V": 1, "n": 0, "H": [[0]], "E_0": 0, "g": [1]}

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
    models=[
        {
            "V": 2,
            "n": 1,
            "U": [[1, 0], [0, -1]],
            "H": [[0, 1], [1, 0]],
            "omega": -1,
            "E_0": 1,
            "g": [1, 1],
            "without": "symmetry",
        },
        {**_STATE, "U": [[-1]], "omega": 1, "without": "order"},
        {**_STATE, "U": [[1]], "omega": -1, "k": 1, "without": "root of unity"},
    ],
)
