"""Trigonometric and hyperbolic functions and their inverses.

The functions are defined by exponentials, their inverses by logarithms.  Other laws of inverses
say when they are inverse on which side, and where their values lie.

Main results: `PREMISES`, `PROPERTIES`.

References: NIST Digital Library of Mathematical Functions (DLMF), chapter 4,
https://dlmf.nist.gov/4.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import starmap

from derive.deciding.premises.premise import Premise, Property

_ANY = {"a": "complex"}
_REAL = {"a": "real"}


def _definition(function: str, value: str, source: str) -> Premise:
    return Premise(
        f"definition of {function}",
        f"{function}(a) == {value}",
        _ANY,
        kind="definition",
        source=f"DLMF {source}",
    )


_DEFINITIONS = tuple(
    starmap(
        _definition,
        (
            ("sin", "(exp(I*a) - exp(-I*a))/(2*I)", "4.14.1"),
            ("cos", "(exp(I*a) + exp(-I*a))/2", "4.14.2"),
            ("tan", "sin(a)/cos(a)", "4.14.4"),
            ("csc", "1/sin(a)", "4.14.5"),
            ("sec", "1/cos(a)", "4.14.6"),
            ("cot", "cos(a)/sin(a)", "4.14.7"),
            ("sinh", "(exp(a) - exp(-a))/2", "4.28.1"),
            ("cosh", "(exp(a) + exp(-a))/2", "4.28.2"),
            ("tanh", "sinh(a)/cosh(a)", "4.28.4"),
            ("coth", "cosh(a)/sinh(a)", "4.28.7"),
            ("asin", "-I*log(sqrt(1 - a**2) + I*a)", "4.23.19"),
            ("acos", "pi/2 - asin(a)", "4.23.16"),
            ("atan", "I*(log(1 - I*a) - log(1 + I*a))/2", "4.23.26"),
            ("asinh", "log(a + sqrt(a**2 + 1))", "4.37.16"),
            ("acosh", "log(a + sqrt(a - 1)*sqrt(a + 1))", "4.37.19 to 4.37.21"),
            ("atanh", "(log(1 + a) - log(1 - a))/2", "4.37.24"),
        ),
    )
)


_SQUARES = (
    Premise(
        "squares of sine and cosine", "sin(a)**2 + cos(a)**2 == 1", _ANY, source="DLMF 4.21.12"
    ),
    Premise(
        "squares of sinh and cosh", "cosh(a)**2 - sinh(a)**2 == 1", _ANY, source="DLMF 4.35.11"
    ),
)


_EVEN = tuple(
    Premise(
        f"{function} is even",
        f"{function}(b) == {function}(a)",
        {"a": "complex", "b": "complex"},
        given=("b**2 == a**2",),
        source=source,
    )
    for function, source in (("cos", "DLMF 4.21.2, 4.19.2"), ("cosh", "DLMF 4.33.2"))
)


def _exponential(function: str, factor: str, value: str, source: str) -> Premise:
    return Premise(
        f"exponential of {'twice ' if '2' in factor else ''}{function}",
        f"exp({factor}{function}(a)) == {value}",
        _ANY,
        source=f"DLMF {source}",
    )


_EXPONENTIALS = tuple(
    starmap(
        _exponential,
        (
            ("asin", "I*", "sqrt(1 - a**2) + I*a", "4.23.19"),
            ("acos", "I*", "a + I*sqrt(1 - a**2)", "4.23.16 and 4.23.19"),
            ("atan", "I*", "(1 + I*a)*(1 + a**2)**(-1/2)", "4.23.26 with 4.2.36"),
            ("atan", "2*I*", "(1 + I*a)**2/(1 + a**2)", "4.23.26"),
            ("asinh", "", "a + sqrt(1 + a**2)", "4.37.16"),
            ("acosh", "", "a + sqrt(a - 1)*sqrt(a + 1)", "4.37.19 to 4.37.21"),
            ("atanh", "", "(1 + a)*(1 - a**2)**(-1/2)", "4.37.24 with 4.2.36"),
            ("atanh", "2*", "(1 + a)**2/(1 - a**2)", "4.37.24"),
        ),
    )
)

_WITH_ROOT = tuple(
    Premise(
        f"exponential of {function} by its {other}",
        f"exp(I*{function}(a)) == {value}",
        {"a": "real", "c": "real nonnegative"},
        given=("c**2 == 1 - a**2",),
        source="DLMF 4.23.16 and 4.23.19",
    )
    for function, other, value in (("asin", "cosine", "c + I*a"), ("acos", "sine", "a + I*c"))
)


def _inverse(function: str, source: str, *given: str) -> Premise:
    return Premise(
        f"value of {function}",
        f"{function}(b) == a",
        {"a": "real", "b": "complex"},
        given=given,
        source=f"DLMF {source}",
    )


_INVERSES = (
    _inverse("asin", "4.23.1, 4.23(ii)", "b == sin(a)", "a <= pi/2", "a >= -pi/2"),
    _inverse("acos", "4.23.2, 4.23(ii)", "b == cos(a)", "a <= pi", "a >= 0"),
    _inverse(
        "atan", "4.23.3, 4.23(ii)", "exp(2*I*a)*(1 - I*b) == 1 + I*b", "a <= pi/2", "a >= -pi/2"
    ),
    _inverse("asinh", "4.37.1, 4.37(ii)", "b == sinh(a)"),
    _inverse("acosh", "4.37.2, 4.37(ii)", "b == cosh(a)", "a >= 0"),
    _inverse("atanh", "4.37.3, 4.37(ii)", "exp(2*a)*(1 - b) == 1 + b"),
)


_REFLECTIONS = (
    Premise(
        "difference of two values of atan",
        "atan(a) - atan(b) == atan(c)",
        {"a": "real", "b": "real", "c": "real"},
        given=("c*(1 + a*b) == a - b", "a*b >= 0"),
        source="DLMF 4.24.15",
    ),
    Premise("asin is odd", "asin(-a) == -asin(a)", _ANY, source="DLMF 4.23.10"),
    Premise("asinh is odd", "asinh(-a) == -asinh(a)", _ANY, source="DLMF 4.37.10"),
    Premise("asin of i times", "asin(I*a) == I*asinh(a)", _ANY, source="DLMF 4.37(v), 4.37.1"),
)


def _is_real(function: str, *given: str) -> Premise:
    law = f"conjugate({function}(a)) == {function}(a)"
    return Premise(f"{function} is real", law, _REAL, given, source="DLMF 4.23(ii), 4.37(ii)")


_REALITY = (
    _is_real("asin", "a <= 1", "a >= -1"),
    _is_real("acos", "a <= 1", "a >= -1"),
    _is_real("acosh", "a >= 1"),
    _is_real("atanh", "a <= 1", "a >= -1"),
)


def _bounds(name: str, function: str, low: str, high: str, *given: str) -> Iterator[Premise]:
    """That a real inverse lies between two numbers."""
    for place, bound in (("below", low and f">= {low}"), ("above", high and f"<= {high}")):
        if bound:
            formula = f"{function}(a) {bound}"
            yield Premise(f"{name}, {place}", formula, _REAL, given, source="DLMF 4.23(ii)")


_RANGES = (
    *_bounds("range of sin", "sin", "-1", "1"),
    *_bounds("range of cos", "cos", "-1", "1"),
    *_bounds("range of cosh", "cosh", "1", ""),
    *_bounds("range of tanh", "tanh", "-1", "1"),
    *_bounds("range of asin", "asin", "-pi/2", "pi/2", "a <= 1", "a >= -1"),
    *_bounds("range of acos", "acos", "0", "pi", "a <= 1", "a >= -1"),
    *_bounds("range of atan", "atan", "-pi/2", "pi/2"),
    *_bounds("sign of asin", "asin", "0", "", "a >= 0", "a <= 1"),
    *_bounds("sign of atan", "atan", "0", "", "a >= 0"),
    *_bounds("sign of negative atan", "atan", "", "0", "a <= 0"),
    *_bounds("sign of asinh", "asinh", "0", "", "a >= 0"),
    *_bounds("range of acosh", "acosh", "0", "", "a >= 1"),
    *_bounds("sign of sinh", "sinh", "0", "", "a >= 0"),
    *_bounds("sign of sin", "sin", "0", "", "a >= 0", "a <= pi"),
    *_bounds("sign of cos", "cos", "0", "", "a >= -pi/2", "a <= pi/2"),
    *_bounds("line above sin", "sin", "", "a", "a >= 0"),
    *_bounds("line below sinh", "sinh", "a", "", "a >= 0"),
)

PREMISES = (
    *_DEFINITIONS,
    *_SQUARES,
    *_EVEN,
    *_EXPONENTIALS,
    *_WITH_ROOT,
    *_INVERSES,
    *_REFLECTIONS,
    *_REALITY,
    *_RANGES,
)


def _real(function: str) -> Property:
    law = f"conjugate({function}(a)) == {function}(a)"
    return Property(function, "real", "hermitian", law, _REAL)


PROPERTIES = (
    *map(_real, ("sin", "cos", "sinh", "tanh", "atan", "asinh")),
    Property("cosh", "real", "positive", "cosh(a) > 0", _REAL),
)
