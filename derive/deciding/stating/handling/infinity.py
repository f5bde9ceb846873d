"""Limits at infinity, from how fast the factors of each term grow.

An exponential outweighs every power, a power every logarithm; sines of real numbers are bounded.

This module says what a certificate may use: a mistake here is a wrong answer.

Main results: `value_at_infinity`, `polynomial_in`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from derive.deciding.claims.expressions import (
    PI,
    ZERO,
    Call,
    Expression,
    Number,
    Symbol,
    add,
    divide,
    multiply,
    negative,
    number,
    power,
    substituted,
)
from derive.deciding.stating.handling.generic import declared, forgotten
from derive.deciding.stating.handling.integrals import apart
from derive.deciding.stating.signs import evidently
from derive.kernel.atoms import C
from derive.kernel.exponents import as_integer
from derive.kernel.terms import Term, identity, zero
from derive.kernel.terms import number as numeral

if TYPE_CHECKING:
    from derive.deciding.stating.abstraction import Abstraction
    from derive.kernel.exponents import Exponent
    from derive.kernel.terms import Letter

_PLACE = "_1"


def value_at_infinity(abstraction: Abstraction, body: Expression, sign: int) -> Expression:
    """The limit of a function of `_1` at infinity, or at minus infinity.

    Raises:
        Unsupported: it is not seen that there is one.
    """
    with forgotten(abstraction):
        return _value(abstraction, body, sign)


def _value(abstraction: Abstraction, body: Expression, sign: int) -> Expression:
    far = declared(abstraction, "far@1", positive=True)
    there = far if sign > 0 else negative(far)
    term = abstraction.term(substituted(body, {_PLACE: there}))
    if not term.is_scalar:
        raise abstraction.unsupported("a limit of operators")
    parts: list[Expression] = []
    for monomial, c in sorted(term.monomials.items()):
        coefficient, shape = apart(abstraction, far, Term(C, C, {monomial: c}))
        value = _limit(abstraction, far, shape)
        if value != ZERO:
            parts.append(multiply(abstraction.expression(coefficient), value))
    return add(*parts) if parts else ZERO


def polynomial_in(abstraction: Abstraction, place: Symbol, term: Term) -> Mapping[int, Term] | None:
    """The coefficients of a polynomial in a symbol, or None."""
    ((letter_monomial, _),) = abstraction.term(place).monomials.items()
    ((word, _),) = letter_monomial.scalars
    found: dict[int, Term] = {}
    for monomial, c in term.monomials.items():
        powers = dict(monomial.scalars)
        times = as_integer(powers.pop(word)) if word in powers else 0
        rest = Term(C, C, {monomial._replace(scalars=tuple(sorted(powers.items()))): c})
        _, shape = apart(abstraction, place, rest)
        if times is None or times < 0 or shape != identity():
            return None
        found[times] = found.get(times, zero()) + rest
    return {degree: one for degree, one in found.items() if one}


class _Growth:
    """How fast a product grows: its power, its exponent, what bounded factors tend to."""

    def __init__(self, abstraction: Abstraction, far: Symbol) -> None:
        self.abstraction = abstraction
        self.far = far
        self.degree = 0
        self.exponent = zero()
        self.limits: list[Expression] = []
        self.steady = True
        self.tame = True

    def take(self, here: Letter, times: Exponent) -> None:
        """One more factor.

        Raises:
            Unsupported: nothing is known of it.
        """
        meaning, whole = self.abstraction.meanings[here.atom], as_integer(times)
        if meaning == self.far:
            self._take_power(whole)
            return
        if whole is None or here.adjoint:
            raise self.abstraction.unsupported("the growth of such a power")
        if here.atom.name.startswith("inverse@"):
            self._take_inverse(here, whole)
            return
        match meaning:
            case Call("exp", (inner,)):
                self.exponent = self.exponent + numeral(whole) * self.abstraction.term(inner)
            case Call("sin" | "cos", (inner,)) if whole > 0 and self._is_real(inner):
                self.steady = False
            case Call("log", (inner,)) if whole > 0 and self._is_moderate(inner):
                self.steady = False
            case Call("atan" | "tanh" as function, (inner,)) if whole > 0:
                self._take_sigmoid(function, inner, whole)
            case _:
                raise self.abstraction.unsupported("the growth of such a function")

    def _take_power(self, whole: int | None) -> None:
        if whole is None:
            self.tame = False
        else:
            self.degree += whole

    def _take_inverse(self, here: Letter, whole: int) -> None:
        match self.abstraction.meanings[here.atom]:
            case Call("multiply", (Number(), Call("power", (below, _)))):
                leading = self._leads(below, exactly_positive=False)
                if leading is not None and whole > 0:
                    self.degree -= whole * leading
                    self.steady = False
                    return
        raise self.abstraction.unsupported("the growth of such a divisor")

    def _take_sigmoid(self, function: str, inner: Expression, whole: int) -> None:
        value = divide(PI, number(2)) if function == "atan" else number(1)
        for sign in (1, -1):
            if self._leads(multiply(number(sign), inner)):
                self.limits.append(power(multiply(number(sign), value), number(whole)))
                return
        raise self.abstraction.unsupported("the growth of such a function")

    def _is_moderate(self, inner: Expression) -> bool:
        """Whether a positive function and its inverse grow like powers."""
        term = self.abstraction.term(inner)
        single = len(term.monomials) == 1 and evidently("positive", term)
        if single:
            _, shape = apart(self.abstraction, self.far, term)
            return shape.free <= self.abstraction.term(self.far).free
        return self._leads(inner) is not None

    def _is_real(self, inner: Expression) -> bool:
        return evidently("real", self.abstraction.term(inner))

    def _leads(self, inner: Expression, *, exactly_positive: bool = True) -> int | None:
        """The degree of a polynomial whose leading coefficient is evidently positive or nonzero."""
        found = polynomial_in(self.abstraction, self.far, self.abstraction.term(inner))
        if not found:
            return None
        degree = max(found)
        word = "positive" if exactly_positive else "nonzero"
        real = all(evidently("real", one) for one in found.values()) or not exactly_positive
        return degree if real and evidently(word, found[degree]) else None

    def value(self) -> Expression:
        """What the product tends to.

        Raises:
            Unsupported: that is not seen.
        """
        if self.exponent:
            if self._decays():
                return ZERO
            raise self.abstraction.unsupported("an exponential that may grow")
        if self.tame and self.degree < 0:
            return ZERO
        if self.tame and self.degree == 0 and self.steady:
            return multiply(*self.limits) if self.limits else number(1)
        raise self.abstraction.unsupported("a limit at infinity")

    def _decays(self) -> bool:
        found = polynomial_in(self.abstraction, self.far, self.exponent)
        if not found or max(found) == 0:
            return False
        leading = found[max(found)]
        return evidently("positive", -(leading + leading.adjoint()))


def _limit(abstraction: Abstraction, far: Symbol, shape: Term) -> Expression:
    growth = _Growth(abstraction, far)
    ((monomial, _),) = shape.monomials.items()
    for word, times in monomial.scalars:
        if len(word) != 1:
            raise abstraction.unsupported("a limit with brakets")
        growth.take(word[0][0], times)
    return growth.value()
