"""The expectation value in a superposition for the values 1 and 5."""

from derive import Theorem, definition, law

from ..sources import quantum_mechanics
from .board import glossary

example_expectation = Theorem(
    "quantum.example_expectation",
    title="Expectation value for the values 1 and 5",
    source=quantum_mechanics("B066 B070 B071", "Expectation value"),
    glossary=glossary,
    given={
        "1 and 5": definition(r"\langle 1|5\rangle = 0"),
        "norm of 1": definition(r"\langle 1|1\rangle = 1"),
        "norm of 5": definition(r"\langle 5|5\rangle = 1"),
        "value 1": law(r"\hat O|1\rangle = |1\rangle", quantum_mechanics("B063")),
        "value 5": law(r"\hat O|5\rangle = 5|5\rangle", quantum_mechanics("B063")),
        "superposition": law(
            r"|\psi\rangle = c_1|1\rangle + c_5|5\rangle", quantum_mechanics("B066")
        ),
        "probability of 1": definition(
            r"P_1 = |\langle 1|\psi\rangle|^2", quantum_mechanics("B067")
        ),
        "probability of 5": definition(
            r"P_5 = |\langle 5|\psi\rangle|^2", quantum_mechanics("B067")
        ),
    },
    claim=r"\langle\psi|\hat O|\psi\rangle = 1 P_1 + 5 P_5",
    proof=r"""
        \langle\psi|\hat O|\psi\rangle = (\langle 1|c_1^* + \langle 5|c_5^*)\hat O(c_1|1\rangle + c_5|5\rangle)    % superposition
            = |c_1|^2\langle 1|\hat O|1\rangle + c_1^* c_5\langle 1|\hat O|5\rangle + c_5^* c_1\langle 5|\hat O|1\rangle + |c_5|^2\langle 5|\hat O|5\rangle
            = |c_1|^2\langle 1|\hat O|1\rangle + 5 c_1^* c_5\langle 1|5\rangle + c_5^* c_1\langle 5|1\rangle + |c_5|^2\langle 5|\hat O|5\rangle    % value 1, value 5
            = 1 |c_1|^2 + 5 |c_5|^2                                       % value 1, value 5, norm of 1, norm of 5, 1 and 5
            = 1 |\langle 1|\psi\rangle|^2 + 5 |\langle 5|\psi\rangle|^2    % superposition, norm of 1, norm of 5, 1 and 5
            = 1 P_1 + 5 P_5                                               % probability of 1, probability of 5
    """,
)
