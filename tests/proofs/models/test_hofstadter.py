"""A lattice in a magnetic field: levels that are known, translations, and strong breaking."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise, product
from math import cos, pi

import numpy as np
import pytest

from derive.language.errors import LanguageError
from derive.linalg import ground_space, is_symmetry, lowest_levels, symmetry_breaking
from proofs.models.hofstadter import HofstadterLattice

HALF, THIRD = Fraction(1, 2), Fraction(1, 3)


def test_without_flux_the_states_are_plane_waves() -> None:
    lattice = HofstadterLattice(4, 3, Fraction(0))
    waves = product(range(4), range(3))
    expected = sorted(-2 * cos(2 * pi * m / 4) - 2 * cos(2 * pi * n / 3) for m, n in waves)
    assert np.allclose(np.linalg.eigvalsh(lattice.dense()), expected)


def test_half_a_flux_quantum() -> None:
    """The levels are ±2√(cos²k_x + cos²k_y), with k_x in half of the zone."""
    lattice = HofstadterLattice(6, 4, HALF)
    expected = [
        sign * 2 * np.hypot(cos(2 * pi * m / 6), cos(2 * pi * n / 4))
        for m, n, sign in product(range(3), range(4), (-1, 1))
    ]
    assert np.allclose(np.linalg.eigvalsh(lattice.dense()), sorted(expected))


@pytest.mark.parametrize(
    ("flux", "width", "height"), [(THIRD, 6, 3), (Fraction(2, 5), 5, 10), (HALF, 4, 2)]
)
def test_magnetic_translations(flux: Fraction, width: int, height: int) -> None:
    lattice = HofstadterLattice(width, height, flux)
    h, right, up = (
        lattice.dense(),
        lattice.translation_x().toarray(),
        lattice.translation_y().toarray(),
    )
    assert np.allclose(h @ right, right @ h)
    assert np.allclose(h @ up, up @ h)
    assert np.allclose(right @ up, np.exp(2j * np.pi * float(flux)) * up @ right)
    levels = np.linalg.eigvalsh(h)
    groups = np.split(levels, np.flatnonzero(np.diff(levels) > 1e-9) + 1)
    assert all(len(group) % flux.denominator == 0 for group in groups)


@pytest.mark.parametrize(
    "lattice", [HofstadterLattice(6, 5, THIRD), HofstadterLattice(8, 4, Fraction(3, 4))]
)
def test_sectors_of_commuting_translations_have_the_whole_spectrum(
    lattice: HofstadterLattice,
) -> None:
    found = lowest_levels(lattice.sparse(), lattice.commuting_translations(), count=lattice.size)
    levels = np.sort(np.concatenate([sector.values for sector in found]))
    assert np.allclose(levels, np.linalg.eigvalsh(lattice.dense()))
    assert {sector.size for sector in found} == {lattice.flux.denominator}


@pytest.mark.parametrize(
    ("lattice", "dimension"),
    [(HofstadterLattice(2, 2, HALF), 2), (HofstadterLattice(3, 3, THIRD), 3)],
)
def test_magnetic_translations_are_broken_strongly(
    lattice: HofstadterLattice, dimension: int
) -> None:
    """No ground state is symmetric under two symmetries that commute up to a phase only."""
    one, both = lattice.translation_y(), [lattice.translation_x(), lattice.translation_y()]
    exact = lattice.exact()
    assert np.allclose(np.array(exact, complex), lattice.dense())
    assert ground_space(exact).dimension == dimension
    assert ground_space(lattice.dense()).dimension is None
    single = symmetry_breaking(exact, one.toarray().real.astype(int))
    assert (single.weak, single.strong) == (True, False)
    if lattice.flux == HALF:
        group = symmetry_breaking(exact, [u.toarray().real.astype(int) for u in both])
        assert (group.dimension, group.weak, group.strong) == (2, True, True)


def test_edges_add_levels_in_the_gap() -> None:
    """Between the lowest bands of a third of a flux quantum only a ribbon has levels."""
    torus = np.linalg.eigvalsh(HofstadterLattice(12, 12, THIRD).dense())
    ribbon = np.linalg.eigvalsh(HofstadterLattice(12, 12, THIRD, periodic_x=False).dense())
    wide = int(np.argmax(np.diff(torus)))
    low, high = torus[wide] + 1e-6, torus[wide + 1] - 1e-6
    assert high - low > 1
    assert ((ribbon > low) & (ribbon < high)).any()


def test_an_open_rectangle_needs_no_whole_flux() -> None:
    lattice = HofstadterLattice(3, 2, Fraction(1, 7), periodic_x=False, periodic_y=False)
    levels = np.linalg.eigvalsh(lattice.dense())
    assert np.allclose(levels, -levels[::-1])
    assert lattice.sparse().nnz == 2 * (2 * 2 + 3)
    around = [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)]
    sites = [lattice.site(*place) for place in around]
    h = lattice.dense()
    loop = np.prod([h[b, a] for a, b in pairwise(sites)])
    assert np.isclose(loop, np.exp(2j * np.pi / 7))


def test_what_is_no_torus_is_refused() -> None:
    with pytest.raises(LanguageError, match="not a whole number"):
        HofstadterLattice(4, 3, THIRD)
    with pytest.raises(LanguageError, match="0×3 sites"):
        HofstadterLattice(0, 3, THIRD)
    with pytest.raises(LanguageError, match="height"):
        HofstadterLattice(3, 4, THIRD).translation_x()
    with pytest.raises(LanguageError, match="only a torus"):
        HofstadterLattice(3, 3, THIRD, periodic_x=False).translation_y()
    assert not is_symmetry(HofstadterLattice(3, 3, THIRD).sparse(), np.roll(np.eye(9), 3, axis=0))
