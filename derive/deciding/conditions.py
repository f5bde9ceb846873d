"""Where the sides of a claim are defined: what must not vanish.

A divisor is listed factor by factor, and solved for a name where that is simple, `x != 1`.
What follows from the assumptions and hypotheses is not listed.

Main results: `conditions`, `open_conditions`.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from derive.deciding.claims.expressions import (
    ZERO,
    Binder,
    Call,
    Expression,
    Grid,
    Number,
    Relation,
    Symbol,
    free_names,
    number,
)
from derive.deciding.claims.problem import Problem
from derive.deciding.stating.abstraction import Abstraction
from derive.deciding.stating.definedness import divisors
from derive.deciding.stating.grants import Divisor, Unsupported
from derive.deciding.stating.signs import evidently
from derive.kernel.atoms import KernelError
from derive.kernel.terms import Term, identity

_UNIT = next(iter(identity().monomials))
_MOST_MONOMIALS = 40


def open_conditions(problem: Problem) -> tuple[Relation, ...]:
    """The conditions that do not follow from the assumptions, the hypotheses and each other."""
    from derive.deciding.proving.discharging import follows

    problem = _without_matrices(problem)
    found = {
        _solved(problem, one): None
        for condition in conditions(problem)
        for one in _simpler(problem, condition)
    }
    kept: list[Relation] = []
    for relation in sorted(found, key=_size):
        if relation not in problem.given and not follows(problem, relation, kept):
            kept.append(relation)
    return tuple(relation for relation in found if relation in kept)


def conditions(problem: Problem) -> tuple[Relation, ...]:
    """What the sides of the claims ask, outside of sums and integrals, each once.

    A hypothesis holds only where it is defined, so what it divides by is not zero there.
    """
    found: dict[Relation, None] = {}
    for relation in problem.claims:
        for side in relation.sides:
            for condition in _conditions_of(problem, side, frozenset()):
                found[condition] = None
    return tuple(found)


def _size(relation: Relation) -> int:
    return sum(1 for side in relation.sides for _ in side.walk())


def _conditions_of(
    problem: Problem, expression: Expression, bound: frozenset[str]
) -> Iterator[Relation]:
    """What an expression asks in any of its parts, as it is written."""
    if isinstance(expression, Call):
        for condition in _own(problem, expression, bound):
            if not free_names(condition.left) & bound:
                yield condition
    inner = bound | {expression.variable} if isinstance(expression, Binder) else bound
    for part in expression.children():
        yield from _conditions_of(problem, part, inner)


def _own(problem: Problem, expression: Call, bound: frozenset[str]) -> Iterator[Relation]:
    for divisor in divisors(expression):
        yield Relation("!=", divisor, ZERO)
    match expression:
        case Call("power", (base, Number(value))):
            for factor in _written_factors(base) if value < 0 else ():
                yield Relation("!=", factor, ZERO)
        case Call("power", (base, exponent)) if not free_names(exponent) & bound:
            if not isinstance(base, Number) and not _is_evident(problem, "nonnegative", exponent):
                yield Relation("!=", base, ZERO)
        case Call("factorial", (argument,)) if not free_names(argument) & bound:
            whole = _is_integer(problem, argument)
            if whole and not _is_evident(problem, "natural", argument):
                yield Relation(">=", argument, ZERO)


def _written_factors(base: Expression) -> Iterator[Expression]:
    """The factors of a product as it is written, and the bases of its powers."""
    match base:
        case Call("multiply", arguments):
            for argument in arguments:
                yield from _written_factors(argument)
        case Call("power", (inner, Number(value))) if value > 0:
            yield from _written_factors(inner)
        case Number(value) if value != Fraction(0):
            return
        case _:
            yield base


def _without_matrices(problem: Problem) -> Problem:
    """The problem about the entries, where it is about explicit matrices."""
    from derive.deciding.stating.matrices import expanded

    sides = [side for r in (*problem.claims, *problem.given) for side in r.sides]
    grids = any(isinstance(part, Grid) for side in sides for part in side.walk())
    if grids or any(one.kind == "matrix" for one in problem.names.values()):
        return expanded(problem).problem
    return problem


def _simpler(problem: Problem, condition: Relation) -> Iterator[Relation]:
    """The condition for each irreducible factor; none for an operator with an inverse."""
    from derive.prover.polynomials import factors

    abstraction = Abstraction(problem.names)
    try:
        term = abstraction.term(condition.left)
        if not term.is_scalar:
            return
        plain = condition.kind == "!=" and 1 < len(term.monomials) <= _MOST_MONOMIALS
        if not plain or abstraction.grants:
            yield condition
            return
        unit, parts = factors(term)
        found = [part for part, _ in parts] + [unit] * (len(unit.monomials) != 1)
        for one in found:
            yield Relation("!=", abstraction.expression(one), ZERO)
    except (Unsupported, Divisor, KernelError):
        yield condition


def _is_evident(problem: Problem, word: str, expression: Expression) -> bool:
    try:
        return evidently(word, Abstraction(problem.names).term(expression))
    except (Unsupported, Divisor, KernelError):
        return False


def _is_integer(problem: Problem, expression: Expression) -> bool:
    """Whether it is a polynomial with whole coefficients in declared integers."""
    for part in expression.walk():
        match part:
            case Symbol(name):
                if "integer" not in problem.names[name].words:
                    return False
            case Number(value):
                if value.denominator != 1:
                    return False
            case Call("add" | "multiply"):
                pass
            case _:
                return False
    return True


def _solved(problem: Problem, condition: Relation) -> Relation:
    """The condition, solved for a name where it is about a name minus a number or a name."""
    abstraction = Abstraction(problem.names)
    try:
        term = abstraction.term(condition.left) - abstraction.term(condition.right)
    except (Unsupported, Divisor, KernelError):
        return condition
    if condition.kind == "!=":
        return _as_unequal(abstraction, term) or condition
    return _as_ordered(abstraction, term) or condition


def _as_ordered(abstraction: Abstraction, term: Term) -> Relation | None:
    """The order of two, `n >= k` for n - k >= 0."""
    parts = {m: abstraction.expression(Term(*term.ends, {m: Fraction(1)})) for m in term.monomials}
    above = [parts[m] for m, c in term.monomials.items() if c == 1]
    below = [parts[m] for m, c in term.monomials.items() if c == -1]
    if len(above) != 1 or len(below) != 1 or len(parts) != 2:
        return None
    return Relation(">=", above[0], below[0])


def _as_unequal(abstraction: Abstraction, term: Term) -> Relation | None:
    if len(term.monomials) != 2 or not term.is_scalar:
        return None
    parts = sorted(term.monomials.items(), key=lambda part: part[0] == _UNIT)
    (first, c), (last, d) = parts
    left = abstraction.expression(Term(*term.ends, {first: Fraction(1)}))
    if not isinstance(left, Symbol):
        return None
    if last == _UNIT:
        return Relation("!=", left, number(-d / c))
    right = abstraction.expression(Term(*term.ends, {last: Fraction(1)}))
    if isinstance(right, Symbol) and c == -d:
        names = sorted((left, right), key=lambda symbol: symbol.name)
        return Relation("!=", *names)
    return None
