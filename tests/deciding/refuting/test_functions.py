"""Tests of the functions that stand for declared ones."""

from __future__ import annotations

from derive.deciding.claims.expressions import Application, Binder, Symbol, call, number, power
from derive.deciding.claims.problem import Declared
from derive.deciding.refuting.balls import enclosure
from derive.deciding.refuting.functions import Choice, applied, choices

X = Symbol("x")


def test_real_functions_are_real_at_real_points() -> None:
    declared = Declared("f", "function", frozenset({"real"}))
    found = [choice["f"] for choice in choices([declared], {"f": 1})]
    assert len(found) > 8
    for choice in found:
        for point in (-2, 0, 3):
            assert enclosure(choice.body, {choice.variables[0]: number(point)}).imag.is_zero()


def test_complex_functions_are_among_the_others() -> None:
    declared = Declared("f", "function")
    found = [choice["f"] for choice in choices([declared], {"f": 1})]
    values = [enclosure(choice.body, {choice.variables[0]: number(1)}) for choice in found]
    assert any(not value.imag.is_zero() for value in values)


def test_the_simplest_come_first() -> None:
    pair = [Declared("f", "function"), Declared("g", "function")]
    first = next(choices(pair, {"f": 1, "g": 2}))
    assert first == {"f": Choice(("x",), X), "g": Choice(("x", "y"), X)}


def test_functions_are_applied_inside_binders() -> None:
    """The variable of the function is not confused with one of the claim."""
    chosen = {"f": Choice(("x",), power(X, number(2)))}
    body = Application("f", (call("sin", Symbol("y")),))
    found = applied(Binder("derivative", "y", body, (X, number(1))), chosen)
    square = power(call("sin", Symbol("y")), number(2))
    assert found == Binder("derivative", "y", square, (X, number(1)))


def test_many_functions_have_few_choices() -> None:
    names = [f"f_{n}" for n in range(12)]
    many = [Declared(name, "function") for name in names]
    assert 1 < len(list(choices(many, dict.fromkeys(names, 1)))) <= 120
