"""The uncertainty relation of Robertson, for any two quantities and any state."""

from derive import Theorem, definition, law

from ..sources import quantum_mechanics
from .notation import glossary

robertson = Theorem(
    "symmetry.robertson",
    title="Uncertainty relation of Robertson",
    source=quantum_mechanics("B070", "Expectation value; a further result"),
    glossary=glossary,
    given={
        "first deviation": definition(r"|\phi\rangle = \left(\hat A - \alpha\right)|\psi\rangle"),
        "second deviation": definition(r"|\chi\rangle = \left(\hat B - \beta\right)|\psi\rangle"),
        "covariance": definition(r"\gamma = \langle\phi|\chi\rangle + \langle\chi|\phi\rangle"),
        "orthogonal part": definition(
            r"|\eta\rangle = |\chi\rangle - \nu\langle\phi|\chi\rangle|\phi\rangle"
        ),
        "inverse": law(
            r"\nu\langle\phi|\phi\rangle = 1", "not 0; in an eigenstate of A both sides vanish"
        ),
    },
    claim=r"\langle\psi|[\hat A, \hat B]|\psi\rangle^*\langle\psi|[\hat A, \hat B]|\psi\rangle \le 4 \langle\phi|\phi\rangle\langle\chi|\chi\rangle",
    proof=r"""
        \langle\phi|\eta\rangle = \langle\phi|\chi\rangle - \nu\langle\phi|\chi\rangle\langle\phi|\phi\rangle                   % orthogonal part
                                = 0                                                                                             % inverse
        \langle\eta|\eta\rangle = \langle\chi|\eta\rangle - \nu\langle\chi|\phi\rangle\langle\phi|\eta\rangle                   % orthogonal part
                                = \langle\chi|\eta\rangle                                                                       % above
                                = \langle\chi|\chi\rangle - \nu\langle\chi|\phi\rangle\langle\phi|\chi\rangle                   % orthogonal part
        \langle\phi|\phi\rangle\langle\eta|\eta\rangle = \langle\phi|\phi\rangle\langle\chi|\chi\rangle - \nu\langle\phi|\phi\rangle\langle\phi|\chi\rangle\langle\chi|\phi\rangle   % above
            = \langle\phi|\phi\rangle\langle\chi|\chi\rangle - \langle\phi|\chi\rangle\langle\chi|\phi\rangle                   % inverse
        \langle\psi|[\hat A, \hat B]|\psi\rangle = \langle\phi|\chi\rangle - \langle\chi|\phi\rangle                            % first deviation, second deviation
        \langle\psi|[\hat A, \hat B]|\psi\rangle^*\langle\psi|[\hat A, \hat B]|\psi\rangle = -\left(\langle\phi|\chi\rangle - \langle\chi|\phi\rangle\right)^2   % above
            = 4 \langle\phi|\chi\rangle\langle\chi|\phi\rangle - \gamma^2                                                       % covariance
            \le 4 \langle\phi|\chi\rangle\langle\chi|\phi\rangle
            = 4 \langle\phi|\phi\rangle\langle\chi|\chi\rangle - 4 \langle\phi|\phi\rangle\langle\eta|\eta\rangle               % above
            \le 4 \langle\phi|\phi\rangle\langle\chi|\chi\rangle
    """,
    models=[
        {
            "V": 2,
            "psi": [1, 0],
            "A": [[0, 1], [1, 0]],
            "B": [[0, 1], [0, 0]],
            "alpha": 0,
            "beta": 0,
            "without": "B",
        }
    ],
)
