"""Derivatives, integrals and limits.

The rules of differentiation are a table, one line for each function; `derivative of a function`
puts them together by the rules for sums, products, powers and chains, and asks what each of them
asks.  A derivative is one with respect to a real variable of a function with complex values.

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
            ("asin", "1/sqrt(1 - a**2)", _REAL, ("1 - a**2 > 0",), "4.24.7"),
            ("acos", "-1/sqrt(1 - a**2)", _REAL, ("1 - a**2 > 0",), "4.24.8"),
            ("atan", "1/(1 + a**2)", _REAL, (), "4.24.9"),
            ("sinh", "cosh(a)", _ANY, (), "4.34.1"),
            ("cosh", "sinh(a)", _ANY, (), "4.34.2"),
            ("tanh", "1 - tanh(a)**2", _ANY, ("cosh(a) != 0",), "4.34.3, 4.35.12"),
            ("coth", "1 - coth(a)**2", _ANY, ("sinh(a) != 0",), "4.34.6, 4.35.13"),
            ("asinh", "1/sqrt(1 + a**2)", _REAL, (), "4.38.9"),
            ("acosh", "1/(sqrt(a - 1)*sqrt(a + 1))", _REAL, ("a > 1",), "4.38.10"),
            ("atanh", "1/(1 - a**2)", _REAL, ("1 - a**2 > 0",), "4.38.11"),
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

PREMISES: tuple[Premise, ...] = (*_RULES, *_DERIVATIVES)
PROPERTIES: tuple[Property, ...] = ()
