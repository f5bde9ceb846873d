"""The unit of quantised resistance is fixed by the fine-structure constant."""

from derive import Theorem, definition, law

from ..notation import glossary
from ..sources import SI, quantum_hall

von_klitzing = Theorem(
    "hall.von_klitzing",
    title="Von Klitzing constant",
    source=quantum_hall("A023 A026 A027", "von Klitzing constant"),
    glossary=glossary,
    given={
        "von Klitzing constant": definition(r"R_K = \frac{h}{e^2}"),
        "fine-structure constant": definition(r"\alpha = \frac{e^2}{4\pi\varepsilon_0\hbar c}"),
        "vacuum": law(r"\varepsilon_0 \mu_0 c^2 = 1", f"Maxwell's equations; {SI}"),
        "reduced Planck constant": definition(r"h = 2\pi\hbar"),
    },
    claim=r"R_K = \frac{\mu_0 c}{2\alpha}",
    proof=r"""
        R_K = \frac{h}{e^2}                                     % von Klitzing constant
            = \frac{h}{4\pi\varepsilon_0\hbar c \, \alpha}      % fine-structure constant
            = \frac{1}{2\varepsilon_0 c \, \alpha}              % reduced Planck constant
            = \frac{\mu_0 c}{2\alpha}                           % vacuum
    """,
)
