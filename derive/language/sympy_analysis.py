"""The nodes of analysis to SymPy objects and back; `sympy_bridge` converts all others.

A letter that a SymPy integral, sum, product or limit binds need not be declared.  Main results:
`AnalysisToSympy`, `AnalysisFromSympy`.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from derive.language.analysis import (
    Analysis,
    Application,
    Binomial,
    Derivative,
    Factorial,
    FunctionCall,
    Integral,
    KroneckerDelta,
    Limit,
    NamedConstant,
    OverRange,
    Rounding,
    Side,
    Transpose,
    Variable,
)
from derive.language.errors import LanguageError
from derive.language.functions import LATEX_FUNCTIONS
from derive.language.glossary import Glossary
from derive.language.syntax import Expression, Negative, Symbol
from derive.language.tex import GREEK_LETTERS

_USUAL = {"log": r"\ln", "re": r"\operatorname{Re}", "im": r"\operatorname{Im}"}
_OF_MATRICES = {"trace": "Trace", "determinant": "Determinant"}
_DIRECTIONS: dict[Side, str] = {"": "+-", "+": "+", "-": "-"}
_SIDES: dict[str, Side] = {direction: side for side, direction in _DIRECTIONS.items()}


class AnalysisToSympy(ABC):
    """Evaluates nodes of analysis with SymPy's operations."""

    sympy: Any

    @abstractmethod
    def expression(self, node: Expression) -> Any:
        """The SymPy object of a term."""

    def analysis(self, node: Analysis) -> Any:
        """The SymPy object of a term of analysis."""
        match node:
            case Variable():
                return self.sympy.Symbol(_name_of(node))
            case NamedConstant():
                constants = {"pi": "pi", "e": "E", "infinity": "oo"}
                return getattr(self.sympy, constants[node.name])
            case FunctionCall():
                return self.call(node)
            case Application():
                return self.application(node)
            case Factorial():
                return self.sympy.factorial(self.expression(node.body))
            case Binomial():
                return self.sympy.binomial(self.expression(node.above), self.expression(node.below))
            case KroneckerDelta():
                sides = self.expression(node.left), self.expression(node.right)
                return self.sympy.KroneckerDelta(*sides)
            case Rounding():
                rounded = self.sympy.ceiling if node.up else self.sympy.floor
                return rounded(self.expression(node.body))
            case Transpose():
                return self.sympy.transpose(self.expression(node.body))
        return self.binder(node)

    def binder(self, node: Analysis) -> Any:
        """The SymPy object of a term that binds a letter."""
        match node:
            case Integral():
                bounds = map(self.expression, (node.variable, *node.bounds))
                return self.sympy.Integral(self.expression(node.body), tuple(bounds))
            case Derivative():
                orders = zip(
                    map(self.expression, node.variables),
                    map(self.expression, node.orders),
                    strict=True,
                )
                return self.sympy.Derivative(self.expression(node.body), *orders)
            case OverRange():
                kind = self.sympy.Sum if node.command == r"\sum" else self.sympy.Product
                bounds = map(self.expression, (node.variable, node.lower, node.upper))
                return kind(self.expression(node.body), tuple(bounds))
            case Limit():
                point = self.expression(node.point)
                direction = "+" if point.is_infinite else _DIRECTIONS[node.side]
                body, variable = self.expression(node.body), self.expression(node.variable)
                return self.sympy.Limit(body, variable, point, direction)
        raise AssertionError(f"{type(node).__name__} has no counterpart in SymPy")

    def call(self, node: FunctionCall) -> Any:
        """A named function at its argument."""
        name = LATEX_FUNCTIONS[node.function].name
        argument = self.expression(node.argument)
        if name in _OF_MATRICES and not getattr(argument, "is_Matrix", False):
            raise LanguageError.at(node.position, f"SymPy knows the {name} of matrices only")
        value = getattr(self.sympy, _OF_MATRICES.get(name, name))(argument)
        return value if node.exponent is None else value ** self.expression(node.exponent)

    def application(self, node: Application) -> Any:
        """A declared function at its arguments, or its derivative there."""
        function = self.sympy.Function(node.name)
        arguments = [self.expression(argument) for argument in node.arguments]
        if not node.primes:
            return function(*arguments)
        variable = self.sympy.Dummy("t")
        derivative = self.sympy.Derivative(function(variable), (variable, node.primes))
        return self.sympy.Subs(derivative, variable, arguments[0])


class AnalysisFromSympy(ABC):
    """Takes SymPy's functions and binders apart."""

    sympy: Any
    glossary: Glossary

    @abstractmethod
    def expression(self, value: Any) -> Expression:
        """The term of a SymPy object."""

    def analysis_methods(self) -> list[tuple[Any, Callable[[Any], Expression]]]:
        """What converts each kind of object; `letters` holds the bound letters around it."""
        self.letters: dict[str, Variable] = {}
        sympy = self.sympy
        functions: list[tuple[Any, Callable[[Any], Expression]]] = [
            (getattr(sympy, _OF_MATRICES.get(name, name)), self.call(latex))
            for name, latex in _latex_of_functions().items()
        ]
        return [
            *functions,
            (type(sympy.pi), self.pi),
            (type(sympy.oo), lambda _: NamedConstant("infinity")),
            (type(-sympy.oo), lambda _: Negative(NamedConstant("infinity"))),
            (sympy.factorial, lambda value: Factorial(self.expression(value.args[0]))),
            (sympy.binomial, lambda value: Binomial(*map(self.expression, value.args))),
            (sympy.floor, lambda value: Rounding(self.expression(value.args[0]))),
            (sympy.ceiling, lambda value: Rounding(self.expression(value.args[0]), up=True)),
            (
                (sympy.Transpose, sympy.transpose),
                lambda value: Transpose(self.expression(value.args[0]), r"\mathsf{T}"),
            ),
            (sympy.Integral, self.integral),
            (sympy.Derivative, self.derivative),
            (sympy.Product, self.over_range),
            (sympy.Limit, self.limit),
            (sympy.core.function.AppliedUndef, self.application),
        ]

    def call(self, latex: str) -> Callable[[Any], Expression]:
        """What converts a function that is written so."""
        return lambda value: FunctionCall(latex, self.expression(value.args[0]))

    def pi(self, _: Any) -> Expression:
        """The number π, or the symbol that is declared for it."""
        return Symbol("pi") if "pi" in self.glossary else NamedConstant("pi")

    def application(self, value: Any) -> Expression:
        """A function at its arguments; it must be declared."""
        name = value.func.__name__
        if self.glossary[name].kind != "function":
            raise LanguageError(f"the {self.glossary[name].kind} {name!r} is no function")
        return Application(name, tuple(map(self.expression, value.args)))

    def integral(self, value: Any) -> Expression:
        """An integral over one variable or more, the first of which is the innermost."""

        def nested(limits: Any) -> Expression:
            if not limits:
                return self.expression(value.function)
            variable, *bounds = limits[-1]
            if len(bounds) == 1:
                raise LanguageError(f"{value} has one bound only")
            read = tuple(map(self.expression, bounds))
            if not read:
                letter = self.letter(variable, is_bound=False)
                return Integral(nested(limits[:-1]), letter, read)
            with self.binding(variable) as letter:
                return Integral(nested(limits[:-1]), letter, read)

        return nested(value.limits)

    def derivative(self, value: Any) -> Expression:
        """A derivative by one variable or more."""
        body = self.expression(value.expr)
        counts = value.variable_count
        if len(counts) > 1 and not all(order.is_Integer for _, order in counts):
            raise LanguageError(f"{value} has orders that cannot be added")
        letters = tuple(self.letter(variable, is_bound=False) for variable, _ in counts)
        return Derivative(letters, tuple(self.expression(order) for _, order in counts), body)

    def over_range(self, value: Any) -> Expression:
        """A sum or product over ranges, the first of which is the innermost."""
        is_sum = isinstance(value, self.sympy.Sum)

        def nested(limits: Any) -> Expression:
            if not limits:
                return self.expression(value.function)
            variable, lower, upper = limits[-1]
            start, stop = self.expression(lower), self.expression(upper)
            with self.binding(variable) as letter:
                body = nested(limits[:-1])
            return OverRange(r"\sum" if is_sum else r"\prod", letter, start, stop, body)

        return nested(value.limits)

    def limit(self, value: Any) -> Expression:
        """A limit; at infinity it has one side."""
        body, variable, point, direction = value.args
        read = self.expression(point)
        with self.binding(variable) as letter:
            side = "" if point.is_infinite else _SIDES[str(direction)]
            return Limit(letter, read, self.expression(body), side)

    @contextmanager
    def binding(self, variable: Any) -> Iterator[Symbol | Variable]:
        """Within it a letter needs no declaration."""
        letter = self.letter(variable, is_bound=True)
        before = self.letters
        if isinstance(letter, Variable):
            self.letters = {**before, variable.name: letter}
        yield letter
        self.letters = before

    def letter(self, variable: Any, *, is_bound: bool) -> Symbol | Variable:
        """The variable of a binder: a declared number, or a letter."""
        name = variable.name
        if name in self.letters:
            return self.letters[name]
        if name in self.glossary or not is_bound:
            if self.glossary[name].kind != "scalar" or self.glossary[name].slots:
                raise LanguageError(f"the {self.glossary[name].kind} {name!r} is no variable")
            return Symbol(name)
        head, _, tail = name.partition("_")
        head = head if len(head) == 1 else f"\\{head}"
        if (len(head) > 1 and head not in GREEK_LETTERS) or head in ("e", "d", r"\pi"):
            raise LanguageError(
                f"{name!r} is no letter for a variable", hint="bind one letter, such as t or x_1"
            )
        return Variable(f"{head}_{{{tail}}}" if tail else head)


def _name_of(letter: Variable) -> str:
    kept = "".join(c if c.isalnum() or c == "_" else " " for c in letter.latex)
    return "".join(kept.split())


def _latex_of_functions() -> dict[str, str]:
    """How each function is usually written."""
    found: dict[str, str] = {}
    for latex, function in LATEX_FUNCTIONS.items():
        found.setdefault(function.name, _USUAL.get(function.name, latex))
    return found
