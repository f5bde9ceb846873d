"""The closing of the gap of the open Ising chain, in three ways."""

from __future__ import annotations

import numpy as np
import pytest

from proofs.models.chains import ising_chain
from proofs.models.gap import Gap, closed_form, fermion_gap, measured_gap, table


def test_ten_spins_at_half_the_coupling() -> None:
    """The inventory's figure for T33: 1.465e-3 both ways."""
    measured = measured_gap(10, 0.5)
    assert measured.resolved
    assert abs(measured.value - fermion_gap(10, 0.5)) <= measured.error < 1e-9
    assert f"{measured.value:.3e}" == f"{closed_form(10, 0.5):.3e}" == "1.465e-03"


@pytest.mark.parametrize("field", [0.2, 0.5, 0.9, 1.0, 1.5])
@pytest.mark.parametrize("spins", [1, 2, 3, 7])
def test_free_fermions_have_the_gap_of_the_matrix(spins: int, field: float) -> None:
    first, second = np.linalg.eigvalsh(ising_chain(spins, field).dense())[:2]
    assert np.isclose(fermion_gap(spins, field), second - first, atol=1e-12)


@pytest.mark.parametrize("field", [0.3, 0.5])
def test_the_closed_form_is_approached(field: float) -> None:
    excess = [fermion_gap(n, field) / closed_form(n, field) - 1 for n in (4, 8, 12)]
    assert 0 < excess[2] < excess[1] < excess[0]
    for spins in (6, 10, 12):
        measured = measured_gap(spins, field)
        assert abs(measured.value - fermion_gap(spins, field)) <= measured.error
        expected = 3 * spins * field ** (2 * spins)
        assert (
            abs(measured.value / closed_form(spins, field) - 1)
            <= expected + measured.error / measured.value
        )


def test_the_gap_of_free_fermions_keeps_its_relative_accuracy() -> None:
    """It is far below the smallest difference of the levels of 2ᴺ×2ᴺ floating-point matrices."""
    assert np.isclose(fermion_gap(60, 0.1), closed_form(60, 0.1), rtol=1e-12)


def test_a_gap_below_the_error_is_unresolved() -> None:
    gap = measured_gap(12, 0.05)
    assert not gap.resolved
    assert abs(gap.value - fermion_gap(12, 0.05)) <= gap.error
    assert str(gap).startswith("unresolved, ± ")
    assert "degenerate" not in table(0.05, [12])


def test_the_table() -> None:
    lines = table(0.5, [2, 10]).splitlines()
    assert len(lines) == 4
    assert lines[3].split()[:2] == ["10", "1.464854e-03"]
    assert str(Gap(0.25, 1e-12)) == "2.500000e-01 ± 1.0e-12"
