"""The physics of the results once more, with plain numbers and matrices."""

from fractions import Fraction
from math import isclose, pi, sqrt

import numpy as np
import pytest

H, E, C = Fraction("6.62607015e-34"), Fraction("1.602176634e-19"), 299792458
HBAR = float(H) / (2 * pi)
MASS = 9.1093837139e-31
RANDOM = np.random.default_rng(20)


def orbits_per_area(field: float) -> float:
    return float(E) * field / float(H)


def test_the_density_of_states_at_18_tesla() -> None:
    assert isclose(orbits_per_area(18) * 1e-4, 4.352e11, rel_tol=1e-3)  # per cm²


@pytest.mark.parametrize("number", [1000, 4000])
def test_a_ring_in_k_space_has_about_as_many_points_as_there_are_flux_quanta(number: int) -> None:
    """In units of 2π/L the ring n lies between the radii with πr² = nN and (n+1)N."""
    side = int(sqrt(4 * number / pi)) + 2
    grid = np.arange(-side, side + 1)
    square = grid[:, None] ** 2 + grid[None, :] ** 2
    for n in range(3):
        points = np.count_nonzero((square >= n * number / pi) & (square < (n + 1) * number / pi))
        assert abs(points - number) < 4 * sqrt(number)


def test_the_ring_area_does_not_depend_on_the_mass() -> None:
    field = 7.0
    for mass in (MASS, 0.067 * MASS):
        height = HBAR * float(E) * field / mass
        inner = 3 * height
        k1, k2 = (sqrt(2 * mass * energy) / HBAR for energy in (inner, inner + height))
        area = pi * k2**2 - pi * k1**2
        assert isclose(area, 2 * pi * mass * height / HBAR**2)
        assert isclose(area / (2 * pi) ** 2, orbits_per_area(field))


def test_as_many_guiding_centres_as_flux_quanta_fit_into_a_square() -> None:
    field, flux_quanta = 5.0, 12
    side = sqrt(flux_quanta / orbits_per_area(field))
    length = sqrt(HBAR / (float(E) * field))
    centres = [-(length**2) * 2 * pi * s / side for s in range(3)]
    assert isclose(side / (centres[0] - centres[1]), flux_quanta)
    assert isclose(field * side**2 / (float(H) / float(E)), flux_quanta)


def test_the_oscillator_of_a_plane_wave_sits_at_its_guiding_centre() -> None:
    field, k, x = 3.0, 2.5e7, 1.7e-8
    centre = -HBAR / (float(E) * field) * k
    frequency = float(E) * field / MASS
    potential = (HBAR * k + float(E) * field * x) ** 2 / (2 * MASS)
    assert isclose(potential, MASS * frequency**2 * (x - centre) ** 2 / 2)


@pytest.mark.parametrize("rate", [0.0, 1e11, 5e12])
def test_the_drude_tensor_solves_the_equation_of_motion(rate: float) -> None:
    density, field = 3e15, 6.0
    e, frequency = float(E), float(E) * field / MASS
    sigma = density * e**2 / (MASS * (rate**2 + frequency**2))
    sigma = sigma * np.array([[rate, -frequency], [frequency, rate]])
    for _ in range(5):
        electric = RANDOM.normal(size=2)
        motion = np.array([[MASS * rate, e * field], [-e * field, MASS * rate]])
        velocity = np.linalg.solve(motion, -e * electric)
        force = -e * (electric + field * np.array([velocity[1], -velocity[0]]))
        assert np.allclose(force, MASS * rate * velocity)
        assert np.allclose(-density * e * velocity, sigma @ electric)
    rho = np.linalg.inv(sigma)
    assert np.allclose(rho[0, 0], MASS * rate / (density * e**2))
    assert isclose(rho[1, 0], -field / (density * e))
    filling = density / orbits_per_area(field)
    assert isclose(rho[1, 0], -float(H) / (filling * e**2))


def test_rho_h_is_negative_and_rho_xy_positive() -> None:
    """Electrons drift against the current; the Hall field E_y = v_x B then points along -y."""
    field, density, current = 2.0, 1e15, 1.0
    velocity = -current / (density * float(E))
    assert velocity * field / current < 0


def test_the_von_klitzing_constant() -> None:
    value = H / E**2
    assert value == Fraction(662607015 * 10**14, 1602176634**2)
    assert Fraction("25812.8074593") <= value <= Fraction("25812.8074594")
    assert round(value, 8) == Fraction("25812.80745930")


def test_the_fine_structure_constant_gives_the_same() -> None:
    """CODATA 2022."""
    alpha, mu_0 = 1 / 137.035999177, 1.25663706127e-6
    assert isclose(mu_0 * C / (2 * alpha), H / E**2, rel_tol=1e-11)


def hermitian(size: int) -> np.ndarray:
    matrix = RANDOM.normal(size=(size, size)) + 1j * RANDOM.normal(size=(size, size))
    return matrix + matrix.conj().T


@pytest.mark.parametrize("size", [2, 3, 7])
def test_eigenvectors_of_a_hermitian_matrix(size: int) -> None:
    matrix = hermitian(size)
    values, vectors = np.linalg.eig(matrix)  # eig, unlike eigh, does not know that it is Hermitian
    assert np.allclose(values.imag, 0)
    assert np.allclose(vectors.conj().T @ vectors, np.eye(size))


def test_without_hermiticity_eigenvectors_need_not_be_orthogonal() -> None:
    matrix = np.array([[1, 1], [0, 2]])
    first, second = np.array([1, 0]), np.array([1, 1])
    assert (matrix @ first == 1 * first).all()
    assert (matrix @ second == 2 * second).all()
    assert first @ second == 1


def test_but_left_and_right_eigenvectors_are() -> None:
    matrix = np.array([[1, 1], [0, 2]])
    left, right = np.array([0, 1]), np.array([1, 0])
    assert (left @ matrix == 2 * left).all()
    assert (matrix @ right == 1 * right).all()
    assert left @ right == 0


def test_eigenvalues_need_not_be_real_without_hermiticity() -> None:
    assert np.allclose(sorted(np.linalg.eigvals(np.array([[0, -1], [1, 0]])).imag), [-1, 1])


def test_the_examples_of_the_lecture_commute_and_keep_energies() -> None:
    energy = np.diag([1, -1, -1, 1])
    flip = np.fliplr(np.eye(4))
    assert (energy @ flip == flip @ energy).all()
    for k, state in enumerate(np.eye(4)):
        assert (energy @ flip @ state == energy[k, k] * flip @ state).all()


def test_what_mixes_energies_does_not_commute() -> None:
    energy, mixing = np.diag([1, 2]), np.array([[0, 1], [1, 0]])
    assert (energy @ mixing != mixing @ energy).any()


def test_without_completeness_energies_can_be_kept_and_yet_nothing_commutes() -> None:
    """The Jordan block has one eigenvector only, and U = diag(1, 2) keeps it."""
    energy, transformation = np.array([[0, 1], [0, 0]]), np.diag([1, 2])
    state = np.array([1, 0])
    assert (energy @ state == 0 * state).all()
    assert (energy @ transformation @ state == 0).all()
    assert (energy @ transformation != transformation @ energy).any()
