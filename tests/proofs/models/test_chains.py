"""Chains of spins: agreement with QuTiP, symmetries, and levels that are known in closed form."""

from __future__ import annotations

import warnings
from fractions import Fraction
from functools import cache
from itertools import combinations
from math import comb, cos, pi, sqrt

import numpy as np
import pytest

from derive.language.errors import LanguageError
from derive.linalg import eigenspaces, ground_space, is_symmetry, lowest_levels, symmetry_breaking
from proofs.models.chains import (
    heisenberg_chain,
    ising_chain,
    magnetisation,
    parity,
    reflection,
    spin_flip,
    translation,
    xxz_chain,
)
from proofs.models.spins import SpinSum

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import qutip

CHAINS = {
    "Ising": lambda n, periodic: ising_chain(n, 0.5, periodic=periodic),
    "Ising without field": lambda n, periodic: ising_chain(n, 0, periodic=periodic),
    "XXZ": lambda n, periodic: xxz_chain(n, 0.5, periodic=periodic),
    "XXZ, ferromagnet": lambda n, periodic: xxz_chain(n, 2, coupling=-1, periodic=periodic),
    "Heisenberg": lambda n, periodic: heisenberg_chain(n, periodic=periodic),
    "Heisenberg, ferromagnet": lambda n, periodic: heisenberg_chain(
        n, coupling=-1, periodic=periodic
    ),
}
QUTIP = {
    "Ising": (0, 0, -1, 0.5),
    "Ising without field": (0, 0, -1, 0),
    "XXZ": (1, 1, 0.5, 0),
    "XXZ, ferromagnet": (-1, -1, -2, 0),
    "Heisenberg": (1, 1, 1, 0),
    "Heisenberg, ferromagnet": (-1, -1, -1, 0),
}


@cache
def independent_levels(name: str, spins: int, periodic: bool) -> np.ndarray:
    """The spectrum of the Hamiltonian that QuTiP builds and diagonalises."""
    *couplings, field = QUTIP[name]
    paulis = [qutip.sigmax(), qutip.sigmay(), qutip.sigmaz()]

    def at(factors: dict[int, object]) -> object:
        return qutip.tensor([factors.get(i, qutip.qeye(2)) for i in range(spins)])

    bonds = [(i, i + 1) for i in range(spins - 1)] + ([(spins - 1, 0)] if periodic else [])
    h = sum(-field * at({i: paulis[0]}) for i in range(spins))
    for i, j in bonds:
        h = h + sum(c * at({i: p, j: p}) for c, p in zip(couplings, paulis, strict=True))
    return h.eigenenergies()


@pytest.mark.parametrize("name", CHAINS)
@pytest.mark.parametrize("periodic", [False, True])
@pytest.mark.parametrize("spins", [3, 4, 5, 8])
def test_spectra_agree_with_qutip(name: str, periodic: bool, spins: int) -> None:
    h = CHAINS[name](spins, periodic)
    expected = independent_levels(name, spins, periodic)
    assert np.allclose(np.linalg.eigvalsh(h.dense()), expected, atol=1e-10)
    dimension = int((expected < expected[0] + 1e-8).sum())
    dense = eigenspaces(h.dense())
    assert dense[0].levels == dimension
    assert np.isclose(dense[0].value, expected[0], atol=dense[0].error + 1e-11)
    symmetries = [spin_flip(spins), translation(spins) if periodic else reflection(spins)]
    for form in (h.sparse(), h.operator()):
        found = lowest_levels(form, symmetries, count=1 << spins)
        assert sum(sector.size for sector in found) == 1 << spins
        levels = np.sort(np.concatenate([sector.values for sector in found]))
        assert np.allclose(levels, expected, atol=1e-9)


EXACT_FIELD = Fraction(1, 2)


@pytest.mark.parametrize(
    ("h", "dimension"),
    [
        (ising_chain(3, EXACT_FIELD), 1),
        (ising_chain(4, 0), 2),
        (ising_chain(4, 0, periodic=True), 2),
        (heisenberg_chain(3, coupling=-1), 4),
        (heisenberg_chain(4, coupling=-1, periodic=True), 5),
        (heisenberg_chain(4, periodic=True), 1),
        (heisenberg_chain(3, periodic=True), 4),
        (heisenberg_chain(3), 2),
        (xxz_chain(3, 2, coupling=-1), 2),
    ],
)
def test_dimensions_of_exact_ground_spaces(h: SpinSum, dimension: int) -> None:
    """They follow from rank alone, and the levels of floats that are not told apart are as many."""
    ground = ground_space(h.exact())
    assert ground.dimension == dimension
    floats = eigenspaces(h.dense())[0]
    assert floats.levels == dimension
    assert floats.dimension == (1 if dimension == 1 else None)


def test_the_ising_chain_breaks_the_spin_flip_only_without_field() -> None:
    flip = spin_flip(3).toarray().astype(int)
    without = symmetry_breaking(ising_chain(3, 0).exact(), flip)
    assert (without.dimension, without.weak, without.strong) == (2, True, False)
    within = symmetry_breaking(ising_chain(3, EXACT_FIELD).exact(), flip)
    assert (within.dimension, within.weak, within.strong) == (1, False, False)


def test_two_spins_in_a_field() -> None:
    """The levels of −σ_z σ_z − h(σ_x + σ_x) are ±1 and ±√(1 + 4h²)."""
    root = sqrt(1 + 4 * 0.3**2)
    levels = np.linalg.eigvalsh(ising_chain(2, 0.3).dense())
    assert np.allclose(levels, [-root, -1, 1, root])


@pytest.mark.parametrize("spins", [2, 3, 6])
def test_the_ground_state_in_a_field_is_positive(spins: int) -> None:
    _, vectors = np.linalg.eigh(ising_chain(spins, 0.5).dense())
    ground = vectors[:, 0] * np.sign(vectors[0, 0])
    assert (ground > 0).all()


@pytest.mark.parametrize("spins", [4, 7])
def test_a_magnon_on_a_ring(spins: int) -> None:
    """One flipped spin of momentum k costs 4(1 − cos k)."""
    h = heisenberg_chain(spins, coupling=-1, periodic=True)
    found = lowest_levels(h.sparse(), [magnetisation(spins), translation(spins)], count=1)
    levels = {sector.turns: sector for sector in found}
    for k in range(spins):
        one_down = levels[Fraction(1, spins + 1), Fraction(k, spins)]
        assert one_down.size == 1
        assert np.isclose(one_down.values[0], -spins + 4 * (1 - cos(2 * pi * k / spins)))


@pytest.mark.parametrize("spins", [2, 5])
def test_sectors_of_the_magnetisation_have_binomial_sizes(spins: int) -> None:
    found = lowest_levels(xxz_chain(spins, 0.5).sparse(), [magnetisation(spins)], count=1)
    sizes = {sector.turns[0]: sector.size for sector in found}
    assert sizes == {Fraction(d, spins + 1): comb(spins, d) for d in range(spins + 1)}


@pytest.mark.parametrize("spins", [2, 4, 5])
def test_symmetries(spins: int) -> None:
    ring_symmetries = [translation(spins), reflection(spins), spin_flip(spins)]
    conserving = [magnetisation(spins), parity(spins)]
    for periodic in (False, True):
        ising = ising_chain(spins, 0.5, periodic=periodic).sparse()
        xxz = xxz_chain(spins, 0.5, periodic=periodic).sparse()
        for u in ring_symmetries[0 if periodic else 1 :]:
            assert is_symmetry(ising, u)
            assert is_symmetry(xxz, u)
        for u in conserving:
            assert is_symmetry(xxz, u)
            assert not is_symmetry(ising, u)
    if spins > 2:
        assert not is_symmetry(xxz_chain(spins, 0.5).sparse(), translation(spins))


def test_symmetries_do_what_their_names_say() -> None:
    """On the states of three spins, of which the first is the first factor."""
    up, down = np.eye(2)

    def state(word: str) -> np.ndarray:
        first, second, third = (up if letter == "u" else down for letter in word)
        return np.kron(first, np.kron(second, third))

    assert np.array_equal(translation(3) @ state("duu"), state("udu"))
    assert np.array_equal(translation(3) @ state("uud"), state("duu"))
    assert np.array_equal(reflection(3) @ state("ddu"), state("udd"))
    assert np.array_equal(spin_flip(3) @ state("ddu"), state("uud"))
    assert np.array_equal(parity(3) @ state("ddu"), state("ddu"))
    assert np.array_equal(parity(3) @ state("duu"), -state("duu"))
    assert np.allclose(magnetisation(3) @ state("duu"), 1j * state("duu"))


def test_kramers_wannier_duality() -> None:
    """h times the ring at 1/h has the even, translation invariant levels of the ring at h."""
    spins, field = 8, 0.4
    symmetries = [spin_flip(spins), translation(spins)]
    own, dual = (
        next(
            sector.values
            for sector in lowest_levels(
                ising_chain(spins, h, periodic=True).sparse(), symmetries, 4
            )
            if sector.turns == (0, 0)
        )
        for h in (field, 1 / field)
    )
    assert np.allclose(own, field * dual)


def test_what_is_no_chain_is_refused() -> None:
    with pytest.raises(LanguageError, match="a ring needs 2 spins"):
        ising_chain(1, 0.5, periodic=True)
    with pytest.raises(LanguageError, match="0 spins"):
        heisenberg_chain(0)
    assert [len(ising_chain(n, 1, periodic=p).products) for n, p in [(1, False), (2, True)]] == [
        1,
        4,
    ]


def test_symmetries_of_a_ring_commute_where_they_should() -> None:
    spins = 4
    commuting = [translation(spins), spin_flip(spins), parity(spins)]
    for u, v in combinations([u.tocsr() for u in commuting], 2):
        assert abs(u @ v - v @ u).max() == 0
    turned = reflection(spins) @ translation(spins) @ reflection(spins)
    assert abs(turned - translation(spins).T).max() == 0
