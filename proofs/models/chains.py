"""Chains of spins ½ with neighbours coupled, and their symmetries.

Main results: `ising_chain` (in a transverse field), `xxz_chain`, `heisenberg_chain`, open or
closed to a ring; the symmetries `translation`, `reflection`, `spin_flip`, `parity` and
`magnetisation`, each of which maps a basis state to a multiple of one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from derive.language.errors import LanguageError

from .spins import Product, SpinSum

if TYPE_CHECKING:
    from scipy.sparse import csr_array, dia_array


def ising_chain(spins: int, field: Any, *, periodic: bool = False) -> SpinSum:
    """H = −Σ σ_z σ_z − field · Σ σ_x; neighbours like to point the same way."""
    products = [Product(-1, {i: "Z", j: "Z"}) for i, j in bonds(spins, periodic)]
    return SpinSum(spins, [*products, *(Product(-field, {i: "X"}) for i in range(spins))])


def xxz_chain(spins: int, anisotropy: Any, *, coupling: Any = 1, periodic: bool = False) -> SpinSum:
    """H = coupling · Σ (σ_x σ_x + σ_y σ_y + anisotropy · σ_z σ_z)."""
    strengths = {"X": coupling, "Y": coupling, "Z": coupling * anisotropy}
    return SpinSum(
        spins,
        [
            Product(strength, {i: factor, j: factor})
            for i, j in bonds(spins, periodic)
            for factor, strength in strengths.items()
        ],
    )


def heisenberg_chain(spins: int, *, coupling: Any = 1, periodic: bool = False) -> SpinSum:
    """H = coupling · Σ σ·σ; neighbours like to point opposite ways if the coupling is positive."""
    return xxz_chain(spins, 1, coupling=coupling, periodic=periodic)


def bonds(spins: int, periodic: bool) -> list[tuple[int, int]]:
    """The pairs of neighbours; a ring of two spins has two bonds."""
    if periodic and spins < 2:
        raise LanguageError(f"a ring needs 2 spins, not {spins}")
    return [(i, (i + 1) % spins) for i in range(spins if periodic else spins - 1)]


def translation(spins: int) -> csr_array:
    """Every spin moves to the next place of the ring."""
    import numpy as np

    states = np.arange(1 << spins)
    return _permutation(states >> 1 | (states & 1) << (spins - 1))


def reflection(spins: int) -> csr_array:
    """The row is read from its other end."""
    import numpy as np

    states = np.arange(1 << spins)
    images = np.zeros_like(states)
    for place in range(spins):
        images |= (states >> place & 1) << (spins - 1 - place)
    return _permutation(images)


def spin_flip(spins: int) -> csr_array:
    """The product of all σ_x: up becomes down; the symmetry of the Ising chain."""
    import numpy as np

    return _permutation(np.arange(1 << spins)[::-1])


def parity(spins: int) -> dia_array:
    """The product of all σ_z: +1 if the number of spins down is even."""
    import numpy as np
    from scipy.sparse import diags_array

    return diags_array(1.0 - 2.0 * (np.bitwise_count(np.arange(1 << spins)) & 1))


def magnetisation(spins: int) -> dia_array:
    """The phase exp(2πi·d/(spins + 1)), where d counts the spins down.

    In the sector with the turn d/(spins + 1), σ_z adds up to spins − 2d.
    """
    import numpy as np
    from scipy.sparse import diags_array

    down = np.bitwise_count(np.arange(1 << spins))
    return diags_array(np.exp(2j * np.pi * down / (spins + 1)))


def _permutation(images: Any) -> csr_array:
    """The matrix that maps each basis state to its image."""
    import numpy as np
    from scipy.sparse import csr_array

    size = len(images)
    inverse = np.empty(size, np.int32)
    inverse[images] = np.arange(size, dtype=np.int32)
    return csr_array(
        (np.ones(size), inverse, np.arange(size + 1, dtype=np.int32)), shape=(size, size)
    )
