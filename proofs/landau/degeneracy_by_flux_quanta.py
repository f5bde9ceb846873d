"""How many flux quanta pierce the sample."""

from derive import Theorem, definition

from ..notation import glossary
from ..sources import quantum_hall

degeneracy_by_flux_quanta = Theorem(
    "landau.degeneracy_by_flux_quanta",
    title="Degeneracy of a Landau level, by flux quanta",
    source=quantum_hall("A072 A075 A076", "Flux quanta"),
    glossary=glossary,
    given={
        "flux quantum": definition(r"\Phi_0 = \frac{h}{e}", quantum_hall("A072")),
        "flux": definition(r"\Phi = BL^2"),
        "number of flux quanta": definition(r"N_\Phi \Phi_0 = \Phi"),
    },
    claim=r"N_\Phi = \frac{eB}{h} L^2",
    proof=r"""
        N_\Phi = \frac{\Phi}{\Phi_0}    % number of flux quanta
               = \frac{BL^2}{\Phi_0}    % flux
               = \frac{eB}{h} L^2       % flux quantum
    """,
)
