"""The three counts of the states of a Landau level agree."""

from derive import Theorem

from ..notation import glossary
from ..sources import quantum_hall
from .degeneracy import degeneracy
from .degeneracy_by_flux_quanta import degeneracy_by_flux_quanta
from .degeneracy_by_guiding_centres import degeneracy_by_guiding_centres

degeneracies_agree = Theorem(
    "landau.degeneracies_agree",
    title="Rings, guiding centres and flux quanta count the same",
    source=quantum_hall("A041 A076", "Landau rings; flux quanta"),
    glossary=glossary,
    given={
        "rings": degeneracy,
        "guiding centres": degeneracy_by_guiding_centres,
        "flux quanta": degeneracy_by_flux_quanta,
    },
    claim=r"p = N = N_\Phi",
    proof=r"""
        p = \frac{eB}{h} L^2    % rings
          = N                   % guiding centres
        N = \frac{eB}{h} L^2    % guiding centres
          = N_\Phi              % flux quanta
    """,
)
