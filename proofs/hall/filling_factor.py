"""How many Landau levels the electrons fill."""

from derive import Theorem, definition

from ..landau.degeneracy_by_flux_quanta import degeneracy_by_flux_quanta
from ..notation import glossary
from ..sources import quantum_hall

filling_factor = Theorem(
    "hall.filling_factor",
    title="Filling factor",
    source=quantum_hall("A045 A047 A077 A079", "Filling factor"),
    glossary=glossary,
    given={
        "electrons per flux quantum": definition(r"j = \frac{N_e}{N_\Phi}"),
        "electron density": definition(r"n = \frac{N_e}{L^2}"),
        "flux quanta": degeneracy_by_flux_quanta,
    },
    claim=r"j = \frac{nh}{eB}",
    proof=r"""
        j = \frac{N_e}{N_\Phi}                  % electrons per flux quantum
          = \frac{nL^2}{N_\Phi}                 % electron density
          = \frac{nL^2}{\frac{eB}{h} L^2}       % flux quanta
          = \frac{nh}{eB}
    """,
)
