"""Exponentials of operators: which of their laws a claim may need.

Main results: `supply`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from fractions import Fraction

from derive.deciding.abstraction import Abstraction, Unsupported
from derive.deciding.expressions import (
    MINUS_ONE,
    ONE,
    Call,
    Expression,
    Number,
    Relation,
    Symbol,
    call,
    multiply,
    number,
    power,
)
from derive.deciding.problem import Problem
from derive.deciding.supplying import closed_calls, propose
from derive.kernel.atoms import C
from derive.kernel.exponents import as_integer
from derive.kernel.terms import Term

_MOST_EXPONENTIALS = 12


def supply(abstraction: Abstraction, problem: Problem) -> None:
    """Grant laws of the exponentials that occur."""
    exponents = {
        meaning.arguments[0]: term
        for meaning in closed_calls(abstraction, "exp")
        if not (term := abstraction.term(meaning.arguments[0])).is_scalar
    }
    if not exponents or len(exponents) > _MOST_EXPONENTIALS:
        return
    written = _written(problem)
    for exponent, term in exponents.items():
        _adjoint(abstraction, exponent, exponents, written)
        _algebraic(abstraction, exponent, term, problem)
        _similar(abstraction, exponent, term)
        for other in _operators(abstraction, problem):
            _conjugation(abstraction, exponent, other, problem)
    _sums(abstraction, exponents)


def _written(problem: Problem) -> frozenset[str]:
    """The functions in the problem."""
    return frozenset(
        part.function
        for relation in (*problem.claims, *problem.given)
        for side in relation.sides
        for part in side.walk()
        if isinstance(part, Call)
    )


def _operators(abstraction: Abstraction, problem: Problem) -> Iterator[Expression]:
    for name, declared in problem.names.items():
        if declared.kind in ("operator", "ket") and Symbol(name) in abstraction.meanings.values():
            yield Symbol(name)


def _adjoint(
    abstraction: Abstraction,
    exponent: Expression,
    exponents: dict[Expression, Term],
    written: frozenset[str],
) -> None:
    if "adjoint" in written and len(exponents) <= _MOST_EXPONENTIALS / 2:
        propose(abstraction, "adjoint of an exponential of an operator", A=exponent)


def _sums(abstraction: Abstraction, exponents: dict[Expression, Term]) -> None:
    """Laws about two exponentials whose product, or whose quotient, is another one."""
    known = set(exponents.values())
    pairs = [(a, s, b, t) for a, s in exponents.items() for b, t in exponents.items()]
    for left, first, right, second in pairs:
        if first.ends != second.ends:
            continue
        if not first + second:
            propose(abstraction, "inverse of an exponential", A=left)
        elif first + second in known:
            propose(abstraction, "exponential of a sum of commuting operators", A=left, B=right)
            name = "product of exponentials with a central commutator"
            propose(abstraction, name, A=left, B=right)


def _algebraic(
    abstraction: Abstraction, exponent: Expression, term: Term, problem: Problem
) -> None:
    """Closed forms, as far as the hypotheses speak of the square or the cube of the exponent."""
    found = _scaled(abstraction, term)
    if found is None:
        return
    scale, body, inner = found
    powers = dict(_powers(abstraction, problem, inner))
    for times, value in powers.items():
        if times == 2 and value == ONE:
            propose(abstraction, "exponential of an involution", t=scale, A=body)
        elif times == 2 and value == MINUS_ONE:
            propose(abstraction, "exponential of a root of -1", t=scale, A=body)
        elif times == 2 and value == body:
            propose(abstraction, "exponential of a projector", t=scale, A=body)
        elif times == 3 and value == body:
            propose(abstraction, "exponential of a cubic idempotent", t=scale, A=body)
        elif value == number(0) and times == 2:
            propose(abstraction, "exponential with a square of zero", A=exponent)
        elif value == number(0) and times == 3:
            propose(abstraction, "exponential with a cube of zero", A=exponent)
        elif times == 2:
            _root_of_number(abstraction, exponent, scale, value)


def _root_of_number(
    abstraction: Abstraction, exponent: Expression, scale: Expression, value: Expression
) -> None:
    match value:
        case Call("power", (base, Number(two))) if two == Fraction(2):
            name = "exponential of a root of a number"
            propose(abstraction, name, A=exponent, c=multiply(scale, base))
        case Number(square):
            root = Fraction(square).limit_denominator()
            exact = _exact_root(root)
            if exact is not None:
                name = "exponential of a root of a number"
                propose(abstraction, name, A=exponent, c=multiply(scale, exact))


def _exact_root(square: Fraction) -> Expression | None:
    from math import isqrt

    above, below = isqrt(abs(square.numerator)), isqrt(square.denominator)
    if Fraction(above * above, below * below) != abs(square):
        return None
    root = number(Fraction(above, below))
    from derive.deciding.expressions import IMAGINARY

    return root if square > 0 else multiply(IMAGINARY, root)


def _scaled(abstraction: Abstraction, term: Term) -> tuple[Expression, Expression, Term] | None:
    """The term as a scalar times an operator with rational coefficients."""
    scalars = {m._replace(word=(), imaginary=m.imaginary) for m in term.monomials}
    if len(scalars) != 1:
        return None
    (common,) = scalars
    first = next(iter(term.monomials.values()))
    scale = Term(C, C, {common: first})
    body = Term(
        term.codomain,
        term.domain,
        {
            m._replace(scalars=(), imaginary=False, sign=()): c / first
            for m, c in term.monomials.items()
        },
    )
    with suppress(Unsupported):
        return abstraction.expression(scale), abstraction.expression(body), body
    return None


def _powers(
    abstraction: Abstraction, problem: Problem, body: Term
) -> Iterator[tuple[int, Expression]]:
    """What the hypotheses say of the square and the cube of an operator."""
    for relation in problem.given:
        for left, right in (relation.sides, relation.sides[::-1]):
            if relation.kind != "=" or isinstance(left, Number):
                continue
            with suppress(Unsupported):
                term = abstraction.term(left)
                for times in (2, 3):
                    if body.codomain == body.domain == term.codomain and term == body**times:
                        yield times, _normal(abstraction, right, body)


def _normal(abstraction: Abstraction, value: Expression, body: Term) -> Expression:
    """The value, in the form in which the operator itself is written where it is that."""
    return abstraction.expression(body) if abstraction.term(value) == body else value


def _similar(abstraction: Abstraction, exponent: Expression, term: Term) -> None:
    """exp(S A S⁻¹), where every word of the exponent begins with S and ends with its inverse."""
    words = [monomial.word for monomial in term.monomials]
    if any(len(word) < 2 for word in words):
        return
    firsts, lasts = {word[0] for word in words}, {word[-1] for word in words}
    if len(firsts) != 1 or len(lasts) != 1:
        return
    (first, times), (last, others) = firsts.pop(), lasts.pop()
    one, other = as_integer(times), as_integer(others)
    adjoint = first._replace(adjoint=not first.adjoint) == last and one == other == 1
    inverse = first == last and one is not None and other == -one
    if not (adjoint or inverse):
        return
    inner = Term(
        term.codomain,
        term.domain,
        {m._replace(word=m.word[1:-1]): c for m, c in term.monomials.items()},
    )
    with suppress(Unsupported, AssertionError):
        meaning = abstraction.meanings[first.atom]
        start = call("adjoint", meaning) if first.adjoint else meaning
        left = power(start, number(one or 1)) if one != 1 else start
        right = call("adjoint", left) if adjoint else power(start, number(other or -1))
        propose(
            abstraction,
            "exponential of a similar operator",
            S=left,
            A=abstraction.expression(inner),
            T=right,
        )


def _conjugation(
    abstraction: Abstraction, exponent: Expression, other: Expression, problem: Problem
) -> None:
    """How an exponential passes an operator or a ket."""
    term, letter = abstraction.term(exponent), abstraction.term(other)
    if letter.domain == C:
        if letter.codomain == term.domain:
            for value in _eigenvalues(abstraction, term, letter, problem):
                name = "exponential of an eigenvector"
                propose(abstraction, name, A=exponent, v=other, c=value)
        return
    if letter.ends != term.ends:
        return
    name = "what commutes with an operator commutes with its exponential"
    propose(abstraction, name, A=exponent, B=other)
    propose(abstraction, "conjugation with a commutator that commutes", A=exponent, B=other)
    for relation in problem.given:
        for value in _factors(relation, other):
            name = "conjugation of an eigenvector of the commutator"
            scaled = _scaled(abstraction, term)
            for scale in (ONE, MINUS_ONE, *(() if scaled is None else (scaled[0],))):
                propose(abstraction, name, A=exponent, B=other, c=multiply(scale, value))


def _eigenvalues(
    abstraction: Abstraction, term: Term, ket: Term, problem: Problem
) -> Iterator[Expression]:
    scaled = _scaled(abstraction, term)
    for relation in problem.given:
        right = relation.right
        if scaled is not None and isinstance(right, Call) and right.function == "multiply":
            with suppress(Unsupported):
                if abstraction.term(right.arguments[-1]) == ket:
                    yield multiply(scaled[0], *right.arguments[:-1])


def _factors(relation: Relation, other: Expression) -> Iterator[Expression]:
    """The c of hypotheses that end in c·B."""
    match relation.right:
        case Call("multiply", (*factors, last)) if last == other and factors:
            yield multiply(*factors)
        case right if right == other:
            yield ONE

