"""Any two states of the same norm are related by a unitary transformation: a phase and a mirror."""

from derive import Theorem, definition, law

from ..sources import quantum_mechanics
from .notation import glossary
from .reflection import reflection

same_norm = Theorem(
    "quantum.same_norm",
    title="States of the same norm are related by a unitary transformation",
    source=quantum_mechanics("B073 B074", "Transformation of state vectors"),
    glossary=glossary,
    given={
        "phase": definition(
            r"|\phi\rangle = d|b\rangle", "turned so that its product with the first state is real"
        ),
        "unit": law(r"d^* d = 1", "a phase"),
        "mirror": reflection.at(b=r"|\phi\rangle"),
        "transformation": definition(r"\hat W = d^*\hat U"),
    },
    claim=[
        r"\hat W|a\rangle = |b\rangle",
        r"\hat W^\dagger\hat W = 1",
        r"\hat W\hat W^\dagger = 1",
    ],
    proof=r"""
        \hat W|a\rangle = d^*\hat U|a\rangle      % transformation
            = d^* |\phi\rangle                    % mirror
            = d^* d|b\rangle                      % phase
            = |b\rangle                           % unit
        \hat W^\dagger\hat W = d d^*\hat U^\dagger\hat U    % transformation
            = 1                                            % unit, mirror
        \hat W\hat W^\dagger = d d^*\hat U\hat U^\dagger    % transformation
            = 1                                            % unit, mirror
    """,
)
