"""Case distinctions, squares and contradictions."""

from __future__ import annotations

import pytest

from derive.deciding.proving.orders import proved
from derive.kernel.atoms import Atom
from derive.kernel.formulas import Equation, Formula, NonNegative, forall
from derive.kernel.terms import identity, letter, number, zero
from derive.prover.budget import Budget
from derive.prover.failures import NotProved
from derive.prover.recorder import Recorder
from derive.prover.search import Search

A, B = (letter(Atom(name, properties=["positive"])) for name in "ab")
X, Y = (letter(Atom(name, properties=["hermitian"])) for name in "xy")
Z, W = letter(Atom("z")), letter(Atom("w"))
ONE, ZERO = identity(), zero()
ABSURD = Equation(ONE, ZERO)


def follows(goal: Formula, *facts: Formula) -> bool:
    """Whether the goal is proved from the facts."""
    recorder = Recorder()
    known = [recorder.step("assume", fact) for fact in facts]
    try:
        theorem = proved(Search(recorder, Budget(5000, 3)), goal, known)
    except NotProved:
        return False
    assert theorem.conclusion == goal
    assert theorem.hypotheses <= {*facts}
    return True


@pytest.mark.parametrize(
    ("goal", "fact"),
    [
        (Equation(X, ZERO), Equation(X * X + Y * Y, ZERO)),
        (Equation(A, B), Equation(A * A, B * B)),
        (Equation(Z, ZERO), Equation(Z * Z, ZERO)),
        (Equation(Z * W, ZERO), Equation(Z * Z * W, ZERO)),
        (Equation(X, ONE), Equation(X**3, ONE)),
        (forall((), (Equation(X, ZERO),), ABSURD), NonNegative(X - ONE)),
        (NonNegative(X * X - ONE), NonNegative(X - ONE)),
    ],
)
def test_proved(goal: Formula, fact: Formula) -> None:
    """What holds is proved."""
    assert follows(goal, fact)


@pytest.mark.parametrize(
    ("goal", "fact"),
    [
        (Equation(Z, ZERO), Equation(Z * Z + W * W, ZERO)),
        (Equation(X, Y), Equation(X * X, Y * Y)),
        (Equation(Z, ZERO), Equation(Z * W, ZERO)),
        (Equation(Z, ONE), Equation(Z**3, ONE)),
        (forall((), (Equation(X, ZERO),), ABSURD), NonNegative(X)),
        (NonNegative(X * X - number(2)), NonNegative(X - ONE)),
    ],
)
def test_not_proved(goal: Formula, fact: Formula) -> None:
    """What may fail is not."""
    assert not follows(goal, fact)
