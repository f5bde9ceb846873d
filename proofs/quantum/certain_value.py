"""In an eigenstate its value is certain, and no other value occurs."""

from derive import Theorem, definition, law

from ..sources import quantum_mechanics
from .notation import glossary
from .orthogonality import orthogonality

certain_value = Theorem(
    "quantum.certain_value",
    title="In an eigenstate one value has probability 1, the others 0",
    source=quantum_mechanics("B055 B059 B069", "Probability of a value"),
    glossary=glossary,
    given={
        "orthogonal": orthogonality,
        "not zero": definition(r"|o_1\rangle \neq 0", "an eigenvector is not the zero vector"),
        "second not zero": definition(
            r"|o_2\rangle \neq 0", "an eigenvector is not the zero vector"
        ),
        "eigenstate": definition(r"|\psi\rangle = c|o_1\rangle", quantum_mechanics("B059")),
        "factor": law(r"c \neq 0", "otherwise no state is left"),
        "first probability": definition(
            r"P_1\langle o_1|o_1\rangle\langle\psi|\psi\rangle = |\langle o_1|\psi\rangle|^2",
            quantum_mechanics("B067"),
        ),
        "second probability": definition(
            r"P_2\langle o_2|o_2\rangle\langle\psi|\psi\rangle = |\langle o_2|\psi\rangle|^2",
            quantum_mechanics("B067"),
        ),
    },
    claim=[
        r"P_1 = 1",
        r"P_2 = 0",
    ],
    proof=r"""
        |c|^2 P_1\langle o_1|o_1\rangle\langle o_1|o_1\rangle = P_1\langle o_1|o_1\rangle\langle\psi|\psi\rangle    % eigenstate
            = |\langle o_1|\psi\rangle|^2                              % first probability
            = |c|^2 |\langle o_1|o_1\rangle|^2                         % eigenstate
        P_1 = 1                                                        % above, factor, not zero
        |c|^2 P_2\langle o_2|o_2\rangle\langle o_1|o_1\rangle = P_2\langle o_2|o_2\rangle\langle\psi|\psi\rangle    % eigenstate
            = |\langle o_2|\psi\rangle|^2                              % second probability
            = |c|^2 |\langle o_2|o_1\rangle|^2                         % eigenstate
            = 0                                                        % orthogonal
        P_2 = 0                                                        % above, factor, not zero, second not zero
    """,
)
