"""Sums of squares and of products of known orders, as theorems of the kernel."""

from __future__ import annotations

import pytest

from derive.deciding.proving.positivity import Positivity
from derive.kernel.atoms import Atom
from derive.kernel.formulas import Equation, NonNegative
from derive.kernel.terms import Term, identity, letter, number, zero
from derive.prover.budget import Budget
from derive.prover.recorder import Recorder

X, Y = (letter(Atom(name, properties=["hermitian"])) for name in "xy")
P = letter(Atom("p", properties=["positive"]))
Z = letter(Atom("z"))
ONE = identity()


def nonnegative(term: Term, *facts: Equation | NonNegative) -> bool:
    """Whether the term is found to be at least 0 where the facts hold."""
    recorder = Recorder()
    known = [recorder.step("assume", fact) for fact in facts]
    found = Positivity(recorder, Budget(5000, 5), known).nonnegative(term)
    if found is not None:
        assert found.conclusion == NonNegative(term)
        assert found.hypotheses <= {*facts}
    return found is not None


@pytest.mark.parametrize(
    "term",
    [
        X * X + Y * Y - X * Y,
        X**4 - X + ONE,
        X**6 - X**4 + ONE,
        X**4 + Y**4 - X**3 * Y - X * Y**3,
        P + P**-1 - number(2),
        Z.adjoint() * Z + ONE + Z + Z.adjoint(),
        zero(),
    ],
)
def test_sums_of_squares(term: Term) -> None:
    """They are found."""
    assert nonnegative(term)


@pytest.mark.parametrize("term", [X, X * Y, X**2 - X, -ONE, X**3 + ONE, Z * Z, P - ONE])
def test_what_may_be_negative(term: Term) -> None:
    """It is never found."""
    assert not nonnegative(term)


def test_orders_and_equations() -> None:
    """Products of known orders and multiples of equations are used."""
    assert nonnegative(X * Y - ONE, NonNegative(X - ONE), NonNegative(Y - ONE))
    assert not nonnegative(X * Y - ONE, NonNegative(X - ONE))
    assert nonnegative(-X * X, Equation(X * X + Y * Y, zero()))
