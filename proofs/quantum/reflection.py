"""Two vectors of one norm are mirror images: a reflection exchanges them."""

from derive import Theorem, definition

from ..sources import quantum_mechanics
from .half_of_the_normal import half_of_the_normal
from .notation import glossary

reflection = Theorem(
    "quantum.reflection",
    title="A reflection turns a vector into another one of the same norm",
    source=quantum_mechanics("B073 B074", "Transformation of state vectors"),
    glossary=glossary,
    given={
        "normal": definition(r"|w\rangle = |a\rangle - |b\rangle"),
        "length": definition(r"\langle w|w\rangle = N", "positive, as they differ"),
        "half": half_of_the_normal,
        "mirror": definition(r"\hat U = 1 - \frac{2}{N}|w\rangle\langle w|"),
    },
    claim=[
        r"\hat U^\dagger\hat U = 1",
        r"\hat U\hat U^\dagger = 1",
        r"\hat U|a\rangle = |b\rangle",
    ],
    proof=r"""
        \hat U|w\rangle = |w\rangle - \frac{2}{N}|w\rangle\langle w|w\rangle      % mirror
                         = -|w\rangle                                           % length
        \hat U^\dagger = \hat U                                                  % mirror
        \hat U\hat U = \hat U - \frac{2}{N}\hat U|w\rangle\langle w|             % mirror
                     = \hat U + \frac{2}{N}|w\rangle\langle w|                  % above
                     = 1                                                       % mirror
        \hat U^\dagger\hat U = 1                                                % above
        \hat U\hat U^\dagger = 1                                                % above
        \hat U|a\rangle = |a\rangle - \frac{2\langle w|a\rangle}{N}|w\rangle      % mirror
                         = |a\rangle - |w\rangle                                % half
                         = |b\rangle                                            % normal
    """,
)
