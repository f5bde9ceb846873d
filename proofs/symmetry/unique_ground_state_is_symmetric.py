"""A ground state that is the only one is symmetric: symmetry breaking needs degeneracy."""

from derive import Theorem, definition, law

from ..sources import quantum_mechanics
from .notation import glossary

unique_ground_state_is_symmetric = Theorem(
    "symmetry.unique_ground_state_is_symmetric",
    title="A ground state that is the only one is symmetric",
    source=quantum_mechanics("B077 B084 B088", "Spontaneous symmetry breaking"),
    glossary=glossary,
    given={
        "symmetry": law(r"[\hat H, \hat U] = 0", quantum_mechanics("B082")),
        "ground state": law(r"\hat H|g\rangle = E_0|g\rangle", quantum_mechanics("B084")),
        "transformed": definition(r"|Ug\rangle = \hat U|g\rangle", quantum_mechanics("B074")),
        "unique": law(
            r"\forall |\psi\rangle: \hat H|\psi\rangle = E_0|\psi\rangle \Rightarrow |\psi\rangle\langle g|g\rangle = |g\rangle\langle g|\psi\rangle",
            f"{quantum_mechanics('B091')}: every ground state is a multiple of one",
        ),
        "not zero": definition(r"|g\rangle \neq 0", "a ground state is not the zero vector"),
    },
    claim=r"\hat U|g\rangle = \frac{\langle g|\hat U|g\rangle}{\langle g|g\rangle} |g\rangle",
    proof=r"""
        \hat H|Ug\rangle = \hat H\hat U|g\rangle                                           % transformed
                         = \hat U\hat H|g\rangle                                           % symmetry
                         = E_0\hat U|g\rangle                                              % ground state
                         = E_0|Ug\rangle                                                   % transformed
        |Ug\rangle\langle g|g\rangle = |g\rangle\langle g|Ug\rangle                        % unique, above
        \hat U|g\rangle\langle g|g\rangle = |g\rangle\langle g|\hat U|g\rangle             % above, transformed
        \hat U|g\rangle = \frac{\langle g|g\rangle}{\langle g|g\rangle} \hat U|g\rangle    % not zero
                        = \frac{\langle g|\hat U|g\rangle}{\langle g|g\rangle} |g\rangle   % above
    """,
)
