"""Textbook claims on powers, factorials, binomial coefficients, gamma and orders of integers."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from derive.deciding.proving import Proof, prove
from derive.deciding.reading import read_problem

_SECONDS = 5.0

CLAIMS: tuple[tuple[str, tuple[str, ...], Mapping[str, str], bool], ...] = (
    ("factorial(n) >= 2**n", ("n >= 4",), {"n": "integer"}, True),
    ("factorial(n) > 2**n", ("n >= 4",), {"n": "integer"}, True),
    ("2**n >= n + 1", (), {"n": "natural"}, True),
    ("2**n > n", (), {"n": "natural"}, True),
    ("2**n >= n**2", ("n >= 4",), {"n": "integer"}, True),
    ("2**n >= n**2", (), {"n": "natural"}, False),
    ("(1 + x)**n >= 1 + n*x", (), {"x": "real nonnegative", "n": "natural"}, True),
    ("(1 + x)**n >= 1 + n*x", ("x >= -1",), {"x": "real", "n": "natural"}, True),
    ("(1 + x)**n >= 1 + n*x", (), {"x": "real", "n": "natural"}, False),
    ("binomial(n, k) == binomial(n, n - k)", (), {"n k": "natural"}, True),
    ("binomial(2*n, n) == factorial(2*n)/factorial(n)**2", (), {"n": "natural"}, True),
    (
        "(n + 1)*binomial(2*n + 2, n + 1) == 2*(2*n + 1)*binomial(2*n, n)",
        (),
        {"n": "natural"},
        True,
    ),
    ("binomial(n, 1) == n", (), {"n": "natural"}, True),
    ("binomial(n, 2) == n*(n - 1)/2", (), {"n": "natural"}, True),
    ("binomial(n, 2) == n*(n + 1)/2", (), {"n": "natural"}, False),
    ("binomial(n, n) == 1", (), {"n": "natural"}, True),
    (
        "binomial(n, k)*binomial(k, m) == binomial(n, m)*binomial(n - m, k - m)",
        ("n >= k", "k >= m"),
        {"n k m": "natural"},
        True,
    ),
    ("binomial(x, 2) == x*(x - 1)/2", (), {"x": "complex"}, True),
    ("binomial(x + 1, 3) == binomial(x, 3) + binomial(x, 2)", (), {"x": "complex"}, True),
    ("binomial(-1, k) == (-1)**k", (), {"k": "natural"}, True),
    ("binomial(n, k + 1) == binomial(n, k)*(n - k)/(k + 1)", (), {"n k": "natural"}, True),
    ("gamma(n + 2) == (n + 1)*factorial(n)", (), {"n": "natural"}, True),
    ("gamma(x + 1) == x*gamma(x)", (), {"x": "real positive"}, True),
    ("gamma(x + 1) == x*gamma(x)", (), {"x": "complex"}, True),
    ("gamma(1/2) == sqrt(pi)", (), {}, True),
    ("gamma(3/2) == sqrt(pi)/2", (), {}, True),
    ("gamma(n)*gamma(n + 1) == factorial(n)*factorial(n - 1)", (), {"n": "integer positive"}, True),
    ("factorial(n)/factorial(n - 1) == n", (), {"n": "integer positive"}, True),
    ("factorial(n)/factorial(n - 1) == n", (), {"n": "natural"}, True),
    ("factorial(n)/factorial(n - 2) == n*(n - 1)", ("n >= 2",), {"n": "integer"}, True),
    ("factorial(2*n + 1)/factorial(2*n - 1) == 2*n*(2*n + 1)", (), {"n": "integer positive"}, True),
    ("n*factorial(n) == factorial(n + 1) - factorial(n)", (), {"n": "natural"}, True),
    ("(-1)**(n + m) == (-1)**(n - m)", (), {"n m": "integer"}, True),
    ("(-1)**(n**2) == (-1)**n", (), {"n": "integer"}, True),
    ("(-1)**(n*(n - 1)/2) == 1", (), {"n": "integer"}, False),
    ("I**(2*n) == (-1)**n", (), {"n": "integer"}, True),
    ("I**n*(-I)**n == 1", (), {"n": "integer"}, True),
    ("(1 + I)**(2*n) == (2*I)**n", (), {"n": "natural"}, True),
    ("(1 + I)**(4*n) == (-4)**n", (), {"n": "natural"}, True),
    ("I**(n + 4) == I**n", (), {"n": "integer"}, True),
    ("(2**n)**2 == 4**n", (), {"n": "integer"}, True),
    ("(x**m)**n == x**(m*n)", (), {"x": "complex nonzero", "m n": "integer"}, True),
    ("(x**m)**n == x**(m*n)", (), {"x": "complex", "m n": "natural"}, True),
    ("x**n*x**m == x**(n + m)", (), {"x": "complex", "n m": "natural"}, True),
    ("x**n*x**(-n) == 1", (), {"x": "complex nonzero", "n": "integer"}, True),
    ("6**n == 2**n*3**n", (), {"n": "integer"}, True),
    ("(1/2)**n*2**n == 1", (), {"n": "integer"}, True),
    ("x**(2*n) == (x**2)**n", (), {"x": "complex", "n": "natural"}, True),
    ("(x**2 + 2*x*y + y**2)**n == (x + y)**(2*n)", (), {"x y": "complex", "n": "natural"}, True),
    ("(x/y)**n == x**n/y**n", (), {"x": "complex", "y": "complex nonzero", "n": "natural"}, True),
    ("0**n == 0", (), {"n": "integer positive"}, True),
    ("0**n == 0", (), {"n": "natural"}, False),
    ("1**n == 1", (), {"n": "integer"}, True),
    ("cos(2*pi*n) == 1", (), {"n": "integer"}, True),
    ("sin(n*pi) == 0", (), {"n": "integer"}, True),
    ("cos(n*pi)**2 == 1", (), {"n": "integer"}, True),
    ("tan(n*pi) == 0", (), {"n": "integer"}, True),
    ("cos((2*n + 1)*pi/2) == 0", (), {"n": "integer"}, True),
    ("sin(x + n*pi) == (-1)**n*sin(x)", (), {"x": "complex", "n": "integer"}, True),
    ("cos(x + 2*pi*n) == cos(x)", (), {"x": "complex", "n": "integer"}, True),
    ("exp(I*pi*n/2) == I**n", (), {"n": "integer"}, True),
    ("KroneckerDelta(n, n) == 1", (), {"n": "integer"}, True),
    ("KroneckerDelta(n, n + 1) == 0", (), {"n": "integer"}, True),
    ("KroneckerDelta(n, k)*n == KroneckerDelta(n, k)*k", (), {"n k": "natural"}, True),
    ("KroneckerDelta(n, k) == KroneckerDelta(k, n)", (), {"n k": "natural"}, True),
    ("(n + 1)**3 - n**3 == 3*n**2 + 3*n + 1", (), {"n": "integer"}, True),
    ("factorial(n + 1)/factorial(n) == n", (), {"n": "natural"}, False),
    ("factorial(n)**2 == factorial(2*n)", (), {"n": "natural"}, False),
    ("binomial(2*n, n) == 2**n", (), {"n": "natural"}, False),
    ("(x + y)**n == x**n + y**n", (), {"x y": "complex", "n": "integer positive"}, False),
    ("(-1)**n == (-1)**(n + 1)", (), {"n": "integer"}, False),
    ("x**n*x**(-n) == 1", (), {"x": "complex", "n": "natural"}, True),
    ("4**n >= binomial(2*n, n)", (), {"n": "natural"}, True),
    ("factorial(n) >= n", (), {"n": "natural"}, True),
    (
        "factorial(n)*factorial(k)*binomial(n + k, k) == factorial(n + k)",
        (),
        {"n k": "natural"},
        True,
    ),
    ("(n + 1)*binomial(n, k) == (n + 1 - k)*binomial(n + 1, k)", (), {"n k": "natural"}, True),
)


@pytest.mark.parametrize(("claim", "given", "assume", "holds"), CLAIMS)
def test_claim(claim: str, given: tuple[str, ...], assume: Mapping[str, str], holds: bool) -> None:
    """A true claim is proved, a false one is not."""
    problem = read_problem(claim, given, assume, syntax="text").problem
    assert isinstance(prove(problem, _SECONDS), Proof) == holds
