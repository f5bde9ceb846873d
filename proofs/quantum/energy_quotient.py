"""In an eigenstate the quotient of inner products is the eigenvalue."""

from derive import Theorem, definition, law

from ..sources import quantum_mechanics
from .notation import glossary

energy_quotient = Theorem(
    "quantum.energy_quotient",
    title="The eigenvalue as a quotient of inner products",
    source=quantum_mechanics("B050", "Theory"),
    glossary=glossary,
    given={
        "eigenvector": law(r"\hat O|o\rangle = o|o\rangle", quantum_mechanics("B036")),
        "not zero": definition(r"|o\rangle \neq 0", "an eigenvector is not the zero vector"),
        "quotient": definition(
            r"c = \frac{\langle o|\hat O|o\rangle}{\langle o|o\rangle}", quantum_mechanics("B050")
        ),
    },
    claim=r"c = o",
    proof=r"""
        c = \frac{\langle o|\hat O|o\rangle}{\langle o|o\rangle}    % quotient
          = \frac{o\langle o|o\rangle}{\langle o|o\rangle}    % eigenvector
          = o                                                                                       % not zero
    """,
)
