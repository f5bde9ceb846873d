"""However often flux is attached in pairs, the denominator stays odd.

The m-th filling factor is P_m/Q_m.  New levels and holes change P alone; C_m pairs of flux quanta for
each electron add 2C_mP_m to Q.
"""

from derive import Theorem, definition

from ..sources import quantum_hall
from .notation import glossary

no_even_denominator = Theorem(
    "fractional.no_even_denominator",
    title="No sequence of such moves leads to an even denominator",
    source=quantum_hall("A068 A108 A111", "Odd denominators"),
    glossary=glossary,
    given={
        "first": definition(r"Q_0 = 2K_0 + 1"),
        "pairs of flux quanta": definition(r"\forall m: Q_{m+1} = Q_m + 2C_mP_m"),
        "half of it": definition(r"\forall m: K_{m+1} = K_m + C_mP_m"),
    },
    claim=r"\forall m: Q_m = 2K_m + 1",
)
