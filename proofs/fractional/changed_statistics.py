"""What flux quanta do to the statistics of electrons, by the parity of both numbers."""

from derive import Suppose, Theorem, definition

from ..sources import quantum_hall
from .notation import glossary

changed_statistics = Theorem(
    "fractional.changed_statistics",
    title="Even numbers of flux quanta keep the statistics of the electrons, odd ones make bosons",
    source=quantum_hall("A118", "Statistics"),
    glossary=glossary,
    given={
        "exchange sign": definition(
            r"\forall p, q: s_{p,q} = (-1)^{p(q+1)}", "theorem fractional.exchange_sign"
        ),
    },
    claim=[
        r"\forall q: (-1)^q = 1 \Rightarrow s_{p,q} = (-1)^p",
        r"\forall q: (-1)^q = -1 \Rightarrow s_{p,q} = 1",
    ],
    proof=[
        Suppose(
            {"even": r"(-1)^q = 1"},
            r"""
            s_{p,q} = (-1)^{pq + p}    % exchange sign
                    = (-1)^p           % even
            """,
        ),
        Suppose(
            {"odd": r"(-1)^q = -1"},
            r"""
            s_{p,q} = (-1)^{pq + p}    % exchange sign
                    = 1                % odd
            """,
        ),
    ],
    immediate="the exponents are compared for even and for odd p",
)
