r"""The nodes of analysis to LaTeX; `writer` writes all others.

A function goes without parentheses where the reader takes it so: `\sin x` at the end of a term or
before another function, `\sin(x)y` elsewhere.  Main result: `AnalysisWriter`.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Sequence

from derive.language.analysis import (
    Analysis,
    Application,
    Binomial,
    Derivative,
    DifferentialMark,
    Factorial,
    FunctionCall,
    Integral,
    KroneckerDelta,
    Limit,
    NamedConstant,
    OverRange,
    Rounding,
    Transpose,
    Variable,
)
from derive.language.glossary import Glossary
from derive.language.syntax import (
    Adjoint,
    Expression,
    Fraction,
    ImaginaryUnit,
    Matrix,
    Modulus,
    Norm,
    Number,
    Power,
    Product,
    Root,
    Symbol,
    is_mixed_number,
)

_ENDS_IN_COMMAND = re.compile(r"\\[A-Za-z]+$")
_TALL = (r"\frac", r"\begin", r"\sum", r"\int", r"\prod", r"\binom", r"\lim")
_BARE = (
    Variable,
    Number,
    NamedConstant,
    ImaginaryUnit,
    Fraction,
    Root,
    Modulus,
    Norm,
    Matrix,
    Factorial,
    Binomial,
    KroneckerDelta,
    Rounding,
)


def join(left: str, right: str) -> str:
    """The two texts side by side, with a space where TeX needs one."""
    space = " " if _ENDS_IN_COMMAND.search(left) and right[:1].isalpha() else ""
    return left + space + right


def parenthesised(text: str) -> str:
    """The text in parentheses of its height."""
    tall = any(command in text for command in _TALL)
    return rf"\left({text}\right)" if tall else f"({text})"


def argument(text: str) -> str:
    """The text as the argument of a superscript."""
    return text if len(text) == 1 else f"{{{text}}}"


def superscript_base(node: Expression) -> Expression | None:
    """What stands below the superscript of a node; None if it has none."""
    if isinstance(node, Power):
        return node.base
    if isinstance(node, Transpose) or (isinstance(node, Adjoint) and node.mark != r"\overline"):
        return node.body
    return None


class AnalysisWriter(ABC):
    """Writes what is analysis; each method writes one form."""

    glossary: Glossary

    @abstractmethod
    def expression(self, node: Expression) -> str:
        """A sum or a term."""

    @abstractmethod
    def term(self, node: Expression) -> str:
        """A term."""

    @abstractmethod
    def factor(self, node: Expression) -> str:
        """A factor with its superscript."""

    @abstractmethod
    def symbol(self, node: Symbol) -> str:
        """A declared symbol."""

    @abstractmethod
    def shape(self, node: Expression) -> str:
        """Whether a node is written as a symbol, a ket or a bra."""

    @abstractmethod
    def crosses(self, left: str, right: str) -> bool:
        """Whether a declared symbol reaches across two texts."""

    def analysis(self, node: Analysis) -> str:
        """What may stand anywhere in a product."""
        match node:
            case Variable():
                return node.latex
            case NamedConstant():
                return self.constant(node)
            case FunctionCall():
                return self.head(node) + parenthesised(self.expression(node.argument))
            case Application():
                arguments = ", ".join(self.expression(part) for part in node.arguments)
                name = self.glossary[node.name].latex + "'" * node.primes
                return name + parenthesised(arguments)
            case Factorial():
                return self.factorial(node)
            case Binomial():
                above, below = self.expression(node.above), self.expression(node.below)
                return rf"\binom{{{above}}}{{{below}}}"
            case KroneckerDelta():
                left, right = self.index(node.left), self.index(node.right)
                return rf"\delta_{{{left}, {right}}}"
            case Rounding():
                left, right = (r"\lceil", r"\rceil") if node.up else (r"\lfloor", r"\rfloor")
                return join(left, self.expression(node.body)) + right
            case Integral():
                return self.integral(node)
        raise AssertionError(f"{type(node).__name__} is not an atom")

    def constant(self, node: NamedConstant) -> str:
        """π, e or infinity."""
        if node.name == "e":
            return "e" if self.glossary.written("e") is None else r"\mathrm{e}"
        return {"pi": r"\pi", "infinity": r"\infty"}[node.name]

    def factorial(self, node: Factorial) -> str:
        """`n!`, with parentheses around all but a symbol or number."""
        body = node.body
        bare = isinstance(body, Number | Variable)
        if isinstance(body, Symbol):
            bare = self.shape(body) == "symbol" and "^" not in self.glossary[body.name].tokens
        text = self.factor(body) if bare else parenthesised(self.expression(body))
        return f"{text}!"

    def index(self, node: Expression) -> str:
        """What stands in a subscript with a comma behind or before it."""
        text = self.expression(node)
        return parenthesised(text) if "," in text else text

    # functions

    def head(self, node: FunctionCall) -> str:
        """The name of a function with its exponent."""
        if node.exponent is None:
            return node.function
        return f"{node.function}^{argument(self.expression(node.exponent))}"

    def bare(self, node: FunctionCall) -> str:
        """A function that ends its term or stands before another one."""
        operand = self.operand(node.argument)
        if operand is None or (node.function == r"\Gamma"):
            return self.analysis(node)
        return self.head(node) + ("" if operand.startswith("\\") else " ") + operand

    def operand(self, node: Expression) -> str | None:
        """How an argument is written without parentheses; None if it needs them."""
        numeral: Number | None = None
        if isinstance(node, Product) and len(node.factors) == 2 and node.separators == ("",):
            first, last = node.factors
            below = superscript_base(last) or last
            if isinstance(below, Factorial):
                below = below.body
            if not isinstance(first, Number) or isinstance(below, Number):
                return None
            if is_mixed_number(first, last):
                return None
            numeral, node = first, last
        base = superscript_base(node) or node
        bare = isinstance(base, _BARE) or (
            isinstance(base, Symbol) and self.shape(base) == "symbol"
        )
        if not bare or (isinstance(node, NamedConstant) and node.name == "e"):
            return None
        text = self.factor(node)
        if text.startswith(("(", r"\left(")):
            return None
        if numeral is None:
            return text
        return None if self.crosses(numeral.text, text) else join(numeral.text, text)

    # binders

    def integral(self, node: Integral) -> str:
        """An integral with its bounds and differential."""
        text = r"\int"
        if node.bounds:
            lower, upper = map(self.expression, node.bounds)
            text = rf"\int_{{{lower}}}^{{{upper}}}"
        return (
            rf"{text} {self.expression(node.body)} \, {self.differential(node.mark, node.variable)}"
        )

    def differential(self, mark: DifferentialMark, variable: Symbol | Variable) -> str:
        """`dx`; where a symbol d is declared, with an upright d."""
        written = self.glossary.written(mark) is None
        return join(mark if written else r"\mathrm{d}", self.letter(variable))

    def letter(self, variable: Symbol | Variable) -> str:
        """The variable of a binder."""
        return variable.latex if isinstance(variable, Variable) else self.symbol(variable)

    def extending(self, node: Expression) -> str:
        """What reaches to the end of its term."""
        match node:
            case OverRange():
                start = f"{self.letter(node.variable)} = {self.expression(node.lower)}"
                upper = self.expression(node.upper)
                return rf"{node.command}_{{{start}}}^{{{upper}}} {self.term(node.body)}"
            case Limit():
                side = f"^{node.side}" if node.side else ""
                point = self.limit_point(node.point, raised=bool(side)) + side
                arrow = join(self.letter(node.variable) + r" \to", " " + point)
                return rf"\lim_{{{arrow}}} {self.term(node.body)}"
            case Derivative():
                return self.derivative(node)
        raise AssertionError(f"{type(node).__name__} does not extend")

    def limit_point(self, point: Expression, *, raised: bool) -> str:
        """Where a limit is taken; `raised` tells that the side follows."""
        text = self.expression(point)
        plain = isinstance(point, Number | Variable | NamedConstant) or (
            isinstance(point, Symbol) and "^" not in self.glossary[point.name].tokens
        )
        return parenthesised(text) if raised and not plain else text

    def derivative(self, node: Derivative) -> str:
        """The sign of a derivative and what it is taken of."""
        mark = node.mark if self.glossary.written(node.mark) is None else r"\mathrm{d}"
        orders = [self.order(order) for order in node.orders]
        total = orders[0]
        if len(orders) > 1:
            total = self.order(Number(str(_total(node.orders))))
        below = r"\,".join(
            self.differential(mark, variable) + order
            for variable, order in zip(node.variables, orders, strict=True)
        )
        body = self.operand(node.body)
        if isinstance(node.body, FunctionCall):
            body = self.bare(node.body)
        elif isinstance(node.body, Application | Derivative):
            body = self.term(node.body)
        elif body is None:
            body = parenthesised(self.expression(node.body))
        space = "" if body.startswith(("\\", "(")) else " "
        return rf"\frac{{{mark}{total}}}{{{below}}}{space}{body}"

    def order(self, order: Expression) -> str:
        """The order of a derivative; 1 is not written."""
        return "" if order == Number("1") else f"^{argument(self.expression(order))}"


def _total(orders: Sequence[Expression]) -> int:
    """What the orders of a mixed derivative, which are numerals, add up to."""
    return sum(int(order.text) for order in orders if isinstance(order, Number))
