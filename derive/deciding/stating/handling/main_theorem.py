"""The main theorem: the integral of F' from a to b is F(b) - F(a).

F must be continuous on the closed interval, and F' = f must hold inside.  Both are shown at any
one point of it, for which a new symbol stands (`generic`): of it nothing is known but that it lies
there.  At an infinite bound F must have a limit.

This module says what a certificate may use: a mistake here is a wrong answer.

Main results: `instance`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from derive.deciding.claims.expressions import (
    INFINITY,
    ONE,
    ZERO,
    Application,
    Binder,
    Call,
    Expression,
    Number,
    Relation,
    Symbol,
    add,
    free_names,
    number,
    power,
    substituted,
    subtract,
)
from derive.deciding.stating.handling.differentiation import Differentiation
from derive.deciding.stating.handling.generic import fresh
from derive.deciding.stating.handling.infinity import value_at_infinity
from derive.deciding.stating.handling.integrals import BELOW, bound_term, lies_above_zero
from derive.deciding.stating.handling.intervals import holds_between
from derive.deciding.stating.handling.quotients import vanishes
from derive.deciding.stating.instances import required
from derive.deciding.stating.signs import evidently
from derive.kernel.atoms import Atom
from derive.kernel.formulas import Equation, Formula, NonNegative, forall
from derive.kernel.terms import Term

if TYPE_CHECKING:
    from derive.deciding.stating.abstraction import Abstraction

_PLACE = "_1"
_CONTINUOUS = ("exp", "sin", "cos", "sinh", "cosh", "abs", "conjugate", "re", "im")


def instance(abstraction: Abstraction, values: Mapping[str, Expression]) -> tuple[Formula, ...]:
    """For functions `F` and `f` of `_1` and the bounds `a`, `b`; `side` says from where to look.

    Raises:
        Unsupported: it is not seen that the theorem applies.
    """
    before = abstraction.names
    formulas, plain = _instance(abstraction, values)
    if plain:
        abstraction.names = before
    return formulas


def _instance(
    abstraction: Abstraction, values: Mapping[str, Expression]
) -> tuple[tuple[Formula, ...], bool]:
    """What it says, and whether that needs no laws of functions at the points inside."""
    whole, integrand, bounds = values["F"], values["f"], (values["a"], values["b"])
    closed, inner, between = _points(abstraction, bounds, values["side"])

    def known(relation: Relation) -> bool:
        return holds_between(relation.kind, relation.sides, _PLACE, bounds)

    continuity = _Continuity(abstraction, closed, known)
    continuity.check(whole)
    rules = Differentiation(abstraction, _PLACE, {_PLACE: inner}, known)
    slope = abstraction.term(rules.at_point(rules.derivative(whole)))
    value = abstraction.term(rules.at_point(integrand))
    asked: list[Formula] = [*continuity.asked, *rules.asked]
    if not vanishes(abstraction, slope - value):
        asked.append(Equation(slope, value))
    lower, upper = (_end(abstraction, whole, bound) for bound in bounds)
    integral = Binder("integral", _PLACE, integrand, bounds)
    claim = Equation(abstraction.term(integral), abstraction.term(subtract(upper, lower)))
    plain = not (continuity.asked or rules.asked) and _atoms(slope) == _atoms(value)
    return (*between, forall((), asked, claim) if asked else claim), plain


def _atoms(term: Term) -> set[object]:
    """The values of functions in a term."""
    return {
        atom
        for atom in term.free
        if isinstance(atom, Atom) and not atom.name.startswith("inverse@") and "@" in atom.name
    }


def _points(
    abstraction: Abstraction, bounds: tuple[Expression, Expression], side: Expression
) -> tuple[Expression, Expression, list[Formula]]:
    """Any point of the closed interval, any point inside, and what is known of them.

    Seen from a lower end a, they are a + q^2 and a + r with r > 0; from an upper one likewise.
    Points outside of the interval do no harm, for then more is shown than needed.
    """
    ends = tuple(bound_term(abstraction, bound) for bound in bounds)
    if side != ZERO:
        low, high = (0, 1) if side == ONE else (1, 0)
        near, far = ends[low], ends[high]
        if not isinstance(near, Term):
            raise abstraction.unsupported("an infinite end has no neighbours")
        upwards = side == ONE
        if isinstance(far, Term):
            known = evidently("nonnegative", far - near if upwards else near - far)
        else:
            known = far == ("above" if upwards else "below")
        if not known:
            raise abstraction.unsupported("which end is the larger is not evident")
        join = add if upwards else subtract
        reach = power(fresh(abstraction, positive=False), number(2))
        inside = fresh(abstraction, positive=True)
        return join(bounds[low], reach), join(bounds[low], inside), []
    above = lies_above_zero(ends)
    if above and all(not isinstance(end, Term) or evidently("positive", end) for end in ends):
        positive = fresh(abstraction, positive=True)
        return positive, positive, []
    if above:
        reach = power(fresh(abstraction, positive=False), number(2))
        return reach, fresh(abstraction, positive=True), []
    point = fresh(abstraction, positive=False)
    between: list[Formula] = []
    first, last = ends
    if isinstance(first, Term) and isinstance(last, Term):
        there = abstraction.term(point)
        between.append(NonNegative((there - first) * (last - there)))
    return point, point, between


def _end(abstraction: Abstraction, whole: Expression, bound: Expression) -> Expression:
    if bound in (INFINITY, BELOW):
        return value_at_infinity(abstraction, whole, 1 if bound == INFINITY else -1)
    return substituted(whole, {_PLACE: bound})


class _Continuity:
    """What must hold at a point for a function to be continuous there."""

    def __init__(
        self, abstraction: Abstraction, point: Expression, known: Callable[[Relation], bool]
    ) -> None:
        self.known = known
        self.abstraction = abstraction
        self.point = point
        self.asked: list[Formula] = []

    def check(self, body: Expression) -> None:
        """Keep what is asked of the point.

        Raises:
            Unsupported: no rule says so.
        """
        if _PLACE not in free_names(body):
            return
        match body:
            case Symbol():
                return
            case Call("add" | "multiply", parts):
                for part in parts:
                    self.check(part)
            case Call("power", (base, exponent)) if _PLACE not in free_names(exponent):
                self._check_power(body, base, exponent)
            case Call(function, (inner,)) if function in _CONTINUOUS:
                self.check(inner)
            case Application(_, arguments):
                for argument in arguments:
                    self._check_real(argument)
            case _:
                self._check_smooth(body)

    def _check_real(self, argument: Expression) -> None:
        self.check(argument)
        if not evidently("real", self._term(argument)):
            raise self.abstraction.unsupported("a function of complex numbers")

    def _check_power(self, body: Expression, base: Expression, exponent: Expression) -> None:
        match exponent:
            case Number(value) if value.denominator == 1 and value >= 0:
                self.check(base)
            case Number(value) if value.denominator == 1:
                self.check(base)
                if not self.known(Relation("!=", base, ZERO)):
                    relation = Relation("!=", self._at(base), ZERO)
                    self.asked += required(self.abstraction, relation)
            case Number(value) if value > 0 and self._is_nonnegative(base):
                self.check(base)
            case _ if evidently("natural", self.abstraction.term(exponent)):
                self.check(base)
            case _:
                self._check_smooth(body)

    def _is_nonnegative(self, base: Expression) -> bool:
        """At all points near those of the interval that belong to it."""
        return evidently("nonnegative", self._term(base))

    def _check_smooth(self, body: Expression) -> None:
        rules = Differentiation(self.abstraction, _PLACE, {_PLACE: self.point}, self.known)
        rules.derivative(body)
        self.asked += rules.asked

    def _at(self, body: Expression) -> Expression:
        return substituted(body, {_PLACE: self.point})

    def _term(self, body: Expression) -> Term:
        return self.abstraction.term(self._at(body))
