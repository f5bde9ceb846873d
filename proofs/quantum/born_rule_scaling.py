"""A probability does not change with the lengths of the two vectors."""

from derive import Theorem, definition, law

from ..sources import quantum_mechanics
from .notation import glossary

born_rule_scaling = Theorem(
    "quantum.born_rule_scaling",
    title="Probabilities belong to rays",
    source=quantum_mechanics("B015 B057 B067", "Probability of a value"),
    glossary=glossary,
    given={
        "state": law(r"|\psi\rangle \neq 0", quantum_mechanics("B015")),
        "eigenvector": law(r"|a\rangle \neq 0", "an eigenvector is not the zero vector"),
        "factor of the state": law(r"c \neq 0", "otherwise no state is left"),
        "factor of the eigenvector": law(r"d \neq 0", "otherwise no eigenvector is left"),
        "longer state": definition(r"|\phi\rangle = c|\psi\rangle"),
        "longer eigenvector": definition(r"|b\rangle = d|a\rangle"),
        "probability": definition(
            r"P = \frac{|\langle a|\psi\rangle|^2}{\langle a|a\rangle\langle\psi|\psi\rangle}",
            quantum_mechanics("B067"),
        ),
        "probability again": definition(
            r"Q\langle b|b\rangle\langle\phi|\phi\rangle = |\langle b|\phi\rangle|^2",
            quantum_mechanics("B067"),
        ),
    },
    claim=r"Q = P",
    proof=r"""
        |c|^2 |d|^2 Q\langle a|a\rangle\langle\psi|\psi\rangle = Q\langle b|b\rangle\langle\phi|\phi\rangle    % longer state, longer eigenvector
            = |\langle b|\phi\rangle|^2                       % probability again
            = |c|^2 |d|^2 |\langle a|\psi\rangle|^2           % longer state, longer eigenvector
        Q\langle a|a\rangle\langle\psi|\psi\rangle = |\langle a|\psi\rangle|^2    % above, factor of the state, factor of the eigenvector
        Q = \frac{|\langle a|\psi\rangle|^2}{\langle a|a\rangle\langle\psi|\psi\rangle}    % above, state, eigenvector
          = P                                                 % probability
    """,
)
