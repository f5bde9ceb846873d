"""A transformation that commutes with the Hamiltonian changes no energy."""

from derive import Theorem, law

from ..notation import glossary
from ..sources import quantum_mechanics

commutation_converse = Theorem(
    "symmetry.commutation_converse",
    title="A transformation that commutes with the Hamiltonian changes no energy",
    source=quantum_mechanics("B081 B082", "Symmetry of a theory"),
    glossary=glossary,
    given={
        "symmetry": law(r"[\hat H,\hat U] = 0", quantum_mechanics("B082")),
        "eigenstate": law(r"\hat H|E\rangle = E|E\rangle", quantum_mechanics("B036")),
    },
    claim=r"\hat H\hat U|E\rangle = E\hat U|E\rangle",
    proof=r"""
        \hat H\hat U|E\rangle = \hat U\hat H|E\rangle    % symmetry
                              = \hat U E|E\rangle        % eigenstate
                              = E\hat U|E\rangle
    """,
)
