"""Claims that were answered wrongly once, each false where it is easily overlooked.

The hypothesis exp(z) == z holds at some complex number, but at none that can be written down: it
keeps the search for counterexamples from hiding what the prover says.
"""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from derive import decide
from derive.deciding.reading import IllFormed

_ROOT_AT_ZERO = {"n": "natural", "z": "complex"}
_POWER = {"x": "complex", "n": "natural"}
_REAL = {"x y": "real"}
_UNREACHABLE = "exp(z) == z"

WRONG: tuple[tuple[str, tuple[str, ...], Mapping[str, str], str], ...] = (
    (
        "Product(sqrt(k + 1), (k, 0, n))*Product(sqrt(k), (k, 0, n)) > 0",
        (_UNREACHABLE,),
        _ROOT_AT_ZERO,
        "proved",
    ),
    (
        "Product(Abs(k + 1), (k, 0, n))*Product(Abs(k), (k, 0, n)) != 0",
        (_UNREACHABLE,),
        _ROOT_AT_ZERO,
        "proved",
    ),
    ("Abs(sign(x + 1))/(x + 1)**n == 1/(x + 1)**n", (), _POWER, "proved"),
    ("x != 0", ("1/x**n == y",), {"x y": "real", "n": "natural"}, "proved"),
    (
        "x != 0",
        ("x**n != 0", _UNREACHABLE),
        {"x": "real", "n": "natural", "z": "complex"},
        "proved",
    ),
    (
        "x != 0",
        ("arg(x**n) == 0", _UNREACHABLE),
        {"x z": "complex", "n": "natural"},
        "proved",
    ),
    (
        "x**m/x**n != 0",
        (_UNREACHABLE,),
        {"x z": "complex", "n m": "natural"},
        "proved",
    ),
    (
        "sign(x)**2/sqrt(x)**n == 1/sqrt(x)**n",
        (_UNREACHABLE,),
        {"x": "nonnegative", "n": "natural", "z": "complex"},
        "proved",
    ),
    (
        "Derivative(Integral(x**3*exp(-2*log(y) - x**2*exp(-log(y))), (y, 0, 1)), x) == "
        "Integral(3*x**2*exp(-2*log(y) - x**2*exp(-log(y))) "
        "- 2*x**4*exp(-log(y))*exp(-2*log(y) - x**2*exp(-log(y))), (y, 0, 1))",
        (),
        _REAL,
        "proved",
    ),
    ("Integral(1, x) == x**2/2", ("x == 1",), {"x": "real"}, "proved"),
    ("x**2/2 == Integral(y, x)", ("y == x",), _REAL, "proved"),
)


@pytest.mark.parametrize(("claim", "given", "assume", "wrong"), WRONG)
def test_is_not_answered_wrongly(
    claim: str, given: tuple[str, ...], assume: Mapping[str, str], wrong: str
) -> None:
    assert decide(claim, given, assume, syntax="text", timeout=4).status != wrong


UNDEFINED_SOMEWHERE = (
    ("gamma(x + 1) == x*gamma(x)", {"x": "complex"}),
    ("0*gamma(n) == 0", {"n": "integer"}),
    ("0*factorial(x) == 0", {"x": "complex"}),
    ("0*Sum(x**k, (k, 0, oo)) == 0", {"x": "complex"}),
    ("0*Sum(1/(x + k), (k, 1, 3)) == 0", {"x": "complex"}),
    ("0*Integral(exp(-x*y), (y, 0, oo)) == 0", {"x": "real"}),
    ("0*Derivative(sign(x), x) == 0", {"x": "real"}),
    ("0*Limit(1/x, x, y) == 0", {"x y": "real"}),
)


@pytest.mark.parametrize(("claim", "assume"), UNDEFINED_SOMEWHERE)
def test_strict_is_not_proved_where_a_side_is_undefined(
    claim: str, assume: Mapping[str, str]
) -> None:
    verdict = decide(claim, (), assume, syntax="text", strict=True, timeout=4)
    assert verdict.status != "proved"


def test_a_number_has_no_trace() -> None:
    with pytest.raises(IllFormed):
        decide("Trace(1) == 1", assume={"A": "operator"})
