"""The parts of a case, and bounds of integers: they leave no value out, and they add none."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from derive.deciding.claims.expressions import Call, Expression, Number, Symbol
from derive.deciding.reading import read_problem
from derive.deciding.stating.bounding import bounded
from derive.deciding.stating.cases import Case, cases
from derive.deciding.stating.splitting import Split, parts, pivot
from derive.kernel.atoms import natural_atom

_SMALL = range(6)


def _value(expression: Expression, point: Mapping[str, int]) -> Fraction:
    match expression:
        case Number(value):
            return value
        case Symbol(name):
            return Fraction(point[name])
        case Call("add", arguments):
            return sum((_value(part, point) for part in arguments), Fraction(0))
        case Call("multiply", (left, right)):
            return _value(left, point) * _value(right, point)
    raise AssertionError(expression)


def _case() -> Case:
    problem = read_problem("2**n == 3**k", (), {"n k": "natural"}, syntax="text").problem
    return Case(problem, {})


def _reached(found: tuple[Case, ...]) -> list[tuple[int, int]]:
    """The values of n and k that naturals reach in the cases."""
    reached = []
    for case in found:
        points = [{"n": n, "k": k} for n in range(12) for k in range(12)]
        values = [
            tuple(_value(case.values.get(name, Symbol(name)), point) for name in ("n", "k"))
            for point in points
        ]
        reached += [(int(n), int(k)) for n, k in values]
    return reached


def test_split_at_zero_reaches_every_natural() -> None:
    found = set(_reached(parts(_case(), Split("n"))))
    assert found >= {(n, k) for n in _SMALL for k in _SMALL}
    assert min(n for n, _ in found) == 0


def test_split_by_order_reaches_every_pair_once() -> None:
    found = [pair for pair in _reached(parts(_case(), Split("n", "k"))) if max(pair) < 6]
    assert sorted(found) == [(n, k) for n in _SMALL for k in _SMALL]


def test_parts_of_parts_are_composed() -> None:
    found = tuple(
        inner for outer in parts(_case(), Split("n", "k")) for inner in parts(outer, Split("n"))
    )
    small = {pair for pair in _reached(found) if max(pair) < 6}
    assert small == {(n, k) for n in _SMALL for k in _SMALL}


@given(st.integers(-4, 4), st.integers(-4, 4), st.integers(-6, 6))
def test_pivot_is_about_what_stands_in_the_polynomial(a: int, b: int, c: int) -> None:
    n, k = natural_atom("n"), natural_atom("k")
    terms = (((), c), ((k,), b), ((n,), a))
    polynomial = tuple(part for part in terms if part[1])
    found = pivot(polynomial, {n: "n", k: "k"})
    assert (found is None) == (a == b == 0)
    assert found is None or set(found.names) <= {x for x, y in (("n", a), ("k", b)) if y}


@given(st.sampled_from([">=", ">"]), st.integers(-3, 6), st.booleans())
def test_bounds_reach_just_what_they_allow(sign: str, least: int, natural: bool) -> None:
    word = "natural" if natural else "integer"
    problem = read_problem("2**n == n", (f"n {sign} {least}",), {"n": word}, syntax="text").problem
    allowed = {n for n in range(-8, 12) if (n >= least if sign == ">=" else n > least)}
    allowed = {n for n in allowed if n >= 0 or not natural}
    reached = {
        int(_value(case.values.get("n", Symbol("n")), {"n": n}))
        for case in cases(problem)
        for n in range(20)
    }
    assert reached >= allowed
    if least >= 0:
        assert {n for n in reached if n < 12} == allowed


def test_a_bound_by_another_integer() -> None:
    claim = ("2**n == 3**j", ("n >= j + 1",), {"n j": "integer"})
    problem = read_problem(*claim, syntax="text").problem
    moved, values = bounded(problem, {"n"})
    assert not moved.given
    point = {"n": 4, "j": -2}
    assert _value(values["n"], point) == point["j"] + 1 + point["n"]
