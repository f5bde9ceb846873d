"""Rational functions, orders and inequations: claims of textbooks that are proved, and false ones that are not."""

from __future__ import annotations

import pytest

from derive.deciding.proving.proof import Proof, prove
from derive.deciding.reading import read_problem

SECONDS = 5.0
CLAIMS = (
    (
        "x**4 + x**2*y**2 + y**4 == (x**2 + x*y + y**2)*(x**2 - x*y + y**2)",
        (),
        {"x y": "complex"},
        True,
    ),
    ("(a - b)/(a*b) == 1/b - 1/a", (), {"a b": "complex"}, True),
    ("1/(1 + 1/(1 + 1/x)) == (x + 1)/(2*x + 1)", (), {"x": "complex"}, True),
    ("1/(1 + 1/(1 + 1/x)) == (x + 1)/(2*x + 2)", (), {"x": "complex"}, False),
    ("(x**n - 1)*(x**n + 1) == x**(2*n) - 1", (), {"x": "complex", "n": "natural"}, True),
    ("x**(-2)*x**3 == x", (), {"x": "complex"}, True),
    ("(x + 1/x)**2 - 2 == x**2 + 1/x**2", (), {"x": "complex"}, True),
    ("x**0 == 1", (), {"x": "complex"}, True),
    ("0**x == 0", (), {"x": "real"}, False),
    ("(x**2)**3 == x**5", (), {"x": "complex"}, False),
    ("(a/b)/(c/d) == a*d/(b*c)", (), {"a b c d": "complex"}, True),
    ("1/(a*b) + 1/(b*c) + 1/(c*a) == (a + b + c)/(a*b*c)", (), {"a b c": "complex"}, True),
    ("a*(b/c) == (a*b)/(a*c)", (), {"a b c": "complex"}, False),
    ("(x**4 - 1)/(x**2 + 1) == x**2 - 1", (), {"x": "complex"}, True),
    ("(x**4 - 1)/(x**2 - 1) == x**2 - 1", (), {"x": "complex"}, False),
    ("x/(x - 1) - 1/(x - 1) == 1", (), {"x": "complex"}, True),
    ("1/(x**2 - 3*x + 2) == 1/(x - 2) - 1/(x - 1)", (), {"x": "complex"}, True),
    ("1/(x**2 - 3*x + 2) == 1/(x - 1) - 1/(x - 2)", (), {"x": "complex"}, False),
    (
        "(b - c)/((a - b)*(a - c)) + (c - a)/((b - c)*(b - a)) + (a - b)/((c - a)*(c - b)) == 2/(a - b) + 2/(b - c) + 2/(c - a)",
        (),
        {"a b c": "complex"},
        True,
    ),
    ("a**2 + b**2 == (a + b)**2 - 2*a*b", (), {"a b": "complex"}, True),
    ("x**2 + y**2 >= 2*x*y", (), {"x y": "real"}, True),
    ("x**2 + x + 1 >= 0", (), {"x": "real"}, True),
    ("x**2 + x + 1 > 0", (), {"x": "real"}, True),
    ("x**2 - 2*x + 1 > 0", (), {"x": "real"}, False),
    ("x**2 + x*y + y**2 >= 0", (), {"x y": "real"}, True),
    ("x + 1/x >= 2", (), {"x": "positive"}, True),
    ("x + 1/x >= 2", (), {"x": "real nonzero"}, False),
    ("a**2 + b**2 + c**2 >= a*b + b*c + c*a", (), {"a b c": "real"}, True),
    ("(a**2 + b**2)*(c**2 + d**2) >= (a*c + b*d)**2", (), {"a b c d": "real"}, True),
    ("(a + b)*(b + c)*(c + a) >= 8*a*b*c", (), {"a b c": "positive"}, True),
    ("x*y > 0", (), {"x y": "positive"}, True),
    ("x + y > 0", (), {"x y": "positive"}, True),
    ("x + 1 != 0", (), {"x": "positive"}, True),
    ("x + 1 != 0", (), {"x": "real"}, False),
    ("x**2 + y**2 + 1 != 0", (), {"x y": "real"}, True),
    ("x**4 + 1 >= 2*x**2", (), {"x": "real"}, True),
    ("x**4 - 4*x**3 + 6*x**2 - 4*x + 1 >= 0", (), {"x": "real"}, True),
    ("x**4 + x**3 + x**2 + x + 1 > 0", (), {"x": "real"}, True),
    ("x**4 - x + 1 > 0", (), {"x": "real"}, True),
    ("2*x**2 + 3*y**2 - 4*x*y >= 0", (), {"x y": "real"}, True),
    ("x**2 + y**2 - 3*x*y >= 0", (), {"x y": "real"}, False),
    ("a/b + b/a >= 2", (), {"a b": "positive"}, True),
    ("(a + b)*(1/a + 1/b) >= 4", (), {"a b": "positive"}, True),
    ("(a + b + c)*(1/a + 1/b + 1/c) >= 9", (), {"a b c": "positive"}, True),
    ("1/(1 + x**2) <= 1", (), {"x": "real"}, True),
    ("1/(1 + x**2) > 0", (), {"x": "real"}, True),
    ("2*x/(1 + x**2) <= 1", (), {"x": "real"}, True),
    ("a**3 + b**3 >= a**2*b + a*b**2", (), {"a b": "positive"}, True),
    ("a**3 + b**3 + c**3 >= 3*a*b*c", (), {"a b c": "positive"}, True),
    ("pi**2 < 10", (), {}, True),
    ("exp(1) > 2", (), {}, True),
    ("exp(pi) > pi**exp(1)", (), {}, True),
    ("x**3 > 0", (), {"x": "positive"}, True),
    ("x**2 > 0", (), {"x": "real nonzero"}, True),
    ("x**2 >= 0", (), {"x": "complex"}, False),
    ("x*(1 - x) <= 1/4", (), {"x": "real"}, True),
    ("n + 1 != 0", (), {"n": "natural"}, True),
    ("n + 1 > 0", (), {"n": "natural"}, True),
    ("2*a**2 + 2*b**2 >= (a + b)**2", (), {"a b": "real"}, True),
    ("a**2*b**2 + 1 >= 2*a*b", (), {"a b": "real"}, True),
    ("a**4 + b**4 >= a**3*b + a*b**3", (), {"a b": "real"}, True),
    ("a**4 + b**4 + c**4 >= a*b*c*(a + b + c)", (), {"a b c": "real"}, True),
    ("x**6 + 1 >= x**4", (), {"x": "real"}, True),
    ("x**2 + 4*x + 5 > 0", (), {"x": "real"}, True),
    ("x**2 + 4*x + 3 > 0", (), {"x": "real"}, False),
    ("-x**2 <= 0", (), {"x": "real"}, True),
    ("x < 0", (), {"x": "negative"}, True),
    ("x*y > 0", (), {"x y": "negative"}, True),
    ("x*y < 0", (), {"x": "negative", "y": "positive"}, True),
    ("a**2 + b**2 > 2*a*b", (), {"a b": "positive"}, False),
)


@pytest.mark.parametrize(("claim", "given", "assume", "expected"), CLAIMS)
def test_claim(claim: str, given: tuple[str, ...], assume: dict[str, str], expected: bool) -> None:
    """A true claim is proved, a false one never."""
    problem = read_problem(claim, given, assume, syntax="text").problem
    found = prove(problem, SECONDS)
    assert isinstance(found, Proof) == expected, getattr(found, "reason", "proved")
