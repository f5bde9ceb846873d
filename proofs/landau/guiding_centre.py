"""In the Landau gauge every plane wave along y sits in an oscillator of its own."""

from derive import Theorem, definition

from ..notation import glossary
from ..sources import quantum_hall
from .cyclotron_frequency import cyclotron_frequency

guiding_centre = Theorem(
    "landau.guiding_centre",
    title="Guiding centre of a plane wave",
    source=quantum_hall("A037 A039", "Landau levels; here in the Landau gauge, A = (0, Bx)"),
    glossary=glossary,
    given={
        "guiding centre": definition(r"\forall s: x_s = -\ell^2 k_{y,s}"),
        "magnetic length": definition(r"\ell^2 = \frac{\hbar}{eB}"),
        "cyclotron frequency": cyclotron_frequency,
    },
    claim=r"\frac{(\hbar k_{y,s} + eB\hat x)^2}{2m} = \frac{1}{2} m\omega_c^2 (\hat x - x_s)^2",
    proof=r"""
        \hbar k_{y,s} + eB\hat x = eB (\ell^2 k_{y,s} + \hat x)                               % magnetic length
                                 = eB (\hat x - x_s)                                          % guiding centre
        \frac{(\hbar k_{y,s} + eB\hat x)^2}{2m} = \frac{(eB)^2}{2m} (\hat x - x_s)^2          % above
                                                = \frac{1}{2} m\omega_c^2 (\hat x - x_s)^2    % cyclotron frequency
    """,
)
