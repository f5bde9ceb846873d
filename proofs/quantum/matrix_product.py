"""Acting twice is acting once with the product, for matrices of any size."""

from derive import Theorem, definition

from ..sources import quantum_mechanics
from .notation import glossary

matrix_product = Theorem(
    "quantum.matrix_product",
    title="A product of matrices acts like one matrix after the other",
    source=quantum_mechanics("B028 B030 B031 B032", "Product of matrices"),
    glossary=glossary,
    given={
        "product": definition(
            r"\forall k, l: C_{kl} = \sum_m A_{km}B_{ml}", quantum_mechanics("B032")
        ),
        "first image": definition(r"\forall m: w_m = \sum_l B_{ml}v_l", quantum_mechanics("B022")),
    },
    claim=r"\sum_m A_{km}w_m = \sum_l C_{kl}v_l",
    proof=r"""
        \sum_m A_{km}w_m = \sum_m A_{km}\sum_l B_{ml}v_l      % first image
            = \sum_l \left(\sum_m A_{km}B_{ml}\right) v_l
            = \sum_l C_{kl}v_l                                % product
    """,
)
