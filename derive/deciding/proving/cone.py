"""A vector as a sum of given vectors with coefficients that are not negative, some of them free.

The coefficients are found with floating-point numbers (C. L. Lawson and R. J. Hanson, Solving
Least Squares Problems, 1974, chapter 23) and computed again exactly, so they are right or missing.

Main results: `Cone`.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from fractions import Fraction
from typing import Any

Vector = Mapping[Any, Fraction]

_MOST_ROUNDS = 300
_SMALL = 1e-9


class Cone:
    """The sums of some vectors, of the free ones with any coefficient.

    Args:
        signed: vectors that take coefficients at least 0.
        free: vectors that take any coefficient.
    """

    def __init__(self, signed: Sequence[Vector], free: Sequence[Vector]) -> None:
        self.signed = list(signed)
        self.free = list(free)

    def combination(self, target: Vector) -> tuple[list[Fraction] | None, Mapping[Hashable, float]]:
        """Exact coefficients of the vectors, signed ones first; or what separates the target.

        The second is the part of the target that no sum reaches, as numbers by coordinate.
        """
        import numpy as np

        columns = [*self.signed, *self.free]
        rows = {name: k for k, name in enumerate({n: 0 for v in (*columns, target) for n in v})}
        matrix = np.zeros((len(rows), len(columns)))
        for place, column in enumerate(columns):
            for name, value in column.items():
                matrix[rows[name], place] = float(value)
        wanted = np.zeros(len(rows))
        for name, value in target.items():
            wanted[rows[name]] = float(value)
        chosen, rest = _chosen(matrix, wanted, len(self.signed))
        if float(np.abs(rest).max(initial=0.0)) < 1e-6 * (1 + float(np.abs(wanted).max())):
            exact = _exact(columns, chosen, target, rows)
            if exact is not None and all(c >= 0 for c in exact[: len(self.signed)]):
                return exact, {}
        return None, {name: float(rest[k]) for name, k in rows.items()}


def _chosen(matrix: Any, wanted: Any, signed: int) -> tuple[list[int], Any]:
    """The columns of a solution with independent columns, and what it leaves of the target."""
    import numpy as np

    scale = np.linalg.norm(matrix, axis=0)
    scale[scale == 0] = 1.0
    scaled = matrix / scale
    chosen = _independent(scaled, range(signed, matrix.shape[1]))
    values = np.zeros(matrix.shape[1])
    if chosen:
        values[chosen] = np.linalg.lstsq(scaled[:, chosen], wanted, rcond=None)[0]
    rest = wanted - scaled @ values
    for _ in range(_MOST_ROUNDS):
        gains = scaled[:, :signed].T @ rest
        gains[[k for k in chosen if k < signed]] = -np.inf
        if signed == 0 or gains.max() < _SMALL:
            break
        chosen.append(int(np.argmax(gains)))
        while True:
            new = np.zeros_like(values)
            new[chosen] = np.linalg.lstsq(scaled[:, chosen], wanted, rcond=None)[0]
            below = [k for k in chosen if k < signed and new[k] <= _SMALL / 10]
            if not below:
                values = new
                break
            step = min(
                (values[k] / (values[k] - new[k]) if values[k] > new[k] else 0.0) for k in below
            )
            values = values + step * (new - values)
            gone = [k for k in below if values[k] <= _SMALL]
            chosen = [k for k in chosen if k not in (gone or below)]
            values[gone or below] = 0.0
        rest = wanted - scaled @ values
    return chosen, rest


def _independent(matrix: Any, places: range) -> list[int]:
    """Columns that span what all of them do, and are independent."""
    import numpy as np

    kept: list[int] = []
    basis: list[Any] = []
    for place in places:
        left = matrix[:, place].copy()
        for one in basis:
            left -= (one @ left) * one
        size = float(np.linalg.norm(left))
        if size > 1e-8:
            basis.append(left / size)
            kept.append(place)
    return kept


def _exact(
    columns: Sequence[Vector], chosen: Sequence[int], target: Vector, rows: Mapping[Any, int]
) -> list[Fraction] | None:
    """The coefficients as fractions, if the chosen columns have the target as a sum."""
    from flint import fmpq, fmpq_mat

    table = [[fmpq(0)] * (len(chosen) + 1) for _ in rows]
    for place, column in enumerate([*(columns[k] for k in chosen), target]):
        for name, value in column.items():
            table[rows[name]][place] = fmpq(value.numerator, value.denominator)
    reduced, rank = fmpq_mat(table).rref()
    found = [Fraction(0)] * len(columns)
    for row in range(rank):
        lead = next(k for k in range(len(chosen) + 1) if reduced[row, k] != 0)
        if lead == len(chosen):
            return None
        share = reduced[row, len(chosen)]
        found[chosen[lead]] = Fraction(int(share.p), int(share.q))
    return found
