"""On average the flux quanta of the composites are all the field there is."""

from derive import Theorem, definition, law

from ..sources import quantum_hall
from .notation import glossary

mean_field = Theorem(
    "fractional.mean_field",
    title="Composites feel no field on average",
    source=quantum_hall("A077 A091", "Flux quanta for each electron"),
    glossary=glossary,
    given={
        "filling": definition(
            r"qn\Phi_0 = pB", quantum_hall("A077", "electrons for each flux quantum")
        ),
        "composites": definition(r"pN = n", "each composite has p electrons"),
        "some electrons": law(r"p \neq 0", quantum_hall("A091", "a composite has electrons")),
    },
    claim=r"B - qN\Phi_0 = 0",
    proof=r"""
        p\left(B - qN\Phi_0\right) = pB - qn\Phi_0     % composites
                                   = 0                 % filling
        B - qN\Phi_0 = 0                               % above, some electrons
    """,
)
