"""H and U commute exactly if U maps every eigenspace of H into itself."""

from derive import Theorem, postulate

from ..sources import quantum_mechanics
from .notation import glossary

invariant_eigenspaces = Theorem(
    "symmetry.invariant_eigenspaces",
    title="A symmetry maps every energy eigenspace into itself, and only a symmetry does",
    source=quantum_mechanics("B080 B081 B082", "Symmetry of a theory"),
    glossary=glossary,
    given={
        "complete": postulate(
            r"\forall \hat X: (\forall E, |E\rangle: \hat H|E\rangle = E|E\rangle \Rightarrow \hat X|E\rangle = 0) \Rightarrow \hat X = 0",
            f"{quantum_mechanics('B072', 'postulate 3')}: what vanishes on every energy eigenstate vanishes",
        ),
    },
    claim=[
        r"[\hat H,\hat U] = 0 \Rightarrow (\forall E, |E\rangle: \hat H|E\rangle = E|E\rangle \Rightarrow \hat H\hat U|E\rangle = E\hat U|E\rangle)",
        r"(\forall E, |E\rangle: \hat H|E\rangle = E|E\rangle \Rightarrow \hat H\hat U|E\rangle = E\hat U|E\rangle) \Rightarrow [\hat H,\hat U] = 0",
    ],
    immediate="what each direction starts from stands in its claim",
)
