"""Sums of powers of a number, by the same trick as for a geometric series."""

from derive import Theorem, definition

from ..sources import quantum_mechanics
from .notation import glossary

geometric_sum = Theorem(
    "symmetry.geometric_sum",
    title="The sum of the powers of a number",
    source=quantum_mechanics("B079", "Symmetric state; a lemma for any finite order"),
    glossary=glossary,
    given={
        "no power": definition(r"\forall r: c_{0,r} = 0"),
        "next power": definition(r"\forall k, r: c_{k+1,r} = c_{k,r} + \omega^{-kr}"),
    },
    claim=[
        r"\forall k: c_{k,0} = k",
        r"\forall k, r: \left(1 - \omega^{-r}\right)c_{k,r} = 1 - \omega^{-kr}",
    ],
)
