r"""Formulas, and terms of the kernel, as string diagrams.

What the author wrote is drawn as it stands: sums stay sums, fractions stay fractions.  A term of
the kernel is drawn in its normal form, with the names that the glossary has for its atoms.

Main results: `picture_of`, `picture_of_formula`, `picture_of_term`, `normal_forms`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce
from typing import TYPE_CHECKING

from derive.kernel.terms import Term
from derive.language import syntax
from derive.language.analysis import Reaching
from derive.language.glossary import SCALARS, Glossary
from derive.language.writer import write
from derive.render.diagrams.pictures import (
    CLOSED,
    ONE,
    Box,
    Enclosed,
    Fraction,
    Grid,
    Label,
    Legs,
    Picture,
    Power,
    Product,
    Row,
    added,
    compared,
    composed,
    enclosed,
    summed,
    with_legs,
)

if TYPE_CHECKING:
    from derive.language.lowering import Lowering

_CLOSED_KINDS = (syntax.Bra, syntax.Sandwich)
_STRUCTURED = (syntax.Fraction, syntax.Quotient, syntax.Root)


def picture_of(tree: syntax.Expression, glossary: Glossary) -> Picture:
    """The diagram of an expression.

    Raises:
        LanguageError: legs of different spaces meet.
    """
    return _Drawing(glossary).expression(tree)


def picture_of_formula(tree: syntax.Formula, glossary: Glossary) -> Picture:
    """The diagram of a formula: those of its sides, with the relations between them.

    Raises:
        LanguageError: legs of different spaces meet.
    """
    return _Drawing(glossary).formula(tree)


def picture_of_term(term: Term, glossary: Glossary) -> Picture:
    """The diagram of a term of the kernel, in its normal form."""
    from derive.language.lowering import Lowering
    from derive.render.diagrams.naming import naming

    return _lifted(term, Lowering(naming(term, glossary)))


def normal_forms(tree: syntax.Expression | syntax.Formula, glossary: Glossary) -> list[Picture]:
    """The diagrams of what the kernel makes of an expression or a formula.

    Raises:
        LanguageError: types do not fit, or something is divided by that is not known to be nonzero.
    """
    from derive.language.lifting import Lifting
    from derive.language.lowering import Lowering

    lowering = Lowering(glossary)
    if isinstance(tree, syntax.Expression):
        return [_lifted(lowering.term(tree), lowering)]
    claims = lowering.claim(tree)
    lifting = Lifting(lowering)
    return [picture_of_formula(lifting.formula(claim), lifting.glossary) for claim in claims]


def _lifted(term: Term, lowering: Lowering) -> Picture:
    from derive.language.lifting import Lifting

    lifting = Lifting(lowering)
    tree = lifting.expression(term)
    return with_legs(picture_of(tree, lifting.glossary), Legs(*(_leg(s.name) for s in term.ends)))


def _leg(space: str) -> str:
    return "" if space == SCALARS else space


class _Drawing:
    """Draws over one glossary."""

    def __init__(self, glossary: Glossary) -> None:
        self.glossary = glossary

    # formulas

    def formula(self, formula: syntax.Formula) -> Picture:
        if isinstance(formula, syntax.Comparison):
            sides = compared([self.expression(side) for side in formula.sides])
            links = zip(formula.relations, sides[1:], strict=True)
            pairs = [(Label(relation), side) for relation, side in links]
            return Row((sides[0], *(part for pair in pairs for part in pair)))
        assert isinstance(formula, syntax.Clause)
        return Row(tuple(self._clause(formula)))

    def _clause(self, clause: syntax.Clause) -> Iterator[Picture]:
        if clause.variables:
            names = ", ".join(write(symbol, self.glossary) for symbol in clause.variables)
            yield Label(rf"\forall {names}:")
        for place, premise in enumerate(clause.premises):
            yield from [Label(",")] * (place > 0)
            yield self._simple(premise)
        yield from [Label(r"\Rightarrow")] * bool(clause.premises)
        yield self._simple(clause.conclusion)

    def _simple(self, formula: syntax.Formula) -> Picture:
        picture = self.formula(formula)
        return picture if isinstance(formula, syntax.Comparison) else Enclosed(picture, "(")

    # expressions

    def expression(self, node: syntax.Expression) -> Picture:
        if self._is_plain(node):
            return self._label(node)
        match node:
            case syntax.Symbol() | syntax.Bra():
                return self._box(node)
            case syntax.Sandwich():
                ends = (node.left, node.middle, node.right)
                return self._product([part for part in ends if part is not None])
            case syntax.Sum():
                return added(node.signs, [self.expression(term) for term in node.terms])
            case syntax.Negative():
                return added("-", [self.expression(node.body)])
            case syntax.Product():
                return self._product(node.factors)
            case syntax.Fraction() | syntax.Quotient():
                return self._divided(node)
            case syntax.Power():
                return self._raised(node)
            case syntax.Adjoint():
                return self._adjoint(node)
            case syntax.Summation():
                return self._summation(node)
            case syntax.Commutator() | syntax.Anticommutator():
                sides = node.left, node.right
                sign = "-" if isinstance(node, syntax.Commutator) else "+"
                return added(("+", sign), [self._product(sides), self._product(sides[::-1])])
            case syntax.Modulus():
                return Enclosed(self.expression(node.body), "|")
            case syntax.Norm():
                return Enclosed(self.expression(node.body), "norm")
            case syntax.Root() if node.degree == 2:
                return Enclosed(self.expression(node.radicand), "root")
            case syntax.Exponential():
                legs = self.expression(node.exponent).legs
                return self._label(node) if legs == CLOSED else self._function(node, legs)
            case syntax.Matrix():
                rows = tuple(tuple(map(self.expression, row)) for row in node.rows)
                return Grid(rows, "[" if node.brackets == "bmatrix" else "(")
            case syntax.Blank():
                return Label("")
        return self._label(node)

    def _is_plain(self, node: syntax.Expression) -> bool:
        """Whether the node is a number of letters and digits on one line."""
        for part in node.walk():
            if isinstance(
                part, (*_CLOSED_KINDS, *_STRUCTURED, syntax.Matrix, syntax.Norm, syntax.Blank)
            ):
                return False
            if isinstance(part, syntax.Symbol) and self._legs(part) != CLOSED:
                return False
        return not isinstance(node, syntax.Sum | syntax.Negative)

    def _legs(self, symbol: syntax.Symbol) -> Legs:
        declaration = self.glossary[symbol.name]
        return Legs(_leg(declaration.codomain), _leg(declaration.domain))

    def _indices(self, node: syntax.Node) -> tuple[str, ...]:
        symbols = [part for part in node.walk() if isinstance(part, syntax.Symbol)]
        found = [s for s in symbols if self.glossary[s.name].kind == "index"]
        return tuple(write(symbol, self.glossary) for symbol in found)

    def _label(self, node: syntax.Expression) -> Picture:
        return Label(write(node, self.glossary), self._indices(node))

    def _box(self, node: syntax.Symbol | syntax.Bra) -> Picture:
        legs = self._legs(node.ket if isinstance(node, syntax.Bra) else node)
        if isinstance(node, syntax.Bra):
            legs = legs.turned
        return Box(write(node, self.glossary), legs, self._indices(node))

    def _product(self, factors: Sequence[syntax.Expression]) -> Picture:
        """The factors side by side; a sum over an index that others carry is kept apart."""
        parts = []
        for place, factor in enumerate(factors):
            others = [*factors[:place], *factors[place + 1 :]]
            picture = self.expression(factor)
            is_written_out = isinstance(picture, Label) and isinstance(factor, Reaching)
            is_taken_apart = isinstance(picture, Product)
            if is_written_out or (is_taken_apart and _captures(factor, others)):
                picture = enclosed(picture)
            parts.append(picture)
        return composed(parts)

    def _function(self, node: syntax.Exponential, legs: Legs) -> Picture:
        return Box(write(node, self.glossary), legs, self._indices(node))

    def _divided(self, node: syntax.Fraction | syntax.Quotient) -> Picture:
        above, below = self.expression(node.numerator), self.expression(node.denominator)
        if above.legs == CLOSED:
            return Fraction(above, below)
        return composed([Fraction(ONE, below), above])

    def _raised(self, node: syntax.Power | syntax.Adjoint) -> Picture:
        """A power or an adjoint: on the label of a box, or beside what is enclosed."""
        if isinstance(node, syntax.Power):
            base, mark = self.expression(node.base), write(node.exponent, self.glossary)
        else:
            base, mark = self.expression(node.body), node.mark
        legs = base.legs
        if isinstance(node, syntax.Adjoint) or legs.codomain != legs.domain:
            legs = legs.turned  # the one power of a map between two spaces is its inverse
        if isinstance(base, Box):
            return Box(write(node, self.glossary), legs, base.indices)
        return Power(base if isinstance(base, Enclosed | Grid) else enclosed(base), mark, legs)

    def _adjoint(self, node: syntax.Adjoint) -> Picture:
        body = self.expression(node.body)
        if node.mark == r"\overline" and body.legs == CLOSED:
            return Enclosed(body, "overline")
        return self._raised(node)

    def _summation(self, node: syntax.Summation) -> Picture:
        def around(body: Picture, symbol: syntax.Symbol) -> Picture:
            index = write(symbol, self.glossary)
            over = ""
            if node.membership:
                over = rf"\in {self.glossary[self.glossary[symbol.name].over].latex}"
            return summed(index, rf"\sum_{{{index}{over}}}", body)

        return reduce(around, reversed(node.indices), self.expression(node.body))


def _captures(factor: syntax.Expression, others: Sequence[syntax.Expression]) -> bool:
    """Whether a sum in a factor binds a name that occurs in the others."""
    sums = [node for node in factor.walk() if isinstance(node, syntax.Summation)]
    bound = {symbol.name for node in sums for symbol in node.indices}
    named = (node for other in others for node in other.walk())
    return any(isinstance(node, syntax.Symbol) and node.name in bound for node in named)
