"""What commutes with the Hamiltonian has a constant mean in every state."""

from derive import Theorem, law

from ..sources import SAKURAI, quantum_mechanics
from .notation import glossary

conserved_quantity = Theorem(
    "symmetry.conserved_quantity",
    title="A symmetry conserves the mean of its generator",
    source=quantum_mechanics("B082", "Symmetry of a theory; a further result"),
    glossary=glossary,
    given={
        "Schroedinger equation": law(
            r"i\hbar|\dot\psi\rangle = \hat H|\psi\rangle", f"{SAKURAI}, section 2.1"
        ),
        "Hermitian": law(r"\hat H^\dagger = \hat H", quantum_mechanics("B049")),
        "symmetry": law(r"[\hat H, \hat Q] = 0", quantum_mechanics("B082")),
    },
    claim=r"\langle\dot\psi|\hat Q|\psi\rangle + \langle\psi|\hat Q|\dot\psi\rangle = 0",
    proof=r"""
        -i\hbar\langle\dot\psi| = \langle\psi|\hat H              % Schroedinger equation, Hermitian
        i\hbar\left(\langle\dot\psi|\hat Q|\psi\rangle + \langle\psi|\hat Q|\dot\psi\rangle\right) = -\langle\psi|\hat H\hat Q|\psi\rangle + \langle\psi|\hat Q\hat H|\psi\rangle      % Schroedinger equation, above
             = 0                                                  % symmetry
        \langle\dot\psi|\hat Q|\psi\rangle + \langle\psi|\hat Q|\dot\psi\rangle = 0      % above
    """,
)
