"""Hypothesis strategies for exact matrices and states of which something is known beforehand.

Strategies give `derive.linalg.ExactMatrix`, with `to_sympy()` and `to_numpy()`; each takes a size,
a strategy for sizes, or None for 1 to 4 rows.  All shrink to what a lecturer would write on a
board: few rows, diagonal, small integers.
"""

from __future__ import annotations

from derive.strategies.floats import (
    float_hermitian_matrices,
    float_matrices,
    float_unitaries,
    rounded,
)
from derive.strategies.hermitians import Diagonalised, diagonalised, hermitian_matrices, spectra
from derive.strategies.numbers import gaussian_rationals, rationals
from derive.strategies.pairs import (
    BreakingInstance,
    Pair,
    breaking_instances,
    commuting_pairs,
    pairs_mixing_two_levels,
    pairs_off_one_level,
)
from derive.strategies.states import (
    density_matrices,
    isometries,
    matrices,
    nonzero_vectors,
    projectors,
    unit_vectors,
    vectors,
)
from derive.strategies.unitaries import (
    FiniteOrder,
    cayley_transforms,
    finite_order_unitaries,
    reflections,
    signed_permutations,
    unitaries,
)

__all__ = [
    "BreakingInstance",
    "Diagonalised",
    "FiniteOrder",
    "Pair",
    "breaking_instances",
    "cayley_transforms",
    "commuting_pairs",
    "density_matrices",
    "diagonalised",
    "finite_order_unitaries",
    "float_hermitian_matrices",
    "float_matrices",
    "float_unitaries",
    "gaussian_rationals",
    "hermitian_matrices",
    "isometries",
    "matrices",
    "nonzero_vectors",
    "pairs_mixing_two_levels",
    "pairs_off_one_level",
    "projectors",
    "rationals",
    "reflections",
    "rounded",
    "signed_permutations",
    "spectra",
    "unit_vectors",
    "unitaries",
    "vectors",
]
