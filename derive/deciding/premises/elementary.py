"""Exponentials, logarithms and powers.

One law carries all of trigonometry, for sines and their kin are defined by exponentials:
exp(a + b) = exp(a)·exp(b).  A logarithm is known by what its exponential is and by the strip in
which its imaginary part lies, -π < Im ≤ π; the strip is written with a positive margin c, for a
premise asks nothing strict.

Main results: `PREMISES`, `PROPERTIES`.

References: NIST Digital Library of Mathematical Functions (DLMF), chapter 4,
https://dlmf.nist.gov/4; S. Lang, Algebra, chapter VI, section 3, for cyclotomic polynomials.
"""

from __future__ import annotations

from derive.deciding.premises.premise import Premise, Property

_ANY = {"a": "complex"}
_REAL = {"a": "real"}
_POSITIVE = {"a": "real positive"}
_NONZERO = {"a": "complex nonzero"}


def cyclotomic_equation(order: int) -> str:
    """Φ(ζ) = 0 for the first primitive root of unity, ζ = exp(2πi/order)."""
    from flint import fmpz_poly

    root = f"exp(2*pi*I/{order})"
    coefficients = fmpz_poly.cyclotomic(order).coeffs()
    terms = [f"({int(c)})*{root}**{k}" for k, c in enumerate(coefficients) if c != 0]
    return f"{' + '.join(terms)} == 0"


def gauss_sum(prime: int) -> str:
    """The square root of a prime, or i times it, by powers of a root of unity."""
    if prime == 2:
        return "exp(I*pi/4) - exp(I*pi/4)**3 == sqrt(2)"
    squares = {k * k % prime for k in range(1, prime)}
    root = f"exp(2*pi*I/{prime})"
    terms = [f"({1 if k in squares else -1})*{root}**{k}" for k in range(1, prime)]
    factor = "1" if prime % 4 == 1 else "I"
    return f"{' + '.join(terms)} == {factor}*sqrt({prime})"


_EXPONENTIALS = (
    Premise(
        "exponential of a sum",
        "exp(a + b) == exp(a)*exp(b)",
        {"a": "complex", "b": "complex"},
        source="DLMF 4.2.30",
    ),
    Premise(
        "exponential of a multiple",
        "exp(n*a) == exp(a)**n",
        {"a": "complex", "n": "integer"},
        source="DLMF 4.2.30 with 4.2.29, by induction",
    ),
    Premise("exponential of zero", "exp(0) == 1", source="DLMF 4.2.19"),
    Premise(
        "exponential of a multiple of i pi",
        "exp(n*I*pi) == (-1)**n",
        {"n": "integer"},
        source="DLMF 4.2.21, 4.2.30",
    ),
    Premise(
        "exponential of a multiple of i pi/2",
        "exp(n*I*pi/2) == I**n",
        {"n": "integer"},
        source="DLMF 4.2.21, 4.2.30",
    ),
    Premise(
        "exponential of a multiple of a logarithm",
        "exp(n*log(a)) == a**n",
        {"a": "complex nonzero", "n": "integer"},
        source="DLMF 4.2.4, 4.2.30",
    ),
    Premise("exponential of i pi", "exp(I*pi) == -1", source="DLMF 4.2.21 and 4.14.1"),
    Premise("exponential of i pi/2", "exp(I*pi/2) == I", source="DLMF 4.2.21 and 4.14.1"),
    Premise(
        "primitive root of unity",
        "Phi(n, exp(2*pi*I/n)) == 0",
        formula_at=cyclotomic_equation,
        source="Lang, Algebra, VI.3: Phi(n, x) is the n-th cyclotomic polynomial",
    ),
    Premise(
        "square root of a prime as a Gauss sum",
        "sqrt((-1)**((p - 1)/2)*p) == the sum of exp(2*pi*I*k/p) times the Legendre symbol (k|p)",
        formula_at=gauss_sum,
        source="K. Ireland, M. Rosen, A Classical Introduction to Modern Number Theory, 6.4",
    ),
    Premise(
        "conjugate of an exponential",
        "conjugate(exp(a)) == exp(conjugate(a))",
        _ANY,
        source="DLMF 4.2.19, power series with real coefficients",
    ),
    Premise(
        "exponentials of equals",
        "exp(a) == exp(b)",
        {"a": "complex", "b": "complex"},
        given=("a == b",),
        source="exp is a function",
    ),
    Premise(
        "exponential of a logarithm",
        "exp(log(a)) == a",
        _NONZERO,
        source="DLMF 4.2.4",
    ),
    Premise(
        "exp takes no real value twice",
        "a == b",
        {"a": "real", "b": "real"},
        given=("exp(a) == exp(b)",),
        source="DLMF 4.2.2, 4.2.4",
    ),
    Premise("tangent of exp", "exp(a) >= 1 + a", _REAL, source="DLMF 4.5.7"),
    Premise(
        "exp increases",
        "exp(a) >= exp(b)",
        {"a": "real", "b": "real"},
        given=("a >= b",),
        source="DLMF 4.2.19",
    ),
)

_LOGARITHMS = (
    Premise(
        "logarithm",
        "log(b) == a",
        {"a": "complex", "b": "complex nonzero", "c": "real positive"},
        given=("b == exp(a)", "im(a) <= pi", "im(a) >= c - pi"),
        kind="definition",
        source="DLMF 4.2.2 to 4.2.7",
    ),
    Premise(
        "logarithm of a real multiple",
        "log(b) == log(d) + a",
        {"a": "real", "b": "complex nonzero", "d": "complex nonzero"},
        given=("b == d*exp(a)",),
        source="DLMF 4.2.3, 4.2.7: the phases are the same",
    ),
    Premise(
        "argument of a number",
        "arg(a) == im(log(a))",
        _NONZERO,
        kind="definition",
        source="DLMF 4.2.3",
    ),
    Premise(
        "value of arg",
        "arg(b) == a",
        {"a": "real", "b": "complex", "r": "real positive", "c": "real positive"},
        given=("b == r*exp(I*a)", "a <= pi", "a >= c - pi"),
        source="DLMF 1.9.5, 1.9.7",
    ),
    Premise(
        "logarithm of a modulus",
        "log(Abs(a)) == re(log(a))",
        _NONZERO,
        source="DLMF 4.2.3",
    ),
    Premise("arguments are at most pi", "im(log(a)) <= pi", _NONZERO, source="DLMF 4.2.7"),
    Premise("arguments are above -pi", "im(log(a)) >= -pi", _NONZERO, source="DLMF 4.2.7"),
    Premise(
        "arguments in the right half plane, above",
        "im(log(a)) <= pi/2",
        _NONZERO,
        given=("re(a) >= 0",),
        source="DLMF 1.9.5",
    ),
    Premise(
        "arguments in the right half plane, below",
        "im(log(a)) >= -pi/2",
        _NONZERO,
        given=("re(a) >= 0",),
        source="DLMF 1.9.5",
    ),
    Premise(
        "arguments in the upper half plane",
        "im(log(a)) >= 0",
        _NONZERO,
        given=("im(a) >= 0",),
        source="DLMF 1.9.5",
    ),
    Premise(
        "logarithm of a conjugate",
        "log(conjugate(a)) == conjugate(log(a))",
        _NONZERO,
        given=("re(a) >= 0",),
        source="DLMF 4.2.3, 4.2.7",
    ),
    Premise(
        "logarithm of a conjugate off the real axis",
        "log(conjugate(a)) == conjugate(log(a))",
        _NONZERO,
        given=("im(a) != 0",),
        source="DLMF 4.2.3, 4.2.7",
    ),
    Premise(
        "logarithm of a positive number",
        "conjugate(log(a)) == log(a)",
        _POSITIVE,
        source="DLMF 4.2.2",
    ),
    Premise("tangent of log", "log(a) <= a - 1", _POSITIVE, source="DLMF 4.5.1"),
    Premise("tangent of log at the inverse", "a*log(a) >= a - 1", _POSITIVE, source="DLMF 4.5.1"),
    Premise(
        "log increases",
        "log(a) >= log(b)",
        {"a": "real positive", "b": "real positive"},
        given=("a >= b",),
        source="DLMF 4.2.2",
    ),
)

_POWERS = (
    Premise(
        "power",
        "a**c == exp(c*log(a))",
        {"a": "complex nonzero", "c": "complex"},
        kind="definition",
        source="DLMF 4.2.26",
    ),
    Premise(
        "root as an exponential",
        "a**(1/n) == exp(log(a)/n)",
        {"a": "complex nonzero", "n": "integer"},
        kind="definition",
        source="DLMF 4.2.26",
    ),
    Premise(
        "powers of equals",
        "a**n == b**n",
        {"a": "complex", "b": "complex", "n": "integer"},
        given=("a == b",),
        source="a power is a function of its base",
    ),
    Premise("power of zero", "0**c == 0", {"c": "real positive"}, source="DLMF 4.2.26, its limit"),
)

PREMISES = (*_EXPONENTIALS, *_LOGARITHMS, *_POWERS)
PROPERTIES = (
    Property("exp", "", "invertible", "exp(a) != 0", _ANY),
    Property("exp", "real", "positive", "exp(a) > 0", _REAL),
    Property("log", "positive", "hermitian", "conjugate(log(a)) == log(a)", _POSITIVE),
    Property("unit_power", "", "invertible", "a**b != 0", {"a": "nonzero", "b": "complex"}),
    Property("positive_power", "", "positive", "a**b > 0", {"a": "positive", "b": "real"}),
)
