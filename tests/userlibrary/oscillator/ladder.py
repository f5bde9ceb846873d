"""The ladder of the harmonic oscillator: one quantum more costs one ħω."""

from derive import Theorem, definition, law

from ..notation import glossary

ladder = Theorem(
    "oscillator.ladder",
    glossary=glossary,
    given={
        "commutator": law(r"[\hat a, \hat a^\dagger] = 1"),
        "Hamiltonian": definition(r"\hat H = \hbar\omega \left(\hat a^\dagger \hat a + \frac{1}{2}\right)"),
        "level": law(r"\hat H |n\rangle = \left(n + \frac{1}{2}\right) \hbar\omega |n\rangle"),
    },
    claim=r"\hat H \hat a^\dagger |n\rangle = \left(n + \frac{3}{2}\right) \hbar\omega \, \hat a^\dagger |n\rangle",
    proof=r"""
        [\hat H, \hat a^\dagger] = \hbar\omega \, \hat a^\dagger [\hat a, \hat a^\dagger]     % Hamiltonian
                                 = \hbar\omega \, \hat a^\dagger                              % commutator
        \hat H \hat a^\dagger |n\rangle = \hat a^\dagger \hat H |n\rangle + \hbar\omega \, \hat a^\dagger |n\rangle   % above
                                        = \left(n + \frac{3}{2}\right) \hbar\omega \, \hat a^\dagger |n\rangle        % level
    """,
)
