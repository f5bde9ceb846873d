"""Problems for the search: what is true and to be proved, and close to each what is false.

A mutant is a problem with one thing wrong: a sign, a factor, the order of two operators, a
dropped dagger, a missing hypothesis.  It carries a counterexample, so that nobody need believe it.

Main results: `PROBLEMS`, `Problem`, `Mutant`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from derive.kernel.atoms import NATURAL, Atom, C, Index, Space, natural_atom
from derive.kernel.formulas import Equation, Formula, NonNegative, forall
from derive.kernel.terms import Term, delta, identity, letter, number, sign, total, zero
from tests.prover.counterexamples import Counterexample

V, W, E = Space("V"), Space("W"), Space("E", inner=False)


@dataclass(frozen=True)
class Mutant:
    """A false problem close to a true one; None stands for what the true one has."""

    what: str
    counterexample: Counterexample
    goal: Formula | None = None
    given: tuple[Formula, ...] | None = None


@dataclass(frozen=True)
class Problem:
    """A goal that follows from hypotheses, all of which the proof needs.

    `beyond` says what the search would have to do to find the proof, where it does not.
    """

    name: str
    goal: Formula
    given: tuple[Formula, ...]
    mutants: tuple[Mutant, ...]
    beyond: str = ""


PROBLEMS: dict[str, Problem] = {}


def problem(
    name: str, goal: Formula, given: Sequence[Formula], *mutants: Mutant, beyond: str = ""
) -> None:
    assert name not in PROBLEMS
    PROBLEMS[name] = Problem(name, goal, tuple(given), mutants, beyond)


def wrong(
    what: str,
    goal: Formula | None = None,
    *,
    given: Sequence[Formula] | None = None,
    at: Mapping[str, Any],
    dim: Mapping[str, int] | None = None,
    size: Mapping[str, int] | None = None,
    columns: int | None = None,
) -> Mutant:
    model = Counterexample(at, dim, size, columns)
    return Mutant(what, model, goal, None if given is None else tuple(given))


def scalar(name: str, *properties: str) -> Term:
    return letter(Atom(name, C, C, properties))


def scalars(names: str, *properties: str) -> list[Term]:
    return [scalar(name, *properties) for name in names.split()]


def operator(name: str, *properties: str, space: Space = V) -> Term:
    return letter(Atom(name, space, space, properties))


def ket(name: str, space: Space = V) -> Term:
    return letter(Atom(name, space))


def equal(left: Term, right: Term) -> Equation:
    return Equation(left, right)


def vanishes(term: Term) -> Equation:
    return Equation(term, zero(term.codomain, term.domain))


def commutator(left: Term, right: Term) -> Term:
    return left * right - right * left


one, two, half, imaginary = identity(), number(2), number(Fraction(1, 2)), number(0, 1)
SIGMA_X, SIGMA_Y, SIGMA_Z = [[0, 1], [1, 0]], [[0, -1j], [1j, 0]], [[1, 0], [0, -1]]

# Eigenvectors.

a, b, v, w = ket("a"), ket("b"), ket("v"), ket("w")
oa, ob, q, z = scalars("oa ob q z")
O, PLAIN = operator("O", "hermitian"), operator("O", "adjointable")


def eigenvectors(observable: Term) -> list[Formula]:
    return [
        equal(observable * a, oa * a),
        equal(observable * b, ob * b),
        equal(oa, oa.adjoint()),
        equal(q * (oa - ob), one),
    ]


EIGEN = eigenvectors(O)
problem(
    "an eigenvalue to the left",
    equal(oa * a.adjoint() * b, a.adjoint() * O * b),
    [EIGEN[0], EIGEN[2]],
    wrong(
        "wrong sign",
        equal(oa * a.adjoint() * b, -a.adjoint() * O * b),
        at={"O": [[1]], "oa": 1, "a": [1], "b": [1]},
        dim={"V": 1},
    ),
    wrong(
        "not Hermitian",
        equal(oa * a.adjoint() * b, a.adjoint() * PLAIN * b),
        given=[equal(PLAIN * a, oa * a), EIGEN[2]],
        at={"O": [[1, 1], [0, 0]], "oa": 1, "a": [1, 0], "b": [0, 1]},
        dim={"V": 2},
    ),
)
problem(
    "eigenvectors are orthogonal",
    vanishes(a.adjoint() * b),
    EIGEN,
    wrong(
        "equal eigenvalues",
        given=EIGEN[:3],
        at={"O": [[1]], "oa": 1, "ob": 1, "a": [1], "b": [1]},
        dim={"V": 1},
    ),
    wrong(
        "not Hermitian",
        given=eigenvectors(PLAIN),
        at={"O": [[1, 1], [0, 2]], "oa": 1, "ob": 2, "q": -1, "a": [1, 0], "b": [1, 1]},
        dim={"V": 2},
    ),
)
problem(
    "eigenvalues are real",
    equal(oa, oa.adjoint()),
    [EIGEN[0], equal(q * a.adjoint() * a, one)],
    wrong("the vector may be 0", given=[EIGEN[0]], at={"O": [[0]], "oa": 1j, "a": [0]}, dim={"V": 1}),
    wrong(
        "wrong sign",
        equal(oa, -oa.adjoint()),
        at={"O": [[1]], "oa": 1, "a": [1], "q": 1},
        dim={"V": 1},
    ),
    wrong(
        "not Hermitian",
        given=[equal(PLAIN * a, oa * a), equal(q * a.adjoint() * a, one)],
        at={"O": [[1j]], "oa": 1j, "a": [1], "q": 1},
        dim={"V": 1},
    ),
)

# Landau levels and the fine structure constant.

hbar, e, B, m, L, pi, h, ell = scalars("hbar e B m L pi h ell", "positive")
area, energy, frequency, count = scalars("area energy frequency count")
LANDAU = [
    equal(area, two * pi * m * energy * hbar**-2),
    equal(energy, hbar * frequency),
    equal(count, area * (L * half * pi**-1) ** 2),
    equal(frequency, e * B * m**-1),
    equal(h, two * pi * hbar),
]
RING = dict.fromkeys("hbar e B m L pi frequency energy".split(), 1)
RING |= {"area": 2, "count": Fraction(1, 2), "h": 2}
problem(
    "degeneracy of a Landau level",
    equal(count, e * B * h**-1 * L**2),
    LANDAU,
    wrong("factor 2", equal(count, two * e * B * h**-1 * L**2), at=RING),
    wrong("wrong sign", equal(count, -e * B * h**-1 * L**2), at=RING),
    wrong("wrong exponent", equal(count, e * B * h**-1 * L**3), at=RING | {"L": 2, "count": 2}),
    wrong(
        "without the cyclotron frequency",
        given=[LANDAU[0], LANDAU[1], LANDAU[2], LANDAU[4]],
        at=RING | {"frequency": 2, "energy": 2, "area": 4, "count": 1},
    ),
    wrong("without the reduced constant", given=LANDAU[:4], at=RING | {"h": 1}),
)
epsilon, c, mu, alpha = scalars("epsilon c mu alpha", "positive")
(R,) = scalars("R")
FINE = [
    equal(R, h * e**-2),
    equal(alpha, e**2 * number(Fraction(1, 4)) * (pi * epsilon * hbar * c) ** -1),
    equal(epsilon * mu * c**2, one),
    equal(h, two * pi * hbar),
]
CONSTANTS = dict.fromkeys("hbar e pi epsilon mu c".split(), 1)
CONSTANTS |= {"alpha": Fraction(1, 4), "h": 2, "R": 2}
problem(
    "the von Klitzing constant",
    equal(R, mu * c * alpha**-1 * half),
    FINE,
    wrong("factor 2", equal(R, mu * c * alpha**-1), at=CONSTANTS),
    wrong("without the speed of light", given=[FINE[0], FINE[1], FINE[3]], at=CONSTANTS | {"mu": 2}),
)

# Symmetries.

H, U = operator("H"), operator("U")
ENERGY, PSI, ANY = Atom("energy"), Atom("psi", V), Atom("X", V, V)
psi, level, anything = letter(PSI), letter(ENERGY), letter(ANY)
EIGENSTATE = equal(H * psi, level * psi)
COMPLETE = forall([ANY], [forall([ENERGY, PSI], [EIGENSTATE], vanishes(anything * psi))], vanishes(anything))
SAME_ENERGY = forall([ENERGY, PSI], [EIGENSTATE], equal(H * U * psi, level * U * psi))
SWAPPED = {"H": [[1, 0], [0, 2]], "U": SIGMA_X}
problem(
    "a symmetry commutes",
    vanishes(commutator(H, U)),
    [COMPLETE, SAME_ENERGY],
    wrong("wrong sign", vanishes(H * U + U * H), at={"H": [[1]], "U": [[1]]}, dim={"V": 1}),
    wrong("without the symmetry", given=[COMPLETE], at=SWAPPED, dim={"V": 2}),
    wrong(
        "the eigenstates are not complete",
        given=[SAME_ENERGY],
        at={"H": [[0, 1], [0, 0]], "U": [[1, 0], [0, 2]]},
        dim={"V": 2},
    ),
)
problem(
    "what commutes keeps the energy",
    equal(H * U * psi, level * U * psi),
    [vanishes(commutator(H, U)), EIGENSTATE],
    wrong(
        "anticommutes",
        given=[vanishes(H * U + U * H), EIGENSTATE],
        at={"H": SIGMA_Z, "U": SIGMA_X, "psi": [1, 0], "energy": 1},
        dim={"V": 2},
    ),
    wrong(
        "the operator is dropped",
        equal(H * U * psi, level * psi),
        at={"H": [[1]], "U": [[2]], "psi": [1], "energy": 1},
        dim={"V": 1},
    ),
    wrong(
        "not an eigenstate",
        given=[vanishes(commutator(H, U))],
        at={"H": [[1]], "U": [[1]], "psi": [1], "energy": 2},
        dim={"V": 1},
    ),
)
problem(
    "what commutes keeps all energies",
    SAME_ENERGY,
    [vanishes(commutator(H, U))],
    wrong("does not commute", given=[], at=SWAPPED, dim={"V": 2}),
)

problem(
    "a Schrödinger equation solved for the derivative",
    equal(U * v, -imaginary * H * v),
    [equal(imaginary * U * v, H * v)],
    wrong(
        "wrong sign",
        equal(U * v, imaginary * H * v),
        at={"U": [[1]], "H": [[1j]], "v": [1]},
        dim={"V": 1},
    ),
)
EXPECTATION = equal(psi.adjoint() * PLAIN * psi, z * psi.adjoint() * psi)
problem(
    "an expectation value known for all vectors",
    equal(v.adjoint() * PLAIN * v, z * v.adjoint() * v),
    [forall([PSI], [], EXPECTATION)],
    wrong(
        "for one other vector only",
        given=[EXPECTATION],
        at={"O": [[1, 0], [0, 2]], "z": 1, "psi": [1, 0], "v": [0, 1]},
        dim={"V": 2},
    ),
)

# Sums over a basis.

i, j = Index("i", "I"), Index("j", "I")
BASIS, LEVELS = Atom("k", V, C, (), ("I",)), Atom("E", C, C, (), ("I",))
ki, kj, Ei = letter(BASIS, i), letter(BASIS, j), letter(LEVELS, i)
RESOLUTION = equal(total(i, ki * ki.adjoint()), identity(V))
STATES = equal(H * ki, Ei * ki)
KEPT = equal(H * U * ki, Ei * U * ki)
ORTHONORMAL = forall([i, j], [], equal(ki.adjoint() * kj, delta(i, j)))
UNITS = {"k": lambda n: [int(row == n) for row in range(2)], "E": lambda n: n + 1}
SHEAR = {**UNITS, "H": [[1, 0], [0, 2]], "U": [[1, 1], [0, 1]]}
problem(
    "commuting on a basis",
    equal(H * U, U * H),
    [RESOLUTION, forall([i], [], STATES), forall([i], [], KEPT)],
    wrong(
        "not complete",
        given=[forall([i], [], STATES), forall([i], [], KEPT)],
        at=SHEAR,
        dim={"V": 2},
        size={"I": 1},
    ),
    wrong(
        "over no states at all",
        given=[forall([i], [], STATES), forall([i], [], KEPT)],
        at={**UNITS, **SWAPPED},
        dim={"V": 2},
        size={"I": 0},
    ),
    wrong(
        "for one state only",
        given=[RESOLUTION, STATES, KEPT],
        at={**SHEAR, "i": 0},
        dim={"V": 2},
        size={"I": 2},
    ),
)
problem(
    "an inner product by components",
    equal(a.adjoint() * b, total(i, a.adjoint() * ki * ki.adjoint() * b)),
    [RESOLUTION],
    wrong(
        "factor 2",
        equal(a.adjoint() * b, two * total(i, a.adjoint() * ki * ki.adjoint() * b)),
        at={"a": [1], "b": [1], "k": lambda n: [1]},
        dim={"V": 1},
        size={"I": 1},
    ),
    wrong(
        "not normalised",
        given=[],
        at={"a": [1], "b": [1], "k": lambda n: [2]},
        dim={"V": 1},
        size={"I": 1},
    ),
)
projector = total(i, ki * ki.adjoint())
ONES = {"k": lambda n: [1]}
problem(
    "a projector on an orthonormal set",
    equal(projector**2, projector),
    [ORTHONORMAL],
    wrong("factor 2", equal(projector**2, two * projector), at=ONES, dim={"V": 1}, size={"I": 1}),
    wrong("wrong sign", equal(projector**2, -projector), at=ONES, dim={"V": 1}, size={"I": 1}),
    wrong(
        "normalised, but not orthogonal",
        given=[forall([i], [], equal(ki.adjoint() * ki, one))],
        at=ONES,
        dim={"V": 1},
        size={"I": 2},
    ),
)
problem(
    "the spectral sum",
    equal(H, total(i, Ei * ki * ki.adjoint())),
    [RESOLUTION, forall([i], [], STATES)],
    wrong("not complete", given=[forall([i], [], STATES)], at=SHEAR, dim={"V": 2}, size={"I": 1}),
    wrong(
        "the squares of the levels",
        equal(H, total(i, Ei**2 * ki * ki.adjoint())),
        at=SHEAR,
        dim={"V": 2},
        size={"I": 2},
    ),
)
f, g = Atom("f", slots=("I",)), Atom("g", slots=("I",))
fi, fj, gi, gj = letter(f, i), letter(f, j), letter(g, i), letter(g, j)
problem(
    "equal terms have equal sums",
    equal(total(i, fi), total(i, gi)),
    [forall([i], [], equal(fi, gi))],
    wrong(
        "one term only",
        given=[equal(fi, gi)],
        at={"i": 0, "f": lambda n: 1, "g": lambda n: n + 1},
        size={"I": 2},
    ),
)
problem(
    "a sum with a delta",
    equal(total(j, delta(i, j) * fj), fi),
    [],
    wrong(
        "the delta is dropped",
        equal(total(j, fj), fi),
        at={"i": 0, "f": lambda n: n + 1},
        size={"I": 2},
    ),
)
problem(
    "a product of sums",
    equal(total(i, total(j, fi * gj)), total(i, fi) * total(i, gi)),
    [],
    wrong(
        "one index for two",
        equal(total(i, fi * gi), total(i, fi) * total(i, gi)),
        at={"f": lambda n: 1, "g": lambda n: 1},
        size={"I": 2},
    ),
)

# Sequences and symbolic exponents.

N = natural_atom("n")
n = letter(N)
MOMENTUM, CENTRE = Atom("k", slots=(NATURAL,)), Atom("x", slots=(NATURAL,))
CENTRES = [
    equal(letter(MOMENTUM, n), two * pi * n * L**-1),
    equal(letter(CENTRE, n), -(ell**2) * letter(MOMENTUM, n)),
]
STRIPE = {"pi": 1, "L": 1, "ell": 1, "n": 0, "k": lambda n: 2 * n, "x": lambda n: -2 * n}
distance = letter(CENTRE, n) - letter(CENTRE, n + one)
problem(
    "the distance of guiding centres",
    equal(distance, two * pi * ell**2 * L**-1),
    [forall([N], [], formula) for formula in CENTRES],
    wrong("wrong sign", equal(distance, -two * pi * ell**2 * L**-1), at=STRIPE),
    wrong(
        "one momentum only",
        given=[CENTRES[0], forall([N], [], CENTRES[1])],
        at=STRIPE | {"k": lambda n: 5 * n, "x": lambda n: -5 * n},
    ),
)
problem(
    "a third power on an eigenvector",
    equal(U**3 * v, z**3 * v),
    [equal(U * v, z * v)],
    wrong("wrong exponent", equal(U**3 * v, z**2 * v), at={"U": [[2]], "z": 2, "v": [1]}, dim={"V": 1}),
    wrong(
        "not an eigenvector",
        given=[],
        at={"U": [[2]], "z": 1, "v": [1]},
        dim={"V": 1},
    ),
)
problem(
    "a symbolic power on an eigenvector",
    equal(U**n * U * v, z * U**n * v),
    [equal(U * v, z * v)],
    wrong(
        "wrong exponent",
        equal(U**n * U * v, z**2 * U**n * v),
        at={"U": [[2]], "z": 2, "v": [1], "n": 0},
        dim={"V": 1},
    ),
)
problem(
    "the square of a symbolic power",
    equal(z ** (n + n), number(4)),
    [equal(z**n, two)],
    wrong("not squared", equal(z ** (n + n), two), at={"z": 2, "n": 1}),
)
problem(
    "a product of neighbours is even",
    equal(sign(n * (n + one)), one),
    [],
    wrong("a number need not be even", equal(sign(n), one), at={"n": 1}),
)

# Angular momentum and spin.

Jx, Jy, Jz = (operator(name) for name in ("Jx", "Jy", "Jz"))
JXY, JYZ, JZX = (
    equal(commutator(x, y), imaginary * hbar * third) for x, y, third in ((Jx, Jy, Jz), (Jy, Jz, Jx), (Jz, Jx, Jy))
)
square = Jx**2 + Jy**2 + Jz**2
raising = Jx + imaginary * Jy
SPIN_1 = {
    "hbar": 1,
    "Jx": [[0, 0, 0], [0, 0, -1j], [0, 1j, 0]],
    "Jy": [[0, 0, 1j], [0, 0, 0], [-1j, 0, 0]],
    "Jz": [[0, -1j, 0], [1j, 0, 0], [0, 0, 0]],
}
HYPERBOLIC = {  # i Jx, Jy, i Jz of spin 1
    **SPIN_1,
    "Jx": [[0, 0, 0], [0, 0, 1], [0, -1, 0]],
    "Jz": [[0, 1, 0], [-1, 0, 0], [0, 0, 0]],
}
problem(
    "the square of the angular momentum",
    equal(square * Jz, Jz * square),
    [JYZ, JZX],
    wrong(
        "factor 2",
        equal((square + Jx**2) * Jz, Jz * (square + Jx**2)),
        at=SPIN_1,
        dim={"V": 3},
    ),
    wrong(
        "wrong sign in a hypothesis",
        given=[JYZ, equal(commutator(Jz, Jx), -imaginary * hbar * Jy)],
        at=HYPERBOLIC,
        dim={"V": 3},
    ),
)
problem(
    "the raising operator",
    equal(commutator(Jz, raising), hbar * raising),
    [JYZ, JZX],
    wrong("wrong sign", equal(commutator(Jz, raising), -hbar * raising), at=SPIN_1, dim={"V": 3}),
    wrong(
        "swapped operators",
        given=[JYZ, equal(commutator(Jx, Jz), imaginary * hbar * Jy)],
        at=HYPERBOLIC,
        dim={"V": 3},
    ),
)
problem(
    "the square commutes with the raising operator",
    equal(square * raising, raising * square),
    [JXY, JYZ, JZX],
    wrong("not with each of its terms", equal(Jx**2 * raising, raising * Jx**2), at=SPIN_1, dim={"V": 3}),
)
sx, sy, sz = (operator(name) for name in ("sx", "sy", "sz"))
SX2, SY2, SZ2 = (equal(s * s, identity(V)) for s in (sx, sy, sz))
SXY, SYZ, SZX = equal(sx * sy, imaginary * sz), equal(sy * sz, imaginary * sx), equal(sz * sx, imaginary * sy)
SPIN = {"sx": SIGMA_X, "sy": SIGMA_Y, "sz": SIGMA_Z}
problem(
    "the other order of two Pauli matrices",
    equal(sy * sx, -imaginary * sz),
    [SY2, SYZ],
    wrong("wrong sign", equal(sy * sx, imaginary * sz), at=SPIN, dim={"V": 2}),
)
problem(
    "the other order, from one product",
    equal(sy * sx, -imaginary * sz),
    [SX2, SY2, SZ2, SXY],
    wrong("without one square", given=[SX2, SY2, SXY], at={"sx": [[1]], "sy": [[1]], "sz": [[-1j]]}, dim={"V": 1}),
)
problem(
    "three Pauli matrices",
    equal(sx * sy * sz, imaginary * identity(V)),
    [SZ2, SXY],
    wrong("swapped operators", equal(sy * sx * sz, imaginary * identity(V)), at=SPIN, dim={"V": 2}),
    wrong(
        "without a square",
        given=[SXY],
        at={"sx": [[0]], "sy": [[0]], "sz": [[0]]},
        dim={"V": 1},
    ),
)
hopping = operator("c", "adjointable")
occupied = hopping.adjoint() * hopping
ANTICOMMUTE, NILPOTENT = equal(hopping * hopping.adjoint() + occupied, identity(V)), vanishes(hopping**2)
problem(
    "an occupation is 0 or 1",
    equal(occupied**2, occupied),
    [ANTICOMMUTE, NILPOTENT],
    wrong("wrong sign", equal(occupied**2, -occupied), at={"c": [[0, 1], [0, 0]]}, dim={"V": 2}),
    wrong("not nilpotent", given=[ANTICOMMUTE], at={"c": [[0.5 + 0.5j]]}, dim={"V": 1}),
    wrong(
        "dropped dagger",
        equal((hopping * hopping) ** 2, occupied),
        at={"c": [[0, 1], [0, 0]]},
        dim={"V": 2},
    ),
)

# Position and derivative, on polynomials of degree below 12.

LENGTH = 12
RAISE = [[int(row == column + 1) for column in range(LENGTH)] for row in range(LENGTH)]
LOWER = [[column * (row == column - 1) for column in range(LENGTH)] for row in range(LENGTH)]
up, down = operator("up"), operator("down")
WEYL = equal(commutator(down, up), identity(V))
POLYNOMIALS: dict[str, Any] = {"at": {"up": RAISE, "down": LOWER}, "dim": {"V": LENGTH}, "columns": 8}
problem(
    "a commutator with a square",
    equal(commutator(down, up**2), two * up),
    [WEYL],
    wrong("the factor is dropped", equal(commutator(down, up**2), up), **POLYNOMIALS),
    wrong("swapped operators", equal(commutator(up**2, down), two * up), **POLYNOMIALS),
)
problem(
    "a commutator with a fifth power",
    equal(commutator(down**5, up), number(5) * down**4),
    [WEYL],
    wrong("wrong factor", equal(commutator(down**5, up), number(4) * down**4), **POLYNOMIALS),
    wrong("wrong exponent", equal(commutator(down**5, up), number(5) * down**5), **POLYNOMIALS),
)
x, D = operator("x", space=E), operator("D", space=E)
at_zero, integral, u = letter(Atom("at_zero", C, E)), letter(Atom("integral", C, E)), ket("u", E)
AT_ZERO = [vanishes(at_zero * x), equal(commutator(D, x), identity(E))]
CONSTANT = {
    "x": RAISE,
    "D": LOWER,
    "at_zero": [[1] + [0] * (LENGTH - 1)],
    "u": [1] + [0] * (LENGTH - 1),
}
problem(
    "the derivative of x u at 0",
    equal(at_zero * D * x * u, at_zero * u),
    AT_ZERO,
    wrong("it vanishes", vanishes(at_zero * D * x * u), at=CONSTANT, dim={"E": LENGTH}, columns=8),
    wrong(
        "swapped operators",
        equal(at_zero * x * D * u, at_zero * u),
        at=CONSTANT,
        dim={"E": LENGTH},
        columns=8,
    ),
)
F, G = operator("F", space=E), operator("G", space=E)
PARTS = [vanishes(integral * D), equal(commutator(D, F), G)]
problem(
    "integration by parts",
    equal(integral * F * D * u, -integral * G * u),
    PARTS,
    wrong(
        "wrong sign",
        equal(integral * F * D * u, integral * G * u),
        at={"integral": [[0, 1]], "D": [[0, 1], [0, 0]], "F": [[0, 0], [1, 0]], "G": SIGMA_Z, "u": [0, 1]},
        dim={"E": 2},
    ),
    wrong(
        "with a boundary term",
        given=PARTS[1:],
        at={"integral": [[1]], "D": [[1]], "F": [[1]], "G": [[0]], "u": [1]},
        dim={"E": 1},
    ),
)

# Inverses and maps between different spaces.

A, Bo, Co, Do, Fo = (operator(name) for name in ("A", "B", "C1", "D1", "F1"))
there, back, other = letter(Atom("there", W, V)), letter(Atom("back", V, W)), letter(Atom("other", V, W))
problem(
    "a left inverse is the right inverse",
    equal(back, other),
    [equal(back * there, identity(V)), equal(there * other, identity(W))],
    wrong(
        "two left inverses",
        given=[equal(back * there, identity(V)), equal(other * there, identity(V))],
        at={"there": [[1], [0]], "back": [[1, 0]], "other": [[1, 1]]},
        dim={"V": 1, "W": 2},
    ),
)
problem(
    "the inverse of a product",
    equal(Do * Fo * A * Bo, identity(V)),
    [equal(Fo * A, identity(V)), equal(Do * Bo, identity(V))],
    wrong(
        "swapped operators",
        equal(Do * Fo * Bo * A, identity(V)),
        at={"A": [[1, 1], [0, 1]], "F1": [[1, -1], [0, 1]], "B": [[1, 0], [1, 1]], "D1": [[1, 0], [-1, 1]]},
        dim={"V": 2},
    ),
)
isometry = letter(Atom("S", W, V, ("adjointable",)))
ISOMETRY = equal(isometry.adjoint() * isometry, identity(V))
INCLUSION = {"S": [[1], [0]]}
problem(
    "an isometry makes a projector",
    equal((isometry * isometry.adjoint()) ** 2, isometry * isometry.adjoint()),
    [ISOMETRY],
    wrong(
        "it need not be onto",
        equal(isometry * isometry.adjoint(), identity(W)),
        at=INCLUSION,
        dim={"V": 1, "W": 2},
    ),
)
unitary = operator("U", "adjointable")
problem(
    "inner products are kept",
    equal((unitary * v).adjoint() * unitary * w, v.adjoint() * w),
    [equal(unitary.adjoint() * unitary, identity(V))],
    wrong("no hypothesis", given=[], at={"U": [[2]], "v": [1], "w": [1]}, dim={"V": 1}),
    wrong(
        "dropped dagger",
        given=[equal(unitary * unitary, identity(V))],
        at={"U": [[1, 1], [0, -1]], "v": [0, 1], "w": [0, 1]},
        dim={"V": 2},
    ),
)
X, Y, Z = (
    letter(Atom(name, *ends, ("adjointable",))) for name, ends in (("X", (W, V)), ("Y", (V, W)), ("Z", (V, W)))
)


def penrose(inverse: Term) -> list[Formula]:
    return [
        equal(X * inverse * X, X),
        equal(inverse * X * inverse, inverse),
        equal((X * inverse).adjoint(), X * inverse),
        equal((inverse * X).adjoint(), inverse * X),
    ]


problem(
    "the pseudoinverse is unique",
    equal(Y, Z),
    penrose(Y) + penrose(Z),
    wrong(
        "one product not Hermitian",
        given=penrose(Y) + [penrose(Z)[k] for k in (0, 1, 3)],
        at={"X": [[1], [0]], "Y": [[1, 0]], "Z": [[1, 1]]},
        dim={"V": 1, "W": 2},
    ),
    wrong(
        "one condition dropped",
        given=penrose(Y) + [penrose(Z)[k] for k in (0, 2, 3)],
        at={"X": [[0]], "Y": [[0]], "Z": [[1]]},
        dim={"V": 1, "W": 1},
    ),
)
K = operator("K", "invertible")
problem(
    "an invertible operator is cancelled",
    equal(A, Bo),
    [equal(K * A, K * Bo)],
    wrong(
        "not invertible",
        given=[equal(operator("K") * A, operator("K") * Bo)],
        at={"K": [[0]], "A": [[1]], "B": [[0]]},
        dim={"V": 1},
    ),
    wrong(
        "swapped operators",
        given=[equal(A * K, K * Bo)],
        at={"K": [[1, 1], [0, 1]], "A": [[1, 0], [0, 2]], "B": [[1, -1], [0, 2]]},
        dim={"V": 2},
    ),
)
problem(
    "conjugation by an invertible operator",
    equal(A, K**-1 * Bo * K),
    [equal(K * A * K**-1, Bo)],
    wrong(
        "swapped operators",
        equal(A, K * Bo * K**-1),
        at={"K": [[1, 1], [0, 1]], "A": [[1, 0], [0, 2]], "B": [[1, 1], [0, 2]]},
        dim={"V": 2},
    ),
)
problem(
    "an involution is moved to the other side",
    equal(A, Co * Bo),
    [equal(Co**2, identity(V)), equal(Co * A, Bo)],
    wrong(
        "swapped operators",
        equal(A, Bo * Co),
        at={"C1": SIGMA_X, "A": [[1, 0], [0, 2]], "B": [[0, 2], [1, 0]]},
        dim={"V": 2},
    ),
    wrong("its cube is 1", given=[equal(Co**3, Co), equal(Co * A, Bo)], at={"C1": [[0]], "A": [[1]], "B": [[0]]}, dim={"V": 1}),
)
problem(
    "what commutes with a unitary operator commutes with its adjoint",
    equal(unitary.adjoint() * A, A * unitary.adjoint()),
    [
        equal(unitary.adjoint() * unitary, identity(V)),
        equal(unitary * unitary.adjoint(), identity(V)),
        equal(unitary * A, A * unitary),
    ],
    wrong(
        "not unitary",
        given=[equal(unitary * A, A * unitary)],
        at={"U": [[1, 1], [0, 1]], "A": [[1, 1], [0, 1]]},
        dim={"V": 2},
    ),
)

# Clauses about all scalars.

ANY_SCALAR = Atom("any")
any_scalar = letter(ANY_SCALAR)
problem(
    "a scalar in a clause",
    vanishes(oa * A),
    [forall([ANY_SCALAR], [], vanishes(any_scalar * A))],
    wrong("another operator", vanishes(oa * Bo), at={"oa": 1, "A": [[0]], "B": [[1]]}, dim={"V": 1}),
    wrong("for one scalar only", given=[vanishes(ob * A)], at={"oa": 1, "ob": 0, "A": [[1]]}, dim={"V": 1}),
)
problem(
    "a clause at a product of scalars",
    equal(oa * (v.adjoint() * w) * A, (oa * (v.adjoint() * w)).adjoint() * Bo),
    [forall([ANY_SCALAR], [], equal(any_scalar * A, any_scalar.adjoint() * Bo))],
    wrong(
        "another operator",
        equal(oa * (v.adjoint() * w) * A, (oa * (v.adjoint() * w)).adjoint() * Do),
        at={"oa": 1, "v": [1], "w": [1], "A": [[0]], "B": [[0]], "D1": [[1]]},
        dim={"V": 1},
    ),
    wrong(
        "for one scalar only",
        given=[equal(A, Bo)],
        at={"oa": 1j, "v": [1], "w": [1], "A": [[1]], "B": [[1]]},
        dim={"V": 1},
    ),
)
P, Q = operator("P", "hermitian"), operator("Q", "hermitian")
problem(
    "the adjoint of a product",
    equal((P * Q).adjoint(), Q * P),
    [],
    wrong("swapped operators", equal((P * Q).adjoint(), P * Q), at={"P": SIGMA_X, "Q": SIGMA_Z}, dim={"V": 2}),
)

# Scalars.

gamma, beta, t, s, cos, sin = scalars("gamma beta t s cos sin")
boosted = (gamma * (t - beta * s)) ** 2 - (gamma * (s - beta * t)) ** 2
FAST = {"gamma": Fraction(5, 4), "beta": Fraction(3, 5), "t": 2, "s": 1}
problem(
    "the interval is invariant",
    equal(boosted, t**2 - s**2),
    [equal(gamma**2 * (one - beta**2), one)],
    wrong("wrong sign", equal(boosted, t**2 + s**2), at=FAST),
    wrong(
        "wrong exponent in the hypothesis",
        given=[equal(gamma * (one - beta**2), one)],
        at=FAST | {"gamma": Fraction(25, 16)},
    ),
)
TRIANGLE = {"cos": Fraction(3, 5), "sin": Fraction(4, 5)}
problem(
    "a double angle",
    equal(cos**4 - sin**4, one - two * sin**2),
    [equal(cos**2 + sin**2, one)],
    wrong("sine for cosine", equal(cos**4 - sin**4, one - two * cos**2), at=TRIANGLE),
    wrong("no hypothesis", given=[], at={"cos": 1, "sin": 1}),
)
chain = scalars(" ".join(f"x{k}" for k in range(12)))
LINKS = [equal(chain[k], chain[k + 1]) for k in range(10)] + [equal(chain[10], chain[11] ** 2)]
problem(
    "a chain of equations",
    equal(chain[0], chain[11] ** 2),
    LINKS,
    wrong(
        "a missing link",
        given=LINKS[:5] + LINKS[6:],
        at={f"x{k}": int(k > 5) for k in range(12)},
    ),
    wrong(
        "wrong exponent",
        equal(chain[0], chain[11] ** 3),
        at={f"x{k}": 4 if k < 11 else 2 for k in range(12)},
    ),
)
problem(
    "two equations for a sum",
    equal(chain[0] * chain[1] + chain[2], one),
    [equal(chain[0] * chain[1], chain[3]), equal(chain[3] + chain[2], one)],
    wrong(
        "factor 2",
        equal(chain[0] * chain[1] + two * chain[2], one),
        at={"x0": 0, "x1": 0, "x2": 1, "x3": 0},
    ),
)
problem(
    "a positive factor is cancelled",
    equal(oa, ob),
    [equal(oa * hbar, ob * hbar)],
    wrong("it may be 0", given=[equal(oa * z, ob * z)], at={"oa": 1, "ob": 0, "z": 0}),
)
problem(
    "a witness is cancelled",
    equal(oa * ob, ob),
    [equal(oa * ob**2, ob**2), equal(q * ob, one)],
    wrong("too much is cancelled", equal(oa * ob, one), at={"oa": 1, "ob": 2, "q": Fraction(1, 2)}),
    wrong("it may be 0", equal(oa, one), given=[equal(oa * ob**2, ob**2)], at={"oa": 5, "ob": 0}),
)
problem(
    "a cube from a quadratic equation",
    equal(z**3, number(7) * z - number(6)),
    [equal(z**2, number(3) * z - two)],
    wrong("wrong sign", equal(z**3, number(7) * z + number(6)), at={"z": 1}),
    wrong("it may be the other root", equal(z, one), at={"z": 2}),
)
problem(
    "a fourth power of i",
    equal(z**4, one),
    [equal(z**2, -one)],
    wrong("too early", equal(z**3, one), at={"z": 1j}),
)

# Order.

problem(
    "a sum of squares and a positive number",
    NonNegative(a.adjoint() * O * O * a + oa * oa.adjoint() + h),
    [],
    wrong("wrong sign", NonNegative(a.adjoint() * O * O * a - h), at={"O": [[0]], "a": [1], "h": 1}, dim={"V": 1}),
    wrong("dropped dagger", NonNegative(oa * oa + h), at={"oa": 2j, "h": 1}),
    wrong(
        "an operator that need not be positive",
        NonNegative(a.adjoint() * O * a),
        at={"O": [[-1]], "a": [1]},
        dim={"V": 1},
    ),
)
problem(
    "a square where an equation says so",
    NonNegative(oa),
    [equal(oa, ob * ob.adjoint())],
    wrong("dropped dagger", given=[equal(oa, ob * ob)], at={"oa": -1, "ob": 1j}),
)
problem(
    "adding what is known",
    NonNegative(oa + h),
    [NonNegative(oa)],
    wrong("subtracting", NonNegative(h - oa), at={"oa": 2, "h": 1}),
    wrong("nothing is known", given=[], at={"oa": -2, "h": 1}),
)
problem(
    "transitivity",
    NonNegative(ob - oa),
    [NonNegative(z - oa), NonNegative(ob - z)],
    wrong("wrong direction", NonNegative(oa - ob), at={"oa": 0, "z": 1, "ob": 2}),
    wrong("a missing link", given=[NonNegative(z - oa)], at={"oa": 1, "z": 1, "ob": 0}),
)
rr, ss = scalars("r s", "hermitian")
problem(
    "the square of a difference",
    NonNegative(rr**2 - two * rr * ss + ss**2),
    [],
    wrong("factor 3", NonNegative(rr**2 - number(3) * rr * ss + ss**2), at={"r": 1, "s": 1}),
    wrong("complex numbers", NonNegative(oa**2 - two * oa * ob + ob**2), at={"oa": 1j, "ob": 0}),
)
problem(
    "the norm of a sum",
    NonNegative(a.adjoint() * a + a.adjoint() * b + b.adjoint() * a + b.adjoint() * b),
    [],
    wrong(
        "factor 2",
        NonNegative(a.adjoint() * a + two * (a.adjoint() * b + b.adjoint() * a) + b.adjoint() * b),
        at={"a": [1], "b": [-1]},
        dim={"V": 1},
    ),
    wrong(
        "wrong sign",
        NonNegative(a.adjoint() * a + a.adjoint() * b + b.adjoint() * a - b.adjoint() * b),
        at={"a": [0], "b": [1]},
        dim={"V": 1},
    ),
)
problem(
    "a variance",
    NonNegative(v.adjoint() * O**2 * v - two * rr * v.adjoint() * O * v + rr**2 * v.adjoint() * v),
    [],
    wrong(
        "factor 4",
        NonNegative(v.adjoint() * O**2 * v - number(4) * rr * v.adjoint() * O * v + rr**2 * v.adjoint() * v),
        at={"O": [[1]], "r": 1, "v": [1]},
        dim={"V": 1},
    ),
    wrong(
        "not Hermitian",
        NonNegative(v.adjoint() * PLAIN**2 * v - two * rr * v.adjoint() * PLAIN * v + rr**2 * v.adjoint() * v),
        at={"O": [[1j]], "r": 0, "v": [1]},
        dim={"V": 1},
    ),
)
problem(
    "an order times positive numbers",
    NonNegative(two * h * ob - two * h * oa),
    [NonNegative(ob - oa)],
    wrong("times a negative number", NonNegative(h * oa - h * ob), at={"oa": 0, "ob": 1, "h": 1}),
    wrong(
        "times a number that may be negative",
        NonNegative(rr * ob - rr * oa),
        at={"oa": 0, "ob": 1, "r": -1},
    ),
)
problem(
    "a sum of squares over an index",
    NonNegative(total(i, (fi - gi) * (fi - gi).adjoint())),
    [],
    wrong(
        "dropped dagger",
        NonNegative(total(i, (fi - gi) ** 2)),
        at={"f": lambda n: 1j, "g": lambda n: 0},
        size={"I": 1},
    ),
    wrong(
        "wrong sign",
        NonNegative(total(i, fi * fi.adjoint() - gi * gi.adjoint())),
        at={"f": lambda n: 0, "g": lambda n: 1},
        size={"I": 1},
    ),
)
problem(
    "a sum of what is at least 0",
    NonNegative(h * total(i, fi)),
    [forall([i], [], NonNegative(fi))],
    wrong(
        "one term only",
        given=[NonNegative(fi)],
        at={"i": 0, "h": 1, "f": lambda n: -2 * n},
        size={"I": 2},
    ),
    wrong("nothing is known", given=[], at={"h": 1, "f": lambda n: -1}, size={"I": 1}),
)

# Rules that change the goal.

Av = A * psi
problem(
    "operators that agree on all vectors",
    equal(A, Bo),
    [forall([PSI], [], equal(Av, Bo * psi))],
    wrong("on one vector only", given=[equal(Av, Bo * psi)], at={"A": [[1]], "B": [[0]], "psi": [0]}, dim={"V": 1}),
    wrong("another operator", equal(A, Do), at={"A": [[1]], "B": [[1]], "D1": [[0]]}, dim={"V": 1}),
)
problem(
    "operators that agree on all vectors, in a product",
    equal(A * Co, Bo * Co),
    [forall([PSI], [], equal(Av, Bo * psi))],
    wrong("swapped operators", equal(A * Co, Co * Bo), at={"A": SIGMA_X, "B": SIGMA_X, "C1": SIGMA_Z}, dim={"V": 2}),
)
problem(
    "a vector without length",
    vanishes(v),
    [vanishes(v.adjoint() * v)],
    wrong("orthogonal to another", given=[vanishes(w.adjoint() * v)], at={"v": [1], "w": [0]}, dim={"V": 1}),
    wrong("of length 1", given=[equal(v.adjoint() * v, one)], at={"v": [1]}, dim={"V": 1}),
)
problem(
    "an operator without square",
    vanishes(PLAIN),
    [vanishes(PLAIN.adjoint() * PLAIN)],
    wrong("dropped dagger", given=[vanishes(PLAIN * PLAIN)], at={"O": [[0, 1], [0, 0]]}, dim={"V": 2}),
)
problem(
    "an eigenvector of a normal operator",
    equal(PLAIN.adjoint() * v, oa.adjoint() * v),
    [equal(PLAIN.adjoint() * PLAIN, PLAIN * PLAIN.adjoint()), equal(PLAIN * v, oa * v)],
    wrong("not normal", given=[equal(PLAIN * v, oa * v)], at={"O": [[1, 1], [0, 0]], "oa": 1, "v": [1, 0]}, dim={"V": 2}),
    wrong(
        "dropped dagger",
        equal(PLAIN.adjoint() * v, oa * v),
        at={"O": [[1j]], "oa": 1j, "v": [1]},
        dim={"V": 1},
    ),
)
problem(
    "a Hermitian operator without square",
    vanishes(O * v),
    [vanishes(O * O * v)],
    wrong("not Hermitian", vanishes(PLAIN * v), given=[vanishes(PLAIN**2 * v)], at={"O": [[0, 1], [0, 0]], "v": [0, 1]}, dim={"V": 2}),
)
problem(
    "what is at least 0 is real",
    equal(oa.adjoint(), oa),
    [NonNegative(oa)],
    wrong("nothing is known", given=[], at={"oa": 1j}),
    wrong("another number", equal(ob.adjoint(), ob), at={"oa": 1, "ob": 1j}),
)
problem(
    "two orders are an equation",
    equal(oa, ob),
    [NonNegative(oa - ob), NonNegative(ob - oa)],
    wrong("one order only", given=[NonNegative(oa - ob)], at={"oa": 1, "ob": 0}),
    wrong("factor 2", equal(oa, two * ob), at={"oa": 1, "ob": 1}),
)
problem(
    "a norm that is at most 0",
    vanishes(v),
    [NonNegative(-v.adjoint() * v)],
    wrong("wrong sign", given=[NonNegative(v.adjoint() * v)], at={"v": [1]}, dim={"V": 1}),
)

# Induction and parity.

problem(
    "all powers on an eigenvector",
    equal(U**n * v, z**n * v),
    [equal(U * v, z * v)],
    wrong("wrong exponent", equal(U**n * v, z ** (n + one) * v), at={"U": [[2]], "z": 2, "v": [1], "n": 0}, dim={"V": 1}),
    wrong("not an eigenvector", given=[equal(U * w, z * w)], at={"U": [[2]], "z": 1, "v": [1], "w": [0], "n": 1}, dim={"V": 1}),
)
problem(
    "all powers on an eigenvector, for all numbers",
    forall([N], [], equal(U**n * v, z**n * v)),
    [equal(U * v, z * v)],
    wrong("wrong sign", forall([N], [], equal(U**n * v, sign(n) * z**n * v)), at={"U": [[2]], "z": 2, "v": [1]}, dim={"V": 1}),
)
problem(
    "all powers of what commutes",
    equal(A**n * Bo, Bo * A**n),
    [equal(A * Bo, Bo * A)],
    wrong("does not commute", given=[], at={"A": SIGMA_X, "B": SIGMA_Z, "n": 1}, dim={"V": 2}),
    wrong("anticommutes", given=[equal(A * Bo, -Bo * A)], at={"A": SIGMA_X, "B": SIGMA_Z, "n": 1}, dim={"V": 2}),
)
problem(
    "powers of what anticommutes",
    equal(A**n * Bo, sign(n) * Bo * A**n),
    [equal(A * Bo, -Bo * A)],
    wrong("the sign is dropped", equal(A**n * Bo, Bo * A**n), at={"A": SIGMA_X, "B": SIGMA_Z, "n": 1}, dim={"V": 2}),
)
SUMS = Atom("S", slots=(NATURAL,))
problem(
    "the sum of the first numbers",
    equal(two * letter(SUMS, n), n * (n + one)),
    [vanishes(letter(SUMS, zero())), forall([N], [], equal(letter(SUMS, n + one), letter(SUMS, n) + n + one))],
    wrong(
        "without the start",
        given=[forall([N], [], equal(letter(SUMS, n + one), letter(SUMS, n) + n + one))],
        at={"S": lambda n: 1 + n * (n + 1) // 2, "n": 0},
    ),
    wrong("wrong sign", equal(two * letter(SUMS, n), n * (n - one)), at={"S": lambda n: n * (n + 1) // 2, "n": 1}),
)
problem(
    "powers of what is at least 0",
    NonNegative(oa**n),
    [NonNegative(oa)],
    wrong("nothing is known", given=[], at={"oa": -1, "n": 1}),
    wrong("wrong sign", NonNegative(-(oa**n)), at={"oa": 1, "n": 1}),
)
problem(
    "even powers of an involution",
    equal((one + sign(n)) * Co**n, (one + sign(n)) * identity(V)),
    [equal(Co**2, identity(V))],
    wrong("also odd powers", equal(Co**n, identity(V)), at={"C1": SIGMA_X, "n": 1}, dim={"V": 2}),
    wrong("no involution", given=[], at={"C1": [[2]], "n": 2}, dim={"V": 1}),
)

# A resolution of the identity inside a product.

average = total(i, Ei * (a.adjoint() * ki) * (ki.adjoint() * a))
problem(
    "an average by components",
    equal(a.adjoint() * H * a, average),
    [RESOLUTION, forall([i], [], STATES)],
    wrong("not complete", given=[forall([i], [], STATES)], at={**SHEAR, "a": [0, 1]}, dim={"V": 2}, size={"I": 1}),
    wrong(
        "not the eigenvalues",
        equal(a.adjoint() * H * a, total(i, (a.adjoint() * ki) * (ki.adjoint() * a))),
        at={**SHEAR, "a": [0, 1]},
        dim={"V": 2},
        size={"I": 2},
    ),
)
problem(
    "a matrix element of a square by components",
    equal(h * a.adjoint() * H**2 * b, h * total(i, Ei**2 * (a.adjoint() * ki) * (ki.adjoint() * b))),
    [RESOLUTION, forall([i], [], STATES)],
    wrong(
        "wrong exponent",
        equal(h * a.adjoint() * H**2 * b, h * total(i, Ei * (a.adjoint() * ki) * (ki.adjoint() * b))),
        at={**SHEAR, "a": [0, 1], "b": [0, 1], "h": 1},
        dim={"V": 2},
        size={"I": 2},
    ),
)
