"""How many electrons one Landau level can hold: the k-points of one ring."""

from derive import Theorem, definition, heuristic, law

from ..notation import glossary
from ..sources import quantum_hall
from .cyclotron_frequency import cyclotron_frequency
from .ring_area import ring_area

degeneracy = Theorem(
    "landau.degeneracy",
    title="Degeneracy of a Landau level",
    source=quantum_hall("A040 A041 A042", "Landau rings"),
    glossary=glossary,
    given={
        "ring area": ring_area,
        "cyclotron frequency": cyclotron_frequency,
        "one ring per level": heuristic(
            r"\Delta E = \hbar\omega_c", "the k-points of a ring of this height gather in one level"
        ),
        "one state per cell": law(
            r"p = \Delta A \left(\frac{L}{2\pi}\right)^2",
            "periodic boundary conditions; exact up to the cells that the borders cut",
        ),
        "reduced Planck constant": definition(r"h = 2\pi\hbar"),
    },
    claim=r"p = \frac{eB}{h} L^2",
    proof=r"""
        p = \Delta A \left(\frac{L}{2\pi}\right)^2                             % one state per cell
          = \frac{2\pi m \Delta E}{\hbar^2} \left(\frac{L}{2\pi}\right)^2      % ring area
          = \frac{2\pi m \hbar\omega_c}{\hbar^2} \left(\frac{L}{2\pi}\right)^2 % one ring per level
          = \frac{2\pi eB}{\hbar} \left(\frac{L}{2\pi}\right)^2                % cyclotron frequency
          = \frac{eB}{h} L^2                                                   % reduced Planck constant
    """,
)
