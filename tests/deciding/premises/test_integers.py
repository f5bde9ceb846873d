"""Every premise on integers, sums and series, in ball arithmetic at many points."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import islice, product
from random import Random

import pytest

from derive.deciding.claims.expressions import (
    IMAGINARY,
    Expression,
    Relation,
    Symbol,
    add,
    multiply,
    number,
    power,
    subtract,
)
from derive.deciding.claims.problem import Declared
from derive.deciding.premises import Premise, Property, integers, ranges
from derive.deciding.refuting.balls import Undefined, Unknown, enclosure
from derive.deciding.stating.instances import put

_PREMISES = (*integers.PREMISES, *ranges.PREMISES)
_NATURALS = [number(n) for n in range(7)]
_REALS = [number(Fraction(*pair)) for pair in (
    (0, 1), (1, 2), (-1, 2), (1, 3), (-3, 4), (7, 8), (2, 1), (-3, 1), (5, 2), (9, 10),
)]  # fmt: skip
_COMPLEX = [
    *_REALS,
    *(
        add(number(a), multiply(number(b), IMAGINARY))
        for a, b in ((0, 1), (0, Fraction(1, 2)), (Fraction(1, 3), Fraction(-1, 2)), (2, -1))
    ),
]
_FUNCTIONS: list[Expression] = [
    Symbol("_1"),
    power(add(Symbol("_1"), number(1)), number(-1)),
    power(number(-3), Symbol("_1")),
    add(power(Symbol("_1"), number(2)), multiply(number(3), Symbol("_2"))),
]
_MOST = 200


def _values(declared: Declared) -> list[Expression]:
    if declared.kind == "function":
        return _FUNCTIONS
    if "integer" in declared.words:
        return _NATURALS if "natural" in declared.words else [number(n) for n in range(-4, 5)]
    return _REALS if "real" in declared.words else _COMPLEX


def _points(names: Mapping[str, Declared]) -> Iterator[Mapping[str, Expression]]:
    points = list(product(*map(_values, names.values())))
    Random(3).shuffle(points)
    for values in islice(points, _MOST):
        yield dict(zip(names, values, strict=True))


def _holds(relation: Relation, point: Mapping[str, Expression]) -> bool | None:
    ball = enclosure(subtract(*put(relation, point).sides), {}, 128)
    if isinstance(ball, Undefined | Unknown):
        return None
    if relation.kind == "=":
        return bool(ball.contains(0))
    return bool(ball.real > 0 if relation.kind == ">" else ball.real >= 0)


@pytest.mark.parametrize("premise", _PREMISES, ids=lambda premise: premise.name)
def test_premise_holds(premise: Premise) -> None:
    """The law holds wherever its conditions are met, and they are met somewhere."""
    tried = 0
    for point in _points(premise.problem.names):
        if all(_holds(condition, point) for condition in premise.problem.given):
            for claim in premise.problem.claims:
                held = _holds(claim, point)
                assert held is not False, point
                tried += bool(held)
    assert tried


@pytest.mark.parametrize("one", integers.PROPERTIES, ids=lambda one: one.formula)
def test_property_holds(one: Property) -> None:
    """What is declared of a value holds where its arguments are so."""
    law = Premise("property", one.formula, one.assume, one.given)
    (claim,) = law.problem.claims
    points = [{"x": x} for x in _REALS if isinstance(x, type(number(1))) and x.value > 0]
    assert points
    assert all(_holds(claim, point) for point in points)
