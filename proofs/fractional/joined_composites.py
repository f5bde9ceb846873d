"""A composite that is put together from two."""

from derive import Theorem, definition

from ..sources import quantum_hall
from .notation import glossary

joined_composites = Theorem(
    "fractional.joined_composites",
    title="Exchange sign of a composite made of two others",
    source=quantum_hall("A106 A123", "Strings of discs and arrows"),
    glossary=glossary,
    given={
        "exchange sign": definition(
            r"\forall p, q: s_{p,q} = (-1)^{p(q+1)}", "theorem fractional.exchange_sign"
        ),
    },
    claim=r"s_{p+k,q+l} = (-1)^{pl+kq}s_{p,q}s_{k,l}",
    immediate="the exponents are multiplied out and their parities compared",
)
