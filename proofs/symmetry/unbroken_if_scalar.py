"""If the symmetry multiplies all ground states by one number, every ground state is symmetric."""

from derive import Suppose, Theorem, law

from ..sources import quantum_mechanics
from .notation import glossary

unbroken_if_scalar = Theorem(
    "symmetry.unbroken_if_scalar",
    title="If the symmetry multiplies a basis of ground states by one number, none of them breaks it",
    source=quantum_mechanics("B077 B088", "Spontaneous symmetry breaking"),
    glossary=glossary,
    given={
        "basis": law(
            r"\forall |\psi\rangle: \hat H|\psi\rangle = E_0|\psi\rangle \Rightarrow |\psi\rangle = \sum_a |0;a\rangle\langle 0;a|\psi\rangle",
            f"{quantum_mechanics('B091')}: a basis of the ground space",
        ),
        "one number": law(
            r"\forall a: \hat U|0;a\rangle = \kappa|0;a\rangle", quantum_mechanics("B088")
        ),
    },
    claim=r"\forall |\psi\rangle: \hat H|\psi\rangle = E_0|\psi\rangle \Rightarrow \hat U|\psi\rangle = \kappa|\psi\rangle",
    proof=Suppose(
        {"ground state": r"\hat H|\psi\rangle = E_0|\psi\rangle"},
        r"""
        |\psi\rangle = \sum_a |0;a\rangle\langle 0;a|\psi\rangle                          % basis, ground state
        \hat U|\psi\rangle = \sum_a \hat U|0;a\rangle\langle 0;a|\psi\rangle              % above
                           = \sum_a \kappa|0;a\rangle\langle 0;a|\psi\rangle              % one number
                           = \kappa|\psi\rangle                                           % above
        """,
    ),
)
