"""If every symmetric part of a state vanishes, so does every sum of them."""

from derive import Theorem, definition, law

from ..sources import quantum_mechanics
from .notation import glossary

vanishing_parts = Theorem(
    "symmetry.vanishing_parts",
    title="If every symmetric part of a state vanishes, so does every sum of them",
    source=quantum_mechanics("B088", "Spontaneous symmetry breaking"),
    glossary=glossary,
    given={
        "next projector": definition(r"\forall k, r: \hat D_{k+1,r} = \hat D_{k,r} + \hat P_{k,r}"),
        "no projector": definition(r"\forall r: \hat D_{0,r} = 0"),
        "no symmetric part": law(
            r"\forall k: \hat P_{k,n+1}|g\rangle = 0", quantum_mechanics("B088", "to be refuted")
        ),
    },
    claim=r"\hat D_{k,n+1}|g\rangle = 0",
    proof=r"""
        \hat D_{k,n+1}|g\rangle = 0                          % no projector, next projector, no symmetric part
    """,
)
