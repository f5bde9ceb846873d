"""Numbers of Landau levels and of the rings of free electrons in k-space, from the theorems.

ħ, m and e are the units.  Main results: `Level`, `wave_number`, `free_states`.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from derive.pictures import formula, function

from .cyclotron_frequency import cyclotron_frequency
from .degeneracy import degeneracy
from .ring_area import ring_area

if TYPE_CHECKING:
    import sympy

UNITS = {"pi": math.pi, "hbar": 1.0, "h": 2 * math.pi, "m": 1.0, "e": 1.0}


class Level:
    """A Landau level, and the ring of free electrons that gathers in it.

    Args:
        number: 0 for the lowest.
        field: B.
        side: L; the sample is a square.

    Its attributes are the energies at the borders of the ring, `lowest` and `highest`, the mean
    `energy` of the ring, which is that of the level, the `area` of the ring in k-space, and the
    number of `states` of the level.
    """

    def __init__(self, number: int, field: float, side: float) -> None:
        frequency = function(formula(cyclotron_frequency, "omega_c"), "B", **UNITS)(field)
        height = formula(degeneracy, "Delta_E", "one ring per level")
        spacing = function(height, "omega_c", **UNITS)(frequency)
        self.lowest, self.highest = number * spacing, (number + 1) * spacing
        self.energy = (self.lowest + self.highest) / 2
        self.area = function(formula(ring_area, "Delta_A"), "Delta_E", **UNITS)(spacing)
        self.states = function(formula(degeneracy, "p"), "B", "L", **UNITS)(field, side)


def wave_number() -> sympy.Expr:
    """The length of the wave vector of a free electron, as an expression in its energy E_1."""
    import sympy

    energy = formula(ring_area, "E_1", "inner border")
    (named,) = (one for one in energy.free_symbols if one.name == "k_1")
    length = sympy.Symbol("k_1", positive=True)
    given = sympy.Symbol("E_1", positive=True)
    (solution,) = sympy.solve(energy.subs(named, length) - given, length)
    return solution


def free_states(longest: float, side: float) -> Any:
    """The wave vectors of free electrons in a periodic sample, shorter than `longest`.

    Their shape is (2, number), and they are ordered by length and then by direction.
    """
    import numpy as np

    cell = 2 * math.pi / side
    reach = int(longest / cell) + 1
    one = np.arange(-reach, reach + 1) * cell
    points = np.array(np.meshgrid(one, one)).reshape(2, -1)
    points = points[:, np.hypot(*points) < longest]
    order = np.lexsort((np.arctan2(points[1], points[0]), np.round(np.hypot(*points) / cell, 9)))
    return points[:, order]
