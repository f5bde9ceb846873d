"""Limits: by continuity, by the first derivatives that do not vanish, by growth at infinity.

If f and g are smooth at a point where they vanish with their derivatives below order k, and the
k-th derivative of g is not 0 there, then f/g tends to the quotient of the k-th derivatives.  A
limit at infinity is one at 0 from above of the expression at 1/r.

This module says what a certificate may use: a mistake here is a wrong answer.

Main results: `instance`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from derive.deciding.claims.expressions import (
    INFINITY,
    MINUS_ONE,
    ONE,
    ZERO,
    Binder,
    Call,
    Expression,
    Number,
    Relation,
    Symbol,
    add,
    call,
    divide,
    free_names,
    multiply,
    power,
    substituted,
)
from derive.deciding.refuting.fractions import fraction, normalized
from derive.deciding.stating.handling.differentiation import Differentiation
from derive.deciding.stating.handling.folding import folded
from derive.deciding.stating.handling.generic import declared, forgotten
from derive.deciding.stating.handling.infinity import value_at_infinity
from derive.deciding.stating.handling.integrals import BELOW
from derive.deciding.stating.handling.quotients import vanishes
from derive.deciding.stating.instances import required
from derive.deciding.stating.signs import evidently
from derive.kernel.atoms import KernelError
from derive.kernel.formulas import Equation, Formula, forall

if TYPE_CHECKING:
    from derive.deciding.stating.abstraction import Abstraction

_PLACE = "_1"
_MOST_ORDERS = 6
_CONTINUOUS = ("exp", "sin", "cos", "sinh", "cosh", "abs", "conjugate", "re", "im")
_CONTINUOUS_ON_REALS = ("atan", "asinh", "tanh")


def instance(abstraction: Abstraction, values: Mapping[str, Expression]) -> tuple[Formula, ...]:
    """What the limit of `f` at `a` from the side `s` is.

    Raises:
        Unsupported: it is not seen that there is one.
    """
    body, point, side = values["f"], values["a"], values["s"]
    limit = abstraction.term(Binder("limit", _PLACE, body, (point, side)))
    if point in (INFINITY, BELOW):
        value, asked = _at_infinity(abstraction, body, 1 if point == INFINITY else -1)
    else:
        value, asked = _at_point(abstraction, body, point, side)
    claim = Equation(limit, abstraction.term(value))
    return (forall((), asked, claim) if asked else claim,)


Found = tuple[Expression, list[Formula]]


def _at_infinity(abstraction: Abstraction, body: Expression, sign: int) -> Found:
    from derive.deciding.stating.grants import Unsupported

    try:
        return value_at_infinity(abstraction, body, sign), []
    except (Unsupported, KernelError):
        pass
    inverted = substituted(body, {_PLACE: divide(ONE if sign > 0 else MINUS_ONE, Symbol(_PLACE))})
    rules = _Rules(abstraction, ZERO, ONE)
    return rules.of(rules.rewritten(inverted, normalized(inverted))), list(rules.asked)


def _at_point(
    abstraction: Abstraction, body: Expression, point: Expression, side: Expression
) -> Found:
    if not evidently("real", abstraction.term(point)) or side not in (ZERO, ONE, MINUS_ONE):
        raise abstraction.unsupported("a limit at such a point")
    rules = _Rules(abstraction, point, side)
    return rules.of(body), list(rules.asked)


class _Rules:
    """Limits of expressions in `_1` at one point from one side or both."""

    def __init__(self, abstraction: Abstraction, point: Expression, side: Expression) -> None:
        self.abstraction = abstraction
        self.point = point
        self.side = side
        self.asked: dict[Formula, None] = {}

    def of(self, body: Expression) -> Expression:
        """The limit.

        Raises:
            Unsupported: no rule gives one.
        """
        from derive.deciding.stating.grants import Unsupported

        if _PLACE not in free_names(body):
            return body
        rules = (self._by_continuity, self._of_quotient, self._by_growth, self._of_parts)
        for rule in rules:
            before = dict(self.asked)
            try:
                return rule(body)
            except (Unsupported, KernelError):
                self.asked = before
        raise self.abstraction.unsupported("such a limit")

    def rewritten(self, body: Expression, other: Expression) -> Expression:
        """The other form, if it is seen to be equal at all points near the point.

        A limit is one of what is defined near the point, so there its divisors are not 0.

        Raises:
            Unsupported: it is not.
        """
        with forgotten(self.abstraction), self.abstraction.with_granting():
            near = self._near()
            left, right = (self.abstraction.term(substituted(e, near)) for e in (body, other))
            if not vanishes(self.abstraction, left - right):
                raise self.abstraction.unsupported("a limit of what was rewritten")
        return other

    def _is_nonzero_near(self, base: Expression) -> bool:
        """Whether it is seen that the base vanishes at no other point on the limit's side."""
        with forgotten(self.abstraction), self.abstraction.without_granting():
            return evidently("nonzero", self.abstraction.term(substituted(base, self._near())))

    def _near(self) -> dict[str, Expression]:
        """Any other point, on the side of the limit, for the variable."""
        step: Expression = (
            declared(self.abstraction, "step@1", positive=False, nonzero=True)
            if self.side == ZERO
            else declared(self.abstraction, "step@2", positive=True)
        )
        shift = step if self.side != MINUS_ONE else multiply(MINUS_ONE, step)
        return {_PLACE: add(self.point, shift)}

    def _by_continuity(self, body: Expression) -> Expression:
        rules = self._smooth(body, 1)
        value = substituted(body, {_PLACE: self.point})
        self.abstraction.term(value)
        self.asked.update(rules.asked)
        return self._folded(value)

    def _smooth(self, body: Expression, order: int) -> Differentiation:
        rules = Differentiation(self.abstraction, _PLACE, {_PLACE: self.point})
        rules.derivative(body, order)
        return rules

    def _folded(self, value: Expression) -> Expression:
        """The value with evident values of functions put in, which are asked for."""
        other = folded(self.abstraction, value)
        left, right = map(self.abstraction.term, (value, other))
        if left != right:
            self.asked[Equation(left, right)] = None
        return other

    def _of_quotient(self, body: Expression) -> Expression:
        above, below = fraction(body)
        if below == ONE:
            raise self.abstraction.unsupported("no quotient")
        self._equal_to_quotient(body, above, below)
        rules = Differentiation(self.abstraction, _PLACE, {_PLACE: self.point})
        for _ in range(_MOST_ORDERS):
            values = [self._folded(rules.at_point(part)) for part in (above, below)]
            numerator, denominator = map(self.abstraction.term, values)
            rules.derivative(above), rules.derivative(below)
            if denominator:
                if not evidently("nonzero", denominator):
                    raise self.abstraction.unsupported("a limit of a quotient")
                self.asked.update(rules.asked)
                return divide(*values)
            if numerator:
                raise self.abstraction.unsupported("a quotient that grows")
            above, below = rules.derivative(above), rules.derivative(below)
        raise self.abstraction.unsupported("a quotient of flat functions")

    def _equal_to_quotient(self, body: Expression, above: Expression, below: Expression) -> None:
        """That body·below = above near the point."""
        self.rewritten(multiply(body, below), above)

    def _by_growth(self, body: Expression) -> Expression:
        """The limit at infinity of the expression at the point plus or minus 1/y."""
        if self.side == ZERO:
            raise self.abstraction.unsupported("a limit from both sides")
        there = add(self.point, divide(self.side, Symbol(_PLACE)))
        return value_at_infinity(self.abstraction, substituted(body, {_PLACE: there}), 1)

    def _of_parts(self, body: Expression) -> Expression:
        match body:
            case Call("add", terms):
                return add(*map(self.of, terms))
            case Call("multiply", factors):
                return multiply(*map(self.of, factors))
            case Call("power", (base, exponent)) if _PLACE in free_names(exponent):
                if not self._is_nonzero_near(base):  # 0**v is no exp(v*log(0))
                    self._ask("!=", self.of(base))
                logarithm = normalized(multiply(exponent, call("log", base)))
                return call("exp", self.of(logarithm))
            case Call("power", (base, Number(value) as exponent)):
                inner = self.of(base)
                if value > 0 and not self.abstraction.term(inner):
                    return ZERO
                if value.denominator != 1 or value < 0:
                    self._ask("!=" if value.denominator == 1 else ">", inner)
                return power(inner, exponent)
            case Call("log", (argument,)):
                inner = self.of(argument)
                self._ask(">", inner)
                return call("log", inner)
            case Call(function, (argument,)) if function in _CONTINUOUS:
                return call(function, self.of(argument))
            case Call(function, (argument,)) if function in _CONTINUOUS_ON_REALS:
                inner = self.of(argument)
                if not evidently("real", self.abstraction.term(inner)):
                    raise self.abstraction.unsupported("a limit of a function of complex numbers")
                return call(function, inner)
        raise self.abstraction.unsupported("such a limit")

    def _ask(self, kind: str, value: Expression) -> None:
        relation = Relation(kind, value, ZERO)  # type: ignore[arg-type]
        self.asked.update(dict.fromkeys(required(self.abstraction, relation)))
