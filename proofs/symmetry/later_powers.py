"""Of all powers of a symmetry of finite order, only the zeroth contributes to the sum of projectors."""

from derive import Theorem

from ..sources import quantum_mechanics
from .next_power import next_power
from .notation import glossary

later_powers = Theorem(
    "symmetry.later_powers",
    title="Only the zeroth power of a symmetry contributes to the sum of its projectors",
    source=quantum_mechanics("B079", "Symmetric state; a lemma for any finite order"),
    glossary=glossary,
    given={"next power": next_power},
    claim=r"\hat R_r = 0",
    proof=r"\hat R_r = 0      % next power",
)
