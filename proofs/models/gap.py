"""The closing of the gap of the open Ising chain in a transverse field h < 1.

Main results: `measured_gap`, the difference of the lowest levels of the two sectors of the spin
flip, with its error; `fermion_gap`, twice the least singular value of the N×N matrix with h on the
diagonal and 1 beside it, to which free fermions reduce the 2ᴺ×2ᴺ problem; `closed_form`,
2(1 − h²)hᴺ, which both approach.  A difference below its error is unresolved.

`python -m proofs.models.gap` prints the three for several N.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .chains import ising_chain, reflection, spin_flip

if TYPE_CHECKING:
    from fractions import Fraction

    from derive.linalg import SectorLevels


@dataclass(frozen=True)
class Gap:
    """A difference of two computed levels.

    Args:
        value: the difference.
        error: the sum of the distances within which the true levels lie.
    """

    value: float
    error: float

    @property
    def resolved(self) -> bool:
        """Whether the two levels are certainly different."""
        return abs(self.value) > self.error

    def __str__(self) -> str:
        if not self.resolved:
            return f"unresolved, ± {self.error:.1e}"
        return f"{self.value:.6e} ± {self.error:.1e}"


def measured_gap(spins: int, field: float) -> Gap:
    """The lowest level that is odd under the spin flip, above the lowest that is even."""
    from derive.linalg import lowest_levels

    symmetries = [spin_flip(spins), reflection(spins)]
    lowest: dict[Fraction, SectorLevels] = {}
    for sector in lowest_levels(ising_chain(spins, field).sparse(), symmetries, count=1):
        best = lowest.get(sector.turns[0], sector)
        lowest[sector.turns[0]] = min(best, sector, key=lambda found: float(found.values[0]))
    even, odd = (lowest[turn] for turn in sorted(lowest))
    return Gap(float(odd.values[0] - even.values[0]), float(odd.errors[0] + even.errors[0]))


def fermion_gap(spins: int, field: float) -> float:
    """Twice the least singular value of h + (1 beside the diagonal), as 2 over the inverse's norm.

    Up to signs the inverse has the entries h^−(j−i+1) above the diagonal.  The norm of a matrix is
    computed with a small relative error, its least singular value is not.
    """
    import numpy as np

    column, row = np.meshgrid(np.arange(spins), np.arange(spins))
    exponents = np.maximum(spins - 1 - (column - row), 0)
    scaled = np.where(column >= row, float(field) ** exponents, 0.0)
    return float(2 * float(field) ** spins / np.linalg.norm(scaled, 2))


def closed_form(spins: int, field: float) -> float:
    """The gap 2(1 − h²)hᴺ of a long chain."""
    return 2 * (1 - field**2) * field**spins


def table(field: float, sizes: Iterable[int]) -> str:
    """The three gaps for several numbers of spins."""
    lines = [
        f"The gap of the open Ising chain, h = {field:g}",
        f"{'N':>3}  {'from the sectors of 2^N states':<32}{'free fermions':<16}"
        f"{'2(1 - h^2) h^N':<16}{'ratio':<12}",
    ]
    for spins in sizes:
        fermions, form = fermion_gap(spins, field), closed_form(spins, field)
        lines.append(
            f"{spins:>3}  {measured_gap(spins, field)!s:<32}{fermions:<16.6e}{form:<16.6e}"
            f"{fermions / form:<12.9f}".rstrip()
        )
    return "\n".join(lines)


if __name__ == "__main__":
    for strength in (0.5, 0.1):
        print(table(strength, range(2, 17, 2)), end="\n\n")
