"""Derivatives, integrals and limits, as a textbook has them: what is proved, and what must not be.

A false claim is one that no proof may be found of; `decide` refutes most of them elsewhere.
"""

from __future__ import annotations

import re

import pytest

from derive.deciding.proving.proof import Proof, prove
from derive.deciding.reading import read_problem
from derive.deciding.stating.matrices import expanded

_ASSUME = {
    "x y t b c k": "real",
    "a": "real positive",
    "n": "natural",
    "m": "integer positive",
    "z": "complex",
    "f g": "function",
    "h": "function real",
    "A B": "operator",
}
_SECONDS = 6.0

TRUE = """
Derivative(sqrt(x), x) == 1/(2*sqrt(x))
Derivative(x**(1/3), x) == x**(-2/3)/3
Derivative(Abs(x), x) == sign(x)
Derivative(atan(1/x), x) == -1/(1 + x**2)
Derivative(tan(x), x) == 1/cos(x)**2
Derivative(sinh(x)**2, x) == sinh(2*x)
Derivative(atanh(x), x) == 1/(1 - x**2)
Derivative(exp(-x**2/2), x, 2) == (x**2 - 1)*exp(-x**2/2)
Derivative(sin(x), x, 4) == sin(x)
Derivative(1/(1 + exp(-x)), x) == exp(-x)/(1 + exp(-x))**2
Derivative(x**n*exp(x), x) == n*x**(n - 1)*exp(x) + x**n*exp(x)
Derivative(a**(x**2), x) == 2*x*log(a)*a**(x**2)
Derivative(f(x)**2, x) == 2*f(x)*Derivative(f(x), x)
Derivative(f(2*x), x) == 2*Subs(Derivative(f(t), t), t, 2*x)
Derivative(f(x, y), x, y) == Derivative(f(x, y), y, x)
Derivative(f(x)*g(x), x, 2) == Derivative(f(x), x, 2)*g(x) + 2*Derivative(f(x), x)*Derivative(g(x), x) + f(x)*Derivative(g(x), x, 2)
Derivative(f(x)/g(x), x) == (Derivative(f(x), x)*g(x) - f(x)*Derivative(g(x), x))/g(x)**2
Derivative(conjugate(f(x)), x) == conjugate(Derivative(f(x), x))
Derivative(exp(I*x), x) == I*exp(I*x)
Derivative(Integral(f(t), (t, 0, x)), x) == f(x)
Derivative(Integral(exp(-t**2), (t, x, x**2)), x) == 2*x*exp(-x**4) - exp(-x**2)
Derivative(Integral(x*t, (t, 0, x)), x) == 3*x**2/2
Derivative(exp(t*A), t) == A*exp(t*A)
Derivative(exp(t*A), t) == exp(t*A)*A
Derivative(exp(t*A), t, 2) == A**2*exp(t*A)
Derivative((A + t*B)**2, t) == A*B + B*A + 2*t*B**2
Derivative(exp(-t*A)*B*exp(t*A), t) == exp(-t*A)*(B*A - A*B)*exp(t*A)
Integral(2*x, x) == x**2 + 3
Integral(log(x), x) == x*log(x) - x
Integral(1/x, x) == log(Abs(x))
Integral(1/(1 + x**2), x) == atan(x)
Integral(sin(x)**2, x) == x/2 - sin(2*x)/4
Integral(x*exp(x), x) == x*exp(x) - Integral(exp(x), x)
Integral(x**2, (x, -1, 1)) == 2/3
Integral(x**3, (x, 1, 0)) == -1/4
Integral(x**n, (x, 0, 1)) == 1/(n + 1)
Integral(sqrt(x), (x, 0, 1)) == 2/3
Integral(1/x, (x, 1, 2)) == log(2)
Integral(1/(2 + x), (x, -1, 1)) == log(3)
Integral(exp(a*x), (x, 0, 1)) == (exp(a) - 1)/a
Integral(exp(x)*sin(x), (x, 0, pi)) == (exp(pi) + 1)/2
Integral(sin(x)**3, (x, 0, pi)) == 4/3
Integral(cos(m*x)**2, (x, 0, 2*pi)) == pi
Integral(sin(m*x)*cos(m*x), (x, 0, 2*pi)) == 0
Integral(x*exp(-x**2), (x, 0, oo)) == 1/2
Integral(x**2*exp(-x**2), (x, -oo, oo)) == sqrt(pi)/2
Integral(x**3*exp(-x), (x, 0, oo)) == 6
Integral(x**n*exp(-x), (x, 0, oo)) == factorial(n)
Integral(exp(-a*x**2), (x, -oo, oo)) == sqrt(pi/a)
Integral(exp(-a*x), (x, 0, oo)) == 1/a
Integral(exp(-x)*cos(x), (x, 0, oo)) == 1/2
Integral(1/x**2, (x, 1, oo)) == 1
Integral(1/(1 + x**2), (x, -oo, oo)) == pi
Integral(sin(x)/x, (x, 0, oo)) == pi/2
Integral(Integral(x*y, (y, 0, x)), (x, 0, 1)) == 1/8
Integral(Integral(x*y, (x, 0, 1)), (y, 0, 1)) == 1/4
Integral(Derivative(f(x), x), (x, b, c)) == f(c) - f(b)
Integral(k*f(x), (x, b, c)) == k*Integral(f(x), (x, b, c))
Integral(f(x), (x, 0, b)) + Integral(f(x), (x, b, c)) == Integral(f(x), (x, 0, c))
Integral(x*Derivative(g(x), x), (x, 0, 1)) == g(1) - Integral(g(x), (x, 0, 1))
Integral(1/(1 + x**2), (x, 0, 1)) == pi/4
Integral(exp(-a*x**2 + z*x), (x, -oo, oo)) == sqrt(pi/a)*exp(z**2/(4*a))
Integral(exp(-x)*sin(x), (x, 0, oo)) == 1/2
Derivative(Integral(sin(x*t), (t, 0, 1)), x) == Integral(t*cos(x*t), (t, 0, 1))
Derivative(f(x**2), x) == 2*x*Subs(Derivative(f(t), t), t, x**2)
Derivative(log(x**2), x) == 2/x
Derivative(atan(x) + atan(1/x), x) == 0
Limit((sin(x) - x)/x**3, x, 0) == -1/6
Limit((1 + k/x)**(2*x), x, oo) == exp(2*k)
Limit(sin(k*x)/x, x, 0) == k
Limit((exp(x) - 1)/x, x, 0) == 1
Limit((1 - cos(x))/x**2, x, 0) == 1/2
Limit(log(1 + x)/x, x, 0) == 1
Limit((3*x**2 + 1)/(2*x**2 - x), x, oo) == 3/2
Limit(x**3*exp(-x), x, oo) == 0
Limit(x*log(x), x, 0) == 0
Limit(x**x, x, 0) == 1
Limit(exp(-1/x), x, 0) == 0
Limit((sqrt(x + 1) - 1)/x, x, 0) == 1/2
Limit((x**2 - 1)/(x - 1), x, 1) == 2
Limit(sin(x)/(x - pi), x, pi, '+-') == -1
Limit(sin(x)/x, x, oo) == 0
Limit(atan(x), x, -oo) == -pi/2
Limit(tanh(x), x, oo) == 1
Limit((1 + 1/x)**x, x, oo) == exp(1)
Limit((a**x - 1)/x, x, 0) == log(a)
Limit((f(x + t) - f(x))/t, t, 0) == Derivative(f(x), x)
"""

FALSE = """
Derivative(sqrt(x**2), x) == 1
Derivative(Abs(x)**2, x) == 2*Abs(x)
Derivative(asin(sin(x)), x) == 1
Derivative(f(2*x), x) == 2*Derivative(f(x), x)
Derivative(f(x)*g(x), x) == Derivative(f(x), x)*Derivative(g(x), x)
Derivative(x**n, x) == n*x**n
Derivative(exp(-x**2), x) == -2*exp(-x**2)
Derivative(log(2*x), x) == 2/x
Derivative(Integral(sin(t), (t, x, 0)), x) == sin(x)
Derivative(exp(t*A)*exp(t*B), t) == (A + B)*exp(t*A)*exp(t*B)
Derivative((A + t*B)**2, t) == 2*B*(A + t*B)
Derivative(exp(A + t*B), t) == B*exp(A + t*B)
Integral(x, x) - Integral(x, x) == 5
Integral(1/x, x) == log(x)**2
Integral(1/x**2, (x, -1, 1)) == -2
Integral(1/x, (x, -1, 1)) == 0
Integral(tan(x), (x, 0, pi)) == 0
Integral(1/(1 + x**2), (x, 0, oo)) == pi
Integral(sin(x), (x, 0, 2*pi)) == 4
Integral(sec(x)**2, (x, 0, pi)) == 0
Integral(f(x)*g(x), (x, 0, 1)) == Integral(f(x), (x, 0, 1))*Integral(g(x), (x, 0, 1))
Integral(f(x), (x, 0, b)) == -Integral(f(x), (x, 0, -b))
Integral(x**n, (x, 0, 1)) == 1/n
Integral(1/(x - 1)**2, (x, 0, 2)) == -2
Integral(sqrt(x**2), (x, -1, 1)) == 0
Integral(cos(n*x), (x, 0, 2*pi)) == 0
Limit(x**n, x, 0) == 0
Limit(a**x, x, oo) == 0
Limit(floor(x), x, 0, '+-') == 0
Limit(1/x, x, 0) == 0
Limit(Abs(x)/x, x, 0, '-') == 1
Limit(Abs(x)/x, x, 0, '+-') == 1
Limit(sin(x), x, oo) == 0
Limit(exp(k*x), x, oo) == 0
Limit((1 - cos(x))/x**2, x, 0) == 0
Limit(exp(1/x), x, 0) == 0
"""


def _proved(claim: str) -> bool:
    names = {name: words for group, words in _ASSUME.items() for name in group.split()}
    used = {name: words for name, words in names.items() if _occurs(name, claim)}
    problem = read_problem(claim, (), used, syntax="text").problem
    return isinstance(prove(expanded(problem).problem, _SECONDS), Proof)


def _occurs(name: str, claim: str) -> bool:
    return re.search(rf"(?<![A-Za-z]){name}(?![A-Za-z])", claim) is not None


@pytest.mark.parametrize("claim", TRUE.strip().splitlines())
def test_true_claims_are_proved(claim: str) -> None:
    assert _proved(claim)


@pytest.mark.parametrize("claim", FALSE.strip().splitlines())
def test_false_claims_are_not_proved(claim: str) -> None:
    assert not _proved(claim)
