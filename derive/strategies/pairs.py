"""Strategies for a Hermitian H with transformations: symmetries, and almost symmetries.

Main results: `commuting_pairs`; `breaking_instances`, where it is known by construction whether the
symmetries are broken; `pairs_off_one_level`, where U maps every eigenspace of H but one into
itself (such a U is never unitary, for the complement of invariant spaces is invariant then);
`pairs_mixing_two_levels`, the nearest that a unitary U comes to that.
"""

from __future__ import annotations

from dataclasses import dataclass

from flint import fmpq
from hypothesis import assume
from hypothesis import strategies as st

from derive.linalg.matrices import ExactMatrix
from derive.strategies.hermitians import Diagonalised, diagonalised
from derive.strategies.numbers import Size, digits, sizes
from derive.strategies.unitaries import (
    PHASES,
    direct_sum,
    embedded,
    monomial,
    signed_permutations,
    unitaries,
)


@dataclass(frozen=True)
class Pair:
    """A Hermitian matrix and a transformation.

    Args:
        hamiltonian: H, with its eigenvectors.
        transformation: U.
        levels: the levels, counted from 0, whose eigenspaces U does not map into themselves.
    """

    hamiltonian: Diagonalised
    transformation: ExactMatrix
    levels: tuple[int, ...] = ()


@dataclass(frozen=True)
class BreakingInstance:
    """A Hamiltonian with symmetries, and what is true of them.

    Args:
        hamiltonian: H.
        symmetries: unitary matrices that commute with H.
        ground_energy: the least eigenvalue of H.
        dimension: how often it occurs.
        ground_states: an orthonormal basis of the ground space, as columns.
        weak: whether some ground state is not symmetric.
        strong: whether no ground state is symmetric.
    """

    hamiltonian: ExactMatrix
    symmetries: tuple[ExactMatrix, ...]
    ground_energy: fmpq
    dimension: int
    ground_states: ExactMatrix
    weak: bool
    strong: bool


def _inside_levels(draw: st.DrawFn, hamiltonian: Diagonalised) -> ExactMatrix:
    """A unitary matrix that maps each eigenspace into itself, in the basis of eigenvectors."""
    return direct_sum(
        [draw(unitaries(len(places), factors=1)) for _, places in hamiltonian.levels()]
    )


def _rotated(basis: ExactMatrix, matrix: ExactMatrix) -> ExactMatrix:
    return basis @ matrix @ basis.adjoint()


@st.composite
def commuting_pairs(draw: st.DrawFn, size: Size | None = None, tiny: bool = False) -> Pair:
    """H with a unitary U such that HU = UH."""
    hamiltonian = draw(diagonalised(size, tiny=tiny))
    return Pair(hamiltonian, _rotated(hamiltonian.vectors, _inside_levels(draw, hamiltonian)))


@st.composite
def pairs_off_one_level(draw: st.DrawFn, size: Size | None = None) -> Pair:
    """H with an invertible U that maps all its eigenspaces but one into themselves."""
    hamiltonian = draw(diagonalised(size))
    levels = hamiltonian.levels()
    assume(len(levels) > 1)
    bad = draw(st.integers(0, len(levels) - 1))
    other = draw(st.integers(0, len(levels) - 2))
    other += other >= bad
    start, end = levels[bad][1][0], levels[other][1][0]
    n = len(hamiltonian.values)
    entries = [(int(i == j or (i, j) == (end, start)), 0) for i in range(n) for j in range(n)]
    matrix = _inside_levels(draw, hamiltonian) @ ExactMatrix.gaussian(n, n, entries)
    return Pair(hamiltonian, _rotated(hamiltonian.vectors, matrix), (bad,))


@st.composite
def pairs_mixing_two_levels(draw: st.DrawFn, size: Size | None = None) -> Pair:
    """H with a unitary U that maps all its eigenspaces but two into themselves."""
    hamiltonian = draw(diagonalised(size))
    levels = hamiltonian.levels()
    assume(len(levels) > 1)
    first = draw(st.integers(0, len(levels) - 2))
    start, end = levels[first][1][-1], levels[first + 1][1][0]
    a, b, c = draw(st.sampled_from([(0, 1, 1), (3, 4, 5), (5, 12, 13)]))
    corner = [(fmpq(a, c), 0), (fmpq(-b, c), 0), (fmpq(b, c), 0), (fmpq(a, c), 0)]
    rotation = embedded(ExactMatrix.gaussian(2, 2, corner), len(hamiltonian.values), start)
    assert end == start + 1
    matrix = _inside_levels(draw, hamiltonian) @ rotation
    return Pair(hamiltonian, _rotated(hamiltonian.vectors, matrix), (first, first + 1))


@st.composite
def breaking_instances(
    draw: st.DrawFn,
    size: Size | None = None,
    dimension: int | None = None,
    weak: bool | None = None,
    strong: bool | None = None,
    tiny: bool = True,
) -> BreakingInstance:
    """Hamiltonians with symmetries whose breaking is known by construction.

    Args:
        draw: given by Hypothesis.
        size: the number of rows.
        dimension: that of the ground space.
        weak: whether some ground state shall not be symmetric.
        strong: whether no ground state shall be symmetric.
        tiny: whether an excited level may lie 10⁻⁴⁰ above the ground energy.
    """
    n = max(draw(sizes(size)), dimension or 1, 2 if weak or strong else 1)
    can_break = dimension is None or dimension > 1
    if (weak or strong) and not can_break:
        raise ValueError("one ground state alone is symmetric")
    verdicts = [(False, False), (True, False), (True, True)]
    verdicts = [v for v in verdicts if weak in {None, v[0]} and strong in {None, v[1]}]
    verdicts = [v for v in verdicts if not v[0] or (can_break and n > 1)]
    is_weak, is_strong = draw(st.sampled_from(verdicts))
    k = dimension or draw(st.integers(2 if is_weak else 1, n))
    energy = fmpq(draw(st.integers(-3, 3)))
    gaps = [fmpq(1), fmpq(2), fmpq(1, 3)] + [fmpq(1, 10**40)] * tiny
    excited = [energy + gaps[gap] for gap in digits(draw, n - k, len(gaps))]
    values = sorted([energy] * k + excited)
    hamiltonian = draw(diagonalised(values=values))
    on_ground = _strong(draw, k) if is_strong else _weak(draw, k) if is_weak else _scalar(draw, k)
    blocks = [len(places) for _, places in hamiltonian.levels()[1:]]
    symmetries = []
    for w in on_ground:
        above = [draw(signed_permutations(block)) for block in blocks]
        symmetries.append(_rotated(hamiltonian.vectors, direct_sum([w, *above])))
    states = hamiltonian.vectors.take(None, range(k))
    return BreakingInstance(
        hamiltonian.matrix, tuple(symmetries), energy, k, states, is_weak, is_strong
    )


def _scalar(draw: st.DrawFn, k: int) -> list[ExactMatrix]:
    """Multiples of 1: no ground state is broken."""
    count = draw(st.integers(1, 2))
    phases = [*PHASES, (fmpq(3, 5), fmpq(4, 5))]
    chosen = [draw(st.sampled_from(phases)) for _ in range(count)]
    return [ExactMatrix.identity(k).scaled(*phase) for phase in chosen]


def _weak(draw: st.DrawFn, k: int) -> list[ExactMatrix]:
    """One that is not a multiple of 1, or more with a common eigenvector: the last basis vector."""
    phase = draw(st.sampled_from(PHASES))
    count = draw(st.integers(1, 2))
    found = [
        direct_sum([draw(unitaries(k - 1, factors=1)), ExactMatrix.identity(1).scaled(*phase)])
        for _ in range(count)
    ]
    basis = draw(unitaries(k, factors=1))
    first = found[0]
    if first.is_scalar():
        found[0] = first @ ExactMatrix.diagonal([-1] + [1] * (k - 1))
    return [_rotated(basis, matrix) for matrix in found]


def _strong(draw: st.DrawFn, k: int) -> list[ExactMatrix]:
    """A cyclic shift of all basis vectors and a sign of the first one have no common eigenvector.

    An eigenvector of the shift has no entry 0, one of the sign is the first basis vector or has its
    first entry 0.
    """
    shift = monomial([(j + 1) % k for j in range(k)], digits(draw, k, len(PHASES)))
    sign = ExactMatrix.diagonal([-1] + [1] * (k - 1))
    basis = draw(unitaries(k, factors=1))
    found = [shift, sign] + [draw(signed_permutations(k))] * draw(st.integers(0, 1))
    return [_rotated(basis, matrix) for matrix in found]
