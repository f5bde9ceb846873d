"""The products of the Pauli matrices."""

from derive import Theorem

from ..notation import glossary

pauli = Theorem(
    "spin.pauli",
    glossary=glossary,
    claim=[
        r"""
        \begin{pmatrix} 0 & 1 \\ 1 & 0 \end{pmatrix} \begin{pmatrix} 0 & -i \\ i & 0 \end{pmatrix}
        = i \begin{pmatrix} 1 & 0 \\ 0 & -1 \end{pmatrix}
        """,
        r"\begin{pmatrix} 0 & -i \\ i & 0 \end{pmatrix}^2 = \begin{pmatrix} 1 & 0 \\ 0 & 1 \end{pmatrix}",
        r"""
        \begin{pmatrix} 1 & 0 \\ 0 & -1 \end{pmatrix} \begin{pmatrix} 0 & 1 \\ 1 & 0 \end{pmatrix}
        + \begin{pmatrix} 0 & 1 \\ 1 & 0 \end{pmatrix} \begin{pmatrix} 1 & 0 \\ 0 & -1 \end{pmatrix}
        = \begin{pmatrix} 0 & 0 \\ 0 & 0 \end{pmatrix}
        """,
    ],
)
