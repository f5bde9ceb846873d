"""No expectation value is below the least eigenvalue."""

from derive import Theorem, law

from ..sources import quantum_mechanics
from .notation import glossary
from .premises import eigenvectors, orthogonal, superposition

variational_bound = Theorem(
    "quantum.variational_bound",
    title="No expectation value is below the least eigenvalue",
    source=quantum_mechanics("B049 B070", "Theory"),
    glossary=glossary,
    given={
        "least": law(r"\forall k: o_0 \le o_k", "no eigenvalue is below it"),
        "eigenvectors": eigenvectors,
        "orthogonal": orthogonal,
        "superposition": superposition,
    },
    claim=r"o_0\langle\psi|\psi\rangle \le \langle\psi|\hat O|\psi\rangle",
    proof=r"""
        \langle\psi|\hat O|\psi\rangle - o_0\langle\psi|\psi\rangle = \sum_k (o_k - o_0)|c_k|^2 N_k    % eigenvectors, orthogonal, superposition
            \ge 0                                                                           % least
    """,
)
