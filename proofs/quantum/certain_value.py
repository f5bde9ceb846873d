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
        "Hermitian": law(r"\hat O^\dagger = \hat O", quantum_mechanics("B009")),
        "first eigenvector": law(r"\hat O|o_1\rangle = o_1|o_1\rangle", quantum_mechanics("B036")),
        "second eigenvector": law(r"\hat O|o_2\rangle = o_2|o_2\rangle", quantum_mechanics("B036")),
        "distinct": law(r"o_1 \neq o_2", quantum_mechanics("B047")),
        "not zero": definition(r"|o_1\rangle \neq 0", "an eigenvector is not the zero vector"),
        "second not zero": definition(r"|o_2\rangle \neq 0", "an eigenvector is not the zero vector"),
        "first probability": definition(
            r"P_1 = \frac{|\langle o_1|o_1\rangle|^2}{\langle o_1|o_1\rangle\langle o_1|o_1\rangle}", quantum_mechanics("B067")
        ),
        "second probability": definition(
            r"P_2 = \frac{|\langle o_2|o_1\rangle|^2}{\langle o_1|o_1\rangle\langle o_2|o_2\rangle}", quantum_mechanics("B067")
        ),
    },
    claim=[
        r"P_1 = 1",
        r"P_2 = 0",
    ],
    proof=r"""
        P_1 = \frac{|\langle o_1|o_1\rangle|^2}{\langle o_1|o_1\rangle\langle o_1|o_1\rangle}    % first probability
            = 1                                                                              % not zero
        P_2 = \frac{|\langle o_2|o_1\rangle|^2}{\langle o_1|o_1\rangle\langle o_2|o_2\rangle}    % second probability
            = 0                                                                              % orthogonal
    """,
)
