"""The derivative of an expression by the rules of calculus, with what each rule asks.

A function of a real variable x is differentiated at a point.  Each rule holds at a point if the
parts that it speaks of are differentiable there; what must hold for that (a divisor is not 0, the
argument of a logarithm is positive) is asked, and proved by the kernel.  All of it are open
conditions, so they hold near the point too, and the derivative can be differentiated again.
A logarithm of a real-valued function that is not 0 is differentiable where it is negative too, for
its imaginary part is π all around.

A function that is declared is differentiable as often as needed, in a chain at real arguments.

This module says what a certificate may use: a mistake here is a wrong answer.

Main results: `Differentiation`, `instance`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from derive.deciding.claims.expressions import (
    HALF,
    MINUS_ONE,
    ONE,
    ZERO,
    Application,
    Binder,
    Call,
    Expression,
    Number,
    Relation,
    Symbol,
    call,
    free_names,
    number,
    power,
    substituted,
    subtract,
    unused,
)
from derive.deciding.premises import premises
from derive.deciding.premises.calculus import rule_of
from derive.deciding.stating.handling.generic import forgotten, generic
from derive.deciding.stating.handling.moving_integrals import of_integral, of_sum
from derive.deciding.stating.handling.operator_rules import of_exponential, of_power
from derive.deciding.stating.handling.partials import as_partial, partial, raised, times, total
from derive.deciding.stating.instances import put, required, requirements
from derive.deciding.stating.signs import evidently
from derive.kernel.atoms import KernelError
from derive.kernel.formulas import Equation, Formula, forall
from derive.kernel.terms import Term
from derive.kernel.terms import number as numeral

if TYPE_CHECKING:
    from derive.deciding.stating.abstraction import Abstraction

_MOST_ORDERS = 12
_WITH_CUTS = ("asin", "acos", "atanh", "acosh")
_REAL_LINEAR = ("conjugate", "adjoint", "re", "im")


class Differentiation:
    """Derivatives with respect to one variable at one point.

    Args:
        abstraction: what knows the terms of expressions.
        variable: the variable.
        places: where it is, and where other variables are that are not declared.
        known: what tells of a relation between functions that it holds wherever the point is.
    """

    def __init__(
        self,
        abstraction: Abstraction,
        variable: str,
        places: Mapping[str, Expression],
        known: Callable[[Relation], bool] | None = None,
    ) -> None:
        self.abstraction = abstraction
        self.variable = variable
        self.places = places
        self.asked: dict[Formula, None] = {}
        self.point = places[variable]
        self.real = evidently("real", abstraction.term(self.point))
        self.known = known

    def derivative(self, body: Expression, order: int = 1) -> Expression:
        """The derivative as an expression in the variable; what it asks is kept in `asked`.

        Raises:
            Unsupported: no rule says what it is.
        """
        if not 0 <= order <= _MOST_ORDERS:
            raise self.abstraction.unsupported("a derivative of such an order")
        for _ in range(order):
            body = self.of(body)
        return body

    def at_point(self, body: Expression) -> Expression:
        """The value of a function of the variable at the point."""
        return substituted(body, self.places)

    def term(self, body: Expression) -> Term:
        """The term of that value."""
        return self.abstraction.term(self.at_point(body))

    def ask(self, *formulas: Formula) -> None:
        """Keep what must be proved."""
        self.asked.update(dict.fromkeys(formulas))

    def ask_relation(self, kind: str, left: Expression, right: Expression) -> None:
        """Ask for a relation at the point."""
        if self.known is not None and self._is_known(Relation(kind, left, right)):  # type: ignore[arg-type]
            return
        if kind == "!=" and right == ZERO and self._has_invertible_root(left):
            return
        relation = Relation(kind, self.at_point(left), self.at_point(right))  # type: ignore[arg-type]
        self.ask(*required(self.abstraction, relation))

    def _is_known(self, relation: Relation) -> bool:
        """Whether a relation holds wherever the point is; then there is an inverse."""
        assert self.known is not None
        if not self.known(relation):
            return False
        difference = subtract(*relation.sides)
        self._grant(lambda: self.abstraction.inverse(self.term(difference)))
        return True

    def _grant(self, lowering: Callable[[], Term]) -> None:
        """Lower what is defined wherever the point is, with the inverses that this needs."""
        from derive.deciding.stating.grants import Divisor

        try:
            with self.abstraction.with_granting():
                lowering()
        except Divisor as divisor:
            raise self.abstraction.unsupported("a divisor at a point inside") from divisor

    def _has_invertible_root(self, body: Expression) -> bool:
        """Whether a side divides by the square root, so that the radicand is not 0."""
        from derive.deciding.stating.grants import Unsupported

        try:
            if not self.abstraction.known("root", (self.term(body), numeral(2))):
                return False
            with self.abstraction.without_granting():
                self.term(power(power(body, HALF), MINUS_ONE))
        except (Unsupported, KernelError):
            return False
        return True

    def moves(self, body: Expression) -> bool:
        """Whether the variable stands in the expression."""
        return self.variable in free_names(body)

    # rules

    def of(self, body: Expression) -> Expression:
        """The first derivative, by the rule that fits."""
        if not self.moves(body):
            return ZERO
        match body:
            case Symbol():
                return ONE
            case Call("add", terms):
                return total([self.of(term) for term in terms])
            case Call("multiply", factors):
                return total(
                    [
                        times(*factors[:place], self.of(factor), *factors[place + 1 :])
                        for place, factor in enumerate(factors)
                        if self.moves(factor)
                    ]
                )
            case Call("power", (base, exponent)):
                return self._of_power(base, exponent)
            case Call("abs" | "sign" as function, (inner,)):
                return self._of_modulus(function, inner)
            case Call(function, (inner,)) if function in _REAL_LINEAR and self._is_real_line():
                return call(function, self.of(inner))
            case Call("log", (inner,)):
                self._ask_off_the_cut(inner)
                return self._logarithmic(inner)
            case Call("exp", (inner,)) if not self.term(inner).is_scalar:
                return of_exponential(self, inner)
            case Call(function, (inner,)) if rule_of(function) in premises():
                return self._of_function(function, inner)
            case Application() | Binder():
                return self._of_unknown(body)
        raise self.abstraction.unsupported("a derivative that no rule gives")

    def _is_real_line(self) -> bool:
        if not self.real:
            raise self.abstraction.unsupported("a derivative along a complex variable")
        return True

    def _of_function(self, function: str, inner: Expression) -> Expression:
        """The chain rule; where the outer function is not analytic, the inner one must be real."""
        premise = premises()[rule_of(function)]
        if function in _WITH_CUTS and not self.real_valued(inner):
            inside = subtract(ONE, power(inner, number(2)))
            self.ask_relation(">", *((inner, ONE) if function == "acosh" else (inside, ZERO)))
        words = replace(premise, given=())
        self.ask(*requirements(self.abstraction, words, {"a": self.at_point(inner)}))
        for relation in premise.problem.given:
            self.ask_relation(relation.kind, *put(relation, {"a": inner}).sides)
        (claim,) = premise.problem.claims
        slope = put(claim, {"a": inner}).right
        conditions = [put(relation, {"a": inner}) for relation in premise.problem.given]
        if self.known is not None and all(map(self.known, conditions)):
            self._grant(lambda: self.term(slope))
        return times(self.of(inner), slope)

    def _logarithmic(self, body: Expression) -> Expression:
        """f'/f, factor by factor."""
        match body:
            case Call("multiply", factors):
                return total([self._logarithmic(one) for one in factors if self.moves(one)])
            case Call("power", (base, exponent)) if not self.moves(exponent):
                return times(exponent, self._logarithmic(base))
        return times(self.of(body), power(body, MINUS_ONE))

    def _ask_nonzero(self, body: Expression) -> None:
        """That a product is not 0, factor by factor."""
        match body:
            case Call("multiply", factors):
                for factor in factors:
                    self._ask_nonzero(factor)
            case Call("power", (base, exponent)) if isinstance(exponent, Number):
                self._ask_nonzero(base)
            case _:
                self.ask_relation("!=", body, ZERO)

    def _of_power(self, base: Expression, exponent: Expression) -> Expression:
        if not self.moves(exponent):
            whole = _whole(exponent)
            if not self.term(base).is_scalar:
                return of_power(self, base, whole)
            if whole is not None and whole < 0:
                self.ask_relation("!=", base, ZERO)
            elif whole is None and not self._is_natural(exponent):
                if self._is_integer(exponent):
                    self.ask_relation("!=", base, ZERO)
                else:
                    self._ask_off_the_cut(base)
            if whole == 1:
                return self.of(base)
            if whole is not None:
                return times(exponent, power(base, number(whole - 1)), self.of(base))
            return times(exponent, self._lowered_power(base, exponent), self.of(base))
        if not self.moves(base):
            self.ask_relation("!=", base, ZERO)
            return times(power(base, exponent), call("log", base), self.of(exponent))
        self._ask_off_the_cut(base)
        logarithmic = total(
            [
                times(self.of(exponent), call("log", base)),
                times(exponent, self.of(base), power(base, MINUS_ONE)),
            ]
        )
        return times(power(base, exponent), logarithmic)

    def _lowered_power(self, base: Expression, exponent: Expression) -> Expression:
        """A power with an exponent less by 1, by the inverse of a root where that is known."""
        from derive.deciding.stating.grants import Unsupported

        if isinstance(exponent, Number) and exponent.value < 1:
            degree = exponent.value.denominator
            root = power(base, Number(Fraction(1, degree)))
            try:
                self.term(power(root, MINUS_ONE))
            except Unsupported:
                return power(base, number(exponent.value - 1))
            return power(root, number((exponent.value - 1) * degree))
        return power(base, _lowered(exponent))

    def _is_natural(self, exponent: Expression) -> bool:
        return evidently("natural", self.abstraction.term(exponent))

    def _is_integer(self, exponent: Expression) -> bool:
        from derive.deciding.stating.families import polynomial

        return polynomial(self.abstraction.term(exponent)) is not None

    def _of_modulus(self, function: str, inner: Expression) -> Expression:
        """|f|' = Re(f* f')/|f|; the sign of a real-valued function does not change."""
        self._is_real_line()
        self.ask_relation("!=", inner, ZERO)
        modulus = call("abs", inner)
        if function == "abs":
            turning = times(call("conjugate", inner), self.of(inner))
            return times(call("re", turning), power(modulus, MINUS_ONE))
        if not self.real_valued(inner):
            raise self.abstraction.unsupported("the derivative of a complex sign")
        self.of(inner)
        return ZERO

    def _ask_off_the_cut(self, inner: Expression) -> None:
        """That a logarithm is differentiable: of what is positive, or real all around and not 0."""
        if self.real_valued(inner):
            self._ask_nonzero(inner)
        else:
            self.ask_relation(">", inner, ZERO)

    def real_valued(self, inner: Expression) -> bool:
        """Whether the function is evidently real at all real values of the variable near it."""
        if not self.real:
            return False
        with forgotten(self.abstraction):
            place = generic(self.abstraction, self.point)
            near = substituted(inner, {**self.places, self.variable: place})
            return evidently("real", self.abstraction.term(near))

    def _of_unknown(self, body: Expression) -> Expression:
        """Declared functions by their partial derivatives; integrals by their bounds."""
        found = as_partial(body)
        if found is not None:
            name, orders, arguments = found
            plain = sum(map(self.moves, arguments)) == 1 and Symbol(self.variable) in arguments
            if not plain:
                for argument in arguments:
                    if not self.real_valued(argument):
                        raise self.abstraction.unsupported("a chain with complex arguments")
            return total(
                [
                    times(partial(name, raised(orders, place), arguments), self.of(argument))
                    for place, argument in enumerate(arguments)
                    if self.moves(argument)
                ]
            )
        assert isinstance(body, Binder)
        match body:
            case Binder("derivative", variable, inner, (point, Number(order))):
                return self.of(self._value_of_derivative(variable, inner, point, int(order)))
            case Binder("integral", variable, inner, bounds):
                return of_integral(self, variable, inner, bounds)
            case Binder("sum", variable, inner, bounds) if not any(map(self.moves, bounds)):
                return of_sum(self, variable, inner, bounds)
        raise self.abstraction.unsupported(f"the derivative of a {body.kind}")

    def _value_of_derivative(
        self, variable: str, inner: Expression, point: Expression, order: int
    ) -> Expression:
        """A derivative in the body, as an expression; it may be along the same variable."""
        if point == Symbol(self.variable) and not (
            variable != self.variable and self.variable in free_names(inner)
        ):
            return self.derivative(substituted(inner, {variable: point}), order)
        if self.moves(point):
            raise self.abstraction.unsupported("a derivative at such a point")
        name = unused(variable, frozenset({*self.places, *free_names(inner)}))
        inner = substituted(inner, {variable: Symbol(name)})
        places = {**self.places, name: self.at_point(point)}
        nested = Differentiation(self.abstraction, name, places)
        value = nested.derivative(inner, order)
        self.ask(*nested.asked)
        return substituted(value, {name: point})


def instance(abstraction: Abstraction, values: Mapping[str, Expression]) -> tuple[Formula, ...]:
    """What the derivative is of the function `f` of the symbol `_1` at the point `a`, order `n`.

    Raises:
        Unsupported: no rule says so.
    """
    body, point, order = values["f"], values["a"], values["n"]
    assert isinstance(order, Number)
    rules = Differentiation(abstraction, "_1", {"_1": point})
    value = rules.at_point(rules.derivative(body, int(order.value)))
    binder = Binder("derivative", "_1", body, (point, order))
    claim = Equation(abstraction.term(binder), abstraction.term(value))
    return (forall((), list(rules.asked), claim) if rules.asked else claim,)


def _whole(exponent: Expression) -> int | None:
    if isinstance(exponent, Number) and exponent.value.denominator == 1:
        return int(exponent.value)
    return None


def _lowered(exponent: Expression) -> Expression:
    return number(exponent.value - 1) if isinstance(exponent, Number) else subtract(exponent, ONE)
