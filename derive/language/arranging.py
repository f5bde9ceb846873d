"""Trees made by program: sums, products and fractions put together from their parts.

Main results: `sum_of`, `product_of`, `fraction_of`, `with_sandwiches`.
"""

from __future__ import annotations

from collections.abc import Sequence

from derive.language.glossary import Glossary
from derive.language.patterns import patterns_of
from derive.language.syntax import (
    Bra,
    Expression,
    Fraction,
    Negative,
    Number,
    Product,
    Sandwich,
    Separator,
    Sum,
    Symbol,
)


def sum_of(terms: Sequence[tuple[bool, Expression]]) -> Expression:
    """The sum of terms, each of which comes with whether a minus stands before it."""
    if not terms:
        return Number("0")
    if len(terms) == 1:
        negative, tree = terms[0]
        return Negative(tree) if negative else tree
    signs = tuple("-" if negative else "+" for negative, _ in terms)
    return Sum(tuple("-" if sign == "-" else "+" for sign in signs), tuple(t for _, t in terms))


def product_of(factors: Sequence[Expression]) -> Expression:
    """The factors side by side; without any, the number 1."""
    if not factors:
        return Number("1")
    if len(factors) == 1:
        return factors[0]
    nothing: Separator = ""
    return Product(tuple(factors), (nothing,) * (len(factors) - 1))


def fraction_of(
    above: Sequence[Expression], below: Sequence[Expression], after: Sequence[Expression] = ()
) -> Expression:
    """Factors above and below the line, and those that stand behind the fraction."""
    if not below:
        return product_of([*above, *after])
    return product_of([Fraction(product_of(above), product_of(below)), *after])


def shape_of(tree: Expression, glossary: Glossary) -> str:
    """Whether a tree is a bra or a symbol that is written as a bra, a ket or neither."""
    if isinstance(tree, Bra):
        return "bra"
    return next(patterns_of(glossary[tree.name])).form if isinstance(tree, Symbol) else ""


def with_sandwiches(factors: Sequence[Expression], glossary: Glossary) -> list[Expression]:
    """The factors of a product, where every bra and the next ket become one `Sandwich`."""
    found: list[Expression] = []
    opened: int | None = None
    for factor in factors:
        shape = shape_of(factor, glossary)
        if shape == "bra":
            opened = len(found)
        found.append(factor)
        if opened is not None and shape == "ket":
            left, *middle = found[opened:-1]
            assert isinstance(left, Bra | Symbol)
            assert isinstance(factor, Symbol)
            inside = product_of(middle) if middle else None
            found[opened:] = [Sandwich(left, inside, factor)]
            opened = None
    return found
