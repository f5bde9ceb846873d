"""Without friction the Hall resistivity stays, while both diagonal components vanish."""

from derive import Theorem, law

from ..notation import glossary
from ..sources import quantum_hall
from .drude_conductivity import conductivity_tensor, field_or_friction
from .filling_factor import filling_factor
from .resistivity_from_conductivity import resistivity_from_conductivity

resistivity_in_the_clean_limit = Theorem(
    "hall.resistivity_in_the_clean_limit",
    title="Resistivity and conductivity in the clean limit",
    source=quantum_hall("A031 A046 A055", "Hall resistance"),
    glossary=glossary,
    given={
        "resistivity tensor": resistivity_from_conductivity,
        "conductivity tensor": conductivity_tensor,
        "field or friction": field_or_friction,
        "clean limit": law(r"\gamma = 0", "no scattering: the limit γ → 0, taken as a substitution"),
        "filling factor": filling_factor,
    },
    claim=[
        r"\rho_{xx} = 0",
        r"\sigma_{xx} = 0",
        r"\rho_{yx} = -\frac{h}{je^2}",
    ],
    proof=r"""
        \rho_{xx} = \frac{m\gamma}{ne^2}      % resistivity tensor
                  = 0                         % clean limit
        \sigma_{xx} = 0                       % conductivity tensor, clean limit
        \rho_{yx} = -\frac{B}{ne}             % resistivity tensor
                  = -\frac{h}{je^2}           % filling factor
    """,
)
