"""A transformation that changes no energy commutes with the Hamiltonian."""

from derive import Suppose, Theorem, law, postulate

from ..notation import glossary
from ..sources import quantum_mechanics

commutation = Theorem(
    "symmetry.commutation",
    title="A transformation that changes no energy commutes with the Hamiltonian",
    source=quantum_mechanics("B080 B081 B082", "Symmetry of a theory"),
    glossary=glossary,
    given={
        "same energy": law(
            r"\forall E, |E\rangle: \hat H|E\rangle = E|E\rangle \Rightarrow \hat H\hat U|E\rangle = E\hat U|E\rangle",
            quantum_mechanics("B080"),
        ),
        "complete": postulate(
            r"\forall \hat X: (\forall E, |E\rangle: \hat H|E\rangle = E|E\rangle \Rightarrow \hat X|E\rangle = 0) \Rightarrow \hat X = 0",
            f"{quantum_mechanics('B072', 'postulate 3')}: what vanishes on every energy eigenstate vanishes",
        ),
    },
    claim=r"[\hat H,\hat U] = 0",
    proof=[
        Suppose(
            {"eigenstate": r"\hat H|E\rangle = E|E\rangle"},
            r"""
            \hat H\hat U|E\rangle = E\hat U|E\rangle        % same energy, eigenstate
                                  = \hat U E|E\rangle
                                  = \hat U\hat H|E\rangle   % eigenstate
            """,
        ),
        r"[\hat H,\hat U] = 0 % complete, above",
    ],
)
