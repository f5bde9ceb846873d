"""The von Klitzing constant in ohms, exact since 2019."""

from derive import Theorem, definition

from ..notation import glossary
from ..sources import SI, quantum_hall

von_klitzing_value = Theorem(
    "hall.von_klitzing_value",
    title="Value of the von Klitzing constant",
    source=quantum_hall("A022 A023", "von Klitzing constant"),
    glossary=glossary,
    given={
        "von Klitzing constant": definition(r"R_K = \frac{h}{e^2}"),
        "Planck constant": definition(
            r"h = 6.62607015 \times 10^{-34} \, \mathrm{J}\,\mathrm{s}", SI
        ),
        "elementary charge": definition(r"e = 1.602176634 \times 10^{-19} \, \mathrm{C}", SI),
        "ohm": definition(r"\Omega = \frac{\mathrm{J}\,\mathrm{s}}{\mathrm{C}^2}", SI),
    },
    claim=[
        r"R_K = \frac{662607015 \times 10^{14}}{1602176634^2} \, \Omega",
        r"25812.8074593 \, \Omega \le R_K",
        r"R_K \le 25812.8074594 \, \Omega",
    ],
    proof=r"""
        R_K = \frac{h}{e^2}                                                                  % von Klitzing constant
            = \frac{662607015 \times 10^{14}}{1602176634^2} \frac{\mathrm{J}\,\mathrm{s}}{\mathrm{C}^2} % Planck constant, elementary charge
            = \frac{662607015 \times 10^{14}}{1602176634^2} \, \Omega                        % ohm
        25812.8074593 \, \Omega \le \frac{662607015 \times 10^{14}}{1602176634^2} \, \Omega
            = R_K                                                                            % above
        R_K = \frac{662607015 \times 10^{14}}{1602176634^2} \, \Omega                        % above
            \le 25812.8074594 \, \Omega
    """,
)
