"""At a finite size the order vanishes with the field."""

from derive import Theorem, law

from ..sources import quantum_mechanics
from .notation import glossary
from .two_level_model import two_level_model

field_off_first = Theorem(
    "symmetry.field_off_first",
    title="At a finite size the order vanishes with the field",
    source=quantum_mechanics("B088", "Spontaneous symmetry breaking; why infinite size matters"),
    glossary=glossary,
    given={
        "mean order": two_level_model,
        "field off": law(r"\varepsilon = 0", "the limit, by putting it in"),
    },
    claim=r"\langle\sigma_z\rangle = 0",
    proof=r"""
        \langle\sigma_z\rangle = \frac{N\varepsilon}{R}         % mean order
                               = 0                              % field off
    """,
)
