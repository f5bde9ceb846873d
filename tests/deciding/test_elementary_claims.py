"""Textbook claims on exponentials, logarithms, trigonometric functions and general powers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest

from derive.deciding.proving import Proof, prove
from derive.deciding.reading import read_problem

_SECONDS = 3.0
_SECONDS_FOR_FALSE = 0.4

Table = tuple[tuple[Mapping[str, str], tuple[str, ...]], ...]

TRUE: Table = (
    (
        {"x": "complex"},
        (
            "sin(x)**2 == (1 - cos(2*x))/2",
            "cos(x)**2 == (1 + cos(2*x))/2",
            "cos(3*x) == 4*cos(x)**3 - 3*cos(x)",
            "cos(4*x) == 8*cos(x)**4 - 8*cos(x)**2 + 1",
            "tan(2*x) == 2*tan(x)/(1 - tan(x)**2)",
            "tan(x/2) == sin(x)/(1 + cos(x))",
            "sin(x) == 2*tan(x/2)/(1 + tan(x/2)**2)",
            "1 + cot(x)**2 == csc(x)**2",
            "1 + tan(x)**2 == sec(x)**2",
            "sec(x)**2 + csc(x)**2 == sec(x)**2*csc(x)**2",
            "tan(x) + cot(x) == 2/sin(2*x)",
            "sin(x + pi) == -sin(x)",
            "sin(x + pi/2) == cos(x)",
            "cos(pi/2 - x) == sin(x)",
            "tan(x + pi) == tan(x)",
            "sin(-x) == -sin(x)",
            "sin(x)**4 == (3 - 4*cos(2*x) + cos(4*x))/8",
            "sin(5*x) == 16*sin(x)**5 - 20*sin(x)**3 + 5*sin(x)",
            "sin(x)**2 - cos(x)**2 == -cos(2*x)",
            "(sin(x) + cos(x))**2 == 1 + sin(2*x)",
            "sin(x)/(1 - cos(x)) == (1 + cos(x))/sin(x)",
            "sinh(2*x) == 2*sinh(x)*cosh(x)",
            "cosh(2*x) == 1 + 2*sinh(x)**2",
            "1 - tanh(x)**2 == 1/cosh(x)**2",
            "tanh(x) == (exp(2*x) - 1)/(exp(2*x) + 1)",
            "sinh(I*x) == I*sin(x)",
            "cosh(I*x) == cos(x)",
            "cos(I*x) == cosh(x)",
            "sin(I*x) == I*sinh(x)",
            "cosh(x) + sinh(x) == exp(x)",
            "sinh(3*x) == 3*sinh(x) + 4*sinh(x)**3",
            "exp(x)*exp(-x) == 1",
            "conjugate(cos(x)) == cos(conjugate(x))",
            "conjugate(tan(x)) == tan(conjugate(x))",
            "1 - exp(I*x) == -2*I*sin(x/2)*exp(I*x/2)",
            "1 + exp(I*x) == 2*cos(x/2)*exp(I*x/2)",
            "exp(x/2)**2 == exp(x)",
            "1/(1 + exp(-x)) == exp(x)/(1 + exp(x))",
            "1/(1 + exp(x)) + 1/(1 + exp(-x)) == 1",
            "2**x*3**x == 6**x",
            "4**x == 2**(2*x)",
            "(1/2)**x == 2**(-x)",
            "2**(x + 1) == 2*2**x",
            "2**(x + 3)/2**x == 8",
            "(-1)**x == exp(I*pi*x)",
            "1**x == 1",
            "x**(1/2)*x**(1/3) == x**(5/6)",
            "x**(3/2) == x*sqrt(x)",
            "sin(acos(x)) == sqrt(1 - x**2)",
            "cos(acos(x)) == x",
            "tan(asin(x)) == x/sqrt(1 - x**2)",
            "sin(2*asin(x)) == 2*x*sqrt(1 - x**2)",
            "cos(2*acos(x)) == 2*x**2 - 1",
            "cos(3*acos(x)) == 4*x**3 - 3*x",
            "atan(-x) == -atan(x)",
            "asin(-x) == -asin(x)",
            "acos(-x) == pi - acos(x)",
            "atanh(-x) == -atanh(x)",
            "acosh(x) == log(x + sqrt(x - 1)*sqrt(x + 1))",
            "atanh(x) == (log(1 + x) - log(1 - x))/2",
            "asinh(x) == log(x + sqrt(1 + x**2))",
            "sinh(asinh(x)) == x",
            "cosh(acosh(x)) == x",
            "tanh(atanh(x)) == x",
            "cosh(2*asinh(x)) == 1 + 2*x**2",
            "sinh(2*asinh(x)) == 2*x*sqrt(1 + x**2)",
            "asin(I*x) == I*asinh(x)",
            "atan(I*x) == I*atanh(x)",
            "exp(x) != 0",
        ),
    ),
    (
        {},
        (
            "sin(pi/3) == sqrt(3)/2",
            "cos(pi/4) == 1/sqrt(2)",
            "tan(pi/12) == 2 - sqrt(3)",
            "tan(pi/8) == sqrt(2) - 1",
            "cos(pi/5) == (1 + sqrt(5))/4",
            "sin(pi/10) == (sqrt(5) - 1)/4",
            "cos(pi/8) == sqrt(2 + sqrt(2))/2",
            "sin(pi/5) == sqrt(10 - 2*sqrt(5))/4",
            "sin(pi/9)*sin(2*pi/9)*sin(4*pi/9) == sqrt(3)/8",
            "cos(pi/9)*cos(2*pi/9)*cos(4*pi/9) == 1/8",
            "cos(2*pi/5) + cos(4*pi/5) == -1/2",
            "cos(2*pi/7) + cos(4*pi/7) + cos(6*pi/7) == -1/2",
            "tan(pi/9)*tan(2*pi/9)*tan(4*pi/9) == sqrt(3)",
            "sin(pi/18)*sin(5*pi/18)*sin(7*pi/18) == 1/8",
            "sin(2*pi/7) + sin(4*pi/7) - sin(6*pi/7) == sqrt(7)/2",
            "exp(I*pi) + 1 == 0",
            "exp(2*pi*I/3)**3 == 1",
            "1 + exp(2*pi*I/3) + exp(4*pi*I/3) == 0",
            "exp(I*pi/4) == (1 + I)/sqrt(2)",
            "exp(I*pi/3) == 1/2 + sqrt(3)/2*I",
            "log(-1) == I*pi",
            "log(I) == I*pi/2",
            "log(-I) == -I*pi/2",
            "log(1 + I) == log(2)/2 + I*pi/4",
            "log(12) == 2*log(2) + log(3)",
            "log(1/2) == -log(2)",
            "log(6)/log(36) == 1/2",
            "I**I == exp(-pi/2)",
            "(-1)**I == exp(-pi)",
            "asin(1) == pi/2",
            "asin(1/2) == pi/6",
            "acos(1/2) == pi/3",
            "acos(-1) == pi",
            "acos(0) == pi/2",
            "atan(1) == pi/4",
            "atan(sqrt(3)) == pi/3",
            "atan(0) == 0",
            "asinh(0) == 0",
            "acosh(1) == 0",
            "asin(sqrt(2)/2) == pi/4",
            "atan(1) + atan(2) + atan(3) == pi",
            "4*atan(1/5) - atan(1/239) == pi/4",
            "2*atan(1/3) + atan(1/7) == pi/4",
            "atan(1/2) + atan(1/5) + atan(1/8) == pi/4",
            "asin(3/5) + asin(4/5) == pi/2",
            "acos(3/5) == asin(4/5)",
        ),
    ),
    (
        {"x": "real"},
        (
            "tan(x/2) == (1 - cos(x))/sin(x)",
            "cot(2*x) == (cot(x)**2 - 1)/(2*cot(x))",
            "tan(x + pi/4) == (1 + tan(x))/(1 - tan(x))",
            "1 - tanh(x)**2 == 1/cosh(x)**2",
            "coth(x) - tanh(x) == 2/sinh(2*x)",
            "tan(I*x) == I*tanh(x)",
            "Abs(exp(I*x)) == 1",
            "Abs(1 + exp(I*x))**2 == 4*cos(x/2)**2",
            "sqrt(exp(x)) == exp(x/2)",
            "sqrt(exp(2*x)) == exp(x)",
            "exp(x)**(1/3) == exp(x/3)",
            "1/(exp(x) - 1) == coth(x/2)/2 - 1/2",
            "log(2*cosh(x)) == x + log(1 + exp(-2*x))",
            "cos(atan(x)) == 1/sqrt(1 + x**2)",
            "sin(atan(x)) == x/sqrt(1 + x**2)",
            "cos(2*atan(x)) == (1 - x**2)/(1 + x**2)",
            "sin(2*atan(x)) == 2*x/(1 + x**2)",
            "tan(2*atan(x)) == 2*x/(1 - x**2)",
            "atan(-x) == -atan(x)",
            "asinh(-x) == -asinh(x)",
            "atanh(tanh(x)) == x",
            "exp(x) >= 1 + x",
            "exp(x) >= 0",
            "exp(x) > 0",
            "cosh(x) >= 1",
            "sin(x) <= 1",
            "Abs(sin(x)) <= 1",
            "exp(x) + exp(-x) >= 2",
            "cosh(x) >= sinh(x)",
            "tanh(x) <= 1",
            "exp(x) >= x",
            "cosh(x) != 0",
            "atan(x) <= pi/2",
        ),
    ),
    (
        {"x": "positive"},
        (
            "log(x**2) == 2*log(x)",
            "log(-x) == log(x) + I*pi",
            "log(I*x) == log(x) + I*pi/2",
            "log(x + 1) - log(x) == log(1 + 1/x)",
            "exp(log(x)/2) == sqrt(x)",
            "exp(I*log(x)) == cos(log(x)) + I*sin(log(x))",
            "sinh(log(x)) == (x - 1/x)/2",
            "tanh(log(x)) == (x**2 - 1)/(x**2 + 1)",
            "10**(log(x)/log(10)) == x",
            "x**(1/log(x)) == exp(1)",
            "log(x) <= x - 1",
            "x*log(x) >= x - 1",
        ),
    ),
    (
        {"x y": "real"},
        (
            "tan(x)*tan(y) == (tan(x) + tan(y))/(cot(x) + cot(y))",
            "tanh(x + y) == (tanh(x) + tanh(y))/(1 + tanh(x)*tanh(y))",
            "sin(x + I*y) == sin(x)*cosh(y) + I*cos(x)*sinh(y)",
            "cos(x + I*y) == cos(x)*cosh(y) - I*sin(x)*sinh(y)",
            "Abs(sin(x + I*y))**2 == sin(x)**2 + sinh(y)**2",
            "Abs(cos(x + I*y))**2 == cos(x)**2 + sinh(y)**2",
            "Abs(exp(x + I*y)) == exp(x)",
            "re(exp(x + I*y)) == exp(x)*cos(y)",
            "im(exp(x + I*y)) == exp(x)*sin(y)",
            "exp(x)**y == exp(x*y)",
            "log(exp(x) + exp(y)) == x + log(1 + exp(y - x))",
        ),
    ),
    (
        {"x y": "complex"},
        (
            "sin(x)*sin(y) == (cos(x - y) - cos(x + y))/2",
            "sin(x) + sin(y) == 2*sin((x + y)/2)*cos((x - y)/2)",
            "cos(x) - cos(y) == -2*sin((x + y)/2)*sin((x - y)/2)",
            "sin(x + y)*sin(x - y) == sin(x)**2 - sin(y)**2",
            "cosh(x + y) == cosh(x)*cosh(y) + sinh(x)*sinh(y)",
            "exp(x)/exp(y) == exp(x - y)",
            "exp(-x**2)*exp(-y**2) == exp(-(x**2 + y**2))",
            "exp((x + y)**2) == exp(x**2)*exp(2*x*y)*exp(y**2)",
        ),
    ),
    (
        {"n": "integer"},
        (
            "cos(2*pi*n) == 1",
            "sin(pi*n) == 0",
            "cos(pi*(2*n+1)/2) == 0",
            "sin(pi*(n + 1/2)) == (-1)**n",
            "exp(2*pi*I*n) == 1",
            "exp(I*pi*n*(n+1)) == 1",
        ),
    ),
    (
        {"x y": "positive"},
        (
            "log(x*y) == log(x) + log(y)",
            "log(x/y) == log(x) - log(y)",
            "log(x**3*y) == 3*log(x) + log(y)",
            "log(sqrt(x*y)) == (log(x) + log(y))/2",
            "log(x**2 - y**2) == log(x - y) + log(x + y)",
            "x**log(y) == y**log(x)",
        ),
    ),
    (
        {"n": "integer", "x": "complex"},
        (
            "sin(x + 2*pi*n) == sin(x)",
            "sin(x + pi*n) == (-1)**n*sin(x)",
            "cos(x + pi*n) == (-1)**n*cos(x)",
            "(cos(x) + I*sin(x))**n == cos(n*x) + I*sin(n*x)",
            "(cosh(x) + sinh(x))**n == cosh(n*x) + sinh(n*x)",
        ),
    ),
    (
        {"x": "complex nonzero"},
        (
            "exp(-log(x)) == 1/x",
            "exp(2*log(x)) == x**2",
            "exp(log(x)/2) == sqrt(x)",
            "exp(log(x)/3)**3 == x",
            "cosh(log(x)) == (x + 1/x)/2",
        ),
    ),
    (
        {"x y z": "complex"},
        (
            "sin(x + y + z) == sin(x)*cos(y)*cos(z) + cos(x)*sin(y)*cos(z) + cos(x)*cos(y)*sin(z) - sin(x)*sin(y)*sin(z)",
            "exp(I*(x*y - z)) * exp(-I*(x*y - z)) == 1",
        ),
    ),
    (
        {"x": "complex nonzero", "y z": "complex"},
        (
            "x**y*x**z == x**(y + z)",
            "x**y/x**z == x**(y - z)",
        ),
    ),
    (
        {"x": "complex nonzero", "y": "complex"},
        (
            "x**(-y) == 1/x**y",
            "x**(y)*x == x**(y+1)",
        ),
    ),
    (
        {"x": "nonnegative"},
        (
            "log(1 + x) <= x",
            "sin(x) <= x",
        ),
    ),
    (
        {"x": "positive", "y": "real"},
        (
            "log(x**y) == y*log(x)",
            "x**y == exp(y*log(x))",
        ),
    ),
    (
        {"z": "complex nonzero"},
        (
            "re(log(z)) == log(Abs(z))",
            "im(log(z)) == arg(z)",
        ),
    ),
    (
        {"n": "integer", "x": "complex nonzero"},
        ("exp(n*log(x)) == x**n",),
    ),
    (
        {"n": "integer", "x": "complex nonzero", "y": "complex"},
        ("(x**y)**n == x**(n*y)",),
    ),
    (
        {"n": "integer", "x": "positive"},
        ("log(x**n) == n*log(x)",),
    ),
    (
        {"x y": "complex nonzero"},
        ("exp(log(x) + log(y)) == x*y",),
    ),
    (
        {"x y": "positive", "z": "complex"},
        ("(x*y)**z == x**z*y**z",),
    ),
    (
        {"x y": "positive", "z": "real"},
        ("(x/y)**z == x**z/y**z",),
    ),
    (
        {"x": "negative"},
        ("log(-x) == log(x) - I*pi",),
    ),
    (
        {"x": "positive", "y": "complex nonzero", "z": "complex"},
        ("(x*y)**z == x**z*y**z",),
    ),
    (
        {"x": "positive", "y": "real", "z": "complex"},
        ("(x**y)**z == x**(y*z)",),
    ),
    (
        {"x": "real", "y": "complex nonzero"},
        ("log(exp(x)*y) == x + log(y)",),
    ),
    (
        {"x": "real", "y": "complex"},
        ("exp(x)**y == exp(x*y)",),
    ),
)

FALSE: Table = (
    (
        {"x": "real"},
        (
            "cos(x)**2 == (1 - cos(2*x))/2",
            "tan(x/2) == (1 + cos(x))/sin(x)",
            "tan(x) + cot(x) == 1/sin(2*x)",
            "cos(x + pi/2) == sin(x)",
            "cos(-x) == -cos(x)",
            "cosh(2*x) == 1 - 2*sinh(x)**2",
            "sin(I*x) == -I*sinh(x)",
            "1/(exp(x) - 1) == coth(x/2)/2 + 1/2",
            "log(tan(x)) == log(sin(x)) - log(cos(x))",
            "2**x*3**x == 5**x",
            "asin(sin(x)) == x",
            "acos(-x) == -acos(x)",
            "acosh(x) == log(x + sqrt(x**2 - 1))",
            "atan(tan(x)) == x",
            "asin(x) == atan(x/sqrt(1 - x**2))",
            "acos(x) == 2*asin(sqrt((1 - x)/2))",
        ),
    ),
    (
        {"x": "complex"},
        (
            "Abs(exp(x)) == exp(x)",
            "re(exp(I*x)) == cos(x)",
            "conjugate(sin(x)) == sin(x)",
            "sqrt(exp(x)) == exp(x/2)",
            "atanh(x) == log((1 + x)/(1 - x))/2",
            "asinh(sinh(x)) == x",
            "Abs(sin(x)) <= 1",
            "cosh(x) != 0",
        ),
    ),
    (
        {},
        (
            "sin(pi/8) == sqrt(2 + sqrt(2))/2",
            "cos(pi/17) == 1",
            "log(-1) == -I*pi",
            "log(2)*log(3) == log(6)",
            "(-1)**I == exp(pi)",
            "2*atan(1/3) + atan(1/7) == pi/3",
        ),
    ),
    (
        {"x y": "real"},
        (
            "sin(x)*cos(y) == (sin(x - y) - sin(x + y))/2",
            "cos(x) - cos(y) == 2*sin((x + y)/2)*sin((x - y)/2)",
            "cos(x + I*y) == cos(x)*cosh(y) + I*sin(x)*sinh(y)",
            "exp((x + y)**2) == exp(x**2)*exp(y**2)",
        ),
    ),
    (
        {"z": "complex nonzero"},
        (
            "log(z**2) == 2*log(z)",
            "log(conjugate(z)) == conjugate(log(z))",
            "log(1/z) == -log(z)",
        ),
    ),
    (
        {"x y": "complex"},
        (
            "exp(x + y) == exp(x) + exp(y)",
            "exp(x*y) == exp(x)*exp(y)",
        ),
    ),
    (
        {"x y": "positive"},
        (
            "log(x/y) == log(x)/log(y)",
            "atan(x) + atan(y) == atan((x + y)/(1 - x*y))",
        ),
    ),
    (
        {"n": "integer"},
        ("exp(I*pi*n) == 1",),
    ),
    (
        {"n": "integer", "x": "complex"},
        ("sin(x + pi*n) == sin(x)",),
    ),
    (
        {"n": "natural", "x": "real"},
        ("(cos(x) + I*sin(x))**n == cos(x**n) + I*sin(x**n)",),
    ),
    (
        {"x": "complex nonzero", "y z": "complex"},
        ("(x**y)**z == x**(y*z)",),
    ),
    (
        {"x": "negative"},
        ("log(-x) == log(x) + I*pi",),
    ),
    (
        {"x": "nonnegative"},
        ("sin(x) >= x",),
    ),
    (
        {"x": "positive", "y": "complex"},
        ("log(x**y) == y*log(x)",),
    ),
)


def _cases(table: Table) -> Iterator[object]:
    for assume, claims in table:
        for claim in claims:
            kinds = ", ".join(f"{names} {words}" for names, words in assume.items())
            yield pytest.param(claim, assume, id=f"{claim} ({kinds})")


@pytest.mark.parametrize(("claim", "assume"), list(_cases(TRUE)))
def test_true_claim_is_proved(claim: str, assume: Mapping[str, str]) -> None:
    """The kernel replays a certificate."""
    problem = read_problem(claim, (), assume, syntax="text").problem
    assert isinstance(prove(problem, _SECONDS), Proof)


@pytest.mark.parametrize(("claim", "assume"), list(_cases(FALSE)))
def test_false_claim_is_not_proved(claim: str, assume: Mapping[str, str]) -> None:
    """No proof of what fails at a point."""
    problem = read_problem(claim, (), assume, syntax="text").problem
    assert not isinstance(prove(problem, _SECONDS_FOR_FALSE), Proof)
