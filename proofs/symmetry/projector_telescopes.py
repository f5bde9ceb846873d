"""The sum for a projector telescopes when the symmetry acts on it."""

from derive import Theorem, definition

from ..sources import quantum_mechanics
from .notation import glossary

projector_telescopes = Theorem(
    "symmetry.projector_telescopes",
    title="The sum for a projector telescopes",
    source=quantum_mechanics("B079", "Symmetric state; a lemma for any finite order"),
    glossary=glossary,
    given={
        "no term": definition(r"\forall k: \hat P_{k,0} = 0"),
        "next term": definition(
            r"\forall k, r: \hat P_{k,r+1} = \hat P_{k,r} + \omega^{-kr}\hat U^r"
        ),
    },
    claim=r"\hat U\hat P_{k,r} = \omega^k\left(\hat P_{k,r} + \omega^{-kr}\hat U^r - 1\right)",
    proof=r"""
        \hat U\hat P_{k,r} = \omega^k\left(\hat P_{k,r} + \omega^{-kr}\hat U^r - 1\right)     % no term, next term
    """,
)
