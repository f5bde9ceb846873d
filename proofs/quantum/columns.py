"""The columns of a matrix are the images of the basis, and they determine it."""

from derive import Theorem, definition, law

from ..sources import quantum_mechanics
from .notation import glossary

columns = Theorem(
    "quantum.columns",
    title="The columns of a matrix are the images of the basis",
    source=quantum_mechanics("B026", "Action on a basis"),
    glossary=glossary,
    given={
        "matrix": definition(r"\hat A = \sum_k \sum_l A_{kl}|k\rangle\langle l|"),
        "orthonormal": law(
            r"\forall k, l: \langle k|l\rangle = \delta_{kl}", quantum_mechanics("B026")
        ),
    },
    claim=r"\hat A|m\rangle = \sum_k A_{km}|k\rangle",
    proof=r"""
        \hat A|m\rangle = \sum_k \sum_l A_{kl}|k\rangle\langle l|m\rangle    % matrix
            = \sum_k A_{km}|k\rangle                                         % orthonormal
    """,
)
