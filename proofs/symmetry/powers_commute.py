"""What commutes with a symmetry commutes with its powers and with sums of them."""

from derive import Suppose, Theorem, definition, law

from ..sources import quantum_mechanics
from .notation import glossary

powers_commute = Theorem(
    "symmetry.powers_commute",
    title="The Hamiltonian commutes with the projectors of a symmetry",
    source=quantum_mechanics("B079 B082", "Symmetric state; a lemma for any finite order"),
    glossary=glossary,
    given={
        "no term": definition(r"\forall k: \hat P_{k,0} = 0"),
        "next term": definition(
            r"\forall k, r: \hat P_{k,r+1} = \hat P_{k,r} + \omega^{-kr}\hat U^r"
        ),
        "symmetry": law(r"\hat H\hat U = \hat U\hat H", quantum_mechanics("B082")),
    },
    claim=r"\forall r: \hat H\hat P_{k,r} = \hat P_{k,r}\hat H",
    proof=[
        r"[\hat H,\hat P_{k,0}] = 0    % no term",
        Suppose(
            {"so far": r"\hat H\hat P_{k,r} = \hat P_{k,r}\hat H"},
            r"""
            \hat H\hat U^r = \hat U^r\hat H                                                    % symmetry
            \hat H\hat P_{k,r+1} = \hat H\hat P_{k,r} + \omega^{-kr}\hat H\hat U^r             % next term
                                 = \hat P_{k,r}\hat H + \omega^{-kr}\hat U^r\hat H             % so far, above
                                 = \hat P_{k,r+1}\hat H                                        % next term
            """,
        ),
    ],
    models=[
        {
            "V": 2,
            "U": [[1, 0], [0, -1]],
            "H": [[0, 1], [1, 0]],
            "omega": 1,
            "without": "symmetry",
        }
    ],
)
