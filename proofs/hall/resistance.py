"""In two dimensions the Hall resistance is the Hall resistivity: the width cancels."""

from derive import Theorem, definition, law

from ..notation import glossary
from ..sources import quantum_hall

resistance = Theorem(
    "hall.resistance",
    title="Hall resistance",
    source=quantum_hall("A021 A032 A046", "Hall resistance"),
    glossary=glossary,
    given={
        "Hall resistivity": definition(r"\rho_H = \frac{E_y}{J_x}"),
        "a current flows": law(r"J_x \neq 0", "else there is nothing to divide by"),
        "Hall voltage": definition(r"V_H = wE_y"),
        "current": definition(r"I_x = wJ_x"),
    },
    claim=r"V_H = \rho_H I_x",
    proof=r"""
        V_H = wE_y              % Hall voltage
            = w \rho_H J_x      % Hall resistivity, a current flows
            = \rho_H I_x        % current
    """,
)
