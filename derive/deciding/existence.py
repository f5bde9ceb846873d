"""Values that may not exist: series, integrals, limits, derivatives, poles of the gamma function.

Where a proof uses a law that says what such a value is, the law says that it exists as well.  Else
a verdict lists that it must, in words.

Main results: `doubtful`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from derive.deciding.claims.expressions import (
    INFINITY,
    ZERO,
    Application,
    Binder,
    Call,
    Constant,
    Expression,
    Number,
    Symbol,
    free_names,
    negative,
    substituted,
    unused,
)
from derive.deciding.claims.problem import Problem
from derive.deciding.proving.proof import CaseProof
from derive.deciding.stating.abstraction import Abstraction
from derive.deciding.stating.definedness import divisors
from derive.deciding.stating.grants import Divisor, Unsupported
from derive.deciding.stating.signs import evidently
from derive.kernel.atoms import KernelError
from derive.kernel.formulas import free

_ENTIRE = frozenset({"add", "multiply", "exp", "sin", "cos", "sinh", "cosh"})
_CONTINUOUS = _ENTIRE | {"abs", "re", "im", "conjugate"}
_INFINITE = (INFINITY, negative(INFINITY))
_PLACE = "_1"
_PRECISION = 128


def doubtful(problem: Problem, cases: Sequence[CaseProof]) -> tuple[str, ...]:
    """What must exist for the sides of the claims to be defined, as far as nothing says that."""
    from derive.deciding.writing import as_text

    parts: dict[Expression, str] = {}
    for claim in problem.claims:
        for side in claim.sides:
            parts |= {part: _word(part) for part in _suspects(problem, side)}
    return tuple(
        f"{as_text(part)} {word}"
        for part, word in parts.items()
        if not (_is_computed(part) or _is_told(part, cases))
    )


def _word(part: Expression) -> str:
    if not isinstance(part, Binder):
        return "is defined"
    return "converges" if part.kind in ("sum", "product") and _is_infinite(part) else "exists"


def _is_infinite(binder: Binder) -> bool:
    return any(bound in _INFINITE for bound in binder.bounds)


def _suspects(problem: Problem, expression: Expression) -> Iterator[Expression]:
    """The outermost parts that may not exist."""
    match expression:
        case Binder() if _is_suspect(expression):
            yield expression
            return
        case Call("gamma" | "factorial" as function, (argument,)):
            if not _is_off_the_poles(problem, function, argument):
                yield expression
        case Call("power", (base, exponent)) if base == ZERO and free_names(exponent):
            yield expression
    for part in expression.children():
        yield from _suspects(problem, part)


def _is_suspect(binder: Binder) -> bool:
    match binder.kind:
        case "integral":
            return _is_infinite(binder) or not _is_made_of(binder.body, _CONTINUOUS)
        case "derivative":
            return not _is_made_of(binder.body, _ENTIRE)
        case "sum" | "product":
            return _is_infinite(binder) or _divides(binder.body, binder.variable)
    return binder.kind == "limit"


def _is_made_of(body: Expression, functions: frozenset[str]) -> bool:
    """Whether it is built from these functions, natural powers and declared functions only."""
    match body:
        case Number() | Constant() | Symbol():
            return True
        case Call("power", (base, Number(value))):
            return value.denominator == 1 and value >= 0 and _is_made_of(base, functions)
        case Call(function, parts):
            return function in functions and all(_is_made_of(p, functions) for p in parts)
        case Application(_, parts):
            return all(_is_made_of(part, functions) for part in parts)
    return False


def _divides(body: Expression, variable: str) -> bool:
    for part in body.walk():
        if isinstance(part, Call) and variable in free_names(part):
            if any(True for _ in divisors(part)):
                return True
            if part.function == "power":
                base, exponent = part.arguments
                below = isinstance(exponent, Number) and exponent.value < 0
                if below and free_names(base) - {variable}:
                    return True
    return False


def _is_off_the_poles(problem: Problem, function: str, argument: Expression) -> bool:
    if isinstance(argument, Number):
        return argument.value.denominator != 1 or argument.value >= (function == "gamma")
    try:
        term = Abstraction(problem.names).term(argument)
    except (Unsupported, Divisor, KernelError, KeyError):
        return True
    word = "positive" if function == "gamma" else "nonnegative"
    names = free_names(argument)
    whole = all("integer" in problem.names[n].words for n in names if n in problem.names)
    return evidently(word, term) or (function == "factorial" and whole)


def _is_computed(part: Expression) -> bool:
    """Whether it is a closed value that ball arithmetic encloses."""
    from derive.deciding.refuting.balls import Undefined, Unknown, enclosure

    if free_names(part):
        return False
    return not isinstance(enclosure(part, {}, _PRECISION), Undefined | Unknown)


def _is_told(part: Expression, cases: Sequence[CaseProof]) -> bool:
    """Whether every case uses a law about this value."""
    return bool(cases) and all(_uses(case, part) for case in cases)


def _uses(case: CaseProof, part: Expression) -> bool:
    wanted = _canonical(substituted(part, case.case.values))
    spoken = {
        variable
        for grant in case.grants
        if grant.kind == "premise"
        for formula in grant.formulas
        if formula in case.statement.hypotheses
        for variable in free(formula)
    }
    meanings = case.abstraction.meanings
    return any(
        _canonical(meaning) == wanted for atom, meaning in meanings.items() if atom in spoken
    )


def _canonical(expression: Expression) -> Expression:
    """The expression with one name for what its outermost binder binds."""
    if not isinstance(expression, Binder) or expression.variable == _PLACE:
        return expression
    name = _PLACE
    if name in free_names(expression.body):
        name = unused(name, free_names(expression.body))
    body = substituted(expression.body, {expression.variable: Symbol(name)})
    return Binder(expression.kind, name, body, expression.bounds)
