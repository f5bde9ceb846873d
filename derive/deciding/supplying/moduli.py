"""Instances for absolute values, signs and arguments.

Main results: `supply`.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import reduce
from itertools import combinations, permutations

from derive.deciding.claims.expressions import (
    HALF,
    IMAGINARY,
    MINUS_ONE,
    ONE,
    ZERO,
    Call,
    Expression,
    Number,
    Relation,
    add,
    call,
    multiply,
    number,
    power,
)
from derive.deciding.claims.problem import Problem
from derive.deciding.premises.radicals import DEGREES
from derive.deciding.stating.abstraction import Abstraction
from derive.deciding.stating.grants import Unsupported
from derive.deciding.stating.signs import evidently
from derive.deciding.supplying import calls, propose
from derive.deciding.supplying.pieces import Piece, pieces, product_of
from derive.deciding.supplying.sampling import Samples, samples_of
from derive.kernel.atoms import KernelError
from derive.kernel.terms import Term

_FUNCTIONS = ("abs", "sign", "arg")
_MOST = 16
_MOST_PLAIN = 3


def supply(abstraction: Abstraction, problem: Problem) -> None:
    """Grant instances."""
    with abstraction.without_granting():
        _supply(abstraction, problem)


def _supply(abstraction: Abstraction, problem: Problem) -> None:
    values = calls(abstraction, *_FUNCTIONS)[:_MOST]
    if not values:
        return
    samples = samples_of(problem)
    for value in values:
        assert isinstance(value, Call)
        (argument,) = value.arguments
        if value.function == "abs":
            _absolute_value(abstraction, samples, argument)
        elif value.function == "sign":
            _sign(abstraction, samples, argument)
        else:
            _argument(abstraction, samples, argument)
    sides = [side for r in (*problem.claims, *problem.given) for side in r.sides]
    parts = {p.function for side in sides for p in side.walk() if isinstance(p, Call)}
    if any(r.kind in (">=", ">") for r in (*problem.claims, *problem.given)):
        own = {p for side in sides for p in side.walk()}
        _bounds(abstraction, [v for v in values if isinstance(v, Call) and v in own], parts)
    if parts & {"arg", "abs"}:
        for logarithm in calls(abstraction, "log"):
            assert isinstance(logarithm, Call)
            (argument,) = logarithm.arguments
            if not evidently("positive", abstraction.term(argument)):
                propose(abstraction, "logarithm in polar form", a=argument)


def _positive(samples: Samples, expression: Expression) -> bool:
    return samples.allow(Relation(">=", expression, ZERO))


def _turned(expression: Expression) -> Expression:
    return multiply(MINUS_ONE, expression)


def _absolute_value(abstraction: Abstraction, samples: Samples, a: Expression) -> None:
    propose(abstraction, "square of an absolute value", a=a)
    if _positive(samples, a):
        propose(abstraction, "absolute value of what is not negative", a=a)
        return
    if _positive(samples, _turned(a)):
        propose(abstraction, "absolute value of what is not positive", a=a)
        return
    known = _size_of_number(abstraction, a)
    if known is not None:
        propose(abstraction, "the only absolute value", a=a, b=known)
        return
    match a:
        case Call("exp", (exponent,)):
            propose(abstraction, "absolute value of an exponential", a=exponent)
        case Call("power", (base, Number(value))) if value.numerator == 1 < value.denominator:
            if value.denominator in DEGREES:
                named = f"absolute value of a root (degree {value.denominator})"
                propose(abstraction, named, a=base)
        case Call("power", (base, exponent)) if not isinstance(exponent, Number):
            propose(abstraction, "absolute value of a power", a=base, n=exponent)
            propose(abstraction, "absolute value of an integer power", a=base, n=exponent)
        case Call("conjugate", (inner,)):
            propose(abstraction, "absolute value of a conjugate", a=inner)
    _absolute_value_of_product(abstraction, samples, a)
    _conjugates(abstraction, a)


def _absolute_value_of_product(abstraction: Abstraction, samples: Samples, a: Expression) -> None:
    rest = _pieces(abstraction, a)
    while len(rest) > 1 or (rest and rest[0].times != 1):
        piece, *rest = rest
        others = product_of(rest)
        if piece.base == MINUS_ONE:
            propose(abstraction, "absolute value of a negative", a=others)
        elif _positive(samples, piece.expression):
            named = "absolute value of a multiple"
            propose(abstraction, named, a=others, b=piece.expression)
        else:
            propose(abstraction, "absolute value of a product", a=piece.expression, b=others)
            if piece.times > 1:
                n = number(piece.times)
                propose(abstraction, "absolute value of a power", a=piece.base, n=n)
            elif piece.times < 0:
                inverse = power(piece.base, MINUS_ONE)
                propose(abstraction, "absolute value of an inverse", a=piece.base, b=inverse)
                if piece.times < -1:
                    n = number(-piece.times)
                    propose(abstraction, "absolute value of a power", a=inverse, n=n)


def _conjugates(abstraction: Abstraction, a: Expression) -> None:
    """Other absolute values whose argument is the conjugate, perhaps up to the sign."""
    term = _term(abstraction, a)
    for other in calls(abstraction, "abs"):
        assert isinstance(other, Call)
        beside = _term(abstraction, other.arguments[0])
        if beside is None or term is None or beside == term:
            continue
        if beside.adjoint() == term:
            propose(abstraction, "absolute value of a conjugate", a=other.arguments[0])
        elif beside == -term:
            propose(abstraction, "absolute value of a negative", a=a)
        elif beside.adjoint() == -term:
            propose(abstraction, "absolute value of a conjugate", a=other.arguments[0])
            propose(abstraction, "absolute value of a negative", a=a)


def _sign(abstraction: Abstraction, samples: Samples, a: Expression) -> None:
    for law in ("sign and absolute value", "sign against conjugate"):
        propose(abstraction, law, a=a)
    if samples.allow(Relation(">", a, ZERO)):
        propose(abstraction, "sign of a positive number", a=a)
    elif samples.allow(Relation(">", _turned(a), ZERO)):
        propose(abstraction, "sign of a negative number", a=a)
    elif samples.allow(Relation("=", a, ZERO)):
        propose(abstraction, "sign of zero", a=a)
    else:
        if samples.allow(Relation("!=", a, ZERO)):
            propose(abstraction, "size of a sign", a=a)
        if samples.allow(Relation("=", call("im", a), ZERO)):
            propose(abstraction, "sign of a real number", a=a)
        rest = _pieces(abstraction, a)
        while len(rest) > 1 or (rest and rest[0].times != 1):
            piece, *rest = rest
            others = product_of(rest)
            if piece.base == MINUS_ONE:
                propose(abstraction, "sign of a negative", a=others)
            elif samples.allow(Relation(">", piece.expression, ZERO)):
                propose(abstraction, "sign of a multiple", a=others, b=piece.expression)
            else:
                propose(abstraction, "sign of a product", a=piece.expression, b=others)
                if piece.times > 1:
                    less = Piece(piece.base, piece.times - 1).expression
                    propose(abstraction, "sign of a product", a=piece.base, b=less)
        if isinstance(a, Call) and a.function == "conjugate":
            propose(abstraction, "sign of a conjugate", a=a.arguments[0])


def _argument(abstraction: Abstraction, samples: Samples, a: Expression) -> None:
    propose(abstraction, "polar form", a=a)
    for law, condition in (
        ("argument of a positive number", Relation(">", a, ZERO)),
        ("argument of a negative number", Relation(">", _turned(a), ZERO)),
    ):
        if samples.allow(condition):
            propose(abstraction, law, a=a)
            return
    up = multiply(MINUS_ONE, IMAGINARY, a)
    if samples.allow(Relation(">", up, ZERO)):
        propose(abstraction, "argument on the upper imaginary axis", a=up)
    elif samples.allow(Relation(">", _turned(up), ZERO)):
        propose(abstraction, "argument on the lower imaginary axis", a=_turned(up))
    rest = _pieces(abstraction, a)
    for piece in list(rest):
        others = [one for one in rest if one is not piece]
        if others and samples.allow(Relation(">", piece.expression, ZERO)):
            kept = product_of(others)
            propose(abstraction, "argument of a multiple", a=kept, b=piece.expression)
            rest = others
    if len(rest) == 1 and rest[0].times == 1:
        match rest[0].base:
            case Call("exp", (exponent,)):
                phase = multiply(MINUS_ONE, IMAGINARY, exponent)
                propose(abstraction, "argument of a phase", a=phase, b=ONE)
    right = Relation(">", call("re", a), ZERO)
    for other in calls(abstraction, "arg"):
        assert isinstance(other, Call)
        _two_arguments(abstraction, samples, a, other.arguments[0], samples.allow(right))


def _two_arguments(
    abstraction: Abstraction, samples: Samples, a: Expression, b: Expression, right: bool
) -> None:
    """Arguments of conjugates, inverses and products that stand beside each other."""
    if a == b:
        return
    if samples.allow(Relation("=", b, call("conjugate", a))):
        half = "in the right half-plane" if right else "off the cut"
        if right or samples.allow(Relation("!=", call("im", a), ZERO)):
            propose(abstraction, f"argument of a conjugate {half}", a=a)
    elif right and samples.allow(Relation("=", multiply(a, b), ONE)):
        propose(abstraction, "argument of an inverse in the right half-plane", a=a)
    elif right and samples.allow(Relation(">=", call("re", b), ZERO)):
        propose(abstraction, "argument of a product in the right half-plane", a=b, b=a)


def _bounds(abstraction: Abstraction, values: list[Call], parts: set[str]) -> None:
    """Triangle inequalities, and bounds of real and imaginary parts and of arguments."""
    sizes = [
        (value.arguments[0], term)
        for value in values
        if value.function == "abs" and (term := _term(abstraction, value.arguments[0])) is not None
    ]
    if len(sizes) > _MOST_PLAIN:
        _chain(abstraction, sizes)
        return
    for (a, _), (b, _) in combinations(sizes, 2):
        propose(abstraction, "triangle inequality", a=a, b=b)
    for (a, one), (b, other) in permutations(sizes, 2):
        if any(third in (one - other, other - one) for _, third in sizes):
            propose(abstraction, "triangle inequality", a=a, b=_turned(b))
            propose(abstraction, "absolute value of a negative", a=b)
    for a, _ in sizes:
        for part, name in (("real", "re"), ("imaginary", "im")):
            if name in parts or part == "real":
                propose(abstraction, f"{part} part below the absolute value", a=a)
                propose(abstraction, f"{part} part above minus the absolute value", a=a)
    for value in values:
        if value.function == "arg":
            propose(abstraction, "largest argument", a=value.arguments[0])
            propose(abstraction, "smallest argument", a=value.arguments[0])


def _chain(abstraction: Abstraction, sizes: Sequence[tuple[Expression, Term]]) -> None:
    """The triangle inequalities of partial sums, where one argument is the sum of the others."""
    for whole in sizes:
        parts = [one for one in sizes if one is not whole]
        if reduce(Term.__add__, (term for _, term in parts)) == whole[1]:
            for k in range(1, len(parts)):
                before = add(*(a for a, _ in parts[:k]))
                propose(abstraction, "triangle inequality", a=before, b=parts[k][0])


def _size_of_number(abstraction: Abstraction, a: Expression) -> Expression | None:
    """The absolute value of a complex rational number."""
    term = _term(abstraction, a)
    if term is None or term.free:
        return None
    squares = (term.adjoint() * term).monomials
    total = sum(squares.values(), start=Fraction(0))
    roots = [_whole_root(whole) for whole in (total.numerator, total.denominator)]
    above, below = roots
    if above is None or below is None:
        return power(Number(total), HALF)
    return Number(Fraction(above, below))


def _whole_root(whole: int) -> int | None:
    from math import isqrt

    return isqrt(whole) if isqrt(whole) ** 2 == whole else None


def _pieces(abstraction: Abstraction, a: Expression) -> list[Piece]:
    term = _term(abstraction, a)
    if term is None:
        return []
    try:
        return pieces(abstraction, term)
    except (Unsupported, KernelError):
        return []


def _term(abstraction: Abstraction, a: Expression) -> Term | None:
    """The normal form of an argument that has one already."""
    try:
        return abstraction.term(a)
    except (Unsupported, KernelError):
        return None
