"""Instances that say what the only root or absolute value is, with guesses from the claims.

Where a side holds sqrt(a) once, times a unit, the claim says that sqrt(a) is the rest of it; that
is so if the rest is not negative and its square is a.

Main results: `supply`.
"""

from __future__ import annotations

from collections.abc import Iterator

from derive.deciding.claims.expressions import (
    IMAGINARY,
    MINUS_ONE,
    TWO,
    ZERO,
    Call,
    Expression,
    Relation,
    call,
    multiply,
    number,
    power,
)
from derive.deciding.claims.problem import Problem
from derive.deciding.stating.abstraction import Abstraction
from derive.deciding.stating.grants import Divisor, Unsupported
from derive.deciding.supplying import calls, propose
from derive.deciding.supplying.constants import bounded_below
from derive.deciding.supplying.roots import roots_of
from derive.deciding.supplying.sampling import Samples, samples_of
from derive.kernel.atoms import C, KernelError
from derive.kernel.exponents import as_integer
from derive.kernel.terms import Term, zero

_MOST_GUESSES = 8
_MOST_HALF_PLANES = 4


def supply(abstraction: Abstraction, problem: Problem) -> None:
    """Grant instances."""
    with abstraction.without_granting():
        _supply(abstraction, problem)


def _supply(abstraction: Abstraction, problem: Problem) -> None:
    roots, sizes = roots_of(abstraction), calls(abstraction, "abs")
    if not roots and not sizes:
        return
    samples = samples_of(problem)
    try:
        differences = [left - right for left, right in map(abstraction.sides, problem.claims)]
    except (Unsupported, Divisor, KernelError):
        return
    for difference in differences:
        if not difference.is_scalar:
            continue
        for root in roots[:_MOST_GUESSES]:
            for guess in _rest(abstraction, difference, abstraction.term(root.expression)):
                _root(abstraction, samples, root.radicand, root.degree, guess)
        for size in sizes[:_MOST_GUESSES]:
            for guess in _rest(abstraction, difference, abstraction.term(size)):
                _absolute_value(abstraction, samples, size, guess)


def _root(
    abstraction: Abstraction, samples: Samples, radicand: Expression, q: int, guess: Expression
) -> None:
    if not samples.allow(Relation("=", power(guess, number(q)), radicand)):
        return
    if samples.allow(Relation(">=", guess, ZERO)):
        bounded_below(abstraction, guess)
        propose(abstraction, f"the only root (degree {q})", a=radicand, b=guess)
        return
    turned = multiply(MINUS_ONE, IMAGINARY, guess)
    if q == 2 and samples.allow(Relation(">=", turned, ZERO)):
        propose(abstraction, "the only square root on the imaginary axis", a=radicand, b=turned)
    elif q == 2 and samples.allow(Relation(">", call("re", guess), ZERO)):
        for root in roots_of(abstraction)[:_MOST_HALF_PLANES]:
            propose(abstraction, root.named("root lies in the right half-plane"), a=root.radicand)
        propose(abstraction, "the only square root in the right half-plane", a=radicand, b=guess)


def _absolute_value(
    abstraction: Abstraction, samples: Samples, size: Expression, guess: Expression
) -> None:
    assert isinstance(size, Call)
    (a,) = size.arguments
    squared = Relation("=", power(guess, TWO), multiply(a, call("conjugate", a)))
    if samples.allow(Relation(">=", guess, ZERO), squared):
        bounded_below(abstraction, guess)
        propose(abstraction, "the only absolute value", a=a, b=guess)


def _rest(abstraction: Abstraction, difference: Term, symbol: Term) -> Iterator[Expression]:
    """What the difference says of a symbol that stands in one monomial of it, times a unit."""
    ((wanted, _),) = symbol.monomials.items()
    ((word, _),) = wanted.scalars
    holding = [m for m in difference.monomials if any(w == word for w, _ in m.scalars)]
    if len(holding) != 1:
        return
    ((monomial,), c) = holding, difference.monomials[holding[0]]
    if as_integer(dict(monomial.scalars)[word]) != 1:
        return
    beside = tuple(pair for pair in monomial.scalars if pair[0] != word)
    factor = Term(C, C, {monomial._replace(scalars=beside): c})
    try:
        inverse = abstraction.inverse(factor)
        yield abstraction.expression(zero() - inverse * difference + symbol)
    except (Unsupported, Divisor, KernelError):
        return
