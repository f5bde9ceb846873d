"""Composites that are k times as large, such as pairs."""

from derive import Theorem, definition

from ..sources import quantum_hall
from .notation import glossary

multiples_of_a_composite = Theorem(
    "fractional.multiples_of_a_composite",
    title="Exchange sign of several composites at once; pairs are bosons",
    source=quantum_hall("A116", "Statistics: pairs of fermions are bosons"),
    glossary=glossary,
    given={
        "exchange sign": definition(
            r"\forall p, q: s_{p,q} = (-1)^{p(q+1)}", "theorem fractional.exchange_sign"
        ),
    },
    claim=[
        r"\forall k, p, q: s_{kp,kq} = (-1)^{k^2p(q+1)}",
        r"\forall p, q: s_{2p,2q} = 1",
    ],
    immediate="the exponents are multiplied out and their parities compared",
)
