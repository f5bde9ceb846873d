"""What the infinite series of a problem converge to, and what a delta picks out of a sum.

Main results: `supply`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from fractions import Fraction

from derive.deciding.claims.expressions import (
    ONE,
    Binder,
    Call,
    Expression,
    Number,
    Symbol,
    negative,
    substituted,
)
from derive.deciding.claims.problem import Problem
from derive.deciding.premises.ranges import ENTIRE, INSIDE_THE_CIRCLE, NUMERICAL
from derive.deciding.stating import families
from derive.deciding.stating.abstraction import Abstraction
from derive.deciding.stating.grants import Unsupported
from derive.deciding.stating.handling.series import Shape, shapes
from derive.deciding.stating.signs import evidently
from derive.deciding.supplying import propose
from derive.kernel.terms import number


def supply(abstraction: Abstraction, problem: Problem) -> None:
    """Grant the values of all series that occur, and of sums with a delta in them."""
    found = list(shapes(abstraction))
    for shape in found:
        for ratio in _ratios(abstraction, shape):
            for name in ENTIRE if shape.factorials else _inside_the_circle(problem, shape):
                propose(abstraction, name, x=ratio)
    if any(not shape.factorials for shape in found):
        for name in NUMERICAL:
            propose(abstraction, name)
    for binder in _sums(problem):
        _pick(abstraction, binder)
        _binomials(abstraction, binder)
        _triangle(abstraction, binder)
    _gamma(abstraction)


def _inside_the_circle(problem: Problem, shape: Shape) -> Iterator[str]:
    """The premises whose conditions may be met: those on the modulus, or those on real bounds."""
    sides = [side for relation in problem.given for side in relation.sides]
    moduli = any(
        isinstance(part, Call) and part.function == "abs" for s in sides for part in s.walk()
    )
    bounded = evidently("real", shape.ratio) and not moduli
    for premise in INSIDE_THE_CIRCLE:
        if bounded == ("real" in premise.assume["x"]):
            yield premise.name


def _ratios(abstraction: Abstraction, shape: Shape) -> Iterator[Expression]:
    """What the x of a power series may be."""
    with suppress(Unsupported):
        ratio = abstraction.expression(shape.ratio)
        yield negative(ratio) if shape.alternating else ratio
        if shape.root is not None:
            yield abstraction.expression(shape.root)


def _sums(problem: Problem) -> Iterator[Binder]:
    for relation in problem.claims:
        for side in relation.sides:
            for part in side.walk():
                if isinstance(part, Binder) and part.kind == "sum":
                    yield part


def _pick(abstraction: Abstraction, binder: Binder) -> None:
    """Grant what a factor delta of the summand picks out of the sum."""
    k = Symbol(binder.variable)
    factors: tuple[Expression, ...] = (binder.body,)
    if isinstance(binder.body, Call) and binder.body.function == "multiply":
        factors = binder.body.arguments
    for factor in factors:
        if not (isinstance(factor, Call) and factor.function == "delta"):
            continue
        left, right = factor.arguments
        rest = [other for other in factors if other is not factor] or [ONE]
        body = substituted(
            rest[0] if len(rest) == 1 else Call("multiply", tuple(rest)),
            {binder.variable: Symbol("_1")},
        )
        a, b = binder.bounds
        if right == k:
            propose(abstraction, "Kronecker's delta in a sum", f=body, j=left, a=a, b=b)
        elif left == k:
            propose(
                abstraction, "Kronecker's delta at the right in a sum", f=body, j=right, a=a, b=b
            )


def _binomials(abstraction: Abstraction, binder: Binder) -> None:
    """Grant the sum of squares of binomials, or of products of two of them."""
    _, last = binder.bounds
    match binder.body:
        case Call("power", (Call("binomial", (n, _)), Number(value))) if value == 2:
            propose(abstraction, "squares of binomials", n=n)
        case Call("multiply", (Call("binomial", (m, _)), Call("binomial", (n, _)))):
            propose(abstraction, "Vandermonde's convolution", m=m, n=n, r=last)
            propose(abstraction, "Vandermonde's convolution", m=n, n=m, r=last)


def _triangle(abstraction: Abstraction, outer: Binder) -> None:
    """Grant the exchange of a sum over j from a to k inside of one over k from a."""
    inner = outer.body
    start, last = outer.bounds
    if isinstance(inner, Binder) and inner.bounds == (start, Symbol(outer.variable)):
        places = {inner.variable: Symbol("_1"), outer.variable: Symbol("_2")}
        body = substituted(inner.body, places)
        propose(abstraction, "exchange of triangular sums", f=body, a=start, n=last)


def _gamma(abstraction: Abstraction) -> None:
    """Grant the recursion of the gamma function beside the places where it must be defined."""
    for key, atom in list(abstraction.families.items()):
        if isinstance(key, tuple) and key[0] == "gamma" and ("defined", atom) in abstraction.laws:
            families.law(abstraction, "recursion of gamma", x=key[1])
            if key[1] == number(Fraction(1, 2)):
                propose(abstraction, "gamma of one half")
