"""In an infinite system the order is complete in any not zero."""

from derive import Theorem, definition, law

from ..sources import quantum_mechanics
from .notation import glossary
from .two_level_model import two_level_model

infinite_size_first = Theorem(
    "symmetry.infinite_size_first",
    title="In an infinite system the order is complete in any field",
    source=quantum_mechanics("B088", "Spontaneous symmetry breaking; why infinite size matters"),
    glossary=glossary,
    given={
        "mean order": two_level_model,
        "square": definition(r"R^2 = (N\varepsilon)^2 + \Delta^2"),
        "per spin": definition(r"\Delta = N\delta"),
        "infinite size": law(
            r"\delta = 0", "the limit, by putting it in; tunnelling per spin vanishes with 1/N"
        ),
        "not zero": law(
            r"R + N\varepsilon \neq 0", "there is tunnelling, or the field is positive"
        ),
    },
    claim=r"\langle\sigma_z\rangle = 1",
    proof=r"""
        \Delta = N\delta                                                           % per spin
               = 0                                                                 % infinite size
        \left(R - N\varepsilon\right)\left(R + N\varepsilon\right) = 0             % square, above
        R = N\varepsilon                                                           % above, not zero
        \langle\sigma_z\rangle = \frac{N\varepsilon}{R}                            % mean order
                               = 1                                                 % above
    """,
)
