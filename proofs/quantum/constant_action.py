"""A constant expectation value makes every state an eigenvector."""

from derive import Suppose, Theorem, law

from ..sources import quantum_mechanics
from .constant_matrix_elements import constant_matrix_elements
from .notation import glossary

constant_action = Theorem(
    "quantum.constant_action",
    title="Every state is an eigenvector where the expectation value is constant",
    source=quantum_mechanics("B055 B070", "Postulate 2"),
    glossary=glossary,
    given={
        "everywhere": law(
            r"\forall |\psi\rangle: \langle\psi|\hat X|\psi\rangle = c\langle\psi|\psi\rangle",
            "the same expectation value in every state",
        ),
        "matrix elements": constant_matrix_elements.at(phi=r"(\hat X - c)|\psi\rangle"),
    },
    claim=r"\forall |\psi\rangle: \hat X|\psi\rangle = c|\psi\rangle",
    proof=Suppose(
        {"any state": r"\langle\psi|\psi\rangle \ge 0"},
        r"""
        \langle\psi|\hat X|\psi\rangle = c\langle\psi|\psi\rangle    % everywhere
        \langle\psi|(\hat X - c)^\dagger(\hat X - c)|\psi\rangle = 0    % matrix elements
        (\hat X - c)|\psi\rangle = 0                                    % above
        \hat X|\psi\rangle = c|\psi\rangle                              % above
        """,
    ),
)
