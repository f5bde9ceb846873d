"""The curves of the plateaus are what the theorems claim."""

import numpy as np
import pytest

from derive import Theorem
from derive.pictures import formula
from proofs.hall import pictures as hall
from proofs.hall.filling_factor import filling_factor
from proofs.hall.resistivity import resistivity

UNITS = {"e": 1, "h": 1}


def claimed(density: float, field: float) -> float:
    """|ρ_H| in h/e², by substituting in the two claims one after the other."""
    j = formula(filling_factor, "j")
    filling = j.subs({s: {"n": density, "B": field, **UNITS}[s.name] for s in j.free_symbols})
    rho = formula(resistivity, "rho_H")
    value = rho.subs({s: {"j": filling, **UNITS}[s.name] for s in rho.free_symbols})
    return abs(float(value))


def worst(line, place) -> float:
    x, y = line.get_data()
    return max(abs(claimed(*place(a)) - b) for a, b in zip(x[::100], y[::100], strict=True))


def of_density(n):
    return n, 1.0


def of_field(field):
    return 1.0, field


def test_the_classical_lines(parts):
    named = parts("hall.plateaus")
    assert worst(named["classical-of-n"], of_density) < 1e-12
    assert worst(named["classical-of-B"], of_field) < 1e-12


def test_another_claim_gives_another_line(parts, monkeypatch):
    given, _, _ = resistivity.as_given()
    wrong = Theorem(
        "hall.wrong",
        glossary=resistivity.glossary,
        given=given,
        claim=r"\rho_H = -\frac{2h}{je^2}",
    )
    monkeypatch.setattr(hall, "resistivity", wrong)
    figure = hall.plateaus.draw()
    (line,) = [
        one for axes in figure.axes for one in axes.get_lines() if one.get_gid() == "classical-of-n"
    ]
    assert worst(line, of_density) > 0.1


@pytest.mark.parametrize("name", ["n", "B"])
def test_a_plateau_at_each_filled_level_crossed_by_the_classical_line(parts, name):
    named = parts("hall.plateaus")
    x, hall_line = named[f"hall-of-{name}"].get_data()
    _, classical = named[f"classical-of-{name}"].get_data()
    for j in hall.SHOWN:
        (place,), (height,) = named[f"filled-{j}-of-{name}"].get_data()
        assert height == pytest.approx(1 / j, abs=1e-12)
        assert place == pytest.approx(j if name == "n" else 1 / j)
        near = np.abs(x - place) < 0.05 * place
        assert np.allclose(hall_line[near], 1 / j, rtol=5e-3)
        assert classical[near].min() < 1 / j < classical[near].max()


@pytest.mark.parametrize("name", ["n", "B"])
def test_longitudinal_peaks_only_at_the_steps(parts, name):
    x, peaks = parts("hall.plateaus")[f"longitudinal-of-{name}"].get_data()
    filling = x if name == "n" else 1 / x
    assert np.all(peaks >= 0)
    assert np.all(peaks[np.abs(filling - np.round(filling)) < 0.1] < 1e-3 * peaks.max())
    tops = filling[1:-1][(peaks[1:-1] > peaks[:-2]) & (peaks[1:-1] > peaks[2:])]
    assert sorted(np.round(tops, 1)) == [1.5, 2.5, 3.5, 4.5]


def test_the_steps_descend_with_the_density_and_ascend_with_the_field(parts):
    named = parts("hall.plateaus")
    assert np.all(np.diff(named["hall-of-n"].get_ydata()) <= 0)
    assert np.all(np.diff(named["hall-of-B"].get_ydata()) >= 0)
