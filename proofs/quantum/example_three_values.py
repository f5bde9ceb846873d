"""A superposition for the values 1, 5 and 7, and the probability of 5."""

from derive import Theorem, definition, law

from ..sources import quantum_mechanics
from .board import glossary

example_three_values = Theorem(
    "quantum.example_three_values",
    title="The probability of 5 among the values 1, 5 and 7",
    source=quantum_mechanics("B060 B061 B062 B064 B067", "Postulate 4"),
    glossary=glossary,
    given={
        "1 and 5": definition(r"\langle 1|5\rangle = 0"),
        "1 and 7": definition(r"\langle 1|7\rangle = 0"),
        "5 and 7": definition(r"\langle 5|7\rangle = 0"),
        "norm of 1": definition(r"\langle 1|1\rangle = 1"),
        "norm of 5": definition(r"\langle 5|5\rangle = 1"),
        "norm of 7": definition(r"\langle 7|7\rangle = 1"),
        "superposition": law(
            r"|\psi\rangle = c_1|1\rangle + c_5|5\rangle + c_7|7\rangle", quantum_mechanics("B060")
        ),
        "state": law(r"|c_1|^2 + |c_5|^2 + |c_7|^2 \neq 0", "a state is not the zero vector"),
        "probability": definition(
            r"P_5\langle\psi|\psi\rangle\langle 5|5\rangle = |\langle 5|\psi\rangle|^2",
            quantum_mechanics("B067"),
        ),
    },
    claim=[
        r"\langle\psi|\psi\rangle = |c_1|^2 + |c_5|^2 + |c_7|^2",
        r"P_5 = \frac{|c_5|^2}{|c_1|^2 + |c_5|^2 + |c_7|^2}",
    ],
    proof=r"""
        \langle 5|\psi\rangle = c_1\langle 5|1\rangle + c_5\langle 5|5\rangle + c_7\langle 5|7\rangle    % superposition
            = c_5                                                      % 1 and 5, 5 and 7, norm of 5
        \langle\psi|\psi\rangle = (c_1^*\langle 1| + c_5^*\langle 5| + c_7^*\langle 7|)(c_1|1\rangle + c_5|5\rangle + c_7|7\rangle)    % superposition
            = |c_1|^2 + |c_5|^2 + |c_7|^2                              % norm of 1, norm of 5, norm of 7, 1 and 5, 1 and 7, 5 and 7
        P_5(|c_1|^2 + |c_5|^2 + |c_7|^2) = P_5\langle\psi|\psi\rangle\langle 5|5\rangle    % above, norm of 5
            = |\langle 5|\psi\rangle|^2                                % probability
            = |c_5|^2                                                  % above
        P_5 = \frac{|c_5|^2}{|c_1|^2 + |c_5|^2 + |c_7|^2}              % above, state
    """,
)
