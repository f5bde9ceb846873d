"""Whether a number or a quadratic form is never negative.

Main result: `is_nonnegative`.
"""

from __future__ import annotations

from derive.refuter.polynomials import NOUGHT, UNIT, Polynomial, Powers, Symbol


def is_nonnegative(polynomial: Polynomial) -> bool | None:
    """Whether it is real and at least 0 for all values of its symbols; None if not decided."""
    if polynomial.is_number:
        return polynomial.sign in (0, 1)
    form: dict[tuple[Symbol, Symbol], Polynomial] = {}
    for powers, coefficient in polynomial.split().items():
        pair = _pair(powers)
        if pair is None:
            return None
        form[pair] = coefficient
    return _is_semidefinite(form) or None


def _pair(powers: Powers) -> tuple[Symbol, Symbol] | None:
    """The symbols u, v of a monomial ūv with complex u, v."""
    letters = [symbol for symbol, power in powers for _ in range(power)]
    if len(letters) != 2:
        return None
    left = [symbol for symbol in letters if symbol.kind == "conjugate"]
    right = [symbol for symbol in letters if symbol.kind == "complex"]
    return (left[0].conjugated, right[0]) if len(left) == len(right) == 1 else None


def _is_semidefinite(form: dict[tuple[Symbol, Symbol], Polynomial]) -> bool:
    """Whether Σ a_uv ūv is Hermitian and never negative, by completing squares."""
    names = sorted({name for pair in form for name in pair})
    rows = {u: {v: form.get((u, v), NOUGHT) for v in names} for u in names}
    if any(rows[u][v] != rows[v][u].conjugate() for u in names for v in names):
        return False
    while names:
        pivot = next((u for u in names if rows[u][u]), None)
        if pivot is None:
            return not any(rows[u][v] for u in names for v in names)
        if rows[pivot][pivot].sign != 1:
            return False
        names.remove(pivot)
        inverse = UNIT * rows[pivot][pivot].inverse()
        for u in names:
            for v in names:
                square = rows[u][pivot] * inverse * rows[pivot][v]
                rows[u][v] = rows[u][v] - square
    return True
