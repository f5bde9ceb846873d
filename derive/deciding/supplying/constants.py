"""Instances about closed values: bounds, and why an algebraic number is zero.

A sum x of products of roots of numbers is the root of a polynomial X^k·g(X) with rational
coefficients, which linear algebra finds; if g(x) is not 0, as ball arithmetic shows, then x = 0.

Main results: `supply`.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import reduce
from typing import Any

from derive.deciding.claims.expressions import (
    ZERO,
    Expression,
    Relation,
    free_names,
    subtract,
)
from derive.deciding.claims.problem import Problem
from derive.deciding.stating.abstraction import Abstraction
from derive.deciding.stating.grants import Divisor, Unsupported
from derive.deciding.supplying import propose
from derive.deciding.supplying.roots import Root, roots_of
from derive.deciding.supplying.sampling import Samples, value_at
from derive.kernel.atoms import C, KernelError
from derive.kernel.exponents import as_integer, constant
from derive.kernel.terms import Monomial, Term, Word, identity, number, zero

_MOST_DIMENSION = 40
_SMALL = 1e-12
_PLAIN = next(iter(identity().monomials))


def supply(abstraction: Abstraction, problem: Problem) -> None:
    """Grant instances."""
    with abstraction.without_granting():
        _supply(abstraction, problem)


def _supply(abstraction: Abstraction, problem: Problem) -> None:
    for claim in problem.claims:
        if not (free_names(claim.left) | free_names(claim.right)):
            _compare(abstraction, claim)
    roots = roots_of(abstraction)
    if not roots or any(claim.kind != "=" for claim in problem.claims):
        return
    for root in roots:
        bounded_below(abstraction, root.radicand)
    for claim in problem.claims:
        for part in _closed_parts(abstraction, claim, roots):
            _vanishing(abstraction, part, roots)


def bounded_below(abstraction: Abstraction, value: Expression) -> None:
    """Grant that a closed value is at least 0, if it is no number and certainly so."""
    closed = not free_names(value) and bool(abstraction.term(value).free)
    if closed and Samples(({},)).allow(Relation(">", value, ZERO)):
        propose(abstraction, "numeric bound", a=value)


def _compare(abstraction: Abstraction, claim: Relation) -> None:
    difference = subtract(claim.left, claim.right)
    if claim.kind in (">=", ">"):
        propose(abstraction, "numeric bound", a=difference)
    if claim.kind in ("!=", ">"):
        propose(abstraction, "numeric difference from zero", a=difference)


def _closed_parts(abstraction: Abstraction, claim: Relation, roots: Sequence[Root]) -> list[Term]:
    """The coefficients of the claim, in the roots of numbers, of all other products."""
    try:
        left, right = abstraction.sides(claim)
    except (Unsupported, Divisor, KernelError):
        return []
    difference = left - right
    if not difference.is_scalar:
        return []
    tower = _Tower.of(abstraction, roots)
    if tower is None:
        return []
    parts: dict[Monomial, dict[Monomial, Fraction]] = {}
    for monomial, c in difference.monomials.items():
        mine = tuple(pair for pair in monomial.scalars if pair[0] in tower.degrees)
        rest = tuple(pair for pair in monomial.scalars if pair[0] not in tower.degrees)
        inner = _PLAIN._replace(imaginary=monomial.imaginary, scalars=mine)
        outer = monomial._replace(imaginary=False, scalars=rest)
        parts.setdefault(outer, {})[inner] = c
    return [Term(C, C, part) for part in parts.values()]


def _vanishing(abstraction: Abstraction, part: Term, roots: Sequence[Root]) -> None:
    tower = _Tower.of(abstraction, roots)
    if tower is None or len(part.monomials) < 2:
        return
    try:
        expression = abstraction.expression(part)
    except Unsupported:
        return
    ball = value_at(expression, {})
    if ball is None or abs(complex(ball)) > _SMALL:
        return
    cofactor = tower.cofactor(part)
    if cofactor is not None and cofactor.free:
        propose(abstraction, "numeric difference from zero", a=abstraction.expression(cofactor))


class _Tower:
    """The algebra of polynomials in roots of numbers, modulo what their powers are.

    Args:
        degrees: the roots, each after those that its radicand holds, with their degrees.
        radicands: what the powers of the roots are.
    """

    def __init__(self, degrees: dict[Word, int], radicands: dict[Word, Term]) -> None:
        self.degrees = degrees
        self.radicands = radicands

    @classmethod
    def of(cls, abstraction: Abstraction, roots: Sequence[Root]) -> _Tower | None:
        """The algebra of the roots of closed radicands, if it is not large."""
        waiting = [root for root in roots if not free_names(root.radicand)]
        degrees: dict[Word, int] = {}
        radicands: dict[Word, Term] = {}
        while waiting:
            ready = [
                root
                for root in waiting
                if all(w in degrees for m in root.term.monomials for w, _ in m.scalars)
            ]
            if not ready:
                break
            for root in ready:
                ((monomial, _),) = abstraction.term(root.expression).monomials.items()
                if len(monomial.scalars) == 1:
                    word = monomial.scalars[0][0]
                    degrees[word], radicands[word] = root.degree, root.term
            waiting = [root for root in waiting if root not in ready]
        return cls(degrees, radicands) if degrees else None

    def reduced(self, term: Term) -> Term:
        """The term with smaller powers of the roots."""
        for word in reversed(list(self.degrees)):
            degree, radicand = self.degrees[word], self.radicands[word]
            while True:
                high = [
                    (m, c)
                    for m, c in term.monomials.items()
                    if (as_integer(dict(m.scalars).get(word, constant(0))) or 0) >= degree
                ]
                if not high:
                    break
                for monomial, c in high:
                    term = term - Term(C, C, {monomial: c})
                    term = term + _lowered(monomial, word, degree, c) * radicand
        return term

    def cofactor(self, part: Term) -> Term | None:
        """g(x), where X·g(X) is the polynomial of least degree that vanishes at x."""
        from flint import fmpq, fmpq_mat

        words = {w for m in part.monomials for w, _ in m.scalars}
        while True:
            more = {
                w for word in words for m in self.radicands[word].monomials for w, _ in m.scalars
            }
            if more <= words:
                break
            words |= more
        used = [word for word in self.degrees if word in words]
        size = reduce(lambda a, b: a * b, (self.degrees[word] for word in used), 1)
        if size > _MOST_DIMENSION or any(_is_negative(m) for m in part.monomials):
            return None
        imaginary = any(m.imaginary for m in part.monomials)
        powers = [identity()]
        for _ in range(size * (2 if imaginary else 1)):
            powers.append(self.reduced(powers[-1] * part))
        rows = list({m: None for power in powers for m in power.monomials})
        table = fmpq_mat(
            [[_rational(power.monomials.get(m, Fraction(0))) for power in powers] for m in rows]
        )
        relation = _first_relation(table, len(powers))
        if relation is None or relation[0] != fmpq(0) or relation[1] == fmpq(0):
            return None
        terms = (
            number(Fraction(int(c.p), int(c.q))) * powers[k] for k, c in enumerate(relation[1:])
        )
        return reduce(Term.__add__, terms, zero())


def _first_relation(table: Any, width: int) -> list[Any] | None:
    """The coefficients of the first column that depends on those before it, and theirs."""
    from flint import fmpq

    reduced, rank = table.rref()
    leads = [next(k for k in range(width) if reduced[row, k] != 0) for row in range(rank)]
    place = next((k for k in range(width) if k not in leads), None)
    if place is None:
        return None
    found = [-reduced[row, place] for row in range(place)]
    return [*found, fmpq(1)]


def _rational(value: Fraction) -> Any:
    from flint import fmpq

    return fmpq(value.numerator, value.denominator)


def _is_negative(monomial: Monomial) -> bool:
    return any((as_integer(power) or -1) < 0 for _, power in monomial.scalars)


def _lowered(monomial: Monomial, word: Word, degree: int, c: Fraction) -> Term:
    """The monomial without some powers of one root."""
    kept = []
    for other, power in monomial.scalars:
        left = as_integer(power)
        assert left is not None
        if other == word:
            left -= degree
        kept += [(other, constant(left))] if left else []
    return Term(C, C, {monomial._replace(scalars=tuple(kept)): c})
