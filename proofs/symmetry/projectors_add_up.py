"""The projectors of a symmetry of finite order add up to the identity."""

from derive import Theorem, definition

from ..sources import quantum_mechanics
from .later_powers import later_powers
from .notation import glossary
from .small_symmetries import ALL, ALMOST, NO_ORDER

projectors_add_up = Theorem(
    "symmetry.projectors_add_up",
    title="The projectors of a symmetry of finite order add up to the identity",
    source=quantum_mechanics("B079", "Symmetric state; here for any finite order"),
    glossary=glossary,
    given={
        "later powers": later_powers,
        "rest": definition(r"\forall r: \hat R_r = t_r\left(\hat D_{n+1,r+1} - n - 1\right)"),
        "order": definition("t_n = 1"),
    },
    claim=r"\hat D_{n+1,n+1} = n + 1",
    proof=r"""
        \hat D_{n+1,n+1} - n - 1 = t_n\left(\hat D_{n+1,n+1} - n - 1\right)      % order
                                 = \hat R_n                                      % rest
                                 = 0                                             % later powers
        \hat D_{n+1,n+1} = n + 1                                                 % above
    """,
    models=[*ALL, *ALMOST, NO_ORDER],
)
