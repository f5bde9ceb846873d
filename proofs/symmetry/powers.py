"""Every power of a symmetry is a symmetry."""

from derive import Theorem, law

from ..sources import quantum_mechanics
from .notation import glossary

powers = Theorem(
    "symmetry.powers",
    title="Every power of a symmetry is a symmetry",
    source=quantum_mechanics("B082", "Symmetry of a theory"),
    glossary=glossary,
    given={"symmetry": law(r"\hat H\hat U = \hat U\hat H", quantum_mechanics("B082"))},
    claim=r"\forall r: \hat H\hat U^r = \hat U^r\hat H",
    immediate="by induction over the power",
)
