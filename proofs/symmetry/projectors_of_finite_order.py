"""The projectors of a symmetry of finite order: what they project on is symmetric."""

from derive import Theorem, law

from ..sources import quantum_mechanics
from .notation import glossary
from .projector_telescopes import projector_telescopes

projectors_of_finite_order = Theorem(
    "symmetry.projectors_of_finite_order",
    title="A symmetry of finite order has projectors on its symmetric states",
    source=quantum_mechanics("B079 B088", "Spontaneous symmetry breaking; U need not be unitary"),
    glossary=glossary,
    given={
        "telescopes": projector_telescopes.at(r="n + 1"),
        "order": law(r"\hat U^{n+1} = 1", quantum_mechanics("B079", "n = 1 there")),
        "root of unity": law(r"\omega^{n+1} = 1", quantum_mechanics("B079", "1 and -1 there")),
    },
    claim=r"\hat U\hat P_{k,n+1} = \omega^k\hat P_{k,n+1}",
    proof=r"""
        \omega^{(n+1)k} = 1                                                                           % root of unity
        \omega^{-k(n+1)} = 1                                                                          % above
        \hat U\hat P_{k,n+1} = \omega^k\left(\hat P_{k,n+1} + \omega^{-k(n+1)}\hat U^{n+1} - 1\right)   % telescopes
                             = \omega^k\left(\hat P_{k,n+1} + \hat U^{n+1} - 1\right)                 % above
                             = \omega^k\hat P_{k,n+1}                                                 % order
    """,
    models=[{"V": 1, "n": 0, "k": 1, "U": [[1]], "omega": -1, "without": "root of unity"}],
)
