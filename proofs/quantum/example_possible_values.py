"""A state made of two parts gives only their two values."""

from derive import Theorem, definition, law

from ..sources import quantum_mechanics
from .board import glossary

_BASIS = {"ket_1": [1, 0], "ket_5": [0, 1], "ket_7": [0, 0]}
_ONE, _FIVE = {**_BASIS, "V": 2, "c_1": 1, "c_5": 0}, {**_BASIS, "V": 2, "c_1": 0, "c_5": 1}

example_possible_values = Theorem(
    "quantum.example_possible_values",
    title="The values 1 and 5 are possible, 7 is not",
    source=quantum_mechanics("B065 B066 B067", "Physical quantities"),
    glossary=glossary,
    given={
        "1 and 5": definition(r"\langle 1|5\rangle = 0"),
        "1 and 7": definition(r"\langle 1|7\rangle = 0"),
        "5 and 7": definition(r"\langle 5|7\rangle = 0"),
        "norm of 1": definition(r"\langle 1|1\rangle = 1"),
        "norm of 5": definition(r"\langle 5|5\rangle = 1"),
        "superposition": law(
            r"|\psi\rangle = c_1|1\rangle + c_5|5\rangle", quantum_mechanics("B066")
        ),
        "state": law(r"\langle\psi|\psi\rangle \neq 0", "a state is not the zero vector"),
        "probability of 1": definition(
            r"P_1 = \frac{|\langle 1|\psi\rangle|^2}{\langle\psi|\psi\rangle}",
            quantum_mechanics("B067"),
        ),
        "probability of 5": definition(
            r"P_5 = \frac{|\langle 5|\psi\rangle|^2}{\langle\psi|\psi\rangle}",
            quantum_mechanics("B067"),
        ),
        "probability of 7": definition(
            r"P_7 = \frac{|\langle 7|\psi\rangle|^2}{\langle\psi|\psi\rangle}",
            quantum_mechanics("B067"),
        ),
    },
    claim=[
        r"P_7 = 0",
        r"P_1 + P_5 = 1",
    ],
    proof=r"""
        \langle 7|\psi\rangle = c_1\langle 7|1\rangle + c_5\langle 7|5\rangle    % superposition
            = 0                                                          % 1 and 7, 5 and 7
        P_7 = 0                                                          % above, probability of 7
        \langle\psi|\psi\rangle = (c_1^*\langle 1| + c_5^*\langle 5|)(c_1|1\rangle + c_5|5\rangle)    % superposition
            = |c_1|^2 + |c_5|^2                                          % norm of 1, norm of 5, 1 and 5
            = |\langle 1|\psi\rangle|^2 + |\langle 5|\psi\rangle|^2      % superposition, norm of 1, norm of 5, 1 and 5
        P_1 + P_5 = \frac{|\langle 1|\psi\rangle|^2 + |\langle 5|\psi\rangle|^2}{\langle\psi|\psi\rangle}    % probability of 1, probability of 5
            = \frac{\langle\psi|\psi\rangle}{\langle\psi|\psi\rangle}    % above
            = 1                                                          % state
    """,
    models=[
        {**_ONE, "ket_7": [1, 0], "without": "1 and 7"},
        {**_FIVE, "ket_7": [0, 1], "without": "5 and 7"},
        {**_ONE, "ket_1": [2, 0], "without": "norm of 1"},
        {**_FIVE, "ket_5": [0, 2], "without": "norm of 5"},
        {
            "V": 3,
            "ket_1": [1, 0, 0],
            "ket_5": [0, 1, 0],
            "ket_7": [0, 0, 1],
            "psi": [0, 0, 1],
            "without": "superposition",
        },
        {**_ONE, "P_1": 0, "without": "probability of 1"},
        {**_ONE, "P_5": 1, "without": "probability of 5"},
    ],
)
