"""Plain text with as few parentheses as the text reader needs; it reads back as it was.

Main results: `as_text`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import IntEnum
from fractions import Fraction

from derive.deciding.claims.expressions import (
    HALF,
    INFINITY,
    MINUS_ONE,
    ONE,
    Application,
    Binder,
    Call,
    Constant,
    Expression,
    Grid,
    Number,
    Relation,
    Symbol,
    negative,
)
from derive.deciding.claims.functions import FUNCTIONS
from derive.deciding.claims.problem import Declared
from derive.deciding.writing.signs import is_operator, without_sign

_RELATIONS = {"=": "==", "!=": "!=", ">=": ">=", ">": ">"}
_CONSTANTS = {"i": "I", "pi": "pi", "infinity": "oo"}
_BINDERS = {
    "derivative": "Derivative",
    "antiderivative": "Integral",
    "integral": "Integral",
    "sum": "Sum",
    "product": "Product",
    "limit": "Limit",
}
_INFINITE = (INFINITY, negative(INFINITY))
_SIDES = {0: ', "+-"', 1: "", -1: ', "-"'}


class _Level(IntEnum):
    """How tightly a text holds together."""

    SUM = 0
    PRODUCT = 1
    POWER = 2
    ATOM = 3


def as_text(formula: Expression | Relation, names: Mapping[str, Declared] | None = None) -> str:
    """Plain text of an expression or a relation.

    Args:
        formula: what to write.
        names: the declared names, by which inverses of operators are told from quotients.
    """
    writer = _TextWriter(names or {})
    if isinstance(formula, Relation):
        left, right = (writer.at(side, _Level.SUM) for side in formula.sides)
        return f"{left} {_RELATIONS[formula.kind]} {right}"
    return writer.at(formula, _Level.SUM)


class _TextWriter:
    def __init__(self, names: Mapping[str, Declared]) -> None:
        self.names = names

    def at(self, expression: Expression, level: _Level) -> str:
        """The text, in parentheses unless it holds together that tightly."""
        text, own = self.written(expression)
        return text if own >= level else f"({text})"

    def written(self, expression: Expression) -> tuple[str, _Level]:
        match expression:
            case Number(value):
                return _numeral(value)
            case Constant(name):
                return _CONSTANTS[name], _Level.ATOM
            case Symbol(name):
                return name, _Level.ATOM
            case Call("add", arguments):
                return self.sum(arguments), _Level.SUM
            case Call("multiply", arguments):
                return self.product(arguments), _Level.PRODUCT
            case Call("power", (base, exponent)):
                return self.power(base, exponent)
            case Call(function, arguments):
                return self.called(FUNCTIONS[function].text[0], arguments), _Level.ATOM
            case Application(name, arguments):
                return self.called(name, arguments), _Level.ATOM
            case Grid(rows):
                lines = ", ".join(f"[{self.listed(row)}]" for row in rows)
                return f"Matrix([{lines}])", _Level.ATOM
            case Binder():
                return self.binder(expression), _Level.ATOM
        raise AssertionError(expression)

    def listed(self, parts: Sequence[Expression]) -> str:
        return ", ".join(self.at(part, _Level.SUM) for part in parts)

    def called(self, name: str, arguments: Sequence[Expression]) -> str:
        return f"{name}({self.listed(arguments)})"

    def sum(self, terms: Sequence[Expression]) -> str:
        text = self.at(terms[0], _Level.PRODUCT)
        for term in terms[1:]:
            positive = without_sign(term)
            if positive is None:
                written = self.at(term, _Level.PRODUCT)
                text += f" + ({written})" if written.startswith("-") else f" + {written}"
            else:
                text += f" - {self.factors_text(positive)}"
        return text

    def product(self, factors: Sequence[Expression]) -> str:
        positive = without_sign(Call("multiply", tuple(factors)))
        if positive is not None and factors[0] == MINUS_ONE:
            return f"-{self.factors_text(positive)}"
        return self.factors_text(factors)

    def factors_text(self, factors: Sequence[Expression]) -> str:
        text = ""
        previous: Expression = ONE
        for place, factor in enumerate(factors):
            divisor = self.divisor(factor, previous) if place else None
            if divisor is not None:
                text += f"/{divisor}"
            else:
                text += ("*" if place else "") + self.factor(factor, place == 0)
            previous = factor
        return text

    def divisor(self, factor: Expression, previous: Expression) -> str | None:
        """What stands after a stroke, where the factor is written as a quotient by it."""
        match factor:
            case Number(value) if value.numerator == 1 < value.denominator:
                return None if isinstance(previous, Number) else str(value.denominator)
            case Call("power", (base, exponent)) if exponent == MINUS_ONE:
                if previous == ONE or isinstance(base, Number) or is_operator(base, self.names):
                    return None
                return self.at(base, _Level.POWER)
        return None

    def factor(self, factor: Expression, is_first: bool) -> str:
        """A factor; only the first one needs no parentheses around its sign."""
        match factor:
            case Number(value):
                text, _ = _numeral(value)
                return text if is_first or value > 0 else f"({text})"
            case Call("power", (base, exponent)) if exponent == MINUS_ONE:
                text, _ = self.power(base, exponent)
                return text
        return self.at(factor, _Level.POWER)

    def power(self, base: Expression, exponent: Expression) -> tuple[str, _Level]:
        if exponent == HALF:
            return self.called("sqrt", [base]), _Level.ATOM
        if exponent == MINUS_ONE and not isinstance(base, Number):
            if is_operator(base, self.names):
                return self.called("Inverse", [base]), _Level.ATOM
            return f"1/{self.at(base, _Level.POWER)}", _Level.PRODUCT
        text = f"{self.at(base, _Level.ATOM)}**{self.at(exponent, _Level.ATOM)}"
        return text, _Level.POWER

    def binder(self, binder: Binder) -> str:
        name, variable = _BINDERS[binder.kind], binder.variable
        body = self.at(binder.body, _Level.SUM)
        bounds = [self.at(bound, _Level.SUM) for bound in binder.bounds]
        match binder.kind:
            case "limit":
                point, side = binder.bounds
                assert isinstance(side, Number)
                shown = "" if point in _INFINITE else _SIDES[int(side.value)]
                return f"{name}({body}, {variable}, {bounds[0]}{shown})"
            case "derivative" | "antiderivative":
                head = variable
                if len(bounds) > 1 and binder.bounds[1] != ONE:
                    numeral = isinstance(binder.bounds[1], Number)
                    head = f"{variable}, {bounds[1]}" if numeral else f"({variable}, {bounds[1]})"
                text = f"{name}({body}, {head})"
                at_variable = binder.bounds[0] == Symbol(variable)
                return text if at_variable else f"Subs({text}, {variable}, {bounds[0]})"
        return f"{name}({body}, ({variable}, {bounds[0]}, {bounds[1]}))"


def _numeral(value: Fraction) -> tuple[str, _Level]:
    if value.denominator != 1:
        return f"{value.numerator}/{value.denominator}", _Level.PRODUCT
    return str(value.numerator), _Level.ATOM if value >= 0 else _Level.PRODUCT
