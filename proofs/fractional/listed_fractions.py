"""The plateaus below 1 that the lecture lists: all are of bosons, and 1/2, which is not among them."""

from derive import Theorem, definition

from ..sources import quantum_hall
from .notation import glossary

listed_fractions = Theorem(
    "fractional.listed_fractions",
    title="The composites of the ten listed plateaus are bosons, that of 1/2 is a fermion",
    source=quantum_hall("A110 A111", "Plateaus below 1"),
    glossary=glossary,
    given={
        "exchange sign": definition(
            r"\forall p, q: s_{p,q} = (-1)^{p(q+1)}", "theorem fractional.exchange_sign"
        ),
    },
    claim=[
        r"s_{1,3} = s_{2,5} = s_{3,7} = s_{4,9} = 1",
        r"s_{5,9} = s_{4,7} = s_{3,5} = s_{2,3} = 1",
        r"s_{5,7} = s_{4,5} = 1",
        r"s_{1,2} = -1",
    ],
    immediate="the sign is known for all numbers; here it is computed for eleven of them",
)
