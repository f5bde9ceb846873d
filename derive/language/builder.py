"""Builds syntax trees from the rules of grammar.lark, bottom up and without recursion.

Each method is named after a rule or an alias of the grammar and is given what its parts became.
"""

# ruff: noqa: D102 -- grammar.lark says what each rule means

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Literal

from lark import Token, Transformer, v_args

from derive.language.analysis import Factorial, Transpose, TransposeMark
from derive.language.errors import LanguageError, Position
from derive.language.syntax import (
    Adjoint,
    Anticommutator,
    Blank,
    Bra,
    Clause,
    Commutator,
    Comparison,
    Exponential,
    Expression,
    Formula,
    Fraction,
    Matrix,
    Modulus,
    Negative,
    Norm,
    Power,
    Product,
    Quotient,
    Relation,
    Root,
    Sandwich,
    Separator,
    Sum,
    Summation,
    Symbol,
    is_mixed_number,
)


@dataclass(frozen=True, slots=True)
class _Run:
    """Factors that are still being collected; `separators[k]` stands before `factors[k]`."""

    factors: list[Expression]
    separators: list[Separator]

    def add(self, separator: Separator, factor: Expression) -> _Run:
        self.factors.append(factor)
        self.separators.append(separator)
        return self

    def finish(self) -> Expression:
        if len(self.factors) == 1:
            return self.factors[0]
        return Product(
            tuple(self.factors), tuple(self.separators[1:]), position=self.factors[0].position
        )


@dataclass(frozen=True, slots=True)
class _Superscript:
    """An exponent, or the mark of an adjoint or transpose."""

    content: Expression | Literal[r"\dagger", "*"] | TransposeMark
    position: Position


def _place(token: Token) -> Position:
    position = token.value[1]
    assert isinstance(position, Position)
    return position


@v_args(inline=True)
class Builder(Transformer[Token, Any]):
    """The meaning of each rule of the grammar."""

    # formulas

    def quantified(
        self, token: Token, variables: tuple[Symbol, ...], _: Token, conclusion: Formula
    ) -> Formula:
        return Clause(variables, (), conclusion, position=_place(token))

    def quantified_implication(
        self, token: Token, variables: tuple[Symbol, ...], _: Token, implication: Clause
    ) -> Formula:
        return replace(implication, variables=variables, position=_place(token))

    def unquantified(self, implication: Clause) -> Formula:
        return implication

    def implication(self, premises: tuple[Formula, ...], _: Token, conclusion: Formula) -> Clause:
        return Clause((), premises, conclusion, position=premises[0].position)

    def premises(self, *formulas: Formula | None) -> tuple[Formula, ...]:
        return tuple(formula for formula in formulas if formula is not None)

    def premise_separator(self, _: Token) -> None:
        return None

    def variables(self, *parts: Symbol | Token) -> tuple[Symbol, ...]:
        return tuple(part for part in parts if isinstance(part, Symbol))

    def variable(self, token: Token) -> Symbol:
        symbol = self.leaf(token)
        if not isinstance(symbol, Symbol) or symbol.arguments:
            raise LanguageError.at(
                _place(token),
                "only a symbol without slots can stand after ∀",
                "quantify over the index instead",
            )
        return symbol

    def comparison(self, *parts: Expression | Token) -> Comparison:
        sides = tuple(part for part in parts if isinstance(part, Expression))
        relations = tuple(part.value[0] for part in parts if isinstance(part, Token))
        return Comparison(sides, relations, position=sides[0].position)

    def continuation(
        self, *parts: Expression | Token
    ) -> tuple[tuple[Relation, ...], tuple[Expression, ...]]:
        sides = tuple(part for part in parts if isinstance(part, Expression))
        return tuple(part.value[0] for part in parts if isinstance(part, Token)), sides

    # sums

    def expression(self, *parts: Expression | Token | str) -> Expression:
        terms = tuple(part for part in parts if isinstance(part, Expression))
        leading = isinstance(parts[0], Token)
        if len(terms) == 1:
            if not leading:
                return terms[0]
            assert isinstance(parts[0], Token)
            return Negative(terms[0], position=_place(parts[0]))
        signs: list[Any] = ["-" if leading else "+"]
        signs += [part for part in parts if isinstance(part, str) and not isinstance(part, Token)]
        return Sum(tuple(signs), terms, position=terms[0].position)

    def sign(self, token: Token) -> str:
        return "-" if token.type == "MINUS" else "+"

    # products

    def first(self, factor: Expression) -> _Run:
        return _Run([factor], [""])

    def juxtaposed(self, run: _Run, factor: Expression) -> _Run:
        return run.add("", factor)

    def juxtaposed_fraction(self, run: _Run, fraction: Expression) -> _Run:
        if is_mixed_number(run.factors[-1], fraction):
            raise LanguageError.at(
                run.factors[-1].position,
                "a numeral before a fraction of numerals may be a product or a mixed number",
                r"write \cdot between them for the product",
            )
        return run.add("", fraction)

    def dotted(self, run: _Run, separator: Separator, factor: Expression) -> _Run:
        return run.add(separator, factor)

    def dot(self, token: Token) -> Separator:
        return r"\cdot" if token.type == "CDOT" else r"\times"

    def trailing_number(self, _: _Run, number: Token) -> None:
        raise LanguageError.at(
            _place(number),
            "a numeral cannot follow a factor without a dot",
            r"write the numeral first, or \cdot before it; write x^{12}, not x^12",
        )

    def open(self, bra: Token, inner: _Run | None = None) -> _Run:
        run = _Run([self.leaf(bra)], [""])
        if inner is not None:
            for separator, factor in zip(inner.separators, inner.factors, strict=True):
                run.add(separator, factor)
        return run

    def product(self, run: _Run) -> _Run:
        return run

    def open_product(self, run: _Run, tail: _Run) -> _Run:
        return self.dotted_open_product(run, "", tail)

    def dotted_open_product(self, run: _Run, separator: Separator, tail: _Run) -> _Run:
        separators = [separator, *tail.separators[1:]]
        for between, factor in zip(separators, tail.factors, strict=True):
            run.add(between, factor)
        return run

    def term(self, run: _Run) -> Expression:
        return run.finish()

    def quotient(self, run: _Run, _: Token, divisor: Expression) -> Expression:
        return Quotient(run.finish(), divisor, position=run.factors[0].position)

    def ambiguous_quotient(self, _: _Run, slash: Token, __: Expression, ___: Any) -> None:
        raise LanguageError.at(
            _place(slash),
            "it is not clear how far the divisor after / reaches",
            r"write \frac{…}{…}, or parentheses as in a/(bc)",
        )

    def summation(self, token: Token, body: Expression) -> Expression:
        indices, membership = token.value[0]
        return Summation(indices, body, membership, position=_place(token))

    def closed_summation(self, run: _Run, summation: Expression) -> Expression:
        return run.add("", summation).finish()

    def dotted_summation(
        self, run: _Run, separator: Separator, summation: Expression
    ) -> Expression:
        return run.add(separator, summation).finish()

    def open_summation(self, *parts: Any) -> Expression:
        *runs, summation = parts
        run: _Run = runs[0] if len(runs) == 1 else self.open_product(runs[0], runs[1])
        return run.add("", summation).finish()

    # factors

    def leaf(self, token: Token) -> Expression:
        node = token.value[0]
        assert isinstance(node, Expression)
        return replace(node, position=_place(token))

    def raised(self, base: Expression, first: _Superscript, *more: _Superscript) -> Expression:
        if more:
            raise self.double_superscript(more[0])
        if isinstance(first.content, Expression):
            return Power(base, first.content, position=base.position)
        if first.content == r"\dagger" or first.content == "*":
            return Adjoint(base, first.content, position=base.position)
        return Transpose(base, first.content, position=base.position)

    def raised_exponential(self, _: Expression, second: _Superscript) -> None:
        raise self.double_superscript(second)

    @staticmethod
    def double_superscript(second: _Superscript) -> LanguageError:
        return LanguageError.at(
            second.position, "two superscripts on one symbol", r"write \left(x^a\right)^b or x^{ab}"
        )

    def exponent(self, caret: Token, exponent: Expression) -> _Superscript:
        return _Superscript(exponent, _place(caret))

    def dagger(self, token: Token) -> _Superscript:
        return _Superscript(r"\dagger", _place(token))

    def star(self, token: Token) -> _Superscript:
        return _Superscript("*", _place(token))

    def transpose(self, token: Token) -> _Superscript:
        return _Superscript(token.value[0], _place(token))

    def raised_fraction(self, fraction: Expression, _: Any) -> None:
        raise LanguageError.at(
            fraction.position,
            "a superscript behind a fraction may belong to its numerator",
            r"write \left(\frac{a}{b}\right)^2 or \frac{a^2}{b}",
        )

    def sandwich(self, bra: Token, *rest: Any) -> Expression:
        left = self.leaf(bra)
        right = self.leaf(rest[-1])
        middle = rest[0].finish() if len(rest) == 2 else None
        assert isinstance(left, Bra | Symbol)
        assert isinstance(right, Symbol)
        return Sandwich(left, middle, right, position=left.position)

    def parentheses(
        self, _: Token, content: Expression | Formula, __: Token
    ) -> Expression | Formula:
        return content

    def group(self, _: Token, content: Expression, __: Token) -> Expression:
        return content

    def command(self, command: Token, *arguments: Expression) -> Expression:
        node = command.value[0](*arguments)
        assert isinstance(node, Expression)
        return replace(node, position=_place(command))

    def factorial(self, body: Expression, _: Token) -> Expression:
        return Factorial(body, position=body.position)

    def fraction(
        self, command: Token, numerator: Expression, denominator: Expression
    ) -> Expression:
        return Fraction(numerator, denominator, position=_place(command))

    def root(self, command: Token, radicand: Expression) -> Expression:
        return Root(radicand, command.value[0], position=_place(command))

    def overline(self, command: Token, body: Expression) -> Expression:
        return Adjoint(body, r"\overline", position=_place(command))

    def exponential(self, base: Token, _: Token, exponent: Expression) -> Expression:
        return Exponential(exponent, position=_place(base))

    def commutator(
        self, bracket: Token, left: Expression, _: Token, right: Expression, __: Token
    ) -> Expression:
        return Commutator(left, right, position=_place(bracket))

    def anticommutator(
        self, bracket: Token, left: Expression, _: Token, right: Expression, __: Token
    ) -> Expression:
        return Anticommutator(left, right, position=_place(bracket))

    def modulus(self, bar: Token, body: Expression, _: Token) -> Expression:
        return Modulus(body, position=_place(bar))

    def norm(self, bar: Token, body: Expression, _: Token) -> Expression:
        return Norm(body, position=_place(bar))

    # matrices

    def matrix(self, begin: Token, *parts: Any) -> Expression:
        rows = tuple(part for part in parts if isinstance(part, tuple))
        position = _place(begin)
        if any(len(row) != len(rows[0]) for row in rows):
            lengths = ", ".join(str(len(row)) for row in rows)
            raise LanguageError.at(position, f"the rows of this matrix have {lengths} entries")
        if all(isinstance(entry, Blank) for row in rows for entry in row):
            raise LanguageError.at(position, "this matrix has no entries", "write its zeros")
        return Matrix(rows, begin.value[0], position=position)

    def row(self, *parts: Expression | Token) -> tuple[Expression, ...]:
        return tuple(part for part in parts if isinstance(part, Expression))

    def cell(self, content: Expression | None = None) -> Expression:
        return Blank() if content is None else content
