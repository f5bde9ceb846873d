"""The exercise of the lecture: are the composites of 3/7 and of 4/9 fermions or bosons?"""

from derive import Theorem, definition

from ..sources import quantum_hall
from .joined_composites import joined_composites
from .notation import glossary

exercise = Theorem(
    "fractional.exercise",
    title="Exercise 5: the composites of 3/7 and of 4/9 are bosons",
    source=quantum_hall("A123", "Exercise 5"),
    glossary=glossary,
    given={
        "exchange sign": definition(
            r"\forall p, q: s_{p,q} = (-1)^{p(q+1)}", "theorem fractional.exchange_sign"
        ),
        "strings joined": joined_composites,
    },
    claim=[r"s_{3,7} = 1", r"s_{4,9} = 1"],
    proof=r"""
        s_{3,7} = (-1)^{3 \cdot (7+1)} = 1             % exchange sign
        s_{4,9} = s_{3+1,7+2} = (-1)^{3 \cdot 2 + 1 \cdot 7}s_{3,7}s_{1,2}    % strings joined
                = -s_{3,7}s_{1,2}
                = -s_{1,2}                              % above
                = 1                                     % exchange sign
    """,
)
