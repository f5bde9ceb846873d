"""Translating a state multiplies its eigenvalue by a root of unity: the levels are degenerate."""

from derive import Theorem, law

from ..sources import quantum_mechanics
from .notation import glossary

translated_states = Theorem(
    "symmetry.translated_states",
    title="A translation changes the eigenvalue of the other by a phase",
    source=quantum_mechanics("B051 B077", "Degeneracy on a torus; a further result"),
    glossary=glossary,
    given={
        "translations": law(r"\hat S\hat T = \omega\hat T\hat S", quantum_mechanics("B101")),
        "eigenstate": law(r"\hat S|g\rangle = \lambda|g\rangle", quantum_mechanics("B101")),
    },
    claim=r"\hat S\hat T^r|g\rangle = \lambda\omega^r\hat T^r|g\rangle",
    proof=r"""
        \hat S\hat T^r = \omega^r\hat T^r\hat S                               % translations
        \hat S\hat T^r|g\rangle = \omega^r\hat T^r\hat S|g\rangle             % above
                                = \lambda\omega^r\hat T^r|g\rangle            % eigenstate
    """,
)
