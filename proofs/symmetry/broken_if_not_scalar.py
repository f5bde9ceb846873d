"""If every ground state is symmetric, the symmetry multiplies all of them by one number."""

from derive import Theorem, definition, law

from ..sources import quantum_mechanics
from .notation import glossary

broken_if_not_scalar = Theorem(
    "symmetry.broken_if_not_scalar",
    title="If every ground state is symmetric, the symmetry multiplies all of them by one number",
    source=quantum_mechanics("B077 B088", "Spontaneous symmetry breaking"),
    glossary=glossary,
    given={
        "ground state": law(r"\hat H|g\rangle = E_0|g\rangle", quantum_mechanics("B084")),
        "another": law(r"\hat H|w\rangle = E_0|w\rangle", quantum_mechanics("B091")),
        "normalised": definition(r"\langle g|g\rangle = 1 = \langle w|w\rangle"),
        "orthogonal": law(r"\langle g|w\rangle = 0", quantum_mechanics("B092")),
        "sum": definition(r"|s\rangle = |g\rangle + |w\rangle"),
        "unbroken": law(
            r"\forall |\psi\rangle: \hat H|\psi\rangle = E_0|\psi\rangle \Rightarrow \hat U|\psi\rangle\langle\psi|\psi\rangle = |\psi\rangle\langle\psi|\hat U|\psi\rangle",
            f"{quantum_mechanics('B077')}: every ground state is symmetric",
        ),
        "eigenvalue": definition(r"\kappa = \langle g|\hat U|g\rangle"),
        "other eigenvalue": definition(r"\mu = \langle w|\hat U|w\rangle"),
    },
    claim=[r"\hat U|g\rangle = \kappa|g\rangle", r"\hat U|w\rangle = \kappa|w\rangle"],
    proof=r"""
        \hat U|g\rangle = \hat U|g\rangle\langle g|g\rangle                            % normalised
                        = |g\rangle\langle g|\hat U|g\rangle                           % unbroken, ground state
                        = \kappa|g\rangle                                              % eigenvalue
        \hat U|w\rangle = \hat U|w\rangle\langle w|w\rangle                            % normalised
                        = |w\rangle\langle w|\hat U|w\rangle                           % unbroken, another
                        = \mu|w\rangle                                                 % other eigenvalue
        \hat H|s\rangle = E_0|s\rangle                                                 % sum, ground state, another
        \hat U|s\rangle\langle s|s\rangle = |s\rangle\langle s|\hat U|s\rangle         % unbroken, above
        \langle g|\hat U|s\rangle\langle s|s\rangle = \langle g|s\rangle\langle s|\hat U|s\rangle    % above
        \langle g|\hat U|s\rangle = \kappa                                             % sum, above, normalised, orthogonal
        \langle s|\hat U|s\rangle = \kappa + \mu                                       % sum, above, normalised, orthogonal
        \langle s|s\rangle = 2                                                         % sum, normalised, orthogonal
        \langle g|s\rangle = 1                                                         % sum, normalised, orthogonal
        2 \kappa = \kappa + \mu                                                        % above
        \kappa = \mu                                                                   % above
        \hat U|w\rangle = \kappa|w\rangle                                              % above
    """,
)
