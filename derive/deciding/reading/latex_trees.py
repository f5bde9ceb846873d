r"""What the syntax trees of LaTeX mean as expressions.

Letters that an integral, sum, product or limit binds need no declaration.  `z^*` and `\overline{z}`
are conjugates, of matrices only the latter; `X^\dagger` is the adjoint.  A limit at a point is one
from both sides unless it says `0^+` or `0^-`.

Main result: `TreeReader`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from derive.deciding.claims.expressions import (
    HALF,
    IMAGINARY,
    INFINITY,
    ONE,
    PI,
    ZERO,
    Application,
    Binder,
    Expression,
    Symbol,
    add,
    call,
    multiply,
    number,
    power,
    unused,
)
from derive.deciding.claims.problem import Declared
from derive.deciding.reading.building import (
    anticommutator,
    commutator,
    derivative,
    divided,
    factors_of,
    grid,
    limit,
    negated,
    root,
    terms_of,
)
from derive.deciding.reading.latex_names import Vocabulary
from derive.deciding.reading.types import SCALAR, MapType, MatrixType, Type, typed
from derive.language import analysis
from derive.language import syntax as tree
from derive.language.errors import LanguageError
from derive.language.functions import LATEX_FUNCTIONS

LARGEST_TREE = 20_000

_CONSTANTS = {"pi": PI, "infinity": INFINITY, "e": call("exp", ONE)}
_KET = frozenset({"|", r"\rangle"})
_SIDES: dict[analysis.Side, int] = {"": 0, "+": 1, "-": -1}


class TreeReader:
    """Turns syntax trees into expressions.

    Args:
        names: the declared names.
        written: which of them each symbol of the trees is.
    """

    def __init__(self, names: Mapping[str, Declared], written: Vocabulary) -> None:
        self.names = dict(names)
        self.written = written
        self.letters: dict[str, str] = {}
        self.spellings: dict[str, tuple[str, ...]] = {}
        self.copies = 1
        self.size = 0

    def expression(self, node: tree.Expression) -> Expression:
        """What a tree means."""
        self.size += self.copies
        if self.size > LARGEST_TREE:
            raise LanguageError.at(node.position, "the formula is too large when it is written out")
        return self.analytic(node) if isinstance(node, analysis.Analysis) else self.algebra(node)

    def algebra(self, node: tree.Expression) -> Expression:
        """What a tree means that says no more than sums, products, powers and brackets."""
        match node:
            case tree.Number():
                return number(node.value)
            case tree.Blank():
                return ZERO
            case tree.ImaginaryUnit():
                return IMAGINARY
            case tree.Symbol():
                return self.symbol(node)
            case tree.Bra():
                return call("adjoint", self.symbol(node.ket))
            case tree.Sandwich():
                middle = () if node.middle is None else (node.middle,)
                return self.product((node.left, *middle, node.right))
            case tree.Negative():
                return negated(self.expression(node.body))
            case tree.Sum():
                return self.sum(node)
            case tree.Product():
                return self.product(node.factors)
            case tree.Fraction() | tree.Quotient():
                return self.quotient(node)
            case tree.Power():
                return power(self.expression(node.base), self.expression(node.exponent))
            case tree.Root():
                return root(self.expression(node.radicand), number(node.degree))
            case tree.Exponential():
                return self.exponential(node)
            case tree.Adjoint():
                return self.adjoint(node)
            case tree.Modulus() | tree.Norm():
                return self.modulus(node)
            case tree.Commutator():
                return self.twice(commutator, node.left, node.right)
            case tree.Anticommutator():
                return self.anticommutator(node)
            case tree.Matrix():
                return grid([[self.expression(entry) for entry in row] for row in node.rows])
            case tree.Delta():
                return call("delta", self.symbol(node.left), self.symbol(node.right))
            case tree.Summation():
                raise LanguageError.at(
                    node.position,
                    "decide() knows no sums over index sets",
                    r"write a range, \sum_{k=1}^{n}",
                )
        raise AssertionError(f"{type(node).__name__} has no meaning")

    def symbol(self, node: tree.Symbol) -> Expression:
        """A declared name."""
        name = self.written.names.get(node.name, node.name)
        if node.arguments:
            raise LanguageError.at(
                node.position, f"decide() knows no families such as {name}", "declare single names"
            )
        if name not in self.names:
            if name in _CONSTANTS:
                return _CONSTANTS[name]  # the glossary's π
            raise LanguageError.at(
                node.position, f"{name!r} is not declared", f'write assume={{"{name}": "complex"}}'
            )
        spelling = tuple(t for t in self.written.glossary[node.name].tokens if t not in _KET)
        if self.spellings.setdefault(name, spelling) != spelling:
            raise LanguageError.at(
                node.position,
                f"{name} is written in two ways, which may mean two things",
                "write it in one way, or declare the other name too",
            )
        return Symbol(name)

    def sum(self, node: tree.Sum) -> Expression:
        """A sum; the terms of its first term stand beside the others."""
        terms: list[Expression] = []
        for place, (sign, part) in enumerate(zip(node.signs, node.terms, strict=True)):
            term = self.expression(part)
            term = term if sign == "+" else negated(term)
            terms += terms_of(term) if place == 0 else [term]
        return add(*terms)

    def product(self, factors: tuple[tree.Expression, ...]) -> Expression:
        """A product; the factors of its first factor stand beside the others."""
        first, *others = map(self.expression, factors)
        return multiply(*factors_of(first), *others)

    def quotient(self, node: tree.Fraction | tree.Quotient) -> Expression:
        """A quotient; what stands over an operator must be a number, so that order is no matter."""
        above, below = self.expression(node.numerator), self.expression(node.denominator)
        if self.type_of(below) != SCALAR and self.type_of(above) != SCALAR:
            raise LanguageError.at(
                node.denominator.position,
                "an operator is divided by numbers only",
                "write X^{-1} on the side that is meant",
            )
        return multiply(*divided(factors_of(above), below))

    def twice(
        self,
        bracket: Callable[[Expression, Expression], Expression],
        left: tree.Expression,
        right: tree.Expression,
    ) -> Expression:
        """A bracket, in which both parts stand twice."""
        self.copies *= 2
        parts = self.expression(left), self.expression(right)
        self.copies //= 2
        return bracket(*parts)

    def anticommutator(self, node: tree.Anticommutator) -> Expression:
        """The anticommutator of operators; of numbers it may be meant as another bracket."""
        read = self.twice(anticommutator, node.left, node.right)
        if self.type_of(read) == SCALAR:
            raise LanguageError.at(
                node.position,
                "braces around two numbers may be a Poisson bracket or a set",
                "write 2ab for what they would be as an anticommutator",
            )
        return read

    def exponential(self, node: tree.Exponential) -> Expression:
        """The exponential function; a declared e with an exponent is refused."""
        place = node.position
        written_e = place is not None and place.text[place.offset] == "e"
        if written_e and not node.function and self.written.glossary.written("e") is not None:
            raise LanguageError.at(
                place,
                "this may be a power of the symbol e or the exponential function",
                r"write \exp(…) or \mathrm{e}^{…} for the exponential, (e)^{…} for a power",
            )
        return call("exp", self.expression(node.exponent))

    def adjoint(self, node: tree.Adjoint) -> Expression:
        """The conjugate of a number or of the entries of a matrix, or an adjoint."""
        body = self.expression(node.body)
        kind = self.type_of(body)
        of_entries = isinstance(kind, MatrixType) and node.mark == r"\overline"
        if kind == SCALAR or of_entries:
            return call("conjugate", body)
        if node.mark != r"\dagger":
            raise LanguageError.at(
                node.position,
                "this may be the adjoint or the conjugate of each entry",
                r"write X^\dagger for the adjoint",
            )
        return call("adjoint", body)

    def modulus(self, node: tree.Modulus | tree.Norm) -> Expression:
        """The absolute value of a number, or the norm of a ket."""
        body = self.expression(node.body)
        kind = self.type_of(body)
        if isinstance(node, tree.Modulus) and kind == SCALAR:
            return call("abs", body)
        if isinstance(node, tree.Norm) and isinstance(kind, MapType) and kind.domain == "C":
            return power(multiply(call("adjoint", body), *factors_of(body)), HALF)
        if isinstance(node, tree.Modulus):
            raise LanguageError.at(
                node.position,
                "only a number has an absolute value",
                r"write \det A for a determinant, \|v\| for the norm of a ket",
            )
        raise LanguageError.at(node.position, "only a ket has a norm here", "write |z| of a number")

    def analytic(self, node: analysis.Analysis) -> Expression:
        """What a tree of analysis means."""
        match node:
            case analysis.Variable():
                return Symbol(self.letters[node.latex])
            case analysis.NamedConstant():
                return _CONSTANTS[node.name]
            case analysis.FunctionCall():
                value = call(LATEX_FUNCTIONS[node.function].name, self.expression(node.argument))
                return (
                    value if node.exponent is None else power(value, self.expression(node.exponent))
                )
            case analysis.Application():
                return self.application(node)
            case analysis.Factorial():
                return call("factorial", self.expression(node.body))
            case analysis.Binomial():
                return call("binomial", self.expression(node.above), self.expression(node.below))
            case analysis.KroneckerDelta():
                return call("delta", self.expression(node.left), self.expression(node.right))
            case analysis.Rounding():
                return call("ceiling" if node.up else "floor", self.expression(node.body))
            case analysis.Transpose():
                return self.transpose(node)
            case analysis.Derivative():
                return self.derivative(node)
            case analysis.Integral():
                return self.integral(node)
            case analysis.OverRange():
                bounds = self.expression(node.lower), self.expression(node.upper)
                with self.binding(node.variable) as variable:
                    body = self.expression(node.body)
                return Binder(
                    "sum" if node.command == r"\sum" else "product", variable, body, bounds
                )
            case analysis.Limit():
                point = self.expression(node.point)
                with self.binding(node.variable) as variable:
                    body = self.expression(node.body)
                return limit(body, variable, point, _SIDES[node.side])
        raise AssertionError(f"{type(node).__name__} has no meaning")

    def application(self, node: analysis.Application) -> Expression:
        """A function at its arguments; with primes, its derivative at its argument."""
        name = self.written.names[node.name]
        arguments = tuple(map(self.expression, node.arguments))
        if not node.primes:
            return Application(name, arguments)
        variable = unused("t", frozenset(self.names))
        body = Application(name, (Symbol(variable),))
        return Binder("derivative", variable, body, (arguments[0], number(node.primes)))

    def transpose(self, node: analysis.Transpose) -> Expression:
        """The transpose of a matrix; on a number, T must have been meant as an exponent."""
        body = self.expression(node.body)
        if self.type_of(body) == SCALAR:
            raise LanguageError.at(
                node.position, "a number has no transpose", "declare T if it is an exponent"
            )
        return call("transpose", body)

    def integral(self, node: analysis.Integral) -> Expression:
        """A definite integral, or an antiderivative at its variable."""
        if not node.bounds:
            point = self.expression(node.variable)
            assert isinstance(point, Symbol)
            return Binder("antiderivative", point.name, self.expression(node.body), (point,))
        bounds = tuple(map(self.expression, node.bounds))
        with self.binding(node.variable) as variable:
            body = self.expression(node.body)
        return Binder("integral", variable, body, bounds)

    def derivative(self, node: analysis.Derivative) -> Expression:
        """A derivative; of several variables, the last is the innermost."""
        result = self.expression(node.body)
        for letter, order in zip(reversed(node.variables), reversed(node.orders), strict=True):
            point = self.expression(letter)
            assert isinstance(point, Symbol)
            result = derivative(result, point.name, self.expression(order))
        return result

    @contextmanager
    def binding(self, letter: tree.Symbol | analysis.Variable) -> Iterator[str]:
        """Within it a letter is a number, under the name that is given."""
        names, letters = self.names, self.letters
        if isinstance(letter, analysis.Variable):
            name = _name_of(letter)
            taken = frozenset(names)
            name = unused(name, taken) if name in taken else name
            self.letters = {**letters, letter.latex: name}
        else:
            name = self.written.names.get(letter.name, letter.name)
        self.names = {**names, name: Declared(name, "scalar")}
        yield name
        self.names, self.letters = names, letters

    def type_of(self, expression: Expression) -> Type:
        """Whether an expression is a number, a map or a matrix."""
        return typed(expression, self.names)


def _name_of(letter: analysis.Variable) -> str:
    r"""A name for a bound letter: `x_1` for `x_1`, `theta` for `\theta`."""
    kept = "".join(c if c.isalnum() or c == "_" else " " for c in letter.latex)
    return "".join(kept.split())
