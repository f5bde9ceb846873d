"""Rings, circles and densities are what the theorems claim."""

import math

import numpy as np
import pytest

from proofs.landau.pictures import SIDE
from proofs.landau.rings import Level, free_states

STATES = 32
"""Of a level, with the field 1 in a sample of this side."""


def radius(patch) -> float:
    return patch.get_radius()


def test_a_level_has_32_states():
    level = Level(0, 1.0, SIDE)
    assert level.states == pytest.approx(STATES)
    assert level.area == pytest.approx(2 * math.pi)  # 2πeB/ħ, as the picture says
    assert level.area * (SIDE / (2 * math.pi)) ** 2 == pytest.approx(STATES)
    assert level.energy == pytest.approx(0.5)


def test_borders_have_equal_areas_and_circles_lie_in_the_middle_of_the_energy(parts):
    named = parts("landau.rings")
    borders = [0.0, *(radius(named[f"border-{n}"]) for n in range(4))]
    areas = np.pi * np.diff(np.square(borders))
    assert areas == pytest.approx([2 * math.pi] * 4)
    for n in range(4):
        middle = radius(named[f"middle-{n}"])
        assert middle**2 == pytest.approx((borders[n] ** 2 + borders[n + 1] ** 2) / 2)
        assert borders[n] ** 2 == pytest.approx(2 * n)
        assert middle**2 == pytest.approx(2 * n + 1)


def test_every_point_of_the_grid_is_in_its_ring_and_moves_to_its_circle(parts):
    named = parts("landau.rings")
    total = 0
    for n in range(4):
        free = np.hypot(*named[f"free-{n}"].get_data())
        moved = np.hypot(*named[f"level-{n}"].get_data())
        assert np.all(free**2 >= 2 * n)
        assert np.all(free**2 < 2 * n + 2)
        assert np.allclose(moved, math.sqrt(2 * n + 1))
        assert len(free) == len(moved)
        total += len(free)
    cell = 2 * math.pi / SIDE
    reach = range(-20, 21)
    assert total == sum((x * x + y * y) * cell**2 < 8 for x in reach for y in reach)


@pytest.mark.parametrize("states", [32, 1000])
def test_counts_agree_up_to_the_cells_at_the_borders(states):
    """The bound of T05: |count − N| ≤ √2 π (r + R) + π, with the radii in cells."""
    side = math.sqrt(2 * math.pi * states)
    lengths = np.hypot(*free_states(math.sqrt(8.0), side))
    for n in range(4):
        count = np.sum((lengths**2 >= 2 * n) & (lengths**2 < 2 * n + 2))
        radii = [math.sqrt(k * states / math.pi) for k in (n, n + 1)]
        assert abs(count - states) <= math.sqrt(2) * math.pi * sum(radii) + math.pi


def lines(figure, column):
    """The named lines of one of the diagrams beside each other."""
    return {line.get_gid(): line.get_data() for line in figure.axes[column].get_lines()}


def test_the_staircase_is_crossed_in_the_middle_of_each_step(drawn):
    named = lines(drawn("landau.density_of_states"), 1)
    places, counts = named["in-the-field"]
    (start, end), (none, all_) = named["free"]
    assert (start, none, end) == (0, 0, 5)
    slope = all_ / end
    for energy in np.linspace(0, 5, 101):
        count = max(k for place, k in zip(places, counts, strict=True) if place <= energy + 1e-9)
        assert count == math.floor(energy + 0.5 + 1e-9)
        assert abs(count - slope * energy) <= 0.5 + 1e-9
    assert slope == pytest.approx(1)  # so they meet at whole energies


def test_the_arrows_weigh_as_much_as_the_slices(parts, drawn):
    named = parts("landau.density_of_states")
    for n in range(5):
        tip, foot = named[f"level-{n}"].xy, named[f"level-{n}"].xyann
        assert tip[0] == foot[0] == pytest.approx(n + 0.5)
        assert tip[1] - 1 == pytest.approx(1)  # the weight over the free density, above it


def test_in_space_the_saw_is_the_derivative_of_the_number_of_states(drawn):
    """Integrated from level to level, it has as many states as the waves that it counts."""
    named = lines(drawn("landau.density_of_states"), 2)
    energy, density = named["in-the-field"]
    _, free = named["free"]
    for top in (1.2, 2.3, 4.4):
        waves = sum(2 * math.sqrt(2 * (top - n - 0.5)) for n in range(5) if n + 0.5 < top)
        counted = waves / (2 * math.pi) / (2 * math.pi)  # k_z over 2π, and eB/h
        below = energy <= top
        integral = np.trapezoid(density[below], energy[below])
        assert integral == pytest.approx(counted, rel=0.02)
    assert free == pytest.approx(np.sqrt(2 * energy) / (2 * math.pi**2))
