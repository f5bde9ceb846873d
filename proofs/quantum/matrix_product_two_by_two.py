"""The product of two matrices with two rows, from what they do to a vector."""

from derive import Theorem

from ..sources import quantum_mechanics
from .board import glossary

matrix_product_two_by_two = Theorem(
    "quantum.matrix_product_two_by_two",
    title="The product of two matrices, two by two",
    source=quantum_mechanics("B028 B029", "Product of matrices"),
    glossary=glossary,
    claim=[
        r"\begin{bmatrix} a & b \\ c & d \end{bmatrix}\begin{bmatrix} e & f \\ g & h \end{bmatrix}\begin{bmatrix} \alpha \\ \beta \end{bmatrix} = \begin{bmatrix} ae + bg & af + bh \\ ce + dg & cf + dh \end{bmatrix}\begin{bmatrix} \alpha \\ \beta \end{bmatrix}",
        r"\begin{bmatrix} a & b \\ c & d \end{bmatrix}\begin{bmatrix} e & f \\ g & h \end{bmatrix} = \begin{bmatrix} ae + bg & af + bh \\ ce + dg & cf + dh \end{bmatrix}",
    ],
    proof=r"""
        \begin{bmatrix} a & b \\ c & d \end{bmatrix}\begin{bmatrix} e & f \\ g & h \end{bmatrix}\begin{bmatrix} \alpha \\ \beta \end{bmatrix} = \begin{bmatrix} a & b \\ c & d \end{bmatrix}\begin{bmatrix} e\alpha + f\beta \\ g\alpha + h\beta \end{bmatrix}
            = \begin{bmatrix} a(e\alpha + f\beta) + b(g\alpha + h\beta) \\ c(e\alpha + f\beta) + d(g\alpha + h\beta) \end{bmatrix}
            = \begin{bmatrix} (ae + bg)\alpha + (af + bh)\beta \\ (ce + dg)\alpha + (cf + dh)\beta \end{bmatrix}
            = \begin{bmatrix} ae + bg & af + bh \\ ce + dg & cf + dh \end{bmatrix}\begin{bmatrix} \alpha \\ \beta \end{bmatrix}
        \begin{bmatrix} a & b \\ c & d \end{bmatrix}\begin{bmatrix} e & f \\ g & h \end{bmatrix} = \begin{bmatrix} ae + bg & af + bh \\ ce + dg & cf + dh \end{bmatrix}
    """,
)
