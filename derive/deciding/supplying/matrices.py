"""Exponentials and powers of explicit matrices: closed forms, eigenvectors, determinants.

A matrix s + r·K, with its trace in s and the common factor of its entries in r, has an exponential
in closed form where a small power of K is a multiple of a smaller one; the columns of a triangular
matrix follow from its eigenvectors.

Main results: `supply`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from math import gcd, isqrt, lcm

from derive.deciding.claims.expressions import (
    ONE,
    ZERO,
    Call,
    Expression,
    Grid,
    add,
    divide,
    multiply,
    power,
)
from derive.deciding.claims.expressions import (
    number as numeral,
)
from derive.deciding.claims.problem import Problem
from derive.deciding.stating.abstraction import Abstraction
from derive.deciding.stating.grants import Unsupported
from derive.deciding.stating.handling.grids import entries, size_of
from derive.deciding.supplying import closed_calls, propose
from derive.deciding.supplying.hypotheses import Hypotheses
from derive.kernel.atoms import C, KernelError
from derive.kernel.exponents import as_integer, constant
from derive.kernel.terms import Term, identity, number, zero

Rows = list[list[Term]]
_MOST = 8


def supply(abstraction: Abstraction, problem: Problem) -> None:
    """Grant what is known of the exponentials and powers of explicit matrices that occur."""
    calls = _calls(problem)
    for part in calls:
        if part.function == "determinant":
            _determinant_of_power(abstraction, part.arguments[0])
    found = list(_exponentials(abstraction))
    if not 0 < len(found) <= _MOST:
        return
    hypotheses = Hypotheses(abstraction)
    written = {part.arguments[0] for part in calls if part.function == "exp"}
    for exponent, rows in found:
        closed = _Exponential(abstraction, hypotheses, exponent, rows).supply(exponent in written)
        if exponent in written:
            _entrywise(abstraction, calls, exponent, rows)
            if not closed:
                _commuting(abstraction, calls, exponent, rows)
    _sums(abstraction, found)
    _similar(abstraction, calls)


def _exponentials(abstraction: Abstraction) -> Iterator[tuple[Expression, Rows]]:
    """The matrices of which there are exponentials, with their entries."""
    for meaning in closed_calls(abstraction, "exp"):
        term = abstraction.term(meaning.arguments[0])
        if size_of(term.domain) is not None and term.codomain == term.domain:
            rows = entries(abstraction, term)
            if rows is not None:
                yield meaning.arguments[0], rows


@dataclass(frozen=True)
class _Exponential:
    """An exponential of a matrix that occurs.

    Args:
        exponent: the matrix as it is written.
        rows: its entries.
    """

    abstraction: Abstraction
    hypotheses: Hypotheses
    exponent: Expression
    rows: Rows

    def supply(self, shifting: bool) -> bool:
        """Propose the closed form, eigenvectors, or the law of a shift; whether one is complete."""
        if self._closed_form():
            return True
        if self._eigenvectors():
            return True
        size = len(self.rows)
        shift = reduce(Term.__add__, (self.rows[k][k] for k in range(size)))
        shift = shift * number(Fraction(1, size))
        rest = _shifted(self.rows, shift)
        if not (shifting and shift and self._form(rest)):
            return False
        self._propose_shift(shift, rest)
        return True

    def _propose_shift(self, shift: Term, rest: Rows) -> None:
        name = "exponential of a sum of commuting operators"
        with suppress(Unsupported):
            number_part = self._grid(_multiple(shift, len(rest)))
            propose(self.abstraction, name, A=number_part, B=self._grid(rest))

    def _closed_form(self) -> bool:
        form = self._form(self.rows)
        if form is None:
            return False
        name, scale, body = form
        with suppress(Unsupported):
            if scale is None:
                propose(self.abstraction, name, A=self.exponent)
            else:
                propose(self.abstraction, name, t=scale, A=body)
            return True
        return False

    def _form(self, rows: Rows) -> tuple[str, Expression | None, Expression] | None:
        """The premise for a matrix, with the scale and the matrix to put into it."""
        if not any(map(any, rows)):
            return None
        scale, body = _without_factor(rows)
        square = self._normal(_product(body, body))
        cube = self._normal(_product(square, body))
        if not any(map(any, square)):
            return "exponential with a square of zero", None, ZERO
        value = _ratio(square, _multiple(identity(), len(rows)))
        if value is not None:
            names = "exponential of an involution", "exponential of a root of -1"
            return self._rooted(names, scale, body, value)
        value = _ratio(square, body)
        if value is not None:
            factor = self.abstraction.expression(value)
            scaled = multiply(self.abstraction.expression(scale), factor)
            return "exponential of a projector", scaled, _divided(self._grid(body), factor)
        if not any(map(any, cube)):
            return "exponential with a cube of zero", None, ZERO
        value = _ratio(cube, body)
        if value is not None:
            names = "exponential of a cubic idempotent", "exponential of a generator of a rotation"
            return self._rooted(names, scale, body, value)
        if not any(map(any, self._normal(_product(cube, body)))):
            return "exponential with a fourth power of zero", None, ZERO
        return None

    def _rooted(
        self, names: tuple[str, str], scale: Term, body: Rows, value: Term
    ) -> tuple[str, Expression, Expression] | None:
        """The premise for K² = value or K³ = value·K: K is divided by the root of the value."""
        name, root = names[0], _root(value)
        if root is None:
            opposite = _root(-value)
            name, root = (names[1], opposite) if opposite is not None else (names[0], None)
        factor = None
        if root is None:
            rational = _rational(value)
            if rational is None:
                return None
            if rational < 0:
                name, value = names[1], -value
            factor = power(self.abstraction.expression(value), numeral(Fraction(1, 2)))
        else:
            factor = self.abstraction.expression(root)
        scaled = multiply(self.abstraction.expression(scale), factor)
        return name, scaled, _divided(self._grid(body), factor)

    def _eigenvectors(self) -> bool:
        """Propose the eigenvectors of a triangular matrix; whether it is one."""
        size = len(self.rows)
        places = [(i, j) for i in range(size) for j in range(size) if self.rows[i][j]]
        upper, lower = all(i <= j for i, j in places), all(i >= j for i, j in places)
        if not (upper or lower):
            return False
        values = [self.rows[k][k] for k in range(size)]
        complete = True
        for place, value in enumerate(values):
            order = range(place - 1, -1, -1) if upper else range(place + 1, size)
            vector = self._eigenvector(place, value, order)
            if vector is None:
                complete = False
                continue
            column = Grid(tuple((entry,) for entry in vector))
            with suppress(Unsupported):
                eigenvalue = self.abstraction.expression(value)
                name = "exponential of an eigenvector"
                propose(self.abstraction, name, A=self.exponent, v=column, c=eigenvalue)
        return complete

    def _eigenvector(
        self, place: int, value: Term, order: Sequence[int]
    ) -> list[Expression] | None:
        """The eigenvector with 1 at the place, solved for from there on."""
        size = len(self.rows)
        found: list[Expression] = [ONE if k == place else ZERO for k in range(size)]
        write = self.abstraction.expression
        known = [place]
        for row in order:
            parts = [
                multiply(write(self.rows[row][k]), found[k])
                for k in known
                if self.rows[row][k] and found[k] != ZERO
            ]
            known.append(row)
            if not parts:
                continue
            difference = value - self.rows[row][row]
            if not difference:
                return None
            found[row] = divide(add(*parts), write(difference))
        return found

    def _normal(self, rows: Rows) -> Rows:
        return [[self.hypotheses.normal(entry) for entry in row] for row in rows]

    def _grid(self, rows: Rows) -> Grid:
        write = self.abstraction.expression
        return Grid(tuple(tuple(write(entry) for entry in row) for row in rows))


def _commuting(
    abstraction: Abstraction, calls: Sequence[Call], exponent: Expression, rows: Rows
) -> None:
    """That the exponential commutes with each matrix factor that its exponent commutes with."""
    factors = [c.arguments for c in calls if c.function == "multiply"]
    grids = {p for arguments in factors for p in arguments if isinstance(p, Grid)}
    for grid in grids:
        with suppress(Unsupported, KernelError):
            other = entries(abstraction, abstraction.term(grid))
            if other is None or len(other) != len(rows) or len(other[0]) != len(rows):
                continue
            if _commute(rows, other):
                name = "what commutes with an operator commutes with its exponential"
                propose(abstraction, name, A=exponent, B=grid)


def _sums(abstraction: Abstraction, found: Sequence[tuple[Expression, Rows]]) -> None:
    """Laws about two exponentials whose product is another one, or 1."""
    for left, first in found:
        for right, second in found:
            if len(first) != len(second):
                continue
            total = [list(map(Term.__add__, *lines)) for lines in zip(first, second, strict=True)]
            if not any(map(any, total)):
                propose(abstraction, "inverse of an exponential", A=left)
            elif any(total == rows for _, rows in found) and _commute(first, second):
                name = "exponential of a sum of commuting operators"
                propose(abstraction, name, A=left, B=right)


def _similar(abstraction: Abstraction, calls: Sequence[Call]) -> None:
    """exp(S A T) for each product S exp(A) T that is written."""
    for part in calls:
        match part:
            case Call("multiply", (Grid() as left, Call("exp", (inner,)), Grid() as right)):
                name = "exponential of a similar operator"
                propose(abstraction, name, S=left, A=inner, T=right)


def _entrywise(
    abstraction: Abstraction, calls: Sequence[Call], exponent: Expression, rows: Rows
) -> None:
    """What the determinant, the transpose and the conjugate of an exponential are."""
    size = len(rows)
    kinds = {c.function for c in calls}
    of = f"of the exponential of a {size}x{size} matrix"
    if "adjoint" in kinds:
        propose(abstraction, "adjoint of an exponential of an operator", A=exponent)
    for kind in ("determinant", "transpose", "conjugate"):
        if kind in kinds and size in (2, 3):
            propose(abstraction, f"{kind} {of}", A=exponent)


def _determinant_of_power(abstraction: Abstraction, body: Expression) -> None:
    match body:
        case Call("power", (Grid(rows) as base, exponent)) if len(rows) in (2, 3):
            shape = f"{len(rows)}x{len(rows)}"
            name = f"determinant of a power of a {shape} matrix"
            propose(abstraction, name, A=base, n=exponent)


def _calls(problem: Problem) -> list[Call]:
    """All that is called in the claims and hypotheses."""
    sides = [side for r in (*problem.claims, *problem.given) for side in r.sides]
    return [part for side in sides for part in side.walk() if isinstance(part, Call)]


def _without_factor(rows: Rows) -> tuple[Term, Rows]:
    """The common factor of all entries, a monomial, and what is left of them."""
    monomials = [(m, c) for row in rows for entry in row for m, c in entry.monomials.items()]
    common = {
        (word, times)
        for word, times in monomials[0][0].scalars
        if all((word, times) in monomial.scalars for monomial, _ in monomials)
    }
    numerator = gcd(*(c.numerator for _, c in monomials))
    denominator = lcm(*(c.denominator for _, c in monomials))
    scale = Fraction(numerator, denominator)
    first = monomials[0][0]
    shared = first._replace(
        scalars=tuple(part for part in first.scalars if part in common),
        imaginary=all(m.imaginary for m, _ in monomials),
        sign=(),
        word=(),
    )
    factor = Term(C, C, {shared: scale})

    def left(entry: Term) -> Term:
        return Term(
            C,
            C,
            {
                m._replace(
                    scalars=tuple(part for part in m.scalars if part not in common),
                    imaginary=m.imaginary and not shared.imaginary,
                ): c / scale
                for m, c in entry.monomials.items()
            },
        )

    return factor, [[left(entry) for entry in row] for row in rows]


def _product(left: Rows, right: Rows) -> Rows:
    columns = list(zip(*right, strict=True))
    return [
        [reduce(Term.__add__, map(Term.__mul__, row, column), zero()) for column in columns]
        for row in left
    ]


def _commute(left: Rows, right: Rows) -> bool:
    return _product(left, right) == _product(right, left)


def _multiple(value: Term, size: int) -> Rows:
    return [[value if i == j else zero() for j in range(size)] for i in range(size)]


def _shifted(rows: Rows, value: Term) -> Rows:
    return [
        [entry - value if i == j else entry for j, entry in enumerate(row)]
        for i, row in enumerate(rows)
    ]


def _ratio(rows: Rows, others: Rows) -> Term | None:
    """The number that makes the rows of the others: 1, -1, or found where these are rational."""
    for sign in (number(1), number(-1)):
        if rows == [[sign * entry for entry in line] for line in others]:
            return sign
    for row, other in zip(rows, others, strict=True):
        for entry, divisor in zip(row, other, strict=True):
            rational = _rational(divisor)
            if rational:
                value = entry * number(1 / rational)
                same = [[value * e for e in line] for line in others] == rows
                return value if value and same else None
    return None


def _rational(term: Term) -> Fraction | None:
    if term != identity() * number(next(iter(term.monomials.values()), 0)):
        return None
    return next(iter(term.monomials.values()), Fraction(0))


def _root(value: Term) -> Term | None:
    """A term whose square is the value, if that is the square of a monomial with a number."""
    if len(value.monomials) != 1:
        return None
    ((monomial, c),) = value.monomials.items()
    above, below = isqrt(max(c.numerator, 0)), isqrt(c.denominator)
    powers = [(word, as_integer(times)) for word, times in monomial.scalars]
    if Fraction(above * above, below * below) != c or monomial.imaginary or monomial.sign:
        return None
    if any(times is None or times % 2 for _, times in powers):
        return None
    halves = tuple((word, constant((times or 0) // 2)) for word, times in powers)
    return Term(C, C, {monomial._replace(scalars=halves): Fraction(above, below)})


def _divided(grid: Grid, factor: Expression) -> Expression:
    """The matrix divided by a number."""
    if factor == ONE:
        return grid
    return Grid(tuple(tuple(e if e == ZERO else divide(e, factor) for e in r) for r in grid.rows))
