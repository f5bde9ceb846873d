"""Matrices that solve the usual quadratic equations: U†U = 1, P² = P, A² = 1, N² = 0, Σ|k⟩⟨k| = 1.

Main result: `special_families`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache
from itertools import islice, product

from derive.kernel.atoms import NATURAL, Atom
from derive.refuter.matrices import Matrix, made, scalar, unit, zeros
from derive.refuter.model import Family, Model, Summand
from derive.refuter.polynomials import NOUGHT, UNIT, Polynomial, rational

_MOST = 300
_Entry = int | Fraction | complex


def special_families(atom: Atom, model: Model) -> list[Family]:
    """Values of an atom that solve some quadratic equation, simple ones first."""
    if NATURAL in atom.slots or min(model.shape(atom)) < 0:
        return []
    places = list(model.places(atom))
    rows, columns = model.shape(atom)
    found = []
    if columns == 1 and len(places) > 1:
        size = max(rows, len(places))
        for whole in square(size):
            lines = [[whole.entries[a][k]] for k in range(len(places)) for a in range(rows)]
            kets = [lines[rows * k : rows * (k + 1)] for k in range(len(places))]
            found.append([made(rows, 1, ket) for ket in kets])
    elif len(places) > 1:
        choice = product(_rectangular(rows, columns), repeat=len(places))
        found += map(list, islice(choice, _MOST))
    else:
        found += [[matrix] for matrix in _rectangular(rows, columns)]
    return [
        Family({place: (Summand(m),) for place, m in zip(places, matrices, strict=False)})
        for matrices in found
    ]


@cache
def _rectangular(rows: int, columns: int) -> Sequence[Matrix]:
    """The upper left corners of square matrices."""
    corners = [
        made(rows, columns, [line[:columns] for line in whole.entries[:rows]])
        for whole in square(max(rows, columns))
    ]
    return list(dict.fromkeys(corners))


@cache
def square(size: int) -> Sequence[Matrix]:
    """Square matrices of a size."""
    if size == 0:
        return [zeros(0, 0)]
    if size == 1:
        return [scalar(_number(x)) for x in (1, 0, -1, 1j, -1j)] + [
            scalar(rational(Fraction(3, 5), Fraction(4, 5)))
        ]
    if size == 2:
        return list(_two_rows())
    if size == 4:
        pairs = product(square(2)[:9], repeat=2)
        return [_tensor(a, b) for a, b in pairs]
    smaller = [*square(size - 1)]
    blocks = [_blocks(a, b) for a in smaller for b in square(1)[:4]]
    cycle = [[UNIT if b == (a + 1) % size else NOUGHT for b in range(size)] for a in range(size)]
    ladder = [[UNIT if b == a + 1 else NOUGHT for b in range(size)] for a in range(size)]
    return [
        unit(size),
        zeros(size, size),
        made(size, size, cycle),
        made(size, size, ladder),
        *blocks,
    ]


def _two_rows() -> Iterator[Matrix]:
    half, third, fourth = Fraction(1, 2), Fraction(3, 5), Fraction(4, 5)
    tables: list[tuple[_Entry, _Entry, _Entry, _Entry]] = [
        (1, 0, 0, 1),
        (0, 1, 1, 0),
        (0, -1j, 1j, 0),
        (1, 0, 0, -1),
        (0, 1, 0, 0),
        (0, 0, 1, 0),
        (1, 0, 0, 0),
        (0, 0, 0, 1),
        (0, 0, 0, 0),
        (-1, 0, 0, -1),
        (0, 1, -1, 0),
        (1, 0, 0, 1j),
        (0, 1, 1j, 0),
        (half, half, half, half),
        (half, -0.5j, 0.5j, half),
        (1, 1, 0, 0),
        (1, 1, 0, -1),
        (0, 2, half, 0),
        (third, -fourth, fourth, third),
        (third, fourth, fourth, -third),
        (third, 0.8j, 0.8j, third),
    ]
    for a, b, c, d in tables:
        yield made(2, 2, [[_number(a), _number(b)], [_number(c), _number(d)]])


def _number(entry: _Entry) -> Polynomial:
    if isinstance(entry, complex):
        parts = [Fraction(part).limit_denominator(10) for part in (entry.real, entry.imag)]
        return rational(*parts)
    return rational(entry)


def _blocks(first: Matrix, second: Matrix) -> Matrix:
    size = first.rows + second.rows
    lines = [[*line, *[NOUGHT] * second.rows] for line in first.entries]
    lines += [[*[NOUGHT] * first.rows, *line] for line in second.entries]
    return made(size, size, lines)


def _tensor(first: Matrix, second: Matrix) -> Matrix:
    lines = [
        [a * b for a in row for b in other] for row in first.entries for other in second.entries
    ]
    return made(first.rows * second.rows, first.columns * second.columns, lines)
