"""Operators on a row of spins ½, written as sums of products of Pauli matrices.

A product of Pauli matrices maps each basis state to a multiple of one other, so that its matrix
follows from two bit masks.  Main result: `SpinSum`, a sum of such products, which is given exactly
(SymPy), as an array (NumPy), as a sparse matrix (SciPy), and as a linear operator without a matrix.
The first spin is the first factor of the tensor product; 0 is spin up, σ_z = +1.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from derive.language.errors import LanguageError

if TYPE_CHECKING:
    import numpy as np
    import sympy
    from scipy.sparse import csr_array
    from scipy.sparse.linalg import LinearOperator

    Array: TypeAlias = np.ndarray[Any, np.dtype[Any]]

MOST_SPINS = 30
"""A basis state is a 32-bit integer."""


@dataclass(frozen=True)
class Product:
    """A number times a product of Pauli matrices.

    Args:
        coefficient: the number; SymPy numbers, integers and fractions stay exact.
        factors: for each place in the row, counted from 0, one of "X", "Y" and "Z".
    """

    coefficient: Any
    factors: Mapping[int, str]


class SpinSum:
    """A sum of products of Pauli matrices on a row of spins.

    Args:
        spins: how many spins there are.
        products: the terms of the sum.
    """

    def __init__(self, spins: int, products: Iterable[Product]) -> None:
        if not 1 <= spins <= MOST_SPINS:
            raise LanguageError(f"{spins} spins: there must be 1 to {MOST_SPINS}")
        self.spins = spins
        self.products = tuple(products)

    @property
    def size(self) -> int:
        """The dimension of the space."""
        return 1 << self.spins

    def exact(self) -> sympy.Matrix:
        """The matrix with exact entries."""
        import sympy

        matrix = sympy.zeros(self.size, self.size)
        for product in self.products:
            flipped, signed, quarter_turns = self._masks(product)
            value = sympy.sympify(product.coefficient) * sympy.I**quarter_turns
            for state in range(self.size):
                sign = -1 if (state & signed).bit_count() % 2 else 1
                matrix[state ^ flipped, state] += sign * value
        return matrix

    def dense(self) -> Array:
        """The matrix as an array of floating-point numbers."""
        array: Array = self.sparse().toarray()
        return array

    def sparse(self) -> csr_array:
        """The matrix with only its entries that are not 0."""
        import numpy as np
        from scipy.sparse import csr_array

        states = np.arange(self.size, dtype=np.int32)
        bands = self._bands()
        values = np.empty((self.size, len(bands)), np.result_type(float, *bands.values()))
        for column, band in enumerate(bands.values()):
            values[:, column] = band
        places = states[:, None] ^ np.fromiter(bands, np.int32)[None, :]
        kept = values != 0
        starts = np.concatenate([[0], np.cumsum(kept.sum(axis=1))])
        starts = starts.astype(np.int32 if starts[-1] < 2**31 else np.int64)
        return csr_array((values[kept], places[kept], starts), shape=(self.size,) * 2)

    def operator(self) -> LinearOperator:
        """The map of states to states; it stores a diagonal for each pattern of flipped spins."""
        import numpy as np
        from scipy.sparse.linalg import LinearOperator

        states = np.arange(self.size, dtype=np.int32)
        bands = self._bands()

        def apply(vectors: Array) -> Array:
            columns = vectors.reshape(self.size, -1)
            result = np.zeros(columns.shape, np.result_type(columns, *bands.values()))
            for flipped, band in bands.items():
                moved = columns if not flipped else columns[states ^ np.int32(flipped)]
                result += moved * (band if band.ndim == 0 else band[:, None])
            return result.reshape(vectors.shape)

        dtype = np.result_type(float, *bands.values())
        return LinearOperator(
            (self.size,) * 2, matvec=apply, matmat=apply, rmatvec=apply, dtype=dtype
        )

    def _masks(self, product: Product) -> tuple[int, int, int]:
        """Which spins it flips, whose signs it takes, and which power of i it brings."""
        flipped = signed = quarter_turns = 0
        for place, factor in product.factors.items():
            if not 0 <= place < self.spins:
                raise LanguageError(f"place {place} is not in a row of {self.spins} spins")
            bit = 1 << (self.spins - 1 - place)
            if factor not in ("X", "Y", "Z"):
                raise LanguageError(f"{factor!r} is none of the Pauli matrices X, Y, Z")
            flipped |= bit if factor in "XY" else 0
            signed |= bit if factor in "YZ" else 0
            quarter_turns += factor == "Y"
        return flipped, signed, quarter_turns % 4

    def _bands(self) -> dict[int, Array]:
        """For each pattern of flipped spins, the entries ⟨s|·|s with these flipped⟩.

        An entry that does not depend on s is kept as one number.
        """
        import numpy as np

        states = np.arange(self.size, dtype=np.int32)
        bands: dict[int, Array] = {0: np.array(0.0)}
        for product in self.products:
            flipped, signed, quarter_turns = self._masks(product)
            coefficient = complex(product.coefficient) * 1j**quarter_turns
            value = coefficient if coefficient.imag else coefficient.real
            # ⟨s|X^a Z^b|s⊕a⟩: Z acts on the flipped state
            signs = np.bitwise_count((states ^ np.int32(flipped)) & np.int32(signed)) & 1
            band = np.where(signs, -value, value) if signed else np.array(value)
            bands[flipped] = bands[flipped] + band if flipped in bands else band
        return bands
