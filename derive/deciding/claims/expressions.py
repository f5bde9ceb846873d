"""What a claim says, as a tree of few kinds of nodes, whatever it was written in.

Text, LaTeX and SymPy objects are read into this one form.  Nothing is simplified in it: `x/x` stays
a product of x and a power of x, so that the points where a side is undefined remain visible.

Main results: the expressions `Number`, `Constant`, `Symbol`, `Call`, `Application`, `Binder`,
`Grid`; the formula `Relation`; `free_names` and `substituted`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import count
from typing import Literal


@dataclass(frozen=True)
class Expression:
    """A part of a claim."""

    def children(self) -> tuple[Expression, ...]:
        """The parts directly below."""
        return ()

    def walk(self) -> Iterator[Expression]:
        """This expression and all below it, from the outside inwards, without recursion."""
        stack: list[Expression] = [self]
        while stack:
            current = stack.pop()
            yield current
            stack += reversed(current.children())


@dataclass(frozen=True)
class Number(Expression):
    """A rational number."""

    value: Fraction


@dataclass(frozen=True)
class Constant(Expression):
    """One of the numbers i and π, or infinity as a bound or the point of a limit."""

    name: Literal["i", "pi", "infinity"]


@dataclass(frozen=True)
class Symbol(Expression):
    """A declared name, or one that a binder around it binds."""

    name: str


@dataclass(frozen=True)
class Call(Expression):
    """A function of `derive.deciding.claims.functions`: `add` and `multiply` take any number.

    The factors of `multiply` stand in the author's order; division by w is `power` of w and -1, and
    the inverse of an operator is the same.
    """

    function: str
    arguments: tuple[Expression, ...]

    def children(self) -> tuple[Expression, ...]:
        """The arguments."""
        return self.arguments


@dataclass(frozen=True)
class Application(Expression):
    """A declared function of the user's, at its arguments."""

    name: str
    arguments: tuple[Expression, ...]

    def children(self) -> tuple[Expression, ...]:
        """The arguments."""
        return self.arguments


BinderKind = Literal["derivative", "antiderivative", "integral", "sum", "product", "limit"]


@dataclass(frozen=True)
class Binder(Expression):
    """What binds a variable in its body.

    Args:
        kind: what is done with the body, as a function of the variable.
        variable: the name that the body sees; nothing outside does.
        body: the function.
        bounds: for a derivative the point and the order; for an antiderivative the point; for an
            integral, a sum and a product the lower and the upper bound (infinite ones included);
            for a limit the point and the side, which is 0 for both, 1 from above, -1 from below.
    """

    kind: BinderKind
    variable: str
    body: Expression
    bounds: tuple[Expression, ...]

    def children(self) -> tuple[Expression, ...]:
        """The body, then the bounds."""
        return (self.body, *self.bounds)


@dataclass(frozen=True)
class Grid(Expression):
    """An explicit matrix, row by row; its entries may be matrices (a block matrix)."""

    rows: tuple[tuple[Expression, ...], ...]

    def children(self) -> tuple[Expression, ...]:
        """The entries, row by row."""
        return tuple(entry for row in self.rows for entry in row)


RelationKind = Literal["=", "!=", ">=", ">"]


@dataclass(frozen=True)
class Relation:
    """A statement about two expressions; `a <= b` is read as `b >= a`."""

    kind: RelationKind
    left: Expression
    right: Expression

    @cached_property
    def sides(self) -> tuple[Expression, Expression]:
        """Left and right."""
        return self.left, self.right


ZERO, ONE, TWO, MINUS_ONE = (Number(Fraction(value)) for value in (0, 1, 2, -1))
HALF = Number(Fraction(1, 2))
IMAGINARY, PI, INFINITY = Constant("i"), Constant("pi"), Constant("infinity")


def number(value: int | Fraction) -> Number:
    """A numeral."""
    return Number(Fraction(value))


def call(function: str, *arguments: Expression) -> Call:
    """A built-in function at its arguments."""
    return Call(function, arguments)


def add(*terms: Expression) -> Expression:
    """The sum; of one term, the term itself."""
    return terms[0] if len(terms) == 1 else Call("add", terms)


def multiply(*factors: Expression) -> Expression:
    """The product; of one factor, the factor itself."""
    return factors[0] if len(factors) == 1 else Call("multiply", factors)


def power(base: Expression, exponent: Expression) -> Expression:
    """The power."""
    return Call("power", (base, exponent))


def negative(body: Expression) -> Expression:
    """The expression times -1; a numeral changes its sign."""
    return Number(-body.value) if isinstance(body, Number) else multiply(MINUS_ONE, body)


def subtract(left: Expression, right: Expression) -> Expression:
    """The difference."""
    return add(left, negative(right))


def divide(above: Expression, below: Expression) -> Expression:
    """The quotient of scalars."""
    return multiply(above, power(below, MINUS_ONE))


def free_names(expression: Expression) -> frozenset[str]:
    """The names of all symbols and functions that no binder in the expression binds."""
    found: set[str] = set()
    stack: list[tuple[Expression, frozenset[str]]] = [(expression, frozenset())]
    while stack:
        current, bound = stack.pop()
        if isinstance(current, Symbol | Application) and current.name not in bound:
            found.add(current.name)
        if isinstance(current, Binder):
            stack.append((current.body, bound | {current.variable}))
            stack += [(part, bound) for part in current.bounds]
        else:
            stack += [(part, bound) for part in current.children()]
    return frozenset(found)


def substituted(expression: Expression, values: Mapping[str, Expression]) -> Expression:
    """The expression with other expressions for free symbols; nothing is captured."""
    if not values:
        return expression
    match expression:
        case Symbol(name):
            return values.get(name, expression)
        case Call(function, arguments):
            return Call(function, tuple(substituted(part, values) for part in arguments))
        case Application(name, arguments):
            return Application(name, tuple(substituted(part, values) for part in arguments))
        case Grid(rows):
            return Grid(tuple(tuple(substituted(e, values) for e in row) for row in rows))
        case Binder(kind, variable, body, bounds):
            inner = {name: value for name, value in values.items() if name != variable}
            arriving = frozenset[str]().union(*map(free_names, inner.values()))
            if variable in arriving and free_names(body) & inner.keys():
                fresh = unused(variable, arriving | free_names(body))
                inner[variable], variable = Symbol(fresh), fresh
            outside = tuple(substituted(part, values) for part in bounds)
            return Binder(kind, variable, substituted(body, inner), outside)
    return expression


def unused(name: str, taken: frozenset[str]) -> str:
    """A name like this one that is not taken."""
    return next(f"{name}_{n}" for n in count(1) if f"{name}_{n}" not in taken)
