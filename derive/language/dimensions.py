"""The grading of formulas by SI dimension: sums and relations must be homogeneous.

A power with a natural exponent has a dimension that depends on it: `A^n` with A in joules has J^n.
Main results: `dimension_of`, `check_dimensions`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction as Rational
from functools import reduce

from derive.language.analysis import Analysis, unknown_to_theorems
from derive.language.errors import LanguageError
from derive.language.glossary import Glossary
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
    Root,
    Sandwich,
    Sum,
    Summation,
    Symbol,
)
from derive.language.units import Dimension
from derive.language.writer import write

Monomial = tuple[str, ...]
Polynomial = Mapping[Monomial, Rational]

_ONE: Monomial = ()


class DimensionError(LanguageError):
    """A formula that adds or equates things of different dimensions."""


@dataclass(frozen=True)
class Grade:
    """A dimension whose exponents are polynomials in natural numbers.

    Args:
        parts: for each monomial in natural numbers, sorted by name, the dimension raised to it;
            dimension 1 is left out.
    """

    parts: tuple[tuple[Monomial, Dimension], ...] = ()

    @classmethod
    def of(cls, parts: Mapping[Monomial, Dimension]) -> Grade:
        """The grade with these parts."""
        return cls(tuple((m, parts[m]) for m in sorted(parts) if not parts[m].is_one))

    def __mul__(self, other: Grade) -> Grade:
        parts = dict(self.parts)
        for monomial, dimension in other.parts:
            parts[monomial] = parts.get(monomial, Dimension()) * dimension
        return Grade.of(parts)

    def __pow__(self, exponent: Polynomial | Rational | int) -> Grade:
        polynomial = exponent if isinstance(exponent, Mapping) else {_ONE: Rational(exponent)}
        result = Grade()
        for mine, dimension in self.parts:
            for other, coefficient in polynomial.items():
                result *= Grade.of({tuple(sorted(mine + other)): dimension**coefficient})
        return result

    def __truediv__(self, other: Grade) -> Grade:
        return self * other**-1

    @property
    def is_one(self) -> bool:
        """Whether this is the dimension of a pure number."""
        return not self.parts

    def __str__(self) -> str:
        texts = []
        for monomial, dimension in self.parts:
            unit = str(dimension)
            if monomial:
                base = unit if unit.isalpha() else f"({unit})"
                exponent = " ".join(monomial)
                unit = f"{base}^{exponent}" if len(monomial) == 1 else f"{base}^({exponent})"
            texts.append(unit)
        return " ".join(texts) or "1"


def dimension_of(expression: Expression, glossary: Glossary) -> Grade | None:
    """The dimension of a term; None for zero, which has every dimension.

    Args:
        expression: a term over the glossary.
        glossary: the declared dimensions.

    Raises:
        DimensionError: a sum of things of different dimensions, or an exponent with a dimension.
    """
    return _Grading(glossary).grade(expression)


def check_dimensions(formula: Formula, glossary: Glossary) -> None:
    """Check that every relation of a statement is homogeneous.

    Args:
        formula: a statement over the glossary.
        glossary: the declared dimensions.

    Raises:
        DimensionError: two sides or two terms differ; the message names both dimensions.
    """
    grading = _Grading(glossary)
    if isinstance(formula, Clause):
        for part in (*formula.premises, formula.conclusion):
            check_dimensions(part, glossary)
        return
    assert isinstance(formula, Comparison)
    for left, _, right in formula.links():
        first, second = grading.grade(left), grading.grade(right)
        if first is not None and second is not None and first != second:
            raise DimensionError.at(
                right.position or left.position,
                f"the two sides differ in dimension: left: {first}, right: {second}",
                f"{write(left, glossary)} against {write(right, glossary)}",
            )


class _Grading:
    """Computes dimensions over one glossary."""

    def __init__(self, glossary: Glossary) -> None:
        self.glossary = glossary

    def grade(self, node: Expression) -> Grade | None:
        match node:
            case Number():
                return Grade() if node.value else None
            case Blank():
                return None
            case ImaginaryUnit() | Delta():
                return Grade()
            case Symbol():
                return Grade.of({_ONE: self.glossary[node.name].dimension})
            case Bra():
                return self.grade(node.ket)
            case Negative() | Adjoint() | Modulus() | Norm() | Summation():
                return self.grade(node.body)
            case Sandwich():
                middle = () if node.middle is None else (node.middle,)
                return self.product((node.left, *middle, node.right))
            case Product():
                return self.product(node.factors)
            case Commutator() | Anticommutator():
                return self.product((node.left, node.right))
            case Sum():
                return self.common(node.terms, "terms of different dimensions are added")
            case Matrix():
                entries = [entry for row in node.rows for entry in row]
                return self.common(entries, "the entries of this matrix differ in dimension")
            case Fraction() | Quotient():
                above, below = self.grade(node.numerator), self.grade(node.denominator)
                return None if above is None or below is None else above / below
            case Root():
                radicand = self.grade(node.radicand)
                return None if radicand is None else radicand ** Rational(1, node.degree)
            case Exponential():
                self.require_pure(node.exponent, "the argument of an exponential")
                return Grade()
            case Power():
                return self.power(node)
            case Analysis():
                raise unknown_to_theorems(node)
        raise AssertionError(f"{type(node).__name__} has no dimension")

    def product(self, factors: Iterable[Expression]) -> Grade | None:
        grades = [self.grade(factor) for factor in factors]
        found = [grade for grade in grades if grade is not None]
        return reduce(Grade.__mul__, found, Grade()) if len(found) == len(grades) else None

    def common(self, terms: Iterable[Expression], complaint: str) -> Grade | None:
        """The dimension that all the terms share."""
        first: tuple[Expression, Grade] | None = None
        for term in terms:
            grade = self.grade(term)
            if grade is None:
                continue
            if first is None:
                first = term, grade
            elif grade != first[1]:
                raise DimensionError.at(
                    term.position,
                    f"{complaint}: {write(first[0], self.glossary)} has {first[1]}, "
                    f"{write(term, self.glossary)} has {grade}",
                )
        return None if first is None else first[1]

    def require_pure(self, node: Expression, what: str) -> None:
        grade = self.grade(node)
        if grade is not None and not grade.is_one:
            raise DimensionError.at(node.position, f"{what} must be a pure number, but has {grade}")

    def power(self, node: Power) -> Grade | None:
        self.require_pure(node.exponent, "an exponent")
        base = self.grade(node.base)
        if base is None or base.is_one:
            return base
        exponent = natural_polynomial(node.exponent, self.glossary)
        if exponent is None:
            raise DimensionError.at(
                node.position,
                f"a power of something with dimension {base} needs an exponent made of numbers and "
                "natural numbers",
                "divide by a unit first",
            )
        return base**exponent


def natural_polynomial(node: Expression, glossary: Glossary) -> Polynomial | None:
    """An exponent as a polynomial in natural numbers; None where it is nothing of the kind."""
    match node:
        case Number():
            return {_ONE: node.value}
        case Symbol() if glossary[node.name].is_natural:
            return {(node.name,): Rational(1)}
        case Negative():
            return _combined([(-1, natural_polynomial(node.body, glossary))])
        case Sum():
            return _combined(
                [
                    (1 if sign == "+" else -1, natural_polynomial(term, glossary))
                    for sign, term in zip(node.signs, node.terms, strict=True)
                ]
            )
        case Product():
            return _multiplied([natural_polynomial(factor, glossary) for factor in node.factors])
        case Fraction() | Quotient():
            below = natural_polynomial(node.denominator, glossary)
            if below is None or set(below) != {_ONE} or not below[_ONE]:
                return None
            return _multiplied(
                [natural_polynomial(node.numerator, glossary), {_ONE: 1 / below[_ONE]}]
            )
        case Power():
            exponent = natural_polynomial(node.exponent, glossary)
            times = exponent.get(_ONE, Rational(0)) if exponent is not None else Rational(-1)
            if exponent is None or set(exponent) - {_ONE} or times not in range(_LARGEST_POWER):
                return None
            return _multiplied([natural_polynomial(node.base, glossary)] * int(times))
    return None


_LARGEST_POWER = 20


def _combined(terms: Iterable[tuple[int, Polynomial | None]]) -> Polynomial | None:
    result: dict[Monomial, Rational] = {}
    for sign, polynomial in terms:
        if polynomial is None:
            return None
        for monomial, coefficient in polynomial.items():
            result[monomial] = result.get(monomial, Rational(0)) + sign * coefficient
    return {monomial: coefficient for monomial, coefficient in result.items() if coefficient}


def _multiplied(factors: Iterable[Polynomial | None]) -> Polynomial | None:
    result: Polynomial = {_ONE: Rational(1)}
    for factor in factors:
        if factor is None:
            return None
        result = (
            _combined(
                (1, {tuple(sorted(a + b)): x * y for a, x in result.items()})
                for b, y in factor.items()
            )
            or {}
        )
    return result
