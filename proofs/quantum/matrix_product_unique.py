"""Only the product acts like one matrix after the other."""

from derive import Theorem, law, postulate

from ..sources import quantum_mechanics
from .notation import glossary

matrix_product_unique = Theorem(
    "quantum.matrix_product_unique",
    title="Only the product acts like one matrix after the other",
    source=quantum_mechanics("B028 B029", "Product of matrices"),
    glossary=glossary,
    given={
        "complete": postulate(
            r"\sum_k |k\rangle\langle k| = 1", quantum_mechanics("B026", "a basis")
        ),
        "same action": law(
            r"\forall k: \hat C|k\rangle = \hat A\hat B|k\rangle", quantum_mechanics("B028")
        ),
    },
    claim=r"\hat C = \hat A\hat B",
    proof=r"""
        \hat C = \sum_k \hat C|k\rangle\langle k|        % complete
            = \sum_k \hat A\hat B|k\rangle\langle k|     % same action
            = \hat A\hat B                               % complete
    """,
)
