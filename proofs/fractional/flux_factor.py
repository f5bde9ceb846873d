"""What the flux quanta contribute when two composites change places among others."""

from derive import Theorem, definition, heuristic

from ..sources import quantum_hall
from .notation import glossary

flux_factor = Theorem(
    "fractional.flux_factor",
    title="Exchange of two composites: the factor of the flux quanta",
    source=quantum_hall("A114 A115", "Statistics: each electron and each flux quantum of the other once"),
    glossary=glossary,
    given={
        "two composites": heuristic(
            r"f_0 = u^{pq}", "attached flux: for each pair of composites the direction to the power pq"
        ),
        "one more": heuristic(r"\forall n: f_{n+1} = f_n\left(a_nd_n\right)^{pq}", "attached flux"),
        "exchanged": definition(r"g_0 = (-u)^{pq}"),
        "one more exchanged": definition(
            r"\forall n: g_{n+1} = g_n\left(\left(-d_n\right)\left(-a_n\right)\right)^{pq}"
        ),
    },
    claim=r"\forall n: g_n = (-1)^{pq}f_n",
)
