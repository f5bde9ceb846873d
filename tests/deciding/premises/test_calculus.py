"""Every premise on derivatives and integrals, in ball arithmetic."""

from __future__ import annotations

from fractions import Fraction

import pytest

from derive.deciding.claims.expressions import (
    IMAGINARY,
    Binder,
    Expression,
    Symbol,
    add,
    call,
    multiply,
    number,
    power,
    substituted,
    subtract,
)
from derive.deciding.premises import Premise
from derive.deciding.premises.calculus import PREMISES
from derive.deciding.refuting.balls import Undefined, Unknown, enclosure
from derive.deciding.stating.instances import put

_REAL = [number(Fraction(*pair)) for pair in (
    (1, 3), (-1, 3), (9, 10), (-5, 7), (2, 1), (-2, 1), (7, 2), (-9, 4), (0, 1), (6, 1),
)]  # fmt: skip
_COMPLEX = [
    add(number(x), multiply(number(y), IMAGINARY))
    for x, y in ((0, 2), (1, 1), (-1, 1), (2, -1), (Fraction(-1, 5), Fraction(-7, 2)))
]
_STEP = number(Fraction(1, 10**12))
_CLOSE = 1e-9
_RULES = [p for p in PREMISES if p.name.startswith("derivative of ") and not p.schema]
_CLOSED = [p for p in PREMISES if p.name.endswith(("Gaussian integral", "Dirichlet integral"))]
_VALUES = [p for p in PREMISES if p.name.startswith(("atan of", "asin of", "asinh of", "atanh of"))]
_WAVES = [p for p in PREMISES if p.name.startswith("integral of a ")]
_X = Symbol("_1")


def _value(expression: Expression) -> complex | None:
    ball = enclosure(expression, {}, 256)
    return None if isinstance(ball, Undefined | Unknown) else complex(ball.mid())


def _points(premise: Premise) -> list[Expression]:
    words = premise.problem.names["a"].words
    if "positive" in words:
        return [x for x in _REAL if x.value > 0]
    return _REAL if "real" in words else [*_REAL, *_COMPLEX]


@pytest.mark.parametrize("premise", _RULES, ids=lambda p: p.name)
def test_rules_of_differentiation(premise: Premise) -> None:
    """The quotient of small differences along the real line is the derivative."""
    (claim,) = premise.problem.claims
    assert isinstance(claim.left, Binder)
    seen = 0
    for point in _points(premise):
        body = claim.left.body
        ahead, behind = (
            substituted(body, {claim.left.variable: combine(point, _STEP)})
            for combine in (add, subtract)
        )
        difference = subtract(ahead, behind)
        slope = _value(multiply(difference, power(multiply(number(2), _STEP), number(-1))))
        value = _value(put(claim, {"a": point}).right)
        if slope is None or value is None:
            continue
        seen += 1
        assert abs(slope - value) < _CLOSE * (1 + abs(value)), point
    assert seen >= 4


@pytest.mark.parametrize("premise", _CLOSED, ids=lambda p: p.name)
def test_integrals(premise: Premise) -> None:
    (claim,) = premise.problem.claims
    for a, b, c in ((1, 0, 0), (2, 1, 0), (Fraction(1, 2), -1, 1)):
        values = {"a": number(a), "b": number(b), "c": number(c)}
        left, right = map(_value, put(claim, values).sides)
        if left is not None:
            assert right is not None
            assert abs(left - right) < 1e-4 * (1 + abs(right))


@pytest.mark.parametrize("n", range(4))
@pytest.mark.parametrize("a", [1, 2, Fraction(1, 2)])
def test_gamma_integral(n: int, a: Fraction) -> None:
    (premise,) = (p for p in PREMISES if p.name == "Gamma integral")
    (claim,) = premise.problem.claims
    left, right = map(_value, put(claim, {"a": number(a), "n": number(n)}).sides)
    assert left is not None
    assert right is not None
    assert abs(left - right) < 1e-4 * (1 + abs(right))


@pytest.mark.parametrize("premise", _WAVES, ids=lambda p: p.name)
def test_products_of_waves(premise: Premise) -> None:
    (claim,) = premise.problem.claims
    values = {
        "f": call("exp", _X),
        "p": multiply(number(3), _X),
        "q": add(power(_X, number(2)), number(1)),
        "a": number(-1),
        "b": number(2),
    }
    values = {name: values[name] for name in premise.problem.names}
    left, right = map(_value, put(claim, values).sides)
    assert left is not None
    assert right is not None
    assert abs(left - right) < 1e-6


@pytest.mark.parametrize("premise", _VALUES, ids=lambda p: p.name)
def test_values(premise: Premise) -> None:
    (claim,) = premise.problem.claims
    left, right = map(_value, claim.sides)
    assert left is not None
    assert right is not None
    assert abs(left - right) < 1e-15


def test_orientation() -> None:
    (premise,) = (p for p in PREMISES if p.name == "orientation of an integral")
    (claim,) = premise.problem.claims
    left, right = map(_value, put(claim, {"f": _X, "a": number(1), "b": number(3)}).sides)
    assert left == right == 4
