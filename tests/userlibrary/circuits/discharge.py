"""A capacitor discharges through a resistor."""

from derive import Theorem, definition, law

from ..notation import glossary

discharge = Theorem(
    "circuits.discharge",
    glossary=glossary,
    given={
        "Kirchhoff": law(r"V_R + V_C = 0"),
        "Ohm": law(r"V_R = RI"),
        "capacitor": law(r"V_C = \frac{1}{C} Q"),
        "current": definition(r"I = \partial_t Q"),
    },
    claim=[r"\partial_t Q = -\frac{1}{RC} Q", r"\partial_t I = -\frac{1}{RC} I"],
    proof=r"""
        R \partial_t Q = V_R                 % Ohm, current
                       = -\frac{1}{C} Q      % Kirchhoff, capacitor
        \partial_t Q = -\frac{1}{RC} Q       % above
        \partial_t I = \partial_t \partial_t Q            % current
                     = -\frac{1}{RC} \partial_t Q         % above
                     = -\frac{1}{RC} I                    % current
    """,
)
