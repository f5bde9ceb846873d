"""Values made of symbols: an atom of which nothing is known but its declaration.

Main results: `unknown`, `unknown_sequence`.
"""

from __future__ import annotations

from collections.abc import Sequence

from derive.kernel.atoms import NATURAL, Atom
from derive.refuter.matrices import Matrix, made
from derive.refuter.model import Family, Model, Summand, Unknown
from derive.refuter.polynomials import Polynomial, fresh, variable

Growth = tuple[tuple[int, Polynomial], ...]


def unknown(atom: Atom, model: Model) -> Family:
    """A value of the atom with symbols for all that is free in it.

    Raises:
        Unknown: a sequence, which takes more than finitely many numbers.
    """
    if NATURAL in atom.slots:
        raise Unknown("a sequence is not given by finitely many numbers")
    return unknown_sequence(atom, model, [()])


def unknown_sequence(atom: Atom, model: Model, shape: Sequence[Growth]) -> Family:
    """A value of the atom that grows in the given ways."""
    return Family(
        {
            place: tuple(Summand(_matrix(atom, model), growth) for growth in shape)
            for place in model.places(atom)
        }
    )


def _matrix(atom: Atom, model: Model) -> Matrix:
    rows, columns = model.shape(atom)
    if "hermitian" not in atom.properties:
        lines = [[variable(fresh("complex")) for _ in range(columns)] for _ in range(rows)]
        return made(rows, columns, lines)
    upper = {
        (a, b): variable(fresh("real" if a == b else "complex"))
        for a in range(rows)
        for b in range(a, rows)
    }
    lines = [
        [upper[a, b] if a <= b else upper[b, a].conjugate() for b in range(rows)]
        for a in range(rows)
    ]
    return made(rows, rows, lines)
