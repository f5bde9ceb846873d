"""Exact numbers: sums of Gaussian rationals times powers of π and square roots of integers.

Since √2, √3, √5, √6, … and i are linearly independent over the rationals, and π is transcendental,
such a sum is zero only if every coefficient is.  What leaves the ring is None, never a rounded
number.

Main results: `Exact`, `rational`, `root`, `turn`, `angle_of`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import cache, cached_property
from math import gcd, isqrt
from typing import Any

from flint import acb, arb, fmpq, fmpz

_MOST_TERMS = 40
_MOST_BITS = 20_000
_MOST_BITS_TO_FACTOR = 90

Term = tuple[int, int]
"""The power of π, and the squarefree positive integer under the root."""


class Exact:
    """A number Σ (a + b·i)·πᵏ·√d, with its terms (k, d) and their coefficients (a, b) ≠ (0, 0)."""

    def __init__(self, terms: dict[Term, tuple[Any, Any]]) -> None:
        self.terms = terms

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Exact) and self.terms == other.terms

    def __hash__(self) -> int:
        return hash(frozenset((k, str(a), str(b)) for k, (a, b) in self.terms.items()))

    def __bool__(self) -> bool:
        return bool(self.terms)

    def __neg__(self) -> Exact:
        return Exact({term: (-a, -b) for term, (a, b) in self.terms.items()})

    @property
    def conjugate(self) -> Exact:
        """The complex conjugate."""
        return Exact({term: (a, -b) for term, (a, b) in self.terms.items()})

    @property
    def real(self) -> Exact:
        """The real part."""
        return Exact({term: (a, fmpq(0)) for term, (a, _) in self.terms.items() if a})

    @property
    def imaginary(self) -> Exact:
        """The imaginary part, a real number."""
        return Exact({term: (b, fmpq(0)) for term, (_, b) in self.terms.items() if b})

    @property
    def is_real(self) -> bool:
        """Whether the imaginary part is 0."""
        return not any(b for _, b in self.terms.values())

    @property
    def gaussian(self) -> tuple[Any, Any] | None:
        """The real and the imaginary part, if they are rational."""
        if not self.terms:
            return fmpq(0), fmpq(0)
        return self.terms.get((0, 1)) if len(self.terms) == 1 else None

    @property
    def fraction(self) -> Any | None:
        """The number, if it is rational."""
        pair = self.gaussian
        return pair[0] if pair is not None and not pair[1] else None

    @property
    def integer(self) -> int | None:
        """The number, if it is an integer."""
        value = self.fraction
        return int(value.p) if value is not None and value.q == 1 else None

    @property
    def turns(self) -> Any | None:
        """The rational q of a number qπ."""
        if not self.terms:
            return fmpq(0)
        pair = self.terms.get((1, 1)) if len(self.terms) == 1 else None
        return pair[0] if pair is not None and not pair[1] else None

    @cached_property
    def sign(self) -> int | None:
        """The sign of a real number, None if too close to 0 to tell."""
        if not self.terms:
            return 0
        if len(self.terms) == 1:
            ((a, _),) = self.terms.values()
            return 1 if a > 0 else -1
        ball = self.ball().real
        return 1 if ball > 0 else -1 if ball < 0 else None

    def ball(self) -> Any:
        """An enclosure at the working precision."""
        pair = self.gaussian
        if pair is not None:
            return acb(arb(pair[0]), arb(pair[1]))
        total = acb(0)
        for (power, radicand), (a, b) in self.terms.items():
            size = arb(radicand).sqrt() * arb.pi() ** power
            total += acb(arb(a) * size, arb(b) * size)
        return total

    def plus(self, other: Exact) -> Exact | None:
        """The sum."""
        terms = dict(self.terms)
        for term, (a, b) in other.terms.items():
            c, d = terms.get(term, (fmpq(0), fmpq(0)))
            terms[term] = (a + c, b + d)
            if not a + c and not b + d:
                del terms[term]
        return _bounded(terms)

    def times(self, other: Exact) -> Exact | None:
        """The product."""
        terms: dict[Term, tuple[Any, Any]] = {}
        for (i, r), (a, b) in self.terms.items():
            for (j, s), (c, d) in other.terms.items():
                common = gcd(r, s)
                term = (i + j, r * s // common**2)
                e, f = terms.get(term, (fmpq(0), fmpq(0)))
                terms[term] = (e + common * (a * c - b * d), f + common * (a * d + b * c))
        return _bounded({term: (a, b) for term, (a, b) in terms.items() if a or b})

    def inverse(self) -> Exact | None:
        """The inverse of a number that is not 0."""
        if len(self.terms) == 1:
            (((power, radicand), (a, b)),) = self.terms.items()
            size = (a * a + b * b) * radicand
            return _bounded({(-power, radicand): (a / size, -b / size)})
        if len({power for power, _ in self.terms}) != 1 or any(
            radicand.bit_length() > _MOST_BITS_TO_FACTOR for _, radicand in self.terms
        ):
            return None
        prime = next(p for p in _primes(radicand for _, radicand in self.terms))
        flipped = Exact(
            {
                (k, d): (-a, -b) if d % prime == 0 else (a, b)
                for (k, d), (a, b) in self.terms.items()
            }
        )
        norm = self.times(flipped)
        inverse = None if norm is None else norm.inverse()
        return None if inverse is None else flipped.times(inverse)

    def to_power(self, exponent: int) -> Exact | None:
        """An integer power; of 0, natural powers only."""
        if len(self.terms) == 1 and self.terms.get((0, 1), (2, 2)) in _UNITS:
            exponent %= 4
        if exponent < 0:
            inverse = self.inverse()
            return None if inverse is None else inverse.to_power(-exponent)
        if exponent * max(1, _bits(self.terms)) > _MOST_BITS:
            return None
        result: Exact | None = rational(1)
        square: Exact | None = self
        while exponent and result is not None and square is not None:
            if exponent & 1:
                result = result.times(square)
            exponent >>= 1
            square = square.times(square) if exponent else square
        return result if square is not None else None


_UNITS = tuple((fmpq(a), fmpq(b)) for a, b in ((1, 0), (-1, 0), (0, 1), (0, -1)))


def rational(value: int | Fraction | Any, imaginary: int | Any = 0) -> Exact:
    """A rational or Gaussian rational number."""
    if isinstance(value, Fraction):
        value = fmpq(value.numerator, value.denominator)
    pair: tuple[Any, Any] = (fmpq(value), fmpq(imaginary))
    return Exact({(0, 1): pair} if any(pair) else {})


def pi_times(value: Any, imaginary: Any = 0) -> Exact:
    """A Gaussian rational multiple of π."""
    pair: tuple[Any, Any] = (fmpq(value), fmpq(imaginary))
    return Exact({(1, 1): pair} if any(pair) else {})


def root(number: Exact) -> Exact | None:
    """The principal square root, where it is known to be in the ring."""
    if not number.terms:
        return number
    if len(number.terms) != 1:
        return None
    (((power, radicand), (a, b)),) = number.terms.items()
    if radicand != 1 or power % 2:
        return None
    if not b:
        found = _root_of_fraction(abs(a))
        if found is None:
            return None
        outer, inner = found
        pair = (outer, fmpq(0)) if a > 0 else (fmpq(0), outer)
        return Exact({(power // 2, inner): pair})
    size = _root_of_fraction(a * a + b * b)
    if size is None or size[1] != 1:
        return None
    real, imaginary = _root_of_fraction((size[0] + a) / 2), _root_of_fraction((size[0] - a) / 2)
    if real is None or imaginary is None:
        return None
    height = imaginary[0] if b > 0 else -imaginary[0]
    second = Exact({(power // 2, imaginary[1]): (fmpq(0), height)})
    return Exact({(power // 2, real[1]): (real[0], fmpq(0))}).plus(second)


def root_of_positive(value: Any, degree: int) -> Any | None:
    """The positive root of a positive fraction, if it is rational."""
    above, below = fmpz(value.p), fmpz(value.q)
    roots = above.root(degree), below.root(degree)
    return fmpq(*roots) if roots[0] ** degree == above and roots[1] ** degree == below else None


def _root_of_fraction(value: Any) -> tuple[Any, int] | None:
    """A fraction a and a squarefree d with a√d the root of a nonnegative fraction."""
    if not value:
        return fmpq(0), 1
    product = int(value.p) * int(value.q)
    if product.bit_length() > _MOST_BITS_TO_FACTOR:
        outer = isqrt(product)
        return (fmpq(outer, value.q), 1) if outer * outer == product else None
    outer, inner = 1, 1
    for prime, exponent in fmpz(product).factor():
        outer *= int(prime) ** (exponent // 2)
        inner *= int(prime) ** (exponent % 2)
    return fmpq(outer, value.q), inner


@cache
def _turns() -> tuple[Exact, ...]:
    """The numbers exp(kiπ/12) for k = 0, …, 23."""
    quarter = fmpq(1, 4)
    zero = fmpq(0)
    step = Exact({(0, 6): (quarter, quarter), (0, 2): (quarter, -quarter)})
    turns = [Exact({(0, 1): (fmpq(1), zero)})]
    while len(turns) < 24:
        following = turns[-1].times(step)
        assert following is not None
        turns.append(following)
    return tuple(turns)


def turn(quotient: Any) -> Exact | None:
    """The number exp(iπq), for multiples q of 1/12."""
    twelfths = fmpq(quotient) * 12
    return _turns()[int(twelfths.p) % 24] if twelfths.q == 1 else None


@cache
def _angles() -> dict[Exact, Any]:
    return {number: fmpq(k if k <= 12 else k - 24, 12) for k, number in enumerate(_turns())}


def angle_of(number: Exact) -> Any | None:
    """The q in (-1, 1] with number = exp(iπq), for multiples of 1/12."""
    return _angles().get(number)


def _bounded(terms: dict[Term, tuple[Any, Any]]) -> Exact | None:
    if len(terms) > _MOST_TERMS or _bits(terms) > _MOST_BITS:
        return None
    return Exact(terms)


def _bits(terms: dict[Term, tuple[Any, Any]]) -> int:
    return max(
        (part.height_bits() for pair in terms.values() for part in pair),
        default=0,
    )


def _primes(radicands: Iterable[int]) -> Iterator[int]:
    for radicand in radicands:
        if radicand > 1:
            yield int(fmpz(radicand).factor()[0][0])
