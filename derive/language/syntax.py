r"""The syntax tree of formulas: what the author wrote, in the author's order and form.

Every node is a frozen dataclass; its position in the text takes no part in equality.  A tree is the
formula as read: `eB/h` and `\frac{eB}{h}` are different trees of the same meaning.  Parentheses
are not nodes; they are where the tree needs them.

Expressions: `Number`, `ImaginaryUnit`, `Symbol`, `Bra`, `Sandwich`, `Sum`, `Negative`, `Product`,
`Fraction`, `Quotient`, `Power`, `Root`, `Adjoint`, `Exponential`, `Commutator`, `Anticommutator`,
`Modulus`, `Norm`, `Matrix`, `Blank`, `Summation`, `Delta`.  Formulas: `Comparison`, `Clause`.
"""

from __future__ import annotations

import fractions
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any, Literal

from derive.language.errors import Position

Separator = Literal["", r"\cdot", r"\times"]
Relation = Literal["=", r"\neq", r"\le", r"\ge", "<", ">"]
Sign = Literal["+", "-"]


@dataclass(frozen=True)
class Node:
    """A part of a formula; `position` is None in trees that a program made."""

    position: Position | None = field(default=None, compare=False, repr=False, kw_only=True)

    def children(self) -> Iterator[Node]:
        """The parts directly below, in the order in which they are written."""
        for entry in fields(self):
            value = getattr(self, entry.name)
            yield from _nodes(value)

    def walk(self) -> Iterator[Node]:
        """This node and all below it."""
        yield self
        for child in self.children():
            yield from child.walk()


def _nodes(value: object) -> Iterator[Node]:
    if isinstance(value, Node):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _nodes(item)


@dataclass(frozen=True)
class Expression(Node):
    """A term: it has a type and a dimension."""


@dataclass(frozen=True)
class Formula(Node):
    """A statement."""


@dataclass(frozen=True)
class Number(Expression):
    """A decimal numeral without sign, as written: `6.62607015`."""

    text: str

    @property
    def value(self) -> fractions.Fraction:
        """The number."""
        return fractions.Fraction(self.text)


@dataclass(frozen=True)
class ImaginaryUnit(Expression):
    """The number i."""


@dataclass(frozen=True)
class Symbol(Expression):
    """A declared symbol, by name, with what stands in its slots; also a ket or an index."""

    name: str
    arguments: tuple[Expression, ...] = ()


@dataclass(frozen=True)
class Bra(Expression):
    r"""`\langle\psi|`, the adjoint of a declared `|\psi\rangle`."""

    ket: Symbol


@dataclass(frozen=True)
class Sandwich(Expression):
    r"""`\langle\phi|X|\psi\rangle`; without `middle`, `\langle\phi|\psi\rangle`.

    `left` is a `Bra`, or the symbol of a functional that is written like one.
    """

    left: Bra | Symbol
    middle: Expression | None
    right: Symbol


@dataclass(frozen=True)
class Sum(Expression):
    """Two or more terms, each with the sign before it."""

    signs: tuple[Sign, ...]
    terms: tuple[Expression, ...]


@dataclass(frozen=True)
class Negative(Expression):
    """A single term after a minus sign."""

    body: Expression


@dataclass(frozen=True)
class Product(Expression):
    """Two or more factors; `separators` stand between them, so that there is one less."""

    factors: tuple[Expression, ...]
    separators: tuple[Separator, ...]


@dataclass(frozen=True)
class Fraction(Expression):
    r"""`\frac{a}{b}`."""

    numerator: Expression
    denominator: Expression


@dataclass(frozen=True)
class Quotient(Expression):
    """`a/b`, on one line."""

    numerator: Expression
    denominator: Expression


@dataclass(frozen=True)
class Power(Expression):
    """`a^b`; the exponent may be any expression."""

    base: Expression
    exponent: Expression


@dataclass(frozen=True)
class Root(Expression):
    r"""`\sqrt[degree]{radicand}`; degree 2 is not written."""

    radicand: Expression
    degree: int = 2


@dataclass(frozen=True)
class Adjoint(Expression):
    r"""`X^\dagger`, `z^*` or `\overline{z}`, as `mark` says."""

    body: Expression
    mark: Literal[r"\dagger", "*", r"\overline"] = r"\dagger"


@dataclass(frozen=True)
class Exponential(Expression):
    r"""The exponential function, written `e^{…}`, or `\exp(…)` where `function` is set."""

    exponent: Expression
    function: bool = False


@dataclass(frozen=True)
class Commutator(Expression):
    """`[a, b]`."""

    left: Expression
    right: Expression


@dataclass(frozen=True)
class Anticommutator(Expression):
    r"""`\{a, b\}`."""

    left: Expression
    right: Expression


@dataclass(frozen=True)
class Modulus(Expression):
    """`|z|` of a scalar."""

    body: Expression


@dataclass(frozen=True)
class Norm(Expression):
    r"""`\|v\|` of a vector."""

    body: Expression


@dataclass(frozen=True)
class Blank(Expression):
    """An empty place in a matrix; it stands for 0."""


@dataclass(frozen=True)
class Matrix(Expression):
    """Rows of entries, all of one length; `brackets` names the LaTeX environment."""

    rows: tuple[tuple[Expression, ...], ...]
    brackets: Literal["bmatrix", "pmatrix"] = "bmatrix"


@dataclass(frozen=True)
class Summation(Expression):
    r"""`\sum_{i} body`, or `\sum_{i\in I} body` where `membership` is set."""

    indices: tuple[Symbol, ...]
    body: Expression
    membership: bool = False


@dataclass(frozen=True)
class Delta(Expression):
    r"""Kronecker's `\delta_{ij}`."""

    left: Symbol
    right: Symbol


@dataclass(frozen=True)
class Comparison(Formula):
    """A chain `a = b = c`; there is one relation less than there are sides."""

    sides: tuple[Expression, ...]
    relations: tuple[Relation, ...]

    def links(self) -> Iterator[tuple[Expression, Relation, Expression]]:
        """Each relation with its two sides."""
        return zip(self.sides, self.relations, self.sides[1:], strict=False)


@dataclass(frozen=True)
class Clause(Formula):
    r"""`\forall variables: premises \Rightarrow conclusion`; each of the lists may be empty."""

    variables: tuple[Symbol, ...]
    premises: tuple[Formula, ...]
    conclusion: Formula


@dataclass(frozen=True)
class Step:
    """One link of a calculation.

    Args:
        left, relation, right: what the line says.
        reason: the prose after `%`.
        position: where the line stands.
    """

    left: Expression
    relation: Relation
    right: Expression
    reason: str = field(default="", kw_only=True)
    position: Position | None = field(default=None, compare=False, repr=False, kw_only=True)


@dataclass(frozen=True)
class Calculation:
    """A chain of steps, each of which begins where the last one ended."""

    steps: tuple[Step, ...]


def replaced(tree: Expression, values: Mapping[str, Expression]) -> Expression:
    """The tree with other expressions for some of its symbols without slots, indices included."""
    if isinstance(tree, Symbol) and tree.name in values:
        return values[tree.name]
    changes = {entry.name: _replaced(getattr(tree, entry.name), values) for entry in fields(tree)}
    return replace(tree, **changes)


def _replaced(value: Any, values: Mapping[str, Expression]) -> Any:
    if isinstance(value, Expression):
        return replaced(value, values)
    return tuple(_replaced(item, values) for item in value) if isinstance(value, tuple) else value


def is_mixed_number(left: Expression, right: Expression) -> bool:
    r"""Whether juxtaposing the two would look like `2\frac{1}{3}`."""
    return (
        isinstance(left, Number)
        and isinstance(right, Fraction)
        and isinstance(right.numerator, Number)
        and isinstance(right.denominator, Number)
    )
