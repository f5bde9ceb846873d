"""The projectors of a symmetry of finite order cut every energy eigenstate into joint eigenstates."""

from derive import Theorem, law

from ..sources import quantum_mechanics
from .notation import glossary
from .powers_commute import powers_commute
from .projectors_add_up import projectors_add_up
from .projectors_of_finite_order import projectors_of_finite_order
from .small_symmetries import ALL, ALMOST, IDENTITY, NO_ORDER, REFLECTION, SHORT

_STATE = {"H": [[0]], "E": 0, "ket_E": [1]}

simultaneous_diagonalisation = Theorem(
    "symmetry.simultaneous_diagonalisation",
    title="Energy and symmetry have eigenstates in common that span all states",
    source=quantum_mechanics("B079 B082", "Symmetry of a theory; a further result"),
    glossary=glossary,
    given={
        "commutes": powers_commute,
        "projectors": projectors_of_finite_order,
        "identity": projectors_add_up,
        "eigenstate": law(r"\hat H|E\rangle = E|E\rangle", quantum_mechanics("B049")),
    },
    claim=[
        r"\hat H\hat P_{k,n+1}|E\rangle = E\hat P_{k,n+1}|E\rangle",
        r"\hat U\hat P_{k,n+1}|E\rangle = \omega^k\hat P_{k,n+1}|E\rangle",
        r"\hat D_{n+1,n+1}|E\rangle = \left(n + 1\right)|E\rangle",
    ],
    proof=r"""
        \hat H\hat P_{k,n+1}|E\rangle = \hat P_{k,n+1}\hat H|E\rangle                   % commutes
                                      = E\hat P_{k,n+1}|E\rangle                        % eigenstate
        \hat U\hat P_{k,n+1}|E\rangle = \omega^k\hat P_{k,n+1}|E\rangle                 % projectors
        \hat D_{n+1,n+1}|E\rangle = \left(n + 1\right)|E\rangle                         % identity
    """,
    immediate="the second and third claims say what the projectors do to any state",
    models=[
        *({**one, **_STATE} for one in (*ALL, *ALMOST, NO_ORDER)),
        {**REFLECTION, "H": [[0, 1], [1, 0]], "E": 1, "ket_E": [1, 1], "without": "symmetry"},
        {**IDENTITY, **_STATE, "U": [[-1]], "without": "order"},
        {**SHORT, **_STATE, "t_": [1], "without": "order (2)"},
        {**IDENTITY, **_STATE, "omega": -1, "k": 1, "without": "root of unity"},
        {**IDENTITY, **_STATE, "H": [[1]], "without": "eigenstate"},
    ],
)
