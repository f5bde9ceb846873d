"""The same for a finite complete set of eigenstates, written as a resolution of the identity."""

from derive import Theorem, law, postulate

from ..notation import glossary
from ..sources import quantum_mechanics

commutation_by_resolution = Theorem(
    "symmetry.commutation_by_resolution",
    title="A transformation that changes no energy commutes, by a resolution of the identity",
    source=quantum_mechanics("B081", "Symmetry of a theory"),
    glossary=glossary,
    given={
        "complete": postulate(
            r"\sum_k |k\rangle\langle k| = 1", quantum_mechanics("B072", "postulate 3")
        ),
        "eigenstates": law(r"\forall k: \hat H|k\rangle = E_k|k\rangle", quantum_mechanics("B036")),
        "same energy": law(
            r"\forall k: \hat H\hat U|k\rangle = E_k\hat U|k\rangle", quantum_mechanics("B080")
        ),
    },
    claim=r"[\hat H,\hat U] = 0",
    proof=r"""
        \hat H\hat U = \sum_k \hat H\hat U|k\rangle\langle k|     % complete
                     = \sum_k E_k\hat U|k\rangle\langle k|        % same energy
                     = \sum_k \hat U\hat H|k\rangle\langle k|     % eigenstates
                     = \hat U\hat H                               % complete
        [\hat H,\hat U] = 0                                       % above
    """,
)
