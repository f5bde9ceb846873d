"""Explicit matrices as operators: sums of their entries times |i⟩⟨j| of the unit columns.

A matrix with m rows and n columns maps the space of n numbers to that of m, whose unit columns are
an orthonormal basis; a single column is a ket, a single row a bra.  A claim about entries needs
none of this; it is for what is more, such as a power with a symbolic exponent or an exponential.

This module says what is proved: a mistake here is a wrong answer.

Main results: `lower`, `size_of`, `entries`, `trace`, `transposed`, `conjugated`, `determinant`.
"""

from __future__ import annotations

from functools import reduce
from itertools import permutations
from typing import TYPE_CHECKING

from derive.deciding.claims.expressions import ONE, ZERO, Grid
from derive.deciding.stating.grants import Grant
from derive.kernel.atoms import C, Space
from derive.kernel.formulas import Equation, Formula
from derive.kernel.terms import Term, identity, number, zero

if TYPE_CHECKING:
    from derive.deciding.stating.abstraction import Abstraction

BASIS = "the unit columns are an orthonormal basis"
_ENDING = " entries"
_LARGEST = 6
_LARGEST_DETERMINANT = 3


def lower(abstraction: Abstraction, grid: Grid) -> Term:
    """The sum of all entries times |i⟩⟨j|.

    Raises:
        Unsupported: it is too large, or its entries are matrices.
    """
    rows, columns = len(grid.rows), len(grid.rows[0])
    kets, bras = units(abstraction, rows), [ket.adjoint() for ket in units(abstraction, columns)]
    total = zero(_space(rows), _space(columns))
    for ket, row in zip(kets, grid.rows, strict=True):
        for bra, entry in zip(bras, row, strict=True):
            value = abstraction.term(entry)
            if not value.is_scalar:
                raise abstraction.unsupported("a matrix of operators")
            total = total + value * ket * bra
    return total


def size_of(space: Space) -> int | None:
    """How many numbers an element of the space has; None for a space of something else."""
    if not space.name.endswith(_ENDING):
        return None
    return int(space.name.removesuffix(_ENDING))


def units(abstraction: Abstraction, size: int) -> list[Term]:
    """The unit columns; of one number, the number 1."""
    if size == 1:
        return [identity()]
    if size > _LARGEST:
        raise abstraction.unsupported("an explicit matrix of this size beside operators")
    space = _space(size)
    kets = []
    for place in range(size):
        column = Grid(tuple((ONE if place == row else ZERO,) for row in range(size)))
        key, name = ("unit column", size, place), f"unit column {place + 1} of {size}"
        kets.append(abstraction.atom(key, name, column, (), space, C))
    if not any(grant.label == BASIS and grant.subject == column for grant in abstraction.grants):
        formulas = tuple(_orthonormal(kets))
        abstraction.grants.append(Grant("premise", BASIS, formulas, subject=column))
    return kets


def trace(abstraction: Abstraction, term: Term) -> Term:
    """The sum of the diagonal entries of a square matrix."""
    return reduce(Term.__add__, (row[k] for k, row in enumerate(_entries(abstraction, term))))


def transposed(abstraction: Abstraction, term: Term) -> Term:
    """The matrix whose entries are those with row and column exchanged."""
    return _made(abstraction, [list(c) for c in zip(*_entries(abstraction, term), strict=True)])


def conjugated(abstraction: Abstraction, term: Term) -> Term:
    """The matrix of the conjugates of the entries."""
    rows = [[entry.adjoint() for entry in row] for row in _entries(abstraction, term)]
    return _made(abstraction, rows)


def determinant(abstraction: Abstraction, term: Term) -> Term:
    """The determinant, from the entries.

    Raises:
        Unsupported: it is too large.
    """
    entries = _entries(abstraction, term)
    if len(entries) > _LARGEST_DETERMINANT:
        raise abstraction.unsupported("a determinant of this size of a function of a matrix")
    total = zero()
    for order in permutations(range(len(entries))):
        factors = (entries[row][column] for row, column in enumerate(order))
        total = total + number(_sign(order)) * reduce(Term.__mul__, factors)
    return total


def _space(size: int) -> Space:
    return C if size == 1 else Space(f"{size}{_ENDING}")


def _orthonormal(kets: list[Term]) -> list[Formula]:
    """All ⟨i|j⟩, and that the sum of all |i⟩⟨i| is 1."""
    found: list[Formula] = []
    for place, ket in enumerate(kets):
        for other, second in enumerate(kets[place:], place):
            product = identity() if other == place else zero()
            found.append(Equation(ket.adjoint() * second, product))
    whole = reduce(Term.__add__, (ket * ket.adjoint() for ket in kets))
    return [*found, Equation(whole, identity(whole.codomain))]


def _entries(abstraction: Abstraction, term: Term) -> list[list[Term]]:
    """The numbers ⟨i|X|j⟩.

    Raises:
        Unsupported: the term is no matrix.
    """
    plain = entries(abstraction, term)
    if plain is not None:
        return plain
    kets, columns = _sides(abstraction, term)
    return [[ket.adjoint() * term * column for column in columns] for ket in kets]


def entries(abstraction: Abstraction, term: Term) -> list[list[Term]] | None:
    """What stands before each |i⟩⟨j| in a term that is a sum of such; None for another one.

    Raises:
        Unsupported: the term is no matrix.
    """
    kets, columns = _sides(abstraction, term)
    places = {
        next(iter((ket * column.adjoint()).monomials)).word: (row, place)
        for row, ket in enumerate(kets)
        for place, column in enumerate(columns)
    }
    found = [[zero() for _ in columns] for _ in kets]
    for monomial, c in term.monomials.items():
        if monomial.word not in places:
            return None
        row, place = places[monomial.word]
        found[row][place] += Term(C, C, {monomial._replace(word=()): c})
    return found


def _sides(abstraction: Abstraction, term: Term) -> tuple[list[Term], list[Term]]:
    """The unit columns of the codomain and of the domain."""
    sizes = [1 if space == C else size_of(space) for space in term.ends]
    if sizes[0] is None or sizes[1] is None:
        raise abstraction.unsupported("the entries of an operator")
    return units(abstraction, sizes[0]), units(abstraction, sizes[1])


def _made(abstraction: Abstraction, rows: list[list[Term]]) -> Term:
    kets, columns = units(abstraction, len(rows)), units(abstraction, len(rows[0]))
    parts = (
        entry * ket * column.adjoint()
        for ket, row in zip(kets, rows, strict=True)
        for column, entry in zip(columns, row, strict=True)
    )
    return reduce(Term.__add__, parts)


def _sign(order: tuple[int, ...]) -> int:
    """1 for an even permutation, -1 for an odd one."""
    pairs = ((a, b) for place, a in enumerate(order) for b in order[place + 1 :])
    return -1 if sum(a > b for a, b in pairs) % 2 else 1
