"""The thermal state of the second example, and its limit: an equal mixture of up and down."""

from derive import Theorem, definition, law

from ..sources import quantum_mechanics
from .notation import glossary

zero_temperature_of_the_example = Theorem(
    "symmetry.zero_temperature_of_the_example",
    title="Zero temperature in the example",
    source=quantum_mechanics(
        "B090 B092", "Spontaneous symmetry breaking: example; zero temperature"
    ),
    glossary=glossary,
    given={
        "sum of states": definition(r"Z = u + 1 + u + 1", quantum_mechanics("B086")),
        "excited": definition(
            r"Zx = u", quantum_mechanics("B086", "probability of an excited state")
        ),
        "ground": definition(r"Zy = 1", quantum_mechanics("B086", "probability of a ground state")),
        "zero temperature": law(
            r"u = 0",
            quantum_mechanics("B086", "the limit, by putting it in for the Boltzmann factor"),
        ),
    },
    claim=[
        r"\begin{bmatrix} x & 0 & 0 & 0 \\ 0 & y & 0 & 0 \\ 0 & 0 & x & 0 \\ 0 & 0 & 0 & y \end{bmatrix} = \frac{1}{2}\begin{bmatrix} 0 & 0 & 0 & 0 \\ 0 & 1 & 0 & 0 \\ 0 & 0 & 0 & 0 \\ 0 & 0 & 0 & 1 \end{bmatrix}",
    ],
    proof=r"""
        Z = 2                   % sum of states, zero temperature
        2 x = Zx                % above
            = u                 % excited
            = 0                 % zero temperature
        2 y = Zy                % above
            = 1                 % ground
        \begin{bmatrix} x & 0 & 0 & 0 \\ 0 & y & 0 & 0 \\ 0 & 0 & x & 0 \\ 0 & 0 & 0 & y \end{bmatrix} = \frac{1}{2}\begin{bmatrix} 0 & 0 & 0 & 0 \\ 0 & 1 & 0 & 0 \\ 0 & 0 & 0 & 0 \\ 0 & 0 & 0 & 1 \end{bmatrix}  % above
    """,
)
