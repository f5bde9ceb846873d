"""SymPy objects to trees and back; symbols meet by their declared names.

Index sets have no size, so that a sum over the index set `I` is SymPy's `Sum(…, (i, 1, I))`.  SymPy
is imported when something is converted, not before.  Main results: `to_sympy`, `from_sympy`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import reduce
from operator import mul
from typing import TYPE_CHECKING, Any

from derive.language.analysis import Analysis, KroneckerDelta
from derive.language.arranging import fraction_of, product_of, sum_of, with_sandwiches
from derive.language.errors import LanguageError
from derive.language.glossary import Declaration, Glossary
from derive.language.sympy_analysis import AnalysisFromSympy, AnalysisToSympy
from derive.language.syntax import (
    Adjoint,
    Anticommutator,
    Blank,
    Bra,
    Clause,
    Commutator,
    Comparison,
    Delta,
    Exponential,
    Expression,
    Formula,
    Fraction,
    ImaginaryUnit,
    Matrix,
    Modulus,
    Negative,
    Norm,
    Number,
    Power,
    Product,
    Quotient,
    Relation,
    Root,
    Sandwich,
    Sum,
    Summation,
    Symbol,
)

if TYPE_CHECKING:
    import sympy


def to_sympy(tree: Expression | Formula, glossary: Glossary) -> sympy.Basic:
    """The SymPy object of a tree: an `Expr`, a `Matrix`, a relation, or an `And` of relations.

    Args:
        tree: a term, or a chain of relations.
        glossary: what the symbols of the tree are.

    Raises:
        LanguageError: SymPy has no such thing, as for a clause or for a matrix plus a number.
    """
    bridge = _ToSympy(glossary)
    try:
        return bridge.expression(tree) if isinstance(tree, Expression) else bridge.formula(tree)
    except TypeError as error:
        message = f"SymPy has no such expression ({error})"
        raise LanguageError.at(tree.position, message) from error


def from_sympy(value: sympy.Basic | int, glossary: Glossary) -> Expression | Formula:
    """The tree of a SymPy object; commuting factors stand in the order of the glossary.

    Args:
        value: an `Expr`, a matrix, or one of `Eq`, `Ne`, `Le`, `Ge`.
        glossary: the declared symbols.

    Raises:
        LanguageError: an undeclared symbol, a floating-point number, or something without meaning
            here.
    """
    return _FromSympy(glossary).convert(value)


class _ToSympy(AnalysisToSympy):
    """Evaluates trees with SymPy's operations."""

    def __init__(self, glossary: Glossary) -> None:
        import sympy
        from sympy.physics import quantum

        self.glossary = glossary
        self.sympy: Any = sympy
        self.quantum: Any = quantum

    def formula(self, tree: Formula) -> Any:
        if isinstance(tree, Clause):
            raise LanguageError.at(tree.position, "SymPy has no statements with “for all”")
        assert isinstance(tree, Comparison)
        kinds: dict[Relation, Any] = {
            "=": self.sympy.Eq,
            r"\neq": self.sympy.Ne,
            r"\le": self.sympy.Le,
            r"\ge": self.sympy.Ge,
            "<": self.sympy.Lt,
            ">": self.sympy.Gt,
        }
        links = [
            kinds[relation](self.expression(left), self.expression(right), evaluate=False)
            for left, relation, right in tree.links()
        ]
        return links[0] if len(links) == 1 else self.sympy.And(*links, evaluate=False)

    def expression(self, node: Expression) -> Any:
        match node:
            case Number():
                return self.sympy.Rational(node.text)
            case Blank():
                return self.sympy.Integer(0)
            case ImaginaryUnit():
                return self.sympy.I
            case Symbol():
                return self.symbol(node)
            case Bra():
                return self.quantum.Dagger(self.symbol(node.ket))
            case Sandwich():
                middle = [] if node.middle is None else [node.middle]
                return self.product([node.left, *middle, node.right])
            case Negative():
                return -self.expression(node.body)
            case Sum():
                terms = [self.expression(term) for term in node.terms]
                signed = [t if s == "+" else -t for s, t in zip(node.signs, terms, strict=True)]
                return reduce(lambda done, term: done + term, signed)
            case Product():
                return self.product(node.factors)
            case Fraction() | Quotient():
                return self.expression(node.numerator) / self.expression(node.denominator)
            case Power():
                return self.expression(node.base) ** self.expression(node.exponent)
            case Root():
                return self.sympy.root(self.expression(node.radicand), node.degree)
            case Adjoint():
                return self.quantum.Dagger(self.expression(node.body))
            case Exponential():
                return self.sympy.exp(self.expression(node.exponent))
            case Commutator():
                return self.quantum.Commutator(*map(self.expression, (node.left, node.right)))
            case Anticommutator():
                return self.quantum.AntiCommutator(*map(self.expression, (node.left, node.right)))
            case Modulus():
                return self.sympy.Abs(self.expression(node.body))
            case Norm():
                body = self.expression(node.body)
                return self.sympy.sqrt(self.quantum.Dagger(body) * body)
            case Matrix():
                return self.sympy.Matrix([[self.expression(e) for e in row] for row in node.rows])
            case Summation():
                return self.summation(node)
            case Delta():
                indices = self.symbol(node.left), self.symbol(node.right)
                return self.sympy.KroneckerDelta(*indices)
            case Analysis():
                return self.analysis(node)
        raise AssertionError(f"{type(node).__name__} has no counterpart in SymPy")

    def product(self, factors: Any) -> Any:
        found = reduce(mul, [self.expression(factor) for factor in factors])
        if getattr(found, "is_Matrix", False) and found.shape == (1, 1):
            return found[0]  # a row by a column is a number
        return found

    def summation(self, node: Summation) -> Any:
        limits = [
            (self.symbol(index), 1, self.sympy.Symbol(self.glossary[index.name].over, integer=True))
            for index in node.indices
        ]
        return self.sympy.Sum(self.expression(node.body), *reversed(limits))

    def symbol(self, node: Symbol) -> Any:
        declaration = self.glossary[node.name]
        arguments = [self.expression(argument) for argument in node.arguments]
        name = self.sympy.Symbol(node.name)
        if declaration.kind in ("operator", "functional"):
            kind = self.quantum.Operator
            if "hermitian" in declaration.properties:
                kind = self.quantum.HermitianOperator
            return kind(name, *arguments)
        if declaration.kind == "ket":
            return self.quantum.Ket(name, *arguments)
        plain = self.sympy.Symbol(node.name, **_assumptions(declaration))
        return self.sympy.IndexedBase(plain)[tuple(arguments)] if arguments else plain


def _assumptions(declaration: Declaration) -> dict[str, bool]:
    """What SymPy may assume about a scalar or an index."""
    if declaration.kind == "index" or declaration.is_natural:
        return {"integer": True, "nonnegative": True}
    words = ("real", "nonzero", "positive")
    found = {word: True for word in words if word in declaration.properties}
    return {"zero": False, **found} if found.pop("nonzero", False) else found


class _FromSympy(AnalysisFromSympy):
    """Takes SymPy objects apart; each kind of object has its own method."""

    def __init__(self, glossary: Glossary) -> None:
        import sympy
        from sympy.physics import quantum

        self.glossary = glossary
        self.sympy: Any = sympy
        self.methods: list[tuple[Any, Callable[[Any], Expression | Formula]]] = [
            (sympy.Rational, self.rational),
            (sympy.Float, self.float),
            (type(sympy.I), lambda _: ImaginaryUnit()),
            (type(sympy.E), lambda _: Exponential(Number("1"))),
            (sympy.Symbol, lambda value: self.named(value.name, ())),
            (sympy.Idx, lambda value: self.named(str(value.label), ())),
            (sympy.Indexed, lambda value: self.named(str(value.base.label), value.indices)),
            (quantum.InnerProduct, lambda value: self.factors(value.args)),
            (quantum.Ket, self.labelled),
            (quantum.Bra, lambda value: self.adjoint(value.dual)),
            (quantum.Operator, self.operator),
            (quantum.Dagger, lambda value: self.adjoint(value.args[0])),
            (sympy.adjoint, lambda value: self.adjoint(value.args[0])),
            (sympy.conjugate, lambda value: Adjoint(self.expression(value.args[0]), "*")),
            (quantum.Commutator, lambda value: Commutator(*map(self.expression, value.args))),
            (
                quantum.AntiCommutator,
                lambda value: Anticommutator(*map(self.expression, value.args)),
            ),
            (sympy.exp, lambda value: Exponential(self.expression(value.args[0]))),
            (sympy.Abs, lambda value: Modulus(self.expression(value.args[0]))),
            (sympy.KroneckerDelta, self.delta),
            (sympy.Sum, self.summation),
            (sympy.MatrixBase, self.matrix),
            (sympy.Add, self.add),
            (sympy.Mul, self.mul),
            (sympy.Pow, self.power),
            (sympy.Eq, lambda value: self.relation(value, "=")),
            (sympy.Ne, lambda value: self.relation(value, r"\neq")),
            (sympy.Le, lambda value: self.relation(value, r"\le")),
            (sympy.Ge, lambda value: self.relation(value, r"\ge")),
            (sympy.Lt, lambda value: self.relation(value, "<")),
            (sympy.Gt, lambda value: self.relation(value, ">")),
            *self.analysis_methods(),
        ]

    def convert(self, value: Any) -> Expression | Formula:
        try:
            value = self.sympy.sympify(value, strict=True)
        except self.sympy.SympifyError:
            raise LanguageError(f"{value!r} is no SymPy object") from None
        for kind, method in self.methods:
            if isinstance(value, kind):
                return method(value)
        raise LanguageError(
            f"SymPy's {type(value).__name__} has no meaning here: {value}",
            hint="allowed are sums, products, powers, relations, matrices and quantum objects",
        )

    def expression(self, value: Any) -> Expression:
        converted = self.convert(value)
        if not isinstance(converted, Expression):
            raise LanguageError(f"a term is expected, but {value} is a relation")
        return converted

    def relation(self, value: Any, relation: Relation) -> Formula:
        return Comparison((self.expression(value.lhs), self.expression(value.rhs)), (relation,))

    # numbers and names

    def rational(self, value: Any) -> Expression:
        above, below = int(abs(value.p)), int(value.q)
        number: Expression = Number(str(above))
        if below != 1:
            number = Fraction(number, Number(str(below)))
        return Negative(number) if value < 0 else number

    def float(self, value: Any) -> Expression:
        raise LanguageError(
            f"{value} is a floating-point number, which is not exact",
            hint='write sympy.Rational("0.1") or a fraction',
        )

    def named(self, name: str, arguments: Any) -> Expression:
        if name in self.letters and not arguments:
            return self.letters[name]
        declaration = self.glossary[name]
        if declaration.kind in ("space", "index set"):
            raise LanguageError(f"the {declaration.kind} {name!r} is not a term")
        if len(arguments) != len(declaration.slots):
            raise LanguageError(
                f"{name!r} has {len(declaration.slots)} slots, but {len(arguments)} are given"
            )
        return Symbol(name, tuple(self.expression(argument) for argument in arguments))

    def labelled(self, value: Any) -> Expression:
        return self.named(str(value.label[0]), value.label[1:])

    def operator(self, value: Any) -> Expression:
        if type(value).__name__ == "IdentityOperator":
            return Number("1")
        if type(value).__name__ == "OuterProduct":
            return self.factors([value.ket, value.bra])
        return self.labelled(value)

    def factors(self, values: Sequence[Any]) -> Expression:
        trees = [self.expression(value) for value in values]
        return product_of(with_sandwiches(trees, self.glossary))

    def adjoint(self, body: Any) -> Expression:
        tree = self.expression(body)
        if isinstance(tree, Symbol) and self.glossary[tree.name].kind == "ket":
            return Bra(tree) if self.glossary[tree.name].tokens[0] == "|" else Adjoint(tree)
        return Adjoint(tree)

    def index(self, value: Any) -> Symbol:
        tree = self.expression(value)
        if not isinstance(tree, Symbol) or self.glossary[tree.name].kind != "index":
            raise LanguageError(f"{value} is not a declared index")
        return tree

    def is_index(self, value: Any) -> bool:
        return str(value) in self.glossary and self.glossary[str(value)].kind == "index"

    def delta(self, value: Any) -> Expression:
        if not any(self.is_index(symbol) for symbol in value.free_symbols):
            return KroneckerDelta(*map(self.expression, value.args))
        return Delta(self.index(value.args[0]), self.index(value.args[1]))

    def summation(self, value: Any) -> Expression:
        if not any(self.is_index(variable) for variable in value.variables):
            return self.over_range(value)
        indices = []
        for variable, start, stop in reversed(value.limits):
            index = self.index(variable)
            over = self.glossary[index.name].over
            if start != 1 or str(stop) != over:
                raise LanguageError(
                    f"the sum over {variable} from {start} to {stop} is not one over an index set",
                    hint=f'write Sum(…, ({variable}, 1, Symbol("{over}")))',
                )
            indices.append(index)
        return Summation(tuple(indices), self.expression(value.function))

    def matrix(self, value: Any) -> Expression:
        rows = value.tolist()
        return Matrix(tuple(tuple(self.expression(entry) for entry in row) for row in rows))

    # sums, products and powers

    def add(self, value: Any) -> Expression:
        terms = []
        for term in value.as_ordered_terms():
            tree = self.expression(term)
            negative = isinstance(tree, Negative)
            terms.append((negative, tree.body if isinstance(tree, Negative) else tree))
        return sum_of(terms)

    def mul(self, value: Any) -> Expression:
        coefficient, factors = value.as_coeff_mul()
        above: list[tuple[int, Expression]] = []
        below: list[tuple[int, Expression]] = []
        after: list[Expression] = []
        for factor in factors:
            if not factor.is_commutative:
                after.append(self.expression(factor))
                continue
            base, exponent = factor.as_base_exp()
            downward = exponent.could_extract_minus_sign() and factor.func != self.sympy.exp
            side, shown = (below, 1 / factor) if downward else (above, factor)
            side.append((self.place(base), self.expression(shown)))
        numerator = [tree for _, tree in sorted(above, key=lambda part: part[0])]
        denominator = [tree for _, tree in sorted(below, key=lambda part: part[0])]
        if abs(coefficient.p) != 1:
            numerator.insert(0, Number(str(abs(coefficient.p))))
        if coefficient.q != 1:
            denominator.insert(0, Number(str(coefficient.q)))
        tree = fraction_of(numerator, denominator, with_sandwiches(after, self.glossary))
        return Negative(tree) if coefficient < 0 else tree

    def place(self, base: Any) -> int:
        """Where a factor stands in the order of the glossary; what is no symbol stands last."""
        names = [str(symbol) for symbol in base.free_symbols if str(symbol) in self.glossary]
        order = self.glossary.order
        return min((order[name] for name in names), default=-1 if base.is_number else len(order))

    def power(self, value: Any) -> Expression:
        base, exponent = value.args
        if exponent.is_Rational and exponent < 0:
            return (
                Fraction(Number("1"), self.expression(1 / value))
                if base.is_commutative
                else (Power(self.expression(base), self.expression(exponent)))
            )
        if exponent.is_Rational and exponent.q != 1:
            root = Root(self.expression(base), int(exponent.q))
            return root if exponent.p == 1 else Power(root, Number(str(exponent.p)))
        return Power(self.expression(base), self.expression(exponent))
