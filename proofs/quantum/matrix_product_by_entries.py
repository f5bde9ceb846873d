"""The entries of a product from the entries of the factors."""

from derive import Theorem, definition, postulate

from ..sources import quantum_mechanics
from .notation import glossary

matrix_product_by_entries = Theorem(
    "quantum.matrix_product_by_entries",
    title="Entries of a product of matrices",
    source=quantum_mechanics("B031 B032", "Product of matrices"),
    glossary=glossary,
    given={
        "complete": postulate(
            r"\sum_k |k\rangle\langle k| = 1", quantum_mechanics("B026", "a basis")
        ),
        "first matrix": definition(r"\forall k, l: A_{kl} = \langle k|\hat A|l\rangle"),
        "second matrix": definition(r"\forall k, l: B_{kl} = \langle k|\hat B|l\rangle"),
    },
    claim=r"\langle k|\hat A\hat B|l\rangle = \sum_m A_{km}B_{ml}",
    proof=r"""
        \langle k|\hat A\hat B|l\rangle = \sum_m \langle k|\hat A|m\rangle\langle m|\hat B|l\rangle    % complete
            = \sum_m A_{km}B_{ml}                                                                % first matrix, second matrix
    """,
)
