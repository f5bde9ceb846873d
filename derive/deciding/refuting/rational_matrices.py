"""Matrices as lists of Gaussian rationals, with one bound for the error of every entry.

They serve the second evaluation of counterexamples and share no code with the search.

Main results: `Value`, `plus`, `times`, `exponential`, `inverse`, `pi`, `Unverifiable`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import comb, factorial, isqrt

Entry = tuple[Fraction, Fraction]
Rows = Sequence[Sequence[Entry]]

_TERMS = 80
_GRAIN = 2**160
_LARGEST_FACTORIAL = 64


class Unverifiable(Exception):
    """Something that this evaluator does not know, or a side without a value."""


@dataclass(frozen=True)
class Value:
    """A map between two spaces, with the largest error of an entry."""

    rows: Rows
    codomain: str
    domain: str
    error: Fraction = Fraction(0)

    @property
    def is_scalar(self) -> bool:
        """Whether it maps numbers to numbers."""
        return not self.codomain and not self.domain

    @property
    def number(self) -> Entry:
        """The entry of an exact scalar."""
        if self.error or not self.is_scalar:
            raise Unverifiable("no exact number")
        return self.rows[0][0]


def of_numbers(function: str, numbers: list[Entry]) -> Entry:
    """A function of numbers where its value is rational."""
    zero = Fraction(0)
    a, b = numbers[0]
    match function:
        case "re":
            return a, zero
        case "im":
            return b, zero
        case "abs":
            return root((a * a + b * b, zero)), zero
        case "delta":
            return Fraction(numbers[0] == numbers[1]), zero
        case "factorial" | "binomial" if all(
            not y and x.denominator == 1 and 0 <= x <= _LARGEST_FACTORIAL for x, y in numbers
        ):
            whole = [int(x) for x, _ in numbers]
            return Fraction(factorial(*whole) if function == "factorial" else comb(*whole)), zero
    raise Unverifiable(function)


def scalar(real: int | Fraction, imaginary: int | Fraction = 0) -> Value:
    """A number."""
    return Value([[(Fraction(real), Fraction(imaginary))]], "", "")


def pi() -> Value:
    """The circle number to 50 digits."""
    digits = "3.14159265358979323846264338327950288419716939937510"
    return Value([[(Fraction(digits), Fraction(0))]], "", "", Fraction(1, 10**49))


def turned(rows: Rows) -> Rows:
    """The transpose."""
    return [list(column) for column in zip(*rows, strict=True)]


def plus(left: Value, right: Value) -> Value:
    """A sum."""
    rows = [
        [(a + c, b + d) for (a, b), (c, d) in zip(one, two, strict=True)]
        for one, two in zip(left.rows, right.rows, strict=True)
    ]
    return Value(rows, left.codomain, left.domain, left.error + right.error)


def _largest(value: Value) -> Fraction:
    return max(abs(a) + abs(b) for row in value.rows for a, b in row)


def times(left: Value, right: Value) -> Value:
    """A product; where an error is, entries are rounded."""
    down = turned(right.rows)
    rows = [[_dot(row, column) for column in down] for row in left.rows]
    if not (left.error or right.error):
        return Value(rows, left.codomain, right.domain)
    a, b = _largest(left), _largest(right)
    error = len(right.rows) * 2 * (a * right.error + b * left.error + 2 * left.error * right.error)
    return _rounded(Value(rows, left.codomain, right.domain, error))


def _dot(row: Sequence[Entry], column: Sequence[Entry]) -> Entry:
    real = imaginary = Fraction(0)
    for (a, b), (c, d) in zip(row, column, strict=True):
        real += a * c - b * d
        imaginary += a * d + b * c
    return real, imaginary


def _rounded(value: Value) -> Value:
    def near(x: Fraction) -> Fraction:
        return Fraction(round(x * _GRAIN), _GRAIN)

    rows = [[(near(a), near(b)) for a, b in row] for row in value.rows]
    return Value(rows, value.codomain, value.domain, near(value.error) + Fraction(4, _GRAIN))


def exponential(value: Value) -> Value:
    """The exponential series; each entry of the rest is at most that of the largest row sum."""
    size = len(value.rows)
    bound = _largest(value) * size
    if bound > 16 or value.error * 2 * size > 1:
        raise Unverifiable("a large exponent")
    spread = value.error * 2 * size * 3**18
    value = Value(value.rows, value.codomain, value.domain)
    one = [[(Fraction(int(i == j)), Fraction(0)) for j in range(size)] for i in range(size)]
    found = term = Value(one, value.codomain, value.domain)
    for k in range(1, _TERMS):
        product = times(term, value)
        scaled = [[(a / k, b / k) for a, b in row] for row in product.rows]
        term = Value(scaled, value.codomain, value.domain, product.error)
        found = plus(found, term)
        if not _largest(term) and not term.error:
            return Value(found.rows, found.codomain, found.domain, spread)
    rest = 2 * bound**_TERMS / factorial(_TERMS)
    return _rounded(Value(found.rows, value.codomain, value.domain, found.error + rest + spread))


def root(value: Entry) -> Fraction:
    """The square root of a square."""
    real, imaginary = value
    if imaginary or real < 0:
        raise Unverifiable("no rational root")
    above, below = isqrt(real.numerator), isqrt(real.denominator)
    if Fraction(above, below) ** 2 != real:
        raise Unverifiable("no rational root")
    return Fraction(above, below)


def determinant(rows: Rows) -> Entry:
    """Along the first row."""
    if len(rows) == 1:
        return rows[0][0]
    minors = [[[*row[:k], *row[k + 1 :]] for row in rows[1:]] for k in range(len(rows))]
    signed = [
        (x, y) if k % 2 == 0 else (-x, -y) for k, (x, y) in enumerate(map(determinant, minors))
    ]
    return _dot(rows[0], signed)


def inverse(value: Value) -> Value:
    """The adjugate divided by the determinant."""
    if value.error or value.codomain != value.domain:
        raise Unverifiable("no exact square matrix")
    rows = value.rows
    a, b = determinant(rows)
    length = a * a + b * b
    if not length:
        raise Unverifiable("a singular matrix")
    size = len(rows)

    def entry(i: int, j: int) -> Entry:
        minor = [[x for k, x in enumerate(row) if k != i] for m, row in enumerate(rows) if m != j]
        c, d = determinant(minor) if minor else (Fraction(1), Fraction(0))
        sign = (-1) ** (i + j)
        return sign * (c * a + d * b) / length, sign * (d * a - c * b) / length

    inverse = [[entry(i, j) for j in range(size)] for i in range(size)]
    return Value(inverse, value.codomain, value.domain)
