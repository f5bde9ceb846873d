"""Every premise about roots, absolute values, signs and arguments, at points with special ones."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import product

import pytest

from derive.deciding.claims.expressions import Expression, Relation
from derive.deciding.claims.problem import Declared, Problem
from derive.deciding.premises import Premise, Property, moduli, radicals
from derive.deciding.reading import read_problem
from derive.deciding.refuting.balls import Undefined, Unknown, enclosure

PREMISES = [p for p in (*radicals.PREMISES, *moduli.PREMISES) if p.kind != "computed"]
PROPERTIES = [*radicals.PROPERTIES, *moduli.PROPERTIES]

POINTS = (
    "0", "1", "-1", "I", "-I", "2", "-8", "1/3", "-1/27", "4*I", "-16*I", "1 + I", "-1 + I",
    "-1 - I", "1 - I", "3 + 4*I", "-5 + 12*I", "-5 - 12*I", "-7/10 + I/1000", "-7/10 - I/1000",
    "27/10", "sqrt(2)", "-sqrt(3)", "I*pi", "-I*pi", "pi", "-pi", "-pi + I",
)  # fmt: skip
TINY = 1e-20
MOST_POINTS = 500
SOLVED = {"b**2 == a*conjugate(a)": ("b", "Abs(a)"), "a*b == 1": ("b", "1/a"), "a == 0": ("a", "0")}


def value(text: str) -> Expression:
    """A closed value."""
    return read_problem(f"{text} == 0", (), {}, syntax="text").problem.claims[0].left


def points(premise: Premise) -> Iterator[dict[str, str]]:
    """Values for the variables, with those that a condition says put in."""
    names = list(premise.problem.names)
    solved = {}
    for condition in premise.given:
        left, _, right = condition.partition(" == ")
        if condition in SOLVED:
            solved.update([SOLVED[condition]])
        elif right == "a":
            solved["a"] = left
    choices = [
        ["0"] if name in solved else whole(premise.problem.names[name]) or list(POINTS)
        for name in names
    ]
    combinations = list(product(*choices))
    seed = random.Random(premise.name)
    for values in seed.sample(combinations, min(len(combinations), MOST_POINTS)):
        point = dict(zip(names, values, strict=True))
        for name, text in solved.items():
            for other, closed in point.items():
                if other != name:
                    text = text.replace("conjugate", "~").replace("Abs", "^")
                    text = text.replace(other, f"({closed})")
                    text = text.replace("~", "conjugate").replace("^", "Abs")
            point[name] = text
        yield point


def whole(declared: Declared) -> list[str]:
    """Values of integers."""
    if "natural" in declared.words:
        return ["0", "1", "2", "3"]
    return ["-3", "-2", "-1", "0", "1", "2"] if "integer" in declared.words else []


def holds(relation: Relation, point: dict[str, Expression]) -> bool | None:
    """Whether the relation certainly holds (True) or fails (False) at a point; None: unclear."""
    left, right = (enclosure(side, point, 200) for side in relation.sides)
    if isinstance(left, Undefined | Unknown) or isinstance(right, Undefined | Unknown):
        return None
    difference = left - right
    if relation.kind in ("=", "!="):
        equal = None if difference.contains(0) else False
        if equal is None and abs(difference).upper() < TINY:
            equal = True
        return equal if relation.kind == "=" or equal is None else not equal
    if not difference.imag.contains(0) or difference.real < 0:
        return False
    if difference.real > 0:
        return True
    return relation.kind == ">=" if difference.real.rad() < TINY else None


def allowed(problem: Problem, point: dict[str, Expression]) -> bool:
    """Whether the point has the declared words and meets the conditions."""
    for name, declared in problem.names.items():
        ball = enclosure(point[name], {}, 200)
        if isinstance(ball, Undefined | Unknown):
            return False
        words = declared.words
        on_the_axis = bool(ball.imag == 0)
        if "real" in words and not on_the_axis:
            return False
        if words & {"nonnegative", "positive"} and not ball.real >= 0:
            return False
        if words & {"nonzero", "positive"} and ball.contains(0):
            return False
    return all(holds(relation, point) for relation in problem.given)


@pytest.mark.parametrize("premise", PREMISES, ids=lambda premise: premise.name)
def test_premise_holds(premise: Premise) -> None:
    """It is true wherever its conditions are, and they are true somewhere."""
    problem = premise.problem
    met = 0
    closed = {text: value(text) for text in POINTS}
    for texts in points(premise):
        point = {name: closed.get(text) or value(text) for name, text in texts.items()}
        if not allowed(problem, point):
            continue
        for claim in problem.claims:
            assert holds(claim, point) is not False, texts
            met += holds(claim, point) is True
    assert met >= (1 if not problem.names or any(c == "a == 0" for c in premise.given) else 2)


@pytest.mark.parametrize("one", PROPERTIES, ids=lambda one: f"{one.function} {one.formula}")
def test_property_holds(one: Property) -> None:
    """What is declared of the value is true, for roots of every degree."""
    for degree in radicals.DEGREES if one.function == "root" else (2,):
        formula = one.formula.replace("sqrt(a)", f"(a**(1/{degree}))")
        problem = read_problem(formula, (), dict(one.assume), syntax="text").problem
        met = 0
        for text in POINTS:
            point = {"a": value(text)}
            if allowed(problem, point):
                assert holds(problem.claims[0], point) is not False, (formula, text)
                met += 1
        assert met > 3


def test_a_wrong_premise_is_found() -> None:
    """The test can fail: the square root is not multiplicative."""
    wrong = Premise("wrong", "sqrt(a*b) == sqrt(a)*sqrt(b)", {"a": "complex", "b": "complex"})
    with pytest.raises(AssertionError):
        test_premise_holds(wrong)


def test_sources() -> None:
    """Every cited law says where it is found."""
    assert not [p.name for p in PREMISES if p.kind == "cited" and not p.source]
