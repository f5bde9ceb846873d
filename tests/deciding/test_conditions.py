"""The conditions under which the sides of a claim are defined."""

from __future__ import annotations

import pytest

from derive.deciding.conditions import open_conditions
from derive.deciding.reading import read_problem
from derive.deciding.writing import as_text

CLAIMS: tuple[tuple[str, tuple[str, ...], dict[str, str], list[str]], ...] = (
    ("x/x == 1", (), {"x": "complex"}, ["x != 0"]),
    ("x/x == 1", (), {"x": "positive"}, []),
    ("1/(x + 1) == 1/(1 + x)", (), {"x": "positive"}, []),
    ("1/(x + 1) == 1/(1 + x)", (), {"x": "real"}, ["x != -1"]),
    ("1/(x**2 + 1) == 1/(1 + x**2)", (), {"x": "real"}, []),
    ("1/(n + 1) == 1/(1 + n)", (), {"n": "natural"}, []),
    ("1/(x**2 - 1) == 1/((x - 1)*(x + 1))", (), {"x": "complex"}, ["x != 1", "x != -1"]),
    ("1/(a - b) == -1/(b - a)", (), {"a b": "complex"}, ["a != b"]),
    ("1/(a - b) == -1/(b - a)", ("a > b",), {"a b": "real"}, []),
    ("log(z) == log(z)", (), {"z": "complex"}, ["z != 0"]),
    ("tan(x) == sin(x)/cos(x)", (), {"x": "real"}, ["cos(x) != 0"]),
    ("arg(z) == arg(z)", ("z != 0",), {"z": "complex"}, []),
    ("1/z == conjugate(z)/Abs(z)**2", (), {"z": "complex"}, ["z != 0"]),
    ("1/sqrt(x) == sqrt(x)/x", (), {"x": "complex"}, ["x != 0"]),
    ("x**(-3) == 1/x**3", (), {"x": "real"}, ["x != 0"]),
    ("x**a == x**a", (), {"x a": "complex"}, ["x != 0"]),
    ("x**n == x**n", (), {"x": "complex", "n": "natural"}, []),
    ("x + 1/x == 3", ("x**2 + 1 == 3*x",), {"x": "complex"}, []),
    ("x**2 + 1/x**2 == 7", ("x + 1/x == 3",), {"x": "complex"}, []),
    ("2/(1/a + 1/b) == 2*a*b/(a + b)", (), {"a b": "complex"}, ["a != 0", "b != 0", "a + b != 0"]),
    ("factorial(n - k) == factorial(n - k)", (), {"n k": "natural"}, ["n >= k"]),
    ("atanh(x) == atanh(x)", (), {"x": "real"}, ["x != 1", "x != -1"]),
    ("exp(1/x)*exp(-1/x) == 1", (), {"x": "complex"}, ["x != 0"]),
)


@pytest.mark.parametrize(("claim", "given", "assume", "wanted"), CLAIMS)
def test_open_conditions(
    claim: str, given: tuple[str, ...], assume: dict[str, str], wanted: list[str]
) -> None:
    """What follows is not listed, everything else is."""
    problem = read_problem(claim, given, assume, syntax="text").problem
    assert sorted(map(as_text, open_conditions(problem))) == sorted(wanted)
