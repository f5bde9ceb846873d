"""How fast an electron circles in a magnetic field, whatever the size of its circle."""

from derive import Theorem, definition, law

from ..notation import glossary
from ..sources import quantum_hall

cyclotron_frequency = Theorem(
    "landau.cyclotron_frequency",
    title="Cyclotron frequency",
    source=quantum_hall("A038", "Landau levels"),
    glossary=glossary,
    given={
        "Lorentz force": law(r"m \omega_c^2 r = evB", "it keeps the electron on its circle"),
        "circular motion": definition(r"v = \omega_c r"),
    },
    claim=r"\omega_c = \frac{eB}{m}",
    proof=r"""
        \omega_c = \frac{m \omega_c^2 r}{m \omega_c r}
                 = \frac{evB}{m \omega_c r}              % Lorentz force
                 = \frac{e \omega_c r B}{m \omega_c r}   % circular motion
                 = \frac{eB}{m}
    """,
)
