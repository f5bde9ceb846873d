"""Derivatives, integrals and limits.

The rules of differentiation are a table, one line for each function; `derivative of a function`
puts them together by the rules for sums, products, powers and chains, and asks what each of them
asks.  A derivative is one with respect to a real variable of a function with complex values.

The inverse functions asin, acos, acosh and atanh are differentiated along the real line, beyond
their branch points too; off it their rules are used between the branch points only.

Two promises are made about functions that are declared: they are differentiable as often as
needed, and so integrable on bounded intervals.

Main results: `PREMISES`, `PROPERTIES`, `rule_of`.

References: NIST Digital Library of Mathematical Functions (DLMF), chapters 1 and 4,
https://dlmf.nist.gov; W. Rudin, Principles of Mathematical Analysis, chapters 4 to 7.
"""

from __future__ import annotations

from itertools import starmap

from derive.deciding.premises.premise import Premise, Property

_ANY = {"a": "complex"}
_REAL = {"a": "real"}
_OFF_ONE = ("a - 1 != 0", "a + 1 != 0")


def rule_of(function: str) -> str:
    """The name of the premise with the derivative of a function."""
    return f"derivative of {function}"


def _rule(
    function: str, value: str, assume: dict[str, str], given: tuple[str, ...], source: str
) -> Premise:
    return Premise(
        rule_of(function),
        f"Derivative({function}(a), a) == {value}",
        assume,
        given,
        source=f"DLMF {source}",
    )


_RULES = tuple(
    starmap(
        _rule,
        (
            ("exp", "exp(a)", _ANY, (), "4.7.4"),
            ("log", "1/a", {"a": "real positive"}, (), "4.7.1"),
            ("sin", "cos(a)", _ANY, (), "4.20.1"),
            ("cos", "-sin(a)", _ANY, (), "4.20.2"),
            ("tan", "1 + tan(a)**2", _ANY, ("cos(a) != 0",), "4.20.3, 4.21.12"),
            ("cot", "-1 - cot(a)**2", _ANY, ("sin(a) != 0",), "4.20.6, 4.21.13"),
            ("sec", "sec(a)*tan(a)", _ANY, ("cos(a) != 0",), "4.20.5"),
            ("csc", "-csc(a)*cot(a)", _ANY, ("sin(a) != 0",), "4.20.4"),
            ("asin", "1/sqrt(1 - a**2)", _REAL, ("1 - a**2 != 0",), "4.24.7"),
            ("acos", "-1/sqrt(1 - a**2)", _REAL, ("1 - a**2 != 0",), "4.24.8"),
            ("atan", "1/(1 + a**2)", _REAL, (), "4.24.9"),
            ("sinh", "cosh(a)", _ANY, (), "4.34.1"),
            ("cosh", "sinh(a)", _ANY, (), "4.34.2"),
            ("tanh", "1 - tanh(a)**2", _ANY, ("cosh(a) != 0",), "4.34.3, 4.35.12"),
            ("coth", "1 - coth(a)**2", _ANY, ("sinh(a) != 0",), "4.34.6, 4.35.13"),
            ("asinh", "1/sqrt(1 + a**2)", _REAL, (), "4.38.9"),
            ("acosh", "1/(sqrt(a - 1)*sqrt(a + 1))", _REAL, _OFF_ONE, "4.38.10"),
            ("atanh", "1/(1 - a**2)", _REAL, ("1 - a**2 != 0",), "4.38.11"),
        ),
    )
)

_DERIVATIVES = (
    Premise(
        "derivative of a function",
        "the derivative by the rules for sums, products, powers, chains and each function",
        schema="differentiation",
        source="DLMF 1.4.8 to 1.4.15; Rudin 5.3, 5.5",
    ),
)

_GAUSS = {"a": "real positive", "b": "complex", "c": "complex"}

_WAVES = {"f": "function", "p": "function", "q": "function", "a": "real", "b": "real"}


def _product_of_waves(first: str, second: str, value: str, source: str) -> Premise:
    return Premise(
        f"integral of a {first} times a {second}",
        f"Integral(f(x)*{first}(p(x))*{second}(q(x)), (x, a, b)) == "
        f"Integral(f(x)*({value})/2, (x, a, b))",
        _WAVES,
        source=f"DLMF {source}",
    )


def _square_of_wave(wave: str, sign: str, source: str) -> Premise:
    return Premise(
        f"integral of a squared {wave}",
        f"Integral(f(x)*{wave}(p(x))**2, (x, a, b)) == "
        f"Integral(f(x)*(1 {sign} cos(2*p(x)))/2, (x, a, b))",
        {"f": "function", "p": "function", "a": "real", "b": "real"},
        source=f"DLMF {source}",
    )


_INTEGRALS = (
    Premise(
        "integral of a sine times its cosine",
        "Integral(f(x)*sin(p(x))*cos(p(x)), (x, a, b)) == Integral(f(x)*sin(2*p(x))/2, (x, a, b))",
        {"f": "function", "p": "function", "a": "real", "b": "real"},
        source="DLMF 4.21.27",
    ),
    _square_of_wave("cos", "+", "4.21.27"),
    _square_of_wave("sin", "-", "4.21.27"),
    _product_of_waves("cos", "cos", "cos(p(x) - q(x)) + cos(p(x) + q(x))", "4.21.16"),
    _product_of_waves("sin", "sin", "cos(p(x) - q(x)) - cos(p(x) + q(x))", "4.21.15"),
    _product_of_waves("sin", "cos", "sin(p(x) - q(x)) + sin(p(x) + q(x))", "4.21.17"),
    Premise(
        "main theorem of calculus",
        "Integral(Derivative(F(x), x), (x, a, b)) == F(b) - F(a), F continuous on [a, b]",
        schema="main_theorem",
        source="Rudin 6.21, 6.16; DLMF 1.4.22",
    ),
    Premise(
        "orientation of an integral",
        "Integral(f(x), (x, a, b)) == -Integral(f(x), (x, b, a))",
        {"f": "function", "a": "real", "b": "real"},
        kind="definition",
        source="DLMF 1.4(iv)",
    ),
    Premise(
        "additivity of an integral",
        "Integral(f(x), (x, a, b)) + Integral(f(x), (x, b, c)) == Integral(f(x), (x, a, c))",
        schema="additivity",
        source="Rudin 6.12(c); DLMF 1.4(iv)",
    ),
    Premise(
        "Gaussian integral",
        "Integral(exp(-a*x**2 + b*x + c), (x, -oo, oo)) == sqrt(pi/a)*exp(b**2/(4*a) + c)",
        _GAUSS,
        source="DLMF 7.7.3 and 7.7.6 by completing the square",
    ),
    Premise(
        "half a Gaussian integral",
        "Integral(exp(-a*x**2), (x, 0, oo)) == sqrt(pi/a)/2",
        {"a": "real positive"},
        source="DLMF 7.7.1, 5.4.6",
    ),
    Premise(
        "Gamma integral",
        "Integral(x**n*exp(-a*x), (x, 0, oo)) == factorial(n)/a**(n + 1)",
        {"a": "real positive", "n": "natural"},
        source="DLMF 5.9.1, 5.4.1",
    ),
    Premise(
        "Dirichlet integral",
        "Integral(sin(x)/x, (x, 0, oo)) == pi/2",
        source="DLMF 6.2.17 with 6.2.10",
    ),
)

VALUES = (
    ("atan", "0", "0"),
    ("atan", "1", "pi/4"),
    ("atan", "-1", "-pi/4"),
    ("asin", "0", "0"),
    ("asin", "1/2", "pi/6"),
    ("asin", "1", "pi/2"),
    ("asinh", "0", "0"),
    ("atanh", "0", "0"),
)
"""Functions, arguments and values: where antiderivatives are evaluated most often."""


def value_of(function: str, argument: str) -> str:
    """The name of the premise with a value of a function."""
    return f"{function} of {argument}"


_VALUES = tuple(
    Premise(
        value_of(function, argument),
        f"{function}({argument}) == {value}",
        source="DLMF 4.23(viii), 4.37(i)",
    )
    for function, argument, value in VALUES
)

_LIMITS = (
    Premise(
        "limit of a function",
        "the limit by continuity, by de l'Hospital's rule, or by growth at infinity",
        schema="limits",
        source="Rudin 4.4, 4.6, 5.13, 5.15, 8.6(f); DLMF 1.4(ii), 4.4(iii)",
    ),
)

PREMISES: tuple[Premise, ...] = (*_RULES, *_DERIVATIVES, *_INTEGRALS, *_VALUES, *_LIMITS)
PROPERTIES: tuple[Property, ...] = ()
