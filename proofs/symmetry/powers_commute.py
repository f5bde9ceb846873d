"""What commutes with a symmetry commutes with its powers and with sums of them."""

from derive import Theorem

from ..sources import quantum_mechanics
from .next_commutes import next_commutes
from .notation import glossary

powers_commute = Theorem(
    "symmetry.powers_commute",
    title="The Hamiltonian commutes with the projectors of a symmetry",
    source=quantum_mechanics("B079 B082", "Symmetric state; a lemma for any finite order"),
    glossary=glossary,
    given={
        "next sum": next_commutes,
    },
    claim=r"\hat H\hat P_{k,r} = \hat P_{k,r}\hat H",
    proof=r"\hat H\hat P_{k,r} = \hat P_{k,r}\hat H    % next sum",
)
