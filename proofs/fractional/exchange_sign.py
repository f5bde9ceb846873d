"""The exchange sign of composites of p electrons and q flux quanta."""

from derive import Theorem, definition

from ..sources import quantum_hall
from .flux_factor import flux_factor
from .notation import glossary
from .passing_electrons import passing_electrons

exchange_sign = Theorem(
    "fractional.exchange_sign",
    title="Exchange sign of composites of electrons and flux quanta",
    source=quantum_hall("A113 A114 A118", "Statistics"),
    glossary=glossary,
    given={
        "each electron of one passes each of the other": passing_electrons.at(k="p", l="p"),
        "flux quanta": flux_factor,
        "amplitude": definition(r"\psi = \chi f_m"),
        "exchanged amplitude": definition(r"\psi' = \chi'g_m"),
        "exchanged electrons": definition(r"\chi' = \tau_{p,p}\chi"),
    },
    claim=r"\psi' = (-1)^{p(q+1)}\psi",
    proof=r"""
        \psi' = \chi'g_m                      % exchanged amplitude
              = \tau_{p,p}\chi g_m            % exchanged electrons
              = (-1)^{p^2}\chi g_m            % each electron of one passes each of the other
              = (-1)^{p^2 + pq}\chi f_m       % flux quanta
              = (-1)^{p(q+1)}\psi             % amplitude
    """,
    models=[{"p": 1, "q": 0, "chi": 1}],
)
