"""Position and momentum cannot be matrices: the trace of their commutator would not vanish."""

from derive import Theorem, definition, law

from ..sources import quantum_mechanics
from .notation import glossary

no_finite_position = Theorem(
    "symmetry.no_finite_position",
    title="Position and momentum are no matrices",
    source=quantum_mechanics("B032", "Matrix product; a further result"),
    glossary=glossary,
    given={
        "position times momentum": definition(
            r"\forall a: d_a = \sum_c x_{ac}p_{ca}", "a diagonal entry of xp"
        ),
        "momentum times position": definition(
            r"\forall a: d'_a = \sum_c p_{ac}x_{ca}", "a diagonal entry of px"
        ),
        "canonical": law(
            r"\forall a: d_a - d'_a = i\hbar", quantum_mechanics("B008", "to be refuted")
        ),
    },
    claim=r"\sum_a 1 = 0",
    proof=r"""
        i\hbar\sum_a 1 = \sum_a \left(d_a - d'_a\right)                                                  % canonical
                       = \sum_a\sum_c x_{ac}p_{ca} - \sum_a\sum_c p_{ac}x_{ca}                           % position times momentum, momentum times position
                       = 0
        \sum_a 1 = 0                                                                                     % above
    """,
)
