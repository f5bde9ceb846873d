"""Exponentials of operators: which of their laws a claim may need.

Main results: `supply`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from fractions import Fraction

from derive.deciding.claims.expressions import (
    Call,
    Expression,
    Number,
    Symbol,
    call,
    multiply,
    number,
    power,
)
from derive.deciding.claims.problem import Problem
from derive.deciding.stating.abstraction import Abstraction
from derive.deciding.stating.grants import Unsupported
from derive.deciding.stating.handling.grids import size_of
from derive.deciding.stating.signs import evidently
from derive.deciding.supplying import closed_calls, propose
from derive.deciding.supplying.hypotheses import Hypotheses
from derive.kernel.atoms import C
from derive.kernel.exponents import as_integer
from derive.kernel.terms import Term, identity, single

_MOST_EXPONENTIALS = 12


def supply(abstraction: Abstraction, problem: Problem) -> None:
    """Grant laws of the exponentials that occur."""
    exponents = {
        meaning.arguments[0]: term
        for meaning in closed_calls(abstraction, "exp")
        if not (term := abstraction.term(meaning.arguments[0])).is_scalar
        and size_of(term.domain) is None
    }
    if not exponents or len(exponents) > _MOST_EXPONENTIALS:
        return
    hypotheses = Hypotheses(abstraction)
    written = _written(abstraction, problem)
    for exponent, term in exponents.items():
        if term in written:
            propose(abstraction, "adjoint of an exponential of an operator", A=exponent)
        _similar(abstraction, exponent, term, hypotheses)
        if not _algebraic(abstraction, exponent, term, hypotheses):
            for other in _operators(abstraction, problem):
                _conjugation(abstraction, exponent, other, hypotheses)
    _sums(abstraction, exponents, hypotheses, _in_products(abstraction, problem))
    _multiples(abstraction, exponents)


def _written(abstraction: Abstraction, problem: Problem) -> frozenset[Term]:
    """The exponents of the exponentials of which there is an adjoint in the problem."""
    exponents = {
        inner.arguments[0]
        for relation in (*problem.claims, *problem.given)
        for side in relation.sides
        for part in side.walk()
        if isinstance(part, Call) and part.function == "adjoint"
        for inner in part.walk()
        if isinstance(inner, Call) and inner.function == "exp"
    }
    return frozenset(map(abstraction.term, exponents))


def _operators(abstraction: Abstraction, problem: Problem) -> Iterator[Expression]:
    for name, declared in problem.names.items():
        if declared.kind in ("operator", "ket") and Symbol(name) in abstraction.meanings.values():
            yield Symbol(name)


def _in_products(abstraction: Abstraction, problem: Problem) -> frozenset[Term]:
    """The exponents of the exponentials that stand beside each other in a product."""
    found: set[Expression] = set()
    for relation in problem.claims:
        for side in relation.sides:
            for part in side.walk():
                if isinstance(part, Call) and part.function == "multiply":
                    factors = [p for p in part.arguments if isinstance(p, Call)]
                    beside = [p.arguments[0] for p in factors if p.function == "exp"]
                    found.update(beside if len(beside) > 1 else ())
    return frozenset(map(abstraction.term, found))


def _multiples(abstraction: Abstraction, exponents: dict[Expression, Term]) -> None:
    """exp(nA) = exp(A)^n for a natural n, if both occur."""
    for term in exponents.values():
        for exponent, other in exponents.items():
            ratio = _ratio(term, other)
            if ratio is not None:
                name = "exponential of a multiple of an operator"
                propose(abstraction, name, A=exponent, n=abstraction.expression(ratio))


def _ratio(term: Term, other: Term) -> Term | None:
    """The natural number n, other than 0 and 1, with term = n·other."""
    if len(other.monomials) != 1 or len(term.monomials) != 1:
        return None
    ((monomial, c),), ((mine, d),) = other.monomials.items(), term.monomials.items()
    scalars = dict(mine.scalars)
    if any(scalars.pop(word, None) != power for word, power in monomial.scalars):
        return None
    ratio = Term(C, C, {mine._replace(scalars=tuple(scalars.items()), word=()): d / c})
    same = ratio * other == term and ratio != identity()
    return ratio if same and evidently("natural", ratio) else None


def _sums(
    abstraction: Abstraction,
    exponents: dict[Expression, Term],
    hypotheses: Hypotheses,
    written: frozenset[Term],
) -> None:
    """Laws about two exponentials whose product, or whose quotient, is another one."""
    known = set(exponents.values())
    pairs = [(a, s, b, t) for a, s in exponents.items() for b, t in exponents.items()]
    for left, first, right, second in pairs:
        if first.ends != second.ends:
            continue
        if not first + second:
            propose(abstraction, "inverse of an exponential", A=left)
            continue
        commutator = hypotheses.normal(first * second - second * first)
        if not commutator:
            if first + second in known:
                name = "exponential of a sum of commuting operators"
                propose(abstraction, name, A=left, B=right)
            elif first != second and {first, second} <= written:
                name = "what commutes with an operator commutes with its exponential"
                propose(abstraction, name, A=left, B=right)
                propose(abstraction, name, A=right, B=call("exp", left))
        elif (
            (first + second in known or {first, second} <= written)
            and hypotheses.commute(first, commutator)
            and hypotheses.commute(second, commutator)
        ):
            name = "product of exponentials with a central commutator"
            _with(abstraction, name, commutator, "C", A=left, B=right)


def _with(
    abstraction: Abstraction, name: str, value: Term, variable: str, **values: Expression
) -> None:
    """Propose a premise with one more value, which is a term."""
    with suppress(Unsupported):
        propose(abstraction, name, **{variable: abstraction.expression(value)}, **values)


def _algebraic(
    abstraction: Abstraction, exponent: Expression, term: Term, hypotheses: Hypotheses
) -> bool:
    """A closed form, if the square or the cube of the exponent is known; whether it is."""
    found = _scaled(abstraction, term)
    if found is None or term.codomain != term.domain:
        return False
    scale, body, inner = found
    one = identity(term.codomain)
    plain, square, cube = (hypotheses.normal(inner**times) for times in (1, 2, 3))
    named = {"t": scale, "A": body}
    if not square:
        propose(abstraction, "exponential with a square of zero", A=exponent)
    elif square == one:
        propose(abstraction, "exponential of an involution", **named)
    elif square == -one:
        propose(abstraction, "exponential of a root of -1", **named)
    elif square == plain:
        propose(abstraction, "exponential of a projector", **named)
    elif not cube:
        propose(abstraction, "exponential with a cube of zero", A=exponent)
    elif cube == plain:
        propose(abstraction, "exponential of a cubic idempotent", **named)
    elif cube == -plain:
        propose(abstraction, "exponential of a generator of a rotation", **named)
    elif len(square.monomials) == 1:
        with suppress(Unsupported):
            _root_of_number(abstraction, exponent, scale, _scalar_part(abstraction, square))
            return True
        return False
    else:
        return False
    return True


def _scalar_part(abstraction: Abstraction, term: Term) -> Expression:
    """The number of which the term is that multiple of the identity."""
    ((monomial, c),) = term.monomials.items()
    if monomial.word:
        raise Unsupported("not a number")
    return abstraction.expression(Term(C, C, {monomial: c}))


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
    from derive.deciding.claims.expressions import IMAGINARY

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


def _similar(
    abstraction: Abstraction, exponent: Expression, term: Term, hypotheses: Hypotheses
) -> None:
    """exp(S A S⁻¹), where every word of the exponent begins with S and ends with its inverse."""
    words = [monomial.word for monomial in term.monomials]
    if any(len(word) < 2 for word in words):
        return
    firsts, lasts = {word[0] for word in words}, {word[-1] for word in words}
    if len(firsts) != 1 or len(lasts) != 1:
        return
    ends = firsts.pop(), lasts.pop()
    (first, times), (last, others) = ends
    one, other = as_integer(times), as_integer(others)
    adjoint = first._replace(adjoint=not first.adjoint) == last and one == other == 1
    inverse = first == last and one is not None and other == -one
    if adjoint and hypotheses.normal(single(*ends[0]) * single(*ends[1])) != identity(
        term.codomain
    ):
        return
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
    abstraction: Abstraction, exponent: Expression, other: Expression, hypotheses: Hypotheses
) -> None:
    """How an exponential passes an operator or a ket."""
    term, letter = abstraction.term(exponent), abstraction.term(other)
    if term.domain != letter.codomain:
        return
    if letter.domain == C:
        value = _multiple(hypotheses.normal(term * letter), letter)
        if value is not None:
            _with(abstraction, "exponential of an eigenvector", value, "c", A=exponent, v=other)
        return
    if letter.ends != term.ends:
        return
    commutator = hypotheses.normal(term * letter - letter * term)
    value = _multiple(commutator, letter)
    if not commutator:
        name = "what commutes with an operator commutes with its exponential"
        propose(abstraction, name, A=exponent, B=other)
    elif value is not None:
        name = "conjugation of an eigenvector of the commutator"
        _with(abstraction, name, value, "c", A=exponent, B=other)
    elif hypotheses.commute(term, commutator):
        name = "conjugation with a commutator that commutes"
        _with(abstraction, name, commutator, "C", A=exponent, B=other)


def _multiple(term: Term, letter: Term) -> Term | None:
    """The scalar c of c·B, if the term is that."""
    ((monomial, _),) = letter.monomials.items()
    if not term or any(m.word != monomial.word for m in term.monomials):
        return None
    return Term(C, C, {m._replace(word=()): c for m, c in term.monomials.items()})
