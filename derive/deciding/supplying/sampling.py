"""A look at a few points: which conditions of premises are worth proving.

A relation that fails at a point that the assumptions and hypotheses allow cannot be proved there;
one that holds at all of them may be.  Nothing rests on this.

Main results: `Samples`, `samples_of`.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from derive.deciding.claims.expressions import (
    IMAGINARY,
    Binder,
    Expression,
    Number,
    Relation,
    add,
    multiply,
    subtract,
)
from derive.deciding.claims.problem import Declared, Problem

Point = Mapping[str, Expression]

_MOST_POINTS = 12
_TRIED = 48
_PRECISION = 64
_SIZES = (
    Fraction(3, 2), Fraction(1, 3), Fraction(2), Fraction(1), Fraction(5, 7), Fraction(7),
    Fraction(1, 10), Fraction(11, 5), Fraction(13), Fraction(0),
)  # fmt: skip
_PHASES = ((1, 0), (-1, 0), (0, 1), (3, 4), (-4, 3), (0, -1), (-5, -12), (15, -8))


@dataclass(frozen=True)
class Samples:
    """Points that assumptions and hypotheses allow; none if they could not be found."""

    points: tuple[Point, ...]

    def allow(self, *relations: Relation) -> bool:
        """Whether no relation certainly fails at one of the points."""
        return not any(_fails(one, point) for point in self.points for one in relations)


def samples_of(problem: Problem) -> Samples:
    """A few points, always the same."""
    names = problem.names
    if any(one.kind != "scalar" for one in names.values()) or _has_binders(problem):
        return Samples(())
    if not names:
        return Samples(({},))
    found: list[Point] = []
    for place in range(_TRIED if problem.given else _MOST_POINTS):
        chance = random.Random(place)
        point = {name: _value(one, chance) for name, one in names.items()}
        if all(_is_met(relation, point) for relation in problem.given):
            found.append(point)
        if len(found) == _MOST_POINTS:
            break
    return Samples(tuple(found))


def _has_binders(problem: Problem) -> bool:
    sides = [side for relation in (*problem.claims, *problem.given) for side in relation.sides]
    return any(isinstance(part, Binder) for side in sides for part in side.walk())


def _value(declared: Declared, chance: random.Random) -> Expression:
    words = declared.words
    size, up = chance.choice(_SIZES), chance.random() < 0.5
    if ("nonzero" in words and not size) or "integer" in words:
        size = Fraction(chance.randrange(5) + ("nonzero" in words))
        if words & {"odd", "even"}:
            size = 2 * size + ("odd" in words)
    if "natural" in words or "nonnegative" in words:
        return Number(size)
    if "nonpositive" in words:
        return Number(-size)
    if "real" in words:
        return Number(size if up else -size)
    if "imaginary" in words:
        return multiply(IMAGINARY, Number(size if up else -size))
    across, along = chance.choice(_PHASES)
    scale = size / max(abs(across), abs(along))
    return add(Number(scale * across), multiply(Number(scale * along), IMAGINARY))


def _fails(relation: Relation, point: Point) -> bool:
    """Whether the relation certainly fails; where a side is undefined it does not."""
    ball = value_at(subtract(*relation.sides), point)
    if ball is None:
        return False
    match relation.kind:
        case "=":
            return not ball.contains(0)
        case "!=":
            return bool(ball == 0)
    if not ball.imag.contains(0) or bool(ball.real < 0):
        return True
    return relation.kind == ">" and bool(ball == 0)


def _is_met(relation: Relation, point: Point) -> bool:
    """Whether the relation certainly holds."""
    ball = value_at(subtract(*relation.sides), point)
    if ball is None:
        return False
    match relation.kind:
        case "=":
            return bool(ball == 0)
        case "!=":
            return not ball.contains(0)
    return bool(ball.imag == 0) and bool(ball.real > 0 or (relation.kind == ">=" and ball == 0))


def value_at(expression: Expression, point: Point) -> Any | None:
    """A ball with the value of the expression, or None where nothing is known."""
    from derive.deciding.refuting.balls import Undefined, Unknown, enclosure

    ball = enclosure(expression, point, _PRECISION)
    return None if isinstance(ball, Undefined | Unknown) else ball
