"""The Hall resistivity, from the balance of forces across the current."""

from derive import Theorem, definition, law

from ..notation import glossary
from ..sources import quantum_hall
from .filling_factor import filling_factor

resistivity = Theorem(
    "hall.resistivity",
    title="Hall resistivity",
    source=quantum_hall("A021 A046", "Hall resistance"),
    glossary=glossary,
    given={
        "Hall resistivity": definition(r"\rho_H = \frac{E_y}{J_x}"),
        "a current flows": law(r"J_x \neq 0", "else there is nothing to divide by"),
        "balance of forces": law(
            r"-e\left(E_y - v_x B\right) = 0", "stationary: no force on an electron across the current"
        ),
        "drift": law(r"J_x = -nev_x", "n electrons of charge -e per area"),
        "filling factor": filling_factor,
    },
    claim=r"\rho_H = -\frac{h}{je^2}",
    proof=r"""
        \rho_H = \frac{E_y}{J_x}               % Hall resistivity
               = \frac{v_x B}{J_x}             % balance of forces
               = -\frac{B}{ne} \frac{J_x}{J_x} % drift
               = -\frac{B}{ne}                 % a current flows
               = -\frac{h}{je^2}               % filling factor
    """,
)
