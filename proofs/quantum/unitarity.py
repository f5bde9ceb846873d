"""What keeps the norm is unitary, where one-sided inverses are two-sided."""

from derive import Theorem, cited

from ..sources import quantum_mechanics
from .norm_preservation import norm_preservation
from .notation import glossary

unitarity = Theorem(
    "quantum.unitarity",
    title="A transformation that keeps every norm is unitary",
    source=quantum_mechanics("B009 B074", "Transformation of state vectors"),
    glossary=glossary,
    given={
        "isometry": norm_preservation,
        "finite dimension": cited(
            r"\forall \hat X: \hat X\hat U = 1 \Rightarrow \hat U\hat X = 1",
            "S. Axler, Linear Algebra Done Right, 4th edition (2024), 3.65 and 3.68",
        ),
    },
    claim=r"\hat U\hat U^\dagger = 1",
    proof=r"""
        \hat U^\dagger\hat U = 1    % isometry
        \hat U\hat U^\dagger = 1    % above, finite dimension
    """,
)
