"""What the flux quanta contribute when two composites change places among others."""

from derive import Theorem, definition, heuristic

from ..sources import quantum_hall
from .notation import glossary

flux_factor = Theorem(
    "fractional.flux_factor",
    title="Exchange of two composites: the factor of the flux quanta",
    source=quantum_hall(
        "A114 A115", "Statistics: each electron and each flux quantum of the other once"
    ),
    glossary=glossary,
    given={
        "two composites": heuristic(
            r"f_0 = u^{pq}",
            "attached flux: for each pair of composites the direction to the power pq",
        ),
        "one more": heuristic(r"\forall m: f_{m+1} = f_m\left(a_md_m\right)^{pq}", "attached flux"),
        "exchanged": definition(r"g_0 = (-u)^{pq}"),
        "one more exchanged": definition(
            r"\forall m: g_{m+1} = g_m\left(\left(-d_m\right)\left(-a_m\right)\right)^{pq}"
        ),
    },
    claim=r"g_m = (-1)^{pq}f_m",
)
