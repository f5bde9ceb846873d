"""Levels, images and gaps in the pictures are those of the matrices in the theorems."""

import math

import numpy as np
import pytest
import sympy

from derive.linalg import ground_space, is_symmetry, symmetry_breaking
from derive.pictures import matrices
from proofs.models.gap import closed_form
from proofs.symmetry.broken_example import broken_example
from proofs.symmetry.commuting_example import commuting_example
from proofs.symmetry.pictures import FIELDS, basis_states, eigenvalue, images
from proofs.symmetry.symmetric_superpositions import symmetric_superpositions
from proofs.symmetry.two_spins import two_spins


@pytest.mark.parametrize("theorem", [commuting_example, broken_example])
def test_each_state_is_led_to_one_of_the_same_energy(theorem):
    theory, transformation = matrices(theorem)[:2]
    assert theory.is_diagonal()
    assert is_symmetry(theory, transformation)
    places = basis_states(theory)
    led = images(transformation)
    assert sorted(led) == sorted(led.values()) == [0, 1, 2, 3]
    for number, image in led.items():
        assert transformation * unit(number) == unit(image)
        assert places[number][0] == places[image][0] == float(theory[number, number])
        assert number != image
    assert len(set(places.values())) == 4


def unit(number):
    return sympy.eye(4)[:, number]


def test_the_example_breaks_its_symmetry():
    theory, transformation = matrices(broken_example)[:2]
    found = symmetry_breaking(theory, transformation)
    assert found.weak
    assert not found.strong
    assert ground_space(theory).dimension == 2


def test_the_superpositions_are_symmetric_ground_states():
    theory, transformation = matrices(broken_example)[:2]
    vectors = [one for one in matrices(symmetric_superpositions) if one.cols == 1]
    assert [eigenvalue(theory, one) for one in vectors] == [-1, -1]
    assert [eigenvalue(transformation, one) for one in vectors] == [1, -1]
    assert eigenvalue(transformation, unit(1)) is None


@pytest.mark.parametrize("name", ["symmetry.state_and_theory", "symmetry.breaking"])
def test_states_stand_at_their_energies(drawn, name):
    axes = drawn(name).axes[1 if name.endswith("theory") else 0]
    heights = [line.get_ydata()[0] for line in axes.get_lines()]
    expected = {
        "symmetry.state_and_theory": [1, -1, -1, 1],
        "symmetry.breaking": [1, -1, 1, -1, -1, -1],
    }
    assert heights == expected[name]


def test_the_gap_of_two_spins_is_that_of_the_theorem(parts):
    """(R − 1)(R + 1) = 4f², where -R and -1 are the lowest levels."""
    claims = two_spins.claims
    assert len(claims) == 6
    matrix = matrices(two_spins)[0]
    (f,) = matrix.free_symbols
    named = parts("symmetry.breaking")
    for field, _, _ in FIELDS:
        levels = sorted(np.linalg.eigvalsh(np.array(matrix.subs(f, field).tolist(), dtype=float)))
        gap = levels[1] - levels[0]
        assert gap == pytest.approx(math.sqrt(1 + 4 * field**2) - 1)
        for kind in ("measured", "fermions"):
            spins, values = named[f"{kind}-{field}"].get_data()
            assert spins[0] == 2
            assert values[0] == pytest.approx(gap)


def test_three_ways_to_the_gap_agree(parts):
    named = parts("symmetry.breaking")
    for field, _, _ in FIELDS:
        spins, form = named[f"form-{field}"].get_data()
        assert form == pytest.approx([closed_form(int(n), field) for n in spins])
        fermions = named[f"fermions-{field}"].get_ydata()
        measured = named[f"measured-{field}"].get_ydata()
        assert measured == pytest.approx(fermions[: len(measured)], abs=1e-9)
        assert fermions[-1] == pytest.approx(form[-1], rel=1e-3)
