"""The exercise of the lecture: whether the composites of 3/7 and of 4/9 are fermions or bosons."""

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
        "strings joined": joined_composites.at(p="3", q="7", k="1", l="2"),
    },
    claim=[r"s_{3,7} = 1", r"s_{4,9} = 1"],
    proof=r"""
        s_{3,7} = (-1)^{3 \cdot (7+1)}                          % exchange sign
                = 1
        s_{4,9} = (-1)^{3 \cdot 2 + 1 \cdot 7}s_{3,7}s_{1,2}    % strings joined
                = -s_{3,7}s_{1,2}
                = -s_{1,2}                                      % above
                = 1                                             % exchange sign
    """,
    immediate="the sign is known for all numbers; the second calculation goes by the strings",
)
