"""Real algebraic numbers: fields Q(θ) with exact arithmetic and certified signs.

A number of `RealField` is a rational polynomial in θ, where θ is one root, told apart by its place
among the real roots, of an irreducible polynomial.  Main results: equality of polynomials reduced
modulo that of θ is equality of numbers; `enclose` gives a ball around a number, as small as wanted;
`sign` is decided; `adjoin` makes the field of two numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from flint import arb, ctx, fmpq, fmpq_mat, fmpq_poly, fmpz, fmpz_poly

if TYPE_CHECKING:
    import sympy

FIRST_BITS = 64


@contextmanager
def precision(bits: int) -> Iterator[None]:
    """Ball arithmetic with so many bits."""
    with ctx.workprec(bits):
        yield


@lru_cache(maxsize=1024)
def _real_roots(coefficients: tuple[int, ...], bits: int) -> tuple[arb, ...]:
    with precision(bits):
        found: Any = fmpz_poly(list(coefficients)).complex_roots()
        roots = [root for root, _ in found]
        return tuple(sorted((root.real for root in roots if root.imag.is_zero()), key=_middle))


def _middle(ball: arb) -> fmpq:
    return exactly(ball.mid())


def real_roots(polynomial: fmpz_poly, bits: int = FIRST_BITS) -> tuple[arb, ...]:
    """Disjoint balls around the real roots of a square-free polynomial, in ascending order."""
    return _real_roots(tuple(int(c) for c in polynomial.coeffs()), bits)


def exactly(ball: arb) -> fmpq:
    """The rational number that an exact ball is."""
    mantissa, exponent = (int(part) for part in ball.man_exp())
    return fmpq(mantissa << exponent) if exponent >= 0 else fmpq(mantissa, 1 << -exponent)


def bounds(ball: arb, bits: int) -> tuple[fmpq, fmpq]:
    """Rational numbers on both sides of a ball that was computed with so many bits."""
    with precision(bits):
        return exactly(ball.lower()), exactly(ball.upper())


def integral(polynomial: fmpq_poly) -> fmpz_poly:
    """The polynomial times its denominator."""
    return polynomial.numer()


class RealField:
    """The field Q(θ).

    Args:
        modulus: an irreducible polynomial with integer coefficients.
        index: the place of θ among its real roots in ascending order, from 0.
        name: θ in SymPy; without it, a rational number, a square root or a `CRootOf`.
    """

    def __init__(self, modulus: fmpz_poly, index: int, name: sympy.Expr | None = None) -> None:
        self.modulus = fmpq_poly(modulus) / modulus[modulus.degree()]
        self.index = index
        self._name = name

    @property
    def degree(self) -> int:
        """The dimension of the field over Q."""
        return int(self.modulus.degree())

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, RealField)
            and self.index == other.index
            and bool(self.modulus == other.modulus)
        )

    def __hash__(self) -> int:
        return hash((str(self.modulus), self.index))

    def reduce(self, number: fmpq_poly) -> fmpq_poly:
        """The polynomial of least degree that has the same value at θ."""
        return number if number.degree() < self.degree else number % self.modulus

    def inverse(self, number: fmpq_poly) -> fmpq_poly:
        """One over a number."""
        if self.degree == 1:
            return fmpq_poly([1 / self.reduce(number)[0]])
        gcd, cofactor, _ = number.xgcd(self.modulus)
        return self.reduce(cofactor / gcd[0])

    def generator(self, bits: int = FIRST_BITS) -> arb:
        """A ball around θ."""
        if self.degree == 1:
            with precision(bits):
                return arb(-self.modulus[0])
        return real_roots(integral(self.modulus), bits)[self.index]

    def enclose(self, number: fmpq_poly, bits: int = FIRST_BITS) -> arb:
        """A ball around a number."""
        theta = self.generator(bits)
        with precision(bits):
            value = arb(0)
            for coefficient in reversed(number.coeffs()):
                value = value * theta + arb(coefficient)
            return value

    def approximate(self, number: fmpq_poly, accuracy: int = FIRST_BITS) -> arb:
        """A ball around a number whose radius is at most 2^−accuracy."""
        bits = accuracy
        while True:
            ball = self.enclose(number, bits)
            if exactly(ball.rad()) * fmpz(2) ** accuracy <= 1:
                return ball
            bits *= 2

    def sign(self, number: fmpq_poly) -> int:
        """−1, 0 or 1, decided with as many bits as it takes."""
        number = self.reduce(number)
        if number.degree() < 1:
            value = number[0]
            return int(value > 0) - int(value < 0)
        bits = FIRST_BITS
        while True:
            ball = self.enclose(number, bits)
            if not ball.contains(0):
                return 1 if ball > 0 else -1
            bits *= 2

    def name(self) -> sympy.Expr:
        """The number θ in SymPy."""
        if self._name is None:
            self._name = root_name(integral(self.modulus), self.index)
        return self._name

    def in_sympy(self, number: fmpq_poly) -> sympy.Expr:
        """A number in SymPy."""
        import sympy

        terms = [sympy.Rational(int(c.p), int(c.q)) for c in self.reduce(number).coeffs()]
        if len(terms) < 2:
            return terms[0] if terms else sympy.S.Zero
        theta = self.name()
        return sympy.expand(sympy.Add(*(c * theta**k for k, c in enumerate(terms) if c)))

    def adjoin(self, modulus: fmpz_poly, index: int, name: sympy.Expr | None = None) -> Extension:
        """The field of θ and ρ, the real root of an irreducible polynomial with this place."""
        if modulus.degree() == 1:
            return Extension(self, fmpq_poly([0, 1]), fmpq_poly([fmpq(-modulus[0], modulus[1])]))
        other = RealField(modulus, index, name)
        if self.degree == 1:
            return Extension(other, fmpq_poly([-self.modulus[0]]), fmpq_poly([0, 1]))
        if self == other:
            return Extension(self, fmpq_poly([0, 1]), fmpq_poly([0, 1]))
        return _composite(self, other)


class Extension(NamedTuple):
    """A field that contains two numbers.

    Args:
        field: the field.
        old: the generator of the smaller field, in it.
        new: the number that was adjoined, in it.
    """

    field: RealField
    old: fmpq_poly
    new: fmpq_poly


RATIONALS = RealField(fmpz_poly([0, 1]), 0)


def root_name(modulus: fmpz_poly, index: int) -> sympy.Expr:
    """A real root of an irreducible polynomial in SymPy: rational, by a square root, or CRootOf."""
    import sympy

    coefficients = [sympy.Integer(int(c)) for c in modulus.coeffs()]
    if len(coefficients) == 2:
        return -coefficients[0] / coefficients[1]
    if len(coefficients) == 3:
        c, b, a = coefficients
        root = sympy.sqrt(b**2 - 4 * a * c) / (2 * a)
        return sympy.expand(-b / (2 * a) + (root if (index == 1) == bool(a > 0) else -root))
    return sympy.CRootOf(sympy.Poly(coefficients[::-1], sympy.Symbol("x")), index)


def _companion(polynomial: fmpq_poly) -> list[list[fmpq]]:
    """Multiplication by the root in the basis of its powers, for a monic polynomial."""
    degree = polynomial.degree()
    return [
        [fmpq(int(j == i - 1)) if j < degree - 1 else -polynomial[i] for j in range(degree)]
        for i in range(degree)
    ]


def _composite(first: RealField, second: RealField) -> Extension:
    """The field of θ and ρ: a factor of the characteristic polynomial of θ + kρ on Q[x]⊗Q[y]."""
    a, b = _companion(first.modulus), _companion(second.modulus)
    m, n = len(a), len(b)
    x = fmpq_mat(
        [
            [a[i][k] if j == l else 0 for k in range(m) for l in range(n)]
            for i in range(m)
            for j in range(n)
        ]
    )
    y = fmpq_mat(
        [
            [b[j][l] if i == k else 0 for k in range(m) for l in range(n)]
            for i in range(m)
            for j in range(n)
        ]
    )
    multiple = 1
    while True:
        generator = x + fmpq(multiple) * y
        characteristic = generator.charpoly()
        if characteristic.gcd(characteristic.derivative()).degree() == 0:
            break
        multiple += 1
    unit = fmpq_mat(m * n, 1, [1] + [0] * (m * n - 1))
    images = [_in_powers(generator, unit, element * unit) for element in (x, y)]
    modulus, index = _root_near(integral(characteristic), first, second, multiple)
    monic = fmpq_poly(modulus) / modulus[modulus.degree()]
    old, new = (image % monic for image in images)
    for field, own, in_own in ((first, old, 0), (second, new, 1)):
        if field.degree == modulus.degree():
            change = _inverse_image(own, monic)
            other = (new, old)[in_own](change) % field.modulus
            itself = fmpq_poly([0, 1])
            return Extension(field, *((other, itself) if in_own else (itself, other)))
    return Extension(RealField(modulus, index, _sum_of_radicals(first, second, multiple)), old, new)


def _sum_of_radicals(first: RealField, second: RealField, multiple: int) -> sympy.Expr | None:
    import sympy

    name = first.name() + multiple * second.name()
    return None if name.has(sympy.CRootOf) else name


def _in_powers(generator: fmpq_mat, unit: fmpq_mat, target: fmpq_mat) -> fmpq_poly:
    """The polynomial p with p(generator)·unit = target."""
    return fmpq_poly(_power_columns(generator, unit).solve(target).entries())


def _power_columns(generator: fmpq_mat, unit: fmpq_mat) -> fmpq_mat:
    columns, column = [], unit
    for _ in range(unit.nrows()):
        columns.append(column.entries())
        column = generator * column
    return fmpq_mat(columns).transpose()


def _inverse_image(image: fmpq_poly, modulus: fmpq_poly) -> fmpq_poly:
    """The root γ of `modulus` as a polynomial in `image`(γ), which generates the same field."""
    degree = modulus.degree()
    powers, power = [], fmpq_poly([1])
    for _ in range(degree):
        powers.append([power[i] for i in range(degree)])
        power = power * image % modulus
    target = fmpq_mat(degree, 1, [int(i == 1) for i in range(degree)])
    return fmpq_poly(fmpq_mat(powers).transpose().solve(target).entries())


def _root_near(
    polynomial: fmpz_poly, first: RealField, second: RealField, multiple: int
) -> tuple[fmpz_poly, int]:
    """The irreducible factor with the root θ + kρ, and the place of that root."""
    factors: Sequence[tuple[fmpz_poly, Any]] = polynomial.factor()[1]
    bits = FIRST_BITS
    while True:
        with precision(bits):
            target = first.generator(bits) + multiple * second.generator(bits)
        near = [
            (factor, index)
            for factor, _ in factors
            for index, root in enumerate(real_roots(factor, bits))
            if root.overlaps(target)
        ]
        if len(near) == 1:
            return near[0]
        bits *= 2
