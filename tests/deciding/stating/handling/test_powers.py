"""Powers are split into powers of the base and of roots only where that holds."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from derive.deciding.claims.expressions import (
    IMAGINARY,
    Expression,
    Symbol,
    add,
    multiply,
    number,
    power,
    subtract,
)
from derive.deciding.claims.problem import Declared
from derive.deciding.refuting.balls import Undefined, enclosure
from derive.deciding.stating.abstraction import Abstraction
from derive.deciding.stating.grants import Divisor, Unsupported

_NATURAL = frozenset({"natural", "integer", "real", "nonnegative"})
_BASES = [
    add(number(Fraction(x, 2)), multiply(number(Fraction(y, 3)), IMAGINARY))
    for x, y in ((0, 0), (3, 0), (-5, 0), (0, 4), (0, -1), (1, 2), (-1, -7))
]
_X, _N = Symbol("x"), Symbol("n")


def _abstraction(*words: str) -> Abstraction:
    return Abstraction(
        {
            "x": Declared("x", "scalar", frozenset(words)),
            "n": Declared("n", "scalar", _NATURAL),
            "c": Declared("c", "scalar"),
        }
    )


def _agree(one: Expression, other: Expression, point: dict[str, Expression]) -> bool:
    if isinstance(enclosure(one, point), Undefined):
        return True
    ball = enclosure(subtract(one, other), point)
    return bool(getattr(ball, "contains", lambda _: False)(0))


@given(
    base=st.sampled_from(_BASES),
    exponent=st.fractions(-4, 4, max_denominator=7),
    slope=st.fractions(0, 3, max_denominator=4),
    n=st.integers(0, 4),
)
def test_lowered_power_has_the_value_of_the_power(
    base: Expression, exponent: Fraction, slope: Fraction, n: int
) -> None:
    """What the kernel is told means the same, at 0 and on the cut as well."""
    whole = power(_X, add(multiply(number(slope), _N), number(exponent)))
    words = () if exponent >= 0 else ("nonzero",)
    abstraction = _abstraction(*words)
    point = {"x": base, "n": number(n)}
    if words and base == _BASES[0]:
        return
    assert _agree(whole, abstraction.expression(abstraction.term(whole)), point)


def test_negative_power_makes_its_base_a_divisor() -> None:
    """x^(-1/2) is undefined at 0."""
    with pytest.raises(Divisor):
        _abstraction().term(power(_X, number(Fraction(-1, 2))))


def test_power_that_may_be_defined_at_zero_stays_whole() -> None:
    """x^(n - 1/2) is 0 at x = 0 for n = 1, so nothing is divided by x."""
    abstraction = _abstraction()
    abstraction.term(power(_X, add(_N, number(Fraction(-1, 2)))))
    assert not [grant for grant in abstraction.grants if grant.kind == "condition"]
    assert [name for name in (a.name for a in abstraction.meanings) if name.startswith("power")]


def test_power_of_an_operator_is_refused() -> None:
    """An operator has no square root by itself."""
    names = {"A": Declared("A", "operator", frozenset(), "V", "V")}
    with pytest.raises(Unsupported):
        Abstraction(names).term(power(Symbol("A"), number(Fraction(1, 2))))
