"""Exchange signs by counting, and the moves that lead from 0 to a filling factor, for any numbers.

Main results: `exchange_sign`, the formula; `counted_sign`, which exchanges two composites electron
by electron; `moves_to`, how a fraction with an odd denominator is reached, and `filling_after`.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from itertools import combinations
from typing import Literal, NamedTuple


class Move(NamedTuple):
    """A step from one filling factor to another.

    Args:
        kind: "levels" adds full Landau levels, ν + n; "flux pairs" attaches 2n flux quanta to each
            electron, ν/(2nν + 1).
        number: n, which may be negative.
    """

    kind: Literal["levels", "flux pairs"]
    number: int


def exchange_sign(electrons: int, flux_quanta: int) -> int:
    """The sign (-1)^(p(q+1)) of two composites of p electrons and q flux quanta that change places.

    >>> exchange_sign(3, 7), exchange_sign(4, 9), exchange_sign(1, 2)
    (1, 1, -1)
    """
    return -1 if electrons * (flux_quanta + 1) % 2 else 1


def counted_sign(electrons: int, flux_quanta: int) -> int:
    """The same sign as a product of -1 for each pair of electrons that the exchange turns round.

    The flux quanta of one composite and the electrons of the other give one more for each pair.

    >>> counted_sign(3, 7)
    1
    """
    first, second = range(electrons), range(electrons, 2 * electrons)
    turned = sum(left > right for left, right in combinations((*second, *first), 2))
    around = sum(1 for _ in first for _ in range(flux_quanta))
    return -1 if (turned + around) % 2 else 1


def moves_to(filling: Fraction) -> list[Move]:
    """The moves from 0 to a filling factor with an odd denominator.

    Levels are taken away until less than half a level remains; then a pair of flux quanta is taken
    from each electron, or from each hole, and the denominator has become smaller.

    >>> moves_to(Fraction(2, 5))
    [Move(kind='levels', number=2), Move(kind='flux pairs', number=1)]

    Raises:
        ValueError: the denominator is even, so that no moves lead to it.
    """
    if filling.denominator % 2 == 0:
        raise ValueError(f"no moves lead from 0 to {filling}, as its denominator is even")
    back = []
    while filling:
        levels = round(filling)
        if levels:
            back.append(Move("levels", levels))
            filling -= levels
        if filling:
            pairs = 1 if filling > 0 else -1
            back.append(Move("flux pairs", pairs))
            filling /= 1 - 2 * pairs * filling
    return back[::-1]


def filling_after(moves: Iterable[Move]) -> Fraction:
    """The filling factor that moves lead to from 0.

    >>> filling_after([Move("levels", 1), Move("flux pairs", 1)])
    Fraction(1, 3)
    """
    filling = Fraction(0)
    for kind, number in moves:
        filling = filling + number if kind == "levels" else filling / (2 * number * filling + 1)
    return filling
