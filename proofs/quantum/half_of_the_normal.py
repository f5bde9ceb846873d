"""The mirror between two vectors of one norm stands half-way between them."""

from derive import Theorem, definition, law

from ..sources import quantum_mechanics
from .notation import glossary

half_of_the_normal = Theorem(
    "quantum.half_of_the_normal",
    title="The mirror stands half-way between two vectors of the same norm",
    source=quantum_mechanics("B073 B074", "Transformation of state vectors"),
    glossary=glossary,
    given={
        "same norm": law(r"\langle a|a\rangle = \langle b|b\rangle", quantum_mechanics("B074")),
        "phase": law(
            r"\langle a|b\rangle = \langle b|a\rangle", "real, after a phase is put to one of them"
        ),
        "normal": definition(r"|w\rangle = |a\rangle - |b\rangle"),
        "length": definition(r"\langle w|w\rangle = N", "positive, as they differ"),
    },
    claim=r"2\langle w|a\rangle = N",
    proof=r"""
        2\langle w|a\rangle = 2\langle a|a\rangle - 2\langle b|a\rangle    % normal
            = \langle a|a\rangle - \langle a|b\rangle - \langle b|a\rangle + \langle b|b\rangle    % same norm, phase
            = \langle w|w\rangle    % normal
            = N                     % length
    """,
)
