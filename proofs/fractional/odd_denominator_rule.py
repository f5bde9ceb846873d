"""Which composites are bosons: all four cases of even and odd."""

from derive import Theorem, definition

from ..sources import quantum_hall
from .notation import glossary

odd_denominator_rule = Theorem(
    "fractional.odd_denominator_rule",
    title="In lowest terms, a composite is a boson if and only if the denominator is odd",
    source=quantum_hall("A068 A111", "Odd denominators"),
    glossary=glossary,
    given={
        "exchange sign": definition(
            r"\forall p, q: s_{p,q} = (-1)^{p(q+1)}", "theorem fractional.exchange_sign"
        ),
    },
    claim=[
        r"\forall p, k: s_{p,2k+1} = 1",
        r"\forall k, l: s_{2l+1,2k} = -1",
        r"\forall k, l: s_{2l,2k} = 1",
    ],
    immediate="the four cases of even and odd are put into the exponent",
)
