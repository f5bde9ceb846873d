"""The area of a ring in k-space depends on the energies at its borders only."""

from derive import Theorem, definition, law

from ..notation import glossary
from ..sources import quantum_hall

ring_area = Theorem(
    "landau.ring_area",
    title="Area of a ring in k-space",
    source=quantum_hall("A042", "Landau rings"),
    glossary=glossary,
    given={
        "ring": definition(r"\Delta A = \pi k_2^2 - \pi k_1^2"),
        "inner border": law(r"E_1 = \frac{\hbar^2 k_1^2}{2m}", "free electrons"),
        "outer border": law(r"E_2 = \frac{\hbar^2 k_2^2}{2m}", "free electrons"),
        "height of the ring": definition(r"\Delta E = E_2 - E_1"),
    },
    claim=r"\Delta A = \frac{2\pi m \Delta E}{\hbar^2}",
    proof=r"""
        \Delta A = \pi k_2^2 - \pi k_1^2                                     % ring
                 = \frac{2\pi m E_2}{\hbar^2} - \frac{2\pi m E_1}{\hbar^2}   % inner border, outer border
                 = \frac{2\pi m \Delta E}{\hbar^2}                           % height of the ring
    """,
)
