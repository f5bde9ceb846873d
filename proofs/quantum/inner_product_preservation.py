"""What keeps the norm of every vector keeps every inner product."""

from derive import Theorem, law

from ..sources import quantum_mechanics
from .norm_preservation import norm_preservation
from .notation import glossary

inner_product_preservation = Theorem(
    "quantum.inner_product_preservation",
    title="A transformation that keeps every norm keeps inner products",
    source=quantum_mechanics("B074", "Transformation of state vectors"),
    glossary=glossary,
    given={
        "norm": law(
            r"\forall |\psi\rangle: \langle\psi|\hat U^\dagger\hat U|\psi\rangle = \langle\psi|\psi\rangle",
            quantum_mechanics("B074"),
        ),
        "isometry": norm_preservation,
    },
    claim=r"\langle\phi|\hat U^\dagger\hat U|\psi\rangle = \langle\phi|\psi\rangle",
    immediate="the matrix elements of what was shown",
)
