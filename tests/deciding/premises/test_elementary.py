"""Every premise on exponentials and their kin, in ball arithmetic at ordinary and special points."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import islice, product
from random import Random

import pytest

from derive.deciding.claims.expressions import (
    IMAGINARY,
    PI,
    Expression,
    Relation,
    Symbol,
    add,
    multiply,
    number,
    substituted,
    subtract,
)
from derive.deciding.claims.problem import Declared
from derive.deciding.premises import Premise, Property, circular, elementary
from derive.deciding.reading import read_problem
from derive.deciding.refuting.balls import Undefined, Unknown, enclosure

_REAL = [number(Fraction(*pair)) for pair in (
    (0, 1), (1, 1), (-1, 1), (1, 2), (-1, 3), (2, 1), (-2, 1), (7, 2), (-9, 4), (1, 100), (6, 1), (3, 5), (9, 10), (-5, 7),
)]  # fmt: skip
_ANGLES = [multiply(number(Fraction(*pair)), PI) for pair in (
    (1, 2), (-1, 2), (1, 1), (-1, 1), (1, 4), (-3, 4), (2, 1), (5, 2),
)]  # fmt: skip
_COMPLEX = [
    add(number(x), multiply(number(y), IMAGINARY))
    for x, y in ((0, 1), (0, -1), (0, 2), (0, -2), (1, 1), (-1, 1), (-1, -1), (2, -1), (-3, 2),
                 (Fraction(1, 2), Fraction(1, 3)), (Fraction(-1, 5), Fraction(-7, 2)))
]  # fmt: skip
_WHOLE = [number(n) for n in (-4, -3, -2, -1, 0, 1, 2, 3, 5)]
_ENOUGH = 6
_MOST = 700

_PUT = {
    "logarithm": {"b": "exp(a)"},
    "logarithm of a real multiple": {"b": "d*exp(a)"},
    "exponentials of equals": {"b": "a"},
    "difference of two values of atan": {"c": "(a - b)/(1 + a*b)"},
    "cos is even": {"b": "-a"},
    "cosh is even": {"b": "-a"},
    "value of arg": {"b": "r*exp(I*a)"},
    "exp takes no real value twice": {"b": "a"},
    "powers of equals": {"b": "a"},
    "exponential of asin by its cosine": {"c": "sqrt(1 - a**2)"},
    "exponential of acos by its sine": {"c": "sqrt(1 - a**2)"},
    "value of asin": {"b": "sin(a)"},
    "value of acos": {"b": "cos(a)"},
    "value of atan": {"b": "tan(a)"},
    "value of asinh": {"b": "sinh(a)"},
    "value of acosh": {"b": "cosh(a)"},
    "value of atanh": {"b": "tanh(a)"},
}
"""What is put for a variable that a condition determines."""

_MARGIN = {"c": number(Fraction(1, 1000))}
_FIXED = {"logarithm": _MARGIN, "value of arg": _MARGIN}
_PREMISES = (*elementary.PREMISES, *circular.PREMISES)


def _values(declared: Declared) -> list[Expression]:
    words = declared.words
    if "integer" in words:
        return _WHOLE
    return [*_REAL, *_ANGLES] if "real" in words else [*_REAL, *_ANGLES, *_COMPLEX]


def _points(premise: Premise) -> Iterator[Mapping[str, Expression]]:
    names = premise.problem.names
    put = {
        name: read_problem(f"{text} == 0", (), dict.fromkeys("abdr", "complex"), syntax="text")
        .problem.claims[0]
        .left
        for name, text in _PUT.get(premise.name, {}).items()
    }
    free = [name for name in names if name not in put]
    fixed = _FIXED.get(premise.name, {})
    choices = [[fixed[name]] if name in fixed else _values(names[name]) for name in free]
    points = list(product(*choices))
    Random(7).shuffle(points)
    for values in islice(points, _MOST):
        point = dict(zip(free, values, strict=True))
        yield point | {name: substituted(value, point) for name, value in put.items()}


def _holds(relation: Relation, point: Mapping[str, Expression]) -> bool | None:
    """Whether it holds as far as balls tell; None where nothing is known."""
    ball = enclosure(subtract(*relation.sides), point, 128)
    if isinstance(ball, Undefined | Unknown):
        return None
    if relation.kind == "=":
        return bool(ball.contains(0))
    if relation.kind == "!=":
        return not ball.contains(0)
    possible = bool(ball.imag.contains(0) and ball.real.upper() >= 0)
    return possible and not (relation.kind == ">" and ball.contains(0))


def _allowed(premise: Premise, point: Mapping[str, Expression]) -> bool:
    problem = premise.problem
    conditions = list(problem.given)
    for name, declared in problem.names.items():
        if "positive" in declared.words:
            conditions.append(Relation(">", Symbol(name), number(0)))
        elif "nonzero" in declared.words:
            conditions.append(Relation("!=", Symbol(name), number(0)))
    return all(_holds(condition, point) for condition in conditions)


@pytest.mark.parametrize("premise", _PREMISES, ids=lambda premise: premise.name)
def test_premise_holds(premise: Premise) -> None:
    """The law holds at every point that its conditions allow, and there are such points."""
    if premise.formula_at is not None:
        orders = (2, 3, 5, 7, 11, 13) if "prime" in premise.name else range(1, 40)
        for n in orders:
            assert all(_holds(claim, {}) for claim in premise.problem_at(n).claims)
        return
    checked = 0
    for point in _points(premise):
        if _allowed(premise, point):
            for claim in premise.problem.claims:
                found = _holds(claim, point)
                assert found is not False, f"{premise.name} at {point}"
                checked += found is True
    assert checked >= min(_ENOUGH, 1 if not premise.problem.names else _ENOUGH)


@pytest.mark.parametrize("premise", _PREMISES, ids=lambda premise: premise.name)
def test_premise_says_where_it_is_found(premise: Premise) -> None:
    """No premise without a source."""
    assert premise.source


@pytest.mark.parametrize(
    "one",
    [*elementary.PROPERTIES, *circular.PROPERTIES],
    ids=lambda one: f"{one.function} {one.property}",
)
def test_property_holds(one: Property) -> None:
    """What is declared of values is a law that holds."""
    law = Premise(one.formula, one.formula, one.assume, one.given)
    test_premise_holds(law)


def test_a_false_law_is_noticed() -> None:
    """The points tell a branch that is wrong."""
    false = Premise("false", "log(a*b) == log(a) + log(b)", {"a": "nonzero", "b": "nonzero"})
    with pytest.raises(AssertionError):
        test_premise_holds(false)
