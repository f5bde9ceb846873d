"""Inverse functions: what they are candidates for, and where their values lie.

Main results: `supply`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from itertools import islice, permutations

from derive.deciding.claims.expressions import (
    HALF,
    PI,
    ZERO,
    Call,
    Expression,
    Number,
    Relation,
    Symbol,
    add,
    call,
    free_names,
    multiply,
    number,
    subtract,
)
from derive.deciding.claims.problem import Problem
from derive.deciding.stating.abstraction import Abstraction
from derive.deciding.stating.signs import evidently
from derive.deciding.supplying import closed_calls, propose
from derive.deciding.supplying.candidates import from_claims
from derive.deciding.supplying.sampling import Samples, samples_of
from derive.kernel.terms import number as number_term

_OF = {
    "asin": "sin",
    "acos": "cos",
    "atan": "tan",
    "asinh": "sinh",
    "acosh": "cosh",
    "atanh": "tanh",
}
_BOUNDS = {
    "asin": ("range of asin, below", "range of asin, above", "sign of asin, below"),
    "acos": ("range of acos, below", "range of acos, above"),
    "atan": ("range of atan, below", "range of atan, above"),
    "acosh": ("range of acosh, below",),
}
_REAL = ("asin", "acos", "acosh", "atanh")
_TANGENTS = ("atan", "atanh")
_SIGNS = {"atan": (("sign of atan, below", 1), ("sign of negative atan, above", -1))}
_LIMITS = (ZERO, multiply(HALF, PI), PI)


def supply(abstraction: Abstraction, problem: Problem) -> None:
    """Grant what inverse functions of known arguments are."""
    _arguments(abstraction, problem)
    values = closed_calls(abstraction, *_OF)
    if values:
        _Inverses(abstraction, problem, samples_of(problem), list(values)).supply()


def _arguments(abstraction: Abstraction, problem: Problem) -> None:
    """Arguments of complex numbers, by what the claims say."""
    for value in closed_calls(abstraction, "arg"):
        (number_,) = value.arguments
        for candidate in from_claims(abstraction, problem, value):
            if samples_of(problem).allow(Relation("=", value, candidate)):
                size, margin = call("abs", number_), multiply(number(Fraction(1, 8)), PI)
                propose(abstraction, "value of arg", a=candidate, b=number_, r=size, c=margin)
                break


@dataclass
class _Inverses:
    """The values of inverse functions in a problem."""

    abstraction: Abstraction
    problem: Problem
    samples: Samples
    values: list[Call]

    def supply(self) -> None:
        """Grant the instances."""
        for value in self.values:
            self._is_real(value)
            self._reflections(value)
        found = [
            (value, candidate)
            for value in self.values
            for candidate in islice(
                filter(partial(self._is_allowed, value), self._candidates(value)), 1
            )
        ]
        for value in self.values:
            solved = any(value == one for one, _ in found) and not self._has_complement(value)
            if self._wants_definition(value) and not solved:
                (argument,) = value.arguments
                propose(self.abstraction, f"definition of {value.function}", a=argument)
        self._differences()
        for value, candidate in sorted(found, key=self._rank)[:1]:
            (argument,) = value.arguments
            propose(self.abstraction, f"value of {value.function}", a=candidate, b=argument)
            self._bounds(candidate)

    def _differences(self) -> None:
        """Three values of atan of which one may be the difference of the others."""
        tangents = [value for value in self.values if value.function == "atan"]
        for first, second, third in permutations(tangents, 3) if len(tangents) <= 3 else ():
            difference = Relation("=", subtract(first, second), third)
            (a,), (b,), (c,) = first.arguments, second.arguments, third.arguments
            if self.samples.allow(difference, Relation(">=", multiply(a, b), ZERO)):
                propose(self.abstraction, "difference of two values of atan", a=a, b=b, c=c)
                return

    def _has_complement(self, value: Call) -> bool:
        """Whether asin stands at the same argument."""
        (argument,) = value.arguments
        return any(
            other.function == "asin"
            and self.abstraction.term(other.arguments[0]) == self.abstraction.term(argument)
            for other in self.values
        )

    def _wants_definition(self, value: Call) -> bool:
        """Whether logarithms may be of use."""
        if value.function == "acos" or closed_calls(self.abstraction, "log"):
            return True
        real = evidently("real", self.abstraction.term(value.arguments[0]))
        return value.function in _TANGENTS and len(self.values) > 1 and not real

    def _rank(self, pair: tuple[Call, Expression]) -> tuple[bool, bool, bool, int]:
        """Simple candidates for values at compound arguments first."""
        value, candidate = pair
        atoms = {one for each in self.values for one in self.abstraction.term(each).free}
        term = self.abstraction.term(candidate)
        whole = all(
            c.denominator == 1
            for monomial, c in term.monomials.items()
            if any(here.atom in atoms for word, _ in monomial.scalars for here, _ in word)
        )
        plain = isinstance(value.arguments[0], Symbol | Number)
        return not whole, not evidently("real", term), plain, self.values.index(value)

    def _candidates(self, value: Call) -> Iterator[Expression]:
        match value.arguments[0]:
            case Call(function, (inner,)) if function == _OF[value.function]:
                yield inner
        yield from from_claims(self.abstraction, self.problem, value)

    def _is_allowed(self, value: Call, candidate: Expression) -> bool:
        """Whether it is real and the value, as far as can be seen."""
        real = Relation("=", call("im", candidate), ZERO)
        return self.samples.allow(real, Relation("=", value, candidate))

    def _is_real(self, value: Call) -> None:
        """That the value is real, where that depends on its argument."""
        (argument,) = value.arguments
        if value.function not in _REAL or evidently("real", self.abstraction.term(value)):
            return
        if self.samples.allow(Relation("=", call("im", value), ZERO)):
            propose(self.abstraction, f"{value.function} is real", a=argument)

    def _reflections(self, value: Call) -> None:
        """Values at opposite points, and at i times a point."""
        (argument,) = value.arguments
        term = self.abstraction.term(argument)
        others = {
            (one.function, self.abstraction.term(one.arguments[0])): one for one in self.values
        }
        name = value.function
        if name in ("asin", "asinh") and (name, -term) in others and repr(-term) < repr(term):
            propose(self.abstraction, f"{name} is odd", a=argument)
        turned = others.get(("asinh", number_term(0, -1) * term))
        if name == "asin" and turned is not None:
            propose(self.abstraction, "asin of i times", a=turned.arguments[0])

    def _bounds(self, candidate: Expression) -> None:
        """Where the values of inverse functions in a candidate lie, or the candidate itself."""
        if not free_names(candidate):
            for bound in _LIMITS:
                propose(self.abstraction, "numeric bound", a=subtract(bound, candidate))
                propose(self.abstraction, "numeric bound", a=add(bound, candidate))
            return
        atoms = self.abstraction.term(candidate).free
        for value in self.values:
            (argument,) = value.arguments
            if not self.abstraction.term(value).free <= atoms:
                continue
            for name in _BOUNDS.get(value.function, ()):
                propose(self.abstraction, name, a=argument)
            for name, sign in _SIGNS.get(value.function, ()):
                if self.samples.allow(Relation(">=", multiply(number(sign), argument), ZERO)):
                    propose(self.abstraction, name, a=argument)
