"""Sums of the powers of a symmetry, summed in the other order."""

from derive import Theorem, definition

from ..sources import quantum_mechanics
from .notation import glossary

double_sum = Theorem(
    "symmetry.double_sum",
    title="The projectors of a symmetry, added up power by power",
    source=quantum_mechanics("B079", "Symmetric state; a lemma for any finite order"),
    glossary=glossary,
    given={
        "no term": definition(r"\forall k: \hat P_{k,0} = 0"),
        "next term": definition(
            r"\forall k, r: \hat P_{k,r+1} = \hat P_{k,r} + \omega^{-kr}\hat U^r"
        ),
        "no projector": definition(r"\forall r: \hat D_{0,r} = 0"),
        "next projector": definition(r"\forall k, r: \hat D_{k+1,r} = \hat D_{k,r} + \hat P_{k,r}"),
        "no power": definition(r"\forall r: c_{0,r} = 0"),
        "next power": definition(r"\forall k, r: c_{k+1,r} = c_{k,r} + \omega^{-kr}"),
    },
    claim=[
        r"\forall k: \hat D_{k,0} = 0",
        r"\forall k, r: \hat D_{k,r+1} = \hat D_{k,r} + c_{k,r}\hat U^r",
    ],
    models=[{"V": 1, "U": [[1]], "omega": 1}],
)
