"""The ground state of two levels in a field, and its mean order."""

from derive import Theorem, definition, law

from ..sources import quantum_mechanics
from .notation import glossary

two_level_model = Theorem(
    "symmetry.two_level_model",
    title="Mean order of two levels in a field",
    source=quantum_mechanics("B088", "Spontaneous symmetry breaking; why infinite size matters"),
    glossary=glossary,
    given={
        "square": definition(r"R^2 = (N\varepsilon)^2 + \Delta^2"),
        "mean": definition(
            r"\langle\sigma_z\rangle \begin{bmatrix} R + N\varepsilon \\ \Delta \end{bmatrix}^\dagger \begin{bmatrix} R + N\varepsilon \\ \Delta \end{bmatrix} = \begin{bmatrix} R + N\varepsilon \\ \Delta \end{bmatrix}^\dagger \begin{bmatrix} 1 & 0 \\ 0 & -1 \end{bmatrix} \begin{bmatrix} R + N\varepsilon \\ \Delta \end{bmatrix}"
        ),
        "not zero": law(
            r"R + N\varepsilon \neq 0", "there is tunnelling, or the field is positive"
        ),
    },
    claim=[
        r"\begin{bmatrix} -N\varepsilon & -\Delta \\ -\Delta & N\varepsilon \end{bmatrix} \begin{bmatrix} R + N\varepsilon \\ \Delta \end{bmatrix} = -R \begin{bmatrix} R + N\varepsilon \\ \Delta \end{bmatrix}",
        r"\langle\sigma_z\rangle = \frac{N\varepsilon}{R}",
    ],
    proof=r"""
        \begin{bmatrix} -N\varepsilon & -\Delta \\ -\Delta & N\varepsilon \end{bmatrix} \begin{bmatrix} R + N\varepsilon \\ \Delta \end{bmatrix} = \begin{bmatrix} -N\varepsilon R - (N\varepsilon)^2 - \Delta^2 \\ -\Delta R \end{bmatrix}
            = -R \begin{bmatrix} R + N\varepsilon \\ \Delta \end{bmatrix}                                                     % square
        \langle\sigma_z\rangle\left((R + N\varepsilon)^2 + \Delta^2\right) = (R + N\varepsilon)^2 - \Delta^2                  % mean
        2 R\left(R + N\varepsilon\right)\langle\sigma_z\rangle = 2 N\varepsilon\left(R + N\varepsilon\right)                  % above, square
        \langle\sigma_z\rangle = \frac{N\varepsilon}{R}                                                                       % above, not zero
    """,
    immediate="that the vector is an eigenvector is a computation",
)
