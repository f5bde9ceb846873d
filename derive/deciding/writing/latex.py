r"""LaTeX of expressions and relations: fractions, roots, and the author's order of factors.

Kets are written |ψ⟩ and their adjoints ⟨ψ|; other adjoints take a dagger.

Main results: `as_latex`, `latex_name`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import IntEnum
from fractions import Fraction

from derive.deciding.claims.expressions import (
    HALF,
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
    multiply,
)
from derive.deciding.claims.functions import FUNCTIONS
from derive.deciding.claims.problem import Declared
from derive.deciding.writing.signs import is_operator, without_sign

_RELATIONS = {"=": "=", "!=": r"\neq", ">=": r"\ge", ">": ">"}
_CONSTANTS = {"i": "i", "pi": r"\pi", "infinity": r"\infty"}
_GREEK = frozenset(
    "alpha beta gamma delta epsilon zeta eta theta iota kappa mu nu xi pi rho sigma tau upsilon "
    "phi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega hbar ell "
    "varepsilon vartheta varphi varrho".split()
)
_SPELLED = {"lamda": r"\lambda", "Lamda": r"\Lambda"}
_NUMBERED = re.compile(r"([^\W\d]+)(\d+)")
_FENCES = {
    "abs": (r"\left|", r"\right|"),
    "floor": (r"\left\lfloor ", r"\right\rfloor "),
    "ceiling": (r"\left\lceil ", r"\right\rceil "),
    "conjugate": (r"\overline{", "}"),
}
_RAISED_BEFORE_ARGUMENT = frozenset("sin cos tan cot sec csc sinh cosh tanh coth".split())
_SUPERSCRIPTS = {"adjoint": r"\dagger", "transpose": r"\mathsf{T}"}
_TALL = re.compile(r"\\(?:frac|binom|begin|int|sum|prod|left)")
_SIGNS = {"sum": r"\sum", "product": r"\prod"}
_SIDES = {0: "", 1: "^{+}", -1: "^{-}"}


class _Level(IntEnum):
    """How tightly a piece of LaTeX holds together."""

    SUM = 0
    SIGNED = 1
    PRODUCT = 2
    POWER = 3
    ATOM = 4


def as_latex(formula: Expression | Relation, names: Mapping[str, Declared] | None = None) -> str:
    """LaTeX of an expression or a relation.

    Args:
        formula: what to write.
        names: the declared names, by which kets and inverses of operators are known.
    """
    writer = _LatexWriter(names or {})
    if isinstance(formula, Relation):
        left, right = (writer.at(side, _Level.SUM) for side in formula.sides)
        return f"{left} {_RELATIONS[formula.kind]} {right}"
    return writer.at(formula, _Level.SUM)


def latex_name(name: str) -> str:
    """LaTeX of a name: Greek letters, and as subscripts what follows an underscore or a letter."""
    head, *below = [part for part in name.split("_") if part] or [r"\_"]
    numbered = _NUMBERED.fullmatch(head)
    if numbered is not None:
        head, below = numbered[1], [numbered[2], *below]
    subscripts = ",".join(part if part.isdecimal() else _letter(part) for part in below)
    return f"{_letter(head)}_{{{subscripts}}}" if below else _letter(head)


def _letter(letter: str) -> str:
    if letter in _SPELLED:
        return _SPELLED[letter]
    if letter in _GREEK:
        return rf"\{letter}"
    return letter if len(letter) == 1 else rf"\mathrm{{{letter}}}"


class _LatexWriter:
    def __init__(self, names: Mapping[str, Declared]) -> None:
        self.names = names

    def at(self, expression: Expression, level: _Level) -> str:
        """The LaTeX, in parentheses unless it holds together that tightly."""
        latex, own = self.written(expression)
        return latex if own >= level else _in_parentheses(latex)

    def written(self, expression: Expression) -> tuple[str, _Level]:
        match expression:
            case Number(value):
                return _numeral(value)
            case Constant(name):
                return _CONSTANTS[name], _Level.ATOM
            case Symbol(name):
                return self.symbol(name), _Level.ATOM
            case Call("add", arguments):
                return self.sum(arguments), _Level.SUM
            case Call("multiply", arguments):
                return self.product(arguments)
            case Call("power", (base, exponent)):
                return self.power(base, exponent)
            case Call(function, arguments):
                return self.called(function, arguments)
            case Application(name, arguments):
                return f"{latex_name(name)}{_in_parentheses(self.listed(arguments))}", _Level.ATOM
            case Grid(rows):
                lines = r" \\ ".join(
                    " & ".join(self.at(e, _Level.SUM) for e in row) for row in rows
                )
                return rf"\begin{{pmatrix}} {lines} \end{{pmatrix}}", _Level.ATOM
            case Binder():
                return self.binder(expression)
        raise AssertionError(expression)

    def symbol(self, name: str) -> str:
        kind = self.names[name].kind if name in self.names else "scalar"
        if kind == "ket":
            return rf"|{latex_name(name)}\rangle"
        return rf"\langle {latex_name(name)}|" if kind == "bra" else latex_name(name)

    def listed(self, parts: Sequence[Expression]) -> str:
        return ", ".join(self.at(part, _Level.SUM) for part in parts)

    def sum(self, terms: Sequence[Expression]) -> str:
        latex = self.at(terms[0], _Level.SIGNED)
        for term in terms[1:]:
            positive = without_sign(term)
            if positive is None:
                latex += f" + {self.at(term, _Level.PRODUCT)}"
            else:
                latex += f" - {self.at(multiply(*positive), _Level.PRODUCT)}"
        return latex

    def product(self, factors: Sequence[Expression]) -> tuple[str, _Level]:
        positive = without_sign(multiply(*factors))
        if positive is not None:
            return f"-{self.at(multiply(*positive), _Level.PRODUCT)}", _Level.SIGNED
        above: list[str] = []
        below: list[str] = []
        for place, factor in enumerate(factors):
            divisor = self.divisor(factor, bool(place))
            if divisor is not None:
                below.append(divisor)
                continue
            if below:
                above, below = [_fraction(above, below)], []
            is_alone = not place and all(self.divisor(other, True) for other in factors[1:])
            above.append(
                self.at(factor, _Level.SUM) if is_alone else self.factor(factor, bool(above))
            )
        latex = _fraction(above, below) if below else " ".join(above)
        return latex.replace("| |", "|"), _Level.PRODUCT

    def divisor(self, factor: Expression, follows: bool) -> str | None:
        """What stands below the line, where the factor is written as a quotient by it."""
        match factor:
            case Number(value) if follows and value.numerator == 1 < value.denominator:
                return str(value.denominator)
            case Call("power", (base, exponent)) if exponent == MINUS_ONE:
                return None if is_operator(base, self.names) else self.at(base, _Level.PRODUCT)
        return None

    def factor(self, factor: Expression, follows: bool) -> str:
        latex = self.at(factor, _Level.POWER)
        return rf"\cdot {latex}" if follows and latex[0].isdigit() else latex

    def power(self, base: Expression, exponent: Expression) -> tuple[str, _Level]:
        if isinstance(exponent, Number) and not is_operator(base, self.names):
            degree = exponent.value.denominator
            if exponent == MINUS_ONE:
                return _fraction([], [self.at(base, _Level.SUM)]), _Level.PRODUCT
            if exponent == HALF:
                return rf"\sqrt{{{self.at(base, _Level.SUM)}}}", _Level.ATOM
            if exponent.value.numerator == 1 < degree:
                return rf"\sqrt[{degree}]{{{self.at(base, _Level.SUM)}}}", _Level.ATOM
        above = self.at(exponent, _Level.SUM)
        if isinstance(base, Call) and base.function in _RAISED_BEFORE_ARGUMENT:
            head, inside = FUNCTIONS[base.function].latex[0], self.listed(base.arguments)
            if exponent != MINUS_ONE:
                return f"{head}^{{{above}}}{_in_parentheses(inside)}", _Level.POWER
        return self.raised(base, above)

    def raised(self, base: Expression, above: str) -> tuple[str, _Level]:
        return f"{self.at(base, _Level.ATOM)}^{{{above}}}", _Level.POWER

    def called(self, function: str, arguments: Sequence[Expression]) -> tuple[str, _Level]:
        if function in _FENCES:
            before, after = _FENCES[function]
            return f"{before}{self.listed(arguments)}{after}", _Level.ATOM
        if function == "adjoint" and isinstance(arguments[0], Symbol):
            name = arguments[0].name
            kind = self.names[name].kind if name in self.names else "operator"
            if kind == "ket":
                return rf"\langle {latex_name(name)}|", _Level.ATOM
            if kind == "bra":
                return rf"|{latex_name(name)}\rangle", _Level.ATOM
        if function in _SUPERSCRIPTS:
            return self.raised(arguments[0], _SUPERSCRIPTS[function])
        match function:
            case "factorial":
                return f"{self.at(arguments[0], _Level.ATOM)}!", _Level.POWER
            case "binomial":
                above, below = (self.at(part, _Level.SUM) for part in arguments)
                return rf"\binom{{{above}}}{{{below}}}", _Level.ATOM
            case "delta":
                return rf"\delta_{{{self.listed(arguments)}}}", _Level.ATOM
            case "exp":
                return f"e^{{{self.listed(arguments)}}}", _Level.POWER
        head = FUNCTIONS[function].latex[0]
        return f"{head}{_in_parentheses(self.listed(arguments))}", _Level.POWER

    def binder(self, binder: Binder) -> tuple[str, _Level]:
        variable = latex_name(binder.variable)
        differentiated = binder.kind == "derivative"
        body = self.at(binder.body, _Level.POWER if differentiated else _Level.PRODUCT)
        bounds = [self.at(bound, _Level.SUM) for bound in binder.bounds]
        match binder.kind:
            case "derivative":
                order = "" if binder.bounds[1] == ONE else f"^{{{bounds[1]}}}"
                latex = rf"\frac{{d{order}}}{{d{variable}{order}}} {body}"
                if binder.bounds[0] == Symbol(binder.variable):
                    return latex, _Level.SIGNED
                return rf"\left.{latex}\right|_{{{variable}={bounds[0]}}}", _Level.ATOM
            case "antiderivative":
                return rf"\int {body} \, d{variable}", _Level.SIGNED
            case "integral":
                low, high = bounds
                return rf"\int_{{{low}}}^{{{high}}} {body} \, d{variable}", _Level.SIGNED
            case "limit":
                side = binder.bounds[1]
                assert isinstance(side, Number)
                point = bounds[0] + _SIDES[int(side.value)]
                return rf"\lim_{{{variable} \to {point}}} {body}", _Level.SIGNED
        low, high = bounds
        sign = _SIGNS[binder.kind]
        return rf"{sign}_{{{variable}={low}}}^{{{high}}} {body}", _Level.SIGNED


def _in_parentheses(latex: str) -> str:
    """The LaTeX in parentheses, as tall as they must be."""
    return rf"\left({latex}\right)" if _TALL.search(latex) else f"({latex})"


def _fraction(above: Sequence[str], below: Sequence[str]) -> str:
    return rf"\frac{{{' '.join(above) or '1'}}}{{{' '.join(below)}}}"


def _numeral(value: Fraction) -> tuple[str, _Level]:
    sign, level = ("-", _Level.SIGNED) if value < 0 else ("", _Level.ATOM)
    if value.denominator == 1:
        return str(value.numerator), level
    fraction = _fraction([str(abs(value.numerator))], [str(value.denominator)])
    return sign + fraction, min(level, _Level.PRODUCT)
