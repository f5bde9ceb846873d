r"""The part of the syntax tree that speaks of analysis: functions, integrals, sums over ranges.

`decide()` knows what these mean.  Theorems do not yet: their lowering refuses each of them by
`unknown_to_theorems`.  A `Variable` is a letter that only the binder around it declares.

Main results: `Analysis` and its kinds `Variable`, `NamedConstant`, `FunctionCall`, `Application`,
`Factorial`, `Binomial`, `KroneckerDelta`, `Rounding`, `Transpose`, `Integral`, `Derivative`,
`OverRange`, `Limit`; `Reaching`, `bound_letters`, `free_letters`, `unknown_to_theorems`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from derive.language.errors import LanguageError
from derive.language.syntax import Expression, Node, Summation, Symbol

DifferentialMark = Literal["d", r"\mathrm{d}", r"\partial"]
TransposeMark = Literal["T", r"\mathsf{T}", r"\mathrm{T}", r"\top", r"\intercal"]
Side = Literal["", "+", "-"]


@dataclass(frozen=True)
class Analysis(Expression):
    """A term that theorems do not know yet."""


@dataclass(frozen=True)
class Variable(Analysis):
    """A letter that is declared by the integral, sum, product or limit that binds it."""

    latex: str


@dataclass(frozen=True)
class NamedConstant(Analysis):
    """One of the numbers π and e, or infinity."""

    name: Literal["pi", "e", "infinity"]


@dataclass(frozen=True)
class FunctionCall(Analysis):
    r"""A named function at its argument: `\sin x`, and `\sin^2 x` where `exponent` is set."""

    function: str
    argument: Expression
    exponent: Expression | None = None


@dataclass(frozen=True)
class Application(Analysis):
    """A declared function at its arguments: `f(x, y)`; primes make it a derivative: `f''(x)`."""

    name: str
    arguments: tuple[Expression, ...]
    primes: int = 0


@dataclass(frozen=True)
class Factorial(Analysis):
    """`n!`."""

    body: Expression


@dataclass(frozen=True)
class Binomial(Analysis):
    r"""`\binom{n}{k}`."""

    above: Expression
    below: Expression


@dataclass(frozen=True)
class KroneckerDelta(Analysis):
    r"""`\delta_{m, n}` of two whole numbers; `Delta` is that of two indices."""

    left: Expression
    right: Expression


@dataclass(frozen=True)
class Rounding(Analysis):
    r"""`\lfloor x\rfloor`, or `\lceil x\rceil` where `up` is set."""

    body: Expression
    up: bool = False


@dataclass(frozen=True)
class Transpose(Analysis):
    r"""`A^T`, where no T is declared, or another way to write it."""

    body: Expression
    mark: TransposeMark = "T"


@dataclass(frozen=True)
class Integral(Analysis):
    r"""`\int_a^b body \, dx`; without bounds, an antiderivative at the variable."""

    body: Expression
    variable: Symbol | Variable
    bounds: tuple[Expression, ...] = ()
    mark: DifferentialMark = "d"


@dataclass(frozen=True)
class Derivative(Analysis):
    r"""`\frac{d^n}{dx^n} body`; of several variables, each has its own order."""

    variables: tuple[Symbol | Variable, ...]
    orders: tuple[Expression, ...]
    body: Expression
    mark: DifferentialMark = "d"


@dataclass(frozen=True)
class OverRange(Analysis):
    r"""`\sum_{k=a}^{b} body` or `\prod_{k=a}^{b} body`."""

    command: Literal[r"\sum", r"\prod"]
    variable: Symbol | Variable
    lower: Expression
    upper: Expression
    body: Expression


@dataclass(frozen=True)
class Limit(Analysis):
    r"""`\lim_{x\to a} body`; `side` tells from where x comes, and is empty for both sides."""

    variable: Symbol | Variable
    point: Expression
    body: Expression
    side: Side = ""


Reaching = Summation | OverRange | Limit | Derivative
"""What reaches to the end of its term, and so must stand there or in parentheses."""


def bound_letters(node: Expression) -> frozenset[Symbol | Variable]:
    """The letters of all sums, products and limits in a term."""
    return frozenset(n.variable for n in node.walk() if isinstance(n, OverRange | Limit))


def free_letters(node: Node) -> frozenset[Symbol | Variable]:
    """The symbols without slots, and the bound letters, that no binder in a node binds."""
    if isinstance(node, Symbol | Variable):
        return frozenset({node}).union(*map(free_letters, node.children()))
    if isinstance(node, OverRange | Limit | Integral):
        inside = free_letters(node.body) - {node.variable}
        outside = [part for part in node.children() if part not in (node.body, node.variable)]
        return inside.union(*map(free_letters, outside))
    return frozenset().union(*map(free_letters, node.children()))


_NAMES: tuple[tuple[type[Analysis], str, str], ...] = (
    (Factorial, "a factorial", "declare it as a sequence, and its two recursion clauses"),
    (Binomial, "a binomial coefficient", "declare it as a symbol, and its laws as hypotheses"),
    (Rounding, "a rounded number", "declare it as a symbol, and its laws as hypotheses"),
    (Transpose, "a transpose", r"declare T, or write the adjoint X^\dagger"),
    (Integral, "an integral", "declare it as a functional, and its laws as hypotheses"),
    (Derivative, "a derivative", "declare it as an operator, with [d/dx, x] = 1"),
    (OverRange, "a sum or product over a range", "declare a sequence and its recursion clauses"),
    (Limit, "a limit", "clear the denominators and set the variable to its value"),
    (NamedConstant, "this constant", "declare it in the glossary"),
)


def unknown_to_theorems(node: Analysis) -> LanguageError:
    """The error where a theorem meets something that only `decide()` knows."""
    default = ("a function", "declare it as a symbol, and its laws as hypotheses")
    name, hint = next(((n, h) for kind, n, h in _NAMES if isinstance(node, kind)), default)
    message = f"{name} has no meaning in a theorem yet; decide() knows it"
    return LanguageError.at(node.position, message, hint)
