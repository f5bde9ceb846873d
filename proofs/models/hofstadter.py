"""A charged particle that hops on a square lattice in a magnetic field.

Through each cell goes the same flux, a rational part of a flux quantum.  A hop to the next row has
the phase 2π·flux·x, one to the next column none (Landau gauge).  Main results:
`HofstadterLattice`, on a torus, a ribbon or an open rectangle, with its magnetic translations.  On
the torus they satisfy T_x T_y = exp(2πi·flux) T_y T_x, so that each level of flux p/q is at least
q-fold degenerate.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any, TypeAlias

from derive.language.errors import LanguageError

if TYPE_CHECKING:
    import numpy as np
    import sympy
    from scipy.sparse import csr_array

    Array: TypeAlias = np.ndarray[Any, np.dtype[Any]]


@dataclass(frozen=True)
class HofstadterLattice:
    """H = −Σ (hops to the four neighbours, with their phases).

    Args:
        width: how many columns of sites there are, x = 0, 1, …
        height: how many rows there are, y = 0, 1, …
        flux: the flux through a cell in flux quanta.
        periodic_x: whether the last column is a neighbour of the first.
        periodic_y: whether the last row is a neighbour of the first.
    """

    width: int
    height: int
    flux: Fraction
    periodic_x: bool = True
    periodic_y: bool = True

    def __post_init__(self) -> None:
        if self.width < 1 or self.height < 1:
            raise LanguageError(f"a lattice of {self.width}×{self.height} sites")
        if self.periodic_x and self.periodic_y and (self.width * self.flux).denominator > 1:
            raise LanguageError(
                f"on a torus of width {self.width} the flux {self.flux} gives a row of cells "
                f"{self.width * self.flux} flux quanta, which is not a whole number"
            )

    @property
    def size(self) -> int:
        """The number of sites."""
        return self.width * self.height

    def site(self, x: int, y: int) -> int:
        """The number of a site; beyond an edge the counting starts again."""
        return x % self.width * self.height + y % self.height

    def hops(self) -> Iterator[tuple[int, int, Fraction]]:
        """Where each hop to the right or upwards leads and begins, and its phase in turns."""
        for x in range(self.width):
            for y in range(self.height):
                if self.periodic_x or x + 1 < self.width:
                    yield self.site(x + 1, y), self.site(x, y), Fraction(0)
                if self.periodic_y or y + 1 < self.height:
                    yield self.site(x, y + 1), self.site(x, y), self.flux * x % 1

    def exact(self) -> sympy.Matrix:
        """The Hamiltonian with exact entries."""
        import sympy

        matrix = sympy.zeros(self.size, self.size)
        for target, source, turn in self.hops():
            angle = 2 * sympy.pi * sympy.Rational(turn.numerator, turn.denominator)
            matrix[target, source] -= sympy.cos(angle) + sympy.I * sympy.sin(angle)
            matrix[source, target] -= sympy.cos(angle) - sympy.I * sympy.sin(angle)
        return matrix

    def dense(self) -> Array:
        """The Hamiltonian as an array."""
        array: Array = self.sparse().toarray()
        return array

    def sparse(self) -> csr_array:
        """The Hamiltonian with only its entries that are not 0."""
        import numpy as np
        from scipy.sparse import csr_array

        targets, sources, turns = zip(*self.hops(), strict=True)
        forward = csr_array(
            (-_phases(np.array(turns, float)), (targets, sources)), shape=(self.size,) * 2
        )
        return (forward + forward.conj().T).tocsr()

    def translation_x(self) -> csr_array:
        """One site to the right, with the phase that makes it commute with the Hamiltonian."""
        self._check_torus((self.height * self.flux).denominator == 1, "height")
        return self._moved(1, 0, self.flux)

    def translation_y(self) -> csr_array:
        """One site upwards."""
        self._check_torus(True, "height")
        return self._moved(0, 1, Fraction(0))

    def commuting_translations(self) -> tuple[csr_array, csr_array]:
        """Through as many columns as give whole flux quanta, and one site upwards."""
        self._check_torus(True, "width")
        return self._moved(self.flux.denominator, 0, Fraction(0)), self.translation_y()

    def _check_torus(self, whole: bool, side: str) -> None:
        if not (self.periodic_x and self.periodic_y):
            raise LanguageError("only a torus has translations")
        if not whole:
            raise LanguageError(f"the {side} times the flux {self.flux} is not a whole number")

    def _moved(self, right: int, up: int, turn: Fraction) -> csr_array:
        import numpy as np
        from scipy.sparse import csr_array

        x, y = np.divmod(np.arange(self.size), self.height)
        targets = (x + right) % self.width * self.height + (y + up) % self.height
        phases = _phases(np.array([float(turn * int(row) % 1) for row in y]))
        return csr_array((phases, (targets, np.arange(self.size))), shape=(self.size,) * 2)


def _phases(turns: Array) -> Array:
    """The numbers exp(2πi·turn); quarter turns are exact."""
    import numpy as np

    quarters = np.round(4 * turns)
    exact = np.array([1, 1j, -1, -1j])[quarters.astype(int) % 4]
    phases: Array = np.where(4 * turns == quarters, exact, np.exp(2j * np.pi * turns))
    return phases
