"""Textbook claims on finite sums and products and on infinite series."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from derive.deciding.proving import Proof, prove
from derive.deciding.reading import read_problem

_SECONDS = 5.0

CLAIMS: tuple[tuple[str, tuple[str, ...], Mapping[str, str], bool], ...] = (
    ("Sum(k, (k, 1, 10)) == 55", (), {}, True),
    ("Sum(k**2, (k, 1, 100)) == 338350", (), {}, True),
    ("Sum(k, (k, 1, 10)) == 45", (), {}, False),
    (
        "Sum(k**4, (k, 1, n)) == n*(n + 1)*(2*n + 1)*(3*n**2 + 3*n - 1)/30",
        (),
        {"n": "natural"},
        True,
    ),
    ("Sum(k*(k + 1), (k, 1, n)) == n*(n + 1)*(n + 2)/3", (), {"n": "natural"}, True),
    ("Sum(k*factorial(k), (k, 1, n)) == factorial(n + 1) - 1", (), {"n": "natural"}, True),
    ("Sum(k*binomial(n, k), (k, 0, n)) == n*2**(n - 1)", (), {"n": "integer positive"}, True),
    ("Sum(k*binomial(n, k), (k, 0, n)) == n*2**(n - 1)", (), {"n": "natural"}, True),
    (
        "Sum(k**2*binomial(n, k), (k, 0, n)) == n*(n + 1)*2**(n - 2)",
        ("n >= 2",),
        {"n": "integer"},
        True,
    ),
    ("Sum(binomial(n, k)**2, (k, 0, n)) == binomial(2*n, n)", (), {"n": "natural"}, True),
    (
        "Sum(binomial(k, r), (k, r, n)) == binomial(n + 1, r + 1)",
        ("n >= r",),
        {"n r": "natural"},
        True,
    ),
    ("Sum(binomial(k, 2), (k, 0, n)) == binomial(n + 1, 3)", (), {"n": "natural"}, True),
    ("Sum(binomial(n + k, k), (k, 0, m)) == binomial(n + m + 1, m)", (), {"n m": "natural"}, True),
    (
        "Sum(binomial(n, k)*x**k, (k, 0, n)) == (1 + x)**n",
        (),
        {"x": "complex", "n": "natural"},
        True,
    ),
    ("Sum((-1)**k*binomial(n, k)*2**(n - k), (k, 0, n)) == 1", (), {"n": "natural"}, True),
    (
        "Sum(x**k*y**(n - k), (k, 0, n))*(x - y) == x**(n + 1) - y**(n + 1)",
        (),
        {"x y": "complex", "n": "natural"},
        True,
    ),
    (
        "x**n - y**n == (x - y)*Sum(x**k*y**(n - 1 - k), (k, 0, n - 1))",
        (),
        {"x y": "complex", "n": "integer positive"},
        True,
    ),
    (
        "Sum(k*q**k, (k, 0, n)) == (q - (n + 1)*q**(n + 1) + n*q**(n + 2))/(1 - q)**2",
        (),
        {"q": "complex", "n": "natural"},
        True,
    ),
    ("Sum(2**k, (k, 0, n)) == 2**(n + 1) - 1", (), {"n": "natural"}, True),
    ("Sum(1/2**k, (k, 1, n)) == 1 - 1/2**n", (), {"n": "natural"}, True),
    (
        "Sum(1/(k*(k + 2)), (k, 1, n)) == 3/4 - (2*n + 3)/(2*(n + 1)*(n + 2))",
        (),
        {"n": "natural"},
        True,
    ),
    ("Sum(1/((2*k - 1)*(2*k + 1)), (k, 1, n)) == n/(2*n + 1)", (), {"n": "natural"}, True),
    ("Sum(c, (k, 1, n)) == n*c", (), {"c": "complex", "n": "natural"}, True),
    (
        "Sum(c*f(k), (k, 1, n)) == c*Sum(f(k), (k, 1, n))",
        (),
        {"c": "complex", "n": "natural", "f": "function"},
        True,
    ),
    (
        "Sum(f(k), (k, 1, n + 1)) == Sum(f(k), (k, 1, n)) + f(n + 1)",
        (),
        {"n": "natural", "f": "function"},
        True,
    ),
    (
        "Sum(f(k), (k, 1, n)) + Sum(f(k), (k, n + 1, m)) == Sum(f(k), (k, 1, m))",
        ("m >= n",),
        {"n m": "natural", "f": "function"},
        True,
    ),
    (
        "Sum(f(n - k), (k, 0, n)) == Sum(f(k), (k, 0, n))",
        (),
        {"n": "natural", "f": "function"},
        True,
    ),
    (
        "Sum(f(k), (k, 1, n)) == Sum(f(k), (k, 0, n - 1)) + f(n) - f(0)",
        (),
        {"n": "integer positive", "f": "function"},
        True,
    ),
    (
        "Sum(f(j)*g(k), (j, 1, m), (k, 1, n)) == Sum(f(j), (j, 1, m))*Sum(g(k), (k, 1, n))",
        (),
        {"n m": "natural", "f g": "function"},
        True,
    ),
    ("Sum((-1)**k, (k, 0, n)) == (1 + (-1)**n)/2", (), {"n": "natural"}, True),
    ("Sum((-1)**k*k, (k, 1, n)) == ((-1)**n*(2*n + 1) - 1)/4", (), {"n": "natural"}, True),
    ("Sum(Sum(1, (j, 1, k)), (k, 1, n)) == n*(n + 1)/2", (), {"n": "natural"}, True),
    ("Sum(1/k, (k, 1, n)) == 1", (), {"n": "natural"}, False),
    ("Sum(1/k, (k, 1, n + 1)) - Sum(1/k, (k, 1, n)) == 1/(n + 1)", (), {"n": "natural"}, True),
    ("Sum(k**3, (k, 1, n)) == (n*(n + 1)/2)**2", (), {"n": "natural"}, True),
    ("Sum((2*k - 1)**2, (k, 1, n)) == n*(4*n**2 - 1)/3", (), {"n": "natural"}, True),
    ("Sum((2*k - 1)**3, (k, 1, n)) == n**2*(2*n**2 - 1)", (), {"n": "natural"}, True),
    ("Product(x, (k, 1, n)) == x**n", (), {"x": "complex", "n": "natural"}, True),
    ("Product((k + 1)/k, (k, 1, n)) == n + 1", (), {"n": "natural"}, True),
    ("Product(1 - 1/k**2, (k, 2, n)) == (n + 1)/(2*n)", ("n >= 2",), {"n": "integer"}, True),
    ("Product(1 - 1/k, (k, 2, n)) == 1/n", ("n >= 2",), {"n": "integer"}, True),
    (
        "Product(f(k)*g(k), (k, 1, n)) == Product(f(k), (k, 1, n))*Product(g(k), (k, 1, n))",
        (),
        {"f g": "function", "n": "natural"},
        True,
    ),
    ("Product(2*k, (k, 1, n)) == 2**n*factorial(n)", (), {"n": "natural"}, True),
    ("Product(q**k, (k, 1, n)) == q**(n*(n + 1)/2)", (), {"q": "complex", "n": "natural"}, True),
    (
        "Product(a + k, (k, 0, n - 1)) == gamma(a + n)/gamma(a)",
        (),
        {"a": "real positive", "n": "natural"},
        True,
    ),
    ("Sum(x**k/factorial(k), (k, 1, oo)) == exp(x) - 1", (), {"x": "complex"}, True),
    ("Sum(1/factorial(k), (k, 0, oo)) == exp(1)", (), {}, True),
    ("Sum((-1)**k/factorial(k), (k, 0, oo)) == exp(-1)", (), {}, True),
    ("Sum((-x)**k/factorial(k), (k, 0, oo)) == exp(-x)", (), {"x": "complex"}, True),
    ("Sum((2*x)**k/factorial(k), (k, 0, oo)) == exp(x)**2", (), {"x": "complex"}, True),
    ("Sum((-1)**k*x**(2*k)/factorial(2*k), (k, 0, oo)) == cos(x)", (), {"x": "complex"}, True),
    (
        "Sum((-1)**k*x**(2*k + 1)/factorial(2*k + 1), (k, 0, oo)) == sin(x)",
        (),
        {"x": "complex"},
        True,
    ),
    ("Sum(x**(2*k)/factorial(2*k), (k, 0, oo)) == cosh(x)", (), {"x": "complex"}, True),
    ("Sum(q**k, (k, 0, oo)) == 1/(1 - q)", ("Abs(q) < 1",), {"q": "complex"}, True),
    ("Sum(q**k, (k, 0, oo)) == 1/(1 - q)", ("q > -1", "q < 1"), {"q": "real"}, True),
    ("Sum(q**k, (k, 1, oo)) == q/(1 - q)", ("Abs(q) < 1",), {"q": "complex"}, True),
    ("Sum(q**k, (k, 1, oo)) == 1/(1 - q)", ("Abs(q) < 1",), {"q": "complex"}, False),
    ("Sum(k*q**k, (k, 0, oo)) == q/(1 - q)**2", ("Abs(q) < 1",), {"q": "complex"}, True),
    ("Sum(1/2**k, (k, 0, oo)) == 2", (), {}, True),
    ("Sum((1/2)**k, (k, 1, oo)) == 1", (), {}, True),
    ("Sum((-1/2)**k, (k, 0, oo)) == 2/3", (), {}, True),
    ("Sum(2**k, (k, 0, oo)) == -1", (), {}, False),
    ("Sum(1/k**2, (k, 1, oo)) == pi**2/6", (), {}, True),
    ("Sum(1/k**4, (k, 1, oo)) == pi**4/90", (), {}, True),
    ("Sum((-1)**(k + 1)/k, (k, 1, oo)) == log(2)", (), {}, True),
    ("Sum((-1)**k/(2*k + 1), (k, 0, oo)) == pi/4", (), {}, True),
    ("Sum(1/(k*(k + 1)), (k, 1, oo)) == 1", (), {}, True),
    ("Sum(x**k/k, (k, 1, oo)) == -log(1 - x)", ("x > -1", "x < 1"), {"x": "real"}, True),
    (
        "Sum(KroneckerDelta(k, j)*x**k, (k, 0, n)) == x**j",
        ("n >= j",),
        {"n j": "natural", "x": "complex"},
        True,
    ),
    (
        "Sum(f(k), (k, 1, n))**2 == Sum(Sum(f(j)*f(k), (j, 1, n)), (k, 1, n))",
        (),
        {"f": "function", "n": "natural"},
        True,
    ),
    ("Sum(k*(-1)**k*binomial(n, k), (k, 0, n)) == 0", ("n >= 2",), {"n": "integer"}, True),
    ("Sum(k*(-1)**k*binomial(n, k), (k, 0, n)) == 0", (), {"n": "natural"}, False),
)


@pytest.mark.parametrize(("claim", "given", "assume", "holds"), CLAIMS)
def test_claim(claim: str, given: tuple[str, ...], assume: Mapping[str, str], holds: bool) -> None:
    """A true claim is proved, a false one is not."""
    problem = read_problem(claim, given, assume, syntax="text").problem
    assert isinstance(prove(problem, _SECONDS), Proof) == holds
