"""Exact numbers, and polynomials over them.

Numbers are those of the field Q(i, √2, √3, √5, …).  Products of i, of roots of squarefree numbers
and of symbols are a basis, so equal polynomials have equal coefficients: there is no rounding
and no guessing.  A symbol stands for something real, or for a complex number, whose conjugate is
another symbol: a polynomial that vanishes for all numbers vanishes with both kept apart.

Main results: `Polynomial`, `rational`, `root_of`, `Symbol`, `fresh`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from fractions import Fraction
from functools import lru_cache
from itertools import count
from math import gcd, isqrt
from typing import Literal, NamedTuple

Rational = int | Fraction
Kind = Literal["real", "complex", "conjugate"]


class Symbol(NamedTuple):
    """An unknown number."""

    number: int
    kind: Kind

    @property
    def conjugated(self) -> Symbol:
        """The symbol of the conjugate number."""
        kinds: dict[Kind, Kind] = {
            "real": "real",
            "complex": "conjugate",
            "conjugate": "complex",
        }
        return Symbol(self.number, kinds[self.kind])


Powers = tuple[tuple[Symbol, int], ...]


class Monomial(NamedTuple):
    """The product of i or not, of the root of a squarefree number, and of powers of symbols."""

    imaginary: bool
    radicand: int
    powers: Powers


_PLAIN = Monomial(False, 1, ())
_numbers = count()


def fresh(kind: Kind) -> Symbol:
    """A symbol that occurs nowhere else."""
    return Symbol(next(_numbers), kind)


class Polynomial:
    """An immutable polynomial; symbols of what is declared invertible may have negative powers."""

    __slots__ = ("_hash", "terms")

    def __init__(self, terms: Mapping[Monomial, Rational]) -> None:
        self.terms = terms
        self._hash: int | None = None

    def __bool__(self) -> bool:
        return bool(self.terms)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Polynomial) and self.terms == other.terms

    def __hash__(self) -> int:
        if self._hash is None:
            self._hash = hash(frozenset(self.terms.items()))
        return self._hash

    def __repr__(self) -> str:
        return f"<Polynomial {dict(self.terms)}>"

    def __add__(self, other: Polynomial) -> Polynomial:
        if not self.terms or not other.terms:
            return self if self.terms else other
        terms = dict(self.terms)
        for monomial, coefficient in other.terms.items():
            total = terms.get(monomial, 0) + coefficient
            if total:
                terms[monomial] = total
            else:
                del terms[monomial]
        return Polynomial(terms)

    def __neg__(self) -> Polynomial:
        return Polynomial({m: -c for m, c in self.terms.items()})

    def __sub__(self, other: Polynomial) -> Polynomial:
        return self + -other

    def __mul__(self, other: Polynomial) -> Polynomial:
        terms: dict[Monomial, Rational] = {}
        for mine, c in self.terms.items():
            for theirs, d in other.terms.items():
                monomial, factor = _times(mine, theirs)
                total = terms.get(monomial, 0) + factor * c * d
                if total:
                    terms[monomial] = total
                else:
                    del terms[monomial]
        return Polynomial(terms)

    def __pow__(self, exponent: int) -> Polynomial:
        base = self.inverse() if exponent < 0 else self
        result = UNIT
        for bit in f"{abs(exponent):b}":
            result = result * result
            result = result * base if bit == "1" else result
        return result

    def conjugate(self) -> Polynomial:
        """The complex conjugate."""
        return Polynomial({_conjugated(m): -c if m.imaginary else c for m, c in self.terms.items()})

    def inverse(self) -> Polynomial:
        """The inverse of a number that is not zero, or of a monomial in symbols.

        Raises `ZeroDivisionError` for zero, `ValueError` for other polynomials.
        """
        if not self.terms:
            raise ZeroDivisionError("division by zero")
        if len(self.terms) == 1:
            ((monomial, coefficient),) = self.terms.items()
            powers = tuple((symbol, -power) for symbol, power in monomial.powers)
            factor = Fraction(-1 if monomial.imaginary else 1, monomial.radicand) / coefficient
            return Polynomial({monomial._replace(powers=powers): _simple(factor)})
        if not self.is_number:
            raise ValueError("a polynomial has no inverse")
        other = self._another_root()
        return other * (self * other).inverse()

    def _another_root(self) -> Polynomial:
        """The number with i, or with one of its square roots, replaced by its negative."""
        if any(m.imaginary for m in self.terms):
            return self.conjugate()
        prime = min(_prime_factor(m.radicand) for m in self.terms if m.radicand > 1)
        return Polynomial({m: c if m.radicand % prime else -c for m, c in self.terms.items()})

    @property
    def is_number(self) -> bool:
        """Whether no symbol occurs."""
        return not any(monomial.powers for monomial in self.terms)

    @property
    def symbols(self) -> frozenset[Symbol]:
        """The symbols that occur."""
        return frozenset(symbol for m in self.terms for symbol, _ in m.powers)

    @property
    def rational(self) -> Rational | None:
        """The rational number that it is, or None."""
        if not self.terms:
            return 0
        return self.terms.get(_PLAIN) if len(self.terms) == 1 else None

    @property
    def sign(self) -> int | None:
        """The sign of a real number: -1, 0 or 1; None if it is not one."""
        if any(m.imaginary or m.powers for m in self.terms):
            return None
        if len(self.terms) < 2:
            return next(((c > 0) - (c < 0) for c in self.terms.values()), 0)
        for digits in count(8):  # it is not zero, so that the interval leaves zero out in the end
            low, high = self._interval(1 << 4 * digits)
            if low > 0 or high < 0:
                return 1 if low > 0 else -1
        raise AssertionError("the loop has no end")

    def _interval(self, scale: int) -> tuple[Fraction, Fraction]:
        low = high = Fraction(0)
        for monomial, coefficient in self.terms.items():
            root = isqrt(monomial.radicand * scale * scale)
            ends = [coefficient * Fraction(root + k, scale) for k in (0, 1)]
            low, high = low + min(ends), high + max(ends)
        return low, high

    def split(self, symbols: Collection[Symbol] | None = None) -> dict[Powers, Polynomial]:
        """The coefficients of the powers of some symbols, or of all."""
        parts: dict[Powers, dict[Monomial, Rational]] = {}
        for monomial, coefficient in self.terms.items():
            inner = tuple(p for p in monomial.powers if symbols is None or p[0] in symbols)
            outer = tuple(p for p in monomial.powers if p not in inner)
            parts.setdefault(inner, {})[monomial._replace(powers=outer)] = coefficient
        return {powers: Polynomial(terms) for powers, terms in parts.items()}

    def substitute(self, values: Mapping[Symbol, Polynomial]) -> Polynomial:
        """The polynomial with other polynomials put for some symbols."""
        if not any(symbol in values for m in self.terms for symbol, _ in m.powers):
            return self
        result = NOUGHT
        for monomial, coefficient in self.terms.items():
            rest = tuple(p for p in monomial.powers if p[0] not in values)
            part = Polynomial({monomial._replace(powers=rest): coefficient})
            for symbol, power in monomial.powers:
                if symbol in values:
                    part = part * values[symbol] ** power
            result = result + part
        return result

    def realized(self) -> Iterator[Polynomial]:
        """Real and imaginary part, where all symbols are real: together they say as much."""
        for imaginary in (False, True):
            terms = {
                m._replace(imaginary=False): c
                for m, c in self.terms.items()
                if m.imaginary == imaginary
            }
            if terms:
                yield Polynomial(terms)

    @property
    def digits(self) -> int:
        """How long the number is when written down: what a search tries to keep small."""
        return sum(
            len(str(c)) + (c < 0) + m.imaginary + 3 * (m.radicand > 1)
            for m, c in self.terms.items()
        )

    def written(self, root: Callable[[int], str], quotient: Callable[[int, int], str]) -> str:
        """The number in some notation, which says how roots and quotients look."""
        parts: list[str] = []
        for monomial in sorted(self.terms):
            coefficient = self.terms[monomial]
            size = -coefficient if coefficient < 0 else coefficient
            letters = root(monomial.radicand) if monomial.radicand > 1 else ""
            letters += "i" if monomial.imaginary else ""
            above, below = size.numerator, size.denominator
            if below > 1:
                body = quotient(above, below) + letters
            else:
                body = f"{above if above > 1 or not letters else ''}{letters}"
            parts.append(("-" if coefficient < 0 else "+" if parts else "") + body)
        return "".join(parts) or "0"

    def __str__(self) -> str:
        """The number in plain text, such as `-1`, `1/2+3i` or `√2`."""
        return self.written(lambda radicand: f"√{radicand}", lambda a, b: f"{a}/{b}")


def rational(real: Rational, imaginary: Rational = 0) -> Polynomial:
    """A number of Q(i)."""
    parts = {_PLAIN: _simple(real), _PLAIN._replace(imaginary=True): _simple(imaginary)}
    return Polynomial({monomial: c for monomial, c in parts.items() if c})


def variable(symbol: Symbol) -> Polynomial:
    """A symbol as a polynomial."""
    return Polynomial({_PLAIN._replace(powers=((symbol, 1),)): 1})


def root_of(number: Polynomial) -> Polynomial | None:
    """A number whose square is the given one, not negative if it is real; None if none is known."""
    if number.sign is not None and number.sign < 0:
        positive = root_of(-number)
        return None if positive is None else IMAGINARY * positive
    value = number.rational
    if value is not None:
        radicand, factor = _squarefree(value.numerator * value.denominator)
        if radicand >= _LARGEST_PRIME**2:
            return None
        length = Fraction(factor, value.denominator)
        return Polynomial({_PLAIN._replace(radicand=radicand): _simple(length)} if factor else {})
    return _gaussian_root(number)


def _gaussian_root(number: Polynomial) -> Polynomial | None:
    """The root x + iy of a number a + ib of Q(i): 2x² = |a + ib| + a and 2xy = b."""
    if any(m.radicand > 1 for m in number.terms):
        return None
    half = rational(Fraction(1, 2))
    real = (number + number.conjugate()) * half
    length = root_of(number * number.conjugate())
    if length is None or length.rational is None:
        return None
    root = root_of((length + real) * half)
    if root is None or not root:
        return None
    imaginary = (number - real) * half * root.inverse()
    found = root + imaginary
    return found if found * found == number else None


def _simple(value: Rational) -> Rational:
    return value.numerator if value.denominator == 1 else value


@lru_cache(maxsize=1 << 14)
def _times(left: Monomial, right: Monomial) -> tuple[Monomial, int]:
    """The product of two monomials, and the integer that comes out of it."""
    factor = -1 if left.imaginary and right.imaginary else 1
    common = gcd(left.radicand, right.radicand)
    radicand = left.radicand * right.radicand // (common * common)
    powers = dict(left.powers)
    for symbol, power in right.powers:
        powers[symbol] = powers.get(symbol, 0) + power
    kept = tuple(sorted((s, p) for s, p in powers.items() if p))
    return Monomial(left.imaginary != right.imaginary, radicand, kept), factor * common


def _conjugated(monomial: Monomial) -> Monomial:
    if not monomial.powers:
        return monomial
    powers = tuple(sorted((symbol.conjugated, power) for symbol, power in monomial.powers))
    return monomial._replace(powers=powers)


@lru_cache(maxsize=1 << 12)
def _squarefree(number: int) -> tuple[int, int]:
    """The pair r, f with number = r·f²; r is known to be squarefree if it is small."""
    exact = isqrt(number)
    if exact * exact == number:
        return 1, exact
    radicand, factor, prime = number, 1, 2
    while prime * prime <= radicand and prime <= _LARGEST_PRIME:
        while radicand % (prime * prime) == 0:
            radicand, factor = radicand // (prime * prime), factor * prime
        prime += 1
    return radicand, factor


_LARGEST_PRIME = 100


@lru_cache(maxsize=1 << 12)
def _prime_factor(number: int) -> int:
    return next((p for p in range(2, isqrt(number) + 1) if number % p == 0), number)


NOUGHT = Polynomial({})
UNIT = rational(1)
IMAGINARY = rational(0, 1)
