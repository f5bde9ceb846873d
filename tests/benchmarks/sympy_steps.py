"""The five results, line by line, as a careful user of SymPy would check them.

Each line is `left = right` with what its reason names put in by hand, in the order in which a user
would; then `sympy.simplify(left - right) == 0` decides.  Operators, kets and bras are
noncommutative symbols.  A line with "for all states" cannot be stated there; its entry is None.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import sympy
from sympy import Symbol, pi, symbols

Line = Callable[[], bool] | None


def holds(left: Any, right: Any, *put: tuple[Any, Any]) -> bool:
    """Whether SymPy finds both sides equal, after one substitution after the other."""
    difference = left - right
    for old, new in put:
        difference = sympy.expand(difference).subs(old, new)
    return bool(sympy.simplify(difference) == 0)


def landau_degeneracy() -> list[Line]:
    e, B, h, hbar, m, L = symbols("e B h hbar m L", positive=True)
    area, energy, omega, p = symbols("area energy omega p", real=True)
    cells = (L / (2 * pi)) ** 2
    lines = [
        (p, area * cells, (p, area * cells)),
        (area * cells, 2 * pi * m * energy / hbar**2 * cells, (area, 2 * pi * m * energy / hbar**2)),
        (2 * pi * m * energy / hbar**2 * cells, 2 * pi * m * hbar * omega / hbar**2 * cells, (energy, hbar * omega)),
        (2 * pi * m * hbar * omega / hbar**2 * cells, 2 * pi * e * B / hbar * cells, (omega, e * B / m)),
        (2 * pi * e * B / hbar * cells, e * B / h * L**2, (h, 2 * pi * hbar)),
    ]
    return [partial(holds, *line) for line in lines]


def hall_resistivity() -> list[Line]:
    e, B, h, n, j = symbols("e B h n j", positive=True)
    rho, E, v = symbols("rho E v", real=True)
    J = Symbol("J", real=True, nonzero=True)
    lines = [
        (rho, E / J, (rho, E / J)),
        (E / J, v * B / J, (E, v * B)),
        (v * B / J, -B / (n * e) * J / J, (v, -J / (n * e))),
        (-B / (n * e) * J / J, -B / (n * e)),
        (-B / (n * e), -h / (j * e**2), (n, j * e * B / h)),
    ]
    return [partial(holds, *line) for line in lines]


def hall_von_klitzing() -> list[Line]:
    e, h, hbar, alpha, epsilon, mu, c = symbols("e h hbar alpha epsilon mu c", positive=True)
    R = Symbol("R", real=True)
    fine = e**2 / (4 * pi * epsilon * hbar * c)
    lines = [
        (R, h / e**2, (R, h / e**2)),
        (h / e**2, h / (4 * pi * epsilon * hbar * c * alpha), (alpha, fine)),
        (h / (4 * pi * epsilon * hbar * c * alpha), 1 / (2 * epsilon * c * alpha), (h, 2 * pi * hbar)),
        (1 / (2 * epsilon * c * alpha), mu * c / (2 * alpha), (mu, 1 / (epsilon * c**2))),
    ]
    return [partial(holds, *line) for line in lines]


def quantum_orthogonality() -> list[Line]:
    O, O_dagger, bra, ket = symbols("O O_dagger bra ket", commutative=False)
    o1, o2, o1_star = symbols("o1 o2 o1_star")
    overlap = Symbol("overlap")
    lines = [
        (o1 * bra * ket, o1_star * bra * ket, (o1_star, o1)),
        (o1_star * bra * ket, bra * O_dagger * ket, (bra * O_dagger, o1_star * bra)),
        (bra * O_dagger * ket, bra * O * ket, (O_dagger, O)),
        (bra * O * ket, o2 * bra * ket, (O * ket, o2 * ket)),
        ((o1 - o2) * overlap, sympy.Integer(0), (overlap, sympy.solve((o1 - o2) * overlap, overlap)[0])),
        (overlap, sympy.Integer(0), (overlap, sympy.solve((o1 - o2) * overlap, overlap)[0])),
    ]
    return [partial(holds, *line) for line in lines]


def symmetry_commutation() -> list[Line]:
    H, U, psi = symbols("H U psi", commutative=False)
    E = Symbol("E")
    lines = [
        (H * U * psi, E * U * psi, (H * U * psi, E * U * psi)),
        (E * U * psi, U * E * psi),
        (U * E * psi, U * H * psi, (H * psi, E * psi)),
    ]
    return [*(partial(holds, *line) for line in lines), None]


LINES: dict[str, Callable[[], list[Line]]] = {
    "landau.degeneracy": landau_degeneracy,
    "hall.resistivity": hall_resistivity,
    "hall.von_klitzing": hall_von_klitzing,
    "quantum.orthogonality": quantum_orthogonality,
    "symmetry.commutation": symmetry_commutation,
}
