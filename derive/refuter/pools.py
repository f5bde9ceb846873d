"""The numbers that are tried, simple ones first.

Main result: `pool_of`.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from derive.kernel.atoms import NATURAL, Atom, C
from derive.refuter.polynomials import IMAGINARY, Polynomial, Symbol, rational

_I = IMAGINARY


def _pool(*numbers: int | Fraction | Polynomial) -> Sequence[Polynomial]:
    return [n if isinstance(n, Polynomial) else rational(n) for n in numbers]


_HALF = Fraction(1, 2)
_UNIMODULAR = rational(Fraction(3, 5), Fraction(4, 5))
_COMPLEX = _pool(
    1, 0, -1, _I, 2, -_I, rational(1, 1), rational(1, -1), -2, 3, rational(0, 2), _UNIMODULAR
)
_ENTRIES = _pool(0, 1, -1, 2, _I, -_I, rational(1, 1), 3, -2)
_REAL = _pool(1, 0, -1, 2, -2, _HALF, 3, -3, -_HALF, 4)
_REAL_ENTRIES = _pool(0, 1, -1, 2, 3, -2)
_POSITIVE = _pool(1, 2, 3, _HALF, 4, 5, Fraction(1, 3), Fraction(3, 2), 7)
_NATURAL = _pool(0, 1, 2, 3, 4, 5)


def pool_of(symbol: Symbol, atom: Atom) -> Sequence[Polynomial]:
    """The numbers to try for a symbol in the value of an atom."""
    alone = atom.codomain == C == atom.domain
    if NATURAL in atom.properties:
        return _NATURAL
    if "positive" in atom.properties:
        return _POSITIVE
    if symbol.kind == "real":
        return _REAL if alone else _REAL_ENTRIES
    return _COMPLEX if alone else _ENTRIES
