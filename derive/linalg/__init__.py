"""Linear algebra of states and symmetries on matrices: exact, floating-point and large ones.

What a student runs is exported here: `eigenspaces`, `ground_space`, `is_symmetric_state`,
`is_symmetry`, `symmetry_breaking`, `born_probabilities`, `expectation`, `order_parameter`, and
`verify_certificate`, which checks an exact verdict again by additions and multiplications.

Reading order: `fields` and `matrices` are exact arithmetic; `spectra` and `symmetries` decide on
exact matrices; `certificates` and `checking` make and check the evidence; `approximate`, `sectors`
and `lanczos` treat floating-point numbers; `breaking` and `measurement` are the definitions.
"""

from __future__ import annotations

from derive.linalg.breaking import (
    Eigenspace,
    SymmetryBreaking,
    eigenspaces,
    ground_space,
    symmetry_breaking,
)
from derive.linalg.certificates import Certificate, is_about
from derive.linalg.checking import CertificateError, verify_certificate
from derive.linalg.errors import (
    MatrixError,
    NotASymmetry,
    NotHermitian,
    NotUnitary,
    ShapeError,
    UnreadableEntry,
    ZeroState,
)
from derive.linalg.lanczos import SectorLevels, lowest_levels
from derive.linalg.matrices import ExactMatrix
from derive.linalg.measurement import (
    Measurement,
    OrderParameter,
    born_probabilities,
    expectation,
    is_symmetric_state,
    is_symmetry,
    order_parameter,
)
from derive.linalg.reading import exact
from derive.linalg.sectors import Sector, sectors

__all__ = [
    "Certificate",
    "CertificateError",
    "Eigenspace",
    "ExactMatrix",
    "MatrixError",
    "Measurement",
    "NotASymmetry",
    "NotHermitian",
    "NotUnitary",
    "OrderParameter",
    "Sector",
    "SectorLevels",
    "ShapeError",
    "SymmetryBreaking",
    "UnreadableEntry",
    "ZeroState",
    "born_probabilities",
    "eigenspaces",
    "exact",
    "expectation",
    "ground_space",
    "is_about",
    "is_symmetric_state",
    "is_symmetry",
    "lowest_levels",
    "order_parameter",
    "sectors",
    "symmetry_breaking",
    "verify_certificate",
]
